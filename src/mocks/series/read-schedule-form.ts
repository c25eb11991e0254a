import { zonesMeant } from '../../reminders/zones.ts';
import { cleanText } from '../../text/clean.ts';
import { type FormValues, valuesOf } from './cards/schedule-form.ts';
import { type Schedule, type Series, USUAL_DAYS, USUAL_TITLE, USUAL_TOTAL, type Who } from './series.ts';
import type { SeriesChange } from './series-event.ts';
import { zoneProblem } from './team-command.ts';
import { daysProblem, roundsProblem, titleProblem, totalProblem } from './team-options.ts';
import { readTeamWhen, type SaidAt } from './team-when.ts';

/** By the field under which it is to be shown. */
export type FormProblems = Readonly<Record<string, string>>;

export type FormRead = { readonly schedule: Schedule } | { readonly problems: FormProblems };
export type EditRead = { readonly change: SeriesChange } | { readonly problems: FormProblems };

type Part<Value> = { readonly value: Value } | { readonly field: string; readonly problem: string };

/** What was filled in, all of it read: every field that cannot be says what to do next. `zone`: where they left it empty. */
export function readScheduleForm(values: FormValues, said: SaidAt): FormRead {
  const field = (id: string) => cleanText(values[id] ?? '').trim();
  const zone = zoneIn(field('zone'), said);
  const where = 'value' in zone ? zone.value : said.zone;
  const parts = {
    title: titleIn(field('title')),
    channel: channelIn(field('channel')),
    zone,
    mode: modeIn(field('mode'), field('days')),
    rounds: numberIn('rounds', field('rounds'), 1, roundsProblem),
    who: whoIn(field),
    when: whenIn(field, { now: said.now, zone: where }),
    total: numberIn('total', field('total'), USUAL_TOTAL, totalProblem),
  };
  const problems = Object.fromEntries(
    Object.values(parts).flatMap((part) => ('problem' in part ? [[part.field, part.problem]] : [])),
  );
  const { title, channel, mode, rounds, who, when, total } = parts;
  const isWhole =
    'value' in title &&
    'value' in channel &&
    'value' in zone &&
    'value' in mode &&
    'value' in rounds &&
    'value' in who &&
    'value' in when &&
    'value' in total;
  if (!isWhole) return { problems };
  return {
    schedule: {
      title: title.value,
      channel: channel.value,
      zone: when.value.zone ?? zone.value,
      mode: mode.value,
      rounds: rounds.value,
      who: who.value,
      ...(field('pairs') === 'mixed' ? { pairs: 'mixed' as const } : {}),
      when: when.value.when,
      total: total.value,
    },
  };
}

/** What was changed in the form of a series. A field that is as it was shown changes nothing, whatever it would mean today. */
export function readEditForm(filled: FormValues, series: Series, said: SaidAt): EditRead {
  const shown = valuesOf(series);
  // What a platform leaves out was not touched.
  const values: FormValues = { ...shown, ...filled };
  const isTouched = (...ids: string[]) => ids.some((id) => (values[id] ?? '').trim() !== (shown[id] ?? ''));
  const isRhythm = isTouched('when') && (values.when ?? '').trim() !== '';
  const isDate = !isRhythm && (values.date ?? '') !== '' && isTouched('date', 'date-time');
  const isOtherTime = isTouched('when') || isDate;
  // A date beside the rhythm that was shown is meant for the next session alone.
  const time = isRhythm
    ? { when: values.when ?? '', date: '' }
    : isOtherTime
      ? { when: '' }
      : { when: ANY_TIME, date: '' };
  const read = readScheduleForm(
    { ...values, ...time, channel: series.channel },
    { ...said, zone: series.zone },
  );
  if ('problems' in read) return read;
  const { title, zone, mode, rounds, who, pairs = 'anyone', when, total } = read.schedule;
  return {
    change: {
      ...(isTouched('title') ? { title } : {}),
      ...(zone === series.zone ? {} : { zone }),
      ...(isTouched('mode', 'days') ? { mode } : {}),
      ...(isTouched('rounds') ? { rounds } : {}),
      ...(isTouched('pairs') ? { pairs } : {}),
      ...(isTouched('who', 'people', 'group') ? { who } : {}),
      ...(isOtherTime ? { when } : {}),
      ...(isTouched('total') ? { total } : {}),
    },
  };
}

