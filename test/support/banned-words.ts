import type { Card } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';

/**
 * Words that judge a person, or a text from above, and never stand in the coach's own words. Where an ordinary
 * sentence needs one ("bad news", "on a bad day", "nobody was badly hurt", "a typing error", "which part felt weakest"), the
 * pattern leaves that use alone.
 */
const WORDS = [
  // Scores that sound like school.
  'absent|vague(?:ly|ness)?|weak(?:ly|ness|nesses|er)?|poor(?:ly)?|bad(?!(?: news| day)\\b)|badly(?! hurt\\b)|terribl[ey]|awful(?:ly)?|horribl[ey]',
  'mediocre|inadequate|insufficient(?:ly)?|unsatisfactory|unacceptable|unconvincing|disappointing|inferior|subpar|superficial|shallow',
  'lacks|lacking|fails? to|failed to|failing grade|overrated|underrated|overestimated yourself|overestimate yourself',
  // Words about the person.
  'emotional|defensive(?:ly|ness)?|blaming|whin(?:ing|y)|complaining|lazy|lazily|careless(?:ly|ness)?|sloppy|incompetent|unprofessional|immature|childish',
  'arrogant|dishonest|insincere|naive|pathetic|stupid|dumb|silly|foolish|ignorant|hopeless|self-pity(?:ing)?|self-deprecating|excuses',
  // Words about the story.
  'trivial|boring|dull|generic|cliché(?:s|d)?|cliche(?:s|d)?|rambling|pointless|worthless|useless|meaningless|nonsense',
  // A machine's words.
  'invalid|illegal|(?<!typing )errors?|incorrect(?:ly)?|wrong (?:answer|input|format|command)|you are wrong|you were wrong|not allowed|unrecogni[sz]ed|abort(?:ed)?',
  // Praise that nobody believes.
  'great question|good question|awesome|amazing|perfect answer|well done',
];

/** Matches the first word that has no place in the coach's mouth. */
export const BANNED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** The judging words in a line of the coach, as they stand there. */
export function judgingWordsIn(line: string): string[] {
  return [...line.matchAll(new RegExp(BANNED.source, 'giu'))].map((match) => match[0]);
}

/** The judging words in the coach's own words on a card, its buttons among them; quotes and passages aside. */
export function judgingWords(card: Card): string[] {
  const own = [coachWords(card), ...card.buttons.map((button) => button.label)];
  return own.flatMap(judgingWordsIn);
}
