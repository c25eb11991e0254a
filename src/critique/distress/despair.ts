import { DESPAIR_IDIOMS, OWN_IDIOMS } from './despair-idioms.ts';
import { OTHERS, OWN } from './own.ts';
import { ADVERB } from './people.ts';
import { type Telling, telling } from './telling.ts';

const ANYMORE = '(?:any ?more|any longer|no more)';
const END = '(?= *(?:[.,;:!?…)]|$))';

/** To live, as against to live somewhere or somehow. "Like this" is no place. */
const LIVE =
  '(?:live|living)(?! (?:in|at|with|near|on|off|there|like (?!this|that)|abroad|together|out|up|under|from|for (?:the|my)|documentation|docs?|documents?|wages?|conditions|standards?|costs?)(?![a-z]))';

const INTENT =
  '(?:(?:want|wanted|wanting|wants|going|plan|planned|planning|decided|try|tried|trying|tempted|ready|urges?|need|about|like|love|meant) to|(?:think|thinks|thought|thinking|thoughts|dream|dreamt|dreamed|dreaming|fantasi[sz]e|fantasi[sz]ing|urges?|visions|imagine|imagining|consider|considered|considering|feel|felt|feeling|contemplat(?:e|ed|ing))(?: (?:about|of|on|like))?) (?:just |maybe |really |even |simply )?';

const INTO =
  '(?:off|into) (?:a|the|oncoming|that) ?(?:[^ ,.;!?]{1,20} )?(?:trees?|wall|bridge|river|lake|lorry|truck|traffic|cliff)(?! (?:of|nursery)(?![a-z]))';

/** A leap or a crash that is not survived. Off a lorry and into a wall with the van are accidents: these are not asked without intent. */
const LEAP = `(?:(?:driv(?:e|ing)|steer(?:ing)?|crash(?:ing)?|swerv(?:e|ing)) (?:${INTO}|(?:my|the|this) (?:car|van|bike|motorbike|lorry|truck) ${INTO})|(?:jump|jumping|step|stepping|walk|walking|throw myself|throwing myself|thrown myself) (?:(?:off|from|out of) (?:a|the|my|that|this) (?:[^ ,.;!?]{1,20} )?(?:bridge|roof(?! of the (?:van|truck|lorry|car|shed))|balcony|window|building|cliff|tower|car park)(?! (?:and )?(?:on ?to|into the (?:pool|water)|with a (?:rope|parachute)))|(?:in front of|under|underneath) (?:a|the|that|an) (?:[^ ,.;!?]{1,20} )?(?:train|tram|truck|lorry|bus|car|tube)|into (?:the )?(?:traffic|sea)|on ?to the (?:tracks|rails|motorway)))`;

const LEAPT =
  '(?:jumped|stepped|walked|threw (?:him|her)self|threw myself) (?:(?:off|from) (?:a|the|that) (?:[^ ,.;!?]{1,20} )?(?:bridge|balcony|cliff)|in front of (?:a|the|that) (?:[^ ,.;!?]{1,20} )?(?:train|tram|truck|lorry|bus|tube))';

const LIFE =
  '(?:my|my own) (?:own )?life(?! (?:savings|in|to|into|on|forward|apart|back|over|away|seriously|easier|harder|saver|cycle|as|at|here|there|abroad|with|jackets?|boats?|vests?|plans?)(?![a-z]))';

const MY_DEATH = [
  `(?:kill|killed|killing|unalive|unalived|unaliving|strangle|strangling|stab|stabbing) myself|to off myself|(?:hang|hanged|hung|hanging) myself(?! (?:up|out|on (?:a|the|every|details?)))|(?:shoot|shooting) myself(?! in (?:the|my|both))|(?:end|ending) myself(?! up)|(?:drown|drowning) myself(?! in)`,
  `(?:take|took|taking|taken|end|ended|ending) ${LIFE}|my (?:own )?suicide|wr(?:ote|itten|iting|ite) (?:a|my) (?:suicide|goodbye) (?:note|letter)s?(?! (?:to the (?:team|office|staff|company|client|class)|for))|(?:slit|slitting|slash|slashed|slashing) my wrists?|cut(?:ting)? my wrists(?! on)`,
];

