import { type Block, type Button, type Card, type Runs, text } from '../../card/card.ts';
import { inWords, momentInWords } from '../in-words.ts';
import { type Hours, isEmpty, type OpenQuestion, type Plan } from '../plan.ts';
import { isReady } from '../readiness.ts';
import { type QuietHours, USUAL_QUIET_HOURS } from '../recurrence.ts';
import { shortTime } from '../short-time.ts';
import type { Choice, Wish } from '../when/when-read.ts';

/** A card of the plan: none of a practice's. */
export function planCard(blocks: readonly Block[], buttons: readonly Button[] = []): Card {
  return { v: 1, blocks, buttons, asks: 'nothing' };
}

/** What can be chosen in answer to a question, as buttons. What is typed for one says all of it, so it counts anywhere. */
export function choiceButtons(choices: readonly Choice[], seq: number): Button[] {
  return choices.slice(0, 5).map(({ label, words }, index) => ({
    action: `remind:pick:${seq}-${index + 1}`,
    word: `remind ${words}`,
    label,
  }));
}

const CHANGE: Button = { action: 'remind:change', word: 'remind change', label: 'Change' };
const STOP: Button = { action: 'remind:stop', word: 'remind stop', label: 'Stop reminders' };
/** What was stopped or skipped stands again. */
export const TAKE_BACK: Button = { action: 'remind:back', word: 'remind back', label: 'Take it back' };

/** What is offered where nothing is planned: read as if it were typed. */
export const FIRST_CHOICES: readonly Choice[] = [
  { label: 'Weekdays, 8:30', words: 'weekdays 8:30' },
  { label: 'Mon and Thu, 18:00', words: 'Mon/Thu 18:00' },
  { label: 'When it pays', words: 'when it pays' },
];

const HOW_TO: Block = text({
  typed:
    'Or type it: remind every Tuesday 9:00, remind first Monday of the month 18:00, remind in 2 hours, or remind interview on 20 March 2027.',
  pressed:
    'Or say it with the command: every Tuesday 9:00, first Monday of the month 18:00, in 2 hours, or interview on 20 March 2027.',
});

/** When shall they come? */
export function whenAskedCard(
  seq: number,
  lead = 'When shall I remind you to practise? Five minutes are enough.',
): Card {
  return planCard(
    [
      text(lead),
      text('"When it pays" leaves the spacing to me: soon after a hard one, later after a good one.'),
      HOW_TO,
    ],
    choiceButtons(FIRST_CHOICES, seq),
  );
}

/** A question with its choices. */
export function askedCard(question: string, choices: readonly Choice[], seq: number): Card {
  return planCard([text(question)], choiceButtons(choices, seq));
}

/** Which zone? Asked only where the platform does not tell. */
export function zoneAskedCard(lead: string | undefined, choices: readonly Choice[], seq: number): Card {
  const question =
    lead ??
    'Which time zone are you in? Name a city, such as Berlin or New York, or what your clock shows now.';
  const how = text({
    typed: 'Type it, for example: remind zone Europe/Berlin, or remind zone 14:20.',
    pressed: 'Use the command remind with its zone: it completes what you type.',
  });
  return planCard([text(question), how], choiceButtons(choices, seq));
}

/** All of it once more before it counts: weekday, date, time and zone. `comes`: what comes, or comes first; `notes`: what else it means. */
export function confirmCard(
  wish: Wish,
  zone: string,
  comes: string | undefined,
  notes: readonly Runs[],
  seq: number,
): Card {
  return planCard(
    [
      text(`I would remind you ${inWords(wish, zone)}.`),
      ...(comes === undefined ? [] : [text(comes)]),
      ...notes.map((note) => text(...note)),
      text('Is that right?'),
    ],
    [
      { action: `remind:yes:${seq}`, word: 'remind yes', label: 'Yes, remind me', style: 'primary' },
      { action: `remind:change`, word: 'remind change', label: 'Another time' },
      { action: `remind:no:${seq}`, word: 'remind no', label: 'No' },
    ],
  );
}

/** It stands: said where reminders come, so that the way there is tried at once. */
export function armedCard(plan: Plan, hours: Hours, wish: Wish): Card {
  const { next } = plan;
  const zone = hours.zone ?? 'UTC';
  const when = next === undefined ? undefined : armedFor(wish, next, zone);
  const line =
    when === undefined
      ? 'Set.'
      : {
          typed: `Set. I remind you here, ${when}: at once while I run, else when you start me again.`,
          pressed: `Set. I remind you here, ${when}.`,
        };
  return planCard([text(line), text(howToChange())], [CHANGE, STOP]);
}

