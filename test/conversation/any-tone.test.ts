import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/card/card.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import type { Session, Tone } from '../../src/conversation/session.ts';
import { toneOf } from '../../src/conversation/tone.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { anyMove, type Move } from './any-event.ts';
import { play } from './play.ts';
import { atCritique, BEGINNING } from './practice.ts';
import { waysInto } from './ways-in.ts';

const RUNS = 60;

const TONES: readonly Tone[] = ['gentle', 'plain', 'direct'];

/** How a doubt ends, besides the lines of `tone.ts`: the same offer in fewer words. */
const KEEPS = ['You can also just keep it and go on.', 'Or keep it.'];

/** Everything a tone says its own way, the longest first. */
const TONE_LINES: readonly string[] = [
  ...TONES.flatMap((tone) => Object.values(toneOf({ manner: { ...BEGINNING.manner, tone } }))),
  ...KEEPS,
].sort((a, b) => b.length - a.length);

/** The moves in one tone: what was left after each, and what was shown, the tone's own lines aside. */
function told(guide: Guide, tone: Tone, from: Session, moves: readonly Move[], messages: number) {
  const manner = { ...BEGINNING.manner, tone };
  return play(guide, moves, { ...from, manner }, { messages, manner }).map(({ after, turn }) => ({
    after: { ...after, manner: undefined },
    effects: turn.effects.map(withoutTone),
  }));
}

function withoutTone(effect: Effect): unknown {
  return effect.type === 'say' ? { ...effect, card: toneless(effect.card) } : effect;
}

function toneless(card: Card): Card {
  return {
    ...card,
    blocks: card.blocks.map((block) =>
      block.kind === 'text'
        ? { ...block, runs: block.runs.map((run) => (typeof run === 'string' ? bare(run) : run)) }
        : block,
    ),
  };
}

function bare(line: string): string {
  return TONE_LINES.reduce((words, own) => words.replace(own, '~'), line);
}

/** `settings` shows the tone and changes it. */
function isAboutTone(move: Move): boolean {
  const words = move.do === 'say' ? move.text : move.do === 'press' ? move.action : '';
  return words.startsWith('settings');
}

describe.each([catalog.default, colleagueConflict])('the three tones, for $id', (guide) => {
  test('leave the same practice after the same moves, and show the same findings, quotes, questions and choices', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...waysInto(guide)),
        fc.array(
          anyMove(guide).filter((move) => !isAboutTone(move)),
          { maxLength: 25 },
        ),
        ({ from, moves, messages }, more) => {
          const all = [...moves, ...more];
          const [gentle, ...others] = TONES.map((tone) => told(guide, tone, from, all, messages));
          for (const other of others) expect(other).toEqual(gentle);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

test('a whole practice with the built-in critic finds the same in each tone', () => {
  const [gentle, ...others] = TONES.map((tone) => {
    const practice = atCritique({ manner: { ...BEGINNING.manner, tone } });
    return { critique: practice.session.critique, card: toneless(practice.card) };
  });
  expect(gentle?.critique?.critique.findings).not.toEqual([]);
  for (const other of others) expect(other).toEqual(gentle);
});

test('each tone has its own way with the few lines that are only manner', () => {
  const lines = TONES.map((tone) => Object.values(toneOf({ manner: { ...BEGINNING.manner, tone } })));
  for (const [index] of (lines[0] ?? []).entries())
    expect(new Set(lines.map((ofTone) => ofTone[index])).size).toBe(TONES.length);
});
