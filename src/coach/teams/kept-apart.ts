import { forgetApart, keepApart } from '../../store/teams/apart.ts';
import { ownersIn } from '../../store/teams/row-owner.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { teamLine } from './team-forms.ts';
import type { TeamAnswer, TeamFilled, TeamFrom } from './team-from.ts';

const NOBODY = 'Choose somebody, or close this: then nothing changes.';
const YOURSELF = 'That is you. Choose whom I should not pair you with.';
const FIRST = 'Join a session first: then I can keep this for you.';
const KEPT = 'Kept. I do not pair you, and nobody sees this. To take all of it back: team avoid off.';
const CLEARED = 'I may pair you with anybody again.';

/** Somebody named whom they are not to be paired with. */
export async function keptApart(
  { pool, db, ring }: Pick<TeamDeskParts, 'pool' | 'db' | 'ring'>,
  other: string,
  { person }: TeamFrom,
): Promise<TeamFilled> {
  if (other === '') return { problems: { who: NOBODY } };
  if (other === person.userId) return { problems: { who: YOURSELF } };
  const owner = (await ownersIn(pool, ring, person, [person.userId])).get(person.userId);
  if (owner === undefined) return { problems: { who: FIRST } };
  await keepApart(db, owner, other);
  return { reply: teamLine(KEPT) };
}

/** `team avoid off`: nobody is kept from them any more. */
export async function avoidsNobody(
  { pool, db, ring }: Pick<TeamDeskParts, 'pool' | 'db' | 'ring'>,
  { person }: TeamFrom,
): Promise<TeamAnswer> {
  const owner = (await ownersIn(pool, ring, person, [person.userId])).get(person.userId);
  if (owner !== undefined) await forgetApart(db, owner);
  return { reply: teamLine(CLEARED) };
}
