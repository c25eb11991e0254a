import { NO_SHARES } from '../conversation/cards/share-card.ts';
import { parseCommand } from '../conversation/commands.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { createPerson, isTombstoned } from '../store/people.ts';
import type { Happening, Incoming } from './incoming.ts';

const STARTS: readonly Happening['type'][] = [
  ...(['attached', 'said', 'pressed', 'brought', 'spoke', 'filesUnread'] as const),
];

/**
 * Nobody is known by that name: a person who acts is taken in; what a job or a late echo brings is a no-op. Whether they
 * were taken in.
 */
export async function welcomed(
  { what, person, installation }: Incoming,
  {
    db,
    ring,
    catalog,
    now,
  }: {
    readonly db: Drizzle;
    readonly ring: Keyring;
    readonly catalog: Catalog;
    readonly now: () => Date;
  },
): Promise<boolean> {
  if (!STARTS.includes(what.type)) return false;
  const late = await isTombstoned(db, ring, person, now());
  if (late && !isFreshStart(what, catalog.default)) return false;
  await createPerson(db, ring, person, { externalId: installation ?? person.scope });
  return true;
}

/** After a deletion only a deliberate beginning makes a person anew, or that they want nothing of others: that is kept with them. */
function isFreshStart(what: Happening, guide: Guide): boolean {
  if (what.type === 'attached' || what.type === 'brought') return true;
  return what.type === 'said'
    ? parseCommand(what.text, guide)?.name === 'start'
    : what.type === 'pressed' && (what.action === 'start' || what.action === NO_SHARES);
}
