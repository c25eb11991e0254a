import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DiscordCoach, startDiscordCoach } from '../../support/discord-coach.ts';
import { GENERAL, talkOf } from '../../support/discord-talk.ts';

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-told-why');
});
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const id = (number: number) => `44444444444444447${number.toString().padStart(2, '0')}`;

describe('a thread that was asked for and cannot be had', () => {
  const asksFor = async (number: number, place: string) => {
    const talk = talkOf(coach, id(number), 'Ada');
    talk.looks();
    await talk.person.slash('practice-failure', { sub: 'start', options: { where: 'thread' }, in: place });
    return talk;
  };

  test('in direct messages, is said to be none there, and the practice opens', async () => {
    const ada = await asksFor(1, 'dm');
    await ada.until('There are no threads in direct messages.');
    await ada.until('How would you like to begin?');
    expect(ada.cards().at(-1)).toContain('How would you like to begin?');
  });

  test('where the bot is no member, is said to need one, and the practice opens in direct messages', async () => {
    const ada = await asksFor(2, 'user-install');
    await ada.until('I am no member of this server, so I cannot open a thread here.');
    await ada.until('How would you like to begin?');
    expect(ada.cards().at(-1)).toContain('How would you like to begin?');
  });

  test('for want of a permission, names just that one, and no thread is tried', async () => {
    const barred = '2222222222222222771';
    const permissions = ['VIEW_CHANNEL', 'SEND_MESSAGES_IN_THREADS', 'READ_MESSAGE_HISTORY'] as const;
    coach.discord.guild('2222222222222222770', { channels: [barred], permissions });
    const ada = await asksFor(3, barred);
    await ada.until('I cannot open a thread here: I lack "Create Private Threads".');
    await ada.until('How would you like to begin?');
    expect(coach.discord.threads(barred)).toEqual([]);
    expect(
      coach.discord.calls.filter(
        ({ method, path }) => method === 'POST' && path.endsWith(`${barred}/threads`),
      ),
    ).toEqual([]);
  });
});

test('the words of a form whose practice is deleted meanwhile come back as a file', async () => {
  const bea = talkOf(coach, id(4), 'Bea', { where: 'thread' });
  await bea.begins();
  await bea.presses('I have a story (about 12 min)', 'What are you practising for?');
  await bea.person.presses('Write your answer');
  await bea.person.slash('practice-failure', { sub: 'delete-my-data', in: GENERAL });
  await bea.until('This deletes all I hold about you');
  await bea.person.presses('Delete everything');
  await coach.discord.calm(150);
  bea.looks();
  await bea.person.submits({ text: 'event manager' });
  await bea.until('That practice is deleted, and nothing of it is kept.');
  const [file] = bea.person.ephemerals.flatMap(({ attachments }) => attachments);
  expect(file?.filename).toBe('your-words.txt');
  expect(await coach.sessions(id(4))).toEqual([]);
});
