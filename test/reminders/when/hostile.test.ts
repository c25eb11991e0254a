import { expect, test } from 'vitest';
import { remindIn } from '../../../src/conversation/remind-in.ts';
import { timesMeant } from '../../../src/reminders/replies/retimed.ts';
import { readWhen } from '../../../src/reminders/when/read-when.ts';
import { completions, zonesMeant } from '../../../src/reminders/zones.ts';

/** What can be read in two ways at every place must not be tried in all of them: a hang ends at the test's own timeout. */

const AT = { now: '2026-11-27T09:00:00Z', zone: 'Europe/Berlin' };
const PIECES = [
  ...[
    'fr',
    'sa',
    'th',
    't',
    'mon ',
    'and ',
    'every ',
    '1st ',
    '9:00 ',
    'at 9 ',
    'in ',
    '2',
    'h ',
    ' to ',
    '- ',
  ],
  ...[
    '!',
    '.',
    ' ',
    'alternate ',
    'please ',
    'remind ',
    'zone ',
    'until ',
    'of the month ',
    '/',
    ',',
    'mon 9 ',
  ],
];

test.each(PIECES)('%j over and over, alone and beside others, is refused or read at once', (piece) => {
  for (const other of ['', ...PIECES]) {
    const made = (length: number) => `${(piece + other).repeat(length).slice(0, length - 1)}x`;
    expect(['wish', 'ask', 'refused', 'unread']).toContain(readWhen(made(200), AT).read);
    expect(remindIn(made(40_000))).toBeUndefined();
    expect(timesMeant(made(40_000))).toBeUndefined();
    expect(zonesMeant(made(40_000), AT)).toBeUndefined();
    expect(completions(made(40_000))).toEqual([]);
  }
});
