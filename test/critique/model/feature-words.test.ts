import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/critique/language.ts';
import { featureWords, spelledOneWay } from '../../../src/critique/model/feature-words.ts';
import { createSpeller } from '../../../src/critique/model/spelling.ts';

const language = loadLanguage();
const speller = createSpeller(['manager', 'ordered', 'bakery']);

function wordsOf(text: string): string[] {
  return featureWords(
    language.parse(text).sentences.flatMap(({ tokens }) => tokens),
    speller,
  );
}

describe('the words as the classifier sees them', () => {
  test.each([
    ['names', 'I rang Peter Novak and said sorry.', 'I rang Maria Lopez and said sorry.'],
    ['a name of one word and of two', 'I told John about it.', 'I told John Smith about it.'],
    ['numbers', 'We lost 40 orders in 3 days.', 'We lost 5,000 orders in 12 days.'],
    ['years', 'It was in 2019.', 'It was in 1998.'],
    ['days', 'I rang on Monday.', 'I rang on Friday.'],
    ['months', 'I rang in October.', 'I rang in June.'],
    [
      'he and she',
      'I told him that he was right and his plan too.',
      'I told them that she was right and her plan too.',
    ],
    ['a man and a woman', 'The man did it himself.', 'The woman did it herself.'],
    [
      'British and American words',
      'I analysed the colour and organised the centre.',
      'I analyzed the color and organized the center.',
    ],
    ['learnt and learned', 'I learnt it whilst there.', 'I learned it while there.'],
    ['a slip of the finger', 'my manger ordred it', 'my manager ordered it'],
    ['curly and straight apostrophes', 'I didn’t ask.', "I didn't ask."],
    ['capitals', 'i ordered the flour', 'I ordered the flour'],
    ['commas and full stops', 'I rang, then I drove.', 'I rang then I drove'],
  ])('%s are one', (_, one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
  });

  test('what matters stays apart', () => {
    expect(wordsOf('I asked?')).not.toEqual(wordsOf('I asked.'));
    expect(wordsOf('I rang them.')).not.toEqual(wordsOf('They rang me.'));
    expect(wordsOf('It was in 2019.')).not.toEqual(wordsOf('It was in 12.'));
  });

  test('they are plain: a sign for a name, a number, a day', () => {
    expect(wordsOf('I told Maria on Monday about 40 orders in 2019.')).toEqual(
      'i told @ on @day about # orders in #year'.split(' '),
    );
  });

  test.each([
    ['organisation', 'organization'],
    ['prioritised', 'prioritized'],
    ['analysing', 'analyzing'],
    ['behaviour', 'behavior'],
    ['favourite', 'favorite'],
    ['neighbours', 'neighbors'],
    ['travelled', 'traveled'],
    ['cancelling', 'canceling'],
    ['defence', 'defense'],
    ['theatre', 'theater'],
    ['dialogue', 'dialog'],
    ['programme', 'program'],
  ])('%s is %s', (british, american) => {
    expect(spelledOneWay(british)).toBe(spelledOneWay(american));
  });

  test.each(['hour', 'four', 'your', 'this', 'is', 'i', 'all'])('%s stays', (word) => {
    expect(spelledOneWay(word)).toBe(word);
  });
});