/** Each says by itself that it is the writer who speaks. */
const MINE: readonly string[] = [
  ...MY_DEATH,
  `${INTENT}(?:hurt|hurting|harm|harming|cut|cutting|burn|burning|injure|injuring) myself(?! (?:off|short|some|out|a|an|loose|with|at|in|down|from|by|into|back)(?![a-z]))`,
  `(?:hurt|hurting|harm|harmed|harming|cut|cutting|burn|burned|burnt|burning|injured|injuring|scratching|punching) myself (?:on purpose|purposely|deliberately|intentionally|to (?:feel|cope|calm|punish)|every (?:day|night)|when(?:ever)? i (?:feel|felt|get|am|was (?:sad|alone|upset))|with (?:a |my )?(?:razor|blades?)|because i (?:hate|feel|deserve))|cutting my (?:arms?|legs?|thighs?)(?! (?:on|with the|off))`,
  '(?<=^ *)(?:i (?:just )?(?:cut|harmed) myself|suicide|suicidal|od)(?= *[.!?]* *$)',
  `(?:might|will|could|would|gonna|'ll) (?:really |just |end up )?(?:hurt|harm|hurting|harming) myself(?= *(?:[.,;:!?…)]|$)| tonight| again| if i| or )|danger to myself|safe (?:with|from|around) myself|(?:end|ending|stop) my (?:own )?(?:pain|suffering|misery|existence)(?: and|${END})|my (?:first |last |own )?overdose(?! of)|(?:please|just) (?:let me die|end me)(?= *(?:[.,;!?]|$|pls|now|in peace|already|here))|want to sleep forever|(?:death|dying|being dead) (?:would be|is|seems|sounds|feels) (?:so |much |like )?(?:easier|better|the only|a relief|nicer)|urges? to cut(?= *(?:[.,;!?]|$|again|my))`,
  '(?:want to|going to|might|should|will|rather|about to|just|gotta|could|ready to) kms|kms (?:lol|rn|fr|tonight)',
  "wish(?:ed)? (?:that )?(?:i|i'd|i had) (?:(?:was|were|had|could|just) ){0,3}(?:died?|dead|gone|never (?:been )?born|never woken up)(?! (?:to|home|there|when|with|in|on|for|through|over|into|ahead|straight|by|before|sure|down|from|earlier|sooner)(?![a-z]))|wish(?:ed)? (?:that )?i (?:wasn't|was not|weren't|were not) (?:alive|born|here any ?more|here" +
    `${END})|wish(?:ed)? (?:that )?i (?:didn't|did not|don't|do not) (?:exist|have to (?:live|exist)|wake up${END})`,
  "i (?:just |really |honestly )?(?:hope|pray|hoped|prayed) (?:that )?i (?:just )?(?:die(?! (?:of|before i))|(?:do not|don't|didn't|never) wake up(?! (?:late|too|early|at|before|to|in the|with|the)(?![a-z])))|(?:fall |go )?(?:to )?(?:sleep|asleep|bed) and (?:just )?(?:never|not) (?:have to )?wake up",
  `i (?:just |really |only |simply |so )?(?:want|wish) (?:it all|all of (?:it|this)|everything|this all|for it all|my life|this life) to (?:end|be over|stop)(?= *(?:[.,;!?]|$|now|today|tonight))`,
  `(?:better off|better) (?:(?:if i (?:was|were|am|had) )(?:gone|dead|not here|never born)|(?:gone|not here)${END})|(?:better off|better) without me(?= *(?:[.,;:!?]|$|in this world|around|in it|here|and i|alive|anyway|tbh|lol))|worth more dead(?! or)|(?:nobody|no ?one|no-one) would (?:even )?(?:care|notice|miss me) if i (?:died|was dead|was gone|killed|disappeared for)`,
  `(?:my )?life (?:is not|isn't|ain't|was not|wasn't) (?:even |really )?worth (?:living|it)(?! (?:there|in|at|on))(?:${END}| ${ANYMORE}| to me| now)|(?:reason|point) (?:for me )?to (?:stay|be) alive|(?:please|someone|somebody)(?: please| just)? (?:just )?kill me(?= *(?:[.;!?]|$|rn|tonight|i))`,
  "(?:what's|what is|what was|see|is there|isn't|ain't) (?:even |really |still )?(?:the |any |a )?(?:point|reason|sense|use) (?:in |of |to |for |in me |of me )?(?:being alive|even being alive|going on living|(?:even )?" +
    `${LIVE})`,
];

