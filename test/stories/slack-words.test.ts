import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import type { World } from '../support/practice.ts';
import { byOneTransport, STORY, talkOf, tellUpTo } from '../support/slack-talk.ts';

byOneTransport('http', 'slack words', (coach) => {
  /** What the command answers, all of it; only the person sees that. */
  async function asks(userId: string, text: string): Promise<string> {
    const { slack } = coach();
    const person = slack.user(userId);
    const before = person.ephemerals.length;
    const ack = await person.slash(text, { channel: 'C0GENERAL' });
    expect(ack.payload).toMatchObject({ response_type: 'ephemeral' });
    await slack.calm();
    const shown = person.ephemerals.slice(before);
    expect(shown.length).toBeGreaterThan(0);
    return shown.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
  }

  test.each([
    ['help', '/practice-failure delete my data: all of it, for good'],
    ['HELP ', '/practice-failure tips: what makes a good choice'],
    ['tips', 'A good choice:'],
    ['example', '"'],
    ['history', 'No practice yet.'],
    ['progress', 'Nothing to show yet. Your first practice takes about 12 minutes.'],
    ['stories', 'No story yet.'],
    ['settings', 'My tone is'],
    ['remind', 'When shall I remind you to practise?'],
    ['remind me of the milk', 'I found no time in that.'],
    ['exmaple', 'Did you mean /practice-failure example?'],
    ['what now', 'I don\'t know "what now". Here is what I do know:'],
  ])('"%s" is answered before there is a practice, only to the person', async (typed, answer) => {
    expect(await asks('U0NEW', typed)).toContain(answer);
    expect(coach().slack.messages('C0GENERAL')).toEqual([]);
    expect(await coach().sessions('U0NEW')).toEqual([]);
  });

  test('the words know the open practice: help with its question, its story, its place', async () => {
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    await tellUpTo(ada, '2 of 5');
    const [cards, before] = [ada.cards(), await ada.session()];
    expect(await asks('U0ADA', 'tips')).toContain('For The Failure.');
    expect(await asks('U0ADA', 'example')).toContain('The Failure');
    expect(await asks('U0ADA', 'history')).toContain('2 of 5');
    expect(await asks('U0ADA', 'stories')).toContain('I agreed a hall by phone');
    expect(await asks('U0ADA', 'stories for nurse')).toContain('nurse');
    expect(await asks('U0ADA', 'show 1')).toContain(STORY[1]);
    expect(ada.cards()).toEqual(cards);
    expect(await ada.session()).toEqual(before);
  });

  test('asked for in a channel, it is said that a word alone would be read there by everybody', async () => {
    const abe = talkOf(coach(), 'U0ABE', 'Abe');
    await tellUpTo(abe, '1 of 5');
    const hint = 'put /practice-failure before it: then nobody else reads it.';
    const told = () => abe.person.ephemerals.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
    await abe.person.slash('history', { channel: 'C0GENERAL' });
    await coach().slack.until(() => told().includes(hint), 'the hint');
    await abe.person.slash('delete my data', { channel: 'C0GENERAL' });
    expect(told()).toContain('To go ahead, press Delete everything.');
    const before = abe.person.ephemerals.length;
    await abe.person.slash('history');
    await coach().slack.until(() => abe.person.ephemerals.length > before, 'the list');
    await coach().slack.calm(100);
    expect(told().split(hint)).toHaveLength(2);
  });

  test('older practices are paged through where they were asked for, opened there, and the thread stays', async () => {
    const eli = talkOf(coach(), 'U0ELI', 'Eli');
    await tellUpTo(eli, '1 of 5');
    await manyMore(coach().world, eli.person.id, coach().slack.teamId, eli.dm);
    const cards = eli.cards();
    const told = () => eli.person.ephemerals.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
    const tells = (words: string) => coach().slack.until(() => told().includes(words), words);
    await eli.person.slash('history', { channel: 'C0GENERAL' });
    await tells('Your practices, page 1 of 2:');
    await eli.person.presses('Older');
    await tells('Your practices, page 2 of 2:\n• 2. ');
    await eli.person.presses('Newer');
    expect(await asks('U0ELI', 'history 2')).toContain('page 2 of 2');
    expect(await asks('U0ELI', 'show 1')).toContain(STORY[0]);
    expect(eli.cards()).toEqual(cards);
  });

  test('a setting is changed where it is asked for, and the thread stays as it is', async () => {
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    await tellUpTo(bea, '1 of 5');
    const cards = bea.cards();
    expect(await asks('U0BEA', 'settings tone direct')).toContain('My tone is direct');
    expect((await bea.session()).manner.tone).toBe('direct');
    expect(bea.cards()).toEqual(cards);
  });

  test('inside the thread the words alone do it', async () => {
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await tellUpTo(cleo, '2 of 5');
    await cleo.says('tips', 'For The Failure.');
    await cleo.says('back', '1 of 5');
    await cleo.says('Keep it', '2 of 5');
    await cleo.says('skip!', '3 of 5');
    await cleo.answers('Back in 2024 I rang sales the same day.', '4 of 5');
    expect(summary(await cleo.session(), coach().world.catalog.default).answers).toMatchObject({
      'immediate-actions': 'Back in 2024 I rang sales the same day.',
    });
  });

  test('"export" in a thread, or after the command, puts two files with all that was written into the messages', async () => {
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await tellUpTo(dora, '3 of 5');
    await dora.says('export', 'Everything I hold about you.');
    dora.looks();
    expect(await asks('U0DORA', 'export')).toContain('I put your files into our messages');
    await dora.until('Everything I hold about you.');
    const shared = () =>
      coach()
        .slack.messages(dora.dm)
        .flatMap(({ files }) => files ?? []);
    await coach().slack.until(() => shared().length > NAMES.length, 'the files');
    expect(shared().map(({ name }) => name)).toEqual([...NAMES, ...NAMES]);
    for (const file of shared()) expect(await contentOf(file)).toContain(STORY[2].slice(0, 40));
  });

  test('"Critique this answer" on a message of one’s own begins at its draft, in the direct messages', async () => {
    coach().slack.channel('C0GENERAL');
    const kay = talkOf(coach(), 'U0KAY', 'Kay');
    const { ts } = await kay.person.says(WHOLE, { channel: 'C0GENERAL' });
    await kay.person.shortcut('critique_answer', { message: { channel: 'C0GENERAL', ts } });
    await kay.until('Your answer so far');
    await coach().slack.until(() => kay.person.ephemerals.length > 0, 'a line where it was called');
    const told = kay.person.ephemerals.map(({ channel, blocks }) => [channel, readBlocks(blocks ?? [])]);
    expect(told).toEqual([['C0GENERAL', 'I look at it in our direct messages, just for you: go there']]);
    expect(coach().slack.messages('C0GENERAL')).toHaveLength(1);
    const { door, failure } = summary(await kay.session(), coach().world.catalog.default);
    expect({ door, failure }).toEqual({ door: 'answer', failure: WHOLE });
    await kay.presses('Look at it', 'STEPS');
  });

  test('on somebody else’s message it says so kindly, to the one who asked alone', async () => {
    coach().slack.channel('C0TEAM');
    const bob = coach().slack.user('U0BOB', { name: 'Bob' });
    const { ts } = await bob.says('My greatest failure was a booking.', { channel: 'C0TEAM' });
    const lia = talkOf(coach(), 'U0LIA', 'Lia');
    await lia.person.shortcut('critique_answer', { message: { channel: 'C0TEAM', ts } });
    await coach().slack.until(() => lia.person.ephemerals.length > 0, 'a line where it was called');
    expect(readBlocks(lia.person.ephemerals[0]?.blocks ?? [])).toBe(
      'I look at your own messages only. Ask the person who wrote this one to try it.',
    );
    expect(bob.ephemerals).toEqual([]);
    expect(coach().slack.messages('C0TEAM')).toHaveLength(1);
    expect([...(await coach().sessions('U0LIA')), ...(await coach().sessions('U0BOB'))]).toEqual([]);
  });

  test('"Practise an answer" opens a practice, and says where', async () => {
    const mia = talkOf(coach(), 'U0MIA', 'Mia');
    await mia.person.shortcut('practise_answer');
    await mia.until('How would you like to begin?');
    await coach().slack.until(() => mia.person.modal() !== undefined, 'where it is');
    expect(readBlocks(mia.person.modal()?.blocks ?? [])).toContain(
      'It is open in our direct messages, just for you.',
    );
  });

  test('a text that is brought while a practice is open leaves that one as it was', async () => {
    const noa = talkOf(coach(), 'U0NOA', 'Noa');
    await tellUpTo(noa, '2 of 5');
    const before = summary(await noa.session(), coach().world.catalog.default);
    const { ts } = await noa.person.says(WHOLE, { channel: 'C0GENERAL' });
    noa.looks();
    await noa.person.shortcut('critique_answer', { message: { channel: 'C0GENERAL', ts } });
    await noa.until('Your answer so far');
    const [first, second] = (await coach().sessions('U0NOA')).map((session) =>
      summary(session, coach().world.catalog.default),
    );
    expect(first).toEqual({ ...before, stage: `paused ${before.stage}` });
    expect(second?.stage).toBe('reviewing');
  });

  async function contentOf({ url_private: url }: Readonly<Record<string, unknown>>): Promise<string> {
    const headers = { authorization: `Bearer ${coach().slack.botToken}` };
    return (await fetch(String(url), { headers })).text();
  }
});

const NAMES = ['comeback-export.md', 'comeback-export.json'];
const WHOLE = STORY.slice(1).join(' ');

/** Eleven more practices of somebody, begun one after the other and not gone on with. */
async function manyMore(world: World, userId: string, scope: string, dm: string): Promise<void> {
  const person = { platform: 'slack', scope, userId } as const;
  for (let count = 0; count < 11; count += 1) {
    const messageId = `brought-${count}`;
    const what = { type: 'brought', messageId, stamp: `${count}`, text: STORY.join(' ') } as const;
    const place = { platform: 'slack', channel: dm } as const;
    const handled = await world.system.coach.handle({ id: randomUUID(), person, place, atLarge: true, what });
    await handled.performed;
  }
}
