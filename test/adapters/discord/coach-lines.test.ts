import { expect, test } from 'vitest';
import { coachLines, linkButton, withButtons } from '../../../adapters/discord/render/coach-lines.ts';
import { actsIn, refused, seen, textsOf } from './seen.ts';

const URL = 'https://discord.com/channels/@me/1/2';

test('lines stand under each other, and nothing in them acts', () => {
  const message = coachLines(['Your practice of ', '*chef* <@1>', ' goes on here.'], ['# You can stop.']);
  expect(seen([message])).toBe('Your practice of *chef* <@1> goes on here.\n# You can stop.');
  expect(actsIn([message])).toEqual([]);
  expect(refused(message)).toEqual([]);
});

test('a link of ours has words for its address', () => {
  const [text] = textsOf(coachLines(['It goes on there: ', { link: { label: 'my [own] room', url: URL } }]));
  expect(text).toBe(`It goes on there: [my \\[own\\] room](${URL})`);
});

test('no address ends a link early, and none hides behind another', () => {
  const [text] = textsOf(
    coachLines([{ link: { label: 'https://evil.example', url: 'https://ex.org/a_(b) c' } }]),
  );
  expect(text).toBe('[Open it](https://ex.org/a_%28b%29%20c)');
  for (const url of ['javascript:alert(1)', 'x'])
    expect(() => coachLines([{ link: { label: 'a', url } }])).toThrow();
});

test('a thread is named by its id, and by nothing else', () => {
  expect(textsOf(coachLines(['We go on in ', { channel: '123' }]))).toEqual(['We go on in <#123>']);
  expect(() => coachLines([{ channel: '1> @everyone <#2' }])).toThrow();
});

test('a button leads there too, under the lines', () => {
  const message = withButtons(coachLines(['It goes on in your messages.']), linkButton('Go there', URL));
  expect(message.components.at(-1)).toMatchObject({
    components: [{ label: 'Go there', url: URL, style: 5 }],
  });
  expect(refused(message)).toEqual([]);
});

test('a line of nothing is no empty message', () => {
  expect(refused(coachLines([]))).toEqual([]);
});
