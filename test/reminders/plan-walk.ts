import { Temporal } from 'temporal-polyfill';
import { fallbackText } from '../../src/card/fallback.ts';
import type { Hours, Plan, Reason } from '../../src/reminders/plan.ts';
import type { PlanEvent, PlanTurn } from '../../src/reminders/plan-event.ts';
import { WRONG_CLOCK_MS } from '../../src/reminders/right-clock.ts';
import { planner } from './plan-kit.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a wake brought: a reminder, the word of rest, or that one was missed. */
export interface Came {
  readonly at: string;
  readonly dueAt: string;
  readonly what: 'reminder' | 'rest' | 'missed';
  readonly reason: Reason;
  readonly text: string;
}

/** One step of a walk: how the plan stood, what happened, how it stands. */
export interface Step {
  readonly now: string;
  readonly before: Plan | undefined;
  readonly after: Plan | undefined;
  readonly hours: Hours;
  readonly did: string;
  /** The wake that rang; none: it was something else. */
  readonly dueAt?: string;
  readonly came: readonly Came[];
  /** The clock was set back by more than two days at some time: from then on what it showed before counts for nothing. */
  readonly clockWasWrong: boolean;
  /** All the wakes so far. */
  readonly history: readonly Came[];
}

export type Move =
  | { readonly does: 'asks'; readonly words: string; readonly yes: boolean }
  | { readonly does: 'interview'; readonly inDays: number; readonly time: string }
  | { readonly does: 'pauses'; readonly days: number }
  | { readonly does: 'says'; readonly text: string }
  | { readonly does: 'presses'; readonly verb: string; readonly isOld: boolean }
  | { readonly does: 'practises'; readonly event: Extract<PlanEvent, { type: 'practised' }> }
  | { readonly does: 'happens'; readonly event: PlanEvent }
  | { readonly does: 'passes' | 'isAway' | 'setsBack'; readonly minutes: number };

/** Somebody with a plan walks through moves; `look` sees every turn. */
export function walk(at: string, hours: Hours, moves: readonly Move[], look: (step: Step) => void): void {
  const ada = planner(at, hours);
  const history: Came[] = [];
  let now = Date.parse(at);
  let latest = now;
  let clockWasWrong = false;

  const turn = (did: string, act: () => unknown, dueAt?: string) => {
    ada.setClock(new Date(now).toISOString());
    latest = Math.max(latest, now);
    clockWasWrong ||= latest - now > WRONG_CLOCK_MS;
    const before = ada.plan();
    const seen = ada.reminded.length;
    act();
    const after = ada.plan();
    const reminded = dueAt === undefined ? [] : ada.reminded.slice(seen);
    const came = reminded.map(({ at: when, card }) =>
      cameOf(before, after, when, dueAt ?? '', fallbackText(card)),
    );
    history.push(...came);
    look({
      now: new Date(now).toISOString(),
      ...{ before, after, hours: ada.hours(), did, came, history, clockWasWrong },
      ...(dueAt === undefined ? {} : { dueAt }),
    });
  };
  /** What is due rings: in its time, or all at once where nobody was there. */
  const ringUntil = (end: number) => {
    for (let rung = 0; rung < 2_000; rung += 1) {
      const due = ada.next();
      if (due === undefined || Date.parse(due) > end) break;
      now = Math.max(now, Date.parse(due));
      turn(`rings ${due}`, (): PlanTurn => ada.happens({ type: 'woke', dueAt: due }), due);
    }
    now = Math.max(now, end);
  };
  for (const move of moves) {
    ringUntil(now);
    switch (move.does) {
      case 'asks':
        turn(move.words, () => ada.asks(move.words));
        if (move.yes) turn('yes', () => ada.asks('yes'));
        break;
      case 'interview': {
        const date = Temporal.Instant.fromEpochMilliseconds(now + move.inDays * DAY_MS)
          .toString()
          .slice(0, 10);
        turn(`interview ${date}`, () => ada.asks(`interview on ${date}${move.time}`));
        turn('yes', () => ada.asks('yes'));
        break;
      }
      case 'pauses':
        turn(`pause ${move.days} days`, () => ada.asks(`pause ${move.days} days`));
        break;
      case 'says':
        turn(move.text, () => ada.says(move.text));
        break;
      case 'presses': {
        const seq = ada.plan()?.sent?.seq;
        turn(`presses ${move.verb}`, () =>
          ada.presses(move.verb, move.isOld ? seq : ada.plan()?.asks?.seq, 1),
        );
        break;
      }
      case 'practises':
        turn('practises', () => ada.practises(move.event.practised, move.event.text));
        break;
      case 'happens':
        turn(move.event.type, () => ada.happens(move.event));
        break;
      case 'passes':
        ringUntil(now + move.minutes * 60_000);
        break;
      case 'isAway':
        now += move.minutes * 60_000;
        ringUntil(now);
        break;
      case 'setsBack':
        now -= move.minutes * 60_000;
        turn('setsBack', () => undefined);
        break;
    }
  }
}

function cameOf(
  before: Plan | undefined,
  after: Plan | undefined,
  at: string,
  dueAt: string,
  text: string,
): Came {
  const reason = before?.next?.reason ?? { kind: 'rhythm' };
  const isSent = after?.sent !== undefined && after.sent.seq !== before?.sent?.seq;
  const what = isSent ? 'reminder' : after?.resting === true && before?.resting !== true ? 'rest' : 'missed';
  return { at, dueAt, what, reason, text };
}
