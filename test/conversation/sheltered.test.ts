import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { decide } from '../../src/coach/decide.ts';
import { catalog } from '../../src/guide/catalog.ts';
import {
  AT,
  atCritique,
  atDraft,
  atFirstStep,
  BEGINNING,
  beginPractice,
  choicesOn,
  type Practice,
  quotesOn,
  SEED,
  STORY,
  TOLD,
  tells,
} from './practice.ts';

const HARD = "I was fired after my breakdown last year and I still can't talk about it.";
const WHOLE = `${HARD} ${TOLD.slice(1).join(' ')}`;

/** Every place where words of the person can come in, and how they do. */
const PLACES: readonly (readonly [string, () => Practice])[] = [
  ['at the door', () => beginPractice().says(HARD)],
  ['in few words at the door', () => beginPractice().says('My father died.')],
  ['where the role is asked', () => beginPractice().says('story').says(HARD)],
  ['where the role is asked, as a long story', () => beginPractice().says('story').says(WHOLE)],
  ['as the failure, piped', () => beginPractice().says('story').says('skip').says(HARD)],
  ['as the failure, typed', () => tells(beginPractice().says('story').says('skip'), HARD)],
  ['as an answer to a doubt', () => tells(tells(beginPractice().says('story').says('skip'), SMALL), HARD)],
  [
    'as what a role needs most',
    () => tells(beginPractice().says('story').says('falconer'), TOLD[1]).says(HARD, { ends: 'open' }),
  ],
  [
    'as a moment that is jotted down',
    () => beginPractice().says('nothing').says('skip').says('My father died.'),
  ],
  ['as a line where a story is looked for', () => beginPractice().says('nothing').says('skip').says(WHOLE)],
  ['in an answer to a step, piped', () => atFirstStep().says(HARD)],
  ['in an answer to a step, typed', () => tells(atFirstStep(), HARD)],
  ['in an answer that is left by skip', () => atFirstStep().says(HARD, { ends: 'open' }).says('skip')],
  ['in an answer that is left by back', () => atFirstStep().says(HARD, { ends: 'open' }).says('back')],
  ['in an answer that is left by redo', () => atFirstStep().says(HARD, { ends: 'open' }).says('redo 4')],
  ['in an answer that is left for the draft', () => atFirstStep().says(HARD, { ends: 'open' }).says('go')],
  [
    'in an answer that was asked once more',
    () => tells(tells(atFirstStep(), 'It was horrible and I felt awful.'), HARD),
  ],
  ['in a step that is rewritten', () => atDraft().says('redo 2').says(HARD)],
  ['in a step that is rewritten after the critique', () => atCritique().says('redo 2').says(HARD)],
  ['in an answer that is pasted whole', () => beginPractice().says('answer').says('skip').says(WHOLE)],
  ['in the reply to one question, piped', () => atCritique().says('answer').says(HARD)],
  ['in the reply to one question, typed', () => tells(atCritique().says('answer'), HARD)],
];

test('a practice whose message was edited while it rested is met as it is taken up, by whichever word', () => {
  for (const word of ['resume', 'next', 'go']) {
    const practice = atCritique().says('answer').says('pause');
    const [message] = Object.values(practice.session.answers)[1] ?? [];
    practice.happens({ type: 'edited', partId: message?.id ?? '', text: HARD });
    practice.says(word);
    expect(practice.session.stage.at, word).toBe('sheltered');
    expect(practice.shown, word).not.toContain('breakdown');
  }
});

const SMALL = 'I arrived five minutes late to a meeting once.';

/** Nothing that rates, measures or quotes. */
function isPlain(card: Card): void {
  expect(quotesOn(card)).toEqual([]);
  expect(card.blocks.map((block) => block.kind)).not.toContain('picture');
  const words = coachWords(card)
    .replace(/\d of \d[:,] /gu, '')
    .replace(/(redo|step) \d/gu, '')
    .replace(/\d to \d sentences?/gu, '');
  expect(words).not.toMatch(/\d/);
  expect(words).not.toMatch(/\b(thin|clear|not yet there|weakest)\b/i);
}

