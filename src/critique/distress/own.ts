import { PERSON } from './people.ts';

/** What may stand between "I" and the words that count: nothing that could be another's doing. */
const FILLER =
  "(?:(?:am|was|were|have|had|has|having|been|be|being|just|really|still|keep|keeps|kept|keeping|started|start|starting|begin|began|often|sometimes|some days|always|even|only|simply|so|very|also|do|did|feel|feels|feeling|felt|like|now|again|a bit|a lot|once|nearly|almost|lately|kinda|sorta|kind of|sort of|at night|every (?:day|night|morning|time)|all the time|the (?:time|urge to|whole time)|in the (?:morning|evening|night)s?|tonight|today|fucking|fuckin|bloody|damn|seriously|honestly|literally|legit|actually|rly|rn|tbh|lol|idk|fr|ngl|pls|please|well|um|uh|can't|can't stop|cannot|cannot stop|can not|stop|got|get|getting|gotten|became|become|would|could|might|should|will|may|used to|try to|tried to|trying to|to|about to|going to|close to|relapsed into|into|back to|guess|ever|more and more|that|[a-z]{2,20}ly)[,]? )";

/** Words that are the writer's own, or begin a sentence in which nobody else is named: "I just", "…. Honestly". */
export const OWN = new RegExp(
  // After a comma or an "and" the "I" may stand further up, as long as nobody else came between.
  `(?:(?<![a-z0-9'])i(?:'m|'ve|'d|'ll)? |(?:^|[.;:!?…()"“”\\u2013\\u2014/*-]|(?<![a-z])(?:make|makes|made|making|left|leaves|got|gets|had|having|has) me|(?<![a-z])my (?:only )?(?:head|mind|brain)|(?<![a-z])there(?:'s| is| was)|(?<=(?<![a-z0-9'])i(?:'[a-z]+)? (?:(?!${PERSON} )[^ .;!?]{1,30} ){0,14}[^ .;!?]{0,30}?)(?:,|(?<![a-z])(?:and|but|so|or|then|because|cos|cuz|bc))) ?)${FILLER}{0,6}$`,
);

/** Words that are somebody else's: "the patients still", "he told me that she". Or that are denied: "I do not". */
export const OTHERS = new RegExp(
  `(?:(?<![a-z])(?:${PERSON}|we|you|it|people|others|some|most|everyone|everybody|nobody|kids|teens|callers?|offenders?|does|not|never)|[a-z]n't) (?:${FILLER}|(?:see|saw|sees|said|says|say|told (?:me|us|him|her|them)|thinks?|thought|believed?|wrote|writes|if|because) ){0,5}$`,
);
