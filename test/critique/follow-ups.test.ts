import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Critique, type Finding, isCritique } from '../../src/critique/critique.ts';
import { followUp } from '../../src/critique/follow-up.ts';
import type { KnownAnswer } from '../../src/critique/follow-ups/gap.ts';
import { gapFinders } from '../../src/critique/follow-ups/gap-finders.ts';
import { stepSignals } from '../../src/critique/guide-signals.ts';
import { inventsFacts } from '../../src/critique/invents.ts';
import { judgeSteps } from '../../src/critique/judge-steps.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { thingIn } from '../../src/critique/shape-of.ts';
import { lookFor } from '../../src/critique/signals/catalog.ts';
import { type GapName, GapNameSchema, type Guide } from '../../src/guide/guide.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim, spanOf } from '../../src/text/span.ts';
import { countWords, words } from '../../src/text/words.ts';

const language = loadLanguage();

/** What is known of an answer by our signs alone: these tests hold whatever the trained model learns next. */
function known(answer: string, guide: Guide = greatestFailure): KnownAnswer {
  const text = language.parse(answer);
  const draft = draftFromText(answer, read(answer, guide, language));
  const signs = lookFor(stepSignals(guide), text);
  const judged = judgeSteps(guide, draft, signs, new Set());
  const told = draft.steps[guide.opensAt] ?? [];
  const slip = signs.get('own-part')?.found[0];
  return { guide, text, judged, signs, thing: thingIn(text, told), slip };
}

const next = (answer: string, asked: readonly string[] = [], findings: readonly Finding[] = []) =>
  followUp(known(answer), findings, undefined, asked);

/** A finding at the head of the card: about a missing sign, or about words of the answer. */
function head(answer: string, rule: string, quote?: string): Finding {
  const at = quote === undefined ? -1 : answer.indexOf(quote);
  const span = spanOf(answer, at, at + (quote?.length ?? 0));
  const place = span === undefined ? { missingIn: 'growth-evidence' } : { span };
  return { id: rule, rule, at: place, why: 'A reason.', question: 'Another question?', rank: 0 };
}

const SETTING = 'Two years ago I was a night nurse on a surgical ward with 28 beds.';
const SLIP = 'I forgot to write the new dose on the chart before the handover.';
const SINCE =
  'Since then I read every chart aloud at the bed. Last March that caught a wrong dose before anyone had left the room.';
const LESSON = 'I learned that a chart nobody reads aloud hides the new dose.';

/** An answer, the gap it has, and the question that names its things. */
const TOLD: readonly (readonly [gap: GapName, question: string, answer: string])[] = [
  [
    'next-occasion',
    'When did the next handover come, and what did you do?',
    `${SETTING} ${SLIP} I told the day shift and rang the doctor the same hour. ${LESSON}`,
  ],
  [
    'next-occasion',
    'When did the next product launch come, and what did you do?',
    'In 2021 I led the marketing of a small bank. I forgot to test the form before the product launch. I wrote to everyone on the list the same day. I learned that a form is only finished when a stranger has filled it in.',
  ],
  [
    'next-occasion',
    'When did you next count on a room, and what did you do?',
    'Last year I planned our open day at the school. I agreed the room by phone and never asked for a letter. I found another place and told the head the same day. I learned that a yes on the phone is no paper.',
  ],
  [
    'next-occasion',
    '“I never asked the pickers”: when did something like it come up again, and what did you do?',
    'In 2019 I ran a farm shop in the north. I never asked the pickers. We had nothing to sell on the Saturday. I drove to three farms and bought what they had. I learned that pickers know the weather before the office does.',
  ],
  [
    'unsourced-figure',
    '“complaints fell by 40%”: how was that measured, and by whom?',
    `${SETTING} ${SLIP} I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE} By the summer, complaints fell by 40%.`,
  ],
  [
    'unsourced-figure',
    '“our errands went from 12 to 3”: how was that measured, and by whom?',
    `${SETTING} ${SLIP} I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE} By the summer of that year our errands went from 12 to 3 a week.`,
  ],
  [
    'unsourced-figure',
    '“it cost the ward 4,000 euros”: how was that measured, and by whom?',
    `${SETTING} ${SLIP} In the end it cost the ward 4,000 euros. I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE}`,
  ],
  [
    'answered-as-we',
    '“We called every family”: which part of that did you do yourself?',
    `${SETTING} ${SLIP} We called every family and checked all the charts. ${LESSON} ${SINCE}`,
  ],
  [
    'unheard-person',
    'What did the patient say, when it was over?',
    `${SETTING} ${SLIP} A patient had to wait two hours for his painkiller. I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE}`,
  ],
  [
    'unheard-person',
    'What did your client say, when it was over?',
    'In 2020 I was an architect in a studio of five. I forgot to order the windows, and our client had to wait a month. I rang the factory and found a second one. I learned that an order is only an order once it is confirmed. Since then I ask for a date in writing. Last May that saved us a week.',
  ],
  [
    'unheard-person',
    'What did those forty people say, when it was over?',
    'Two years ago I organised our customer day for a firm of 90. I forgot to book the second bus and forty people could not come. I rang the driver and sent two taxis. I learned that a bus is only booked when the driver has said so. Since then I ring every driver the day before. Last June that found us a bus that was missing.',
  ],
  [
    'late-discovery',
    '“nobody noticed for two weeks”: who noticed in the end, and how?',
    `${SETTING} ${SLIP} The dose stayed as it was, and nobody noticed for two weeks. I told the day shift and rang the doctor. ${LESSON} ${SINCE}`,
  ],
  [
    'own-decision',
    '“I skipped the second check”: what did you know at that moment?',
    `${SETTING} I skipped the second check on a new dose. I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE}`,
  ],
  [
    'bare-lesson',
    '“a loud voice is no plan”: which moment taught you that?',
    `${SETTING} ${SLIP} I told the day shift and rang the doctor the same hour. I learned that a loud voice is no plan. ${SINCE}`,
  ],
];

