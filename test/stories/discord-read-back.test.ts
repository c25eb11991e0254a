import { expect, test } from 'vitest';
import type { DiscordCoach } from '../support/discord-coach.ts';
import { GENERAL, inOnePlace, STORY, talkOf, tellUpTo } from '../support/discord-talk.ts';
import { eventually } from '../support/practice.ts';

/** A session of the gateway that is new, as after a restart: what was done meanwhile is read back. */
async function newSession({ discord, adapterLogged }: DiscordCoach): Promise<void> {
  const caughtUp = () => adapterLogged.filter(({ event }) => event === 'discord-caught-up').length;
  const before = caughtUp();
  discord.gateway.invalidate(false);
  await discord.until(() => caughtUp() > before, 'it is read back', 20_000);
  await discord.calm(200);
}

const WHOLE = STORY.join(' ');

inOnePlace(
  'dm',
  'discord read back',
  (coach) => {
    const talk = (number: number, name: string, where: 'dm' | 'thread' = 'dm') =>
      talkOf(coach(), `44444444444444448${number.toString().padStart(2, '0')}`, name, { where });

    test('an answer that was critiqued where it stood, in a channel, is taken as it stood', async () => {
      const kay = talk(1, 'Kay');
      const said = await kay.person.says(WHOLE, { channel: GENERAL });
      kay.looks();
      await kay.person.critiques(said.id);
      await kay.until('Your answer so far');
      const before = await kay.session();
      await newSession(coach());
      expect((await kay.session()).failure).toEqual(before.failure);
      expect((await kay.session()).answers).toEqual(before.answers);
    });

    test('a practice that moved keeps what was told where it was before', async () => {
      const lee = talk(2, 'Lee', 'thread');
      await tellUpTo(lee, '3 of 5');
      coach().discord.deleteChannel(lee.channel());
      lee.looks();
      await lee.person.slash('practice-failure', { sub: 'start', in: GENERAL });
      await lee.until('we go on here');
      const before = await lee.session();
      await newSession(coach());
      expect((await lee.session()).answers).toEqual(before.answers);
      expect((await lee.session()).failure).toEqual(before.failure);
    });

    test('what was deleted in the practice’s own channel is gone', async () => {
      const max = talk(3, 'Max');
      await tellUpTo(max, '1 of 5');
      const said = await max.answers(STORY[1], '2 of 5');
      coach().discord.offline();
      await max.person.deletes(said.id);
      coach().discord.online();
      await newSession(coach());
      await eventually(async () => (await max.session()).answers.context?.length !== 1);
      expect(JSON.stringify(await max.session())).not.toContain(STORY[1]);
    });
  },
  { contentIntent: true },
);
