import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import { readComponent } from '../fakes/discord/plain.ts';
import { type DiscordTalk, inOnePlace, STORY, talkOf, tellAll, tellUpTo } from '../support/discord-talk.ts';
import { eventually } from '../support/practice.ts';

inOnePlace('dm', 'discord forms', (coach) => {
  const talk = (number: number, name: string) =>
    talkOf(coach(), `44444444444444449${number.toString().padStart(2, '0')}`, name, { where: 'dm' });
  const steps = () => coach().world.catalog.default.steps.map(({ id }) => id);
  const summed = async (of: DiscordTalk) => summary(await of.session(), coach().world.catalog.default);
  const opens = async (of: DiscordTalk, button: string) => {
    const done = await of.person.presses(button);
    expect(done.callbackType).toBe(MODAL);
    return of.person.modal();
  };
  const modal = (of: DiscordTalk) => (of.person.modal()?.components ?? []).map(readComponent).join('\n');
  const filledIn = (of: DiscordTalk, step: string) =>
    of.person
      .modal()
      ?.components.map(({ component }) => component)
      .find((component) => typeof component === 'object' && JSON.stringify(component).includes(`"${step}"`));

  test('one form shows all five answers; what is saved is stored, and the talk goes on', async () => {
    const ada = talk(1, 'Ada');
    await tellUpTo(ada, 'Your answer so far');
    await opens(ada, 'Edit in a form');
    expect(steps().map((step) => filledIn(ada, step))).toMatchObject(
      [STORY[1], `${STORY[0]}\n${STORY[2]}`, ...STORY.slice(3)].map((value) => ({
        value,
        max_length: 4_000,
      })),
    );
    ada.looks();
    await ada.person.submits({ context: 'In May 2024 I ran our customer day for 120 guests.' });
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
    const bea = talk(2, 'Bea');
    const long = `${STORY[2]} ${'It was all in my notes of that week. '.repeat(50)}`.trim();
    await tellUpTo(bea, '2 of 5');
    for (const half of [long, long, long]) await bea.adds(half);
    await bea.presses('next', '3 of 5');
    await bea.answers(STORY[3], '4 of 5');
    await bea.answers(STORY[4], '5 of 5');
    await bea.answers(STORY[5], 'Your answer so far');
    const before = (await summed(bea)).answers;
    expect(before.failure?.length).toBeGreaterThan(4_000);
    await opens(bea, 'Edit in a form');
    expect(filledIn(bea, 'failure')).toBeUndefined();
    expect(modal(bea)).toContain('This is longer than a form holds');
    expect(modal(bea)).toContain(STORY[2]);
    bea.looks();
    await bea.person.submits({ reflections: 'I learned that a yes on the phone is no booking.' });
    await bea.until('Your answer so far');
    expect((await summed(bea)).answers).toEqual({
      ...before,
      reflections: 'I learned that a yes on the phone is no booking.',
    });
  });

  test('a form that is saved as it was changes nothing', async () => {
    const cleo = talk(3, 'Cleo');
    await tellUpTo(cleo, 'Your answer so far');
    const before = await summed(cleo);
    await opens(cleo, 'Edit in a form');
    await cleo.person.submits({});
    await coach().discord.calm();
    expect(await summed(cleo)).toEqual(before);
  });

  test('what was edited while the form stood open stays, and what was changed in the form is taken', async () => {
    const gwen = talk(4, 'Gwen');
    await tellUpTo(gwen, 'Your answer so far');
    await opens(gwen, 'Edit in a form');
    const first = coach()
      .discord.messages(gwen.channel())
      .findLast(({ content }) => content === STORY[1]);
    const edited = `${STORY[1]} I was its only organiser.`;
    await gwen.person.edits(first?.id ?? '', edited);
    await eventually(async () => (await summed(gwen)).answers.context === edited);
    const added = 'Since then I ask for it in writing, and I read it back to them.';
    gwen.looks();
    await gwen.person.submits({ 'growth-evidence': added });
    await gwen.until(added);
    expect((await summed(gwen)).answers).toMatchObject({ context: edited, 'growth-evidence': added });
  });

  test('in a later practice one’s own ratings are asked for in a form, before the critique, and kept', async () => {
    const dora = talk(5, 'Dora');
    await tellAll(dora);
    await dora.presses('Done for today', 'One run aloud before you go?');
    await dora.presses('Done for today', 'Done for today, and that was real work.');
    await dora.begins();
    await dora.says('answer', 'What are you practising for?');
    await dora.says('event manager', 'Paste your answer here');
    await dora.answers(STORY.slice(1).join(' '), 'How does each step feel to you?');
    await opens(dora, 'Rate the parts');
    dora.looks();
    await dora.person.submits(Object.fromEntries(steps().map((step, at) => [step, WORDS[at] ?? ''])));
    await dora.until('STEPS');
    expect(await ownRatings(dora.person.id)).toEqual([
      undefined,
      { steps: Object.fromEntries(steps().map((step, at) => [step, SCORES[at]])) },
    ]);
  });

  async function ownRatings(userId: string) {
    const { world } = coach();
    const person = await findPerson(world.db, world.ring, coach().ref(userId));
    if (person === undefined) throw new Error('nobody');
    const practices = await practicesOf(world.db, person, { as: 'owner', personId: person.id });
    return practices.flatMap(({ attempts }) => attempts).map(({ ownRating }) => ownRating);
  }
});

const MODAL = 9;
const WORDS = ['clear', 'clear', 'there, but thin', 'not yet', 'clear'];
const SCORES = [2, 2, 1, 0, 2];