describe('the question an interviewer would ask next', () => {
  test.each(TOLD)('comes from what the answer leaves open (%s): %s', (_, question, answer) => {
    expect(next(answer).question).toBe(question);
  });

  test('every kind of gap is found in one of these answers, and the guide has words for each', () => {
    const kinds = [...GapNameSchema.options].sort();
    expect([...new Set(TOLD.map(([gap]) => gap))].sort()).toEqual(kinds);
    expect([...new Set(greatestFailure.followUps.flatMap(({ gap }) => gap ?? []))].sort()).toEqual(kinds);
    expect(gapFinders.map(({ name }) => name).sort()).toEqual(kinds);
  });

  test.each(TOLD)('names a thing of the answer, in its own words (%s)', (gap, question, answer) => {
    const wordings = greatestFailure.followUps.filter((one) => one.gap === gap);
    const named = wordings.flatMap(({ question: wording }) => {
      const [before = '', after = ''] = wording.split(/\{\w+\}/u);
      const fits = question.startsWith(before) && question.endsWith(after);
      return fits ? [question.slice(before.length, question.length - after.length)] : [];
    });
    const thing = (named[0] ?? '').replace(/^(?:your|those|the|a) /u, '');
    expect(thing).not.toBe('');
    expect(answer).toContain(thing);
  });

  test.each(TOLD)('is about words that stand in the answer (%s)', (_, __, answer) => {
    const { about } = next(answer);
    if (about === undefined) return expect(next(answer).question).toMatch(/come up again|next/);
    expect(isVerbatim(answer, about)).toBe(true);
    expect(countWords(about.quote)).toBeLessThanOrEqual(20);
  });

  test('where nothing is left open the guide asks about what was told', () => {
    const answer = `${SETTING} ${SLIP} I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE}`;
    const listed = greatestFailure.followUps.filter(({ gap }) => gap === undefined);
    expect(listed.map(({ question }) => question)).toContain(next(answer).question);
  });
});

