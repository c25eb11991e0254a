import { expect, test } from 'vitest';
import { type Critique, isCritique } from '../../src/critique/critique.ts';
import { type Draft, draftFromSteps } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { comparable } from '../../src/text/clean.ts';

// What a newcomer met on a first evening; each test is a kind of fault, told by the words that showed it.

const language = loadLanguage();

function critiqueOf(told: string | Readonly<Record<string, string>>): Critique {
  const judgement = judgeByRubric({ draft: draftOf(told), guide, setAside: [] }, language);
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return judgement;
}

function draftOf(told: string | Readonly<Record<string, string>>): Draft {
  if (typeof told === 'string') return draftFromText(told, read(told, guide, language));
  return draftFromSteps(guide.steps.map(({ id }) => ({ id, text: told[id] ?? '' })));
}

const DENTIST = {
  context: 'Two years ago I was a receptionist at a dental practice with three chairs.',
  failure:
    'I kept two calendars and I did not compare them. One Monday two patients sat for one chair and one of them went home angry.',
  'immediate-actions': 'The same day I called her, and I told my boss that I had mixed the calendars up.',
  reflections: 'I learned that two calendars are two truths, and nobody knows which one is in force.',
  'growth-evidence':
    'Now there is only one calendar, and each morning at 8 I compare it with the rooms. Last May it showed me two patients for one chair, I called one of them before she left home.',
};

const keptOf = (critique: Critique) => critique.keep.map((keep) => keep.span.quote);
const rulesOf = (critique: Critique) => critique.findings.map((finding) => finding.rule);

