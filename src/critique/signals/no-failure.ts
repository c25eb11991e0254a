import type { ParsedText } from '../parsed-text.ts';
import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';
import { whatWentWrong } from './what-went-wrong.ts';

const DODGE = anyOf(
  "(?:i (?:do not|don't|wouldn't|would not) (?:really |actually |honestly )?(?:believe in|see|have|call|like the word|think of|use the word) (?:\\p{L}+ ){0,4}fail(?:ures?|ed|ings?)?)",
  "there (?:is no|isn't|are no|aren't) (?:such thing as )?(?:\\p{L}+ )?fail(?:ures?|ed)|(?:never|not) (?:really |actually |truly )?failed|no (?:real |great |big |major )?failures?",
  "can(?:'t|not| not) (?:really )?(?:think of|name|remember|recall|come up with) (?:a|any|one|some)|nothing (?:really )?comes to mind|only (?:learning|lessons|feedback|opportunities)",
);

const HYPOTHETICAL = /(?<!\p{L})(?:if i (?:ever )?(?:failed|were|had to|made)|i would|i'd)(?!\p{L})/gu;
const TOLD =
  /(?<!\p{L})(?:i|we) (?:was|were|had|did|made|took|sent|forgot|told|missed|lost|went|let|gave)(?!\p{L})/u;

/** No failure is told: it is talked round, or only imagined. */
export const noFailure: Signal = {
  name: 'no-failure',
  explains:
    'I look for one thing that really went wrong. Where none is told, I point at the words that stand in its place.',
  weight: 110,
  anotherStory: 'this one does not name a failure yet',
  find(text: ParsedText) {
    const dodged = clausesWith(text, DODGE);
    const first = text.sentences[0];
    const told = text.sentences.some((sentence) => TOLD.test(sentence.folded));
    if (dodged.length > 0 && whatWentWrong.find(text).length === 0) return dodged.slice(0, 1);
    const imagined = text.sentences.filter(
      (sentence) => [...sentence.folded.matchAll(HYPOTHETICAL)].length > 0,
    );
    return !told && first !== undefined && imagined.length * 3 >= text.sentences.length && imagined.length > 0
      ? imagined.slice(0, 1).map((sentence) => sentence.span)
      : [];
  },
};