/** What was just set comes first here, also where another reminder comes before it. */
function armedFor(wish: Wish, next: NonNullable<Plan['next']>, zone: string): string {
  if (wish.kind !== 'moment' || Date.parse(wish.moment.at) === Date.parse(next.at))
    return `next on ${next.wall} (${zone})`;
  return `on ${momentInWords(wish.moment.at, zone)} (${zone}), and before that on ${next.wall}`;
}

/** It stands, said beside a practice: reminders do not come there. */
export function armedElsewhereCard({ next }: Plan, hours: Hours): Card {
  const when = next === undefined ? 'Set.' : `Set. Next: ${next.wall} (${hours.zone ?? 'UTC'}).`;
  return lineCard(`${when} It comes in our own messages, outside this practice.`);
}

function howToChange() {
  return {
    typed: 'To change it, type remind. To end it, remind stop.',
    pressed: 'You can change or end it any time.',
  };
}

/** What is planned now. */
export function shownCard(plan: Plan, hours: Hours, at: string, lead?: string): Card {
  if (isEmpty(plan)) return whenAskedCard(plan.seq, lead);
  const zone = hours.zone ?? 'UTC';
  const paused = hours.pausedUntil !== undefined && Date.parse(hours.pausedUntil) > Date.parse(at);
  const lines: string[] = [...(lead === undefined ? [] : [lead]), ...planned(plan, zone)];
  if (paused && hours.pausedUntil !== undefined)
    lines.push(`Paused until ${momentInWords(hours.pausedUntil, zone)}. It goes on by itself.`);
  if (plan.resting === true)
    lines.push('It rests, since the last three were not for you. Wake it when you like.');
  if (plan.held !== undefined) lines.push('It is held: I could not write to you where your reminders come.');
  if (plan.next !== undefined) lines.push(`Next: ${plan.next.wall} (${zone}).`);
  if (plan.missed.length > 0) lines.push(`Not sent, since I was away: ${plan.missed.join('; ')}.`);
  lines.push(quietLine(hours.quiet));
  const isWoken = plan.resting === true || plan.held !== undefined || paused;
  return planCard(
    lines.map((line) => text(line)),
    [
      ...(isWoken
        ? [
            {
              action: 'remind:wake',
              word: 'remind wake',
              label: 'Wake it now',
              style: 'primary',
            } satisfies Button,
          ]
        : []),
      ...(plan.next === undefined
        ? []
        : [{ action: 'remind:skip', word: 'remind skip', label: 'Skip the next' }]),
      CHANGE,
      { action: 'remind:pause', word: 'remind pause', label: 'Pause' },
      STOP,
    ],
  );
}

function planned({ rhythm, moments, interview, readiness }: Plan, zone: string): string[] {
  const lines: string[] = [];
  if (rhythm?.kind === 'recurrence')
    lines.push(`I remind you ${inWords({ kind: 'recurrence', recurrence: rhythm.recurrence }, zone)}.`);
  if (rhythm?.kind === 'adaptive')
    lines.push(`I remind you ${inWords({ kind: 'adaptive', time: rhythm.time }, zone)}.`);
  if (interview !== undefined)
    lines.push(
      `I remind you ${inWords({ kind: 'interview', date: interview.date, time: interview.time }, zone)}.`,
    );
  for (const moment of moments)
    lines.push(
      `${moment.snoozed === true ? 'Put off to' : 'Once'}: ${momentInWords(moment.at, zone)} (${zone}).`,
    );
  if (isReady(readiness)) lines.push('You are ready. What is left is only to keep it warm.');
  return lines;
}

export function quietLine(quiet: QuietHours = USUAL_QUIET_HOURS): string {
  return quiet.from === quiet.to
    ? 'No quiet hours are set.'
    : `Quiet hours: ${shortTime(quiet.from)} to ${shortTime(quiet.to)}. I write nothing then, unless you named the time yourself.`;
}

/** A line, and nothing to choose but to look at the plan. */
export function lineCard(...lines: string[]): Card {
  return planCard(
    lines.map((line) => text(line)),
    [{ action: 'remind', word: 'remind', label: 'My reminders' }],
  );
}

/** They said no. */
export function unchangedCard(plan: Plan): Card {
  if (!isEmpty(plan)) return lineCard('Nothing is changed.');
  return lineCard('Then nothing is planned. You can ask for one any time.');
}

/** What is asked is still open, and the words were no answer to it. */
export function unreadCard(question: OpenQuestion | undefined, seq: number): Card {
  if (question?.about.what === 'zone')
    return zoneAskedCard(
      'I know no time zone by that name. Name a large city near you.',
      question.choices,
      seq,
    );
  return whenAskedCard(seq, 'I found no time in that. When shall I remind you?');
}
