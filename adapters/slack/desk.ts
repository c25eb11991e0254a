import type { WebClient } from '@slack/web-api';
import type { Coach } from '../../src/coach/coach.ts';
import type { Looks } from '../../src/coach/looks.ts';
import type { TeamDesk } from '../../src/coach/teams/team-desk.ts';
import type { Log } from '../../src/log.ts';
import type { Leftover } from '../../src/store/leftovers.ts';
import type { Names } from './api/names.ts';
import type { Offered } from './api/offered.ts';
import type { Bot } from './receive/message-event.ts';

/** What the Slack adapter needs of the product. */
export interface SlackWorld {
  readonly coach: Pick<Coach, 'handle'>;
  readonly looks: Looks;
  readonly teamDesk: TeamDesk;
  /** The workspace let the app go: everything that hangs on its installation is deleted. */
  readonly uninstall: (installation: string) => Promise<void>;
  /** What was posted for people who are deleted: to be removed. */
  readonly takeLeftovers: (limit: number) => Promise<readonly Leftover[]>;
  readonly forgetLeftover: (id: number) => Promise<void>;
}

/** What every listener has at hand. */
export interface Desk {
  readonly world: SlackWorld;
  readonly client: WebClient;
  readonly names: Names;
  /** What can be chosen of who is asked for a team's session. */
  readonly offered: Offered;
  readonly bot: Bot;
  /** What the token was installed for: whatever happens here belongs to it. */
  readonly installation: string;
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The app was removed, or its token is dead: what still comes makes nobody anew. */
  readonly isOver: () => boolean;
  readonly over: (installation: string) => void;
  /** Something was deleted for good: what was posted for it can be removed now. */
  readonly tidy: () => void;
}
