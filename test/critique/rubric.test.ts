import { expect, test } from 'vitest';
import { type Critique, CritiqueSchema, isCritique } from '../../src/critique/critique.ts';
import { type Draft, draftFromSteps } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { trueFact } from '../../src/critique/true-fact.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { CUSTOMER_DAY, MIGRATION, RESCUE_GUIDE } from './told-answers.ts';
import { unshown } from './unknown-samples.ts';

const language = loadLanguage();
const critic = createRubricCritic(language);
const calm = new AbortController().signal;

interface Given {
  readonly guide?: Guide;
  readonly role?: string;
  readonly setAside?: readonly string[];
}

async function judged(draft: Draft | string, given: Given = {}) {
  const guide = given.guide ?? greatestFailure;
  const whole = typeof draft === 'string' ? draftFromText(draft, read(draft, guide, language)) : draft;
  return critic({ draft: whole, guide, role: given.role, setAside: given.setAside ?? [] }, calm);
}

async function critiqueOf(draft: Draft | string, given: Given = {}): Promise<Critique> {
  const judgement = await judged(draft, given);
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return judgement;
}

const scoresOf = (critique: Critique) => Object.values(critique.steps).map((step) => step.score);
const rulesOf = (critique: Critique) => critique.findings.map((finding) => finding.rule);
const quoteOf = (finding: Critique['findings'][number] | undefined) =>
  finding !== undefined && 'span' in finding.at ? finding.at.span.quote : undefined;

test('the customer day is the right story with one thing to fix, its ending', async () => {
  const critique = await critiqueOf(CUSTOMER_DAY);
  expect(critique.line).toBe('Right story, one thing to fix.');
  expect(critique.verdict).toBe('weak');
  expect(scoresOf(critique)).toEqual([2, 2, 2, 1, 1]);
  expect(critique.keep[0]?.span.quote).toBe('I agreed the room by phone and never got it in writing.');
  expect(critique.keep[0]?.effect).toBe('Plain and yours: nobody has to ask whose slip it was.');
  expect(quoteOf(critique.findings[0])).toBe('be more careful with bookings');
  expect(critique.next.about?.quote).toContain('smaller place');
});

test('one honest feeling is a strength and stays unflagged', async () => {
  const critique = await critiqueOf(CUSTOMER_DAY);
  expect(critique.findings.map(quoteOf).filter((quote) => quote?.includes('horrible'))).toEqual([]);
  expect(rulesOf(critique)).not.toContain('too-emotional');
});

test("the guide's own sample answer, pasted, is known and not scored", async () => {
  expect(await judged(MIGRATION)).toMatchObject({ cannotJudge: 'sample' });
  const touched = MIGRATION.replace('database', 'archive').replace('Early in my career', 'In my first job');
  expect(await judged(touched)).toMatchObject({ cannotJudge: 'sample' });
});

test('step by step or in one piece, the same words get the same first finding', async () => {
  const reading = read(CUSTOMER_DAY, greatestFailure, language);
  const parts = greatestFailure.steps.map(({ id }) => ({
    id,
    text: (reading.steps[id] ?? []).map((span) => span.quote).join(' '),
  }));
  const whole = await critiqueOf(CUSTOMER_DAY);
  const stepwise = await critiqueOf(draftFromSteps(parts));
  expect(stepwise.findings[0]?.id).toBe(whole.findings[0]?.id);
  expect(scoresOf(stepwise)).toEqual(scoresOf(whole));
});

test('what was set aside is not said again, and no longer counts', async () => {
  const first = await critiqueOf(CUSTOMER_DAY);
  const all = first.findings.map((finding) => finding.id);
  const again = await critiqueOf(CUSTOMER_DAY, { setAside: all });
  expect(again.findings).toEqual([]);
  expect(again.line).toBe('Ready to say aloud.');
});

test('a finding keeps its id when the words before it change', async () => {
  const before = await critiqueOf(CUSTOMER_DAY);
  const after = await critiqueOf(CUSTOMER_DAY.replace('Two years ago', 'In the spring of last year'));
  expect(after.findings[0]?.id).toBe(before.findings[0]?.id);
});

