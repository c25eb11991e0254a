import type { Card } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { advancePlan } from '../../src/reminders/advance-plan.ts';
import type { Hours, Plan } from '../../src/reminders/plan.ts';
import type { About, PlanEvent, PlanTurn } from '../../src/reminders/plan-event.ts';

/** Somebody with a plan, and a clock the test moves: what they type and press, and what they are shown. */
export function planner(at: string, hours: Hours = { zone: 'Europe/Berlin', source: 'platform' }) {
  let now = Date.parse(at);
  let lastActive = now;
  let held: Plan | undefined;
  let beside = false;
  let practising = false;
  let waits = false;
  let theirs = hours;
  let about: About = { hasPractice: true, sheltered: false, step: { id: 'growth', name: 'Growth Evidence' } };
  const reminded: { at: string; card: Card }[] = [];
  const said: Card[] = [];

  function happens(event: PlanEvent): PlanTurn {
    const made = advancePlan(held, event, {
      at: new Date(now).toISOString(),
      hours: theirs,
      personKey: 'terminal:local:ada',
      here: 'terminal/ada',
      home: 'terminal/ada',
      isBeside: beside,
      isPractising: practising,
      waitsForThem: waits,
      lastActiveAt: new Date(lastActive).toISOString(),
      about,
    });
    held = made.plan;
    theirs = made.hours ?? theirs;
    for (const effect of made.effects) {
      if (effect.type === 'remind') reminded.push({ at: new Date(now).toISOString(), card: effect.card });
      else said.push(effect.card);
    }
    return made;
  }

  const acts = (event: PlanEvent): string => {
    const before = [said.length, reminded.length];
    happens(event);
    lastActive = now;
    return [...said.slice(before[0]), ...reminded.slice(before[1]).map(({ card }) => card)]
      .map(fallbackText)
      .join('\n\n');
  };
  return {
    asks: (words: string) => acts({ type: 'asked', words }),
    says: (text: string) => acts({ type: 'said', text }),
    presses: (verb: string, seq?: number, nth?: number) =>
      acts({ type: 'pressed', verb, seq, ...(nth === undefined ? {} : { nth }) }),
    /** Asks for it, and says yes. */
    plans(words: string): string {
      acts({ type: 'asked', words });
      return acts({ type: 'asked', words: 'yes' });
    },
    practises: (practised: Extract<PlanEvent, { type: 'practised' }>['practised'], text?: string) =>
      acts({ type: 'practised', practised, ...(text === undefined ? {} : { text }) }),
    happens,
    /** A practice asks something beside it. */
    isBeside: () => {
      beside = true;
    },
    /** They are at a practice from now on. */
    isPractising: () => {
      practising = true;
    },
    /** Their reminders are shown only where they look for them. */
    looksForThem: () => {
      waits = true;
    },
    /** Their platform tells of another zone, with whatever they do. */
    movesTo(zone: string): void {
      theirs = { ...theirs, zone };
      happens({ type: 'moved' });
    },
    isAbout: (next: About) => {
      about = next;
    },
    /** Lets the clock run to `until`, ringing each wake at its time. */
    until(until: string): void {
      const end = Date.parse(until);
      for (let rung = 0; rung < 5_000; rung += 1) {
        const due = held?.next?.at;
        if (due === undefined || Date.parse(due) > end) break;
        now = Math.max(now, Date.parse(due));
        happens({ type: 'woke', dueAt: due });
      }
      now = Math.max(now, end);
    },
    /** The coach is away until then, and finds what is due at once. */
    awayUntil(until: string): void {
      now = Date.parse(until);
      const due = held?.next?.at;
      if (due !== undefined && Date.parse(due) <= now) happens({ type: 'woke', dueAt: due });
    },
    setClock: (at: string) => {
      now = Date.parse(at);
    },
    plan: () => held,
    hours: () => theirs,
    next: () => held?.next?.at,
    reminded,
    reads: () => said.map(fallbackText),
    lastReminder: () => {
      const last = reminded.at(-1);
      return last === undefined ? '' : fallbackText(last.card);
    },
  };
}
