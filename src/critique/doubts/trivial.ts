import { fold } from '../parsed-text.ts';
import { anyOf } from '../signals/matching.ts';
import { trivial as trivialSignal } from '../signals/trivial.ts';
import { type DoubtFinder, firstWords, shortSpan } from './finder.ts';

/** A strength told as a failure, or none at all. */
const FAKE = anyOf(
  "perfectionis[mt]|(?:i|i've|who) (?:\\p{L}+ ){0,3}(?:work|works|worked|working|care|cares|cared|caring|give|gave) (?:way |far |just )?too (?:hard|much about (?:my work|quality|the team|others|people))|(?:i'm|i am|i was|me being|being) (?:\\p{L}+ ){0,2}too (?:dedicated|committed|hard-?working|honest|helpful|nice|passionate|ambitious|loyal|conscientious|motivated|detail-oriented|thorough|kind|good)|workaholic|my standards (?:are|were) too high|(?:too )?high standards",
  "(?:can'?t|cannot|couldn'?t|could not) (?:really |honestly |actually )?(?:think of|name|remember|come up with) (?:a|any|one)(?: single| real| big| major)? failures?|never (?:really |actually |truly )?failed(?: at anything)?|(?:don'?t|do not) (?:think|believe) (?:that )?i(?:'ve| have)? ever (?:really )?failed|(?:don'?t|do not|didn'?t) (?:really )?(?:have|had) (?:a|any|a single|a real) (?:real |big |major |great )?failures?|(?:i )?(?:don'?t|do not|never) (?:really )?fail(?! to)",
);

/** Next to nothing hung on it. */
const SMALL = anyOf(
  "(?:forgot|forgotten|forget) to (?:\\p{L}+ )?(?:unmute|mute|say hello|smile|turn (?:on|off) my camera|charge my)|forgot (?:\\p{L}+ ){0,2}(?:my (?:pen|notebook|lunch|badge|key card|umbrella|charger)|name of a colleague|colleague'?s name)|wore (?:the wrong|odd|a dirty) (?:\\p{L}+ )?(?:shoes|shirt|socks|tie|dress|jacket|suit)|called (?:\\p{L}+ ){1,3}by the wrong name|jammed the (?:printer|copier)|burn(?:ed|t) (?:\\p{L}+ )?(?:toast|popcorn)",
);

/** Enough hung on a small cause: then it makes no small story. */
const LARGE = anyOf(
  '\\d{3,}|\\d+,\\d{3}|[$€£]|patients?|ambulance|dose|contracts?|invoices?|prices?|production|deploy(?:ed|ment)?|migrations?|config(?:uration)?|database|customers?|clients?|guests?|interview|exam|court|headline|ads?|leaflets?|posters?|brochures?|printed|reprint(?:ed)?|shift|handover|launch|pupils|class|court|flight|wards?|lost|cost|outage|went (?:down|out)|took (?:\\p{L}+ ){1,3}down|deleted|fined|complain(?:ed|t)|waited|(?:dozens|hundreds|thousands|millions) of',
);
/** Only one's own lateness is small; an ambulance's is not, nor is what happens every day. */
const MINUTES = anyOf('minutes? (?:too )?late(?:r)?');
const USUAL = anyOf('always|often|every (?:day|week|time|morning)|constantly|again');
const OWN_LATENESS = anyOf(
  "i (?:[\\p{L}',-]+ ){0,6}(?:was|came|arrived|got|showed up|turned up|joined|been|being) (?:\\p{L}+ ){0,4}(?:\\d+ )?(?:\\p{L}+ )?minutes? (?:too )?late|being (?:\\p{L}+ ){0,4}minutes late|arriv(?:ed|ing) (?:\\p{L}+ ){0,4}minutes late|i (?:came|was|arrived) (?:\\p{L}+ )?\\d+ minutes? (?:too )?late|overslept",
);

/** A strength told as a failure: no level makes a failure of it. */
export const fakeFailure: DoubtFinder = (text) => firstWords(text, FAKE);

export const trivial: DoubtFinder = (text) => {
  const fake = fakeFailure(text);
  if (fake !== undefined) return fake;
  if (text.sentences.some((sentence) => LARGE.test(sentence.folded))) return undefined;
  const small = firstWords(text, SMALL);
  if (small !== undefined) return small;
  const [found] = trivialSignal.find(text);
  if (found === undefined) return undefined;
  if (!MINUTES.test(fold(found.quote))) return shortSpan(found);
  const own = text.sentences.some((one) => OWN_LATENESS.test(one.folded) && !USUAL.test(one.folded));
  return own ? shortSpan(found) : undefined;
};
