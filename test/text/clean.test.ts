import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, comparable, sameText } from '../../src/text/clean.ts';
import { anyUnits, anyWriting } from './any-text.ts';

describe('cleaning what comes in', () => {
  test.each([
    ['a NUL goes, its neighbours stay', 'we\u0000failed', 'wefailed'],
    ['half an emoji goes, a whole one stays', 'a\uD83Db\uDE00c 😀', 'abc 😀'],
    ['a byte order mark goes, wherever files were joined', '\uFEFFone\uFEFFtwo', 'onetwo'],
    ['every line end is a line feed', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a soft line break of an office program keeps the words apart', 'a\u000Bb\u000Cc\u0085d', 'a\nb\nc\nd'],
    ['a colour code of a terminal loses its escape', '\u001B[31mred', '[31mred'],
    ['tabs and accents stay as typed', 'e\u0301\té', 'e\u0301\té'],
  ])('%s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  test('whatever comes in, PostgreSQL can store it, and cleaning it twice changes nothing', () => {
    fc.assert(
      fc.property(anyUnits, (raw) => {
        const clean = cleanText(raw);
        expect(clean).not.toContain('\u0000');
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  test('what people write comes through untouched', () => {
    fc.assert(
      fc.property(anyWriting, (text) => {
        expect(cleanText(text)).toBe(text);
      }),
    );
  });
});

describe('comparing', () => {
  test('case, white space and the way an accent is stored do not matter; letters do', () => {
    expect(sameText('  CAFÉ\n owner ', 'cafe\u0301 owner')).toBe(true);
    expect(sameText('J\u030C', '\u01F0')).toBe(true);
    expect(sameText('café', 'cafe')).toBe(false);
  });

  test('the compared form is stable, and the same for both forms of an accent', () => {
    fc.assert(
      fc.property(fc.oneof(anyWriting, anyUnits), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
        expect(sameText(text.normalize('NFD'), text.normalize('NFC'))).toBe(true);
      }),
    );
  });
});