/** Read in the place of a time that nobody touched, and then left out. */
const ANY_TIME = 'every Thursday 15:00';

function titleIn(title: string): Part<string> {
  const problem = titleProblem(title);
  return problem === undefined ? { value: title === '' ? USUAL_TITLE : title } : { field: 'title', problem };
}

function channelIn(channel: string): Part<string> {
  return channel === ''
    ? { field: 'channel', problem: 'Choose the channel in which it is announced.' }
    : { value: channel };
}

function zoneIn(typed: string, { now, zone }: SaidAt): Part<string> {
  if (typed === '') return { value: zone };
  const meant = zonesMeant(typed, { now, own: zone });
  if (meant === undefined) return { field: 'zone', problem: zoneProblem(typed) };
  if ('zone' in meant) return { value: meant.zone };
  return { field: 'zone', problem: `${meant.why} Type one of these: ${meant.choices.join(', ')}.` };
}

function modeIn(kind: string, days: string): Part<Schedule['mode']> {
  if (kind !== 'async') return { value: { kind: 'live' } };
  const count = days === '' ? USUAL_DAYS : Number(days);
  const problem = daysProblem(count);
  return problem === undefined ? { value: { kind: 'async', days: count } } : { field: 'days', problem };
}

function numberIn(
  field: string,
  typed: string,
  usual: number,
  problemOf: (count: number) => string | undefined,
): Part<number> {
  const count = typed === '' ? usual : Number(typed);
  const problem = problemOf(count);
  return problem === undefined ? { value: count } : { field, problem };
}

function whoIn(field: (id: string) => string): Part<Who> {
  const ids = [
    ...new Set(
      field('people')
        .split(/[\s,]+/u)
        .filter((id) => id !== ''),
    ),
  ];
  switch (field('who')) {
    case 'channel':
      return { value: 'channel' };
    case 'people':
      return ids.length === 0
        ? { field: 'people', problem: 'Choose at least one person, or let whoever likes to join.' }
        : { value: { ids } };
    case 'group':
      return field('group') === ''
        ? { field: 'group', problem: 'Choose the group, or let whoever likes to join.' }
        : { value: { group: field('group') } };
    default:
      return { value: 'joiners' };
  }
}

type WhenPart = Part<{ readonly when: Schedule['when']; readonly zone?: string }>;

function whenIn(field: (id: string) => string, said: SaidAt): WhenPart {
  const rhythm = field('when');
  const date = field('date');
  if (rhythm !== '' && date !== '')
    return {
      field: 'when',
      problem: 'Here is a rhythm, and below it a day. Empty this line for one session, or take out the day.',
    };
  if (rhythm === '' && date === '')
    return {
      field: 'when',
      problem: 'Say when, for example: every two weeks on Thursday 15:00. Or choose a day.',
    };
  if (date !== '' && field('date-time') === '')
    return { field: 'date', problem: 'The time of the day is still missing, for example 15:00.' };
  const id = rhythm === '' ? 'date' : 'when';
  const read = readTeamWhen(rhythm === '' ? `${date} ${field('date-time')}` : rhythm, said);
  switch (read.read) {
    case 'when':
      return { value: read };
    case 'unread':
      return { field: id, problem: 'I could not read that as a time. For example: weekly Thursday 15:00.' };
    case 'problem': {
      const { message, choices } = read.problem;
      const instead = choices.map(({ words }) => words).join(', or ');
      return { field: id, problem: instead === '' ? message : `${message} Type: ${instead}.` };
    }
  }
}
