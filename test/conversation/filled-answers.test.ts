import { describe, expect, test } from 'vitest';
import { toEvent } from '../../src/coach/to-event.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { joined } from '../../src/conversation/part.ts';
import { isSheltered } from '../../src/conversation/session.ts';
import { summary } from '../../src/conversation/summary.ts';
import {
  atCritique,
  atDraft,
  atFirstStep,
  beginPractice,
  type Practice,
  quotesOn,
  SEED,
  STORY,
  TOLD,
} from './practice.ts';

const HARD = "I was fired after my breakdown last year and I still can't talk about it.";
const NEWER = 'I asked for nothing in writing, and that was mine to ask for.';

function idsOf(practice: Practice): string[] {
  return practice.guide.steps.map(({ id }) => id);
}

/** The id of the nth step, from 1. */
function step(practice: Practice, number: number): string {
  return idsOf(practice)[number - 1] ?? expect.fail(`no step ${number}`);
}

function fills(practice: Practice, values: Readonly<Record<number, string>>): Practice {
  const named = Object.fromEntries(
    Object.entries(values).map(([number, text]) => [step(practice, Number(number)), text]),
  );
  return practice.happens({ type: 'filled', action: 'answers', values: named, stamp: '9000' });
}

function replacedTexts({ session }: Practice): string[] {
  return session.replaced.map(({ parts }) => joined(parts));
}

test('a step that is changed says the new words, and the old ones are kept', () => {
  const practice = atDraft();
  fills(practice, { 2: NEWER });
  expect(practice.answer(step(practice, 2))).toBe(NEWER);
  expect(replacedTexts(practice)).toContain(STORY.slip);
  expect(practice.shown).toContain('Saved.');
});

test('a step that is left as it is keeps its own messages, and one that is not in the form keeps all it has', () => {
  const practice = atDraft();
  const before = practice.session.answers;
  fills(practice, { 1: `  ${STORY.context}\n`, 2: NEWER });
  expect(practice.session.answers[step(practice, 1)]).toEqual(before[step(practice, 1)]);
  for (const number of [3, 4, 5])
    expect(practice.session.answers[step(practice, number)]).toEqual(before[step(practice, number)]);
});

test('a form in which nothing was changed says so, and changes nothing', () => {
  const practice = atDraft();
  const before = summary(practice.session, practice.guide);
  const { answers, replaced, askedTurn } = practice.session;
  const { context, slip, actions, lesson, growth } = STORY;
  fills(practice, { 1: context, 2: slip, 3: actions, 4: lesson, 5: growth });
  expect(practice.shown).toContain('Nothing was changed.');
  expect(summary(practice.session, practice.guide)).toEqual(before);
  expect(practice.session).toMatchObject({ answers, replaced, askedTurn });
});

test('a step that is emptied is asked next, and what stood there is kept', () => {
  const practice = atFirstStep().says(STORY.context).says(STORY.slip);
  fills(practice, { 1: ' \n' });
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: step(practice, 1) });
  expect(practice.answer(step(practice, 1))).toBe('');
  expect(replacedTexts(practice)).toContain(STORY.context);
});

test('while a step is asked, a form that fills all of them leads to the draft', () => {
  const practice = atFirstStep();
  fills(practice, { 1: TOLD[0], 2: TOLD[1], 3: TOLD[2], 4: TOLD[3], 5: TOLD[4] });
  expect(practice.session.stage.at).toBe('reviewing');
  expect(draftOf(practice.session, practice.guide).text).toBe(TOLD.join('\n\n'));
});

test('a step that was skipped and is filled in is no longer skipped', () => {
  const practice = atFirstStep().says('skip');
  expect(practice.session.skipped).toContain(step(practice, 1));
  fills(practice, { 1: STORY.context });
  expect(practice.session.skipped).not.toContain(step(practice, 1));
});