describe.each(PLACES)('a story of distress %s', (_, told) => {
  test('is met with one human sentence, and another story, a break or its deletion', () => {
    const practice = told();
    expect(practice.session.stage).toMatchObject({ at: 'sheltered', asks: 'what' });
    expect(practice.shown).toContain('That sounds hard, and it is yours to keep private.');
    expect(practice.shown).toContain('Nothing here is scored.');
    expect(choicesOn(practice.card)).toEqual(['another', 'stop', 'delete', 'go on']);
    isPlain(practice.card);
  });

  test('is never judged: what stood there of a critique goes, and none is asked for', () => {
    const { session, effects } = told();
    expect(session.critique).toBeUndefined();
    expect(session.ownRating).toBeUndefined();
    expect(effects.map((effect) => effect.type)).not.toContain('requestCritique');
  });

  test('is helped without numbers, ratings, nudges or quotes, if the person goes on with it', () => {
    const practice = told();
    const { nudged } = practice.session;
    practice.says('go on');
    for (const { nudge } of practice.guide.steps) expect(practice.shown).not.toContain(nudge);
    const from = practice.cards.length;
    const types: string[] = [];
    const says = (words: string) => {
      practice.says(words);
      types.push(...practice.effects.map((effect) => effect.type));
    };
    for (let times = 0; times < 9 && practice.session.stage.at !== 'reviewing'; times += 1)
      says(choicesOn(practice.card).includes('keep') ? 'keep' : 'It was awful.');
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    for (const words of ['go', 'c c t t n', 'more', 'tips', 'aloud', '90']) says(words);
    practice.later(40_000);
    for (const words of ['done', 'all', 'done']) says(words);
    expect(practice.session.stage).toMatchObject({ at: 'done' });
    for (const type of ['requestCritique', 'freezeDraft', 'storeCritique', 'storeOwnRating'])
      expect(types).not.toContain(type);
    const shown = practice.cards.slice(from).filter((card) => !isClock(card));
    for (const card of shown) isPlain(card);
    expect(practice.session.nudged).toEqual(nudged);
  });
});

/** The clock of a run, which the person chose, and the numbers by which the parts are named. */
function isClock(card: Card): boolean {
  return (
    choicesOn(card).some((word) => ['60', 'all'].includes(word)) ||
    coachWords(card).includes('The clock runs')
  );
}

test('a critique that comes late is neither shown nor stored', () => {
  const { critique } = atCritique().session.critique ?? {};
  if (critique === undefined) return expect.fail('no critique');
  const late = { type: 'critiqueReady', draftNo: 1, judgement: critique } as const;
  const practice = atDraft().says('go').happens({ type: 'critiqueFailed', draftNo: 1, code: 'timeout' });
  practice.says('redo 2').says(HARD).happens(late);
  expect(practice.effects).toEqual([]);
  practice.says('go on').happens(late);
  expect(practice.effects).toEqual([]);
  expect(practice.session.critique).toBeUndefined();
});

test('stop for today pauses, and nothing of it is shown on the way back', () => {
  const practice = atFirstStep().says(HARD).says('stop');
  expect(practice.session.stage).toMatchObject({ at: 'paused' });
  isPlain(practice.card);
  practice.later(3 * 24 * 60 * 60_000).happens({ type: 'attached' });
  expect(quotesOn(practice.card)).toEqual([]);
  expect(choicesOn(practice.card)).not.toContain('fresh');
});

test('delete asks once more, keep leaves it, and only a second delete deletes', () => {
  const practice = atFirstStep().says(HARD).says('delete');
  expect(practice.shown).toContain('It cannot be brought back.');
  expect(practice.effects.map((effect) => effect.type)).toEqual(['say']);
  practice.says('keep');
  expect(practice.session.stage).toMatchObject({ at: 'sheltered', asks: 'what' });
  practice.says('delete').says('delete');
  expect(practice.effects.map((effect) => effect.type)).toEqual(['forget', 'say', 'close']);
  expect(practice.effects[0]).toMatchObject({ sessionId: practice.session.id });
  expect(practice.shown).toContain('Deleted. I keep nothing of it.');
});

test.each(['another', 'Another story'])('"%s" begins one at once: only the story is asked', (typed) => {
  const { session } = atFirstStep().says(HARD);
  const turn = decide(
    {
      type: 'said',
      part: { id: 'x', stamp: '9', text: typed },
      ends: 'now',
      at: AT,
      seed: SEED.replace('0', '1'),
    },
    {
      catalog,
      current: session,
      target: undefined,
      beginning: BEGINNING,
      startsFresh: false,
      view: undefined,
    },
  );
  expect(turn.sessions.map(({ stage }) => stage.at)).toEqual(['paused', 'choosing']);
  expect(turn.sessions[1]).toMatchObject({ failure: [], answers: {}, purpose: session.purpose });
});

test('more words while nothing is chosen are kept, and not answered with advice', () => {
  const practice = atFirstStep().says(HARD).says('I do not know what to say.');
  expect(practice.session.notes.map((part) => part.text)).toEqual(['I do not know what to say.']);
  isPlain(practice.card);
});

test('the same words as trade talk are left alone', () => {
  for (const words of ['I killed the process on the live server.', 'The launch died within a week.'])
    expect(beginPractice().says('story').says('skip').says(words).session.stage).toMatchObject({
      at: 'asking',
    });
  expect(atFirstStep().says(STORY.context).session.stage).toMatchObject({ at: 'asking' });
});
