import type pg from 'pg';
import type { Guide } from '../../guide/guide.ts';
import type { Drizzle } from '../../store/drizzle.ts';
import type { Keyring } from '../../store/keyring.ts';
import type { Deliverer } from '../deliver.ts';

/** What speaks for teams, and for what is kept like one, works with. */
export interface TeamCoachParts {
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly guide: Guide;
  readonly deliverer: Pick<Deliverer, 'performSent' | 'takeBack'>;
  readonly localAt: (place: string) => ReadonlySet<string>;
  readonly holder: string;
  readonly now: () => Date;
}

export interface TeamHandled {
  /** `seen`: this event had its turn; `gone`: the team is not there, its session is over, or its wake was moved. */
  readonly outcome: 'done' | 'seen' | 'gone';
  /** Resolves when the effects this process performs at once are through, or have to wait. */
  readonly performed: Promise<void>;
}