test('words told earlier that are changed in the form are not shown again at their step', () => {
  const practice = beginPractice().says('story').says('skip').says(TOLD.join(' '));
  const [carried] = practice.session.carried;
  expect(carried).toBeDefined();
  const number = idsOf(practice).indexOf(carried ?? '') + 1;
  fills(practice, { [number]: NEWER });
  expect(practice.session.carried).not.toContain(carried);
  expect(practice.answer(carried ?? '')).toBe(NEWER);
});

test('"use it" can be taken back after another step was changed, and not after its own was', () => {
  const used = () =>
    atCritique().says('answer').says('We were a team of four, and I was its lead.').says('use it');
  const changed = used().session.undo?.step ?? expect.fail('nothing was used');
  const others = used();
  const number = idsOf(others).indexOf(changed) + 1;
  fills(others, { [number === 2 ? 3 : 2]: NEWER });
  expect(others.session.undo?.step).toBe(changed);
  const own = used();
  fills(own, { [number]: NEWER });
  expect(own.session.undo).toBeUndefined();
});

test('once one step of a pasted answer is changed, the steps are the answer', () => {
  const practice = beginPractice().says('answer').says('skip').says(TOLD.join(' '));
  expect(practice.session.pastedSteps).toBeDefined();
  fills(practice, { 2: NEWER });
  expect(practice.session.pastedSteps).toBeUndefined();
  const { text } = draftOf(practice.session, practice.guide);
  expect(text).toContain(NEWER);
  expect(text).not.toContain(TOLD[1]);
  // The whole stays as it came.
  expect(joined(practice.session.failure)).toBe(TOLD.join(' '));
});

test('a pasted answer whose form was left as it is stays the pasted whole', () => {
  const practice = beginPractice().says('answer').says('skip').says(TOLD.join(' '));
  const values = Object.fromEntries(idsOf(practice).map((id) => [id, practice.answer(id)]));
  practice.happens({ type: 'filled', action: 'answers', values, stamp: '9000' });
  expect(practice.session.pastedSteps).toBeDefined();
  expect(practice.shown).toContain('Nothing was changed.');
});

test('a reply that waits to be used is still there after the form', () => {
  const practice = atCritique().says('answer').says('We were a team of four.');
  fills(practice, { 2: NEWER });
  expect(JSON.stringify(practice.session)).toContain('We were a team of four.');
});

test('NUL goes, and 3,000 characters stay to the last', () => {
  const long = `${'I told nobody about it. '.repeat(124)}And that was me.`.slice(0, 3_000).padEnd(3_000, '!');
  const event = toEvent(
    { type: 'filled', action: 'answers', values: { a: `one\u0000two\r\nthree`, b: long }, sessionId: 's' },
    new Date(0),
    SEED,
  );
  expect(event).toMatchObject({ values: { a: 'onetwo\nthree', b: long } });
  const practice = atDraft();
  fills(practice, { 4: long });
  expect(practice.answer(step(practice, 4))).toBe(long);
  expect(draftOf(practice.session, practice.guide).text).toContain(long);
});

test('a message that was written before the form joins nothing that the form replaced', () => {
  const practice = atFirstStep();
  fills(practice, { 1: STORY.context });
  practice.says('It was the one event we had.', { stamp: '8999', ends: 'quiet' });
  expect(practice.answer(step(practice, 1))).toContain('It was the one event we had.');
  expect(practice.answer(step(practice, 1))).toContain(STORY.context);
});

test('after the critique the card says that it was made before the change, and the critique is asked for anew', () => {
  const practice = atCritique();
  fills(practice, { 2: NEWER });
  expect(practice.session.stage.at).toBe('critiqued');
  expect(practice.session.critique?.outdated).toBe(true);
  expect(practice.shown).toContain(
    'This was said of your text before you changed it. To have it looked at again, type go.',
  );
});

