import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { GENERAL, inOnePlace, STORY, talkOf, tellUpTo } from '../support/discord-talk.ts';

const WHOLE = STORY.slice(1).join(' ');

inOnePlace('dm', 'discord critique this', (coach) => {
  const id = (number: number) => `44444444444444446${number.toString().padStart(2, '0')}`;
  const summed = async (userId: string) =>
    (await coach().sessions(userId)).map((session) => summary(session, coach().world.catalog.default));
  const inGeneral = async (userId: string, name: string, words: string) => {
    const { person } = talkOf(coach(), userId, name);
    return (await person.says(words, { channel: GENERAL })).id;
  };
  const told = async (userId: string, words: string) => {
    const person = coach().discord.user(userId);
    await coach().discord.until(() => person.toldAlone.some((text) => text.includes(words)), words);
  };
  const messages = () => coach().discord.messages(GENERAL).length;

  test('on a message of one’s own it begins at its draft, in the direct messages', async () => {
    const message = await inGeneral(id(1), 'Kay', WHOLE);
    const kay = talkOf(coach(), id(1), 'Kay');
    kay.looks();
    const before = messages();
    await kay.person.critiques(message);
    await kay.until('Your answer so far');
    await told(id(1), 'I look at it, just for you: go there');
    expect(messages()).toBe(before);
    expect(await summed(id(1))).toMatchObject([{ door: 'answer', failure: WHOLE }]);
    await kay.presses('Look at it', 'STEPS');
  });

  test('on somebody else’s message it says so kindly, to the one who asked alone', async () => {
    const message = await inGeneral(id(2), 'Bob', 'My greatest failure was a booking.');
    const before = messages();
    await coach().discord.user(id(3), { name: 'Lia' }).critiques(message);
    await told(id(3), 'I look at your own messages only. Ask the person who wrote this one to try it.');
    expect(coach().discord.user(id(2)).toldAlone).toEqual([]);
    expect(messages()).toBe(before);
    expect([...(await summed(id(2))), ...(await summed(id(3)))]).toEqual([]);
  });

  test('on a message without words it says that there are none', async () => {
    const { person: mia } = talkOf(coach(), id(4), 'Mia');
    const photo = { name: 'hall.png', content: Buffer.from([137, 80, 78, 71]), contentType: 'image/png' };
    const { id: message } = await mia.says('', { channel: GENERAL, files: [photo] });
    await mia.critiques(message);
    await told(id(4), 'There are no words in that message for me to look at.');
    await told(id(4), 'I could not read "hall.png" of that message.');
    expect(await summed(id(4))).toEqual([]);
  });

  test('a text file under it is looked at as well', async () => {
    const moe = talkOf(coach(), id(5), 'Moe');
    const { id: message } = await moe.person.says('', {
      channel: GENERAL,
      files: [{ name: 'answer.txt', content: WHOLE }],
    });
    moe.looks();
    await moe.person.critiques(message);
    await moe.until('Your answer so far');
    expect(await summed(id(5))).toMatchObject([{ failure: WHOLE }]);
  });

  test('a text that is brought while a practice is open leaves that one as it was', async () => {
    const noa = talkOf(coach(), id(6), 'Noa');
    await tellUpTo(noa, '2 of 5');
    const [before] = await summed(id(6));
    const message = await inGeneral(id(6), 'Noa', WHOLE);
    noa.looks();
    await noa.person.critiques(message);
    await noa.until('Your answer so far');
    const [first, second] = await summed(id(6));
    expect(first).toEqual({ ...before, stage: `paused ${before?.stage}` });
    expect(second?.stage).toBe('reviewing');
  });
});
