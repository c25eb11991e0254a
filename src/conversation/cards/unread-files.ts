import { quote, type Run, text } from '../../card/card.ts';
import { shorten } from '../../text/graphemes.ts';
import type { Reply } from '../standing.ts';

const SHOWN = 5;
const LONGEST_NAME = 60;

/** Files that are not read are named, and what to do instead. */
export function unreadFiles(names: readonly string[]): Reply {
  const shown = names
    .slice(0, SHOWN)
    .flatMap((name, index): Run[] => [...(index === 0 ? [] : [', ']), quote(shorten(name, LONGEST_NAME))]);
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return {
    blocks: [
      text(
        'I can read text files only, so I left this out: ',
        ...shown,
        `${more}. Words you wrote beside it are kept. To use it, `,
        { typed: 'type or paste', pressed: 'paste' },
        ' what it says.',
      ),
    ],
  };
}
