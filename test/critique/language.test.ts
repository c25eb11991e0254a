import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/critique/language.ts';
import { isVerbatim } from '../../src/text/span.ts';

const language = loadLanguage();
const sentencesOf = (text: string) => language.parse(text).sentences.map((sentence) => sentence.span.quote);

test('the model is loaded once', () => {
  expect(loadLanguage()).toBe(language);
});

test('odd white space, quotes and emoji leave every offset true', () => {
  const text = ' I “forgot” it.\u00a0\u2028It was\t… late 👨‍👩‍👧‍👦!\r\nSo I  rang, İstanbul’s office. ';
  const parsed = language.parse(text);
  expect(parsed.sentences.length).toBeGreaterThan(1);
  for (const sentence of parsed.sentences) {
    expect(isVerbatim(text, sentence.span)).toBe(true);
    expect(sentence.folded).toHaveLength(sentence.span.quote.length);
    for (const token of sentence.tokens) expect(token.lower).toHaveLength(token.end - token.start);
  }
});

test('a blank line ends a sentence, a wrapped line does not', () => {
  expect(sentencesOf('I forgot\nthe list\n\nIt was late')).toEqual(['I forgot\nthe list', 'It was late']);
});

test('who writes without capitals still has sentences', () => {
  expect(sentencesOf('i was in. the shop was down. i rang dr. brown')).toEqual([
    'i was in.',
    'the shop was down.',
    'i rang dr. brown',
  ]);
});

test('an address without end is one token, and the sentence after it is another sentence', () => {
  const long = `http://a${'http://b'.repeat(4000)}.`;
  const parsed = language.parse(`See ${long} I forgot it.`);
  expect(parsed.sentences.at(-1)?.span.quote).toBe('I forgot it.');
  expect(parsed.sentences[0]?.tokens).toHaveLength(2);
});
