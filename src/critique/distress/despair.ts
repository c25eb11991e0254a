import { ADVERB } from './people.ts';
import { type Telling, telling } from './telling.ts';

/** Trade words and ways of speaking. */
const IDIOM = [
  'suicide (?:burns?|missions?|squads?|pills?|doors?|prevention|hot ?lines?|help ?lines?|linux|runs?|sprints?|drills?|pact|rates?|statistics)|(?:career|political|professional|commercial|social|financial|corporate|brand) suicide|suicidal (?:deadline|schedule|plan|timeline|price|pricing|pace|mission)',
  '(?:want(?:ed)? to|could have|nearly|almost) (?:die|died) (?:of|from) (?:shame|embarrassment|boredom|laughter)|died of (?:shame|embarrassment)',
  'kill(?:ed|ing)? myself (?:laughing|to (?:meet|get|finish|make|hit|deliver|please)|over|with work|for (?:the|that|this|a|not)|trying|working|on the (?:project|report))|hurt myself (?:at|in|with|on)',
  'hopeless (?:at|with|case|cases)|training|campaign|charity|module|leaflets?',
];

/** Death is wished for, or harm to oneself spoken of, by the one who writes: help is named, whatever else is said. */
export const ownDespair: readonly Telling[] = [
  telling(
    [
      '(?:kill|killed|killing|hang|hanged|hanging|shoot|end|ending) myself|kms|(?:want|wanted|wants|going|tried|try|trying|thought about|thinking about|thinking of|thoughts of|urge|feel like|felt like) (?:to )?(?:hurt|hurting|harm|harming|cut|cutting) myself(?! (?:off|short|some|out|a break|loose|on|with|at|in))|self-? ?harm(?:ed|ing)?',
      '(?:take|took|taking|taken|end|ended|ending) (?:my|my own) (?:own )?life(?! (?:savings|in|to|into|on|forward|apart|back|seriously|easier|harder|saver|cycle))|(?:want|wanted|going|ready|thinking of|thinking about|thought of|thought about|planning|tried) (?:to )?(?:end|ending) it(?: all)?(?= *(?:[.,;!?]|$|tonight|now|today|soon|there))|end(?:ed|ing)? it all(?! (?:in|at|with|on|by)(?![a-z]))',
      "(?:i(?: am|'m| was| feel| felt| have been|'ve been| became| got)) (?:so |very |really |a bit |often |again |still )?suicidal|suicidal (?:thoughts?|feelings?|ideas?|again)|(?:thought|think|thinking|thoughts|considered|considering|attempted|attempt|close to) (?:about |of |at )?(?:committing )?suicide|commit suicide|my suicide(?! (?:prevention|squad|run|note app))",
      '(?:driving|drive|drove|steering|crashing) (?:my car |the car )?into (?:a|the) (?:tree|wall|bridge|river)|(?:jump|jumping|jumped|step|stepping) (?:off|from|in front of) (?:a|the) (?:[^ ,.;!?]+ )?(?:bridge|roof|balcony|train|tram|truck|window)',
      "(?:i|i'd|id|and|to|just|really|we) (?:just |really |only |sometimes |often |still |simply |do |kind of )?(?:want|wanted|wanting|wish|wished|like|love|rather)(?: to)? (?:die|be dead|disappear for (?:good|ever)|not (?:be alive|exist|wake up|be here any ?more))|(?:wish|wished) (?:i|that i) (?:was|were|had died|had never been born|could die|was not alive|didn't exist)(?: dead)?(?= *(?:[.,;!?]|$))|wish(?:ed)? (?:that )?i (?:was|were) (?:dead|gone|never born)",
      "(?:do not|don't|did not|didn't|no longer|never) (?:really |even |just )?want(?:ed)? to (?:live(?! (?:in|at|with|near|on|off|there|like)(?![a-z]))|be alive|exist|wake up(?! (?:at|early|late|before|the)(?![a-z]))|be here any ?more|go on living|be in this world|be around any ?more)|no longer wanted to (?:live|wake up|be here)",
      '(?:no|not any|any|see a|saw no|see no|see the|the) (?:point|reason|sense|use) (?:in |of |to |for )(?:going on living|living|live|being alive)(?! (?:in|at|with|near|so|on|off))|nothing (?:left )?to live for|(?:give|gave|giving|given) up on (?:life|living)(?! in)|lost the will to live',
      'i (?:just |really |only |simply |so )?(?:want|wish) (?:it all|all of (?:it|this)|everything|this all|for it all) to (?:end|be over|stop)(?= *(?:[.,;!?]|$|now|today|tonight))',
      '(?:better off|better) (?:dead|(?:if i (?:was|were) )?(?:gone|not here))|(?:better off|better) without me(?= *(?:[.,;!?]|$|in this world|around))',
    ],
    IDIOM,
  ),
];

