import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { newKeyringValue, open, parseKeyring, seal } from '../../src/store/keyring.ts';
import { createWorld, type World } from '../support/practice.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('sealed text', () => {
  test('opens again to the very same text', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, what) => {
        const key = randomBytes(32);
        expect(open(key, seal(key, text, what), what)).toBe(text);
      }),
    );
  });

  test('does not open in another place, with another key, or with a byte changed', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.nat(), (text, what, elsewhere, at) => {
        const key = randomBytes(32);
        const sealed = seal(key, text, what);
        if (elsewhere !== what) expect(() => open(key, sealed, elsewhere)).toThrow();
        expect(() => open(randomBytes(32), sealed, what)).toThrow();
        const changed = Buffer.from(sealed);
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1;
        expect(() => open(key, changed, what)).toThrow();
      }),
    );
  });

  test('is different each time, and does not hold the words', () => {
    const key = randomBytes(32);
    const [one, two] = [seal(key, 'the customer day', 'x'), seal(key, 'the customer day', 'x')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(Buffer.from('customer'))).toBe(false);
  });
});

describe('a ring', () => {
  const older = newKeyringValue('older');
  const newer = newKeyringValue('newer');

  test('opens what an older key wrapped, and wraps with the first', () => {
    const before = parseKeyring(older).newDataKey('p1');
    const ring = parseKeyring(`${newer}, ${older}`);
    expect(ring.unwrap('p1', before.ringKey, before.wrappedKey)).toEqual(before.dataKey);
    expect(ring.newDataKey('p2').ringKey).toBe('newer');
  });

  test('knows a deleted person under a new first key', () => {
    expect(parseKeyring(`${newer},${older}`).hash('terminal:local:ada')).toBe(
      parseKeyring(older).hash('terminal:local:ada'),
    );
  });

  test('says which key is missing', () => {
    const before = parseKeyring(older).newDataKey('p1');
    expect(() => parseKeyring(newer).unwrap('p1', before.ringKey, before.wrappedKey)).toThrow(
      /"older" is needed/,
    );
  });

  test('does not open a data key that was moved to another person', () => {
    const ring = parseKeyring(older);
    const { ringKey, wrappedKey } = ring.newDataKey('p1');
    expect(() => ring.unwrap('p2', ringKey, wrappedKey)).toThrow();
  });
});

describe('ENCRYPTION_KEYS that are wrong', () => {
  const secret = randomBytes(32).toString('base64');
  const short = randomBytes(12).toString('base64url');
  test.each([
    ['a bare key', secret],
    ['id and key swapped', `${secret}:2026a`],
    ['a short key with its sides swapped', `${short}:2026a`],
    ['a key that is too short', `2026a:${short}`],
    ['a key that is too long', `2026a:${secret.slice(0, -1)}${secret}`],
    ['a comma at the end', `2026a:${secret},`],
    ['the same id twice', `2026a:${secret},2026a:${randomBytes(32).toString('base64')}`],
    ['nothing', ''],
  ])('%s: the error names the variable and an example, and nothing of the key', (_, value) => {
    let thrown: unknown;
    try {
      parseKeyring(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConfigError);
    const message = thrown instanceof Error ? thrown.message : '';
    expect(message).toMatch(/^ENCRYPTION_KEYS: .* Example: /);
    for (const part of value.split(/[:,]/).filter((one) => one.length > 8))
      expect(message).not.toContain(part);
  });
});

describe('a world whose keys were changed', () => {
  const worlds: World[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0).reverse()) await world.close();
  });

  test('reads a person of the old key and wraps a new person with the new one', async () => {
    const older = newKeyringValue('older');
    const before = await createWorld('old key', { keys: older, jobs: false });
    worlds.push(before);
    await before.person('ada').says('/practice-failure');
    await before.person('ada').says('I lost the contract because I never asked.');
    const after = await createWorld('new key', {
      url: before.url,
      keys: `${newKeyringValue('newer')},${older}`,
      jobs: false,
    });
    worlds.push(after);
    await after.person('bob').says('/practice-failure');
    expect((await after.person('ada').session())?.failure[0]?.text).toContain('I lost the contract');
    await after.person('ada').says('account manager');
    expect((await after.person('ada').session())?.stage.at).not.toBe('opening');
    const { rows } = await after.pool.query('SELECT user_id, ring_key FROM people ORDER BY user_id');
    expect(rows).toEqual([
      { user_id: 'ada', ring_key: 'older' },
      { user_id: 'bob', ring_key: 'newer' },
    ]);
  });
});
