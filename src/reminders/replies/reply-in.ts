import { withoutStops } from '../../text/day-month.ts';
import { isLater } from '../../text/is-later.ts';
import { NO_ZONE } from '../asking.ts';
import { isPause } from '../pausing.ts';
import type { OpenQuestion } from '../plan.ts';
import type { PlanGrounds } from '../plan-event.ts';
import { saysWhen } from '../put-off-to.ts';
import { spanIn } from '../when/durations.ts';
import { plainWords } from '../when/plain-words.ts';
import { readWhen } from '../when/read-when.ts';
import type { SaidWhere } from '../when/spoken.ts';
import type { Choice } from '../when/when-read.ts';
import { zonesMeant } from '../zones.ts';
import { chosenIn, isUsual } from './chosen.ts';
import { toHowItWent } from './how-told.ts';
import { timesMeant } from './retimed.ts';
import { shiftIn, shiftsFor } from './shifted.ts';
import { momentWords, toReminder, YES } from './to-reminder.ts';

/** What plain words mean as an answer: words after `remind`, or fewer choices than were offered. */
export type Reply =
  | { readonly words: string }
  | { readonly left: readonly Choice[] }
  /** None, so short that it was meant for the question: it is asked again. */
  | { readonly asks: 'again' };

const NO =
  /^(?:no|nope|n|no,? thanks|no,? thank you|cancel|not now|(?:never ?mind|forget|leave|skip)(?: (?:it|that|this))?|none|neither|nothing|none yet|(?:none|neither|not any) of (?:them|these|those|that))$/u;
/** "no, 9:00" and "rather Tuesday": another one instead. */
const RATHER = /^(?:no|nope|rather|better|make it|or|then|ok|okay|yes|let's say|how about)[, ]+(?=\S)/u;
/** Longer than this it is no answer to a question of the plan's. */
const LONGEST = 100;
/** So short, where no practice asks beside it, it was meant for the question. */
const SHORT_WORDS = 4;

/** The answer in plain words; undefined where they are none. Where a practice asks too, only what is plainly one. */
export function replyIn(question: OpenQuestion, text: string, grounds: PlanGrounds): Reply | undefined {
  const { about, choices } = question;
  const { isBeside } = grounds;
  if (about.what === 'after') {
    const words = toHowItWent(text, about.was, isBeside);
    return words === undefined ? undefined : { words };
  }
  if (text.length > LONGEST || text.includes('\n')) return undefined;
  const bare = bareOf(text);
  if (bare === '') return undefined;
  if (about.what === 'undo') return toReminder(bare, false) === 'back' ? { words: 'back' } : undefined;
  if (about.what === 'reminder') return answering(bare, choices, grounds);
  if (about.what === 'confirm' && YES.test(bare)) return { words: 'yes' };
  if (NO.test(bare)) return { words: 'no' };
  const left = chosenIn(choices, bare, at(grounds));
  const [only, second] = left;
  if (only !== undefined) return second === undefined ? { words: only.words } : { left };
  // Yes to several is none of them yet.
  if (YES.test(bare) && choices.length > 0)
    return choices.length === 1 && choices[0] ? { words: choices[0].words } : { left: choices };
  return typed(question, text.trim(), bare, grounds);
}

function bareOf(text: string): string {
  return withoutStops(text.toLowerCase().replaceAll('\u2019', "'")).trim();
}

function at({ at: now, hours }: PlanGrounds): SaidWhere {
  return { now, zone: hours.zone ?? NO_ZONE };
}

/** A reminder comes unasked: beside a practice only what can be meant for nothing else answers it. */
function answering(bare: string, choices: readonly Choice[], grounds: PlanGrounds): Reply | undefined {
  const { isBeside } = grounds;
  const words = toReminder(bare, isBeside);
  if (words !== undefined) return { words };
  const picked = isBeside ? undefined : picking(bare, choices, grounds);
  if (picked !== undefined) return picked;
  const moment = momentWords(bare, isBeside);
  return moment !== undefined && saysWhen(moment, grounds) ? { words: `snooze ${moment}` } : undefined;
}

/** Of what the reminder offers; or of the moments between which they were asked, where words for one were open. */
function picking(bare: string, choices: readonly Choice[], grounds: PlanGrounds): Reply | undefined {
  const asked = choices.map(({ label, words }) => ({ label, words: words.replace(/^snooze /u, '') }));
  if (asked.length === 0 || !asked.every(({ words }) => /^\d{4}-|^in /u.test(words))) {
    if (NO.test(bare)) return { words: 'skip' };
    if (YES.test(bare)) return { words: 'start' };
    const [only, second] = chosenIn(choices, bare, at(grounds));
    return only === undefined || second !== undefined ? undefined : { words: only.words };
  }
  if (NO.test(bare)) return { words: 'no' };
  const left = (YES.test(bare) ? asked : chosenIn(asked, bare, at(grounds))).map(putOffAgain);
  const [only, second] = left;
  if (only === undefined) return undefined;
  return second === undefined ? { words: only.words } : { left };
}

function putOffAgain({ label, words }: Choice): Choice {
  return { label, words: `snooze ${words}` };
}

/** None of the choices: what was asked for, in their own words. */
function typed(
  { about, choices }: OpenQuestion,
  text: string,
  bare: string,
  grounds: PlanGrounds,
): Reply | undefined {
  const { isBeside } = grounds;
  const isShort = !isBeside && bare.split(/\s+/u).length <= SHORT_WORDS;
  switch (about.what) {
    case 'zone': {
      if (YES.test(bare)) return { words: 'zone' };
      // Where the time is what is missing besides, a time of the day is that one.
      const waits = about.words !== '' && readWhen(about.words, at(grounds)).read === 'ask';
      if (waits && timesMeant(text) !== undefined) return { words: `set ${about.words} ${text}` };
      const isZone = zonesMeant(text, { now: grounds.at }) !== undefined;
      return isZone || !isBeside ? { words: `zone ${text}` } : undefined;
    }
    case 'pause':
      return isPause(text, grounds) || isShort ? { words: `pause ${text}` } : undefined;
    case 'when':
    case 'confirm': {
      if (/^zone \S/iu.test(text)) return { words: text };
      const rather = text.replace(new RegExp(RATHER.source, 'iu'), '');
      const isShift = shiftIn(rather) !== undefined || shiftsFor(rather) !== undefined;
      // Said to days and times, how long is no answer: "two weeks later" goes on with a story.
      const isStory =
        isBeside &&
        (isShift || isLater(bare) || spanIn(plainWords(rather)) !== undefined) &&
        !(isUsual(choices) && /^in /iu.test(rather));
      const isTime =
        isShift || timesMeant(rather) !== undefined || readWhen(rather, at(grounds)).read !== 'unread';
      // Never one of the words that act, such as "stop": those are said after `remind`.
      if (isTime && !isStory) return { words: `set ${rather}` };
      // Under what is planned nothing was asked: there only a time is an answer.
      if (!isShort || (about.what === 'when' && choices.length === 0)) return undefined;
      return about.what === 'when' ? { words: `set ${text}` } : { asks: 'again' };
    }
    default:
      return undefined;
  }
}
