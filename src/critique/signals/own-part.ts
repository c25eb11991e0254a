import type { ParsedText } from '../parsed-text.ts';
import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

const SLIPS =
  'forgot|missed|failed|underestimated|overestimated|overlooked|ignored|neglected|assumed|presumed|misread|misjudged|' +
  'misunderstood|miscalculated|mishandled|mixed up|broke|lost|dropped|delayed|rushed|skipped|botched|messed|screwed|blew|' +
  'deleted|overwrote|overpromised|over-promised|overcommitted|over-committed|struggled|let (?:\\p{L}+ ){1,3}down|' +
  'put (?:it|this|that) off|postponed|avoided|hid|guessed|gambled|cut corners|took on too|took (?:it )?for granted|' +
  'waited too|left (?:it|that|this) (?:too|to the last|until)|pushed (?:too|for|ahead|through|it)|sent (?:\\p{L}+ ){0,3}to the wrong|' +
  'sent (?:out )?(?:the|a|an) (?:wrong|old|unfinished)|gave (?:\\p{L}+ ){0,3}wrong|' +
  'entered (?:\\p{L}+ ){0,3}wrong|used the wrong|picked the wrong|chose the wrong|hired the wrong|got (?:it|this|that) wrong|' +
  'made (?:a|an|the|that|this|my) (?:\\p{L}+ ){0,2}(?:mistake|error|misjudgement|misjudgment|wrong call|bad call|slip)|' +
  'made the wrong|misled|micromanaged|overruled|talked over|said yes to|trusted (?:my (?:memory|gut)|the wrong)|' +
  'tried to do (?:it all|everything)|thought (?:that|it|this) (?:was|would be) (?:enough|fine|ok|okay)|took (?:\\p{L}+ ){1,3}for (?:a|an|granted)|took the wrong|brought the wrong|kept (?:it|this|that|the problem|quiet)|kept (?:\\p{L}+ ){0,3}to myself|relied (?:only )?on';

const NOT_A_SLIP =
  'know|sleep|panic|give up|quit|blame|hide|want|like|mean|regret|hesitate|lie|complain|let|have (?:a|any|the|enough|much)|' +
  'do anything wrong|think it was|deserve|expect|feel|need|stop|lose|make excuses|mind|receive|get (?:the|a|an|any|enough|to|credit|promoted|support|help)';

const OWNED =
  'my (?:own )?(?:\\p{L}+ )?(?:mistake|fault|error|oversight|slip|failure|misjudgement|misjudgment|negligence)|(?:was|is) (?:entirely |all |fully )?on me|(?:was|were|is|had been) (?:entirely |all )?mine(?: to \\p{L}+)?|' +
  'i (?:was|am) (?:the one who|to blame|wrong|too|over-?confident|careless|responsible for (?:the|this|that) (?:error|mistake|failure|delay))|' +
  'i (?:take|took) (?:full |the |all )?(?:responsibility|blame)|i own(?:ed)? (?:that|this|it|up)|i (?:was|had) never (?:asked|checked|told|tested)|' +
  'without (?:\\p{L}+ )?(?:checking|asking|testing|consulting|telling|reading|confirming|verifying|sufficient testing|enough testing)';

const DENIED = anyOf(
  "(?:wasn't|was not|isn't|is not|never) (?:really |entirely |all |actually )?(?:my|on me)",
  '(?:none of it|nothing) was my',
  'i did nothing wrong',
  'blamed (?:it )?(?:on )?me',
);

const ADVERB = '(?:\\p{L}+ly |just |simply |also |then |still |had |have |even |once |nearly )?';

const PATTERN = anyOf(
  `i ${ADVERB}(?:${SLIPS})`,
  `i (?:${ADVERB})(?:didn't|did not|hadn't|had not|never|failed to|should have|shouldn't have|should not have|could have|couldn't|could not) (?!(?:${NOT_A_SLIP})\\b)\\p{L}+`,
  `i (?:[\\p{L}',-]+ ){1,16}(?:and|but) (?:${ADVERB})(?:${SLIPS})`,
  `i (?:[\\p{L}',-]+ ){1,16}(?:and|but) (?:${ADVERB})(?:never|didn't|did not) (?!(?:${NOT_A_SLIP})\\b)\\p{L}+`,
  'i thought (?:i could|it (?:would|could)|that (?:was|would)|we (?:could|would)|nobody|nothing)',
  OWNED,
);

/** The person names their own slip in the first person. */
export const ownPart: Signal = {
  name: 'own-part',
  explains: 'I look for "I" with the slip itself: I forgot, I never asked, it was my call.',
  weight: 100,
  effect: 'Plain and yours: nobody has to ask whose slip it was.',
  find: (text: ParsedText) => clausesWith(text, PATTERN, { unless: DENIED }),
};
