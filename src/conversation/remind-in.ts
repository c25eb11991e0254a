import { withoutStops } from '../text/day-month.ts';
import { isLater } from '../text/is-later.ts';
import { beginsAsTime, isAllTime } from './time-words.ts';

/** Longer than this it is an answer. */
const LONGEST = 100;
/** The same, where it names a zone as well. */
const LONGEST_IN_ZONE = 140;
/** What can follow `remind` besides a time: alone, or with a word or two that change nothing. "Remind no one" is an answer. */
const ORDER =
  /^(?:yes|no|off|none|never|wake|resume|on|start|stop|change|skip|back|undo)(?: (?:please|thanks?|thank you|it|them|that|this|(?:this|that|next) one|all|now|again|up|next|the|practice|practising|reminders?|reminding|me|us))*$/iu;
/** Orders that take words of their own. */
const ORDER_OF = /^(?:set|snooze|pause|zone|asked)\b|^quiet(?=$| (?:hours|none|off|from|\d))/iu;
/** What is said to the coach for sure: "remind me every third blue moon" is no time, and no answer. */
const TO_ME =
  /^(?:on|at|in|every|each|daily|weekly|biweekly|fortnightly|monthly|first|second|third|fourth|last|next|this|when|whenever|half|a|an|\d\S*)\b/iu;
const INTERVIEW =
  /^(?:my )?interview(?: is)? (?:on|in|tomorrow|today|next|this|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

const REMINDER = '(?:(?:a|an|my|some|daily|weekly) )*reminders?';
/** Somebody who asks for reminders in a sentence. "I set a reminder" is told, and no wish. */
const WISH = new RegExp(
  [
    `^(?:(?:hi|hello|hey|yes|ok|okay),? )*(?:please,? )?(?:`,
    `(?:(?:can|could|would|will) you (?:please )?)?(?:remind me|(?:set|give|send|schedule)(?: me)?(?: up)? ${REMINDER})`,
    `|i(?:'d| would)? (?:like|love|want|need) (?:to be reminded|you to remind me|(?:to (?:get|have|set)(?: up)? )?${REMINDER})`,
    `|(?:can|could|may) i (?:please )?(?:be reminded|(?:get|have|set)(?: up)? ${REMINDER})`,
    ')(?![\\p{L}\\d])',
  ].join(''),
  'iu',
);
/** What they are reminded of is their practice: of anything else I know nothing. */
const TO_PRACTISE =
  /(?<!\p{L})(?:to (?:practi[sc]e|rehearse|do (?:(?:my|a|the|some) )?practi[sc]e)|(?:about|for) (?:(?:my|a|the|some) )?practi[sc](?:e|ing))(?: (?:again|it|this|(?:(?:my|the|this|an?) )?(?:(?:failure|interview) )?(?:story|stories|answers?|questions?)))?(?!\p{L})/iu;
const SOMETIME =
  /^(?:(?:please|thanks?|thank you|sometimes?|some time|regularly|often|again|later|soon|now and then|from time to time|at some point|one day)(?:,? |$))*$/iu;

/** The words after `remind`, or those of "interview on 20 March"; '' where they say no time; undefined where a message is neither. */
export function remindIn(message: string): string | undefined {
  const longest = /^remind .* zone \S/iu.test(message) ? LONGEST_IN_ZONE : LONGEST;
  if (message.length > longest || message.includes('\n')) return undefined;
  const bare = withoutStops(message)
    .trim()
    .replace(/[\u2018\u2019]/gu, "'");
  if (/^(?:reminders?|remind(?: me| us)?)(?:,? please)?$/iu.test(bare)) return '';
  const [, noun, words = ''] = /^remind(ers?)?\s+(.+)$/iu.exec(bare) ?? [];
  // "Reminders on Mondays helped" is told.
  const isTold = noun !== undefined && beginsAsTime(words) && !isAllTime(words);
  if (isOrder(words) && !isTold) return words;
  return wished(bare) ?? (INTERVIEW.test(bare) ? bare : undefined);
}

function isOrder(typed: string): boolean {
  const words = typed.replace(/^(?:me|us)\s+/iu, '');
  if (ORDER.test(words) || ORDER_OF.test(words) || isLater(words.toLowerCase())) return true;
  if (beginsAsTime(words) || INTERVIEW.test(words) || /^(?:my )?interview$/iu.test(words)) return true;
  return words !== typed && TO_ME.test(words);
}

/** When somebody wishes it who asks in a sentence: only where nothing else is said, for it may stand in an answer. */
function wished(bare: string): string | undefined {
  const opening = WISH.exec(bare);
  if (opening === null) return undefined;
  const when = bare
    .slice(opening[0].length)
    .replace(TO_PRACTISE, ' ')
    .replace(/,? (?:please|thanks?|thank you)$/iu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,]*(?:please |for )?/iu, '')
    .trim();
  // Said to a reminder it is that one, else it is asked when.
  if (isLater(when.toLowerCase())) return 'later';
  if (SOMETIME.test(when)) return '';
  const interview = when.replace(/^before /iu, '');
  return INTERVIEW.test(interview) ? interview : isAllTime(when) ? when : undefined;
}
