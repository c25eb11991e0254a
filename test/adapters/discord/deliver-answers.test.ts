import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Answerable } from '../../../adapters/discord/deliver/live-answers.ts';
import { answersPlace, discordPlace } from '../../../adapters/discord/discord-place.ts';
import { ADA, card, longCard, type Performing, performing } from './performing.ts';

/** A practice that is shown in the answers to what is pressed: the bot can write to its person nowhere. */
const PLACE = { place: answersPlace(ADA) };
const FOLLOW_UP = '/webhooks/{webhook_id}/{webhook_token}';

/** Ada types a command in a server where the bot is no member. Resolves with what gives it its first response. */
async function types(at: Performing, came = Date.now(), isAlone = true) {
  const before = at.discord.interactions.length;
  void at.ada.slash('practice-failure', { sub: 'start', in: 'user-install' });
  const interaction = at.discord.interactions.at(-1);
  if (interaction === undefined || before === at.discord.interactions.length)
    throw new Error('nothing was typed');
  const { id, token } = interaction;
  at.answers.came(ADA, { isAlone, appId: at.discord.appId, token, at: came });
  const defers = async () => {
    const body = { type: 5, data: { flags: 64 } };
    await at.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    return 'yes' as const;
  };
  return { token, defers, begins: (how: Promise<Answerable>) => at.answers.begun(token, how, isAlone) };
}

/** The same, and it was deferred. */
async function asked(at: Performing, came = Date.now(), isAlone = true): Promise<void> {
  const { defers, begins } = await types(at, came, isAlone);
  const deferred = defers();
  begins(deferred);
  await deferred;
}

const fast = { patienceMs: 50 };

