import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeCustomId, encodeCustomId } from '../../adapters/discord/custom-id.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import {
  atFirstStep,
  beginsInDiscord,
  type DiscordPractice,
  DOOR,
  someone,
} from '../support/discord-practice.ts';

/** Impatient fingers, and buttons of old cards, of other people and of nobody. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-presses', { contentIntent: true });
});
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const CONTEXT = 'Two years ago, at a customer day for 120 guests.';
const stands = async (practice: DiscordPractice) => {
  const { answers, skipped, stage } = await practice.session();
  return { answers, skipped, stage };
};

describe('a button', () => {
  test('whose press comes twice from Discord does its thing once', async () => {
    const flo = await atFirstStep(coach);
    await flo.says(CONTEXT);
    const before = flo.cards().length;
    const press = await flo.person.presses('next');
    coach.discord.redeliver(press);
    await flo.until('2 of 5');
    coach.discord.redeliver(press);
    await coach.discord.calm(250);
    expect(flo.cards()).toHaveLength(before + 1);
    expect((await flo.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('pressed three times at once does its thing once', async () => {
    const gil = await atFirstStep(coach);
    await gil.says(CONTEXT);
    const before = gil.cards().length;
    const presses = await Promise.all([1, 2, 3].map(() => gil.person.presses('next')));
    await gil.until('2 of 5');
    await coach.discord.calm(200);
    expect(presses.map(({ lost }) => lost)).toEqual([false, false, false]);
    expect(gil.cards()).toHaveLength(before + 1);
    expect((await gil.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('of an old card changes nothing and says where the talk is', async () => {
    const hal = await atFirstStep(coach);
    const old = (await hal.until(DOOR)).id;
    await hal.answers(CONTEXT);
    const before = await stands(hal);
    await hal.andSees(() => hal.person.presses('nothing', { in: old }));
    expect(await stands(hal)).toEqual(before);
    expect(hal.reads().at(-1)).toMatch(/^That button belongs to an earlier card\. We are here:\n2 of 5/);
  });

  test('of a practice that was deleted acts on no other one', async () => {
    const ida = await atFirstStep(coach);
    const old = ida.cards().at(-1)?.id ?? '';
    const first = await ida.session();
    // Its cards are removed at once: here they stand a while longer.
    coach.discord.fault({ method: 'DELETE' }, { status: 503 }, 100);
    await ida.says('My brother died that spring, and I was not there for the project or for him.');
    await ida.goesOn();
    await ida.andSees(() => ida.says('delete'));
    await ida.andSees(() => ida.says('delete'));
    expect((await coach.sessions(ida.person.id)).map(({ id }) => id)).not.toContain(first.id);
    const again = await beginsInDiscord(coach, { person: ida.person });
    const before = await stands(again);
    await again.andSees(() => ida.person.presses('tips', { in: old, again: true }));
    expect(await stands(again)).toEqual(before);
    expect(await coach.sessions(ida.person.id)).toHaveLength(1);
  });

  test('that deletes everything, confirmed twice, deletes once and tells once', async () => {
    const joe = await atFirstStep(coach);
    await joe.person.slash('practice-failure', { sub: 'delete-my-data' });
    await coach.discord.until(
      () => joe.person.toldAlone.at(-1)?.includes('Delete everything') === true,
      'asked',
    );
    await Promise.all([joe.person.presses('erase-yes'), joe.person.presses('erase-yes')]);
    const told = () => joe.person.toldAlone.filter((text) => /deleted/i.test(text));
    await coach.discord.until(() => told().length > 0, 'told that all is deleted');
    await coach.discord.calm(200);
    expect(told()).toHaveLength(1);
    expect(await coach.sessions(joe.person.id)).toEqual([]);
  });

  test('pressed by somebody else does nothing, and says so to them alone', async () => {
    const kay = await atFirstStep(coach, { where: 'thread' });
    const mallory = someone(coach);
    coach.discord.channelOf(kay.channel).members.add(mallory.id);
    const before = await kay.session();
    const press = await mallory.presses('next', { channel: kay.channel });
    expect(press).toMatchObject({ callbackType: 4, lost: false });
    expect(mallory.toldAlone).toEqual(['This card is somebody else’s, so nothing happened.']);
    expect(await kay.session()).toEqual(before);
    expect(await coach.sessions(mallory.id)).toEqual([]);
  });
});

describe('a forged button', () => {
  /** The card with another custom id on its button: no client does that, and anybody's script can. */
  async function forges(practice: DiscordPractice, forge: (customId: string) => string) {
    const card = practice.cards().at(-1);
    if (card === undefined) throw new Error('there is no card');
    const whole = JSON.stringify(card.components);
    const [, real = ''] = /"custom_id":"(1~p~tips~[^"]+)"/.exec(whole) ?? [];
    const forged = forge(real);
    expect(forged).not.toBe(real);
    coach.discord
      .channelOf(card.channel_id)
      .put({ ...card, components: JSON.parse(whole.replace(real, forged)) });
    return practice.person.presses(forged, { in: card.id });
  }

  test("that names somebody else's practice touches nothing of it", async () => {
    const [lou, mia] = [await atFirstStep(coach), await atFirstStep(coach)];
    const theirs = await mia.session();
    const pressed = await forges(lou, (id) => {
      const read = decodeCustomId(id);
      if (read === undefined) throw new Error('a custom id of ours');
      return encodeCustomId({ ...read, sessionId: theirs.id, turn: theirs.turn });
    });
    await coach.discord.calm(200);
    expect(pressed.lost).toBe(false);
    expect(await mia.session()).toEqual(theirs);
  });

  test.each([
    ['garbage', () => '1~p~tips~!!'],
    ['a version that is not there yet', (id: string) => id.replace('1~', '2~')],
  ])('of %s is answered to its person alone', async (_, forge) => {
    const ola = await atFirstStep(coach);
    await forges(ola, forge);
    const line =
      'I cannot read that button: it is of another version of me. Send me a message, and we go on.';
    await coach.discord.until(() => ola.person.toldAlone.includes(line), 'what to do');
  });

  test.each([
    ['garbage', () => '1~p~tips~!!'],
    ['a version that is not there yet', (id: string) => id.replace('1~', '2~')],
    ['an action that is none', (id: string) => id.replace('~tips~', '~drop-tables~')],
  ])('of %s changes nothing, and the talk goes on', async (_, forge) => {
    const nia = await atFirstStep(coach);
    const before = await stands(nia);
    await forges(nia, forge);
    await coach.discord.calm(200);
    expect(await stands(nia)).toEqual(before);
    await nia.answers(CONTEXT);
    expect(nia.reads().at(-1)).toContain('2 of 5');
  });
});