/** Somebody sees no way on, or took their own life. A doubtful word counts: to score such a text would be worse than to ask. */
const hopelessness: readonly Telling[] = [
  telling(
    [
      "(?:no|not any|see no|not see any) (?:point|sense) (?:in |of |to )(?:any of (?:it|this)|anything)(?= *(?:[.;!?]|$|any ?more|now))|(?<!(?:that|mean|think|thought|learned|not|because) )i(?: am|'m) (?:such |just )?an? (?:complete|total|utter|absolute) failure(?= *(?:[.,;!?]|$|and ))|(?<!(?:that|mean|think|thought|learned|not|because) )i(?: am|'m) a failure(?= *(?:[.,;!?]|$))",
      '(?:kill|killed|killing|hang|hanged|shoot|end|hurt|harm) myself|(?:take|took|taking|taken|end|ended|ending) (?:my|his|her|their|your|it all|my own|his own|her own|their own) (?:own )?li(?:fe|ves)(?! (?:savings|in|to|into|on|forward|apart|back|seriously|easier|harder|saver|cycle))|end(?:ed|ing)? it all',
      'suicide|suicides|suicidal',
      '(?:driving|drive|drove|steering|crashing) (?:my car |the car )?into (?:a|the) (?:tree|wall|bridge|river)|(?:jump|jumping|jumped|step|stepping) (?:off|from|in front of) (?:a|the) (?:[^ ,.;!?]+ )?(?:bridge|roof|balcony|train|tram|truck|window)',
      "(?:want|wanted|wants|wanting|wish|wished) (?:to (?:die|be dead|disappear for (?:good|ever))|(?:i|that i) (?:was|were|had died|had never been born|could die|was not alive|didn't exist))",
      "(?:do not|don't|did not|didn't|no longer) want(?:ed)? to (?:live|be alive|exist|wake up|be here|go on living|go on anymore|go on any more|be in this world)|no longer wanted to (?:live|wake up|be here)",
      '(?:no|not any|any|see a|saw no|see no|see the|the) (?:point|reason|sense|use) (?:in |of |to |for )(?:going on|go on|living|live|being alive|carry(?:ing)? on|it all|anything(?= *(?:[.,;!?]|$))|get up)(?! with)|nothing (?:left )?to live for|(?:give|gave|giving|given) up on (?:life|living|myself)',
      "i (?:just |really |simply )?(?:can't|cannot|can not) (?:go on|carry on|live with (?:it|myself|that|this))(?: like this)?(?= *[.,;!?]| *$)|i (?:just |really |simply )?(?:can't|cannot|can not) (?:go on|carry on|take it|bear it|do this|do it|cope) (?:any ?more|any longer)|i (?:could not|couldn't) (?:go on|carry on|take it|bear it) (?:any ?more|any longer|living)",
      "(?:better off|better) (?:dead|without me)|(?:failure|mistake) is (?:that )?(?:i am|i'm|that i'm|that i am|being|to be|me being) (?:still )?(?:here|alive|born|around)|should (?:not|never) have been born|(?:failure|mistake) is (?:myself|me|my (?:whole |entire )?life)(?= *[.,;!?]| *$)",
      `i (?:am|'m|was|feel|felt|have felt|have been|had felt) ${ADVERB}(?:so |completely |totally |utterly )?worthless|i (?:feel|am|'m) (?:so |completely |totally |just |utterly )?hopeless|i (?:have |had )?lost (?:all )?(?:hope(?! (?:in|of|for|that)(?![a-z]))|the will to live)|(?:my|the) life (?:is|was) (?:over|not worth|worth nothing|meaningless)|my (?:whole |entire )?life (?:is|was) a failure|i am (?:a |just a )?(?:complete |total )?(?:waste of space|nothing(?= *[.!]? *$))`,
    ],
    IDIOM,
  ),
];

/** All despair, the writer's own and that of others. */
export const despair: readonly Telling[] = [...ownDespair, ...hopelessness];
