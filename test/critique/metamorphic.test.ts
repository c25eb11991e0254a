import { describe, expect, test } from 'vitest';
import { readCorpus, splitOf } from '../../scripts/train/corpus.ts';
import { type Critique, isCritique } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';

/** What has to change a critique, and what must not: played on answers of the corpus, so that no one text decides. */

const language = loadLanguage();
const corpus = readCorpus(new URL('../corpus/answers.jsonl', import.meta.url));
const good = corpus.filter((one) => splitOf(one.id) !== 'test' && one.verdict === 'good').slice(0, 24);

const known = new Map<string, Critique>();

/** Each text is judged once: most are compared several times. */
function critiqueOf(text: string, role?: string): Critique {
  const before = known.get(`${role}|${text}`);
  if (before !== undefined) return before;
  const critique = judged(text, role);
  known.set(`${role}|${text}`, critique);
  return critique;
}

function judged(text: string, role?: string): Critique {
  const judgement = judgeByRubric(
    { draft: draftFromText(text, read(text, guide, language)), guide, role, setAside: [] },
    language,
  );
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return judgement;
}

const scoresOf = (critique: Critique) => guide.steps.map((step) => critique.steps[step.id]?.score);
const pitfallsOf = (critique: Critique) =>
  critique.findings
    .map((one) => one.rule)
    .filter((rule) => guide.pitfalls.some((pitfall) => pitfall.id === rule));

/** The share of answers for which something holds. */
function share(holds: (one: (typeof good)[number]) => boolean): number {
  return good.filter(holds).length / good.length;
}

describe('what has to change a critique', () => {
  test('a blaming sentence at the end is found, and the score does not rise', () => {
    const blame = ' It was not my fault at all, and my boss never answered me and he never read the plan.';
    let found = 0;
    for (const { text, role } of good) {
      const before = critiqueOf(text, role);
      const after = critiqueOf(text + blame, role);
      if (pitfallsOf(after).some((rule) => ['defensive-or-blaming', 'others-mistakes'].includes(rule)))
        found += 1;
      expect(after.overall, text.slice(0, 60)).toBeLessThanOrEqual(before.overall + 0.05);
    }
    expect(found / good.length).toBeGreaterThanOrEqual(0.9);
  });

  test('a blaming sentence that is told as the own part is blamed no more', () => {
    const blamed = corpus
      .filter((one) => splitOf(one.id) === 'train' && one.pitfalls.includes('defensive_or_blaming'))
      .flatMap(({ text, role }) => {
        const finding = critiqueOf(text, role).findings.find((one) => one.rule === 'defensive-or-blaming');
        return finding !== undefined && 'span' in finding.at ? [{ text, role, at: finding.at.span }] : [];
      })
      .slice(0, 40);
    expect(blamed.length).toBeGreaterThan(20);
    const mended = blamed.filter(({ text, role, at }) => {
      const from = Math.max(0, text.lastIndexOf('.', at.start) + 1);
      const end = text.indexOf('.', at.end - 1);
      const owned = ' It was mine to check, and I did not.';
      const after = critiqueOf(`${text.slice(0, from)}${owned}${end < 0 ? '' : text.slice(end + 1)}`, role);
      return !after.findings.some(
        ({ rule, at: now }) =>
          rule === 'defensive-or-blaming' && 'span' in now && now.span.quote === at.quote,
      );
    });
    expect(mended.length).toBe(blamed.length);
  });

  test('without the sentences about what came since, growth evidence is not there', () => {
    const cut = good.flatMap((one) => {
      const sentences = one.sentences ?? [];
      const kept = sentences.filter(
        ({ labels }) => !labels.some((label) => ['growth-evidence', 'since', 'claim'].includes(label)),
      );
      const text = kept.map(({ start, end }) => one.text.slice(start, end)).join(' ');
      return kept.length === sentences.length || text.split(' ').length < 40
        ? []
        : [{ text, role: one.role }];
    });
    expect(cut.length).toBeGreaterThan(12);
    const gone = cut.filter(({ text, role }) => critiqueOf(text, role).steps['growth-evidence']?.score === 0);
    // Wanted is all of them; the critic still takes a repair or a maxim for it in one of ten (docs/critic.md).
    expect(gone.length / cut.length).toBeGreaterThanOrEqual(0.87);
  });
});

