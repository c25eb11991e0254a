import type { Span } from '../../text/span.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { EVENT, HARM } from './event-words.ts';
import { anyOf, clausesWith } from './matching.ts';
import { remembered } from './remembered.ts';
import type { Signal } from './signal.ts';

const SLIPS =
  'forgot|missed|failed|underestimated|overestimated|overlooked|ignored|neglected|assumed|presumed|misread|misjudged|' +
  'misunderstood|miscalculated|mishandled|mixed up|broke|lost|dropped|delayed|rushed|skipped|botched|messed|screwed|blew|' +
  'deleted|overwrote|overpromised|over-promised|overcommitted|over-committed|struggled|let (?:\\p{L}+ ){1,3}down|' +
  'put (?:it|this|that) off|postponed|avoided|hid|guessed|gambled|cut corners|took on too|took (?:it )?for granted|' +
  'waited too|left (?:it|that|this) (?:too|to the last|until)|pushed (?:too|for|ahead|through|it)|sent (?:\\p{L}+ ){0,3}to the wrong|' +
  'sent (?:out )?(?:the|a|an) (?:wrong|old|unfinished)|gave (?:\\p{L}+ ){0,3}wrong|' +
  'entered (?:\\p{L}+ ){0,3}wrong|used the wrong|picked the wrong|chose the wrong|hired the wrong|got (?:it|this|that) wrong|' +
  'made (?:a|an|the|that|this|my) (?:\\p{L}+ ){0,2}(?:mistake|error|typo|misjudgement|misjudgment|wrong call|bad call|slip)|' +
  'made the wrong|misled|micromanaged|overruled|talked over|said yes to|trusted (?:my (?:memory|gut)|the wrong)|' +
  'tried to do (?:it all|everything)|thought (?:that|it|this) (?:was|would be) (?:enough|fine|ok|okay)|took (?:\\p{L}+ ){1,3}for (?:a|an|granted)|trusted that|(?:\\p{L}+ed|took|sent|gave|put|chose|picked|cut|bought) (?:\\p{L}+ ){0,2}the wrong|brought the wrong|kept (?:it|this|that|the problem|quiet)|kept (?:\\p{L}+ ){0,3}to myself|relied (?:only )?on';

const NOT_A_SLIP =
  'know|sleep|panic|give up|quit|blame|hide|want|like|mean|regret|hesitate|lie|complain|let|have (?:a|any|the|enough|much)|' +
  'do anything wrong|think it was|deserve|expect|feel|need|stop|lose|make excuses|mind|receive|get (?:the|a|an|any|enough|to|credit|promoted|support|help)';

const OWNED =
  'my (?:own )?(?:(?!\\p{L}+est |worst |main |first |last |only )\\p{L}+ )?(?:mistake|fault|error|oversight|slip|misjudgement|misjudgment|negligence)|(?:was|is|as) my (?:own )?failure|my (?:own )?(?:part|share) (?:in (?:it|this|that) )?(?:was|is)|(?:was|is) (?:entirely |all |fully )?on me|(?:was|were|is|had been) (?:entirely |all )?mine(?: to \\p{L}+)?|' +
  'i (?:was|am) (?:the one who|to blame|wrong|too|over-?confident|careless|responsible for (?:the|this|that) (?:error|mistake|failure|delay))|' +
  'i (?:take|took) (?:full |the |all )?(?:responsibility|blame)|i own(?:ed)? (?:that|this|it|up)|i (?:was|had) never (?:asked|checked|told|tested)|' +
  'without (?:\\p{L}+ )?(?:checking|asking|testing|consulting|telling|reading|confirming|verifying|speaking|talking|calling|ringing|looking|counting|sufficient testing|enough testing)';

const DENIED = anyOf(
  "(?:wasn'?t|was not|isn'?t|is not|never) (?:really |entirely |all |actually )?(?:my|on me)",
  '(?:none of it|nothing) was my|nothing (?:i|we|anyone) could',
  'i did nothing wrong',
  'blamed (?:it )?(?:on )?me',
);

const ADVERB = '(?:\\p{L}+ly |just |simply |also |then |still |had |have |even |once |nearly )?';

const PATTERN = anyOf(
  `i ${ADVERB}(?:${SLIPS})`,
  `i (?:${ADVERB})(?:didn'?t|did not|hadn'?t|had not|never|failed to|should have|shouldn'?t have|should not have|could have|couldn'?t|could not) (?!(?:${NOT_A_SLIP})\\b)\\p{L}+`,
  `i (?:[\\p{L}',-]+ ){1,16}(?:and|but) (?:${ADVERB})(?:${SLIPS})`,
  `i (?:[\\p{L}',-]+ ){1,16}(?:and|but) (?:${ADVERB})(?:never|didn'?t|did not) (?!(?:${NOT_A_SLIP})\\b)\\p{L}+`,
  `i (?:[\\p{L}',-]+ ){1,16}without (?!complaining|hesitating|hesitation|panicking|blaming)(?:\\p{L}+ )?\\p{L}+ing`,
  // What was only half done: "I only tested with my own visa".
  'i (?:had |have )?only (?!wanted|learned|learnt|realised|realized|noticed|worked|joined|needed|hoped|discovered|tried|managed|helped|started|lasted|stayed|received|arrived)(?:\\p{L}+ed|ran|sent|gave|put|took|wrote|told|read|spoke|rang)',
  "i (?:[\\p{L}',-]+ ){1,16}without (?:any|a|one|the) (?:\\p{L}+ )?(?:test|tests|testing|check|checks|backup|plan|rehearsal|contract|confirmation|review|approval|permission|second pair of eyes)",
  'i thought (?:i could|it (?:would|could)|that (?:was|would)|we (?:could|would)|nobody|nothing)',
  OWNED,
);

/**
 * The slip told as a plain deed: "I ran the change at noon. The counters could not sell a ticket." Read so only
 * where no slip is named, and only where the deed comes directly before what went wrong.
 */
const DEED =
  /(?<!\p{L})i (?:\p{L}+ly |just |simply |also )?(?!told|asked|said|warned|explained|tried|wanted|know|knew|think|thought|was|am|have|had|did|felt|feel|learned|learnt|realised|realized|worked|helped|joined|could|can|would|will|should|may|might|must|do|need|needed|hope|hoped)(?:\p{L}+ed|ran|gave|sent|took|made|put|set|chose|bought|built|wrote|drew|held|let|led|cut|hired)(?!\p{L})/u;

function deedBeforeEvent(text: ParsedText): Span[] {
  const isEvent = (sentence: Sentence | undefined): boolean =>
    sentence !== undefined && (EVENT.test(sentence.folded) || HARM.test(sentence.folded));
  return clausesWith(text, DEED, {
    where: (sentence) =>
      isEvent(text.sentences[sentence.index + 1]) && !text.sentences.slice(0, sentence.index).some(isEvent),
  }).slice(0, 1);
}

const namedSlips = remembered((text: ParsedText) => clausesWith(text, PATTERN, { unless: DENIED }));

/** The person names their own slip in the first person. */
export const ownPart: Signal = {
  name: 'own-part',
  explains: 'I look for "I" with the slip itself: I forgot, I never asked, it was my call.',
  weight: 100,
  effect: 'Plain and yours: nobody has to ask whose slip it was.',
  find: remembered((text: ParsedText) => {
    const named = namedSlips(text);
    return named.length > 0 ? named : deedBeforeEvent(text);
  }),
  praised: (text) => namedSlips(text),
};
