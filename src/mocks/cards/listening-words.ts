import type { Guide } from '../../guide/guide.ts';
import { type Heard, HeardSchema, scoreOf } from '../listening-card.ts';

/** What a listener says of a step, in place of a mark. */
const WORDS: Readonly<Record<Heard, string>> = {
  clearly: 'heard clearly',
  wantMore: 'want more',
  notHeard: 'did not hear',
};

export const HEARD_OPTIONS = HeardSchema.options.map((value) => ({ value, label: WORDS[value] }));

/** `inNumbers`: the number that is derived from it too. */
export function heardWords(heard: Heard, inNumbers: boolean): string {
  return inNumbers ? `${WORDS[heard]} (${scoreOf(heard)} of 2)` : WORDS[heard];
}

/** What was picked or typed for a step; undefined where it is none of these. */
export function heardOf(words: string | undefined): Heard | undefined {
  const said = words?.trim().toLowerCase();
  return HeardSchema.options.find((value) => value.toLowerCase() === said || WORDS[value] === said);
}

/**
 * What a pitfall does to who listens, said to who told it. By the guides' pitfall ids; an option of a menu has room for 75
 * characters. One that is not here is said in the guide's own words.
 */
const EFFECTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'others-mistakes': 'I heard more about others than about you.',
    'core-skill': 'I began to wonder about the main skill of the job.',
    'no-growth': 'I was left waiting for what is different now.',
    'defensive-or-blaming': 'I heard more about the circumstances than about your part.',
    trivial: 'I did not feel yet what hung on it.',
    'too-emotional': 'The feeling stayed with me longer than the repair.',
    'personal-catastrophe': 'It came so close that I did not know what to say.',
    'no-failure': 'I was still waiting for the failure itself.',
  }),
);

export function effectWords({ id, text }: Pick<Guide['pitfalls'][number], 'id' | 'text'>): string {
  return EFFECTS.get(id) ?? text;
}

/** The effects that a card names, in the guide's order; one that the guide does not have is left out. */
export function effectsOf(effects: readonly string[], guide: Guide): string[] {
  return guide.pitfalls.filter(({ id }) => effects.includes(id)).map(effectWords);
}