/** In the present and without an "I" these are the writer's unless somebody else is named: "just wanna die". */
const NOW: readonly string[] = [
  `(?:want|would like|would love|'d like|'d love) to (?:just |really |simply |fucking )?(?:die(?! (?:for (?!real|good)|trying|fighting|rich|happy|knowing|at my desk|in (?:office|battle|peace)))|be dead(?! (?:sure|certain|serious|on|right|set|last|honest|clear|quiet|silent|centre|center))|never wake up|not (?:be alive|exist|live|wake up(?! (?:at|early|late))|be here ${ANYMORE})|not be here(?: tomorrow| tonight)?${END}|stop (?:living|existing|being alive)|cease to exist|disappear (?:for (?:good(?! measure)|ever)|forever|from (?:this|the) (?:world|earth|planet))|leave this (?:world|earth)|be gone(?= *(?:[.!?]|$))|overdose|od${END})`,
  `(?:do not|don't|no longer|never|dont) (?:really |even |just |ever )*want to (?:${LIVE}|be alive|exist(?! (?:in|as|on)(?![a-z]))|wake up(?! (?:at|early|late|before|the|so|to|with)(?![a-z]))|be here ${ANYMORE}|be around ${ANYMORE}|go on living|be in this world|be on this (?:earth|planet)|see (?:tomorrow|another day))`,
  `(?:want|going|ready|planning|decided|about) to (?:just )?end it (?:all|tonight|today|now|here|for good|soon${END}|myself)|(?:want|ready) to (?:just )?end it${END}|i'm going to end it${END}|(?:thinking|dreaming|dream|think) (?:about|of) (?:just )?ending it(?: all|${END}| tonight| today)|end it all (?:tonight|today|now)`,
  `(?:see |saw |sees |find |have |had |there's |there is )?(?:no|not any|any) (?:real |more |good )?(?:point|reason|sense|use) (?:in |of |to |for |in me )?(?:going on living|being alive|(?:even )?${LIVE})`,
  '(?:thoughts?|thinking|think) (?:about|of) (?:[^ ,.;!?]{1,20} or )?(?:committing )?suicide(?! (?:in|among) (?!my|that|those|this|march|20|the (?:bath|night|end)))|(?:thoughts?|thinking|think|dreaming) (?:about|of) (?:overdosing|taking an overdose|self-? ?harm(?:ing)?)|feel(?:ing)? suicidal|feel(?:ing)? like (?:just )?(?:dying(?! of)|ending it(?= *(?:all|[.,;!?]|$)))',
];

