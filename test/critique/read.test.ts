import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { ReadingSchema } from '../../src/critique/reading.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { countWords } from '../../src/text/words.ts';
import { STORIES, UNSEEN_STORIES } from './five-part-stories.ts';
import { CUSTOMER_DAY, MIGRATION, RESCUE_GUIDE } from './told-answers.ts';

const language = loadLanguage();
const readIt = (text: string) => read(text, greatestFailure, language);

/** Step ids in the order of the sentences they were given. */
function path(text: string, guide = greatestFailure): string[] {
  const reading = read(text, guide, language);
  return reading.sentences.map((sentence) => {
    const owners = Object.entries(reading.steps).filter(([, spans]) =>
      spans.some((span) => span.start === sentence.start),
    );
    expect(owners).toHaveLength(1);
    return owners[0]?.[0] ?? '';
  });
}

test('a short slip is reflected back whole', () => {
  expect(readIt('I agreed the room by phone and never got it in writing.').heart?.quote).toBe(
    'I agreed the room by phone and never got it in writing',
  );
});

test('of a long telling the slip itself is reflected back, in twelve words at most', () => {
  expect(readIt(CUSTOMER_DAY).heart?.quote).toBe('I agreed the room by phone and never got it in writing');
  expect(readIt(MIGRATION).heart?.quote).toBe('underestimated the complexity of the data migration process');
});

test.each([
  [
    'One Friday I told a daughter that her mother could go home at four, without checking that the home care was arranged.',
    'I told a daughter that her mother could go home at four',
  ],
  [
    'I rang the daughter myself and said that I had given her a time I had not checked. Then I told the ward sister.',
    'I rang the daughter myself',
  ],
  [
    "I learned that a small number in a log can be somebody's whole business. I had measured the traffic and never thought of the people behind it.",
    "a small number in a log can be somebody's whole business",
  ],
  [
    'In my second year of selling office furniture I won a law firm that was about to move 60 people into a new building.',
    'I won a law firm',
  ],
  [
    'I had wanted the signature so much that I took a hope for a fact.',
    'I had wanted the signature so much that I took a hope for a fact',
  ],
  [
    'In May I offered nine weeks to a hospital that had asked for six.',
    'I offered nine weeks to a hospital that had asked for six',
  ],
  [
    'I told our finance director that the system was fine and that the launch, which was mine, was not.',
    'I told our finance director that the system was fine',
  ],
  [
    'When a bridge was closed last December, I called each driver, and all sixty shops had their milk by half past six.',
    'When a bridge was closed last December, I called each driver',
  ],
  [
    'In the year since, she has broken four of them, and the board has seen none of those.',
    'In the year since, she has broken four of them',
  ],
  [
    'I went to the brewery the same day with my boss and showed them my mistake.',
    'I went to the brewery the same day with my boss',
  ],
  [
    'It taught me that handing over a task does not hand over the last spoon. I had believed that checking would hurt his pride.',
    'handing over a task does not hand over the last spoon',
  ],
  [
    'I ordered the buffet for 90 people, because a colleague had told me a number in the corridor and I never asked for the guest list.',
    'I never asked for the guest list',
  ],
])('what comes back reads on its own: %s', (answer, heart) => {
  expect(readIt(answer).heart?.quote).toBe(heart);
});

test('of most answers to a step at most twelve words come back, never a piece that hangs on another', () => {
  const answers = [
    ...[...STORIES, ...UNSEEN_STORIES].flatMap((story) =>
      Object.values(story.parts).map((sentences) => sentences.join(' ')),
    ),
    ...greatestFailure.samples.flatMap((sample) => Object.values(sample.steps)),
  ];
  const hearts = answers.map((answer) => readIt(answer).heart?.quote ?? '');
  const short = hearts.filter((heart) => countWords(heart) <= 12);
  console.log(`hearts of at most 12 words: ${short.length} of ${hearts.length}`);
  expect(short.length / hearts.length).toBeGreaterThan(0.9);
  for (const heart of hearts) {
    expect(countWords(heart)).toBeGreaterThanOrEqual(4);
    expect(countWords(heart)).toBeLessThanOrEqual(16);
    expect(heart).not.toMatch(/^(?:without|which|who|that|because|and|but|much|said|told)\b/i);
    expect(heart).not.toMatch(/\s(?:a|an|the|of|to|in|at|for|and|who|our|not|only|would|were|was|be)$/);
  }
});

