import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { planner } from './plan-kit.ts';

const TOLD = 'They asked how I found out about the outage, and the numbers landed.';

/** Their interview was yesterday, and the question of the day after has just come. */
function dayAfter({ isBeside = false } = {}) {
  const ada = planner('2027-03-01T09:00:00Z');
  ada.plans('interview on 3 march 2027');
  if (isBeside) ada.isBeside();
  ada.until('2027-03-04T20:00:00Z');
  expect(ada.lastReminder()).toContain('Yesterday was the day.');
  return ada;
}

type Ada = ReturnType<typeof dayAfter>;

const quoted = (ada: Ada) => ada.asks('interview on 20 march 2027');
const seqOf = (ada: Ada) => ada.plan()?.sent?.seq;
const words = (ada: Ada) => ada.plan()?.told.map((one) => one.words);

describe('a press on "It was asked"', () => {
  test('asks on, and what is typed then is what they told', () => {
    const ada = dayAfter();
    expect(ada.presses('asked-yes', seqOf(ada))).toBe(
      'So it was asked. Which follow-ups came, and what landed? A line is enough, or none.',
    );
    expect(words(ada)).toEqual([]);
    expect(ada.says(TOLD)).toBe('Kept, for you alone. The next plan begins with it.');
    expect(words(ada)).toEqual([TOLD]);
    expect(quoted(ada)).toContain(`After the last one you told me: "${TOLD}"`);
  });

  test('a second time changes nothing, nor does the other one after it keep a word', () => {
    const ada = dayAfter();
    ada.presses('asked-yes', seqOf(ada));
    const before = ada.plan();
    ada.presses('asked-yes', seqOf(ada));
    expect(ada.plan()).toEqual(before);
    ada.presses('asked-no', seqOf(ada));
    expect(words(ada)).toEqual([]);
  });

  test('after they told it changes nothing, and says that it is kept', () => {
    const ada = dayAfter();
    ada.says(TOLD);
    const before = ada.plan();
    for (const verb of ['asked-yes', 'asked-no', 'asked-skip'])
      expect(ada.presses(verb, seqOf(ada))).toContain('it is kept');
    expect(ada.plan()).toEqual(before);
  });

  test('after a look at the plan, and after "Not now", still asks on', () => {
    const ada = dayAfter();
    ada.presses('asked-skip', seqOf(ada));
    ada.asks('');
    ada.presses('asked-yes', seqOf(ada));
    ada.says(TOLD);
    expect(words(ada)).toEqual([TOLD]);
  });

  test('under a reminder that came since still asks on', () => {
    const ada = dayAfter();
    const seq = seqOf(ada);
    ada.plans('daily 18:00');
    ada.until('2027-03-05T18:00:00Z');
    expect(seqOf(ada)).not.toBe(seq);
    expect(ada.presses('asked-yes', seq)).toContain('Which follow-ups came');
    ada.says(TOLD);
    expect(words(ada)).toEqual([TOLD]);
  });
});

test('"It was not" is met with a kind line, and nothing of it is quoted', () => {
  const ada = dayAfter();
  expect(ada.presses('asked-no', seqOf(ada))).toBe(
    'Then it is ready for the next one. What did they ask instead? A line is enough, or none.',
  );
  expect(ada.says('no')).toContain('That is fine.');
  expect(ada.plan()?.asks).toBeUndefined();
  expect(words(ada)).toEqual([]);
  expect(quoted(ada)).not.toContain('you told me');
});

test('what they were asked instead is what they told', () => {
  const ada = dayAfter();
  ada.says('No');
  ada.says('They asked for a conflict instead.');
  expect(words(ada)).toEqual(['They asked for a conflict instead.']);
});

test.each(['Yes', 'yes.', 'It was', 'It was asked.', 'They asked it'])(
  '"%s" typed is nothing to quote: it is asked on',
  (typed) => {
    const ada = dayAfter();
    expect(ada.says(typed)).toContain('Which follow-ups came');
    expect(words(ada)).toEqual([]);
    ada.says(TOLD);
    expect(words(ada)).toEqual([TOLD]);
  },
);

