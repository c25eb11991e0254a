import { expect, test } from 'vitest';
import { readMessage } from '../fakes/discord/plain.ts';
import { type DiscordTalk, inOnePlace, STORY, talkOf, tellAll } from '../support/discord-talk.ts';

inOnePlace('dm', 'discord sharing', (coach) => {
  const id = (number: number) => `44444444444444446${number.toString().padStart(2, '0')}`;
  const talk = (number: number, name: string) => talkOf(coach(), id(number), name, { where: 'dm' });
  const inboxOf = (userId: string) => coach().discord.messages(coach().discord.dmOf(userId));
  /** From the critique to the preview of what this person would get. */
  const picks = async (of: DiscordTalk, to: string, isMoreOpen = false) => {
    if (!isMoreOpen) await of.presses('More', 'Step by step, with the words that earned it');
    const seen = of.person.toldAlone.length;
    await of.person.presses('Share with a coach');
    await of.person.submits({ to });
    const told = () => of.person.toldAlone.slice(seen);
    const isWhole = () =>
      !told()[0]?.includes('gets exactly this') || told().at(-1)?.includes('[Send]') === true;
    await coach().discord.until(
      () => told().length > 0 && !told().includes('(thinking)') && isWhole(),
      'the preview',
    );
    await coach().discord.calm();
    return told();
  };

  test('what is shown before is exactly what is sent, to that person’s messages with the coach', async () => {
    coach().discord.user(id(50), { name: 'Meg' });
    const kay = talk(1, 'Kay');
    await tellAll(kay);
    const [head, ...shown] = await picks(kay, id(50));
    expect(head).toBe('Meg gets exactly this:');
    expect(inboxOf(id(50))).toEqual([]);
    kay.looks();
    await kay.person.presses('Send');
    await coach().discord.until(() => inboxOf(id(50)).length === shown.length - 1, 'what Meg gets');
    const sent = inboxOf(id(50)).map(readMessage);
    const decline = '[Do not send me these]';
    expect(sent.at(-1)).toContain(decline);
    const withoutIt = sent.map((message) => message.replace(`\n${decline}`, ''));
    expect([...withoutIt, 'Nothing is sent until you press Send.\n[Send]']).toEqual(shown);
    expect(sent.join('\n')).toContain('"Kay" prepares for an interview with me, a practice coach');
    expect(sent.join('\n')).toContain(STORY[5]);
    await kay.until('Your answer is with "Meg" now. They alone are shown it.');
  });

  test('Send goes with the press, and its person reads where the news will be', async () => {
    coach().discord.user(id(53), { name: 'Pat' });
    const ivy = talk(5, 'Ivy');
    await tellAll(ivy);
    await picks(ivy, id(53));
    ivy.looks();
    await ivy.person.presses('Send');
    await ivy.until('Your answer is with "Pat" now.');
    const alone = ivy.person.toldAlone;
    expect(alone.at(-1)).toContain('What comes of it, I tell you in our practice.');
    expect(alone.join('\n')).not.toContain('[Send]');
  });

  test('who wants none presses once: nothing more reaches them, and the sender is told so neutrally', async () => {
    const rob = coach().discord.user(id(54), { name: 'Rob' });
    const zoe = talk(6, 'Zoe');
    await tellAll(zoe);
    await picks(zoe, id(54));
    zoe.looks();
    await zoe.person.presses('Send');
    await zoe.until('Your answer is with "Rob" now.');
    await rob.presses('Do not send me these');
    await coach().discord.until(
      () =>
        inboxOf(id(54))
          .map(readMessage)
          .some((one) => one.includes('Nobody can send you their practice answers')),
      'that it is noted',
    );
    expect(await picks(zoe, id(54), true)).toEqual(['Rob takes no shared answers here. Pick somebody else.']);
    await rob.says('settings shares on');
    await coach().discord.until(
      () =>
        inboxOf(id(54))
          .map(readMessage)
          .some((one) => one.includes('share their answers with you again')),
      'that it is taken back',
    );
    expect((await picks(zoe, id(54), true))[0]).toBe('Rob gets exactly this:');
  });

  test('nobody shares with themselves, or with a bot', async () => {
    const mo = talk(2, 'Mo');
    await tellAll(mo);
    expect(await picks(mo, id(2))).toEqual(['That is you. Pick somebody else.']);
    mo.looks();
    expect(await picks(mo, coach().discord.botUserId, true)).toEqual(['comeback is a bot. Pick a person.']);
  });

  test('a practice that moved on since the look is not sent', async () => {
    coach().discord.user(id(51), { name: 'Ned' });
    const lia = talk(3, 'Lia');
    await tellAll(lia);
    await picks(lia, id(51));
    const last = coach()
      .discord.messages(lia.channel())
      .findLast(({ content }) => content === STORY[5]);
    lia.looks();
    await lia.person.edits(last?.id ?? '', 'Since then I write it all down.');
    await lia.until('The critique was made before this change.');
    lia.looks();
    await lia.person.presses('Send');
    await lia.until('Your practice moved on since you looked, so nothing was sent.');
    await coach().discord.calm();
    expect(inboxOf(id(51))).toEqual([]);
  });

  test('where the practice is in answers, what came of it follows the line that it was taken, and neither takes the other’s place', async () => {
    const { discord } = coach();
    discord.user(id(55), { name: 'Una' });
    const lou = talk(7, 'Lou');
    await tellAll(lou);
    lou.person.closesDms();
    discord.fault({ path: /^\/channels\/\d+\/threads$/ }, { status: 403, code: 50001 }, 9);
    await lou.presses('More', 'I could not write in the old place, so we go on here.');
    await picks(lou, id(55));
    discord.healFaults();
    lou.looks();
    await lou.person.presses('Send');
    await lou.until('Your answer is with "Una" now.');
    await discord.calm();
    expect(lou.person.toldAlone.join('\n')).toContain('I have that. What comes of it');
    expect(lou.person.toldAlone.join('\n')).toContain('Your answer is with "Una" now.');
    expect(lou.person.toldAlone.join('\n')).not.toContain('[Send]');
  });

  test('who cannot be reached is told of to the person alone', async () => {
    coach().discord.user(id(52), { name: 'Olaf' }).closesDms();
    const mia = talk(4, 'Mia');
    await tellAll(mia);
    await picks(mia, id(52));
    mia.looks();
    await mia.person.presses('Send');
    await mia.until('That did not reach "Olaf", and nothing was shown');
    expect(inboxOf(id(52))).toEqual([]);
  });
});