test('a pasted answer falls into its steps, in order', () => {
  expect(path(CUSTOMER_DAY)).toEqual([
    'context',
    'failure',
    'failure',
    'immediate-actions',
    'immediate-actions',
    'reflections',
  ]);
});

test('paragraphs do not decide: the lesson in the middle of one is still the lesson', () => {
  const steps = path(MIGRATION);
  expect(steps[0]).toBe('context');
  expect(steps[1]).toBe('failure');
  expect(steps[4]).toBe('immediate-actions');
  expect(steps[5]).toBe('reflections');
  expect(steps[6]).toBe('growth-evidence');
});

test('who begins with the lesson is read so', () => {
  expect(
    path(
      'I learned that a yes on the phone is not a booking. Two years ago I organised a customer day for 120 guests. I never got the room in writing. I rang every guest myself.',
    ),
  ).toEqual(['reflections', 'context', 'failure', 'immediate-actions']);
});

test('a longer text without any sign goes to the first step whole, and nothing is lost', () => {
  expect(path('Blue is nice. Green as well. Red too. Grey less so.')).toEqual(Array(4).fill('context'));
});

test('a line or two without any sign goes to the step where the guide opens', () => {
  expect(path('Blue is nice. Green as well. Red too.')).toEqual(Array(3).fill(greatestFailure.opensAt));
});

test.each([
  'Last year as a ward nurse I put out a new handover sheet nobody had tried.',
  'I agreed the room by phone and never got it in writing.',
  'I ordered the buffet for our partner evening on a number somebody told me in the corridor, and I never asked for the list.',
  'I promised a wedding cake for a Saturday that was already full and told nobody.',
  'I cancelled our old phone contract before the new one was working.',
  'I set up the new handover sheet by myself over a weekend and switched to it on the Monday. The night shift could not use it.',
  'In my second year as an electrician I ordered a fuse box by the old plan.',
  'The newsletter went out with the wrong dates. Nineteen children stood in front of a closed door.',
  'We put the app live on a Friday. Nobody could log in for a day.',
  'We lost our biggest client because of a report I sent.',
  'A group project at university where I took on everything.',
  'I was a shift lead in a plant for car seats and I switched off a sensor.',
  'Sent the labels to print without a proof',
  'When I was a trainee I gave a guest the wrong key, twice.',
])('an opening speaks to the failure: %s', (opening) => {
  expect(new Set(path(opening))).toEqual(new Set(['failure']));
});

test('what an opening clearly tells of another step goes there', () => {
  expect(
    path(
      'Three years ago I was a staff nurse on a ward with 28 beds. I put out a sheet nobody had tried. I learned that the night shift knows what belongs on it.',
    ),
  ).toEqual(['context', 'failure', 'reflections']);
});

test('a second guide with other steps splits by its own signs', () => {
  expect(
    path(
      'The oven broke on a Saturday. I drove to the next town and borrowed one. Now I check the oven every Friday.',
      RESCUE_GUIDE,
    ),
  ).toEqual(['trouble', 'rescue', 'habit']);
});

test('a reading is plain data that passes its own schema', () => {
  const reading = readIt(CUSTOMER_DAY);
  expect(ReadingSchema.parse(JSON.parse(JSON.stringify(reading)))).toEqual(reading);
  expect(draftFromText(CUSTOMER_DAY, reading)).toEqual({ text: CUSTOMER_DAY, steps: reading.steps });
});
