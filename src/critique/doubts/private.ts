import { anyOf } from '../signals/matching.ts';
import { type DoubtFinder, firstWords } from './finder.ts';

const PARTNER = '(?:wife|husband|girlfriend|boyfriend|fianc[eé]e?|ex|partner|spouse)';
const FAMILY =
  '(?:wife|husband|girlfriend|boyfriend|fianc[eé]e?|mother|mum|mom|father|dad|parents|brother|sister|son|daughter|kids|children|grandmother|grandma|grandfather|grandpa|family|best friend|friends)';

/** What happened at home, whatever else is told. */
const HOME = anyOf(
  `my (?:own |first |second |last )?(?:marriage|divorce|love life|private life|relationship with my ${FAMILY})|my (?:last |long |first |longest )?relationship (?:ended|failed|broke|fell|went|did)|(?:got|getting|been) divorced|i (?:cheated on|broke up with|divorced) (?:my|her|him)|${PARTNER} (?:left me|broke up|and i (?:split|separated|broke up|divorced|got divorced))|(?:she|he) (?:broke up with|left|divorced) me`,
  `(?:as|was|been|am) (?:a|the) (?:bad |good |terrible |worse |better )?(?:father|mother|husband|wife|parent|son|daughter|dad|mum|mom|brother|sister|friend)|(?:not|never|\\p{L}{3,6}n't) (?:visit|visited|call|called) my (?:${FAMILY})|(?:lied|lie|lying) to my ${FAMILY}|(?:missed|forgot|forgotten|miss) (?:\\p{L}+ )?my (?:own )?(?:${FAMILY}'?s?'? )(?:\\p{L}+ )?(?:birthday|anniversary|wedding|graduation|funeral|recital|school play|concert)|(?:missed|forgot) (?:our|my) (?:wedding )?anniversary|(?:fought|fell out|(?:not|\\p{L}{3,6}n't) (?:speak|talk|keep in touch|get on|get along)|lost touch|lost contact|broke) with my ${FAMILY}|(?:was|were) (?:not|never) (?:\\p{L}+ ){0,2}there for my ${FAMILY}|(?:was|were)n't (?:\\p{L}+ ){0,2}there for my ${FAMILY}|(?:keep|hold|have|find|stay in) (?:down )?a (?:\\p{L}+ )?(?:relationship|girlfriend|boyfriend|partner) (?:for|longer|together)`,
  "dating|(?:a|my|first|blind) date with (?:a girl|a boy|a guy|her|him)|tinder|my (?:diet|weight|new year'?s resolutions?)|(?:lose|losing|lost|put on|gained) (?:\\p{L}+ )?weight|(?:every|a|that|the|strict) diet|quit(?:ting)? smoking|stop(?:ped)? smoking|(?:gave|give) up (?:smoking|drinking|running|the gym)|(?:get|got|stay) (?:fit|in shape)|gym membership|learn(?:ed|t)? to (?:swim|drive|cook|dance|play the \\p{L}+)|(?:run|ran|finish|finished|running) (?:a|the|my first) (?:half[ -])?marathon",
  "(?:driving|driver'?s?) (?:test|licen[cs]e|exam)",
);

/** An examination taken for oneself. Those a job hangs on are work. */
const EXAM = anyOf(
  "(?:failed|fail|flunked|did not pass|didn'?t pass|failing|messed up) (?:\\p{L}+ ){0,3}(?:exams?|examinations?|a-levels?|finals|test in (?:school|maths?)|maths? test|school year|class|semester|course)(?! (?:rep|newsletter))|had to repeat (?:a|the|my|one) (?:year|class|semester|grade)",
);
const JOB_EXAM = anyOf(
  'bar|certif\\p{L}+|cpa|acca|cfa|pmp|board exams?|licensing|licen[cs]ure|trade exams?|master craftsman|qualification|professional|chartered|boards|scrum|cisco|aws|azure',
);

/** Others depended on the person, or it was at work: then it counts, whoever else is in it. */
const WORK = anyOf(
  'customers?|clients?|patients?|pupils|guests?|colleagues?|co-?workers?|teams?|manager|boss|supervisor|chef|project|deadline|shifts?|release|launch|contract|filing|orders?|invoices?|suppliers?|staff|employees?|company|firm|business|shop|restaurant|caf[eé]|bakery|farm|office|studio|agency|ward|club|volunteer(?:s|ed|ing)?|members?|scouts?|troop|platoon|army|charity|food bank|tournament|association|committee|part-?time|internship|group (?:project|work)|society|band|orchestra|choir|my job|at work|app|users?|campaign|event|editor|article|bride|groom|couple|i (?:organi[sz]ed|planned|managed|led|coached|trained|taught|tutored)',
);

export const privateLife: DoubtFinder = (text) => {
  const home = firstWords(text, HOME, (sentence) => WORK.test(sentence.folded));
  if (home !== undefined) return home;
  if (text.sentences.some((sentence) => WORK.test(sentence.folded))) return undefined;
  return firstWords(text, EXAM, (sentence) => JOB_EXAM.test(sentence.folded));
};
