import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { byBothTransports, STORY, talkOf, tellUpTo } from '../support/slack-talk.ts';

const WHOLE = STORY.slice(1).join(' ');

byBothTransports('slack shortcuts', (coach) => {
  test('"Critique this answer" on a message of one’s own begins at its draft, in the direct messages', async () => {
    coach().slack.channel('C0GENERAL');
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    const { ts } = await ada.person.says(WHOLE, { channel: 'C0GENERAL' });
    await ada.person.shortcut('critique_answer', { message: { channel: 'C0GENERAL', ts } });
    await ada.until('Your answer so far');
    await coach().slack.until(() => ada.person.ephemerals.length > 0, 'a line where it was called');
    const told = ada.person.ephemerals.map(({ channel, blocks }) => [channel, readBlocks(blocks ?? [])]);
    expect(told).toEqual([['C0GENERAL', 'I look at it in our direct messages, just for you: go there']]);
    expect(coach().slack.messages('C0GENERAL')).toHaveLength(1);
    const { door, failure } = summary(await ada.session(), coach().world.catalog.default);
    expect({ door, failure }).toEqual({ door: 'answer', failure: WHOLE });
    await ada.presses('Look at it', 'STEPS');
  });

  test('on somebody else’s message it says so kindly, to the one who asked alone', async () => {
    coach().slack.channel('C0TEAM');
    const bob = coach().slack.user('U0BOB', { name: 'Bob' });
    const { ts } = await bob.says('My greatest failure was a booking.', { channel: 'C0TEAM' });
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    await bea.person.shortcut('critique_answer', { message: { channel: 'C0TEAM', ts } });
    await coach().slack.until(() => bea.person.ephemerals.length > 0, 'a line where it was called');
    expect(readBlocks(bea.person.ephemerals[0]?.blocks ?? [])).toBe(
      'I look at your own messages only. Ask the person who wrote this one to try it.',
    );
    expect(bob.ephemerals).toEqual([]);
    expect(coach().slack.messages('C0TEAM')).toHaveLength(1);
    expect([...(await coach().sessions('U0BEA')), ...(await coach().sessions('U0BOB'))]).toEqual([]);
  });

  test('"Practise an answer" opens a practice, and says where', async () => {
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await cleo.person.shortcut('practise_answer');
    await cleo.until('How would you like to begin?');
    await coach().slack.until(() => cleo.person.modal() !== undefined, 'where it is');
    expect(readBlocks(cleo.person.modal()?.blocks ?? [])).toContain(
      'It is open in our direct messages, just for you.',
    );
  });

  test('a text that is brought while a practice is open leaves that one as it was', async () => {
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await tellUpTo(dora, '2 of 5');
    const before = summary(await dora.session(), coach().world.catalog.default);
    const { ts } = await dora.person.says(WHOLE, { channel: 'C0GENERAL' });
    dora.looks();
    await dora.person.shortcut('critique_answer', { message: { channel: 'C0GENERAL', ts } });
    await dora.until('Your answer so far');
    const [first, second] = (await coach().sessions('U0DORA')).map((session) =>
      summary(session, coach().world.catalog.default),
    );
    expect(first).toEqual({ ...before, stage: `paused ${before.stage}` });
    expect(second?.stage).toBe('reviewing');
  });
});
