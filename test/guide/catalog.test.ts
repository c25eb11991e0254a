import { describe, expect, test } from 'vitest';
import { signals } from '../../src/critique/signals/catalog.ts';
import { PersonError } from '../../src/errors.ts';
import { catalog, createCatalog } from '../../src/guide/catalog.ts';
import { type Guide, GuideSchema } from '../../src/guide/guide.ts';
import { colleagueConflict } from './second-guide.ts';
import { expectTheCoachsVoice } from './tone.ts';

const older: Guide = { ...colleagueConflict, version: 1, opening: 'Tell me about it.' };

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('what the product coaches', () => {
  test('every guide parses and speaks in the coach’s voice', () => {
    expect(catalog.all.length).toBeGreaterThan(0);
    for (const guide of catalog.all) {
      expect(GuideSchema.parse(guide)).toEqual(guide);
      expectTheCoachsVoice(guide);
    }
  });

  test('every signal a guide names is one the critic can look for', () => {
    for (const guide of [...catalog.all, colleagueConflict]) {
      const named = [...guide.steps.flatMap((step) => step.signals), ...guide.pitfalls].map(
        (use) => use.signal,
      );
      expect(
        named.filter((name) => !signals.has(name)),
        guide.id,
      ).toEqual([]);
    }
  });

  test('every guide opens at one of its own steps, and raises each doubt once', () => {
    for (const guide of [...catalog.all, colleagueConflict]) {
      expect(guide.steps.map((step) => step.id)).toContain(guide.opensAt);
      const kinds = guide.doubts.map((doubt) => doubt.kind);
      expect(new Set(kinds).size, guide.id).toBe(kinds.length);
    }
  });

  test('the default is the first one listed', () => {
    expect(catalog.default).toBe(catalog.all[0]);
    expect(catalog.find(catalog.default.id, catalog.default.version)).toBe(catalog.default);
  });
});

describe('finding a guide', () => {
  const two = createCatalog([...catalog.all, older, colleagueConflict]);

  test('a second guide is one more object in the list', () => {
    expect(GuideSchema.parse(colleagueConflict)).toEqual(colleagueConflict);
    expect(two.find('colleague-conflict')).toBe(colleagueConflict);
    expect(two.default).toBe(catalog.default);
  });

  test('without a version the newest is found, wherever it stands in the list', () => {
    expect(createCatalog([older, colleagueConflict]).find('colleague-conflict')).toBe(colleagueConflict);
    expect(createCatalog([colleagueConflict, older]).find('colleague-conflict')).toBe(colleagueConflict);
  });

  test('a stored session gets the very version it was begun with', () => {
    expect(two.find('colleague-conflict', 1)).toBe(older);
  });

  test('an unknown guide is named in the error, which says what to do', () => {
    const error = thrownBy(() => two.find('proudest-moment', 1));
    expect(error).toBeInstanceOf(PersonError);
    expect(error).toMatchObject({ code: 'unknown-guide' });
    expect(String(error)).toContain('"proudest-moment"');
    expect(String(error)).toContain('What you wrote is kept.');
  });

  test('an unknown version is named in the error, with the newest there is', () => {
    const error = thrownBy(() => two.find('colleague-conflict', 3));
    expect(error).toMatchObject({ code: 'unknown-guide-version' });
    expect(String(error)).toContain('Version 3');
    expect(String(error)).toContain('the newest is 2');
  });

  test('a version listed twice, or no guide at all, is refused at once', () => {
    expect(() => createCatalog([colleagueConflict, colleagueConflict])).toThrow('twice');
    expect(() => createCatalog([])).toThrow('at least one');
  });
});
