import { expect, test } from 'vitest';
import { readReply } from '../../../adapters/llm/read-reply.ts';

const OBJECT = {
  steps: [{ step: 'context', score: 2, quote: 'two years ago' }],
  rephrased: [],
  findings: [],
  line: null,
  next: { question: 'And then?', quote: 'the hotel told me' },
  notes: [],
};
const JSON_TEXT = JSON.stringify(OBJECT);
const READ = {
  steps: OBJECT.steps,
  rephrased: [],
  findings: [],
  line: undefined,
  next: OBJECT.next,
  notes: [],
};

test.each([
  ['alone', JSON_TEXT],
  ['in a fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  [
    'with prose around it',
    `Here is my critique:\n${JSON_TEXT}\nI hope {this} helps!`.replace('{this}', 'this'),
  ],
  ['with a brace in the prose before', `As {asked}, here it is: ${JSON_TEXT}`],
  ['with prose and a brace behind', `${JSON_TEXT} Tell me {more}.`],
  [
    'with single quotes and a comma too many',
    `{'steps': [{'step':'context','score':2,'quote':'two years ago'},],'next':{'question':'And then?','quote':'the hotel told me'},}`,
  ],
  ['with its score as text', JSON_TEXT.replace('"score":2', '"score":"2"')],
  ['with its score as a fraction', JSON_TEXT.replace('"score":2', '"score":"2/2"')],
  [
    'with steps by name',
    JSON_TEXT.replace(/"steps":\[.*?\]/, '"steps":{"context":{"score":2,"quote":"two years ago"}}'),
  ],
])('is read %s', (_how, text) => {
  expect(readReply(text)).toEqual(READ);
});

test('what was cut off is read up to where it ends', () => {
  const at = JSON_TEXT.indexOf('told me');
  const reply = readReply(JSON_TEXT.slice(0, at));
  expect(reply?.steps).toEqual(OBJECT.steps);
  expect(readReply(`\`\`\`json\n${JSON_TEXT.slice(0, at)}`)?.steps).toEqual(OBJECT.steps);
});

test('an item out of form is left out, and the rest stays', () => {
  const steps = [{ step: 'context', score: 7, quote: 'x y' }, 'nothing', null, OBJECT.steps[0]];
  expect(readReply(JSON.stringify({ ...OBJECT, steps }))?.steps).toEqual(OBJECT.steps);
  expect(readReply(JSON.stringify({ ...OBJECT, notes: 'none', line: 5 }))).toEqual(READ);
});

test.each(['', 'What a story.', '[1, 2]', '{"hello":"there"}', '{', '{}', `${'{'.repeat(5_000)}`])(
  '%j is no critique',
  (text) => {
    expect(readReply(text.slice(0, 5_000))).toBeUndefined();
  },
);