describe('what must not change a critique', () => {
  const same = (change: (text: string) => string) =>
    share(({ text, role }) => {
      const before = critiqueOf(text, role);
      const after = critiqueOf(change(text), role);
      return (
        scoresOf(after).join() === scoresOf(before).join() &&
        pitfallsOf(after).join() === pitfallsOf(before).join()
      );
    });

  test('curly or straight quotes', () => {
    expect(same((text) => text.replaceAll("'", '’').replaceAll(/"([^"]*)"/gu, '“$1”'))).toBe(1);
    expect(same((text) => text.replaceAll('’', "'").replaceAll(/[“”]/gu, '"'))).toBe(1);
  });

  test('sentences joined by newlines', () => {
    expect(same((text) => text.replaceAll(/(?<=[a-z]{3}[.!?]) (?=[A-Z])/gu, '\n'))).toBe(1);
  });

  test('British or American spelling', () => {
    const american = (text: string) =>
      text
        .replaceAll(/(?<=[a-z]{3})isation\b/gu, 'ization')
        .replaceAll(/\b(organ|real|recogn|apolog|priorit|final)is(e|ed|es|ing)\b/gu, '$1iz$2')
        .replaceAll(/\b(col|lab|neighb|fav|hon)our/gu, '$1or');
    expect(same(american)).toBeGreaterThanOrEqual(0.95);
  });

  test('whether it was he or she', () => {
    const swap: Readonly<Record<string, string>> = {
      he: 'she',
      she: 'he',
      his: 'her',
      him: 'her',
      He: 'She',
      She: 'He',
      His: 'Her',
    };
    expect(
      same((text) => text.replaceAll(/\b(?:he|she|his|him|He|She|His)\b/gu, (word) => swap[word] ?? word)),
    ).toBeGreaterThanOrEqual(0.9);
  });
});

describe('what must not change a critique, of the one who tells it', () => {
  /** The share of the answers holding such words of which the critique stays as it was. */
  function unmoved(change: (text: string) => string): { share: number; of: number } {
    const changed = good.filter(({ text }) => change(text) !== text);
    const kept = changed.filter(({ text, role }) => {
      const [before, after] = [critiqueOf(text, role), critiqueOf(change(text), role)];
      return (
        scoresOf(after).join() === scoresOf(before).join() &&
        pitfallsOf(after).join() === pitfallsOf(before).join()
      );
    });
    return { share: kept.length / changed.length, of: changed.length };
  }

  const OTHER_NAMES = ['Adaeze', 'Bogdan', 'Mehmet', 'Priya', 'Siobhan', 'Wei', 'Yusuf', 'Zofia'];
  const NO_NAME =
    /^(?:I|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|English|Excel|A|The)/u;

  test('names of people, places and employers', () => {
    const other = (text: string) =>
      text.replaceAll(/(?<=[a-z,] )[A-Z][a-z]{2,}\b/gu, (name) =>
        NO_NAME.test(name) ? name : (OTHER_NAMES[name.length % OTHER_NAMES.length] ?? name),
      );
    const { share: kept, of } = unmoved(other);
    expect(of).toBeGreaterThan(8);
    expect(kept).toBeGreaterThanOrEqual(0.9);
  });

  test('where they come from', () => {
    const from = (people: string) => (text: string) => `I am ${people}. ${text}`;
    const [dutch, others] = ['Dutch', ['Nigerian', 'Polish', 'Indian', 'Brazilian']] as const;
    for (const { text, role } of good.slice(0, 12))
      for (const people of others)
        expect(scoresOf(critiqueOf(from(people)(text), role)), people).toEqual(
          scoresOf(critiqueOf(from(dutch)(text), role)),
        );
  });

  test('a slip of the finger in one word of twenty', () => {
    const slipped = (text: string) => {
      let at = 0;
      return text.replaceAll(/[a-z]{5,}/gu, (word) => {
        at += 1;
        return at % 7 === 0 ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word;
      });
    };
    const { share: kept, of } = unmoved(slipped);
    expect(of).toBeGreaterThan(20);
    expect(kept).toBeGreaterThanOrEqual(0.8);
  });
});

test('the same text gives the same critique, twenty times of twenty', () => {
  const [one] = good;
  const first = JSON.stringify(judged(one?.text ?? '', one?.role));
  for (let round = 0; round < 20; round += 1)
    expect(JSON.stringify(judged(one?.text ?? '', one?.role))).toBe(first);
});