describe('a card in answers', () => {
  test('never takes the place of a card that others can read: it follows, and what finds no room waits', async () => {
    await using at = await performing({}, fast);
    await asked(at, Date.now(), false);
    for (const words of ['1', '2', '3', '4', '5'])
      await at.performer.perform(at.say(card(words, { asks: 'nothing' }), PLACE));
    expect(at.ada.toldAlone.filter((words) => /^[1-5]$/.test(words))).toEqual(['1', '2', '3', '4', '5']);
    expect(await at.performer.perform(at.say(card('6', { asks: 'nothing' }), PLACE))).toEqual({
      outcome: 'done',
      ref: 'unseen',
    });
    expect(at.calls('PATCH')).toEqual([]);
  });

  test('takes the place of "thinking", the next follows it; only the person sees them', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    await at.performer.perform(at.say(card('First.', { asks: 'nothing' }), PLACE));
    await at.performer.perform(at.say(card('Second.', { asks: 'nothing' }), PLACE));
    expect(at.ada.toldAlone).toEqual(['First.', 'Second.']);
    for (const call of at.discord.calls.slice(1)) expect(call.auth).toBe('none');
  });

  test('that asks has a button to write with: what is typed there reaches nobody', async () => {
    await using at = await performing({ hasContent: true }, { ...fast, contentIntent: true });
    await asked(at);
    const origin = { sessionId: '0b9a4f4e-4d7b-4a51-9c53-6d2b6c4b7e10', turn: 3 };
    await at.performer.perform(at.say(card('What happened?', { asks: 'answer', origin }), PLACE));
    expect(at.ada.toldAlone[0]).toContain('[Write your answer]');
  });

  test('longer than all there is room for keeps its beginning, says how much is missing, and ends with what can be pressed', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    await at.performer.perform(at.say(longCard(400), PLACE));
    expect(at.ada.toldAlone).toHaveLength(6);
    expect(at.ada.toldAlone.join('\n')).toContain('[Next]');
    expect(at.calls('POST', FOLLOW_UP)).toHaveLength(5);
    expect(at.calls('PATCH')).toHaveLength(1);
    expect(at.ada.toldAlone[0]).toContain('Paragraph 0:');
    expect(at.ada.toldAlone.join('\n')).toMatch(/… and [\d,]+ more words\./);
  });

  test('that nobody can see is done, with one line of the log', async () => {
    await using at = await performing();
    expect(await at.performer.perform(at.say(card('once'), PLACE))).toEqual({
      outcome: 'done',
      ref: 'unseen',
    });
    expect(at.logged.filter((line) => line.includes('discord-nobody-there'))).toHaveLength(1);
    expect(at.discord.calls).toEqual([]);
  });

  test('after fifteen minutes is one that nobody can see', async () => {
    await using at = await performing({}, fast);
    await asked(at, Date.now() - 15 * 60_000);
    const calls = at.discord.calls.length;
    expect(await at.performer.perform(at.say(card('once'), PLACE))).toEqual({
      outcome: 'done',
      ref: 'unseen',
    });
    expect(at.discord.calls).toHaveLength(calls);
  });

  test("whose token Discord does not know any more says nothing of the bot's own", async () => {
    await using at = await performing({}, fast);
    await asked(at);
    at.discord.fault({ method: 'PATCH' }, { status: 401, code: 50027 });
    expect(await at.performer.perform(at.say(card('once'), PLACE))).toEqual({
      outcome: 'done',
      ref: 'unseen',
    });
    expect(at.died).toEqual([]);
  });

  test.each([{ status: 503 }, { lostAnswer: true }, { refuse: true }] as const)(
    'that did not come through (%o) is shown at the next try, once',
    async (fault) => {
      await using at = await performing({}, fast);
      await asked(at);
      const delivery = at.say(card('once', { asks: 'nothing' }), PLACE);
      at.discord.fault({ method: 'PATCH' }, fault);
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      expect(await at.performer.perform({ ...delivery, inDoubt: true })).toEqual({ outcome: 'done' });
      expect(at.ada.toldAlone).toEqual(['once']);
    },
  );

  test('of several messages goes on at the one that is missing', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    const delivery = at.say(longCard(), PLACE);
    at.discord.fault({ method: 'POST', path: FOLLOW_UP }, { status: 503 });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    await at.performer.perform({ ...delivery, inDoubt: true });
    const words = at.ada.toldAlone.join('\n');
    const found = [...words.matchAll(/Paragraph (\d+):/g)].map(([, number]) => Number(number));
    expect(found).toEqual(Array.from({ length: 130 }, (_, number) => number));
  });

  const working = card('I read it.', { working: true, standing: true, asks: 'nothing' });

  test('at work is shown, and the next card takes its place', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    expect(await at.performer.perform(at.say(working, PLACE))).toEqual({ outcome: 'done' });
    expect(at.ada.toldAlone).toEqual(['I read it.']);
    await at.performer.perform(at.say(longCard(), PLACE));
    expect(at.ada.toldAlone.join('\n')).not.toContain('I read it.');
    expect(at.ada.toldAlone.join('\n')).toContain('Paragraph 129:');
    await at.performer.perform(at.say(card('What next?', { asks: 'nothing' }), PLACE));
    expect(at.ada.toldAlone.at(-1)).toBe('What next?');
    expect(at.ada.toldAlone[0]).toContain('Paragraph 0:');
  });

  test.each([true, false])(
    'at work takes no card’s place, and no room (the person’s alone: %s)',
    async (isAlone) => {
      await using at = await performing({}, fast);
      await asked(at, Date.now(), isAlone);
      await at.performer.perform(at.say(card('Noted.', { asks: 'nothing' }), PLACE));
      const calls = at.discord.calls.length;
      expect(await at.performer.perform(at.say(working, PLACE))).toEqual({ outcome: 'done' });
      expect(at.discord.calls).toHaveLength(calls);
      await at.performer.perform(at.say(card('Right story.', { asks: 'nothing' }), PLACE));
      expect(at.ada.toldAlone.slice(-2)).toEqual(['Noted.', 'Right story.']);
    },
  );

  test('at work that does not get through is not tried again: the critique is what counts', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    at.discord.fault({ method: 'PATCH' }, { status: 503 });
    expect(await at.performer.perform(at.say(working, PLACE))).toEqual({ outcome: 'done' });
    await at.performer.perform(at.say(card('Right story.', { asks: 'nothing' }), PLACE));
    expect(at.ada.toldAlone).toEqual(['Right story.']);
  });

  test('beside the work is shown', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    await at.performer.perform(at.say(card('Here is help.', { working: true, asks: 'nothing' }), PLACE));
    expect(at.ada.toldAlone).toEqual(['Here is help.']);
  });
});

