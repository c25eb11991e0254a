import { FAR, GAP, NEAR, PERSON } from './people.ts';
import { type Telling, telling } from './telling.ts';

/** It did not come to that, or it is a way of speaking. */
const SPARED = [
  '(?:nobody|no one|no-one|none of (?:us|them)) (?:[^ ,.;!?]+ ){0,2}(?:died|was killed|were killed|lost|drowned)',
  '(?:could|might|would|may) (?:easily |well )?have (?:died|been killed|drowned|lost)|(?:if|so that|before) (?:somebody|someone|anybody|anyone|they|he|she) (?:dies|died)',
  'died (?:laughing|inside|of (?:shame|boredom|embarrassment|laughter)|a (?:thousand|little)|on stage|down|out|away|in 1[0-8]\\d\\d|in 19[0-6]\\d)|game|level|respawn[^ ,.;!?]*',
  'killed (?:it|the|our|my|their|off|by (?:the )?(?:cost|price|deadline|budget|competition)s?|(?:in|by) the (?:meeting|reviews|press|debate|final|polls|second half))',
  'life insurance|obituar[^ ,.;!?]+|death certificates?|death (?:benefits?|march|star|by powerpoint)|funeral (?:home|director|parlou?r)s?',
];

/** Somebody died, in the teller's life or through their work. */
export const death: readonly Telling[] = [
  telling(
    [
      // One long alternative, for the people and the gap cost most of the pattern's making.
      `${PERSON} (?:${FAR}(?:died|passed away|has passed|(?:was|were|is) dying(?! to| for)|(?:was|were|got|had been|been) (?:[^ ,.;!?]+ )?(?:killed|murdered|shot dead|stabbed|run over)|drowned|bled to death|froze to death|starved to death|(?:[^ ,.;!?]+ed and |fell and )?(?:(?:did not|didn't|would not|wouldn't) (?:survive(?! the (?:round|vote|cut|merger))|make it through the night|make it out alive|wake up again|live to)|never woke up|never came home)|lost (?:his|her|their) li(?:fe|ves)|took (?:his|her|their) own li(?:fe|ves)|(?:killed|hanged|shot) (?:himself|herself|themselves)|(?:was|were) found dead|(?:was|were) (?:already |long )?dead(?! (?:tired|set|wrong|sure|serious|right|on|against|last|late|silent|quiet|weight|certain|calm|to|in the))|(?:had|has) no pulse|(?:had )?stopped breathing)|(?:[^ ,.;!?]{1,30},? ){1,10}and (?:then |later |soon )?(?:died|passed away|drowned|bled to death))`,
      "(?:child|baby|patient|boy|girl|woman|man|lady) (?:did not|didn't) make it(?= *(?:[.,;!?]|$))|(?:he|she|child|baby|patient|boy|girl|woman|man) could not be (?:saved|revived)|(?:hit|ran over|run over|knocked down|killed) (?:a|the|that) (?:little |small |young |old )?(?:child|boy|girl|cyclist|pedestrian|toddler|woman|man)",
      '(?:people|patients|men|women|children|workers|colleagues|passengers|residents|soldiers) were dead',
      `(?:the |a )?(?:sudden |early |tragic )?deaths? of (?:my|our|a|an|the|his|her|one of|two|three) ${GAP}${PERSON}|(?:his|her|their) (?:sudden |early |own )?death|(?:${NEAR}|patient|colleague|child|friend|driver|resident)'s (?:sudden |early )?(?:death|suicide|funeral)|caused (?:a|his|her|the) (?:[^ ,.;!?]+ )?death|cost (?:a|one|two|three|several|some) (?:[^ ,.;!?]+ )?(?:man|woman|person|patient|child|people|patients)?(?:'s)? ?(?:his|her|their)? ?li(?:fe|ves)`,
      "(?:soldier|policeman|policewoman|officer|guard|civilian|man|woman|boy|girl|comrade|colleague|reporter|journalist) (?:[^ ,.;!?]+ ){0,3}(?:was|were|got) shot(?! (?:down|in|on|with|for|at))|(?:crew|men|man|climbers?|soldiers?|child|children|divers?|fishermen|miners?) never (?:came|got|made it) (?:back|home|out)|(?:could not|couldn't|did not|didn't|failed to) (?:save|revive|resuscitate) (?:him|her|the (?:child|boy|girl|man|woman|baby|patient))",
      'my (?:old |beloved )?(?:dog|cat|horse) died',
    ],
    SPARED,
  ),
  telling(
    [
      `(?:i|we|he|she|they|had|having|after) (?:had |have )?(?:just |also )?(?:lost|losing) (?:my|our|his|her|their|both (?:my|our)) (?:[^ ,.;!?]+ )?(?:mother|mum|mom|father|dad|parents|wife|husband|boyfriend|girlfriend|fianc[eé]e?|child|baby|babies|twins|brother|sister|grandmother|grandfather|grandma|grandpa|gran|best friend)`,
      '(?:i|we|had|having|after) (?:had |have )?(?:just |also )?(?:lost|losing) (?:my|our|a) (?:[^ ,.;!?]+ )?(?:son|daughter|friend|colleague|pupil|patient)(?= *(?:[.,;!?]|$|and |because |at (?:birth|sea)|before |to (?:cancer|suicide|drugs|the|an) |that (?:day|week|night|year|winter|spring|summer|autumn)|in |last |during |while |when |through |on (?:the table|my)))',
      'lost (?:the|our|my|a|another) (?:unborn )?(?:baby|babies|child|twins|pregnancy)',
      "(?:i|my [^ ,.;!?]+) (?:was|were) (?:still )?(?:grieving|mourning|in mourning)|i(?:'m| am) (?:still )?(?:grieving|in mourning|mourning)|(?:i|we) (?:had )?(?:just )?buried (?:him|her|my (?:[^ ,.;!?]+ )?(?:mother|mum|mom|father|dad|wife|husband|son|daughter|brother|sister|friend|child|partner))|cared for my (?:[^ ,.;!?]+ ){1,3}(?:through|until|till) (?:his|her|the) (?:last|end|death|final)|(?:his|her|their|my|our) grief|the funeral of my|my (?:[^ ,.;!?]+ ){0,2}funeral|i was widowed",
    ],
    [
      'to (?:a|the|our|my) (?:competit|rival|other|new|different|cheaper|larger|bigger)[^ ,.;!?]*',
      'in the (?:crowd|supermarket|station)',
    ],
  ),
  telling(
    [
      'miscarriages?|miscarried|stillborn|still-?birth|cot death|sudden infant death|i had (?:a|an|the) abortion',
    ],
    ['miscarriages? of justice|leaflets?|training|policy|module|guidelines?|support group|study'],
  ),
];
