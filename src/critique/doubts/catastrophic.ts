import type { Span } from '../../text/span.ts';
import type { ParsedText } from '../parsed-text.ts';
import { catastrophe } from '../signals/catastrophe.ts';
import { anyOf } from '../signals/matching.ts';
import { type DoubtFinder, firstWords, shortSpan } from './finder.ts';

const CRASH = anyOf(
  '(?:crashed|wrecked|overturned|rolled|drove) (?:\\p{L}+ ){0,3}(?:car|van|truck|lorry|bus|coach|tram|train|plane|ambulance|motorbike|bike|forklift|tractor|boat|taxi)',
  '(?:ran|run|drove|knocked) (?:over|into|down) (?:\\p{L}+ ){0,2}(?:man|woman|child|boy|girl|cyclist|pedestrian|person|somebody|someone|colleague|worker)|hit (?:a|an|the) (?:\\p{L}+ )?(?:cyclist|pedestrian|child|boy|girl|man|woman)',
  '(?:car|van|truck|lorry|bus|train|plane|road|traffic|motorway) (?:crash|accident)|(?:major|serious|terrible|bad|fatal) (?:accident|crash|fire|explosion)',
);
const INJURED = anyOf(
  'injured|injuries|injury|wheelchair|killed|died|paraly[sz]ed|intensive care|ambulance came|broken (?:leg|arm|back|neck|hip|ribs?)|broke (?:his|her|their) \\p{L}+|(?:in|to) (?:the )?hospital|burns',
);

/** Death and maiming, besides what the signal looks for. */
const MAIMED = anyOf(
  '(?:he|she|they|someone|somebody|people|man|woman|worker|colleague|apprentice|child|boy|girl|baby|toddler|tenants?|residents?|guests?|patients?|passengers?|cyclist|pedestrian|swimmer|family|neighbours?|neighbors?|pupil|student|resident) (?:had )?(?:drowned|suffocated|bled to death|burned to death|burnt to death|was killed|were killed|was shot|(?:was|were|got) (?:very |badly |seriously |severely )+(?:hurt|injured|burned|burnt))',
  '(?:he|she|they|who|man|woman|worker|colleague|apprentice|trainee|technician|operator|child|boy|girl|guest|customer) (?:\\p{L}+ )?lost (?:\\p{L}+ ){1,2}(?:fingers?|hands?|thumb|arms?|legs?|foot|feet|eyes?|sight|hearing)',
);

/** Losing a job for what one did; "let go" and "made redundant" say nothing of it. */
const FIRED = anyOf(
  "i (?:was|got|had been|have been|'ve been|was then|was later|was eventually) (?:\\p{L}+ly )?(?:fired|sacked|dismissed)(?! up)(?! (?:from|off) (?:the|a|that|this) (?:client|account|project|case))",
  '(?:they|he|she|who|my (?:boss|manager|company|employer)|the (?:boss|company|manager|owner)|and|company) (?:then |had |finally )?(?:fired|sacked|dismissed) me',
  'i (?:lost|was thrown out of|got thrown out of) my (?:\\p{L}+ )?(?:job|licen[cs]e to practi[sc]e) (?:because|for|over|after i)|fired (?:without notice|for (?:gross )?misconduct)|gross misconduct|struck off',
);
const NO_DEGREE = anyOf(
  "i (?:\\p{L}+ ){0,2}?(?:did not|didn't|never|failed to|couldn't|could not|was not able to|wasn't able to) (?:\\p{L}+ )?(?:graduate|(?:graduated|finish|finished|complete|completed|get|got|pass|passed) (?:my|the|a) (?:\\p{L}+ )?(?:degree|studies|university|college|bachelor'?s?|master'?s?|phd|doctorate|diploma))",
  'i (?:had )?(?:dropped|flunked|failed) out of (?:\\p{L}+ )?(?:university|uni|college|school|law school|medical school|my (?:\\p{L}+ )?(?:degree|phd|studies|course))|i (?:was|got) (?:expelled|thrown out of (?:university|college|school)|kicked out of (?:university|uni|college|school))|(?:failed|failing) to graduate',
);
const CRIME = anyOf(
  'i (?:was|got|had been|have been) (?:\\p{L}+ )?(?:arrested|convicted|sentenced|imprisoned|jailed|charged with|found guilty|locked up)|i (?:went|had to go|was sent) to (?:prison|jail)|in prison for|criminal record|drunk[ -]driving|drink[ -]driving|i drove (?:\\p{L}+ )?drunk',
  '(?:i|and) (?:once |then |had )?(?:stole|embezzled|robbed|pocketed|laundered) (?!the show|the idea|hearts|time)(?:\\p{L}+ ){0,4}(?:money|cash|tips|goods|stock|funds|till|phone|laptop|from)|i (?:took|stole) (?:\\p{L}+ ){0,3}from the (?:till|cash register|petty cash|safe)|i (?:committed|was involved in) (?:\\p{L}+ )?(?:fraud|theft|crime|a crime|assault)|i (?:attacked|assaulted|beat up) (?:a|an|my|the|someone|somebody|another)',
);

/** It did not come to that, or is told of somebody else. */
const SPARED = anyOf(
  "nobody|no one|never|almost|nearly|could have|might have|would have|luckily|if|wasn'?t|weren'?t|not (?:injured|fired|hurt)|afraid|feared",
);
/** Machines, launches and offers die as well: "customers said the shop died". */
const TRADE = anyOf(
  '(?:app|apps|server|servers|site|website|shop|store|system|systems|service|phone|phones|laptop|screen|battery|machine|connection|network|launch|deal|project|call|line|engine|product|campaign|idea|start-?up|company|printer|database|process|update|brand|feature|stream|tool) (?:had |just |suddenly |simply )?(?:died|was killed|were killed|crashed)',
);

export const catastrophic: DoubtFinder = (text) =>
  hurt(text) ??
  firstWords(text, MAIMED, spared) ??
  firstWords(text, FIRED, spared) ??
  firstWords(text, NO_DEGREE) ??
  firstWords(text, CRIME, spared) ??
  crash(text);

const spared = (sentence: { readonly folded: string }): boolean => SPARED.test(sentence.folded);

function hurt(text: ParsedText): Span | undefined {
  const [found] = catastrophe.find(text);
  if (found === undefined) return undefined;
  const sentence = text.sentences.find((one) => found.start >= one.span.start && found.start < one.span.end);
  return sentence !== undefined && TRADE.test(sentence.folded) ? undefined : shortSpan(found);
}

/** A crash is one where somebody came to harm; a dent is a dent. */
function crash(text: ParsedText): Span | undefined {
  const harmed = text.sentences.some((one) => INJURED.test(one.folded) && !SPARED.test(one.folded));
  return harmed ? firstWords(text, CRASH, spared) : undefined;
}
