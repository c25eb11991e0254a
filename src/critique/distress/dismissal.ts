import { ADVERB } from './people.ts';
import { type Telling, telling } from './telling.ts';

/** It was feared or nearly so; or a word that only looks the same. */
const SPARED = [
  '(?:nearly|almost) (?:got )?(?:fired|sacked|dismissed|laid off|let go|lost)',
  '(?:afraid|fear|fears|feared|scared|worried|risk|risked|instead of|without|avoid|terrified) (?:of |about )?(?:[^ ,.;!?]+ ){0,2}(?:being|getting|losing)',
  '(?:could|might|would|should|will|can|may|thought|sure|if) (?:have )?(?:[^ ,.;!?]+ ){0,2}(?:been |be |get |lose )(?:fired|sacked|dismissed|laid off|let go|my job)|not (?:fired|sacked|dismissed|laid off)',
  'fired (?:me |us )?(?:up|off|back)|dismissed (?:early|as (?!an? ))',
  'let go (?:of|early|earlier|home|first|ahead|on time|for the (?:day|weekend|night)|from the (?:pitch|race|round|competition|show))|let (?:me|us) go (?:early|earlier|home|first|ahead|to|through|over|back|into|there|out|up|down|alone|live|off|around|deeper|on (?:stage|with|air|talking|alone)|for (?:it|the (?:job|post|role)))',
];

/** The teller was dismissed. To have dismissed someone, as people with a team must, is a story like any other. */
export const dismissal: readonly Telling[] = [
  telling(
    [
      `(?:i|we) (?:was|were|got|had been|'d been|have been|'ve been|am being|ended up being|ended up getting|ended up) ${ADVERB}(?:all |both )?(?:fired|sacked|dismissed|laid off|let go|made redundant|terminated|forced out|pushed out(?! of my comfort)|escorted out|marched out|asked to (?:leave|resign|go)(?! (?:the|a|my|our|to|on|first|with) (?!company|firm|job|programme|program|team))|forced to (?:leave|resign|quit))`,
      'i (?:[^ ,.;!?]+,? ){1,8}and (?:then )?(?:was|got) (?:fired|sacked|laid off|made redundant)|(?:fired|sacked|dismissed|terminated) me|laid me off|made me redundant|let (?:me|us all) go|(?:kicked|threw|pushed|forced) me out(?! of (?:the|a|my) (?:call|channel|chat|meeting|room|kitchen|lead))|(?:walked|marched|escorted|led) me out(?: of the (?:building|office|door|gate|shop)| with| in front| like)|(?:had|got) me (?:fired|sacked|dismissed)',
      '(?:i|me|my) (?:[^ ,.;!?]+ ){0,3}(?:got|was given|given|getting|get) (?:the sack|the boot(?= *(?:[.,;!?]|$|and |in |from |after |for |last |because |by ))|the axe|my notice|my papers|my marching orders)',
      "i (?:had |have |'d |then |also |just )?(?:lost|losing) my (?:[^ ,.;!?]+ )?(?:job|position(?! (?:as|in|on|at the top))|licen[cs]e to practi[sc]e)|(?:after|since|by|of) losing my (?:[^ ,.;!?]+ )?job|lost (?:both )?our jobs|lost (?:two|three|four|five|several) jobs|cost me my (?:job|career)",
      'my (?:own )?(?:dismissal|firing|redundancy|layoff|lay-off|sacking)|my (?:job|position|role|post) was (?:eliminated|cut|axed|made redundant|terminated)|my (?:contract|employment) (?:was terminated|ended badly|was ended)|after (?:the|my) (?:lay-?off|redundancy|dismissal),? i',
      "(?:being|getting|was being) (?:fired|sacked|laid off|made redundant|let go)|i (?:did not|didn't) (?:pass|survive) (?:my |the )?probation|i failed (?:my |the )?probation",
    ],
    SPARED,
  ),
  // "Fired from my first job", as people begin a line in a chat.
  telling(
    ['^(?:got |was )?(?:fired|sacked|laid off|let go|made redundant) (?:from|by|after|for|in|last|two|a) '],
    SPARED,
  ),
];
