import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { announcementCard } from './announcement-card.ts';
import { unasked } from './mock-card.ts';
import { plainName } from './names.ts';

/** The invitation of somebody who is asked by name, in a message of their own, at their hours. */
export function invitationCard(mock: Mock, reader: Pick<Member, 'zone'>): Card {
  // Who is invited only now knows of no other time.
  const { blocks, buttons } = announcementCard({ ...mock, sequence: 0 }, reader);
  const asks = `${plainName(mock.organizer.name)} invites you. You are free to leave it out, and nobody sees who does.`;
  return unasked('An invitation to practise together.', [text(asks), ...blocks], buttons);
}
