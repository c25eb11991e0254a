import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { GENERAL, GUILD, inOnePlace, STORY, talkOf } from '../support/discord-talk.ts';

/** Where nothing that is typed is heard, everything is pressed, picked or written in a form. */
inOnePlace('thread', 'discord pressed', (coach) => {
  const id = (number: number) => `44444444444444449${number.toString().padStart(2, '0')}`;
  const talk = (number: number, name: string) => talkOf(coach(), id(number), name, { where: 'thread' });
  const toFirstStep = async (of: ReturnType<typeof talk>) => {
    await of.begins();
    await of.presses('I have a story (about 12 min)', 'What are you practising for?');
    await of.writes('event manager', 'It need not be your greatest.');
    await of.writes(STORY[0], '1 of 5');
  };

  test('a step is skipped, gone back to, and the practice paused and gone on with, by More alone', async () => {
    const ada = talk(1, 'Ada');
    await toFirstStep(ada);
    await ada.presses('More', 'What would you like to do?');
    await ada.chooses('skip', '2 of 5');
    await ada.presses('More', 'What would you like to do?');
    await ada.chooses('back', '1 of 5');
    await ada.presses('More', 'What would you like to do?');
    await ada.chooses('pause', 'Paused at 1 of 5');
    await ada.presses('Go on', '1 of 5');
    await ada.presses('More', 'What would you like to do?');
    await ada.chooses('stop', 'Done for today');
    expect((await ada.session()).stage).toMatchObject({ at: 'done', stage: { step: 'context' } });
    expect((await ada.session()).skipped).toEqual(['context']);
    for (const card of ada.cards()) expect(card).not.toMatch(/\btype\b/i);
  });

  test('a step is written anew from the draft, and a tip leads back to the question', async () => {
    const bea = talk(2, 'Bea');
    await toFirstStep(bea);
    await bea.writes(STORY[1], '2 of 5');
    await bea.presses('More', 'What would you like to do?');
    await bea.chooses('go', 'Your answer so far');
    await bea.presses('More', 'What would you like to do?');
    await bea.chooses('redo:context', 'Write it anew, or keep it.');
    await bea.presses('Tips', 'For Context.');
    await bea.presses('The question again', 'Write it anew, or keep it.');
    await bea.writes('Three years ago.', 'Your answer so far');
    const { answers } = summary(await bea.session(), coach().world.catalog.default);
    expect(answers).toMatchObject({ context: 'Three years ago.' });
  });

  test('an old card’s Skip does not skip the question that came after it', async () => {
    const cleo = talk(3, 'Cleo');
    await toFirstStep(cleo);
    await cleo.presses('More', 'What would you like to do?');
    const more = coach().discord.messages(cleo.channel()).at(-1)?.id ?? '';
    await cleo.writes(STORY[1], '2 of 5');
    await cleo.chooses('skip', 'That button belongs to an earlier card.', { in: more });
    expect((await cleo.session()).skipped).toEqual([]);
  });

  test('earlier practices are picked in the answer to the command, shown there alone, and gone on with', async () => {
    const dora = talk(4, 'Dora');
    const { discord } = coach();
    await toFirstStep(dora);
    await dora.person.slash('practice-failure', { sub: 'history', in: GENERAL });
    const alone = (words: string) =>
      discord.until(() => dora.person.toldAlone.some((text) => text.includes(words)), words);
    await alone('Pick one to open it.');
    await dora.person.presses('show:1');
    await alone('Practice 1, ');
    await dora.person.presses('Go on with this one');
    await alone('go there');
    for (const text of dora.person.toldAlone) expect(text).not.toMatch(/\btype\b/i);
    expect(await coach().sessions(dora.person.id)).toHaveLength(1);
  });

  test('older practices are paged through there too, and progress is told there, without a picture', async () => {
    const hal = talk(8, 'Hal');
    const { discord, world } = coach();
    await toFirstStep(hal);
    const person = { platform: 'discord', scope: discord.appId, userId: hal.person.id } as const;
    for (let count = 0; count < 11; count += 1) {
      const text = 'I lost a customer in my first year there, by a promise.';
      const told = {
        type: 'said',
        messageId: `told-${count}`,
        stamp: `${count}`,
        text,
        ends: 'now',
      } as const;
      for (const what of [{ type: 'pressed', action: 'new' } as const, told]) {
        const place = hal.place();
        const handled = await world.system.coach.handle({ id: randomUUID(), person, place, what });
        await handled.performed;
      }
    }
    const alone = (words: string) =>
      discord.until(() => hal.person.toldAlone.some((text) => text.includes(words)), words, 9_000);
    await hal.person.slash('practice-failure', { sub: 'history', in: GENERAL });
    await alone('Your practices, page 1 of 2:');
    await hal.person.presses('Older');
    await alone('Your practices, page 2 of 2:');
    await hal.person.presses('show:1');
    await alone('Practice 1, ');
    await hal.person.slash('practice-failure', { sub: 'progress', in: GENERAL });
    await alone('Nothing to show yet. It comes with your first critique.');
    expect(await coach().sessions(hal.person.id)).toHaveLength(12);
  });

  test('from the thread, where others can read along, they are shown to their person alone', async () => {
    const eve = talk(5, 'Eve');
    await toFirstStep(eve);
    await eve.presses('More', 'What would you like to do?');
    const cards = eve.cards();
    await eve.chooses('history', 'Pick one to open it.');
    expect(eve.cards()).toEqual(cards);
    expect(eve.person.toldAlone.at(-1)).toContain('Pick one to open it.');
  });

  test('a setting is picked in the answer to the command, and shown changed there', async () => {
    const fay = talk(6, 'Fay');
    await toFirstStep(fay);
    const cards = fay.cards();
    await fay.person.slash('practice-failure', { sub: 'settings', in: GENERAL });
    await coach().discord.until(
      () => fay.person.toldAlone.some((text) => text.includes('My tone is gentle')),
      'the settings',
    );
    fay.looks();
    await fay.person.chooses('settings:tone-direct');
    await fay.until('My tone is direct');
    expect(fay.cards()).toEqual(cards);
    await fay.presses('More', 'What would you like to do?');
    expect((await fay.session()).manner.tone).toBe('direct');
  });

  test('in the answers that only their person sees, a tip still offers the form, which shows what is asked', async () => {
    const { discord } = coach();
    discord.guild(GUILD, { channels: [GENERAL] });
    const gil = discord.user(id(7), { name: 'Gil' });
    gil.closesDms();
    const sees = (words: string) =>
      discord.until(() => gil.toldAlone.some((text) => text.includes(words)), words, 9_000);
    await gil.slash('practice-failure', { sub: 'start', in: 'user-install' });
    await sees('How would you like to begin?');
    await gil.presses('story');
    await sees('What are you practising for?');
    await gil.presses('practice');
    await sees('It need not be your greatest.');
    await gil.presses('write');
    await gil.submits({ text: STORY[0] });
    await sees('1 of 5');
    await gil.presses('tips');
    await sees('For Context.');
    await gil.presses('more');
    await sees('What would you like to do?');
    await gil.presses('write');
    expect(JSON.stringify(gil.modal())).toContain(coach().world.catalog.default.steps[0]?.prompt);
    await gil.submits({ text: STORY[1] });
    await sees('2 of 5');
    for (const text of gil.toldAlone) expect(text).not.toMatch(/\btype\b/i);
  });
});