test('while the critique runs the change is stored, and the critique that comes is marked as made before it', () => {
  const practice = atDraft().presses('go');
  const frozen = practice.effects.find((effect) => effect.type === 'freezeDraft');
  fills(practice, { 2: NEWER });
  expect(practice.session.stage.at).toBe('critiquing');
  expect(practice.shown).toContain('Saved. I am still reading what you had before.');
  expect(practice.effects.map(({ type }) => type)).toEqual(['say']);
  practice.happens({
    type: 'critiqueReady',
    draftNo: frozen?.type === 'freezeDraft' ? frozen.draftNo : 0,
    judgement: judged(),
  });
  expect(practice.session.critique?.outdated).toBe(true);
  expect(practice.shown).toContain('This was said of your text before you changed it.');
});

function judged() {
  const made = atCritique().session.critique ?? expect.fail('no critique');
  return made.critique;
}

test('in a practice that rests the change is stored, and it goes on resting', () => {
  const paused = atDraft().says('pause');
  fills(paused, { 2: NEWER });
  expect(paused.session.stage).toEqual({ at: 'paused', stage: { at: 'reviewing' } });
  expect(paused.answer(step(paused, 2))).toBe(NEWER);
  const done = atDraft().says('stop');
  fills(done, { 2: NEWER });
  expect(done.session.stage.at).toBe('done');
  expect(done.answer(step(done, 2))).toBe(NEWER);
  expect(done.shown).toContain('Saved.');
});

const STANDS: readonly (readonly [string, () => Practice])[] = [
  ['at the door', () => beginPractice()],
  ['while the failure is asked', () => beginPractice().says('story').says('skip')],
  ['while a step is asked', () => atFirstStep()],
  ['at the draft', () => atDraft()],
  ['while the critique runs', () => atDraft().presses('go')],
  ['at the critique', () => atCritique()],
  ['while a reply waits', () => atCritique().says('answer').says('We were a team of four.')],
  ['during a run', () => atCritique().says('aloud').says('60')],
  ['paused at the draft', () => atDraft().says('pause')],
  ['paused at the critique', () => atCritique().says('pause')],
  ['paused while the critique runs', () => atDraft().presses('go').says('pause')],
  ['ended', () => atCritique().says('stop')],
];

describe.each(STANDS)('a story of distress typed into the form %s', (name, stand) => {
  test('is met, kept, and neither scored nor quoted', () => {
    const practice = stand();
    const { drafts } = practice.session;
    fills(practice, { 2: HARD });
    expect(practice.session).toSatisfy(isSheltered);
    expect(practice.answer(step(practice, 2))).toBe(HARD);
    expect(practice.shown).toContain('That sounds hard, and it is yours to keep private.');
    expect(practice.shown).toContain('Nothing here is scored.');
    expect(quotesOn(practice.card)).toEqual([]);
    expect(practice.session.critique).toBeUndefined();
    if (drafts > 0) expect(practice.effects.map(({ type }) => type)).toContain('dropRatings');
    practice.happens({ type: 'critiqueReady', draftNo: drafts, judgement: judged() });
    expect(practice.session.critique).toBeUndefined();
    expect(practice.effects).toEqual([]);
    if (/^(paused|ended)/.test(name)) expect(['paused', 'done']).toContain(practice.session.stage.at);
  });
});

test('a practice that rests with a hard story asks what now once it is taken up', () => {
  const practice = atDraft().says('pause');
  fills(practice, { 2: HARD });
  practice.says('go on');
  expect(practice.session.stage).toMatchObject({ at: 'sheltered', asks: 'what', stage: { at: 'reviewing' } });
  expect(practice.shown).toContain('stay with it');
});

test('who chose to go on with a hard story can write it in the form', () => {
  const practice = atFirstStep().says(HARD).says('go on');
  expect(practice.session.sheltered).toBe(true);
  fills(practice, { 3: `${HARD} I told my brother.` });
  expect(practice.answer(step(practice, 3))).toBe(`${HARD} I told my brother.`);
  expect(practice.shown).toContain('Saved.');
});
