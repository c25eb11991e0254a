import { toReminder } from './to-reminder.ts';

/**
 * What words after `remind asked` are: the question was asked, or not, and no more; not now; no word at all; or what they
 * tell, which is kept.
 */
export type HowTold = 'yes' | 'no' | 'skip' | 'nothing' | 'told';

const ASKED =
  /^(?:yes|yep|yeah|yup|y|(?:yes )?(?:asked|(?:it|this|that|the question) (?:was|did|was asked|came up)|they (?:did|asked(?: (?:it|this|that|me))?)))$/u;
const NOT_ASKED =
  /^(?:no|nope|n|nah|(?:no )?(?:not asked|(?:it|this|that|the question) (?:was not|wasn't|did not|didn't|never)(?: asked| come up| came up)?|(?:they|nobody|no one) (?:did not|didn't|never|asked)(?: ask(?:ed)?)?(?: (?:it|this|that|me))?|not this time))$/u;
/** What they would say to the button "Not now". */
const NOT_NOW =
  /^(?:skip|not now|not today|not yet|pass|later|maybe later|tomorrow|another (?:day|time)|some other (?:day|time)|(?:i )?(?:would|i'd) rather not|i'd rather not say|(?:no )?(?:thanks|thank you)|never ?mind|leave it|forget it|none|nothing|(?:tell|ask me|remind me|i will tell you) (?:later|tomorrow)|i'll tell you (?:later|tomorrow))$/u;
/** So said, it answers nothing else: what is told goes on behind it. */
const PLAINLY =
  /^(?:(?:yes|no),? )?(?:(?:it|this|this question|the question) (?:was asked|was not asked|wasn't asked)|they (?:asked (?:it|this question)|did not ask it|didn't ask it)|(?:nobody|no one) asked (?:it|this question))(?=$| *[.!?;:\u2013\u2014]|,)/u;
/** Longer than this, what comes the day after the interview is a story to practise. */
const LONGEST = 1_500;

/** Reads what follows `remind asked`. */
export function howTold(words: string): HowTold {
  const bare = inSmall(words)
    .replace(/,/gu, '')
    .replace(/[.!?\u2026]+$/u, '')
    .trim();
  if (bare === '') return 'nothing';
  if (ASKED.test(bare)) return 'yes';
  if (NOT_ASKED.test(bare)) return 'no';
  return NOT_NOW.test(bare.replace(/(?<=.) (?:please|thanks?|thank you|for now)$/u, '')) ? 'skip' : 'told';
}

/**
 * Plain words to how the interview went, as they are typed after `remind`; undefined where they are none: beside a practice
 * (`isBeside`), all that may be meant for its own question. `was`: what they said already of whether it was asked.
 */
export function toHowItWent(
  text: string,
  was: 'yes' | 'no' | undefined,
  isBeside: boolean,
): string | undefined {
  if (text.trim() === '' || text.length > LONGEST) return undefined;
  if (isBeside) return PLAINLY.test(inSmall(text)) ? `asked ${text}` : undefined;
  const bare = inSmall(text).replace(/[.!?]+$/u, '');
  const order = toReminder(bare, false);
  // "No more" is said of follow-ups too.
  if (order === 'back' || (order === 'stop' && bare !== 'no more')) return order;
  // Asked for what else came, a no is to that.
  return was !== undefined && howTold(text) === 'no' ? 'asked skip' : `asked ${text}`;
}

function inSmall(text: string): string {
  return text.trim().toLowerCase().replaceAll('\u2019', "'").replace(/\s+/gu, ' ');
}