describe('nothing is asked that the answer has said', () => {
  const rest = `I told the day shift and rang the doctor the same hour. ${LESSON} ${SINCE}`;

  test.each([
    [
      'a figure with its source',
      `${SETTING} ${SLIP} ${rest} The ward's statistics showed that complaints fell by 40%.`,
      'measured',
    ],
    ['a time of day', `${SETTING} I worked from 9 to 5. ${SLIP} ${rest}`, 'measured'],
    ['a budget', `${SETTING} We had a budget of €4,000. ${SLIP} ${rest}`, 'measured'],
    [
      'a response with a part of their own',
      `${SETTING} ${SLIP} We called every family, and I spoke to the first one myself. ${LESSON} ${SINCE}`,
      'do yourself',
    ],
    [
      'somebody who is heard of again',
      `${SETTING} ${SLIP} A patient had to wait two hours. I went to the patient and said sorry. ${LESSON} ${SINCE}`,
      'when it was over',
    ],
    [
      'somebody who said it',
      `${SETTING} ${SLIP} A patient had to wait two hours and complained. ${rest}`,
      'when it was over',
    ],
    [
      'who noticed',
      `${SETTING} ${SLIP} Nobody noticed for two weeks, until a doctor asked me. ${rest}`,
      'who noticed',
    ],
    [
      'what they knew',
      `${SETTING} I skipped the second check because the list said it was done. ${rest}`,
      'did you know',
    ],
    ['a time since then', `${SETTING} ${SLIP} ${rest}`, 'did you do'],
  ])('%s', (_, answer, words) => {
    const every = [next(answer).question, ...allAfter(answer)];
    expect(every.filter((question) => question.includes(words))).toEqual([]);
  });

  test('nobody is asked what somebody said who died or was taken to hospital', () => {
    const answer = `${SETTING} ${SLIP} A patient had to wait two hours and was taken to hospital. ${rest}`;
    expect([next(answer).question, ...allAfter(answer)].join(' ')).not.toContain('patient say');
  });
});

test.each([
  [
    'an hour is no share',
    `${SETTING} ${SLIP} All wards had their list by half past six. ${LESSON} ${SINCE}`,
    'measured',
  ],
  [
    'who stood beside is not harmed',
    `${SETTING} ${SLIP} I had to redo the charts with the team. ${LESSON} ${SINCE}`,
    'the team',
  ],
  [
    'a part of a longer word is nobody',
    `${SETTING} ${SLIP} It cost us the patient-owned fund. ${LESSON} ${SINCE}`,
    'the patient',
  ],
  [
    'who somebody was does not come up again',
    'I worked in a care home in the north. She was eighty-eight. It was a hard week. I learned to look twice before I act.',
    'eighty-eight',
  ],
])('no question misreads: %s', (_, answer, words) => {
  expect(allAfter(answer).filter((question) => question.includes(words))).toEqual([]);
});

/** Every question that follows when each is asked once. */
function allAfter(answer: string): string[] {
  const asked: string[] = [];
  for (let one = next(answer).question; !asked.includes(one); one = next(answer, asked).question)
    asked.push(one);
  return asked;
}

describe('no question comes twice', () => {
  const TWO_GAPS = `${SETTING} I skipped the second check on a new dose. A patient had to wait two hours for his painkiller. We called every family and checked all the charts. ${LESSON} ${SINCE} By the summer, complaints fell by 40%.`;

  test('after one gap was asked about, another one is', () => {
    expect(allAfter(TWO_GAPS).slice(0, 4)).toEqual([
      '“complaints fell by 40%”: how was that measured, and by whom?',
      '“We called every family”: which part of that did you do yourself?',
      'What did the patient say, when it was over?',
      '“I skipped the second check”: what did you know at that moment?',
    ]);
  });

  test('a gap that was asked about under other words is not asked about again', () => {
    const before = '“the wait fell by half”: how was that measured, and by whom?';
    expect(next(TWO_GAPS, [before]).question).not.toContain('measured');
  });

  test('then the guide has its own, each once, and at last the first comes again', () => {
    const all = allAfter(TWO_GAPS);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(8);
    expect(next(TWO_GAPS, all).question).toBe(all[0]);
  });

  test.each([
    ['growth-evidence.later-occasion', 0],
    ['growth-evidence.changed-practice', 0],
    ['no-growth', 0],
    ['immediate-actions.own-action', 7],
    ['trivial', 8],
    ['failure.own-part', 12],
    ['reflections.specific-lesson', 13],
  ])('what the head of the card has just asked (%s) is not asked in other words', (rule, at) => {
    const [, question = '', answer = ''] = TOLD[at] ?? [];
    expect(next(answer).question).toBe(question);
    expect(next(answer, [], [head(answer, rule)]).question).not.toBe(question);
  });

  test('nor is the sentence that it has just quoted', () => {
    const [, question = '', answer = ''] = TOLD[4] ?? [];
    expect(next(answer, [], [head(answer, 'others-mistakes', 'By the summer')]).question).not.toBe(question);
    expect(next(answer, [], [head(answer, 'others-mistakes', SLIP)]).question).toBe(question);
  });

  test('words that were just praised are asked about after those that were not', () => {
    const answer = known(TWO_GAPS);
    const quote = 'By the summer, complaints fell by 40%.';
    const start = TWO_GAPS.indexOf(quote);
    const kept = { start, end: start + quote.length, quote };
    expect(followUp(answer, [], kept).question).toContain('We called every family');
  });
});

