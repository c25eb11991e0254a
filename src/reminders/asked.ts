import { Temporal } from 'temporal-polyfill';
import { asking, NO_ZONE, said, without } from './asking.ts';
import {
  armedCard,
  armedElsewhereCard,
  FIRST_CHOICES,
  lineCard,
  quietLine,
  shownCard,
  unchangedCard,
  whenAskedCard,
} from './cards/plan-cards.ts';
import { dismissed } from './dismissed.ts';
import { pauseEnded, pausing } from './pausing.ts';
import { type Hours, isEmpty, type Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { putOff } from './put-off.ts';
import { quietIn } from './quiet-in.ts';
import { armed } from './rearmed.ts';
import { skippedNext, stopped, takenBack } from './taken-back.ts';
import { isTime, timed } from './timed.ts';
import type { Wish } from './when/when-read.ts';
import { wished } from './wished.ts';
import { zoneTold } from './zone-told.ts';
import { localDate } from './zoned.ts';

/** `remind` and the words after it: they look at their plan, change it, or answer what was asked. */
export function asked(plan: Plan, typed: string, grounds: PlanGrounds): PlanTurn {
  const words = typed.trim().replace(/^(?:me|us)\b\s*/iu, '');
  const [verb = '', ...rest] = words.split(/\s+/u);
  const of = rest.join(' ');
  const [, before, zone] = /^(.+?) zone (\S.*)$/iu.exec(words) ?? [];
  // What they tell of an interview may hold any word.
  if (before !== undefined && zone !== undefined && verb.toLowerCase() !== 'asked')
    return zoneTold(plan, zone, grounds, asked, before);
  switch (verb.toLowerCase()) {
    case '':
      return shown(plan, grounds);
    case 'change':
      return whenAsked(plan, grounds);
    case 'stop':
    case 'off':
    case 'none':
    case 'never':
      return stopped(plan);
    case 'yes':
      return confirmed(plan, grounds);
    case 'no':
      return said(without(plan), unchangedCard(plan));
    case 'back':
    case 'undo':
      return takenBack(plan, grounds);
    case 'wake':
    case 'resume':
    case 'on':
      return of === '' ? woken(plan, grounds) : timed(plan, words, grounds);
    case 'skip':
      // Said to one that just came, it is that one.
      return plan.asks?.fresh === true && plan.asks.about.what === 'reminder'
        ? dismissed(plan, grounds)
        : skippedNext(plan, grounds);
    case 'snooze':
      return putOff(plan, of, grounds);
    case 'pause':
      return pausing(plan, of, grounds);
    case 'quiet':
      return quieted(plan, of, grounds);
    case 'zone':
      return zoneTold(plan, of, grounds, asked);
    case 'asked':
      return told(plan, words.slice(verb.length), grounds);
    case 'start':
      return { plan, effects: [], start: startOf(grounds) };
    case 'set':
      return timeOrZone(plan, of, grounds);
    default:
      return timeOrZone(plan, words, grounds);
  }
}

/** Words for a time; or for a zone, where that is what was asked and they are no time. */
function timeOrZone(plan: Plan, words: string, grounds: PlanGrounds): PlanTurn {
  return plan.asks?.about.what === 'zone' && !isTime(words, grounds)
    ? zoneTold(plan, words, grounds, asked)
    : timed(plan, words, grounds);
}

function shown(plan: Plan, grounds: PlanGrounds): PlanTurn {
  if (isEmpty(plan)) return whenAsked(plan, grounds);
  const card = shownCard(goingOn(plan, grounds), grounds.hours, grounds.at);
  return said({ ...without(plan), missed: [] }, card);
}

/** What was held goes on with this very look at it (see `answered.ts`): it is shown as it then stands. */
function goingOn(plan: Plan, { at, hours, personKey }: PlanGrounds): Plan {
  const { held, ...rest } = plan;
  return held === undefined ? plan : armed({ ...rest, since: at }, hours, personKey);
}

function whenAsked(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const about = { what: 'when' as const, ...(isEmpty(plan) ? {} : { change: true as const }) };
  const next = asking(plan, about, FIRST_CHOICES, grounds);
  const lead = isEmpty(plan) ? undefined : changeLead(plan);
  return said(next, whenAskedCard(next.seq, lead));
}

function changeLead({ rhythm, interview }: Plan): string {
  return rhythm === undefined && interview === undefined
    ? 'When instead? A time alone moves it on its day.'
    : 'When instead? A new rhythm takes the place of the old one, a time alone moves it, and a single day and time comes beside it.';
}

function woken(plan: Plan, grounds: PlanGrounds): PlanTurn {
  if (isEmpty(plan)) return whenAsked(plan, grounds);
  const { resting: _, held: __, ...rest } = without(plan);
  const { pausedUntil: ___, ...hours } = grounds.hours;
  const since = grounds.at;
  const left = pauseEnded({ ...rest, since, unanswered: 0 }, since, hours.zone ?? NO_ZONE);
  const next = armed(left, hours, grounds.personKey);
  const card = shownCard(next, hours, grounds.at, 'Awake again.');
  return { plan: next, hours, effects: [{ type: 'say', card }] };
}

function quieted(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  const quiet = quietIn(of);
  if (quiet === undefined)
    return said(
      plan,
      lineCard(
        quietLine(grounds.hours.quiet),
        'To change them: remind quiet 22:00-7:00, or remind quiet none.',
      ),
    );
  const hours: Hours = { ...grounds.hours, quiet };
  const next = armed({ ...without(plan), since: grounds.at }, hours, grounds.personKey);
  const then = next.next === undefined ? [] : [`Next: ${next.next.wall}.`];
  return { plan: next, hours, effects: [{ type: 'say', card: lineCard(quietLine(quiet), ...then) }] };
}

/** They told how the interview went. It feeds the next plan. */
function told(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  const zone = grounds.hours.zone ?? NO_ZONE;
  const date = Temporal.Instant.from(grounds.at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const answer = of.trim();
  const kept =
    answer === '' || answer === 'skip' ? plan.told : [...plan.told, { date, words: answer }].slice(-10);
  const line =
    answer === 'skip' || answer === ''
      ? 'That is fine.'
      : 'Kept, for you alone. The next plan begins with it.';
  return said({ ...without(plan), told: kept }, lineCard(line));
}

/** The yes to what was repeated: it is armed, and said where reminders come, which tries the way there. */
function confirmed(plan: Plan, grounds: PlanGrounds): PlanTurn {
  const { asks } = plan;
  if (asks?.about.what !== 'confirm') return shown(plan, grounds);
  if (isPast(asks.about.wish, grounds)) {
    const next = asking(plan, { what: 'when' }, FIRST_CHOICES, grounds);
    return said(next, whenAskedCard(next.seq, 'That is past by now. When instead?'));
  }
  const { wish, instead } = asks.about;
  const { moments } = plan;
  const left =
    instead === undefined ? plan : { ...plan, moments: moments.filter(({ at }) => at !== instead) };
  // Where they practise now, and agree, is where reminders come.
  const agreed = { ...wished(without(left), wish, grounds), place: grounds.home };
  const next = armed(agreed, grounds.hours, grounds.personKey);
  // In a practice of its own place they look there.
  const isElsewhere = grounds.here !== plan.place && grounds.here !== next.place;
  const here = isElsewhere ? [{ type: 'say' as const, card: armedElsewhereCard(next, grounds.hours) }] : [];
  return { plan: next, effects: [{ type: 'remind', card: armedCard(next, grounds.hours) }, ...here] };
}

/** A yes may come late. */
function isPast(wish: Wish, { at, hours }: PlanGrounds): boolean {
  if (wish.kind === 'moment') return Date.parse(wish.moment.at) <= Date.parse(at);
  const today = localDate(Temporal.Instant.from(at), hours.zone ?? NO_ZONE);
  return wish.kind === 'interview' && wish.date < today;
}

/** The step the last critique wants next, else that practice once more; without one, a first. */
function startOf({ about }: PlanGrounds): NonNullable<PlanTurn['start']> {
  if (about.step !== undefined) return { step: about.step.id };
  return about.hasPractice && !about.sheltered ? { again: true } : {};
}
