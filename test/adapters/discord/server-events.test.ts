import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import type { Delivery, Order } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import { ADA, PARENT, type Performing, performing, SERVER } from './performing.ts';

type Event = Extract<Order, { kind: 'event' }>;
type Shown = Event['shown'];

const ALL = '/guilds/{guild_id}/scheduled-events';
const ONE = `${ALL}/{guild_scheduled_event_id}`;
const HOUR_MS = 60 * 60_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** A session in two days. */
function shown(more: Partial<Shown> = {}): Shown {
  return {
    title: 'Thursday round',
    words: 'Press Join on the card in the channel.',
    mark: 'Session 0b9an1',
    startsAt: inHours(48),
    endsAt: inHours(48.5),
    ...more,
  };
}

/** What a team orders of the server's event, in a server with one text channel. */
function ordering(at: Performing, status: Event['status'], order: Partial<Event> = {}): Delivery {
  at.discord.guild(SERVER, { channels: [PARENT] });
  const person = teamRef({ platform: 'discord', scope: at.discord.appId }, '0b9a');
  const event: Event = { kind: 'event', status, shown: shown(), ref: undefined, ...order };
  return at.order(event, { person, place: discordPlace(PARENT) });
}

const eventsOf = (at: Performing) => at.discord.serverEvents(SERVER);
const again = (delivery: Delivery): Delivery => ({ ...delivery, inDoubt: true });

async function made(at: Performing): Promise<string> {
  const outcome = await at.performer.perform(ordering(at, 'scheduled'));
  if (outcome.outcome !== 'done' || outcome.ref === undefined) throw new Error(JSON.stringify(outcome));
  return outcome.ref;
}

describe('a session stands among the events of the server', () => {
  test('with its name, its time, where it is, and how one takes part', async () => {
    await using at = await performing();
    const order = shown();
    const outcome = await at.performer.perform(ordering(at, 'scheduled', { shown: order }));
    const [event] = eventsOf(at);
    expect(outcome).toEqual({ outcome: 'done', ref: event?.id });
    expect(event).toMatchObject({
      name: 'Thursday round',
      description: 'Press Join on the card in the channel.\nSession 0b9an1',
      location: `<#${PARENT}>`,
      startsAt: order.startsAt,
      endsAt: order.endsAt,
    });
  });

  test('under as much of a long name as Discord takes', async () => {
    await using at = await performing();
    const title = 'Practise with us 👩🏽‍🍳 '.repeat(30);
    await at.performer.perform(ordering(at, 'scheduled', { shown: shown({ title }) }));
    expect(eventsOf(at)[0]?.name).toMatch(/^Practise with us .{60,83}…$/u);
  });

  test('at its new time, where it was moved: it is the same event', async () => {
    await using at = await performing();
    const ref = await made(at);
    const moved = shown({ startsAt: inHours(72), endsAt: inHours(73), title: 'Friday round' });
    const outcome = await at.performer.perform(ordering(at, 'moved', { shown: moved, ref }));
    expect(outcome).toEqual({ outcome: 'done', ref });
    expect(eventsOf(at)).toMatchObject([
      { id: ref, name: 'Friday round', startsAt: moved.startsAt, endsAt: moved.endsAt },
    ]);
  });

  test('no more, where it is cancelled, however often that is said', async () => {
    await using at = await performing();
    const ref = await made(at);
    for (const _ of [1, 2])
      expect(await at.performer.perform(ordering(at, 'cancelled', { ref }))).toEqual({ outcome: 'done' });
    expect(eventsOf(at)).toEqual([]);
  });

  test('not where it begins now: Discord starts none in the past, and the old time would be wrong', async () => {
    await using at = await performing();
    const now = shown({ startsAt: inHours(-0.01) });
    expect(await at.performer.perform(ordering(at, 'scheduled', { shown: now }))).toEqual({
      outcome: 'done',
    });
    expect(at.calls('POST', ALL)).toEqual([]);
    const ref = await made(at);
    await at.performer.perform(ordering(at, 'moved', { shown: now, ref }));
    expect(eventsOf(at)).toEqual([]);
  });

  test('not again, where somebody deleted it by hand', async () => {
    await using at = await performing();
    const ref = await made(at);
    at.discord.deleteServerEvent(ref);
    for (const status of ['moved', 'cancelled'] as const)
      expect(await at.performer.perform(ordering(at, status, { ref }))).toMatchObject({ outcome: 'done' });
    expect(eventsOf(at)).toEqual([]);
  });

  test('once it may, where it could not be made before', async () => {
    await using at = await performing();
    at.discord.guild(SERVER, { channels: [PARENT] }).forbid('CREATE_EVENTS');
    await at.performer.perform(ordering(at, 'scheduled'));
    at.discord.guild(SERVER).allow('CREATE_EVENTS');
    expect(await at.performer.perform(ordering(at, 'moved'))).toMatchObject({ outcome: 'done' });
    expect(eventsOf(at)).toHaveLength(1);
  });
});

