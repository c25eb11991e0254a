import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PersonError } from '../../src/errors.ts';
import { PlatformSchema, parsePersonKey, personKey } from '../../src/who/person.ts';
import { parsePlaceKey, placeKey } from '../../src/who/place.ts';

const platform = fc.constantFrom(...PlatformSchema.options);
/** Ids as platforms make them, and as nobody should: separators, percent signs, emoji. */
const id = fc.oneof(
  fc.constantFrom(
    '1764072000.001200',
    'U2147483697',
    '1234567890123456800',
    '00',
    '%',
    '%2F',
    ':',
    '/',
    '🙂',
    'a/b:c%d',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);

describe('a person', () => {
  test('is read back from their key exactly', () => {
    fc.assert(
      fc.property(platform, id, id, (name, scope, userId) => {
        const person = { platform: name, scope, userId };
        expect(parsePersonKey(personKey(person))).toEqual(person);
      }),
    );
  });

  test('never has the key of another', () => {
    fc.assert(
      fc.property(id, id, id, id, (scope, userId, otherScope, otherId) => {
        fc.pre(scope !== otherScope || userId !== otherId);
        expect(personKey({ platform: 'slack', scope, userId })).not.toBe(
          personKey({ platform: 'slack', scope: otherScope, userId: otherId }),
        );
      }),
    );
  });

  test.each([
    'ada',
    'terminal:local',
    'terminal:local:ada:x',
    'irc:local:ada',
    'terminal::ada',
    'terminal:local:%E0%',
  ])('is not read from "%s", and the error says what was expected', (key) => {
    expect(() => parsePersonKey(key)).toThrow(PersonError);
    expect(() => parsePersonKey(key)).toThrow(
      /Expected PLATFORM:SCOPE:USER, got ".*Example: terminal:local:ada/,
    );
  });
});

describe('a place', () => {
  test('is read back from its key exactly, with a thread and without', () => {
    fc.assert(
      fc.property(platform, id, fc.option(id, { nil: undefined }), (name, channel, thread) => {
        const place = { platform: name, channel, ...(thread === undefined ? {} : { thread }) };
        expect(parsePlaceKey(placeKey(place))).toEqual(place);
      }),
    );
  });

  test('keeps a Slack thread as the very string it was', () => {
    const place = { platform: 'slack', channel: 'C024BE91L', thread: '1764072000.001200' } as const;
    expect(parsePlaceKey(placeKey(place)).thread).toBe('1764072000.001200');
    expect(placeKey(place)).toContain('1764072000.001200');
  });

  test.each(['slack', 'slack/', 'slack/C1/1/2', 'irc/C1', '', 'slack/%E0%'])(
    'is not read from "%s"',
    (key) => {
      expect(() => parsePlaceKey(key)).toThrow();
    },
  );
});