/** Only where the writer says so: a client or a pupil may be the one. */
const OWNED: readonly string[] = [
  `(?:wanted|wanting|wished|wishing|deserved|hoped|prayed|ready|wish|deserve|love|like|meant) to (?:just |really )?(?:die(?! (?:for|trying|before))|be dead(?! (?:sure|certain|serious|on|right|set))|not (?:be alive|exist|wake up)|never wake up|disappear (?:for (?:good(?! measure)|ever)|forever))|better (?:off )?dead|rather (?:just )?(?:die|be dead|not (?:exist|be alive|be here ${ANYMORE}))(?! than (?!live|go on|keep|be here|be alive|wake up|exist))|should (?:just |probably )?(?:die(?! (?:down|off|out|away))|be dead|not (?:be alive|exist)|have (?:just )?died)|shouldn't (?:be alive|exist|be here ${ANYMORE}|have been born)|(?:do not|don't|didn't|did not) deserve to (?:live|be alive|exist)(?! (?:in|at|there)(?![a-z]))`,
  `(?:did not|didn't|no longer|never) (?:really |even |just |ever )?want(?:ed)? to (?:live(?! (?:in|at|with|near|on|off|there|like|abroad)(?![a-z]))|live like (?:this|that) ${ANYMORE}|be alive|exist|wake up(?! (?:at|early|late|before|the|so|to|with)(?![a-z]))|be here ${ANYMORE}|go on living|be in this world|be around ${ANYMORE})|no longer wanted to be here|wanted (?:out of (?:this )?life|to end it all(?! (?:in|at|with|on|by)(?![a-z]))|to end it (?:that night|tonight|there and then))|end(?:ed|ing)? it all(?! (?:in|at|with|on|by)(?![a-z]))|(?:cannot|can't|can not) (?:live|exist)(?: like (?:this|that))? ${ANYMORE}|(?:cannot|can't|can not) (?:go on|keep(?: on)?|carry on) (?:living|existing)(?! (?:in|at|with|near|on|off|there)(?![a-z]))`,
  `(?:tired|sick|done|fed up|exhausted|finished|through)(?: and tired)?(?: of| with| from)? (?:of |with )?(?:${LIVE}|life(?! (?:in|at|with|on|as|here|insurance|coaching|sciences?|admin|stor(?:y|ies)|support|drawing|abroad|under)(?![a-z]))|being alive|existing|existence)|hate (?:being alive|existing)|(?:cannot|can't|can not) (?:do|face|bear|stand) (?:this |my )?life ${ANYMORE}|(?:do not|don't) want (?:this|my) life ${ANYMORE}|stop(?:ped)? wanting to (?:live|be alive|exist)|(?:give|gave|giving|given) up on (?:life(?! (?:in|sciences?|insurance|coaching))|living(?! in))|(?:have |had |with |got )?nothing (?:left |more )?to live for|(?:lost|no|losing|lack) (?:the |my |any )?will to (?:live|go on)(?! (?:somewhere|halfway|(?:in|during|around|by|at|on) (?:the|that|this|every|our|slide|page|hour|minute|item)))`,
  '(?:think|thinking|thought|thoughts|dream|dreaming|fantasi[sz]e|fantasi[sz]ing) (?:about|of) (?:ways to (?:die|kill)|dying(?! (?:of|from|plants?|patients?|people|trees|markets?|industr))|being dead|not (?:being (?:alive|here)|existing|waking up)|(?:my|my own) death|death (?:all the time|every|constantly|a lot)|ending it(?= *(?:[.,;!?]|$|all|tonight)))',
  `(?:thinking|thought|think|thoughts|considering|consider|considered|contemplat(?:e|ed|ing)|attempt|attempted|attempting|plan|planned|planning|close|on the (?:verge|edge|brink)|tried|try|trying|want|wanted|going|ready|survived|survive|googled|googling|tempted)(?: about| of| at| to| by| for| an?| my)*(?: committing| commit)? ?suicide(?: attempt)?(?! (?:in|among) (?!my|that|those|this|march|20|the (?:bath|night|end)))|commit(?:ted|ting)? suicide|suicidal(?: thoughts?| feelings?| ideas?| ideation| again)?`,
  // The word alone, not the kilometres.
  'kms(?= *(?:[.,;!?]|$|now|tbh))',
  'self-? ?harm(?:ed|ing|s)?',
  '(?:took|taken|take|taking) (?:an?|another|my (?:first|second|last)) (?:[^ ,.;!?]{1,20} )?(?:overdose|od)(?! of (?:coffee|caffeine|work|sugar|data|news|meetings|optimism|confidence))|overdos(?:e|ed|ing)(?= *(?:[.,;!?]|$|on (?:my|purpose|pills|tablets|meds|medication|paracetamol|ibuprofen|tylenol|aspirin|sleeping|insulin|drugs|heroin|opioids?)|last|yesterday|again|when i|because|and (?:i|woke|my|nearly|almost|was|survived|nobody)|once|twice|tonight|today|two|three|a (?:few|year)|years|in (?:my|20)))',
  '(?:(?:want|wanted|going|tried|thinking|thought|decided) (?:to|of|about) )?(?:took|taken|take|taking|swallow|swallowed|swallowing) (?:all |too many |a (?:whole |full )?(?:pack|packet|box|bottle|handful|bunch|load|lot) of |the whole (?:pack|packet|box|bottle) of |loads of |every |enough )(?:of )?(?:my |the |these |those |her |his )?(?:[^ ,.;!?]{1,20} )?(?:pills?|tablets|meds|paracetamols?|painkillers|tylenols?|antidepressants)(?! (?:to(?! (?:die|end|kill|sleep))|back|from|out|off|into|with|down|away|home|along|round|around|on (?!purpose)(?:[a-z]{1,20}))(?![a-z]))',
  // A cook cuts himself once; "been cutting myself" is no accident.
  '(?:cutting|burning|hurting|harming) myself(?= *(?:[.,;!?]|$|again|lately|since|last night|at night|tonight|a lot|for (?:years|months|weeks|a (?:while|year))|in (?:secret|my room|the (?:bath|toilet))|because|cos|and (?:hiding|i|nobody|no one)))|cut myself (?:again(?= *(?:[.,;!?]|$|last|tonight|today))|last night|at night|tonight|a lot|for (?:years|months)|in (?:secret|my room))',
  `${INTENT}${LEAP}|(?:nearly|almost) ${LEAPT}|(?:drove|crashed|steered) (?:my car |the car )?into (?:a|the) (?:[^ ,.;!?]{1,20} )?(?:tree|wall|bridge|river|lake) on purpose`,
];

