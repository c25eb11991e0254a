import { FAR, GAP, NEAR, PERSON } from './people.ts';
import { type Telling, telling } from './telling.ts';

/** Who teaches, writes or sells against it speaks of it as a trade. */
const TRADE = [
  'training|trainings|policy|policies|course|courses|workshop|workshops|module|e-learning|charity|shelter|help ?line|hot ?line|campaign|brochure|leaflets?|poster|website|software|app|api|webinar|seminar|handbook|guidelines?|procedure|survey|study|statistics|conference|bots?|spammers?|sign-?up|rate limit|fund|ngo',
];

const SOMEBODY = `(?:he|she|they|who|someone|somebody|${NEAR}|(?:a|the|my|our|one|another|two|some|his|her) ${GAP}(?:man|men|woman|boss|manager|supervisor|director|lead|head|chef|owner|teacher|professor|coach|trainer|sergeant|officer|colleagues?|coworkers?|co-workers?|guests?|customers?|clients?|patients?|pupils?|students?|boys?|stranger|boyfriend|husband|ex|father|mother|uncle|brother|stepfather|foreman|doctor|priest|driver|passenger))`;

/** A blow, not a thought that struck, a price that beat or a talk that touched. */
const IDIOM = [
  '(?:it|that|this|which|idea|thought|news|panic|deadline|reality|crisis|price|story|speech|letter|words) (?:[^ ,.;!?]+ )?(?:hit|struck|attacked|touched|threatened) me',
  '(?:beat|beaten|beating) (?:me|us|him|her|them) (?:to|on|by|at|in|with)|attack(?:ed)? (?:me|us) (?:in (?:the|a|my) (?:meeting|reviews?|press|comments?|paper|media|chat|call|forum)|for|over|on|online|with|because)|attack(?:ed)? us|(?:grabbed|hit) me (?:for|a|with|up)|kicked me (?:off|out|under)|touched me (?:with|deeply|so|very|because)|touched my (?:heart|work|code)',
];

/** Abuse, violence, harassment: done to the teller, seen by the teller, or by the teller's hand. */
export const violence: readonly Telling[] = [
  telling(
    [
      `${SOMEBODY} (?:had |has |also |then |once |often |always |sometimes |used to |would |regularly |started to |began to |[^ ,.;!?]+ly ){0,2}(?:hit|beat|slap(?:ped)?|punch(?:ed)?|kick(?:ed)?|grab(?:bed)?|grope[d]?|choke[d]?|strangle[d]?|stab(?:bed)?|spat at|rape[d]?|molest(?:ed)?|abuse[d]?|harass(?:ed)?|bull(?:y|ied)|stalk(?:ed)?|assault(?:ed)?|attack(?:ed)?|humiliate[d]?|touch(?:ed)?|tortured?) (?:me|us|my (?:[^ ,.;!?]+ )?(?:arm|breast|breasts|leg|legs|thigh|hair|neck|throat|face|body|bottom|waist|knee))`,
      `(?:${NEAR}|he|she|husband|boyfriend|father|ex) (?:had |once |often |always |used to |would |regularly ){0,2}(?:hit|slap(?:ped)?|punch(?:ed)?|kick(?:ed)?|choke[d]?|strangle[d]?|stab(?:bed)?|rape[d]?|molest(?:ed)?|beat) (?:(?:her|him)(?= *(?:[.,;!?]|$|and |in |on |when |at |with |every |for |so ))|${NEAR})`,
      `${PERSON} ${FAR}(?:was|were|had been|has been|got) (?:being |sexually )?(?:abused|raped|molested|groped|assaulted|beaten up)`,
      '(?:hit|slapped|punched|kicked|beat) me (?:in the|on the|across the) (?:face|head|stomach|chest|back|mouth|ear)|(?:comments|remarks|jokes) (?:about|on) my (?:body|breasts|legs|looks|skin|race)|(?:discriminated against|mobbed|bullied|harassed) (?:and (?:[^ ,.;!?]+ ){1,2})?until i|(?:put|had|kept) (?:his|her|their) hands? (?:on|up|under|down) my|(?:he|she|husband|father|boyfriend|partner|ex|boss) (?:was|got|became|turned) (?:[^ ,.;!?]+ )?violent|violent (?:husband|man|home|marriage|father|partner|relationship|boyfriend|ex)',
      `(?:hit|beaten|beat|slapped|punched|groped|strangled|raped|molested|harassed|bullied|stalked|sexually [^ ,.;!?]+) (?:me|us) (?:for years|every|at work|at home|in the (?:store room|changing room|lift|office|kitchen))`,
      `(?:i|we|${NEAR}|she|he|who|pupil|student|child|boy|girl|colleague|trainee|apprentice|intern) (?:was|were|got|had been|is|am|have been|was getting) (?:being |[^ ,.;!?]+ly |badly |often )?(?:bullied|harassed|abused|assaulted|raped|molested|groped|stalked|mobbed|beaten (?:up|at|by (?:my|her|his|their|the)|regularly|every)|hit (?:at home|by (?:my|her|his|a man|the (?:father|mother)))|stabbed|mugged|held at (?:gun|knife)point|attacked by (?:a|my|the|two) (?:man|patient|guest|customer|client|pupil|student|husband|dog|drunk|group)|threatened (?:with a (?:knife|gun)|by (?:a|my) (?:man|husband|ex|customer|patient)))`,
      '(?:being|been|getting) (?:bullied|harassed|abused|assaulted|raped|molested|groped|stalked|mobbed|beaten(?: up| at home|,|\\.| by)|hurt at home|hit at home)',
      '(?:bullied|harassed|mobbed) out of|sexual(?:ly)? (?:assault(?:ed|s)?|abuse[d]?|harass(?:ed|ment)|violence|advances|favou?rs)|gang rape|(?:was|been|were) raped|(?:a|the|my) rape(?= *[.,;!?]| *$)|raped (?:me|her|him)',
      '(?:domestic|physical) (?:violence|abuse)|child abuse|abusive (?:relationship|marriage|husband|wife|partner|boyfriend|girlfriend|boss|manager|father|mother|parents?|home|household|childhood|chef)|(?:my|his|her|the|years of|months of|the|their) (?:abuser|rapist|stalker|bullying|harassment|abuse)(?= *(?:[.,;!?]|$|i |and |at |by |from |that |for |went |got |because |when |to me))',
      '(?:accused (?:me )?of|accused (?:him|her) of) (?:harass(?:ment|ing)|(?:sexual )?assault(?:ing)?|abuse|abusing|bullying|rape|touching)',
      `i (?:hit|slapped|punched|beat|kicked|shook|choked) (?:him|her|a (?:child|pupil|student|colleague|customer|patient|resident|guest)|my (?:[^ ,.;!?]+ )?(?:wife|husband|brother|sister|son|daughter|child|partner|girlfriend|boyfriend|colleague|boss))(?! (?:to|on price|with the|by))`,
    ],
    [...TRADE, ...IDIOM],
  ),
];
