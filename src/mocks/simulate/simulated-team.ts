import { later } from '../instants.ts';
import type { Mock, Mode } from '../mock.ts';
import type { MockEffect, MockEvent, MockGrounds } from '../mock-event.ts';
import { type MockWish, newMock } from '../new-mock.ts';
import { type Act, type Played, playMock } from './play-mock.ts';
import { actsOf, type Scripted } from './scripted-people.ts';

const HOUR_MS = 60 * 60_000;

/** Seven people of a team, and how this session goes for each of them. Stories, names and remarks are made up. */
const LIVE: readonly Scripted[] = [
  {
    id: 'ada',
    name: 'Ada',
    zone: 'Europe/Berlin',
    practised: 4,
    joinsAfter: 10,
    comesAt: -9,
    isNamed: true,
    wantsNumbers: true,
    says: {
      stayed: 'I had counted the chairs and not the people.',
      question: 'Who told you first that the room was too small?',
    },
  },
  {
    id: 'ben',
    name: 'Ben',
    zone: 'Europe/London',
    practised: 1,
    joinsAfter: 30,
    comesAt: -8,
    isNamed: true,
    wantsNumbers: true,
    forgetsOwn: true,
    says: { stayed: 'She rang the first twenty herself.', question: 'What would the customers have said?' },
  },
  {
    id: 'chloe',
    name: 'Chloe',
    zone: 'Europe/Paris',
    practised: 0,
    joinsAfter: 120,
    comesAt: -2,
    isNamed: true,
    types:
      'In my second year I ran the data import for our new shop. I did not test it with old orders, and 300 customers got no invoice. I rang the first twenty myself and wrote the missing ones that night. I learned that old data needs a test of its own. Since then I keep a set of old orders, and last month it found two errors before the launch.',
    says: { stayed: 'The list was right, and nobody read it.', question: 'How do you check it now?' },
  },
  {
    id: 'dev',
    name: 'Dev',
    zone: 'Asia/Kolkata',
    practised: 2,
    joinsAfter: 180,
    comesAt: -1,
    leavesAt: 6,
    says: { stayed: 'It was one line in one file.', question: 'What did your team say?' },
  },
  {
    id: 'eve',
    name: 'Eve',
    zone: 'Europe/Berlin',
    practised: 0,
    joinsAfter: 1_500,
    comesAt: 3,
    says: { stayed: 'I asked nobody, because I thought I had to know.', question: 'When did you last ask?' },
  },
  {
    id: 'farid',
    name: 'Farid',
    zone: 'Europe/Berlin',
    practised: 0,
    joinsAfter: 1_600,
    says: { stayed: '-', question: '-' },
  },
  {
    id: 'gita',
    name: 'Gita',
    zone: 'Europe/Berlin',
    practised: 0,
    comesAt: 8,
    says: { stayed: 'The plan had no second person in it.', question: 'Who is the second person now?' },
  },
];

/** Four people over three zones, who write to each other within three days. */
const ASYNC: readonly Scripted[] = [
  {
    ...who('ada', 'Ada', 'Europe/Berlin', 4),
    joinsAfter: 10,
    takesHours: 1,
    types: story('the printed programme'),
    says: says('The comma cost a day.'),
  },
  {
    ...who('ben', 'Ben', 'Asia/Tokyo', 1),
    joinsAfter: 400,
    takesHours: 12,
    types: story('a supplier order'),
    says: says('Nobody had asked for it in writing.'),
  },
  {
    ...who('chloe', 'Chloe', 'America/New_York', 0),
    joinsAfter: 700,
    takesHours: 8,
    types: story('the stock list'),
    says: says('The old list was on the wall.'),
  },
  {
    ...who('dev', 'Dev', 'Asia/Kolkata', 2),
    joinsAfter: 900,
    takesHours: 15,
    types: story('a night deployment'),
    says: says('He waited for somebody to say stop.'),
  },
];

function who(id: string, name: string, zone: string, practised: number) {
  return { id, name, zone, practised };
}

function says(stayed: string): Scripted['says'] {
  return { stayed, question: 'When did it last come up again, and what did you do?' };
}

function story(what: string): string {
  return `Two years ago I was in charge of ${what}. I did not check it with the people who used it, and we lost a week. I told them the same day and we mended it together. I learned to ask the users first. Since then I show every plan to one of them; last spring that saved us a whole order.`;
}

/** All that the scripted people type as their answers. */
export function scriptedAnswers(): readonly string[] {
  return [...LIVE, ...ASYNC].flatMap(({ types }) => types ?? []);
}

export interface Simulation {
  readonly mode: Mode;
  /** When it was to begin: an instant. The organiser moves a live one by an hour. */
  readonly startsAt: string;
  readonly zone: string;
  readonly grounds: Pick<MockGrounds, 'guide'>;
  readonly react?: (effect: MockEffect, mock: Mock) => MockEvent | undefined;
}

/** A whole session with scripted people, from its announcement to its recap. */
export function simulatedTeam({ mode, startsAt, zone, grounds, react }: Simulation): Played {
  const people = mode.kind === 'live' ? LIVE : ASYNC;
  const wish: MockWish = {
    id: 'simulated',
    no: 1,
    title: 'Team practice',
    question: grounds.guide.question,
    channel: 'channel',
    zone,
    organizer: { id: 'olga', name: 'Olga' },
    mode,
    startsAt,
    nextAt: later(startsAt, 14 * 24 * HOUR_MS),
  };
  const mock = newMock(wish, later(startsAt, -7 * 24 * HOUR_MS));
  const moves = mode.kind === 'live' ? HOUR_MS : 0;
  const begins = later(startsAt, moves);
  const organizer: Act[] =
    moves === 0
      ? []
      : [{ at: later(startsAt, -48 * HOUR_MS), does: () => ({ type: 'moved', startsAt: begins }) }];
  return playMock(
    mock,
    [...organizer, ...actsOf(people, mock, begins)],
    { ...grounds, met: new Map(), apart: [], roster: people.map(({ id }) => id) },
    react,
  );
}
