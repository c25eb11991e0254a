import type { Card } from '../../card/card.ts';
import type { Asked } from '../../mocks/mock-event.ts';
import type { FormPlace } from '../../mocks/series/cards/schedule-form.ts';
import type { PersonRef } from '../../who/person.ts';

/** Who typed, pressed or filled in something of a team, as their platform tells it. */
export interface TeamFrom {
  /** The event's id for ever. */
  readonly id: string;
  readonly person: PersonRef;
  readonly name: string;
  /** IANA. */
  readonly zone: string | undefined;
  /** May change series of others: an admin of the workspace, or who manages the server. */
  readonly isAdmin: boolean;
  readonly installation: { readonly externalId: string };
  /** The channel of a team where it happened, by its place's key; none in private messages. */
  readonly channel: string | undefined;
  /** What their platform can tell of who belongs to a channel, a group or a role; none where it tells nothing. Never throws. */
  readonly offered?: () => Promise<FormPlace>;
}

/** What answers somebody, at once and alone. Nothing: what follows comes to them as a message of its own. */
export interface TeamAnswer {
  readonly reply?: Card;
  /** To be filled in: the card's inputs, and the action under which it comes back. */
  readonly form?: { readonly title: string; readonly card: Card; readonly action: string };
  /** `reply` is what could not be written to them alone. What they did is done all the same. */
  readonly unread?: true;
  /** They want to practise alone now. */
  readonly solo?: true;
}

/** What came of a form: `problems` by the ids of its inputs, each with what to do next. */
export type TeamFilled = TeamAnswer | { readonly problems: Readonly<Record<string, string>> };

export function askedAs({ person, name, zone }: TeamFrom): Asked {
  return { id: person.userId, name, practised: 0, ...(zone === undefined ? {} : { zone }) };
}