/** Death is wished for, or harm to oneself spoken of, by the one who writes: help is named, whatever else is said. */
export const ownDespair: readonly Telling[] = [
  { ...telling(MINE), idioms: OWN_IDIOMS },
  { ...telling(NOW), idioms: OWN_IDIOMS, notAfter: OTHERS },
  { ...telling(OWNED), idioms: OWN_IDIOMS, after: OWN },
];

/** Somebody sees no way on, or took their own life. A doubtful word counts: to score such a text would be worse than to ask. */
const hopelessness: readonly Telling[] = [
  {
    ...telling([
      "(?:no|not any|see no|not see any) (?:point|sense) (?:in |of |to )(?:any of (?:it|this)|anything)(?= *(?:[.;!?]|$|any ?more|now))|(?<!(?:that|mean|think|thought|learned|not|because) )i(?: am|'m) (?:such |just )?an? (?:complete|total|utter|absolute) failure(?= *(?:[.,;!?]|$|and ))|(?<!(?:that|mean|think|thought|learned|not|because) )i(?: am|'m) a failure(?= *(?:[.,;!?]|$))",
      ...MY_DEATH,
      `(?:take|took|taking|taken|end|ended|ending) (?:his|her|their|your|his own|her own|their own) (?:own )?li(?:fe|ves)(?! (?:savings|in|to|into|on|forward|apart|back|seriously|easier|harder|saver|cycle))|(?:want|wanted|wants|wanting|going|thinking of|thought of|tried|trying) (?:to )?(?:end|ending) it all(?! (?:in|at|with|on|by)(?![a-z]))`,
      'suicide|suicides|suicidal|self-? ?harm(?:ed|ing|s)?',
      `${INTENT}${LEAP}|${LEAPT}`,
      "(?:want|wanted|wants|wanting|wish|wished) (?:to (?:die|be dead|disappear for (?:good|ever))|(?:i|that i) (?:was|were) (?:dead|not alive|never born)|(?:i|that i) (?:had died|had never been born|could die|was not alive|didn't exist))",
      "(?:do not|don't|did not|didn't|no longer) want(?:ed)? to (?:live(?! (?:in|at|with|near|on|off|there)(?![a-z]))|be alive|exist|wake up(?! (?:at|early|late|before|the)(?![a-z]))|be here|go on living|go on anymore|go on any more|be in this world)|no longer wanted to (?:live|wake up|be here)",
      '(?:no|not any|any|see a|saw no|see no|see the|the) (?:point|reason|sense|use) (?:in |of |to |for )(?:going on|go on|living|live|being alive|carry(?:ing)? on|it all|anything(?= *(?:[.,;!?]|$))|get up)(?! with)|nothing (?:left )?to live for|(?:give|gave|giving|given) up on (?:life|living|myself)',
      "i (?:just |really |simply )?(?:can't|cannot|can not) (?:go on|carry on|live with (?:it|myself|that|this))(?: like this)?(?= *[.,;!?]| *$)|i (?:just |really |simply )?(?:can't|cannot|can not) (?:go on|carry on|take it|bear it|do this|do it|cope) (?:any ?more|any longer)|i (?:could not|couldn't) (?:go on|carry on|take it|bear it) (?:any ?more|any longer|living)",
      "(?:better off|better) (?:dead|without me)|(?:failure|mistake) is (?:that )?(?:i am|i'm|that i'm|that i am|being|to be|me being) (?:still )?(?:here|alive|born|around)|should (?:not|never) have been born|(?:failure|mistake) is (?:myself|me|my (?:whole |entire )?life)(?= *[.,;!?]| *$)",
      `i (?:am|'m|was|feel|felt|have felt|have been|had felt) ${ADVERB}(?:so |completely |totally |utterly )?worthless|i (?:feel|am|'m) (?:so |completely |totally |just |utterly )?hopeless|i (?:have |had )?lost (?:all )?(?:hope(?! (?:in|of|for|that)(?![a-z]))|the will to live)|(?:my|the) life (?:is|was) (?:over|not worth|worth nothing|meaningless)|my (?:whole |entire )?life (?:is|was) a failure|i am (?:a |just a )?(?:complete |total )?(?:waste of space|nothing(?= *[.!]? *$))`,
    ]),
    idioms: DESPAIR_IDIOMS,
  },
];

/** All despair, the writer's own and that of others. */
export const despair: readonly Telling[] = [...ownDespair, ...hopelessness];
