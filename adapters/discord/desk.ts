import type { REST } from 'discord.js';
import type { Coach } from '../../src/coach/coach.ts';
import type { Looks } from '../../src/coach/looks.ts';
import type { TeamDesk } from '../../src/coach/teams/team-desk.ts';
import type { Log } from '../../src/log.ts';
import type { Leftover } from '../../src/store/leftovers.ts';
import type { Place } from '../../src/who/place.ts';
import type { Offered } from './api/offered.ts';
import type { LiveAnswers } from './deliver/live-answers.ts';
import type { Threads } from './listeners/threads.ts';
import type { TeamDrafts } from './team-drafts.ts';

/** What the Discord adapter needs of the product. */
export interface DiscordWorld {
  readonly coach: Pick<Coach, 'handle'>;
  readonly looks: Looks;
  readonly teamDesk: TeamDesk;
  /** What was posted for people who are deleted: to be removed. */
  readonly takeLeftovers: (limit: number) => Promise<readonly Leftover[]>;
  readonly forgetLeftover: (id: number) => Promise<void>;
}

/** The bot as Discord knows it. */
export interface Bot {
  /** The application's id: the scope of its people, and its installation. */
  readonly appId: string;
  readonly userId: string;
  /** The Message Content intent is granted: what is typed in threads reaches the bot. */
  readonly hasContent: boolean;
}

/** What every listener has at hand. */
export interface Desk {
  readonly world: DiscordWorld;
  readonly rest: REST;
  readonly bot: Bot;
  /** The answers to presses and commands that can still be changed. */
  readonly answers: LiveAnswers;
  readonly threads: Threads;
  readonly teamDrafts: TeamDrafts;
  /** What can be chosen of who is asked for a team's session. */
  readonly offered: Offered;
  /** Where the last card that came unasked was shown to this person, as far as this process showed it. */
  readonly remindedIn: (userId: string) => Place | undefined;
  /** Threads in which it was said how to write there. */
  readonly told: Set<string>;
  /**
   * What somebody does in a channel, one after the other: a Next waits for the words of a file that is being read. The work
   * begins at once where nothing is under way.
   */
  inOrder<T>(
    where: { readonly channel: string; readonly userId: string },
    work: () => Promise<T>,
  ): Promise<T>;
  /** Resolves when what this person wrote while nobody listened is read back, or when that takes too long to be waited for. */
  readonly caughtUp: (userId: string) => Promise<void>;
  /** `DISCORD_API_URL`, where the operator set one. */
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Something was deleted for good: what was posted for it can be removed now. */
  readonly tidy: () => void;
}
