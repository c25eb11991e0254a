import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { placeKey } from '../../../src/who/place.ts';
import { ADA, BARS, card, longCard, MESSAGES, PARENT, performing, SERVER, THREADS } from './performing.ts';

describe('a card', () => {
  test('goes out under a nonce of its delivery, and is there once however often it is tried', async () => {
    await using at = await performing();
    const delivery = at.say(card('The room was double booked.'));
    const first = await at.performer.perform(delivery);
    expect(await at.again().perform(delivery)).toEqual(first);
    expect(at.read()).toEqual(['The room was double booked.']);
    const [call] = at.calls('POST', MESSAGES);
    expect(call?.body).toMatchObject({ nonce: delivery.deliveryId, enforce_nonce: true });
  });

  test('in doubt is found by its words once Discord has forgotten the nonce', async () => {
    await using at = await performing({}, { nonceMs: 0 });
    const delivery = at.say(longCard());
    const first = await at.performer.perform(delivery);
    const read = at.read();
    expect(read.length).toBeGreaterThan(2);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toEqual(first);
    expect(at.read()).toEqual(read);
  });

  test('of several messages that breaks off is finished where it broke off', async () => {
    await using at = await performing({}, { nonceMs: 0 });
    let posts = 0;
    const isThird = () => {
      posts += 1;
      return posts === 3;
    };
    at.discord.fault({ method: 'POST', path: MESSAGES, when: isThird }, { status: 503 });
    const delivery = at.say(longCard());
    expect((await at.performer.perform(delivery)).outcome).toBe('unknown');
    expect(at.read()).toHaveLength(2);
    expect((await at.again().perform({ ...delivery, inDoubt: true })).outcome).toBe('done');
    expect(at.read().filter((words) => words.includes('Your draft:'))).toHaveLength(1);
    expect(at.read().at(-1)).toContain('[Next]');
  });

  test('that Discord does not take comes in the plainest form', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 400, code: 50035 });
    expect((await at.performer.perform(at.say(card('It shipped late.')))).outcome).toBe('done');
    expect(at.read()).toEqual(['It shipped late.']);
    expect(at.calls('POST', MESSAGES).at(-1)?.body).toMatchObject({ content: 'It shipped late.' });
  });

  test('keeps its words where a picture may not be sent', async () => {
    await using at = await performing();
    const shown = card('Your critique.', { blocks: [...card('Your critique.').blocks, BARS] });
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 403, code: 50013 });
    expect((await at.performer.perform(at.say(shown))).outcome).toBe('done');
    expect(at.read().join('\n')).toContain('Your critique.');
    expect(at.logged.join('\n')).toContain('discord-picture-left-out');
  });

  test('waits as long as Discord says, and says nothing of its words in the log', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { retryAfter: 2 });
    const outcome = await at.performer.perform(at.say(card('Zwergkanarienvogel')));
    expect(outcome).toMatchObject({ outcome: 'later' });
    expect(outcome.outcome === 'later' ? outcome.afterMs : 0).toBeGreaterThan(1_900);
    expect(at.logged.join('\n')).not.toContain('Zwergkanarienvogel');
  });

  test.each([
    { status: 400, code: 987654 },
    { status: 404, code: 0 },
  ])('with an answer that nobody knows (%o) is tried three times and then given up', async (fault) => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, fault, 9);
    const [delivery, other] = [at.say(card('Hello.')), at.say(card('And?'))];
    const outcomes: string[] = [];
    for (const each of [delivery, other, delivery, delivery])
      outcomes.push((await at.performer.perform(each)).outcome);
    expect(outcomes).toEqual(['later', 'later', 'later', 'refused']);
  });

  test('with an answer that nobody knows, once, is there at the next try', async () => {
    await using at = await performing();
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 400, code: 987654 });
    const delivery = at.say(card('Hello.'));
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'later' });
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'done' });
    expect(at.read()).toEqual(['Hello.']);
  });

  test('for somebody whose direct messages are closed says that the place is gone', async () => {
    await using at = await performing();
    at.ada.closesDms(50278);
    expect(await at.performer.perform(at.say(card('Hello.')))).toEqual({
      outcome: 'gone',
      reason: 'place-50278',
    });
  });
});

describe('a place', () => {
  const ways = (...all: string[]) => ({ place: discordPlace(all.join('+'), 'new-0-1') });

  test('is opened in the first way that can be had, and says why it is not the one before', async () => {
    await using at = await performing();
    at.discord.guild(SERVER, { channels: [PARENT] });
    at.ada.closesDms(50007);
    const opening = at.order({ kind: 'open', called: 'ward nurse' }, ways(ADA, PARENT, 'answers'));
    const outcome = await at.performer.perform(opening);
    const [thread] = at.discord.threads(PARENT);
    expect(outcome).toEqual({ outcome: 'done', ref: placeKey(discordPlace(PARENT, thread?.id)) });
    expect(thread?.name).toMatch(/^Practice \d{5} · ward nurse$/);
    const [said] = at.read(thread?.id);
    expect(said).toContain('I cannot reach you in direct messages, so we practise in this thread.');
    expect(said).toContain('Moderators of this server can read it');
  });

  test('whose opening was lost is not opened a second time', async () => {
    await using at = await performing();
    at.discord.guild(SERVER, { channels: [PARENT] });
    const opening = at.order({ kind: 'open' }, ways(PARENT, ADA));
    at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 503 });
    expect((await at.performer.perform(opening)).outcome).toBe('unknown');
    expect((await at.again().perform({ ...opening, inDoubt: true })).outcome).toBe('done');
    expect(at.discord.threads(PARENT)).toHaveLength(1);
    expect(at.calls('POST', THREADS)).toHaveLength(1);
  });

  test('that was a thread is archived when its practice ends, and opened again by what is said there', async () => {
    await using at = await performing();
    const thread = await at.thread();
    const place = discordPlace(PARENT, thread.id);
    expect(await at.performer.perform(at.order({ kind: 'close' }, { place }))).toEqual({ outcome: 'done' });
    expect(at.discord.channelOf(thread.id).archived).toBe(true);
    expect((await at.performer.perform(at.say(card('Welcome back.'), { place }))).outcome).toBe('done');
    expect(at.discord.channelOf(thread.id).archived).toBe(false);
  });
});
