import type pg from 'pg';
import type { Keyring } from '../../store/keyring.ts';
import { apartOf, keepApart } from '../../store/teams/apart.ts';
import { ownersIn } from '../../store/teams/row-owner.ts';
import { teamLine } from './team-forms.ts';
import type { TeamFilled, TeamFrom } from './team-from.ts';

const NOBODY = 'Choose somebody, or close this: then nothing changes.';
const YOURSELF = 'That is you. Choose whom I should not pair you with.';
const FIRST = 'Join a session first: then I can keep this for you.';
const KEPT = 'Kept. I do not pair you, and nobody sees this.';

/** Somebody named whom they are not to be paired with. */
export async function keptApart(
  { pool, ring }: { readonly pool: pg.Pool; readonly ring: Keyring },
  other: string,
  { person }: TeamFrom,
): Promise<TeamFilled> {
  if (other === '') return { problems: { who: NOBODY } };
  if (other === person.userId) return { problems: { who: YOURSELF } };
  const owner = (await ownersIn(pool, ring, person, [person.userId])).get(person.userId);
  if (owner === undefined) return { problems: { who: FIRST } };
  const before = await apartOf(pool, owner);
  await keepApart(pool, owner, [...new Set([...before, other])]);
  return { reply: teamLine(KEPT) };
}
