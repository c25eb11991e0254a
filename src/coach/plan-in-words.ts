import { quietLine } from '../reminders/cards/plan-cards.ts';
import { dateInWords, inWords, momentInWords } from '../reminders/in-words.ts';
import type { Plan } from '../reminders/plan.ts';
import { reasonInWords } from '../reminders/reason-in-words.ts';
import { QuietHoursSchema } from '../reminders/recurrence.ts';
import type { PersonExport } from './export.ts';
import { items, words } from './markdown.ts';
import { zoneOf } from './settings-in-words.ts';

/** A person's reminders as blocks of Markdown: what they asked for, what comes, what came, and what they told. */
export function remindersInWords({ reminders: plan, settings, exportedAt }: PersonExport): string[] {
  const zone = zoneOf(settings);
  const quiet = QuietHoursSchema.safeParse(settings.quietHours);
  const { pausedUntil } = settings;
  const hours = [
    quietLine(quiet.success ? quiet.data : undefined),
    ...(isAhead(pausedUntil, exportedAt)
      ? [`Paused until ${momentInWords(pausedUntil, zone)} (${zone}).`]
      : []),
  ];
  if (plan === null) return ['## Reminders', ...items(['No reminder was ever planned.', ...hours])];
  return [
    '## Reminders',
    ...items([...askedFor(plan, zone), ...standing(plan, zone, exportedAt), ...hours, ...before(plan, zone)]),
    ...asking(plan, zone),
    ...plan.told.flatMap((one) => words(`What you told after the interview, ${one.date}`, one.words)),
  ];
}

function askedFor({ rhythm, moments, interview }: Plan, zone: string): string[] {
  const lines = moments.map(
    ({ at, snoozed, zone: own = zone }) =>
      `${snoozed === true ? 'Put off to' : 'Once'}: ${momentInWords(at, own)} (${own}).`,
  );
  if (interview !== undefined) {
    const { date, time, done } = interview;
    const aloud = done.lastRun === undefined ? 'not yet aloud' : `last aloud on ${dateInWords(done.lastRun)}`;
    lines.unshift(
      `You are reminded ${inWords({ kind: 'interview', date, time }, zone)}.`,
      `Done for that interview: first drafts ${done.drafts}, revisions ${done.revisions}, ${aloud}.`,
    );
  }
  if (rhythm?.kind === 'adaptive')
    lines.unshift(
      `You are reminded ${inWords({ kind: 'adaptive', time: rhythm.time }, zone)}.`,
      `By that, the next practice is due on ${dateInWords(rhythm.due)}.`,
    );
  if (rhythm?.kind === 'recurrence')
    lines.unshift(
      `You are reminded ${inWords({ kind: 'recurrence', recurrence: rhythm.recurrence }, zone)}.`,
    );
  return lines.length === 0 ? ['Nothing is planned.'] : lines;
}

function standing(
  { next, resting, held, skippedTo, place }: Plan,
  zone: string,
  exportedAt: string,
): string[] {
  return [
    next === undefined
      ? 'Next: none.'
      : `Next: ${momentInWords(next.at, zone)} (${zone}): ${reasonInWords(next.reason)}.`,
    ...(resting === true ? ['It rests, since the last three were not answered.'] : []),
    ...(held === undefined ? [] : [`It is held, since the last could not be shown (${held}).`]),
    ...(isAhead(skippedTo, exportedAt) ? [`Skipped up to ${momentInWords(skippedTo, zone)} (${zone}).`] : []),
    `Where reminders come: ${place}.`,
  ];
}

/** A pause that is over stands no more; and what was sent counts as skipped up to its own time, which is none that they chose. */
function isAhead(until: string | null | undefined, at: string): until is string {
  return typeof until === 'string' && Date.parse(until) > Date.parse(at);
}

function before({ sent, unanswered, missed, pauses = [], readiness }: Plan, zone: string): string[] {
  return [
    ...(sent === undefined
      ? ['None was sent yet.']
      : [`The last was sent on ${momentInWords(sent.at, zone)} (${zone}): ${reasonInWords(sent.reason)}.`]),
    ...(unanswered === 0 ? [] : [`Not answered in a row: ${unanswered}.`]),
    ...missed.map((one) => `Not sent, since I was away: ${one}.`),
    ...pauses
      .filter(({ from, until }) => from < until)
      .map(({ from, until }) => `Paused from ${dateInWords(from)} until ${dateInWords(until)}.`),
    ...readiness.goodDays.map((day) => `A good critique on ${dateInWords(day)}.`),
    ...(readiness.ran ? ['One run aloud of one to two minutes.'] : []),
  ];
}

/** What the coach asked last and has no answer to; words for a time zone are the person's own. */
function asking({ asks }: Plan, zone: string): string[] {
  if (asks === undefined) return [];
  const { about } = asks;
  if (about.what === 'zone') return words('Your words for a time zone, not settled yet', about.words);
  if (about.what !== 'confirm') return [];
  return items([`Not confirmed by you yet: to be reminded ${inWords(about.wish, zone)}.`]);
}