test('a line that points leads from answers to where it goes on', async () => {
  await using at = await performing({}, fast);
  await asked(at);
  await at.performer.perform(at.order({ kind: 'point', at: answersPlace(ADA) }));
  expect(at.ada.toldAlone).toEqual(['Your practice goes on in our direct messages.']);
});

test('whoever writes in direct messages that are open again is led nowhere else; a press there is', async () => {
  await using at = await performing();
  const point = { kind: 'point', at: discordPlace(at.dm) } as const;
  expect(await at.performer.perform(at.order({ ...point, kept: true }, PLACE))).toEqual({ outcome: 'done' });
  expect(at.read()).toEqual([]);
  await at.performer.perform(at.order(point, PLACE));
  expect(at.read()).toEqual(['Your practice goes on with /practice-failure start.']);
});

test('files go into no answer: a line says how to get them', async () => {
  await using at = await performing({ exportOf: async () => [{ name: 'a.md', content: 'mine' }] }, fast);
  await asked(at);
  at.ada.closesDms();
  expect(await at.performer.perform(at.order({ kind: 'export' }, PLACE))).toMatchObject({
    outcome: 'refused',
  });
  expect(at.ada.toldAlone[0]).toContain('I cannot reach you in direct messages');
});

describe('two commands at once', () => {
  test('a card waits for the first response to the newer one, and is shown there', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    const newer = await types(at);
    const shown = at.performer.perform(at.say(card('once', { asks: 'nothing' }), PLACE));
    newer.begins(newer.defers());
    expect(await shown).toEqual({ outcome: 'done' });
    expect(at.ada.toldAlone).toEqual(['(thinking)', 'once']);
  });

  test('where the newer one could not be answered, a card is shown in the older', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    const newer = await types(at);
    newer.begins(Promise.resolve('no'));
    expect(await at.performer.perform(at.say(card('once', { asks: 'nothing' }), PLACE))).toEqual({
      outcome: 'done',
    });
    expect(at.ada.toldAlone).toEqual(['once']);
  });

  test('a newer one that Discord never heard of takes no card away', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    const newer = await types(at);
    // Its first response got lost on the way there, and nobody knows.
    newer.begins(Promise.resolve('yes'));
    expect(await at.performer.perform(at.say(card('once', { asks: 'nothing' }), PLACE))).toEqual({
      outcome: 'done',
    });
    expect(at.ada.toldAlone).toEqual(['once']);
  });

  test('two cards at once do not take each other’s place', async () => {
    await using at = await performing({}, fast);
    await asked(at);
    await Promise.all(
      ['one', 'two'].map((words) => at.performer.perform(at.say(card(words, { asks: 'nothing' }), PLACE))),
    );
    expect(at.ada.toldAlone.toSorted()).toEqual(['one', 'two']);
  });
});

test('an answer that comes too often is given back to the outbox with its time, and holds nobody up', async () => {
  await using at = await performing({}, fast);
  await asked(at);
  at.discord.fault({ method: 'PATCH' }, { retryAfter: 60 });
  const outcome = await at.performer.perform(at.say(card('once'), PLACE));
  expect(outcome).toMatchObject({ outcome: 'later' });
  expect('afterMs' in outcome && outcome.afterMs).toBeGreaterThanOrEqual(60_000);
});

test('an answer that has to wait for a second waits for it', async () => {
  await using at = await performing({}, fast);
  await asked(at);
  at.discord.fault({ method: 'PATCH' }, { retryAfter: 0.5 });
  expect(await at.performer.perform(at.say(card('once', { asks: 'nothing' }), PLACE))).toEqual({
    outcome: 'done',
  });
  expect(at.ada.toldAlone).toEqual(['once']);
});
