import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { readComponent } from '../fakes/discord/plain.ts';
import { type DiscordTalk, GUILD, inOnePlace, STORY, talkOf } from '../support/discord-talk.ts';

/** A private thread of a server, and a bot without the Message Content intent: there, answers are written in modals. */
inOnePlace('thread', 'discord threads', (coach) => {
  const id = (number: number) => `44444444444444441${number.toString().padStart(2, '0')}`;
  const talk = (number: number, name: string) => talkOf(coach(), id(number), name, { where: 'thread' });
  const answersOf = async (of: DiscordTalk) =>
    summary(await of.session(), coach().world.catalog.default).answers;
  /** Up to the first of the five questions. */
  const toFirstStep = async (of: DiscordTalk) => {
    await of.begins();
    await of.presses('I have a story (about 12 min)', 'What are you practising for?');
    await of.writes('event manager', 'It need not be your greatest.');
    await of.writes(STORY[0], '1 of 5');
  };
  const modal = (of: DiscordTalk) => (of.person.modal()?.components ?? []).map(readComponent).join('\n');

  test('a whole practice goes by buttons and modals, and the thread is archived at its end', async () => {
    const ada = talk(1, 'Ada');
    await toFirstStep(ada);
    for (const [index, answer] of STORY.slice(1).entries())
      await ada.writes(answer, index < 4 ? `${index + 2} of 5` : 'Your answer so far');
    expect(Object.values(await answersOf(ada))).toEqual([
      STORY[1],
      `${STORY[0]}\n${STORY[2]}`,
      ...STORY.slice(3),
    ]);
    await ada.presses('Look at it', 'STEPS');
    await ada.presses('Done for today', 'One run aloud before you go?');
    await ada.presses('Done for today', 'Done for today, and that was real work.');
    await coach().discord.until(() => coach().discord.channelOf(ada.channel()).archived, 'it is archived');
  });

  test('every question offers the modal first, beside at most three choices and more', async () => {
    const bea = talk(2, 'Bea');
    await toFirstStep(bea);
    for (const card of bea.cards().slice(1)) {
      const [first, ...others] = [...card.matchAll(/\[([^\]]+)\]/g)].map(([, label]) => label);
      expect(first).toBe('Write your answer');
      // A menu, its options apart by bars, is what More leads to elsewhere.
      const choices = others.filter((label) => label !== 'More' && label?.includes(' | ') !== true);
      expect(choices.length).toBeLessThanOrEqual(3);
    }
  });

  test('what is typed there, where nobody shows it to the coach, is answered once, with how to write', async () => {
    const cleo = talk(3, 'Cleo');
    await toFirstStep(cleo);
    cleo.looks();
    await cleo.adds(STORY[1]);
    await cleo.until('Discord did not show me what you sent here');
    const before = cleo.cards();
    await cleo.adds('Hello?');
    await coach().discord.calm(120);
    expect(cleo.cards()).toEqual(before);
    expect(await answersOf(cleo)).not.toHaveProperty('context');
    await cleo.writes(STORY[1], '2 of 5');
    expect(await answersOf(cleo)).toMatchObject({ context: STORY[1] });
  });

  test('with the coach named first it is read, without the name', async () => {
    const dora = talk(4, 'Dora');
    await toFirstStep(dora);
    await dora.says(`<@${coach().discord.botUserId}> ${STORY[1]}`, '2 of 5');
    expect(await answersOf(dora)).toMatchObject({ context: STORY[1] });
  });

  test('a step that was written before stands in the modal; what is changed there takes its place', async () => {
    const eve = talk(5, 'Eve');
    await toFirstStep(eve);
    await eve.writes(STORY[1], '2 of 5');
    await eve.presses('Write your answer', '');
    expect(modal(eve)).toContain(STORY[0]);
    eve.looks();
    await eve.person.submits({ text: STORY[2] });
    await eve.until('3 of 5');
    expect(await answersOf(eve)).toMatchObject({ context: STORY[1], failure: STORY[2] });
  });

  test('a text file put into the modal is read; another file is named', async () => {
    const fay = talk(6, 'Fay');
    await toFirstStep(fay);
    await fay.person.presses('Write your answer');
    const photo = { name: 'hall.md', content: Buffer.from([137, 80, 78, 71]), contentType: 'image/png' };
    await fay.person.submits({ text: 'Two years ago.', file: [photo] });
    await coach().discord.until(
      () => fay.person.toldAlone.some((text) => text.includes('I can read text files only')),
      'the file is named',
    );
    await fay.until('2 of 5');
    fay.looks();
    await fay.person.presses('Write your answer');
    await fay.person.submits({ text: '', file: [{ name: 'failure.txt', content: STORY[2] }] });
    await fay.until('3 of 5');
    expect(await answersOf(fay)).toMatchObject({ context: 'Two years ago.' });
    expect((await answersOf(fay)).failure).toContain(STORY[2]);
  });

  test('what somebody else writes or presses in the thread does nothing, and they are told so alone', async () => {
    const gus = talk(7, 'Gus');
    await toFirstStep(gus);
    const mod = coach().discord.user(id(70), { name: 'Mod' });
    coach().discord.channelOf(gus.channel()).members.add(mod.id);
    const [cards, before] = [gus.cards(), await gus.session()];
    await mod.says(`<@${coach().discord.botUserId}> ${STORY[1]}`, { thread: gus.channel() });
    await mod.presses('Next', { channel: gus.channel() });
    await mod.presses('Write your answer', { channel: gus.channel() });
    await coach().discord.calm(120);
    expect(mod.modal()).toBeUndefined();
    expect(mod.toldAlone).toEqual(Array(2).fill('This card is somebody else’s, so nothing happened.'));
    expect(gus.cards()).toEqual(cards);
    expect(await gus.session()).toEqual(before);
    expect(await coach().sessions(mod.id)).toEqual([]);
  });

  test('an export goes into the direct messages, never into a thread that others can read', async () => {
    const joe = talk(30, 'Joe');
    await toFirstStep(joe);
    await joe.person.slash('practice-failure', { sub: 'export', in: joe.channel() });
    const filesIn = (channel: string) =>
      coach()
        .discord.messages(channel)
        .flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
    const dm = coach().discord.dmOf(joe.person.id);
    await coach().discord.until(() => filesIn(dm).length > 0, 'the files');
    await coach().discord.calm();
    expect(filesIn(dm)).toEqual(['comeback-export.md', 'comeback-export.json']);
    expect(filesIn(joe.channel())).toEqual([]);
  });

  test('an answer to a question that has moved on comes back as a file, however long', async () => {
    const ivo = talk(32, 'Ivo');
    await ivo.begins();
    await ivo.person.presses('Write your answer', { channel: ivo.channel() });
    ivo.looks();
    await ivo.person.says('story');
    await ivo.until('What are you practising for?');
    const words = 'word * '.repeat(560).trim();
    await ivo.person.submits({ text: words });
    const told = () => ivo.person.toldAlone.at(-1) ?? '';
    await coach().discord.until(() => told().includes('has moved on'), 'what became of it');
    const file = await fetch(String(ivo.person.ephemerals.at(-1)?.attachments[0]?.url));
    expect(await file.text()).toBe(words);
  });

  test('earlier practices, told in direct messages, are not shown where others read', async () => {
    const liv = talk(31, 'Liv');
    await toFirstStep(liv);
    for (const word of ['history', 'stories', 'show 1']) {
      liv.looks();
      await liv.person.says(`<@${coach().discord.botUserId}> ${word}`, { thread: liv.channel() });
      await liv.until('Others can read along here, so I show your other practices only where you are alone');
    }
    await liv.person.slash('practice-failure', { sub: 'history', in: liv.channel() });
    await coach().discord.until(
      () => liv.person.toldAlone.some((text) => text.includes('1.')),
      'the history',
    );
  });

  test('an archived thread is open again when its person comes back', async () => {
    const hal = talk(8, 'Hal');
    await toFirstStep(hal);
    coach().discord.archive(hal.channel());
    hal.looks();
    await hal.starts();
    await hal.until('You have a practice open, at 1 of 5');
    expect(coach().discord.channelOf(hal.channel()).archived).toBe(false);
    await hal.presses('Go on', '1 of 5');
  });

  test('what is written in the direct messages counts for the practice in the thread, and a line says where that is', async () => {
    const ida = talk(9, 'Ida');
    await toFirstStep(ida);
    ida.looks();
    await ida.person.says(STORY[1]);
    await ida.until('I put that with your practice. It goes on in our thread.');
    await ida.until('2 of 5');
    expect(await answersOf(ida)).toMatchObject({ context: STORY[1] });
    const pointers = coach().discord.messages(coach().discord.dmOf(ida.person.id)).slice(1);
    expect(JSON.stringify(pointers)).toContain(`/channels/${GUILD}/${ida.channel()})`);
    expect(pointers).toHaveLength(1);
  });

  test.each([
    ['🙂'.repeat(50), /^Practice \d{5} · (?:🙂)+…$/u],
    ['///:::', /^Practice/],
    ['ward\nnurse', /^Practice \d{5} · ward nurse$/],
    [' \u200b', /^Practice \d{5}$/],
  ])('the thread of the role %j has a name that Discord takes', async (role, name) => {
    const dan = talk(10 + role.length, 'Dan');
    await dan.begins({ role });
    const given = coach().discord.channelOf(dan.channel()).name;
    expect(given).toMatch(name);
    expect(given.length).toBeLessThanOrEqual(100);
  });
});