test('a step without words is not yet there, and one sign of it is asked for', async () => {
  const critique = await critiqueOf(
    draftFromSteps([
      { id: 'context', text: 'In 2019 I was a nurse on a ward with 24 patients.' },
      { id: 'failure', text: 'I forgot to pass on a change of dose and a patient waited in pain.' },
    ]),
  );
  expect(scoresOf(critique)).toEqual([2, 2, 0, 0, 0]);
  expect(rulesOf(critique).filter((rule) => rule.startsWith('growth-evidence.'))).toHaveLength(1);
});

test('very short steps are thin, whatever they show', async () => {
  const critique = await critiqueOf(
    draftFromSteps([
      { id: 'context', text: 'In 2019 I was a nurse on a ward with 24 patients.' },
      { id: 'failure', text: 'I forgot a change of dose and a patient waited in pain.' },
      { id: 'immediate-actions', text: 'I rang him.' },
    ]),
  );
  expect(critique.steps['immediate-actions']?.score).toBe(1);
});

test.each([
  'I learned to be more careful, and since then I check everything twice.',
  'A yes is not a booking, and now I always write it down.',
])('what is done differently since counts, in one breath with the lesson too: %s', async (ending) => {
  const critique = await critiqueOf(
    `Last year I looked after the brochure of a school, 8,000 copies in August. I did not open the two files to compare them, and the old prices were printed. I called the printer and we printed again. ${ending}`,
  );
  expect(critique.steps['growth-evidence']?.score).toBeGreaterThanOrEqual(1);
});

test('the findings name what hurts most first: blame before a lesson anyone could have', async () => {
  const critique = await critiqueOf(
    'At my last job we were building a warehouse system. The product manager never answered my questions and the testers missed most of the bugs. The release was two months late. I told them many times. I learned to communicate better.',
  );
  expect(rulesOf(critique).slice(0, 3)).toContain('others-mistakes');
  expect(rulesOf(critique).indexOf('others-mistakes')).toBeLessThan(
    rulesOf(critique).indexOf('reflections.specific-lesson'),
  );
  expect(critique.findings.map((finding) => finding.rank)).toEqual(critique.findings.map((_, at) => at));
});

test('a slip owned late has been owned', async () => {
  const critique = await critiqueOf(
    'Two summers ago I prepared thirty children for a concert. Four of them stopped coming in the last week. I visited each of them and rang their parents. I learned that a programme is for those who play it. This spring all of them came. The choice of the piece had been my mistake.',
  );
  expect(rulesOf(critique)).not.toContain('failure.own-part');
});

test('an excuse that is looked back on is none', async () => {
  const critique = await critiqueOf(
    'In 2020 I planned the deliveries for nine shops. I changed a route without telling the drivers. At first I told myself it was not my fault. Then I rang the managers.',
  );
  expect(rulesOf(critique)).not.toContain('defensive-or-blaming');
});

test('a small slip with a large loss is not a small story', async () => {
  const critique = await critiqueOf(
    'In 2020 I prepared a mailing for a bank. I overlooked a typo in the phone number, and 40,000 customers called a pizza shop. I rang the shop and apologised.',
  );
  expect(rulesOf(critique)).not.toContain('trivial');
});

test('the core skill is looked for only where the role is known', async () => {
  const text =
    'I lost two customers in one spring, because I am not good at talking to customers. I wrote to both of them. I learned to prepare.';
  expect(rulesOf(await critiqueOf(text, { role: 'sales representative' }))).toContain('core-skill');
  expect(rulesOf(await critiqueOf(text))).not.toContain('core-skill');
});

test('where nothing earns praise one true fact is said', async () => {
  const critique = await critiqueOf(
    'Some things are blue and others are green, and then there is the sea, which is both of them. And the sky is one of those as well.',
  );
  expect(critique.keep).toHaveLength(1);
  expect(critique.keep[0]?.effect).toBe('There are 28 words here to work with.');
});

