import { ADVERB, NEAR } from './people.ts';
import { type Telling, telling } from './telling.ts';

/** Who works with the ill speaks of illness as others speak of invoices. */
const TRADE = [
  'patients?|residents?|clients?|ward|charity|fundrais[^ ,.;!?]+|campaign|study|trial|research|leaflets?|brochures?|training|course|workshop|module|policy|clinics?|screening|insurance|app|awareness|statistics|poster|department',
];

const DISEASE =
  "(?:(?:[^ ,.;!?]+ )?cancer|leuka?emia|lymphoma|(?:a |an )?(?:brain |[^ ,.;!?]+ )?tumou?r|multiple sclerosis|dementia|alzheimer's|parkinson's|epilepsy|a (?:[^ ,.;!?]+ )?(?:stroke|heart attack|brain haemorrhage|brain hemorrhage|aneurysm|seizure)|long covid|sepsis|meningitis|hiv|aids|anorexia|bulimia|an eating disorder|bipolar disorder|schizophrenia|psychosis|ptsd|depression|postnatal depression|severe anxiety)";

const INTO_CARE =
  '(?:an? |the )?(?:coma|intensive care|icu|hospital|emergency room|hospice|psychiatric [^ ,.;!?]+|psych ward|mental hospital)';

const SERIOUS =
  '(?:seriously|gravely|terminally|critically|severely|chronically|mentally|life-threateningly)';

/** Somebody is gravely ill: the teller, or someone of the teller's life. */
export const illness: readonly Telling[] = [
  telling(
    [
      `(?:i|${NEAR}) (?:(?:was|were|got|had been|is|am|'d been) ${ADVERB}diagnosed (?:with|as (?!the))|${ADVERB}(?:had|have|has|got|suffered|survived|developed) (?:just had )?${DISEASE}|(?:was|were|fell|became|got|had fallen|had become|had been|am|is|been) (?:${SERIOUS} (?:ill|sick|unwell)|(?:very|really|badly) ill))`,
      'i (?:fell|became|had fallen) ill',
      `${NEAR}(?: (?:was|fell|became|had fallen|is|were) ill|'s (?:[^ ,.;!?]+ )?(?:illness|diagnosis|cancer|chemo|chemotherapy|stroke|dementia|tumou?r|leuka?emia|heart attack)| (?:was|were|lay|had been|is|ended up|landed|had to go) (?:[^ ,.;!?]+ ){0,2}(?:in|into|to) ${INTO_CARE}| (?:was|were) hospitali[sz]ed| (?:nearly|almost) died)`,
      'my (?:own )?(?:terminal|incurable|chronic|mental|serious|severe|long) (?:illness|disease|condition)|my (?:own |[^ ,.;!?]+ )?(?:illness|cancer|chemo|chemotherapy|stroke|dementia|tumou?r|leuka?emia|heart attack)',
      `i (?:lay|ended up|landed|woke up|was taken|was rushed|was admitted|was brought) (?:[^ ,.;!?]+ )?(?:in|into|to) ${INTO_CARE}|i was hospitali[sz]ed|i was in (?:a coma|hospital (?:for|with|myself)|intensive care (?:for|with|myself))`,
      'i (?:nearly|almost) died in (?:a|the) (?!process)',
    ],
    // A flu on the day of the pitch is no grave illness.
    [
      'ill (?:with (?:a |the )?(?:flu|cold|stomach|food)|the (?:day|night|evening|morning|week)|on (?:the|that)|before the|that (?:day|morning|week|evening))',
    ],
  ),
  telling(
    [
      `(?:he|she|colleague|boss|manager|co-?founder|teammate) (?:was|is|had been) ${ADVERB}(?:diagnosed with ${DISEASE}|${SERIOUS} ill)`,
      `(?:he|she|colleague|boss|manager|co-?founder|teammate) (?:had|has|got|developed) ${DISEASE}`,
      '(?:his|her|their|the|a) (?:own )?(?:terminal|incurable) (?:illness|disease|condition|cancer)|terminal(?:ly)? ill(?:ness)?|in and out of hospital',
      '(?:in|into) a coma|cancer|leuka?emia|lymphoma|chemo|chemotherapy|tumou?rs?|bulimia|anorexia|ptsd|psychosis|psychotic|schizophrenia',
    ],
    [
      ...TRADE,
      'scans?|x-rays?|samples?|slides?|images?|reports?|cells|doses?|drugs?|data|dataset|model|oncolog[^ ,.;!?]+|radiolog[^ ,.;!?]+|nurses?|doctors at|group|run|centre|center|unit|cent(?:re|er)|hall',
    ],
  ),
];