test.each(['No', 'nope', "It wasn't", "They didn't ask it.", 'It didn\u2019t come up'])(
  '"%s" typed is nothing to quote: a kind line',
  (typed) => {
    const ada = dayAfter();
    expect(ada.says(typed)).toContain('ready for the next one');
    expect(words(ada)).toEqual([]);
  },
);

test.each([
  'not now',
  'later',
  'Later.',
  'tomorrow',
  'skip',
  'Not today, thanks',
  'maybe later',
  "I'd rather not",
  'never mind',
])('"%s" is the button "Not now": nothing is kept, and the question is over', (typed) => {
  const ada = dayAfter();
  expect(ada.says(typed)).toBe('That is fine. If you want to tell it another day: remind asked, and a line.');
  expect(words(ada)).toEqual([]);
  expect(ada.plan()?.asks).toBeUndefined();
  expect(ada.happens({ type: 'said', text: 'I broke the build on a Friday.' }).passed).toBe(true);
});

test('"later" to what came with it keeps what was said before it, and asks no more', () => {
  const ada = dayAfter();
  ada.says('yes');
  ada.says('later');
  expect(words(ada)).toEqual([]);
  expect(ada.plan()?.asks).toBeUndefined();
});

test.each(['stop', 'stop reminders'])('"%s" stops them, and is not what they told', (typed) => {
  const ada = dayAfter();
  ada.plans('daily 18:00');
  ada.asks('asked');
  ada.says(typed);
  expect(words(ada)).toEqual([]);
  expect(ada.next()).toBeUndefined();
});

test('"remind asked" alone asks, and waits for a line', () => {
  const ada = planner('2027-03-01T09:00:00Z');
  expect(ada.asks('asked')).toContain('Was this question asked');
  ada.says(TOLD);
  expect(ada.plan()?.told.map((one) => one.words)).toEqual([TOLD]);
});

test('what waits for a yes is not lost to a line of the interview', () => {
  const ada = dayAfter();
  ada.asks('daily 18:00');
  ada.asks(`asked ${TOLD}`);
  ada.asks('yes');
  expect(ada.plan()?.rhythm).toBeDefined();
  expect(words(ada)).toEqual([TOLD]);
});

describe('beside a practice', () => {
  test('the question says how it is answered, and asks for no line', () => {
    const ada = dayAfter({ isBeside: true });
    const card = ada.reminded.at(-1)?.card;
    expect(card?.asks).toBe('nothing');
    expect(card && fallbackText(card)).toBe(
      'Yesterday was the day. Was this question asked, which follow-ups came, and what landed?\n\n' +
        'To tell me, type remind asked and a line. All else you type is for your practice.',
    );
  });

  test.each([
    'It was asked, and the follow-up on metrics landed.',
    "It wasn't asked. They wanted a conflict.",
    'No, it was not asked, they ran late.',
    'They asked it; the ending landed.',
  ])('"%s" can be meant for nothing else', (line) => {
    const ada = dayAfter({ isBeside: true });
    expect(ada.says(line)).toContain('Kept, for you alone.');
    expect(words(ada)).toEqual([line]);
  });

  test.each([
    'It was asked of me to move the launch, and I forgot the invoice.',
    'It came up on Monday that the invoice was never sent.',
    'They asked how I found out about the outage.',
    'I broke the build.',
    'yes',
    'no',
    'skip',
    'later',
    'story',
  ])('"%s" is for the practice', (line) => {
    const ada = dayAfter({ isBeside: true });
    expect(ada.happens({ type: 'said', text: line }).passed).toBe(true);
    expect(words(ada)).toEqual([]);
  });

  test('a press says how the rest is told, and leaves plain words to the practice', () => {
    const ada = dayAfter({ isBeside: true });
    expect(ada.presses('asked-yes', seqOf(ada))).toBe(
      'So it was asked. Which follow-ups came, and what landed?\n\n' +
        'To tell me, type remind asked and a line. All else you type is for your practice.',
    );
    expect(ada.happens({ type: 'said', text: 'I broke the build.' }).passed).toBe(true);
    ada.asks(`asked ${TOLD}`);
    expect(words(ada)).toEqual([TOLD]);
  });
});
