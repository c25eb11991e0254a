import { type Block, type Card, type Input, text } from '../../../card/card.ts';
import { momentInWords } from '../../../reminders/in-words.ts';
import {
  LONGEST_TITLE,
  MOST_DAYS,
  MOST_ROUNDS,
  type Schedule,
  type Series,
  USUAL_DAYS,
  USUAL_TITLE,
  USUAL_TOTAL,
} from '../series.ts';
import { slotOf } from '../series-times.ts';
import { seriesButton, seriesCard } from './series-card.ts';
import { capitalised, counted, rhythmTyped } from './series-words.ts';

/** What a place can offer: its platform knows the names. `channels` by place key; `groups` only where they can be read. */
export interface FormPlace {
  readonly channels: readonly { readonly value: string; readonly label: string }[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  /** The members of a channel can be read. */
  readonly knowsMembers: boolean;
  /** What would have to be granted for members, and for groups, by its name in the platform's settings. */
  readonly membersNeed?: string;
  readonly groupsNeed?: string;
}

/** What the form shows, by field: also what it is compared with when it comes back. */
export type FormValues = Readonly<Record<string, string>>;

/** A form that nobody has filled in yet. `channel`: where it was asked for. */
export function freshValues(channel: string, zone: string, asked: Partial<Schedule> = {}): FormValues {
  return valuesOf({
    title: USUAL_TITLE,
    mode: { kind: 'live' },
    rounds: 1,
    who: 'joiners',
    total: USUAL_TOTAL,
    ...asked,
    channel,
    zone: asked.zone ?? zone,
  });
}

/** What a series is, as its form shows it. */
export function valuesOf(of: Omit<Schedule, 'when'> & Partial<Pick<Schedule, 'when'>>): FormValues {
  const { title, channel, zone, mode, rounds, pairs = 'anyone', who, total, when } = of;
  return {
    title,
    channel,
    zone,
    mode: mode.kind,
    days: `${mode.kind === 'async' ? mode.days : USUAL_DAYS}`,
    rounds: `${rounds}`,
    pairs,
    total: `${total}`,
    ...whoValues(who),
    when: when === undefined ? '' : rhythmTyped(when, zone),
    ...(when?.kind === 'once' ? momentValues(slotOf(when.moment, zone).wall) : {}),
  };
}

function whoValues(who: Schedule['who']): FormValues {
  if (typeof who === 'string') return { who };
  return 'group' in who ? { who: 'group', group: who.group } : { who: 'people', people: who.ids.join(',') };
}

function momentValues(wall: string): FormValues {
  return { date: wall.slice(0, 10), 'date-time': wall.slice(11) };
}

/** The form of `team schedule`. What is asked for is pressed once all is filled in. */
export function scheduleForm(values: FormValues, place: FormPlace): Card {
  return seriesCard(
    [
      text('Schedule sessions for your team. You see no content, and are not paired unless you join.'),
      ...inputs(values, place, { isNew: true }),
    ],
    [{ action: 'team:schedule', word: 'team schedule', label: 'Schedule', style: 'primary' }],
  );
}

/** The form of `team edit`: what the series is stands in it. */
export function editForm(series: Series, place: FormPlace): Card {
  const { stage, zone } = series;
  const at =
    stage.at === 'active' ? [`The next: ${momentInWords(stage.current.startsAt, zone)} (${zone}).`] : [];
  return seriesCard(
    [
      text('Change what you like; the rest stays. A date alone moves only the next session.'),
      ...at.map((line) => text(line)),
      ...inputs(valuesOf(series), place, { isNew: false }),
    ],
    [seriesButton(series, 'edit', 'Save', 'primary')],
  );
}

function inputs(values: FormValues, place: FormPlace, { isNew }: { readonly isNew: boolean }): Block[] {
  const value = (id: string) => values[id] ?? '';
  const all: (Input | undefined)[] = [
    line('title', 'Title', value('title'), LONGEST_TITLE),
    isNew ? choice('channel', 'Where it is announced', place.channels, value('channel')) : undefined,
    choice('who', 'Who is asked', whoOptions(place), value('who')),
    {
      type: 'person',
      id: 'people',
      label: 'Person by name',
      ...(value('people') === '' ? {} : { value: value('people') }),
    },
    place.groups.length === 0 ? undefined : choice('group', 'Group', place.groups, value('group')),
    line('when', 'Repeats: every two weeks on Thursday 15:00', value('when'), 200),
    {
      type: 'moment',
      id: 'date',
      label: 'Or once, on this day',
      zone: value('zone'),
      ...(value('date') === '' ? {} : { date: value('date'), time: value('date-time') }),
    },
    line('zone', 'Time zone', value('zone'), 60),
    choice('mode', 'How', MODES, value('mode')),
    choice('days', 'In writing: days for a pair', numbers(MOST_DAYS, 'day'), value('days')),
    choice('rounds', 'Live: rounds', numbers(MOST_ROUNDS, 'round'), value('rounds')),
    choice('pairs', 'Who is with whom', PAIRS, value('pairs')),
    line('total', 'Sessions before I ask whether to go on', value('total'), 3),
  ];
  return all.flatMap((input) => (input === undefined ? [] : [{ kind: 'input', input } as const]));
}

const MODES = [
  { value: 'live', label: 'Live: all at the same time, 30 minutes' },
  { value: 'async', label: 'In writing: each pair has some days' },
];

const PAIRS = [
  { value: 'anyone', label: 'Anyone with anyone' },
  { value: 'mixed', label: 'Who practised before, with who did not' },
];

function whoOptions({ groups, knowsMembers }: FormPlace) {
  return [
    { value: 'joiners', label: 'Whoever joins' },
    ...(knowsMembers ? [{ value: 'channel', label: 'All members of the channel' }] : []),
    { value: 'people', label: 'People by name' },
    ...(groups.length === 0 ? [] : [{ value: 'group', label: 'A group' }]),
  ];
}

function numbers(most: number, what: string) {
  return Array.from({ length: most }, (_, index) => ({
    value: `${index + 1}`,
    label: `${capitalised(counted(index + 1))} ${index === 0 ? what : `${what}s`}`,
  }));
}

function line(id: string, label: string, value: string, maxLength: number): Input {
  return { type: 'text', id, label, value, maxLength };
}

/** A menu without options cannot be drawn: it is a line then. */
function choice(id: string, label: string, options: FormPlace['channels'], value: string): Input {
  if (options.length === 0) return line(id, label, value, 200);
  const known = options.some((one) => one.value === value);
  return { type: 'choice', id, label, options, ...(known ? { value } : {}) };
}
