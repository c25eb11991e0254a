import type { Token } from '../parsed-text.ts';

/** Words that fit anyone's story: a lesson made only of these says nothing about this one. */
const GENERAL = new Set(
  (
    'careful more less better well good great best very really much always never ever thing everything something anything nothing ' +
    'communicate communication clear clearly organize organise organized organised organization organisation plan planning ' +
    'time management manage attention detail focus focused listen listening patient patience responsible responsibility ' +
    'mistake failure fail experience lesson learn learning grow growth improve improvement important importance value people ' +
    'person everyone everybody team teamwork work working hard hardworking job way life lot key honest honesty proactive humble ' +
    'humility confident confidence resilient resilience positive attitude mindset prepare prepared preparation aware awareness ' +
    'double check triple thorough priority prioritize prioritise stress pressure skill professional trust myself yourself ' +
    'situation problem future next now today make take get give keep be have do go try need want know think see become feel ' +
    'stay happen help use strong stronger wise wiser deal handle able possible necessary sure due ahead advance first thoughtful ' +
    'reliable careless perfect calm day step back day-to-day cautious diligent vigilant mindful together other others fact'
  ).split(' '),
);

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);

/** The words that belong to this story and not to anyone's, each once. */
export function particularWords(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  for (const token of tokens) {
    if (!CONTENT.has(token.pos) || GENERAL.has(token.lemma) || GENERAL.has(token.lower)) continue;
    if (/[\p{L}\p{N}]/u.test(token.lower)) found.add(token.lemma);
  }
  return found;
}
