import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { decide } from '../../src/coach/decide.ts';
import type { Tone } from '../../src/conversation/session.ts';
import {
  AT,
  atCritique,
  atFirstStep,
  beginPractice,
  lastCard,
  NO_PRACTICE,
  type Practice,
  quotesOn,
  SEED,
  STORY,
} from './practice.ts';

const TONES: readonly Tone[] = ['gentle', 'plain', 'direct'];
const stageOf = ({ session }: Practice) => session.stage;

function inLobby(text: string) {
  const { effects, sessions } = decide(
    { type: 'said', part: { id: 'x', stamp: '9', text }, ends: 'now', at: AT, seed: SEED },
    NO_PRACTICE,
  );
  const card = lastCard(effects);
  return { effects, sessions, shown: card === undefined ? '' : fallbackText(card) };
}

describe('settings in a practice', () => {
  test('show tone and numbers, and how to change them, beside the question that stands', () => {
    const practice = atFirstStep().says('settings');
    expect(practice.shown).toContain('My tone is gentle, numbers are off.');
    expect(practice.shown).toContain('what I find stays the same');
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'context' });
    expect(practice.effects.map((effect) => effect.type)).toEqual(['say']);
  });

  test.each(TONES)('"settings %s" is remembered for the person, and the question stands', (tone) => {
    const practice = atFirstStep().says(`settings ${tone}`);
    expect(practice.effects[0]).toEqual({ type: 'setManner', tone });
    expect(practice.session.manner.tone).toBe(tone);
    expect(practice.answer('context')).toBe('');
    expect(practice.shown).toContain(`Changed, and remembered. My tone is ${tone}`);
  });

  test('can be set at any time, also while a critique is shown or the practice is paused', () => {
    for (const practice of [atCritique(), atFirstStep().says('pause'), beginPractice()]) {
      const before = stageOf(practice);
      practice.says('Settings tone direct.');
      expect(practice.session.manner.tone).toBe('direct');
      expect(stageOf(practice)).toEqual(before);
    }
  });

  test('a sentence that begins with the word is an answer', () => {
    const practice = atFirstStep().says('Settings for the oven were mine to check.');
    expect(practice.answer('context')).toBe('Settings for the oven were mine to check.');
  });
});

describe('settings outside a practice', () => {
  test('are shown and set as well, and no practice begins', () => {
    expect(inLobby('settings').shown).toContain('My tone is gentle, numbers are off.');
    const { effects, sessions, shown } = inLobby('settings plain');
    expect(effects[0]).toEqual({ type: 'setManner', tone: 'plain' });
    expect(sessions).toEqual([]);
    expect(shown).toContain('Changed, and remembered.');
  });
});

describe('numbers', () => {
  test('stand beside the words from the second practice on', () => {
    const manner = { tone: 'gentle', numbers: true } as const;
    expect(atCritique({ isFirst: false, manner }).shown).toContain('setting 2 of 2');
    expect(atCritique({ isFirst: false }).shown).not.toContain('of 2');
  });

  test('are not shown in a first practice, whatever is set', () => {
    const practice = atCritique().says('settings numbers on').says('explain').says('go on');
    expect(practice.session.manner.numbers).toBe(true);
    expect(practice.shown).not.toContain('of 2');
  });
});

/** The same practice in a tone: what was quoted, found and asked, and every card as plain text. */
function playedIn(tone: Tone) {
  const practice = beginPractice(undefined, { manner: { tone, numbers: false }, isFirst: false });
  practice.says('story').says(STORY.role);
  practice
    .says('I arrived five minutes late to a meeting once.', { ends: 'open' })
    .presses('next')
    .says('keep');
  practice.says(STORY.context, { ends: 'open' }).presses('next');
  for (const line of ['It was horrible and I felt awful.', 'keep', STORY.actions, STORY.lesson, STORY.growth])
    practice.says(line);
  if (stageOf(practice).at !== 'reviewing') practice.says('go');
  practice.says('c c t t n').isJudged();
  const findings = practice.session.critique?.critique.findings.map((finding) => ({
    rule: finding.rule,
    quote: 'span' in finding.at ? finding.at.span.quote : finding.at.missingIn,
    question: finding.question,
  }));
  practice.says('more').says('explain').says('answer');
  practice.says('Now I ask for it in writing.').says('use it').isJudged();
  practice.says('answer').says('Last May that saved our party.').says('use it').isJudged().says('done');
  return {
    findings,
    quotes: practice.cards.flatMap((card) => quotesOn(card)),
    stages: practice.session.stage,
    words: practice.cards.map(fallbackText),
  };
}

test('what is found is the same in every tone: quotes, rules and questions; only the manner differs', () => {
  const [gentle, plain, direct] = TONES.map(playedIn);
  expect(gentle?.findings?.length).toBeGreaterThan(0);
  for (const other of [plain, direct]) {
    expect(other?.findings).toEqual(gentle?.findings);
    expect(other?.quotes).toEqual(gentle?.quotes);
    expect(other?.words).toHaveLength(gentle?.words.length ?? 0);
    expect(other?.words).not.toEqual(gentle?.words);
  }
});
