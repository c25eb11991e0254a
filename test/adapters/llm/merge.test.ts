import { expect, test } from 'vitest';
import { merge } from '../../../adapters/llm/merge.ts';
import { quotesIn } from '../../../adapters/llm/quotes-in.ts';
import { type Reply, ReplySchema } from '../../../adapters/llm/reply.ts';
import type { CriticInput } from '../../../src/critique/critic.ts';
import { type Critique, CritiqueSchema, type Finding, type Score } from '../../../src/critique/critique.ts';
import { spanOf } from '../../../src/text/span.ts';
import { CUSTOMER_DAY, RESCUE_GUIDE } from '../../critique/told-answers.ts';
import { inputOf } from './asked.ts';

/** An offline critique made by hand, so that no change of the offline critic moves these tests: three steps of a small guide. */
const PARTS = {
  trouble: 'I agreed the room for our customer day by phone and never got it in writing.',
  rescue: 'I rang sales myself the same evening and told forty people that they could not come.',
  habit: 'I am much more careful with bookings now, and I ask the hotel twice.',
};
const TEXT = Object.values(PARTS).join('\n\n');

function spanWith(words: string) {
  const span = spanOf(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length);
  if (span === undefined || !TEXT.includes(words)) throw new Error(`"${words}" is not in the answer`);
  return span;
}

const input: CriticInput = {
  draft: {
    text: TEXT,
    steps: Object.fromEntries(Object.entries(PARTS).map(([id, words]) => [id, [spanWith(words)]])),
  },
  guide: RESCUE_GUIDE,
  setAside: [],
};

const thin: Finding = {
  id: 'f1',
  rule: 'habit.changed-practice',
  at: { span: spanWith('much more careful with bookings') },
  why: 'A habit is easier to believe.',
  question: 'What do you do now?',
  shape: 'Now I [do what?].',
  rank: 0,
};
const blame: Finding = { ...thin, id: 'f2', rule: 'excuses', at: { span: spanWith('told forty people') } };

const step = (score: Score) => ({ score, evidence: [], found: [], missing: [] });

function offlineWith(more: Partial<Critique> = {}): Critique {
  return {
    v: 1,
    critic: 'rubric',
    version: 'rubric-x',
    steps: { trouble: step(2), rescue: step(1), habit: step(1) },
    findings: [thin],
    keep: [],
    next: { question: 'Who helped you?' },
    overall: 0.67,
    verdict: 'weak',
    line: 'Right story, one thing to fix.',
    ...more,
  };
}

/** The steps that the offline critic would rate higher for the quoted words alone: here all, so that what is tested is the rest. */
/** The offline critic rates every step higher for the words that are quoted, so that what is tested is the rest. */
const anyWords = (reply: Reply, { draft }: CriticInput) =>
  new Map(
    reply.steps.flatMap(({ step, quote }) => {
      const span = quotesIn(draft.text)(quote);
      return span === undefined ? [] : [[step, span] as const];
    }),
  );

const merged = (
  reply: unknown,
  offline = offlineWith(),
  given: CriticInput = input,
  confirmed = anyWords(ReplySchema.parse(reply), given),
): Critique =>
  CritiqueSchema.parse(
    merge(given, offline, ReplySchema.parse(reply), { version: 'llm-1:test/test', confirmed }),
  );

const scoresOf = ({ steps }: Critique) => Object.values(steps).map(({ score }) => score);
const scored = (of: string, score: number, quote?: string) => ({ steps: [{ step: of, score, quote }] });

const added = (more: object = {}) => ({
  findings: [
    {
      rule: 'excuses',
      quote: 'told forty people that they could not come',
      why: 'A listener may wonder who decided this.',
      question: 'Which part was yours?',
      shape: 'My part was [what?].',
      ...more,
    },
  ],
});

test('a reply with nothing in it leaves the offline critique, under the name of the model', () => {
  expect(merged({})).toEqual({ ...offlineWith(), critic: 'llm', version: 'llm-1:test/test' });
});

