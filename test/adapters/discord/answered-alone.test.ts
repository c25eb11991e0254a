import { describe, expect, test } from 'vitest';
import { answersPlace, discordPlace } from '../../../adapters/discord/discord-place.ts';
import { atFirstStep } from '../../conversation/practice.ts';
import { atTheDesk, lookedAt } from './at-the-desk.ts';
import { ADA, PARENT, SERVER } from './performing.ts';

/** What a command is answered, to its person alone. */

const COMMAND = 'practice-failure';
const start = { sub: 'start' } as const;

describe('a command whose practice is shown in answers, and that showed nothing', () => {
  test('does not stay "thinking"', async () => {
    await using at = await atTheDesk({
      handle: async (_, __, done) => ({ ...done, place: () => answersPlace(ADA) }),
    });
    await at.ada.slash(COMMAND, start);
    await at.isTold('I have that. If nothing follows here, /practice-failure start shows where you are.');
    expect(at.ada.toldAlone).toHaveLength(1);
  });

  test('names the newer one, where another came meanwhile', async () => {
    let second = () => {};
    const isThere = new Promise<void>((resolve) => {
      second = resolve;
    });
    await using at = await atTheDesk({
      handle: async (_, nth, done) => {
        if (nth === 2) second();
        await isThere;
        return { ...done, place: () => answersPlace(ADA) };
      },
    });
    await at.ada.slash(COMMAND, start);
    await at.ada.slash(COMMAND, start);
    await at.discord.until(() => !at.ada.toldAlone.includes('(thinking)'), 'both are answered');
    expect(at.ada.toldAlone).toEqual([
      'It goes on in my newest answer to you.',
      'I have that. If nothing follows here, /practice-failure start shows where you are.',
    ]);
  });

  test('and in which a card stands by then keeps that card', async () => {
    await using at = await atTheDesk({
      handle: async (_, __, done) => ({ ...done, place: () => answersPlace(ADA) }),
    });
    const ORIGINAL = /@original|%40original/;
    // Whether it is still thinking cannot be asked: what stands there may be a card of another process.
    at.discord.fault({ method: 'GET', path: ORIGINAL }, { status: 503 });
    await at.ada.slash(COMMAND, start);
    await at.discord.until(() => at.logged.includes('discord-not-told'), 'that it was not told');
    await at.discord.calm();
    expect(at.discord.calls.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});

test('where no link can be had, what was begun is looked for in direct messages', async () => {
  await using at = await atTheDesk({ handle: async (_, __, done) => ({ ...done, place: () => undefined }) });
  await at.ada.slash(COMMAND, start);
  await at.isTold('Your practice is open: look in our direct messages.');
});

describe('whoever comes back, and has a practice in a thread', () => {
  const comesBack = async (status: number, code: number) => {
    const thread = '2222222222222222901';
    const practice = lookedAt(atFirstStep());
    const at = await atTheDesk({
      handle: async (_, __, done) => ({ ...done, place: () => discordPlace(PARENT, thread) }),
      looks: { practice: async () => practice },
    });
    at.discord.guild(SERVER, { channels: [PARENT] });
    at.discord.fault({ method: 'GET', path: /thread-members/ }, { status, code });
    await at.ada.slash(COMMAND, start);
    await at.isTold('Your practice is open:');
    return at;
  };
  const happened = ({ told }: { readonly told: readonly { readonly what: object }[] }) =>
    told.map(({ what }) => what);

  test('and left its server: it is moved', async () => {
    await using at = await comesBack(404, 10007);
    expect(happened(at)).toMatchObject([
      { type: 'pressed', action: 'start' },
      { type: 'deliveryFailed', kind: 'say' },
    ]);
  });

  test.each([
    [403, 50001],
    [404, 10003],
    [503, 0],
  ])('and of whom Discord does not say that they left (%i, %i): nothing moves', async (status, code) => {
    await using at = await comesBack(status, code);
    expect(happened(at)).toMatchObject([{ type: 'pressed', action: 'start' }]);
  });
});

test('commands that cannot be registered cost one line in the log, and the bot listens all the same', async () => {
  await using at = await atTheDesk({
    before: (discord) => discord.fault({ method: 'GET', path: /\/commands$/ }, { status: 500 }),
  });
  expect(at.logged.filter((event) => event.startsWith('discord-commands'))).toEqual([
    'discord-commands-not-registered',
  ]);
  await at.ada.says('It was double booked.');
  await at.discord.until(() => at.told.length > 0, 'the coach is told');
  expect(at.told[0]?.what).toMatchObject({ type: 'said', text: 'It was double booked.' });
  expect(at.logged).not.toContain('discord-event-failed');
});
