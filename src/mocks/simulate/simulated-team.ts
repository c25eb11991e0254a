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
    says: { stayed: 'I rang the first twenty myself.', question: 'What did the customers say?' },
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
    types:
      'Two years ago I was in charge of the printed programme for our open day. I sent it to the printer without a second reader, and 800 copies named the wrong room. I told my manager the same hour, and put up signs at every door myself. I learned that I cannot see my own mistakes on a page I know by heart. Since then somebody else reads each page before it goes out; last spring she found a wrong date.',
    says: { stayed: 'Silence is no yes.', question: 'Who was the first to notice that night?' },
  },
  {
    ...who('ben', 'Ben', 'Asia/Tokyo', 1),
    joinsAfter: 400,
    takesHours: 12,
    types:
      'Two years ago I ordered the doors for two new shops. I agreed the delivery date on the phone and never asked for it in writing, and six fitters had nothing to do for a week. I told both shops the same day and found a second supplier. I learned to be more careful with dates. Since then I send a short note after every call; last month one showed that we had meant different weeks.',
    says: { stayed: 'I left the old one on the wall.', question: 'What did the drivers say to you?' },
  },
  {
    ...who('chloe', 'Chloe', 'America/New_York', 0),
    joinsAfter: 700,
    takesHours: 8,
    types:
      'In my second year I kept the stock list of our warehouse. I made a new list, but I left the old one on the wall, and two lorries were packed with the wrong parts. I called the drivers back myself and packed with them that evening. I learned that a new list is no help while the old one still hangs there. Since then I take the old one down first and walk the new one through with each shift; in January the late shift found a wrong shelf.',
    says: {
      stayed: 'I never asked for it in writing.',
      question: 'How did you find the second supplier?',
    },
  },
  {
    ...who('dev', 'Dev', 'Asia/Kolkata', 2),
    joinsAfter: 900,
    takesHours: 15,
    types:
      'Two years ago I ran a night deployment for our shop. One check was red, and I went on because nobody told me to stop; for two hours no customer could pay. I took it back myself and told my manager before the morning. I learned that silence is no yes. Since then I name one person who has to say go before I begin; last May she said wait, and we found a missing table.',
    says: {
      stayed: 'I cannot see my own mistakes on a page I know by heart.',
      question: 'How did you choose who reads it now?',
    },
  },
];

function who(id: string, name: string, zone: string, practised: number) {
  return { id, name, zone, practised };
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
