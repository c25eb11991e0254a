import type { ParsedText, Token } from '../parsed-text.ts';
import { mayBeRepeated } from './quotable.ts';

/** Who a slip can touch, one of them and many. */
const PEOPLE = new Set(
  `client customer guest patient user colleague manager boss student pupil parent couple bride supplier reader visitor
  passenger driver tenant resident volunteer player viewer candidate nurse teacher shopper member buyer seller donor
  subscriber employee worker waiter vendor partner director caller applicant trainee intern neighbour neighbor family
  team participant farmer baker speaker editor author musician`
    .split(/\s+/u)
    .flatMap((one) => [one, one === 'family' ? 'families' : `${one}s`])
    .concat('people', 'children'),
);
const MANY = /^(?:people|children|.*[^s]s)$/u;

/** Whether a token names somebody by what they are. */
export function isPerson(token: Token): boolean {
  return token.pos === 'NOUN' && PEOPLE.has(token.lower);
}

/** The people a sentence speaks of, by what they are. */
export function peopleIn(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(isPerson).map(({ lower }) => lower);
}

/**
 * How a question can speak of somebody the answer names: "a guest" is "the guest", "our client" "your client", "forty
 * people" "those forty people". Undefined where it is not sure who is meant ("her client", "no customer").
 */
export function personIn(text: ParsedText, tokens: readonly Token[], at: number): string | undefined {
  const head = tokens[at];
  const next = tokens[at + 1];
  if (head === undefined || next?.pos === 'NOUN' || /^['-]/u.test(next?.lower ?? '')) return undefined;
  let from = at;
  while (tokens[from - 1]?.pos === 'NUM') from -= 1;
  const counted = from < at;
  const place = beforePhrase(tokens, from);
  const before = tokens[place];
  // "With the team", "for a client": they stand beside it.
  const ahead = /^(?:my|our|a|an|the)$/u.test(before?.lower ?? '') ? tokens[place - 1] : before;
  if (/^(?:with|for|from|by|as|than|like)$/u.test(ahead?.lower ?? '')) return undefined;
  const name = text.text.slice(tokens[from]?.start ?? head.start, head.end);
  if (!/^[\p{Ll}\p{N},-]+(?: [\p{Ll}\p{N},-]+)*$/iu.test(name) || !mayBeRepeated(name)) return undefined;
  const words = name.charAt(0).toLowerCase() + name.slice(1);
  if (before !== undefined && /^(?:my|our)$/u.test(before.lower)) return `your ${words}`;
  if (before !== undefined && /^(?:a|an|the)$/u.test(before.lower)) return `the ${words}`;
  if (
    before !== undefined &&
    /^(?:no|not|any|every|each|other|his|her|their|its|of|one|neither|both|than|as)$/u.test(before.lower)
  )
    return undefined;
  if (counted && /^one /u.test(words)) return `the ${words.slice(4)}`;
  return MANY.test(head.lower) ? `those ${words}` : undefined;
}

/** Where the word before the noun stands, what only describes it left out: "an important client". */
function beforePhrase(tokens: readonly Token[], from: number): number {
  let at = from - 1;
  while (tokens[at]?.pos === 'ADJ' || tokens[at]?.pos === 'NOUN') at -= 1;
  return at;
}
