import type { Session } from '../conversation/session.ts';
import type { PersonRef } from '../who/person.ts';

/** The person as the turn knows them. */
export interface TurnPerson {
  readonly id: string;
  readonly ref: PersonRef;
  readonly installationId: string;
  readonly dataKey: Buffer;
  readonly lastActiveAt: Date;
}

export interface StoredSession {
  readonly session: Session;
  readonly place: string;
  readonly number: number;
}
