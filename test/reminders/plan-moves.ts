import fc from 'fast-check';
import type { Move } from './plan-walk.ts';

const DAY = 24 * 60;

export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];
export const STARTS = [
  '2027-03-12T15:00:00Z',
  '2027-03-26T04:10:00Z',
  '2027-10-29T20:50:00Z',
  '2028-02-27T09:30:00Z',
];

const planWords = fc.constantFrom(
  ...['weekdays 8:30', 'daily 6:30', 'daily 22:30', 'daily 9:00 and 14:00', 'Mon/Thu 20:58', 'when it pays'],
  ...[
    'every two weeks on Tuesday 9:00',
    'first Tuesday of the month 9:00',
    'when it pays at 23:00',
    'daily 2:30',
  ],
  ...['in 2 hours', 'in 20 minutes', 'tomorrow 9:00', 'tomorrow 22:30', 'tomorrow 13:00', 'in 3 days'],
  ...['tomorrow 9:00 Tokyo time', 'weekdays 8:30 Tokyo time', 'first and third Tuesday 9:00', 'next week'],
);
const otherWords = fc.constantFrom(
  ...['', 'yes', 'no', 'stop', 'wake', 'skip', 'change', 'snooze 1h', 'snooze evening', 'snooze tomorrow'],
  ...['snooze 2 hours', 'snooze tomorrow at 9', 'snooze tomorrow at 3', 'later', 'quiet 10-7', '5.12.'],
  'back',
  ...[
    'quiet none',
    'quiet 22:00-7:00',
    'quiet 12:00-13:30',
    'quiet 00:30-23:30',
    'asked it went well',
    'pause',
  ],
  ...ZONES.map((zone) => `zone ${zone}`),
);
const practised = fc.oneof(
  fc.record({
    kind: fc.constant('critique' as const),
    verdict: fc.constantFrom('good', 'weak', 'bad'),
    findings: fc.nat(3),
    changed: fc.constant(true),
  }),
  fc.record({
    kind: fc.constant('run' as const),
    seconds: fc.constant(90),
    took: fc.integer({ min: 20, max: 200 }),
    said: fc.subarray(['a', 'b', 'c', 'd', 'e']),
    steps: fc.constant(5),
  }),
);

/** Anything that may happen to a plan. */
export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: planWords.map((words): Move => ({ does: 'asks', words, yes: true })) },
  { weight: 4, arbitrary: otherWords.map((words): Move => ({ does: 'asks', words, yes: false })) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('interview' as const),
      inDays: fc.integer({ min: 0, max: 25 }),
      time: fc.constantFrom('', ' at 9:00', ' at 22:00', ' at 6:30'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('pauses' as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('says' as const),
      text: fc.constantFrom(
        ...['yes', 'hello', 'Berlin', '1', '19:00', 'the first', 'saturday', 'skip', 'later', 'start now'],
        ...['in 2 hours', 'tomorrow morning', 'tonight at 8', 'an hour later', 'earlier', '5.12.'],
        ...['none of those', '2 weeks', 'no, 7:00', 'at 3', 'wake'],
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('presses' as const),
      verb: fc.constantFrom(
        ...[
          'snooze-1h',
          'snooze-evening',
          'snooze-tomorrow',
          'skip',
          'change',
          'stop',
          'pick',
          'yes',
          'open',
        ],
        ...['start', 'step', 'wake', 'pause', 'asked-yes', 'asked-skip'],
      ),
      isOld: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ practised, text: fc.constantFrom('one', 'two', 'three') })
      .map((made): Move => ({ does: 'practises', event: { type: 'practised', ...made } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        ...[{ type: 'failed', reason: '50007' } as const, { type: 'visited' } as const],
        ...[{ type: 'elsewhere' } as const, { type: 'replanned' } as const],
      )
      .map((event): Move => ({ does: 'happens', event })),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('passes' as const),
      minutes: fc.oneof(fc.nat(10 * 60), fc.nat(9 * DAY)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('isAway' as const),
      minutes: fc.oneof(fc.nat(12 * 60), fc.nat(5 * DAY)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('setsBack' as const),
      minutes: fc.oneof(fc.nat(3 * 60), fc.nat(3 * DAY)),
    }),
  },
);
