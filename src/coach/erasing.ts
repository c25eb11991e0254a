import { parseCommand } from '../conversation/commands.ts';
import type { Guide } from '../guide/guide.ts';
import type { Happening } from './incoming.ts';

/** The person confirmed that everything about them is to be deleted: by the button, or by its words. */
export function isErasing(what: Happening, guide: Guide): boolean {
  if (what.type === 'pressed') return what.action === 'erase-yes';
  return what.type === 'said' && parseCommand(what.text, guide)?.name === 'erase-yes';
}