/** A breakdown, depression, burnout or addiction of the teller's own. */
export const breakdown: readonly Telling[] = [
  telling([
    '(?:nervous|mental|emotional|psychological) (?:breakdown|collapse)',
    '(?:i|she|he) (?:had|have had|suffered|was having|had had|was close to|was heading for|went through|came back from) (?:a|an|my|another|the) (?:[^ ,.;!?]+ ){0,2}(?:burn-?out|panic attacks?|psychosis|psychotic episode)',
    '(?:my|severe|total|complete) (?:own |first |second )?burn-?out(?! (?:chart|course|training|workshop|talk|webinar|slides?|article|survey))',
    'i (?:(?:had|have|completely|totally|just|finally|then) ){0,2}(?:burned|burnt) (?:[^ ,.;!?]+ )?out(?! (?:an?|the|my|our|two|three|motor|fuse|light|bulb|pump|engine)(?![a-z]))|i (?:was|am|had been) (?:completely|totally|utterly|so|fully|badly) (?:burned|burnt)[ -]out',
    'signed off (?:work |sick )?(?:with|for) (?:[^ ,.;!?]+ )?(?:stress|burn-?out|depression|exhaustion|months)|(?:with|from|into|because of) (?:[^ ,.;!?]+ )?burn-?out(?! (?:chart|rate|training|prevention|workshop|survey))',
    'my (?:[^ ,.;!?]+ )?panic attacks?|i (?:had|got|was having|started having) panic attacks',
  ]),
  // A van, a talk and a budget break down as well.
  telling(
    [
      '(?:i|she|he) (?:had|suffered|was having|had had|was close to|was heading for|went through|came back from) (?:a|my|another|the) (?:[^ ,.;!?]+ ){0,2}breakdown',
      '(?:after|since|before|during|from|of|through|about|and|with|to) my (?:[^ ,.;!?]+ )?breakdown|my (?:own )?breakdown(?= *(?:[.,;!?]|$|and |last |at work|two |three |i ))',
    ],
    [
      'breakdown (?:of|by|per|for|in (?:the )?(?:costs|talks|communication|negotiations|process)|cover|service|truck)|van|car|truck|lorry|bus|motorway|machine|engine|costs?|budget|figures|numbers|slides?|spreadsheet|table|report',
    ],
  ),
  telling(
    [
      `i (?:was|am|'m|had been|felt|got|became|was getting) ${ADVERB}(?:so |very |deeply |severely |clinically |too |really )?(?:depressed(?! (?:about|by|at|over|that)(?![a-z]))|suicidal)`,
      '(?:my|clinical|severe|postnatal|postpartum) (?:[^ ,.;!?]+ )?depression|(?:with|from) depression|(?:fell|slid|sank|slipped) into (?:a )?(?:[^ ,.;!?]+ )?depression|depression (?:hit|got|took) (?:me|hold)|(?:i|she|he) (?:suffered from|struggled with|lived with|battled) (?:[^ ,.;!?]+ )?(?:depression|anorexia|bulimia|ptsd|addiction|alcoholism)',
      'my (?:eating disorder|anxiety disorder|addiction|alcoholism|overdose)|i (?:overdosed|relapsed|self-harmed|was self-harming|hurt myself on purpose)|i (?:cut|was cutting|harmed) myself (?:on purpose|again|every)',
      "i (?:was|am|'m|became) (?:a |an )?(?:recovering )?(?:alcoholic|addict)|i was addicted to (?:alcohol|drugs?|pills|painkillers|gambling|heroin|cocaine|opioids)|i (?:drank|was drinking) (?:every (?:day|night)|too much|heavily|at work|myself|again|all day|in secret|before (?:work|my shift))(?! (?:coffee|tea|cola|water))|my (?:own )?drinking|i was drunk (?:on most|most|every|at work|on the job|on duty|all)|i (?:was in|went (?:in)?to) rehab|(?:my|an?) (?:alcohol|drinking|drug|gambling) (?:problem|habit|addiction)",
      'i (?:drank|fell apart|broke apart|went to pieces)(?= *[.!]? *$)|i (?:had )?(?:stopped eating|starved myself)(?= *(?:[.,;!?]|$|and |when |for |after |because ))',
      'i (?:[^ ,.;!?]+ ){1,4}(?:in|into|to) (?:a|the) (?:psychiatric|psych|mental) (?:clinic|hospital|ward|unit)',
      'on sick leave for (?:[^ ,.;!?]+ ){0,2}(?:months|year)|(?:months|year|years) (?:of|on) sick leave',
      "i (?:could not|couldn't|can't|could hardly|could barely|was unable to) get out of bed|i (?:collapsed|broke down)(?= *(?:[.,;!?]|$|at (?:my|the|work)|in (?:front|my|a|tears)|on (?:the|my) (?:floor|stairs|stage|desk)|completely|and ))",
    ],
    [
      'depression over|tropical|the great depression|housing|prices?|i (?:worked|work|was working|nursed|taught|interned|trained)|i (?:was|am) (?:a|the|an) (?:[^ ,.;!?]+ )?(?:nurse|cleaner|cook|carer|doctor|porter)',
    ],
  ),
];
