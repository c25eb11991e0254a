import { readCorpus } from '../../scripts/train/corpus.ts';
import { tellsDistress } from '../../src/critique/distress.ts';
import { loadLanguage } from '../../src/critique/language.ts';

/** Signs that a platform could take for its own, and one of two code units. */
const ODD = 'I agreed it by phone & never got it in writing <at all>, and it was my fault 🙂.';

/** A text of nearly `most` characters that repeats nothing and can be told to anybody: many answers, one after another. */
export function longAnswer(most: number): string {
  const language = loadLanguage();
  let whole = '';
  for (const { text, verdict } of readCorpus(new URL('../corpus/answers.jsonl', import.meta.url))) {
    const told = `${text.replaceAll(/\s+/gu, ' ').trim()} ${ODD} `;
    if (verdict !== 'good' || tellsDistress(language.parse(text))) continue;
    if (whole.length + told.length > most) break;
    whole += told;
  }
  return whole.trim();
}
