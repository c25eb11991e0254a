import type { Manner, Session } from '../conversation/session.ts';
import type { Hours } from '../reminders/plan.ts';
import type { PersonRef } from '../who/person.ts';
import type { ReaderChoice } from './people.ts';

/** The person as the turn knows them. */
export interface TurnPerson {
  readonly id: string;
  readonly ref: PersonRef;
  readonly installationId: string;
  readonly dataKey: Buffer;
  readonly lastActiveAt: Date;
  /** How the coach speaks to them, as they have set it. */
  readonly manner: Manner;
  readonly reader: ReaderChoice;
  /** Some practice of theirs has the coach's critique already. */
  readonly practised: boolean;
  /** Their zone, quiet hours and pause. */
  readonly hours: Hours;
}

export interface StoredSession {
  readonly session: Session;
  readonly place: string;
  readonly number: number;
}