test('a score moves by one with a quote from its step, which joins the evidence', () => {
  const up = merged(scored('rescue', 2, 'I rang sales myself the same evening'));
  expect(scoresOf(up)).toEqual([2, 2, 1]);
  expect(up.steps.rescue?.evidence.map(({ quote }) => quote)).toEqual([
    'I rang sales myself the same evening',
  ]);
  expect(up.overall).toBe(0.84);
  expect(scoresOf(merged(scored('trouble', 1, 'I agreed the room for our customer day')))).toEqual([1, 1, 1]);
});

test.each([
  ['no quote', scored('rescue', 2)],
  ['an invented quote', scored('rescue', 2, 'I paid for all of it myself')],
  [
    'a quote with an invented tail',
    scored('rescue', 2, 'I rang sales myself the same evening and apologised'),
  ],
  ['a quote from another step', scored('rescue', 2, 'I agreed the room for our customer day by phone')],
  ['a quote too short to bear anything', scored('rescue', 2, 'rang sales myself')],
  ['the words that were called thin', scored('habit', 2, 'I am much more careful with bookings now')],
  ['a step that is none', scored('kumquat', 2, 'I rang sales myself the same evening')],
])('a score with %s stays', (_what, reply) => {
  expect(merged(reply).steps).toEqual(offlineWith().steps);
});

test('no score moves by two, up or down', () => {
  const offline = offlineWith({ steps: { trouble: step(2), rescue: step(0), habit: step(1) } });
  expect(merged(scored('rescue', 2, PARTS.rescue), offline).steps).toEqual(offline.steps);
  expect(merged(scored('trouble', 0, PARTS.trouble), offline).steps).toEqual(offline.steps);
});

test('a model that finds every step better than it was read is not believed in any', () => {
  const offline = offlineWith({
    steps: { trouble: step(1), rescue: step(1), habit: step(1) },
    findings: [],
  });
  const all = Object.entries(PARTS).map(([id, quote]) => ({ step: id, score: 2, quote }));
  expect(scoresOf(merged({ steps: all }, offline))).toEqual([1, 1, 1]);
  expect(scoresOf(merged({ steps: all.slice(0, 2) }, offline))).toEqual([2, 2, 1]);
});

test('a verdict capped at bad stays, whatever the scores do', () => {
  const capped = offlineWith({
    findings: [blame],
    verdict: 'bad',
    overall: 0.3,
    line: 'I would try another story.',
  });
  const critique = merged(scored('rescue', 2, PARTS.rescue), capped);
  expect(scoresOf(critique)).toEqual([2, 2, 1]);
  expect(critique).toMatchObject({ verdict: 'bad', line: 'I would try another story.' });
});

test('a verdict that was bad for its scores alone rises with them, to weak and no further', () => {
  const low = offlineWith({
    steps: { trouble: step(1), rescue: step(1), habit: step(0) },
    findings: [],
    verdict: 'bad',
    overall: 0.33,
    line: 'A start. Most of the story is still to come.',
  });
  const critique = merged(scored('rescue', 2, PARTS.rescue), low);
  expect(critique).toMatchObject({ verdict: 'weak', line: 'Right story, a few things to fix.' });
});

test('a good answer is good no longer where the model quotes a pitfall; a model makes nothing bad', () => {
  const good = offlineWith({
    steps: { trouble: step(2), rescue: step(2), habit: step(2) },
    findings: [],
    verdict: 'good',
    overall: 1,
    line: 'Ready to say aloud.',
  });
  const critique = merged(added(), good);
  expect(critique.findings.map(({ rule }) => rule)).toEqual(['excuses']);
  expect(critique).toMatchObject({ verdict: 'weak', line: 'Right story, one thing to fix.' });
  expect(merged({ verdict: 'bad', ...scored('habit', 1, PARTS.habit) }, good).verdict).toBe('good');
});

test('a finding is added with the words it rests on, after those that stand', () => {
  const { findings } = merged(added());
  expect(findings.map(({ id, rank }) => [id === 'f1', rank])).toEqual([
    [true, 0],
    [false, 1],
  ]);
  expect(findings[1]).toMatchObject({
    rule: 'excuses',
    at: { span: { quote: 'told forty people that they could not come' } },
    why: 'A listener may wonder who decided this.',
  });
});

