import type { Span } from '../../text/span.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { anyOf, sentencesOf } from './matching.ts';
import { ownPart } from './own-part.ts';
import type { Signal } from './signal.ts';

const OTHERS =
  '(?:he|she|they|(?:the|my|our|his|her|their|another|other|one|some)(?: other)? (?:\\p{L}+ )?(?:manager|boss|team|teams|colleagues?|co-?workers?|vendors?|suppliers?|designers?|testers?|developers?|engineers?|director|sales|marketing|management|people|company|agency|contractors?|client|customer|hotel|supervisor|intern|partner|department|doctors?|nurses?|assistant|lead|owner|analyst|warehouse|chef|cook|parents|head|predecessor|bank|printer)|management|nobody else|everyone else|everybody else|the others)';

const FAULT =
  "(?:(?:always |just |simply |often |constantly |also |then |again )?(?:kept (?:changing|making|forgetting|missing|sending|asking|ignoring|delaying|arguing)|never (?:replied|answered|told|gave|read|listened|did|sent|came|bothered|helped|checked|finished|tested|understood)|(?:didn'?t|did not|wouldn'?t|would not|refused to|failed to|couldn'?t be bothered) (?!know|blame|mind|complain)\\p{L}+|forgot|missed|ignored|messed up|screwed up|made (?:\\p{L}+ ){0,3}(?:mistakes?|errors?)|sent (?:his|her|their|the) (?:\\p{L}+ ){0,2}(?:after|late|too late|wrong)|gave (?:me|us|him|her|them) (?:the |a |an |some )?(?:wrong|bad|incomplete|old|false|no)|was (?:\\p{L}+ )?(?:lazy|incompetent|careless|useless|slow|disorganised|disorganized|unprofessional|always late)|were (?:\\p{L}+ )?(?:lazy|incompetent|careless|useless|slow|disorganised|disorganized|unprofessional|always late)|dropped the ball|changed (?:his|her|their) mind|delivered (?:\\p{L}+ )?late|let (?:me|us) down))";

const PATTERN = anyOf(`${OTHERS} (?:who )?${FAULT}`);
/** Half of these sentences are about what the person owed others: "I never told her", "they did not know, because I …". */
const OWN =
  /(?<!\p{L})(?:because i|since i|as i (?:had|never|did)|i (?:had|have)(?:n'?t| not| never)|i never|i didn'?t|i did not|my (?:fault|mistake|error))(?!\p{L})/u;

/** How many faults of others a sentence names. */
export function faults(sentence: Sentence): number {
  if (OWN.test(sentence.folded)) return 0;
  let count = 0;
  for (const _ of sentence.folded.matchAll(new RegExp(PATTERN.source, 'gu'))) count += 1;
  return count;
}

/** What others did wrong takes up more of the story than what was the person's own. */
export const othersBlamed: Signal = {
  name: 'others-blamed',
  explains: 'I count sentences about what others got wrong, and set them against those about your own part.',
  weight: 96,
  find(text: ParsedText): Span[] {
    const told = text.sentences.filter((sentence) => faults(sentence) > 0);
    const total = told.reduce((sum, sentence) => sum + faults(sentence), 0);
    const own = sentencesOf(text, ownPart.find(text)).length;
    if (total < 2 || total <= own) return [];
    return [...told]
      .sort((a, b) => faults(b) - faults(a) || a.index - b.index)
      .slice(0, 1)
      .map((one) => one.span);
  },
};
