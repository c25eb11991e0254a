import { describe, expect, test } from 'vitest';
import type { Desk } from '../../../adapters/slack/desk.ts';
import { withZone, zoneToLook } from '../../../adapters/slack/listeners/zone-of.ts';
import type { Happening } from '../../../src/coach/incoming.ts';

const ADA = { platform: 'slack', scope: 'T1', userId: 'U1' } as const;

/** A desk whose Slack tells this zone, or none in time; and how often it was asked. */
function deskIn(zone: string | undefined) {
  const asked: string[] = [];
  const names = {
    nameOf: async () => undefined,
    zoneOf: async (userId: string) => {
      asked.push(userId);
      return zone;
    },
  };
  return { desk: { names } as unknown as Desk, asked };
}

const eventOf = (what: Happening) => ({
  id: 'e1',
  person: ADA,
  place: { platform: 'slack', channel: 'U1' } as const,
  what,
});
const said = (text: string) =>
  eventOf({ type: 'said', messageId: 'm1', stamp: '1.0', text, ends: 'now' as const });

describe('the zone of a person in Slack', () => {
  test.each([
    'progress',
    'Progress',
    'history',
    'history 2',
    'show 1',
    'stories',
    'remind',
    'remind in 2 hours',
  ])('goes with "%s"', async (words) => {
    const { desk } = deskIn('Asia/Kathmandu');
    expect(await withZone(desk, said(words))).toMatchObject({ zone: 'Asia/Kathmandu' });
  });

  test.each(['progress', 'history', 'history:2', 'show:1', 'remind:stop'])(
    'goes with a press of %s',
    async (action) => {
      const { desk } = deskIn('Asia/Kathmandu');
      expect(await withZone(desk, eventOf({ type: 'pressed', action }))).toMatchObject({
        zone: 'Asia/Kathmandu',
      });
    },
  );

  test.each(['I broke the build.', 'next', 'tips', 'I showed them the history of it.'])(
    'is not asked for "%s"',
    async (words) => {
      const { desk, asked } = deskIn('Asia/Kathmandu');
      expect(await withZone(desk, said(words))).toEqual(said(words));
      expect(await zoneToLook(desk, words, ADA)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  test('that cannot be had leaves all as it was', async () => {
    const { desk } = deskIn(undefined);
    expect(await withZone(desk, said('progress'))).toEqual(said('progress'));
    expect(await zoneToLook(desk, 'progress', ADA)).toBeUndefined();
  });

  test('is told to what is shown in the answer to a command', async () => {
    const { desk } = deskIn('Asia/Kathmandu');
    expect(await zoneToLook(desk, 'history 2', ADA)).toBe('Asia/Kathmandu');
  });
});
