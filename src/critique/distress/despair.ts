import { ADVERB } from './people.ts';
import { type Telling, telling } from './telling.ts';

/** Trade words and ways of speaking. */
const IDIOM = [
  'suicide (?:burns?|missions?|squads?|pills?|doors?|prevention|hot ?lines?|help ?lines?|linux|runs?|sprints?|drills?|pact|rates?|statistics)|(?:career|political|professional|commercial|social|financial|corporate|brand) suicide|suicidal (?:deadline|schedule|plan|timeline|price|pricing|pace|mission)',
  '(?:want(?:ed)? to|could have|nearly|almost) (?:die|died) (?:of|from) (?:shame|embarrassment|boredom|laughter)|died of (?:shame|embarrassment)',
  'kill(?:ed|ing)? myself (?:laughing|to (?:meet|get|finish|make|hit|deliver|please)|over|with work|for (?:the|that|this|a|not)|trying|working|on the (?:project|report))|hurt myself (?:at|in|with|on)',
  'hopeless (?:at|with|case|cases)|training|campaign|charity|module|leaflets?',
];

/** Words of someone who sees no way on. A doubtful one counts: to score such a text would be worse than to ask. */
export const despair: readonly Telling[] = [
  telling(
    [
      '(?:kill|killed|killing|hang|hanged|shoot|end|hurt|harm) myself|(?:take|took|taking|taken|end|ended|ending) (?:my|his|her|their|your|it all|my own|his own|her own|their own) (?:own )?li(?:fe|ves)(?! (?:savings|in|to|into|on|forward|apart|back|seriously|easier|harder|saver|cycle))|end(?:ed|ing)? it all',
      'suicide|suicides|suicidal',
      '(?:driving|drive|drove|steering|crashing) (?:my car |the car )?into (?:a|the) (?:tree|wall|bridge|river)|(?:jump|jumping|jumped|step|stepping) (?:off|from|in front of) (?:a|the) (?:[^ ,.;!?]+ )?(?:bridge|roof|balcony|train|tram|truck|window)',
      "(?:want|wanted|wants|wanting|wish|wished) (?:to (?:die|be dead|disappear for (?:good|ever))|(?:i|that i) (?:was|were|had died|had never been born|could die|was not alive|didn't exist))",
      "(?:do not|don't|did not|didn't|no longer) want(?:ed)? to (?:live|be alive|exist|wake up|be here|go on living|go on anymore|go on any more|be in this world)|no longer wanted to (?:live|wake up|be here)",
      '(?:no|not any|any|see a|saw no|see no|see the|the) (?:point|reason|sense|use) (?:in |of |to |for )(?:going on|go on|living|live|being alive|carry(?:ing)? on|it all|anything|get up)(?! with)|nothing (?:left )?to live for|(?:give|gave|giving|given) up on (?:life|living|myself)',
      "i (?:just |really |simply )?(?:can't|cannot|can not) (?:go on|carry on|live with (?:it|myself|that|this))(?: like this)?(?= *[.,;!?]| *$)|i (?:just |really |simply )?(?:can't|cannot|can not) (?:go on|carry on|take it|bear it|do this|do it|cope) (?:any ?more|any longer)|i (?:could not|couldn't) (?:go on|carry on|take it|bear it) (?:any ?more|any longer|living)",
      "(?:better off|better) (?:dead|without me)|(?:failure|mistake) is (?:that )?(?:i am|i'm|that i'm|that i am|being|to be|me being) (?:still )?(?:here|alive|born|around)|should (?:not|never) have been born|(?:failure|mistake) is (?:myself|me|my (?:whole |entire )?life)(?= *[.,;!?]| *$)",
      `i (?:am|'m|was|feel|felt|have felt|have been|had felt) ${ADVERB}(?:so |completely |totally |utterly )?worthless|i (?:feel|am|'m) (?:so |completely |totally |just |utterly )?hopeless|i (?:have |had )?lost (?:all )?(?:hope(?! (?:in|of|for|that)(?![a-z]))|the will to live)|(?:my|the) life (?:is|was) (?:over|not worth|worth nothing|meaningless)|my (?:whole |entire )?life (?:is|was) a failure|i am (?:a |just a )?(?:complete |total )?(?:waste of space|nothing(?= *[.!]? *$))`,
    ],
    IDIOM,
  ),
];
