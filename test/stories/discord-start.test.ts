import { expect, test } from 'vitest';
import { GENERAL, GUILD, inBothPlaces, inOnePlace, talkOf, tellUpTo } from '../support/discord-talk.ts';

inBothPlaces(
  'discord start',
  (coach, where) => {
    const id = (number: number) => `44444444444444442${number.toString().padStart(2, '0')}`;
    const talk = (number: number, name: string) => talkOf(coach(), id(number), name, { where });

    test('the command answers to the person alone, with a link to where it goes on', async () => {
      const ada = talk(1, 'Ada');
      await ada.begins();
      await coach().discord.until(() => ada.person.toldAlone.length > 0, 'the link');
      await coach().discord.calm();
      expect(ada.person.toldAlone).toEqual(['Your practice is open: go there']);
      const server = where === 'dm' ? '@me' : GUILD;
      expect(JSON.stringify(ada.person.ephemerals)).toContain(`/channels/${server}/${ada.channel()})`);
      expect(coach().discord.messages(GENERAL)).toEqual([]);
    });

    test('before the first question it is said in one plain line who can read it, and nothing of other places to practise', async () => {
      const bea = talk(2, 'Bea');
      await bea.begins();
      const [first = '', door = ''] = bea.cards();
      expect(first.match(/[^.]+\.(?= |\n|$)/gu)?.length).toBeLessThanOrEqual(4);
      expect(first).not.toContain('?');
      expect(first).not.toContain('terminal');
      expect(/moderators/i.test(first)).toBe(where === 'thread');
      expect(door).toContain('"What is your greatest failure, and what did you learn from it?"');
    });

    test('a role that came with the command is not asked for', async () => {
      const cleo = talk(3, 'Cleo');
      await cleo.begins({ role: 'event manager' });
      await cleo.presses('I have a story (about 12 min)', 'It need not be your greatest.');
      expect((await cleo.session()).purpose).toMatchObject({ kind: 'role', name: 'event manager' });
      if (where === 'thread')
        expect(coach().discord.channelOf(cleo.channel()).name).toMatch(/^Practice \d{5} · event manager$/);
    });

    test('a second command in an open practice leads back to it, and asks where to go on', async () => {
      const eve = talk(4, 'Eve');
      await tellUpTo(eve, '2 of 5');
      await eve.begins({}, 'You have a practice open, at 2 of 5');
      await eve.presses('Go on', '2 of 5');
      expect(await coach().sessions(id(4))).toHaveLength(1);
    });

    test('a place asked for while a practice is open is where another story begins', async () => {
      const gil = talk(6, 'Gil');
      await tellUpTo(gil, '2 of 5');
      const other = where === 'dm' ? 'thread' : 'dm';
      gil.looks();
      await gil.person.slash('practice-failure', { sub: 'start', options: { where: other }, in: GENERAL });
      await gil.until('stays where it is');
      const card = gil.cards().findLast((words) => words.includes('You have a practice open, at 2 of 5'));
      expect(card).toBeDefined();
      await gil.presses('Another story', 'How would you like to begin?');
      const [before, after] = await coach().sessions(id(6));
      expect(before?.stage.at).toBe('paused');
      expect(after?.ways?.[0]).toBe(other === 'dm' ? id(6) : GENERAL);
    });

    test('one practice is open at a time: another story puts it to rest, where it was, and history has both', async () => {
      const fay = talk(5, 'Fay');
      await tellUpTo(fay, '2 of 5');
      await fay.begins({}, 'You have a practice open, at 2 of 5, The Failure.');
      await fay.presses('Another story', 'How would you like to begin?');
      const sessions = await coach().sessions(id(5));
      expect(sessions.map(({ stage }) => stage.at)).toEqual(['paused', 'opening']);
      expect(sessions[0]?.stage).toMatchObject({ stage: { at: 'asking', step: 'failure' } });
      await fay.person.slash('practice-failure', { sub: 'history', in: GENERAL });
      await fay.until('open at 2 of 5');
    });
  },
  { contentIntent: true },
);

inOnePlace('dm', 'discord hello', (coach) => {
  test('"hi" is answered by what the coach does, and Begin opens a practice there', async () => {
    const gus = talkOf(coach(), '4444444444444444281', 'Gus');
    await gus.says('hi', 'I coach you through one interview question');
    expect(await coach().sessions(gus.person.id)).toEqual([]);
    await gus.presses('Begin', 'How would you like to begin?');
  });
});
