import { type Span, spanOf } from '../../text/span.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { anyOf } from '../signals/matching.ts';
import { type DoubtFinder, firstWords, wholeCharacter } from './finder.ts';
import { GIVEN_NAMES } from './given-names.ts';

/** Words that say themselves that it is not to be told. */
const SECRET = anyOf(
  "unreleased|unannounced|(?:not|\\p{L}{2,6}n't) (?:yet |been |yet been |been publicly |publicly )*(?:announced|released|public|launched) yet|not yet (?:\\p{L}+ ){0,2}(?:announced|released|public)|(?:has|have)(?:n't| not) (?:\\p{L}+ )?been (?:\\p{L}+ )?(?:announced|released|made public)|is(?:n't| not) public",
  "under (?:an? |the |strict )?(?:\\p{L}+ )?(?:nda|ndas|non-disclosure agreement|embargo)|(?:i|we|i've|we've) (?:had |have |all )?signed (?:an? )?(?:nda|non-disclosure agreement)(?! with)|because of (?:an|my|the|our) nda|(?:an|my|the|our) nda (?:forbids|covers|says|does|still)|still (?:under )?embargo(?:ed)?",
  "can'?t (?:really )?(?:name|say which|talk about) (?:the )?(?:client|customer|product|company)|not supposed to (?:talk|tell|speak)",
);

/** "Confidential" itself is also what one handed on by mistake. */
const CONFIDENTIAL = anyOf(
  '(?:is|was|are|were|be|stay|remain|remains) (?:still |strictly |highly |very |all |actually |officially )?(?:confidential|top secret|classified)|confidential (?:project|client|customer|merger|deal|launch|product|acquisition|case|programme|program)|strictly confidential|trade secrets?',
);

/** Who handed on something confidential by mistake tells a slip, not a secret. */
const HANDED_ON =
  /(?<!\p{L})(?:sent|emailed|e-mailed|forwarded|printed|leaked|published|posted|shared|left|forgot|broke the|read out)(?!\p{L})/u;

/** With a small letter in it: "SDK" is no name. Bounded, or a word of 40,000 letters would be gone through at each. */
const NAME = "\\p{Lu}(?=[\\p{L}\\p{M}'’]{0,30}\\p{Ll})[\\p{L}\\p{M}'’-]{1,30}";
const END = '(?![\\p{L}\\p{M}\\p{N}])';

/** "Mr Okafor". Of "Ms Excel" and its like nothing is meant. */
const TITLED = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:(?:Mr|Mrs|Miss|Dr|Prof|Herr|Frau|Sir)\\.?|Ms\\.?(?! (?:Word|Excel|Teams|Office|Project|Access|Outlook|Windows|Dynamics)${END})) ${NAME}${END}(?: ${NAME}${END})?`,
  'gu',
);
const TITLED_PLAIN = /(?<![\p{L}\p{N}])mrs\.? \p{L}{3,}/u;

/** Two names in a row; whether the first is one is looked up. A middle letter may stand between. */
const PAIR = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(${NAME}) (?:\\p{Lu}\\.? |(?:van|von|de|da|del|di|el|al|bin|ter|van der|van den|de la) )?(${NAME})${END}`,
  'gu',
);

/** Whoever is called this before a name is a person: "my boss Tarek Aziz". */
const PERSON_BEFORE =
  /(?:^|[^\p{L}])(?:colleague|boss|manager|supervisor|director|client|customer|patient|friend|chef|teacher|pupil|student|partner|nurse|surgeon|editor|trainee|intern|ceo|cto|cfo|called|named|teammate|foreman|lawyer|tenant),? $/u;

/** A company we worked for: "our client Brenntal", "a customer called Brenntal". */
const CLIENT = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:[Oo]ur|[Mm]y|[Tt]he|[Tt]heir|[Aa]|[Oo]ne) (?:(?!called|named)[\\p{Ll}-]+ ){0,2}(?:client|customer|patient|guest|tenant|investor)(?:,| called| named| was| is)? (${NAME})${END}`,
  'gu',
);
/** "I lost the Brenntal account." */
const ACCOUNT = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:lost|lose|losing|won|blew|missed|pitched for|bid for|working on|worked on) (?:the|our) (${NAME}) (?:account|contract|deal|pitch|tender|mandate|merger)${END}`,
  'gu',
);

const NOT_A_NAME = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
    'december christmas easter ramadan diwali thanksgiving spring summer autumn winter english german french spanish italian dutch polish ' +
    'turkish arabic chinese japanese american british european indian success support service services relations care portal experience ' +
    'advisory director manager team project internet excel word slack zoom google microsoft facebook instagram linkedin twitter tiktok ' +
    'amazon apple shopify salesforce hubspot oracle jira github python java because but and so when then after before while however ' +
    'unfortunately we they she he it that this there i our my the in on at from for with to if as what who which nobody everyone'
  ).split(' '),
);
/** After a first name these make a place, a house or a thing of it: "Charlotte Street", "Carlos School". */
const PLACE_WORDS = new Set(
  (
    'street road avenue lane square park hospital clinic school college university hall house hotel station airport bridge beach island ' +
    'bay church foundation institute library museum stadium award awards prize fellowship scholarship centre center court tower ' +
    'method model test index theorem law principle disease syndrome cup league ltd inc gmbh llc plc bank group restaurant cafe café bakery ' +
    'day pipeline api cloud server framework'
  ).split(' '),
);
/** Before it: the teller's own name, or a name that stands for something else. */
const OWN_NAME = /(?:my name is|i am|i'm|name's|saint|st\.?|lake|fort|port|mount|san|the) $/iu;

export const confidential: DoubtFinder = (text) => {
  return (
    firstName(text) ??
    firstWords(text, SECRET) ??
    firstWords(text, CONFIDENTIAL, (sentence) => HANDED_ON.test(sentence.folded))
  );
};

function firstName(text: ParsedText): Span | undefined {
  for (const sentence of text.sentences) {
    const found = nameIn(text, sentence);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameIn(text: ParsedText, sentence: Sentence): Span | undefined {
  const { quote, start } = sentence.span;
  const at = (from: number, length: number): Span | undefined =>
    spanOf(text.text, start + from, wholeCharacter(text.text, start + from + length));
  for (const match of quote.matchAll(TITLED)) return at(match.index, match[0].length);
  const plain = TITLED_PLAIN.exec(sentence.folded);
  if (plain !== null) return at(plain.index, plain[0].length);
  for (const pattern of [CLIENT, ACCOUNT]) {
    for (const match of quote.matchAll(pattern)) {
      if (!NOT_A_NAME.has(lower(match[1] ?? ''))) return at(match.index, match[0].length);
    }
  }
  for (const match of quote.matchAll(PAIR)) {
    const [whole, first = '', last = ''] = match;
    const before = quote.slice(Math.max(0, match.index - 24), match.index);
    if (NOT_A_NAME.has(lower(last)) || PLACE_WORDS.has(lower(last)) || OWN_NAME.test(before)) continue;
    const isPerson =
      GIVEN_NAMES.has(lower(first)) || (PERSON_BEFORE.test(before) && !NOT_A_NAME.has(lower(first)));
    if (isPerson) return at(match.index, whole.length);
  }
  return undefined;
}

/** Lower case without accents: "José" is looked up as "jose". */
function lower(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '');
}
