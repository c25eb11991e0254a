import type pg from 'pg';
import type { Guide } from '../../guide/guide.ts';
import type { Drizzle } from '../../store/drizzle.ts';
import type { Keyring } from '../../store/keyring.ts';
import type { TeamCoach } from './team-coach.ts';

/** What the desk works with. */
export interface TeamDeskParts {
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly guide: Guide;
  readonly teams: Pick<TeamCoach, 'handle'>;
  readonly now: () => Date;
}
