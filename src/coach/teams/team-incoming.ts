import type { TeamEvent } from '../../mocks/team/team-event.ts';
import type { PersonRef } from '../../who/person.ts';

/** Something that happened to a team. */
export interface TeamIncoming {
  /** Its id for ever: a second one of the same is none. */
  readonly id: string;
  readonly team: PersonRef;
  readonly what: TeamEvent;
  /** Whose token posts for it. None: nobody is new with this event. */
  readonly installation?: { readonly externalId: string };
  /** The instant of the wake that rang. */
  readonly wokeAt?: string;
}
