import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CustomId, decodeCustomId, encodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { ButtonSchema } from '../../../src/card/card.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { colleagueConflict } from '../../guide/second-guide.ts';

/** Discord's ids are 64 bits: at most twenty digits. */
const LONGEST_USER = '18446744073709551615';
const SESSION = '0f8fad5b-d9cb-469f-a165-70867728950e';

const steps = [catalog.default, colleagueConflict].flatMap((guide) => guide.steps.map(({ id }) => id));
/** Every action that names a step, and the longest of the others. */
const actions = [
  ...steps.map((id) => `redo:${id}`),
  ...['erase-yes', 'settings:numbers-off', 'settings:tone-gentle', 'not-so', 'other:growth-evidence'],
];

const anyAction = fc.oneof(fc.constantFrom(...actions), fc.stringMatching(/^[a-z0-9:_-]{1,31}$/));
const anyUser = fc.bigInt({ min: 0n, max: 18446744073709551615n }).map(String);
const anyId: fc.Arbitrary<CustomId> = fc.record(
  {
    kind: fc.constantFrom('press', 'open'),
    action: anyAction,
    userId: fc.oneof(fc.constant(LONGEST_USER), anyUser),
    sessionId: fc.uuid(),
    turn: fc.integer({ min: 0, max: 1_000_000 }),
    note: fc.stringMatching(/^[A-Za-z0-9_-]{1,2}$/),
  },
  { requiredKeys: ['kind', 'action', 'userId'] },
);

describe('the id of a button, a menu or a form', () => {
  test('is at most 100 characters and is read back as it was written, whoever presses', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const written = encodeCustomId(id);
        expect(written.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(written)).toEqual(id);
      }),
    );
  });

  test('has room for every step of every guide, and for a step id of 48 characters, with the longest ids', () => {
    const longest = `redo:${'a-very-long-step'.repeat(3)}`;
    for (const action of [...actions, longest]) {
      const id = {
        kind: 'press',
        action,
        userId: LONGEST_USER,
        sessionId: SESSION,
        turn: 1_000_000,
      } as const;
      expect(encodeCustomId(id).length).toBeLessThanOrEqual(100);
      expect(decodeCustomId(encodeCustomId(id))).toEqual(id);
    }
  });

  test('of the form of all answers has room for what its five inputs were filled with', () => {
    const id: CustomId = {
      kind: 'form',
      action: 'answers',
      userId: LONGEST_USER,
      sessionId: SESSION,
      turn: 1_000_000,
      note: 'aB3-_z'.repeat(5),
    };
    expect(encodeCustomId(id).length).toBeLessThanOrEqual(100);
    expect(decodeCustomId(encodeCustomId(id))).toEqual(id);
  });

  test('takes whatever a button of a card may carry', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9:-]{1,30}$/), (action) => {
        expect(ButtonSchema.shape.action.safeParse(action).success).toBe(true);
        const id = { kind: 'press', action, userId: '1' } as const;
        expect(decodeCustomId(encodeCustomId(id))).toEqual(id);
      }),
    );
  });

  test('is not made where it would not fit, rather than cut', () => {
    const id = { kind: 'press', action: 'a'.repeat(60), userId: LONGEST_USER, sessionId: SESSION } as const;
    expect(() => encodeCustomId(id)).toThrow(/custom id/);
  });

  test('that is not ours is not read', () => {
    for (const other of [
      '',
      'press:go',
      '1~p~go',
      '2~p~go~1~~~',
      '1~x~go~1~~~',
      '1~p~~1~~~',
      '1~p~go~~~~',
      '1~p~GO~1~~~',
      '1~p~go~1~short~4~',
      '1~p~go~1~~~~',
      ' 1~p~go~1~~~',
      '1~p~go~1~~~\n',
    ])
      expect(decodeCustomId(other)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (garbage) => {
        fc.pre(!garbage.startsWith('1~'));
        expect(decodeCustomId(garbage)).toBeUndefined();
      }),
    );
  });
});
