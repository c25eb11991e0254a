/** Up to three words between: "my former team lead", "a guest of 60 years". */
export const GAP = '(?:[^ ,.;!?]{1,30},? ){0,3}';

const KIN =
  '(?:mothers?|mums?|moms?|fathers?|dads?|parents?|stepmother|stepfather|wife|husband|spouse|partner|boyfriend|girlfriend|fianc[eé]e?|ex|ex-[^ ,.;!?]+|' +
  'sons?|daughters?|child|children|kids?|baby|babies|twins?|brothers?|sisters?|siblings?|grandmother|grandfather|grandma|grandpa|granny|gran|nan|grandad|granddad|' +
  'grandparents?|aunt|uncle|cousin|niece|nephew|family|(?:best |closest |oldest )?friends?|flatmate|mentor)';

/** Someone of the teller's own life. */
export const NEAR = `(?:my|our) ${GAP}${KIN}`;

const AT_WORK =
  '(?:people|persons?|patients?|residents?|guests?|customers?|clients?|visitors?|passengers?|drivers?|cyclists?|riders?|swimmers?|climbers?|hikers?|tenants?|' +
  'pupils?|students?|apprentices?|trainees?|interns?|players?|soldiers?|comrades?|crew members?|workers?|builders?|carpenters?|electricians?|colleagues?|co-?workers?|' +
  'teammates?|nurses?|doctors?|teachers?|manager|boss|supervisor|owner|chef|director|co-?founder|volunteers?|prisoners?|inmates?|' +
  'm[ae]n|wom[ae]n|boys?|girls?|toddlers?|infants?|newborns?|teenagers?|teens?|lady|ladies|gentleman|guy|victims?|somebody|someone|anybody|anyone)';

/** Someone: servers, deals and plants die as well, so a person must be named. */
export const PERSON = `(?:he|she|they|who|${KIN}|${AT_WORK}|(?:two|three|four|five|six|one) of (?:us|them))`;

/** An adverb between "I was" and what happened. */
export const ADVERB =
  '(?:(?:then|later|also|once|even|just|simply|suddenly|finally|eventually|actually|recently|soon|not long after|being|[^ ,.;!?]+ly) ){0,2}';

/** What dies, is killed or is abused at work without anybody coming to harm. */
const THING =
  '(?:projects?|orders?|apps?|portals?|accounts?|sessions?|process(?:es)?|jobs?|wi-?fi|monitors?|lists?|servers?|screens?|phones?|laptops?|tablets?|data|databases?|records?|systems?|lines?|deals?|ideas?|plans?|features?|campaigns?|requests?|contracts?|events?|files?|pages?|queues?|chats?|calls?|meetings?|pitch|demos?|stor(?:y|ies)|shows?|radios?|cars?|vans?|engines?|batter(?:y|ies)|lights?|plants?|trees?|flowers?|programs?|programmes?|scripts?|builds?|branch(?:es)?|sites?|shops?|business|conversations?|interest|traffic|momentum|career|company|start-?ups?|market|jokes?|applause|devices?|machines?|printers?|cameras?|mics?|microphones?|songs?|music|bots?|threads?|containers?|trust|it|everything|this|my|your|his|her|their)';

/**
 * Up to five words between a person and what befell them: "a child I was responsible for drowned", "a guest on the
 * third floor died"; not "the guests left when the music died" or "the client project died".
 */
export const FAR = `(?:(?:in|on|at|of|from|under|with|for) (?:the|my|our|a|this|that|his|her) [^ ,.;!?]{1,30} |(?!(?:the|our|its|an?|when|until|till|as|because|since|and|but|whose|that|said|told|thought|${THING}) )[^ ,.;!?]{1,30} ){0,5}`;
