import { distance } from 'fastest-levenshtein';
import type { Guide } from '../guide/guide.ts';
import { bareWords, parseCommand } from './commands.ts';

/** Words that people mean to type alone. Shorter ones are too near to words of an answer. */
const WORDS = [
  'tips',
  'example',
  'back',
  'skip',
  'pause',
  'stop',
  'help',
  'next',
  'history',
  'progress',
  'draft',
  'settings',
  'stories',
  'explain',
  'rehearse',
];

/** Words of their own that are near to one of ours. */
const NOT_MEANT: ReadonlySet<string> = new Set([
  'text',
  'step',
  'shop',
  'ship',
  'trips',
  'trip',
  'hello',
  'held',
  'heap',
  'pack',
  'bank',
  'story',
  'cause',
  'because',
  'lips',
  'nest',
  'best',
  'test',
  'hell',
  'slip',
  'drift',
  'top',
  'taps',
]);

/** The command that a single mistyped word was meant to be ("tpis", "exmaple"); undefined for anything else. */
export function mistypedCommand(message: string, guide: Guide): string | undefined {
  const word = bareWords(message);
  if (!/^[a-z]{3,10}$/u.test(word) || NOT_MEANT.has(word) || parseCommand(word, guide) !== undefined)
    return undefined;
  return WORDS.find((known) => distance(known, word) === 1 || isSwapped(known, word));
}

/** Two letters beside each other changed places. */
function isSwapped(known: string, word: string): boolean {
  if (known.length !== word.length) return false;
  const apart = [...known].flatMap((letter, index) => (letter === word[index] ? [] : [index]));
  const [first, second] = apart;
  return (
    apart.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    known[first] === word[second] &&
    known[second] === word[first]
  );
}