test.each([
  ['quotes what is not there', { quote: 'told sixty people that they could not come' }],
  ['has an invented tail', { quote: 'told forty people that they could not come, sadly' }],
  ['has a rule the guide does not know', { rule: 'kumquat' }],
  ['brings a name in', { why: 'Peter may wonder who decided this.' }],
  ['brings a figure in', { why: 'A listener may wonder about all 90 guests.' }],
  ['speaks of a clear step', { rule: 'trouble.setting' }],
  ['praises', { why: 'This is a perfect way to tell it.' }],
  ['judges', { why: 'This sounds defensive.' }],
  ['shouts', { question: 'Which part was yours?!' }],
  ['asks nothing', { question: 'Say which part was yours.' }],
  ['is cut off', { why: 'A listener may wonder who dec' }],
  ['carries a link', { why: 'See https://example.org for this.' }],
  ['carries markup', { why: 'A listener may **wonder**.' }],
])('a finding that %s is left out', (_what, more) => {
  expect(merged(added(more)).findings).toEqual(offlineWith().findings);
});

test('what a person set aside the model does not bring up again, in these or other words', () => {
  const [, finding] = merged(added()).findings;
  const id = finding?.id ?? '';
  const setAside = { ...input, setAside: [id] };
  expect(merged(added(), offlineWith(), setAside).findings).toEqual([thin]);
  const before = { draft: input.draft, critique: offlineWith({ findings: [blame] }) };
  const other = { ...input, setAside: [blame.id], before };
  expect(merged(added(), offlineWith(), other).findings).toEqual([thin]);
});

test('words that invent are replaced by the offline ones, each by itself', () => {
  const rephrased = {
    id: 'f1',
    why: 'Any hotel guest could say "much more careful with bookings".',
    question: 'What would Peter see you do now?',
    shape: 'Now I always call three times.',
  };
  const [finding] = merged({ rephrased: [rephrased] }).findings;
  expect(finding).toEqual({ ...thin, why: rephrased.why });
});

test('a step that became clear is not asked for any more', () => {
  const missing: Finding = { ...thin, rule: 'rescue.own-action', at: { missingIn: 'rescue' } };
  const critique = merged(scored('rescue', 2, PARTS.rescue), offlineWith({ findings: [missing] }));
  expect(critique.findings).toEqual([]);
});

test('a note needs its quote, and the next question too', () => {
  const note = {
    rule: 'no-cost',
    quote: 'told forty people',
    text: 'It cost nobody here.',
    question: 'Who felt it?',
  };
  const next = { question: 'How did sales react to that call?', quote: 'I rang sales myself' };
  expect(merged({ notes: [note], next })).toMatchObject({
    notes: [{ rule: 'no-cost', text: 'It cost nobody here.' }],
    next: { question: next.question, about: { quote: next.quote } },
  });
  const untrue = { notes: [{ ...note, quote: 'told nobody' }], next: { ...next, quote: 'I rang the press' } };
  expect(merged(untrue)).toEqual(merged({}));
  expect(merged({ next }, offlineWith(), { ...input, asked: [next.question] }).next).toEqual(
    offlineWith().next,
  );
});

test('the line stays with the verdict: a model does not call an answer ready', () => {
  const quote = 'I rang sales myself';
  expect(merged({ line: { text: 'The call is told; the habit is still open.', quote } }).line).toBe(
    'The call is told; the habit is still open.',
  );
  expect(merged({ line: { text: 'Ready to say aloud.', quote } }).line).toBe(offlineWith().line);
  expect(merged({ line: { text: 'The habit is still open.', quote: 'nobody said so' } }).line).toBe(
    offlineWith().line,
  );
});

test('an ordinary answer gives no orders: what a model sees in it is heard', () => {
  const given = inputOf(CUSTOMER_DAY);
  const reply = {
    line: {
      text: 'The yes on the phone is clear enough; the ending is open.',
      quote: 'I agreed the room by phone',
    },
    next: { question: 'How did sales react?', quote: 'rang sales myself' },
  };
  const critique = merged(reply, offlineWith(), given);
  expect(critique.next.question).toBe('How did sales react?');
});
