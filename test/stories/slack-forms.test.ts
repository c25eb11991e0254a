import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { eventually } from '../support/practice.ts';
import { byOneTransport, type SlackTalk, STORY, talkOf, tellAll, tellUpTo } from '../support/slack-talk.ts';

byOneTransport('http', 'slack forms', (coach) => {
  const steps = () => coach().world.catalog.default.steps.map(({ id }) => id);
  const summed = async (talk: SlackTalk) => summary(await talk.session(), coach().world.catalog.default);
  const opens = async (talk: SlackTalk, button: string) => {
    await talk.person.presses(button);
    await coach().slack.until(() => talk.person.modal() !== undefined, button);
  };
  const shownIn = (talk: SlackTalk, step: string) =>
    talk.person.modal()?.blocks.find(({ block_id }) => block_id === step)?.element;

  test('one form shows all five answers; what is saved is stored, and the talk goes on', async () => {
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    await tellUpTo(ada, 'Your answer so far');
    await opens(ada, 'Edit in a form');
    expect(steps().map((step) => shownIn(ada, step))).toMatchObject(
      [STORY[1], `${STORY[0]}\n${STORY[2]}`, ...STORY.slice(3)].map((initial_value) => ({
        initial_value,
        max_length: 3_000,
      })),
    );
    ada.looks();
    const ack = await ada.person.submits({ context: 'In May 2024 I ran our customer day for 120 guests.' });
    expect(ack.payload).toEqual({});
    expect(ada.person.modal()).toBeUndefined();
    await ada.until('In May 2024 I ran our customer day');
    expect((await summed(ada)).answers).toMatchObject({
      context: 'In May 2024 I ran our customer day for 120 guests.',
      failure: `${STORY[0]}\n${STORY[2]}`,
      'growth-evidence': STORY[5],
    });
    await ada.presses('Look at it', 'STEPS');
  });

  test('a step longer than a form holds is shown, not asked for, and stays as it is', async () => {
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    const long = `${STORY[2]} ${'It was all in my notes of that week. '.repeat(90)}`.trim();
    await tellUpTo(bea, '2 of 5');
    await bea.answers(long, '3 of 5');
    await bea.answers(STORY[3], '4 of 5');
    await bea.answers(STORY[4], '5 of 5');
    await bea.answers(STORY[5], 'Your answer so far');
    const before = (await summed(bea)).answers;
    expect(before.failure).toContain(long);
    await opens(bea, 'Edit in a form');
    expect(shownIn(bea, 'failure')).toBeUndefined();
    expect(JSON.stringify(bea.person.modal()?.blocks)).toContain('Longer than a form holds');
    expect(JSON.stringify(bea.person.modal()?.blocks)).toContain(STORY[2]);
    bea.looks();
    await bea.person.submits({ reflections: 'I learned that a yes on the phone is no booking.' });
    await bea.until('Your answer so far');
    expect((await summed(bea)).answers).toEqual({
      ...before,
      reflections: 'I learned that a yes on the phone is no booking.',
    });
  });

  test('a form that is saved as it was changes nothing', async () => {
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await tellUpTo(cleo, 'Your answer so far');
    const before = await summed(cleo);
    await opens(cleo, 'Edit in a form');
    await cleo.person.submits({});
    await coach().slack.calm();
    expect(await summed(cleo)).toEqual(before);
  });

  test('what was edited while the form stood open stays, and what was changed in the form is taken', async () => {
    const gwen = talkOf(coach(), 'U0GWEN', 'Gwen');
    await tellUpTo(gwen, 'Your answer so far');
    await opens(gwen, 'Edit in a form');
    const first = coach()
      .slack.messages(gwen.dm)
      .findLast(({ text }) => text === STORY[1]);
    const edited = `${STORY[1]} I was its only organiser.`;
    await gwen.person.edits(first?.ts ?? '', edited);
    await eventually(async () => (await summed(gwen)).answers.context === edited);
    const added = 'Since then I ask for it in writing, and I read it back to them.';
    gwen.looks();
    await gwen.person.submits({ 'growth-evidence': added });
    await gwen.until(added);
    expect((await summed(gwen)).answers).toMatchObject({ context: edited, 'growth-evidence': added });
  });

  test('in a later practice one’s own ratings are asked for in a form, before the critique, and kept', async () => {
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await tellAll(dora);
    await dora.presses('Done for today', 'One run aloud before you go?');
    await dora.presses('Done for today', 'Done for today, and that was real work.');
    await dora.begins();
    await dora.says('answer', 'What are you practising for?');
    await dora.says('event manager', 'Paste your answer here');
    await dora.answers(STORY.slice(1).join(' '), 'How does each step feel to you?');
    await opens(dora, 'fill');
    dora.looks();
    await dora.person.submits(Object.fromEntries(steps().map((step, at) => [step, WORDS[at] ?? ''])));
    await dora.until('STEPS');
    expect(await ownRatings('U0DORA')).toEqual([
      undefined,
      { steps: Object.fromEntries(steps().map((step, at) => [step, SCORES[at]])) },
    ]);
  });

  const modal = (talk: SlackTalk) => readBlocks(talk.person.modal()?.blocks ?? []);
  /** From the critique to the preview of what this person would get. */
  const picks = async (talk: SlackTalk, to: string) => {
    await talk.presses('More', 'Step by step, with the words that earned it');
    await talk.person.presses('Share with a coach');
    await coach().slack.until(() => modal(talk).includes('Who may see it?'), 'the form');
    await talk.person.submits({ to });
    expect(modal(talk)).toContain('gets exactly this:');
  };
  const inboxOf = (userId: string) => coach().slack.messages(coach().slack.dmOf(userId));

  test('what is shown before is exactly what is sent, to that person’s messages with the coach', async () => {
    coach().slack.user('U0MEG', { name: 'Meg' });
    const kay = talkOf(coach(), 'U0KAY', 'Kay');
    await tellAll(kay);
    await picks(kay, 'U0MEG');
    const [head = '', ...shown] = modal(kay).split('\n');
    expect(head).toBe('Meg gets exactly this:');
    expect(inboxOf('U0MEG')).toEqual([]);
    kay.looks();
    await kay.person.submits({});
    await kay.until('Your answer is with "Meg" now. They alone are shown it.');
    expect(inboxOf('U0MEG')).toHaveLength(1);
    const sent = inboxOf('U0MEG').flatMap(({ blocks }) => blocks ?? []);
    const decline = '[Do not send me these]';
    expect(readBlocks(sent)).toBe([...shown, decline].join('\n'));
    expect(readBlocks(sent)).toContain('"Kay" prepares for an interview with me, a practice coach');
    expect(readBlocks(sent)).toContain(STORY[5]);
  });

  test('who wants none presses once, and nobody is offered to send them any', async () => {
    const rob = coach().slack.user('U0ROB', { name: 'Rob' });
    const zoe = talkOf(coach(), 'U0ZOE', 'Zoe');
    await tellAll(zoe);
    await picks(zoe, 'U0ROB');
    zoe.looks();
    await zoe.person.submits({});
    await zoe.until('Your answer is with "Rob" now.');
    await rob.presses('Do not send me these');
    await coach().slack.until(
      () =>
        inboxOf('U0ROB').some(({ blocks }) =>
          readBlocks(blocks ?? []).includes('Nobody can send you their practice answers'),
        ),
      'that it is noted',
    );
    zoe.looks();
    await zoe.presses('More', 'Step by step, with the words that earned it');
    await zoe.person.presses('Share with a coach');
    await coach().slack.until(() => modal(zoe).includes('Who may see it?'), 'the form');
    await zoe.person.submits({ to: 'U0ROB' });
    expect(modal(zoe)).toContain('Rob takes no shared answers here.');
  });

  test('nobody shares with themselves: the form says so', async () => {
    const mo = talkOf(coach(), 'U0MO', 'Mo');
    await tellAll(mo);
    await mo.presses('More', 'Step by step, with the words that earned it');
    await mo.person.presses('Share with a coach');
    await coach().slack.until(() => modal(mo).includes('Who may see it?'), 'the form');
    await mo.person.submits({ to: 'U0MO' });
    expect(Object.values(mo.person.modal()?.errors ?? {})).toEqual(['That is you. Pick somebody else.']);
  });

  test('a practice that moved on since the look is not sent', async () => {
    coach().slack.user('U0NED', { name: 'Ned' });
    const lia = talkOf(coach(), 'U0LIA', 'Lia');
    await tellAll(lia);
    await picks(lia, 'U0NED');
    await lia.says('tips', '');
    const last = coach()
      .slack.messages(lia.dm)
      .findLast(({ text }) => text === STORY[5]);
    await lia.person.edits(last?.ts ?? '', 'Since then I write it all down.');
    lia.looks();
    await lia.person.submits({});
    await lia.until('Your practice moved on since you looked, so nothing was sent.');
    await coach().slack.calm();
    expect(inboxOf('U0NED')).toEqual([]);
  });

  test('who cannot be reached is told of to the person alone', async () => {
    coach().slack.user('U0OLD', { name: 'Olaf', deactivated: true });
    const mia = talkOf(coach(), 'U0MIA', 'Mia');
    await tellAll(mia);
    await picks(mia, 'U0OLD');
    mia.looks();
    await mia.person.submits({});
    await mia.until('That did not reach "Olaf", and nothing was shown');
    expect(inboxOf('U0OLD')).toEqual([]);
    await mia.says('tips', '');
  });

  test('who closes the preview has sent nothing', async () => {
    coach().slack.user('U0PAT', { name: 'Pat' });
    const noa = talkOf(coach(), 'U0NOA', 'Noa');
    await tellAll(noa);
    await picks(noa, 'U0PAT');
    await noa.person.closesModal();
    await coach().slack.calm();
    expect(inboxOf('U0PAT')).toEqual([]);
  });

  async function ownRatings(userId: string) {
    const { world } = coach();
    const person = await findPerson(world.db, world.ring, coach().ref(userId));
    if (person === undefined) throw new Error('nobody');
    const practices = await practicesOf(world.db, person, { as: 'owner', personId: person.id });
    return practices.flatMap(({ attempts }) => attempts).map(({ ownRating }) => ownRating);
  }
});

const WORDS = ['clear', 'clear', 'there, but thin', 'not yet', 'clear'];
const SCORES = [2, 2, 1, 0, 2];