test('with the trained model as well, each question is short, verbatim where it quotes, and invents nothing', () => {
  for (const [, , answer] of TOLD) {
    const draft = draftFromText(answer, read(answer, greatestFailure, language));
    const judgement = judgeByRubric({ draft, guide: greatestFailure, setAside: [] }, language);
    if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
    const { question, about } = judgement.next;
    expect(countWords(question)).toBeLessThanOrEqual(25);
    expect(inventsFacts(question, [answer, greatestFailure.question])).toBe(false);
    for (const [, quote = ''] of question.matchAll(/“([^”]*)”/gu)) expect(answer).toContain(quote);
    expect(judgement.findings.map((one) => one.question)).not.toContain(question);
    if (about !== undefined) expect(isVerbatim(answer, about)).toBe(true);
  }
});

describe('no question invents', () => {
  test('a wording that would name what is not in the answer is never put', () => {
    const [, question = '', answer = ''] = TOLD[4] ?? [];
    const invented = (wording: string): Guide => ({
      ...greatestFailure,
      followUps: greatestFailure.followUps.map((one) =>
        one.gap === 'unsourced-figure' ? { ...one, question: wording } : one,
      ),
    });
    const asks = (wording: string): Critique['next'] =>
      followUp(known(answer, invented(wording)), [], undefined);
    expect(asks('“{figure}”: was that counted?').question).toBe(
      '“complaints fell by 40%”: was that counted?',
    );
    for (const wording of ['“{figure}”: or was it 90%?', '“{figure}”: did Ms Okafor count that?'])
      expect(asks(wording).question).not.toContain('complaints fell');
    expect(question).toContain('complaints fell');
  });

  test('a guide that asks about no gap has its own questions only', () => {
    const followUps = greatestFailure.followUps.filter(({ gap }) => gap === undefined);
    for (const [, , answer] of TOLD) {
      const { question } = followUp(known(answer, { ...greatestFailure, followUps }), [], undefined);
      expect(followUps.map((one) => one.question)).toContain(question);
    }
  });

  const sentences = [
    ...new Set(TOLD.flatMap(([, , answer]) => answer.split(/(?<=[.?!]) /u))),
    'Honestly it was “bad” and [awful], Ms Li said.',
    'we lost 3 clients and €20k and nobody noticed for five months',
    'The 200 000 readers could not log in!!!',
    'Our customers’ launch party was a terrible error of mine, by half.',
    'I decided {figure} and we did **that**.',
  ];
  const ours = new Set(
    [
      ...greatestFailure.followUps.map(({ question }) => question),
      greatestFailure.question,
      'your those the a',
    ]
      .flatMap((one) => words(one.replaceAll(/\{\w+\}/gu, ' ')))
      .map((one) => one.toLowerCase()),
  );

  test('however the sentences are put together, it holds only words of the answer, the guide or the coach', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(' ', '\n', '\n\n'),
        (list, between) => {
          const answer = list.join(between);
          const found = next(answer);
          const theirs = new Set(words(answer).map((one) => one.toLowerCase()));
          const strange = words(found.question).filter(
            (one) => !theirs.has(one.toLowerCase()) && !ours.has(one.toLowerCase()),
          );
          expect(strange).toEqual([]);
          expect(inventsFacts(found.question, [answer, greatestFailure.question])).toBe(false);
          expect(countWords(found.question)).toBeLessThanOrEqual(25);
          for (const [, quote = ''] of found.question.matchAll(/“([^”]*)”/gu)) {
            expect(answer.replaceAll(/\s+/gu, ' ')).toContain(quote);
            expect(countWords(quote)).toBeLessThanOrEqual(8);
          }
          expect(found.question).not.toMatch(/[{}[\]*!]|\b(?:error|terrible|awful|bad)\b/iu);
          if (found.about !== undefined) expect(isVerbatim(answer, found.about)).toBe(true);
          expect(next(answer)).toEqual(found);
        },
      ),
      { numRuns: 120, seed: 7 },
    );
  });

  test('no text at all, signs without words and one endless sentence are asked about as well', () => {
    for (const answer of ['', '🙂 … !!!', '“”“”', 'we lost 40% and then '.repeat(900)])
      expect(next(answer).question).not.toBe('');
  });
});