test.each([
  [
    'The story is in your second sentence: start there.',
    'People ask me this a lot. I had some problems at work once. It was a difficult time for all of us.',
  ],
  [
    'The story is in your first sentence: nobody has to wait for it.',
    'I had some problems at work once. It was a difficult time for all of us.',
  ],
  [
    'There is a number in it, and numbers are easy to remember.',
    'Of the 14 of them most are blue. There is the sea as well, and that is about all.',
  ],
  [
    'It is told with "I", so the rest can be told that way too.',
    'Honestly, I want everything to be right and that is about all there is to say.',
  ],
])('the true fact is one that anyone can check: %s', (effect, text) => {
  const parsed = language.parse(text);
  expect(trueFact(parsed, parsed.sentences)).toMatchObject([{ effect }]);
});

test('a light sign in a step that is not clear is no merit', async () => {
  const critique = await critiqueOf(
    'My greatest failure is that I am a perfectionist. I always want everything to be right and so I work too hard, and then I am tired in the evening.',
  );
  expect(critique.keep.map((one) => one.effect)).not.toContain(
    'A new habit one could watch: that is what change looks like.',
  );
});

test('a finding quotes the clause that shows it, in fourteen words at most', async () => {
  const long =
    'In our company, which had moved to the new building in the spring of that year, the product manager never answered my questions, and the testers missed most of the bugs.';
  const blamed = await critiqueOf(
    `We were building a warehouse system. ${long} My boss never listened to me. I learned to communicate better.`,
  );
  const quote = quoteOf(blamed.findings.find((one) => one.rule === 'others-mistakes')) ?? '';
  expect(quote).toContain('the product manager never answered my questions');
  expect(quote.split(' ').length).toBeLessThanOrEqual(14);
  const samples = greatestFailure.samples.map((one) => Object.values(one.steps).join(' '));
  for (const told of [CUSTOMER_DAY, ...samples])
    for (const finding of (await critiqueOf(told, { guide: unshown })).findings)
      expect((quoteOf(finding) ?? '').split(' ').length).toBeLessThanOrEqual(14);
});

test('a second guide is judged by its own steps and pitfalls', async () => {
  const critique = await critiqueOf(
    'The oven broke on a Saturday. It was not my fault at all. I drove to the next town and borrowed one. Now I check the oven every Friday.',
    { guide: RESCUE_GUIDE },
  );
  expect(Object.keys(critique.steps)).toEqual(['trouble', 'rescue', 'habit']);
  expect(rulesOf(critique)).toEqual(['excuses']);
  expect(critique.next).toEqual({ question: 'Who helped you?' });
});

test.each([
  ['🙂 🙂 … !!! 👍', 'no-words'],
  ['', 'no-words'],
  ['It went wrong.', 'too-short'],
  [
    'Vor zwei Jahren habe ich unseren Kundentag organisiert und den Raum nur am Telefon zugesagt bekommen, das war ein Fehler.',
    'not-english',
  ],
  [
    'Il y a deux ans, je devais organiser une fête pour nos clients et je ne demandais jamais de confirmation écrite.',
    'not-english',
  ],
  ['לפני שנתיים ארגנתי יום לקוחות', 'not-english'],
  ['两年前我组织了客户日，但是我没有书面确认房间', 'not-english'],
])('%s cannot be judged, and the advice says what to do', async (text, why) => {
  const judgement = await judged(text);
  expect(judgement).toMatchObject({ cannotJudge: why });
  expect(isCritique(judgement) ? '' : judgement.advice.length).toBeGreaterThan(20);
});

test('a critique is plain data that passes its own schema', async () => {
  const critique = await critiqueOf(CUSTOMER_DAY);
  expect(CritiqueSchema.parse(JSON.parse(JSON.stringify(critique)))).toEqual(critique);
});

test('who has stopped waiting gets no critique', async () => {
  const input = { draft: draftFromSteps([]), guide: greatestFailure, setAside: [] };
  await expect(critic(input, AbortSignal.abort())).rejects.toThrow();
});