/** Plausible ways to fill each shape of the guide's steps, by step and sign. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  'context.setting': [
    'Two years ago, I was head waiter at a lake hotel, and I had to seat 90 people.',
    'In spring, I was a trainee at a small printing house, and I had to order the paper.',
    'Before the move, I was one of three planners at a bus company, and I had to draw the timetable.',
  ],
  'context.stake': [
    'The bride counted on it, because her whole family came from abroad.',
    'Nine shops counted on it, because they sell what is in the shelves by seven.',
  ],
  'failure.own-part': [
    'I left the back door unlocked, and that was mine to decide.',
    'I ordered the paper by phone, and that was mine to decide.',
  ],
  'failure.what-went-wrong': [
    'On Friday, the van did not leave on time, and two shops had no bread.',
    'In the first week, the new till did not print receipts, and people left without paying.',
    'On the day, the microphone did not reach the back row, and half the hall heard no word.',
  ],
  'failure.consequence': [
    'Because of that, the whole team had to come in on Sunday.',
    'Because of that, 14 families had to find another hotel.',
  ],
  'immediate-actions.own-action': [
    'The same hour, I rang every patient on the list.',
    'The same day, I drove to the printer with a new file.',
    'The same evening, I wrote a new plan and put it on the door.',
  ],
  'immediate-actions.told-someone': [
    'I told my manager the same evening that the order was missing.',
    'I told the parents at once that the bus would be late.',
  ],
  'reflections.lesson': [
    'I learned that a plan on the wall has told nobody anything.',
    'I learned that quiet customers leave first.',
  ],
  'reflections.specific-lesson': [
    'I had thought that more lists means more safe; in fact two calendars means nobody knows the truth.',
    'I had thought that two calendars were safer than one; in fact nobody knew which one was true.',
    'I had thought that two calendars were safer than one. In fact nobody knew which one was true.',
    'I had thought that the kitchen reads the board; in fact the cooks only hear what is called.',
    'I thought that silence was a yes, but in fact eleven helpers had never seen my message.',
  ],
  'growth-evidence.later-occasion': [
    'Last May, a patient called twice, and I compared the calendars first.',
    'Last Christmas, the printer was late, and I had a second one ready.',
    'Last time, nobody had answered by noon, and I rang each of them.',
  ],
  'growth-evidence.changed-practice': [
    'Now, before I close the till, I count the vouchers. Last week, the count was short by two.',
    'Now, before I book a room, I ask for the signed paper. Last June, the hotel could not send one and I chose another.',
  ],
  'growth-evidence.result': [
    'That time, everybody got a chair.',
    'That time, the bread was in the shelves by six.',
    'That time, the bus left with all children on it.',
  ],
};

const SHAPES = guide.steps.flatMap((step) =>
  step.signals.flatMap((use) =>
    use.shape === undefined
      ? []
      : [{ step: step.id, signal: use.signal, shape: use.shape, key: `${step.id}.${use.signal}` }],
  ),
);

/** The words of a shape between its blanks, in order. */
function fixedWords(shape: string): string[] {
  return shape
    .split(/\[[^\]]+\]/)
    .flatMap((part) => comparable(part).match(/[\p{L}']+/gu) ?? [])
    .map((word) => word.toLowerCase());
}

test('every shape of a step has been filled in here', () => {
  expect(SHAPES.map((one) => one.key)).toEqual(Object.keys(FILLED));
});

test.each(SHAPES)(
  'who fills in the shape for $key has done what was asked',
  ({ step, signal, shape, key }) => {
    for (const words of FILLED[key] ?? []) {
      const said = comparable(words).toLowerCase();
      const kept = fixedWords(shape).filter((word) => new RegExp(`\\b${word}\\b`).test(said));
      expect(kept.length / fixedWords(shape).length, words).toBeGreaterThan(0.6);
      const judged = critiqueOf({ ...DENTIST, [step]: words }).steps[step];
      expect(judged?.found, words).toContain(signal);
      const own = judged?.evidence.some((span) => words.includes(span.quote));
      expect(own, words).toBe(true);
      expect(critiqueOf({ ...DENTIST, [step]: words }).findings.map((one) => one.rule)).not.toContain(key);
    }
  },
);

test('a filled-in lesson shape is a lesson, and one that belongs to the story', () => {
  for (const words of FILLED['reflections.specific-lesson'] ?? []) {
    const { reflections } = critiqueOf({ ...DENTIST, reflections: words }).steps;
    expect(reflections, words).toMatchObject({ score: 2, missing: [] });
  }
});

const MENDED: Readonly<Record<string, { step: string; words: string; shows: string }>> = {
  'others-mistakes': {
    step: 'failure',
    words: 'My part in it was that I left the order to the last day.',
    shows: 'own-part',
  },
  'core-skill': {
    step: 'growth-evidence',
    words:
      'What I had not yet learned then was how long a tender takes. Today I draw a calendar for each tender.',
    shows: 'changed-practice',
  },
  'no-growth': {
    step: 'growth-evidence',
    words: 'Now, before I send a plan, I ring the driver. Last week, one of them found a closed road.',
    shows: 'changed-practice',
  },
  'defensive-or-blaming': {
    step: 'failure',
    words: 'I could have rented a tent before the rain came.',
    shows: 'own-part',
  },
  trivial: {
    step: 'failure',
    words: 'Because of it, the whole ward had to start the round again.',
    shows: 'consequence',
  },
  'no-failure': {
    step: 'failure',
    words: 'I sent the plan without asking the driver, and because of it two shops had no bread.',
    shows: 'own-part',
  },
  'too-emotional': {
    step: 'immediate-actions',
    words: 'It was awful. The first thing I did was to ring the family.',
    shows: 'own-action',
  },
};

test.each(guide.pitfalls.filter(({ shape }) => shape !== undefined))(
  'who fills in the shape for $id has mended it',
  ({ id }) => {
    const mended = MENDED[id];
    if (mended === undefined) throw new Error(`no filled shape for ${id}`);
    const critique = critiqueOf({ ...DENTIST, [mended.step]: mended.words });
    expect(critique.steps[mended.step]?.found).toContain(mended.shows);
    expect(rulesOf(critique)).not.toContain(id);
  },
);

test('a step told by itself is clear by its own words, not by those of the next step', () => {
  const critique = critiqueOf({
    ...DENTIST,
    reflections: 'It was a hard day, and I still think about it now and then.',
    'growth-evidence':
      'I learned that two calendars are two truths. Now there is only one calendar, and last May it showed me two patients for one chair.',
  });
  expect(critique.steps.reflections?.score).toBe(1);
  expect(critique.steps['growth-evidence']?.score).toBe(2);
  expect(rulesOf(critique)).not.toContain('reflections.lesson');
});

test('"it showed me two patients" is no lesson, "it showed me that" is one', () => {
  const shown = {
    ...DENTIST,
    reflections: 'Last May, it showed me two patients for one chair, I called one.',
  };
  expect(critiqueOf(shown).steps.reflections?.score).toBeLessThan(2);
  const told = {
    ...DENTIST,
    reflections: 'It showed me that two calendars are worse than no calendar at all.',
  };
  expect(critiqueOf(told).steps.reflections?.score).toBe(2);
});

test.each([
  DENTIST['growth-evidence'],
  'Since then every order goes through two hands. Last month my colleague found a wrong size in one.',
  'We have a checklist which hangs next to the door and I sign it. Last June 200 guests got their food on time.',
  'These days a second nurse reads the dose aloud. In March she stopped me at the bed.',
  'I always count the boxes first and open the gate after that. Last week two boxes were missing and we waited.',
  'Each morning I walk once through the cold room. Last Sunday I found a door that was open.',
])('a habit and a time it helped are clear: %s', (words) => {
  expect(critiqueOf({ ...DENTIST, 'growth-evidence': words }).steps['growth-evidence']).toMatchObject({
    score: 2,
    missing: [],
  });
});

const PERFECTIONIST =
  'My biggest failure is I work too hard and I am a perfectionist. My boss gave me wrong data so the report was late. It was not really my fault. I learned communication is key.';

test('what others did wrong is never praised, and the blame is found', () => {
  const critique = critiqueOf(PERFECTIONIST);
  expect(keptOf(critique).join(' ')).not.toMatch(/my boss|fault/i);
  expect(critique.steps.context?.score).toBeLessThan(2);
  expect(critique.steps.failure?.score).toBeLessThan(2);
  const blame = rulesOf(critique).findIndex((rule) =>
    ['defensive-or-blaming', 'others-mistakes'].includes(rule),
  );
  expect(blame).toBeGreaterThanOrEqual(0);
  expect(blame).toBeLessThan(2);
});

const VISA =
  'My bigest failure was in university when our team prepare the conference website. i only tested with my own visa. We launched it on a friday and nobody could pay.';

test('the words to keep hold the slip, not the announcement of one', () => {
  const critique = critiqueOf(VISA);
  expect(critique.keep[0]?.span.quote).toContain('i only tested with my own visa');
  expect(critique.steps['immediate-actions']?.found).not.toContain('own-action');
});

test.each([
  PERFECTIONIST,
  VISA,
  'My greatest failure was a project for a railway company in 2019. I moved the meeting to Monday. The train broke down and the client was angry. I learned that trains are late.',
])('only a slip is called plain and yours: %s', (text) => {
  const praised = critiqueOf(text).keep.filter((keep) => keep.effect.startsWith('Plain and yours'));
  for (const { span } of praised) expect(span.quote).toMatch(/only tested/);
});

test('what led to the harm is no repair, and telling people of the harm is one', () => {
  const { context, reflections } = DENTIST;
  const told = (failure: string) => critiqueOf({ context, failure, reflections }).steps['immediate-actions'];
  const led = 'I skipped the test. We opened the gate at noon and 40 guests were stuck outside.';
  expect(told(led)?.found).not.toContain('own-action');
  expect(told(`${led} I rang the owner and said that 40 guests were stuck outside.`)?.score).toBeGreaterThan(
    told(led)?.score ?? 0,
  );
});

test('the next question is about the harm or a deed, never about the mere scene', () => {
  const critique = critiqueOf({
    context: 'In 2022 I was a banquet manager at a hotel. We had a wedding of 120 guests.',
    failure: 'I forgot to send the new table plan to the kitchen. Thirty guests got no main course.',
    'immediate-actions':
      'I went to the kitchen and cooked with them. I told the couple that it was my mistake.',
    reflections: 'I learned that a plan which is not printed in the kitchen does not exist for the cooks.',
    'growth-evidence':
      'Since then we have a checklist which hangs next to the door, and I sign it. Last June all 200 guests got their food on time.',
  });
  expect(critique.next).toMatchObject({
    question: 'How did the people it touched react?',
    about: { quote: 'Thirty guests got no main course' },
  });
});

test('no next question asks what might have happened', () => {
  expect(guide.followUps.filter((one) => /would have happened/.test(one.question))).toEqual([]);
});

const hurt = (words: string) =>
  `Two years ago I was head chef in a hotel with 80 seats. I forgot to tell the waiters that the new sauce has nuts in it, and ${words}. I took the dish off the menu and told my boss the same evening. I learned that a recipe is not changed until the last waiter knows what is in it. Since then I read the allergens aloud every day at five before we open. Last March a waiter asked about sesame and we changed the dish.`;

test.each([
  'a guest with a nut allergy was taken to hospital',
  'a guest of 60 years died',
  'a child ended up in hospital for a week',
  'one of the guests was badly injured when she fell',
])('a well told accident is not for an interview, and is not simply sent off: %s', (words) => {
  const critique = critiqueOf(hurt(words));
  expect(critique.verdict).toBe('bad');
  expect(critique.line).toMatch(/^Well told\..*another story, because somebody was badly hurt/);
});

test.each([
  'a guest with a nut allergy had to leave her own dinner',
  'luckily nobody was taken to hospital',
  'the till died in the middle of the evening',
  'a guest could have died',
])('no accident is heard where nobody was hurt: %s', (words) => {
  expect(critiqueOf(hurt(words)).line).not.toContain('another story');
});

test('no word is quoted twice as what earned a step', () => {
  for (const told of [DENTIST, VISA, hurt('a guest left')]) {
    for (const { evidence } of Object.values(critiqueOf(told).steps)) {
      evidence.forEach((span, at) => {
        const next = evidence[at + 1];
        if (next !== undefined) expect(next.start).toBeGreaterThanOrEqual(span.end);
      });
    }
  }
  const { steps } = critiqueOf({
    ...DENTIST,
    'growth-evidence': 'Since then we have a checklist which hangs next to the door, and I sign it.',
  });
  expect(steps['growth-evidence']?.evidence.map((span) => span.quote)).toEqual([
    'Since then we have a checklist which hangs next to the door',
  ]);
});

test.each([
  'I pushed the new login to all phones at noon on Monday and 2000 customers could not log in for two hours',
  'I forgot to tell the eleven new people in the two shops at the station that the opening hours would be different in the week after Easter',
  'I sent the list of all the patients who were waiting for a bed in our small hospital to the wrong address without a second look',
])('a short quote does not stop in mid-air: %s', (failure) => {
  const heart = read(`${failure}.`, guide, language).heart?.quote ?? '';
  expect(heart).not.toBe('');
  expect(heart).not.toMatch(
    /\s(?:a|an|the|of|to|in|at|for|and|that|who|our|not|could|could not|would|were|was|be|\d+)$/,
  );
  const about = critiqueOf({ ...DENTIST, failure: `${failure}.` }).next.about?.quote ?? 'none';
  expect(about).not.toMatch(/\s(?:a|an|the|of|to|in|at|for|and|that|who|our|not|could|would|were|was|be)$/);
});

test('one gap is named for each step, so nobody is told twice that the lesson is missing', () => {
  const critique = critiqueOf({ ...DENTIST, reflections: 'It was a hard day and I still think about it.' });
  expect(rulesOf(critique).filter((rule) => rule.startsWith('reflections.'))).toEqual(['reflections.lesson']);
});

test('no reason is wrapped in two negatives', () => {
  const negative = /\b(?:not|n't|no|nothing|nobody|never|none|without|could not|cannot)\b/giu;
  const reasons = [
    ...guide.steps.flatMap((step) => [step.why, ...step.signals.map((use) => use.why)]),
    ...guide.pitfalls.map((pitfall) => pitfall.why),
  ].flatMap((why) => why.split(/(?<=[.?!])\s/));
  expect(reasons.filter((sentence) => (sentence.match(negative) ?? []).length > 1)).toEqual([]);
  expect(reasons.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([]);
});

test('advice about a text that cannot be judged promises nothing about keeping it', () => {
  const german =
    'Vor zwei Jahren habe ich unseren Kundentag organisiert und den Raum nur am Telefon zugesagt.';
  const judgement = judgeByRubric({ draft: draftOf(german), guide, setAside: [] }, language);
  expect(isCritique(judgement) ? '' : judgement.advice).toMatch(/English/);
  expect(isCritique(judgement) ? '' : judgement.advice).not.toMatch(/kept|stored|saved/);
});