describe('a session stands there once', () => {
  test.each([
    ['looking at the channel', { method: 'GET', path: '/channels/{channel_id}' }],
    ['making the event', { method: 'POST', path: ALL }],
  ])('after the answer to %s was lost, and another process goes on', async (_, matcher) => {
    await using at = await performing();
    const delivery = ordering(at, 'scheduled');
    at.discord.fault(matcher, { lostAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const outcome = await at.again().perform(again(delivery));
    expect(eventsOf(at)).toHaveLength(1);
    expect(outcome).toEqual({ outcome: 'done', ref: eventsOf(at)[0]?.id });
  });

  test('beside another session of the same name and time, which keeps its own', async () => {
    await using at = await performing();
    const ref = await made(at);
    const other = ordering(at, 'scheduled', { shown: shown({ mark: 'Session 0b9an11' }) });
    const outcome = await at.performer.perform(again(other));
    expect(eventsOf(at)).toHaveLength(2);
    expect(outcome).toMatchObject({ outcome: 'done', ref: expect.not.stringMatching(ref) });
  });

  test.each(['moved', 'cancelled'] as const)(
    'found by its mark where its id was never heard: %s',
    async (status) => {
      await using at = await performing();
      const ref = await made(at);
      await at.performer.perform(ordering(at, status));
      expect(eventsOf(at).map(({ id }) => id)).toEqual(status === 'moved' ? [ref] : []);
    },
  );

  test('where Discord asks to wait, after the wait and without a second look', async () => {
    await using at = await performing();
    const delivery = ordering(at, 'scheduled');
    at.discord.fault({ method: 'POST', path: ALL }, { retryAfter: 0.01 });
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'later' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'done' });
    expect(at.calls('GET', ALL)).toEqual([]);
    expect(eventsOf(at)).toHaveLength(1);
  });
});

describe('where there can be no event of the server', () => {
  test('for want of the permission it is refused for good, and nobody reads a word of it', async () => {
    await using at = await performing();
    at.discord.guild(SERVER, { channels: [PARENT] }).forbid('CREATE_EVENTS');
    expect(await at.performer.perform(ordering(at, 'scheduled'))).toEqual({
      outcome: 'refused',
      reason: 'lacks-create-events',
    });
    expect(at.discord.messages(PARENT)).toEqual([]);
    expect(at.read()).toEqual([]);
  });

  test('also where it was taken away after the event was made', async () => {
    await using at = await performing();
    const ref = await made(at);
    at.discord.guild(SERVER).forbid('CREATE_EVENTS');
    for (const status of ['moved', 'cancelled'] as const)
      expect(await at.performer.perform(ordering(at, status, { ref }))).toEqual({
        outcome: 'refused',
        reason: 'lacks-create-events',
      });
    expect(at.calls('PATCH', ONE)).toHaveLength(1);
  });

  test('since the server has as many as it can hold, with the code', async () => {
    await using at = await performing();
    const delivery = ordering(at, 'scheduled');
    at.discord.fault({ method: 'POST', path: ALL }, { status: 400, code: 30038 });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason: 'no-event-30038' });
  });

  test('since the place is in no server', async () => {
    await using at = await performing();
    const { order, person } = ordering(at, 'scheduled');
    for (const channel of [at.dm, ADA]) {
      const outcome = await at.performer.perform(at.order(order, { person, place: discordPlace(channel) }));
      expect(outcome).toMatchObject({ outcome: 'refused' });
    }
    expect(at.calls('POST', ALL)).toEqual([]);
  });
});
