import { wordsOf } from './telling.ts';

const TOPIC = '(?:suicid(?:e|al)(?: ideation)?|self-? ?harm(?:ing)?|overdoses?)';

/** What a trade makes of it. Only beside the topic itself: a charity or a training elsewhere in the sentence takes nothing back. */
const TRADE =
  '(?:training|trainings|trainers?|campaigns?|campaigning|charit(?:y|ies)|modules?|leaflets?|flyers?|brochures?|polic(?:y|ies)|prevention|awareness|hot ?lines?|help ?lines?|lines|risks?|rates?|statistics|figures|data|assessments?|screenings?|checklists?|protocols?|guidelines?|guidance|procedures?|courses?|workshops?|talks?|lessons?|sessions?|assembl(?:y|ies)|posters?|webinars?|conferences?|cases?|counsell?ing|counsell?ors?|bereavement|research|researchers?|stud(?:y|ies)|papers?|thesis|articles?|reporting|incidents?|reports?|content|posts|watch|wards?|units?|teams?|response|support|burns?|missions?|squads?|pills?|doors?|linux|runs?|sprints?|drills?|pacts?|clauses?|bombers?|patients?|clients?|callers?|pupils?|students?|teenagers?|customers?|users?|inmates?|prisoners?|residents?|passengers?|m[ae]n|wom[ae]n|boys?|girls?)';

const SHAME =
  '(?:sheer |pure |utter )?(?:shame|embarrassment|boredom|laughter|fright|nerves|stage fright|the heat|heat|the cold|cold|hunger|thirst|curiosity)';

const ALTERNATIVES = [
  `${TOPIC}(?: (?:and|or|&|/) [^ ,.;!?]{1,30}(?: [^ ,.;!?]{1,30})?)? (?:(?:prevention|awareness|risk|response|safety|support|crisis|intervention|reporting|first aid) ){0,2}${TRADE}`,
  `${TRADE} (?:on|about|around|against|for|into|to prevent|covering|dealing with|called) (?!my )(?:[^ ,.;!?]{1,30} ){0,3}${TOPIC}`,
  `prevent(?:s|ed|ing)? (?:[^ ,.;!?]{1,30} )?${TOPIC}`,
  '(?:career|political|professional|commercial|social|financial|corporate|brand|economic|reputational) suicide|suicidal (?:deadlines?|schedules?|plan for|timelines?|prices?|pricing|pace|mission|discounts?)',
  `(?:want(?:ed)? to|could have|nearly|almost|would have|about to) (?:just |simply )?(?:die|died) (?:of|from|with) ${SHAME}|di(?:ed|e) of ${SHAME}`,
  'want(?:ed)? to (?:just )?die (?:inside|laughing|a little|on (?:the spot|stage|air)|(?:right )?there and then|right there|then and there|in front of)',
  // "I killed myself over that report" is work; "I want to kill myself over this" is not.
  'kill(?:ed|ing) myself (?:laughing|to (?:meet|get|finish|make|hit|deliver|please|be|keep|reach|learn|do|prepare|win|save)|over|with|for (?:the|that|this|them|a|an|not|my|our|nothing|years|months|weeks)|at (?:work|that|this|the|my)|try(?:ing)?|work(?:ing)?|stud(?:ying)|prepar(?:ing)|rehears(?:ing)|doing|writing|learning|on (?:the|that|this|my|those))',
  'kill myself (?:laughing|to (?:meet|get|finish|make|hit|deliver|please|be on)|with (?:work|overtime))|(?:not|never) (?:going to|about to) kill myself (?:for|over|to|trying|working)|could(?: have)? kill(?:ed)? myself (?:for|that|when i (?:saw|read|noticed|realised|realized|heard|found))|why (?:should|would) i kill myself (?:for|over|to)',
  '(?:nearly|almost) kill(?:ed|ing) myself (?:falling|fell|slipping|tripping|running|carrying|lifting|climbing|getting|driving|cycling|skiing|on (?:the|a|that)|when (?:the|a|my)|with (?:the|a) (?:ladder|saw|forklift|drill|bike|van|trolley|pallet))',
  'hopeless (?:at|with|cases?|task|situation)',
];

/** Trade words and ways of speaking that hold the words of despair. Each stands for itself alone. */
export const DESPAIR_IDIOMS: RegExp = wordsOf(ALTERNATIVES, 'g');

/** Words somebody else wrote or said, in quotation marks. */
const QUOTED =
  '(?:he|she|they|who|patient|client|caller|pupil|student|customer|guest|boy|girl|man|woman|friend|colleague|son|daughter|brother|sister|user|somebody|someone) (?:had |then |once |just ){0,2}(?:said|says|wrote|writes|texted|posted|shouted|whispered|cried|(?:told|messaged|emailed) (?:me|us|her|him|them|my colleague))(?: to me| in (?:the|a|her|his|our) [^ ,.;!?]{1,20})?[:,]? ?["“”\'][^"“”]{1,120}["“”\']';

/** The same where only the writer's own words count. */
export const OWN_IDIOMS: RegExp = wordsOf([...ALTERNATIVES, QUOTED], 'g');
