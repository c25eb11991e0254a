import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import { commandOf } from '../../src/conversation/command-of.ts';
import { commandOfAction } from '../../src/conversation/commands.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { EffectSchema, effectKey } from '../../src/conversation/effect.ts';
import { type SessionEvent, SessionEventSchema } from '../../src/conversation/event.ts';
import { hasText } from '../../src/conversation/part.ts';
import { activeStage, isSheltered, parseSession, type Session } from '../../src/conversation/session.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { createBook, partsOf } from './book.ts';
import { plainWay } from './plain-way.ts';
import { cardsOf, type Played } from './play.ts';
import { check } from './ways-in.ts';

const RUNS = process.env.FULL === '1' ? 400 : 45;

describe.each([catalog.default, colleagueConflict])('any sequence of events, for $id', (guide) => {
  test('leaves a session that reads back as it was written', () => {
    check(guide, RUNS, (played) => {
      for (const { after, event } of played) {
        const back = parseSession(JSON.parse(JSON.stringify(after)));
        if (!isDeepStrictEqual(back, after)) expect(back).toStrictEqual(after);
        SessionEventSchema.parse(event);
      }
    });
  });

  test('always leaves a way forward on the card, or a critique under way', () => {
    check(guide, RUNS, (played) => {
      const awaited = new Set<number>();
      for (const { after, event, turn } of played) {
        if (event.type === 'critiqueReady' || event.type === 'critiqueFailed') awaited.delete(event.draftNo);
        for (const effect of turn.effects) if (effect.type === 'requestCritique') awaited.add(effect.draftNo);
        const card = standingCard(after, guide);
        if (activeStage(after)?.at === 'critiquing') expect(awaited).toContain(after.drafts);
        else expect(card.buttons.length + (card.asks === 'nothing' ? 0 : 1)).toBeGreaterThan(0);
      }
    });
  });

  test('can be brought to a critique from wherever it ended, by a few plain messages; a sheltered story to its draft', () => {
    check(guide, RUNS, (played) => {
      const last = played.at(-1)?.after;
      if (last === undefined || isForgotten(played)) return;
      const there = plainWay(last, guide).at(-1);
      expect(there?.stage.at).toBe(there?.sheltered === true ? 'reviewing' : 'critiqued');
    });
  });

  test('answers every press, every form, every file, every share, every message that is whole and every arrival with a card', () => {
    check(guide, RUNS, (played) => {
      for (const { before, event, turn } of played) {
        const isWhole =
          event.type === 'said' && event.ends === 'now' && !isDeletedAhead(before, event.part.id);
        if (!isWhole && !ANSWERED.includes(event.type)) continue;
        // What is shared is answered once it is there, or cannot be.
        expect(turn.effects.some(({ type }) => type === 'say' || type === 'share')).toBe(true);
      }
    });
  });

  test('loses no answer: what was said stays as it was said or edited last, and only what was deleted is gone', () => {
    check(guide, RUNS, (played) => {
      const book = createBook();
      for (const one of played) {
        book.note(one, guide);
        const kept = partsOf(one.after);
        for (const [id, text] of book.said) {
          const found = kept.filter((part) => part.id === id);
          if (text.trim() !== '') expect(found.map((part) => part.text)).toContain(text);
          for (const part of found) expect(part.text).toBe(text);
        }
        for (const id of book.deleted) {
          expect(kept.filter((part) => part.id === id || part.id.startsWith(`${id}.`))).toEqual([]);
        }
      }
    });
  });

  test('never puts a step again that was answered or skipped, unless the person asks for it', () => {
    check(guide, RUNS, (played) => {
      for (const { before, event, after, turn } of played) {
        if (after.stage.at !== 'asking' || activeStage(before)?.at === 'sheltered') continue;
        const was = activeStage(before);
        const { step } = after.stage;
        if (was?.at !== 'asking' || was.step !== step) {
          // Words told earlier are shown once at their step, to be kept.
          const isShown = after.carried.includes(step);
          const over = !isShown && (hasText(before.answers[step]) || before.skipped.includes(step));
          const isEmptied = event.type === 'filled' && !hasText(after.answers[step]);
          if (over && !isEmptied) expect(['back', 'redo']).toContain(commandNameOf(before, event, guide));
        } else if (event.type === 'said' && commandNameOf(before, event, guide) === undefined) {
          const isBlank = event.part.text.trim() === '';
          const isNudge = after.nudged.length > before.nudged.length;
          if (!isBlank && !isNudge && before.ahead === undefined)
            expect(cardsOf(turn).filter((card) => card.standing === true)).toEqual([]);
        }
      }
    });
  });

  test('shows the words that were told earlier at each step, and not again once they were kept', () => {
    check(guide, RUNS, (played) => {
      const kept = new Set<string>();
      for (const { before, event, after } of played) {
        const was = activeStage(before);
        // Back at the story, all of it is told anew.
        if (after.stage.at === 'choosing' || was?.at === 'choosing' || was?.at === 'sheltered') kept.clear();
        const isMoved =
          was?.at === 'asking' && !(after.stage.at === 'asking' && after.stage.step === was.step);
        const isAsked = ['back', 'redo'].includes(commandNameOf(before, event, guide) ?? '');
        if (isMoved && !isAsked) kept.add(was.step);
        if (after.stage.at !== 'asking' || isSheltered(after)) continue;
        const { step } = after.stage;
        if (!after.carried.includes(step)) continue;
        if (isMoved && !isAsked) expect([...kept]).not.toContain(step);
        const words = standingCard(after, guide).blocks.flatMap((block) =>
          block.kind === 'text' ? block.runs.filter((run) => typeof run !== 'string') : [],
        );
        if (hasText(after.answers[step])) expect(words).not.toEqual([]);
      }
    });
  });

  test('writes only effects that can be stored, each under a name of its own', () => {
    check(guide, RUNS, (played) => {
      const keys = new Set<string>();
      let count = 0;
      for (const { before, after, turn } of played) {
        if (turn.sessions.length > 0) expect(after.turn).toBe(before.turn + 1);
        turn.effects.forEach((effect, position) => {
          EffectSchema.parse(effect);
          keys.add(effectKey(after.id, after.turn, position));
          count += 1;
        });
      }
      expect(keys.size).toBe(count);
    });
  });

  test('follows from session and event alone, and changes neither', () => {
    check(guide, RUNS, (played) => {
      for (const { before, event, turn } of played) {
        const again = advance(frozen(structuredClone(before)), frozen(structuredClone(event)), guide);
        if (!isDeepStrictEqual(again, turn)) expect(again).toStrictEqual(turn);
      }
    });
  });

  test('keeps what the critic is given verbatim, and knows when a critique is out of date', () => {
    check(guide, RUNS, (played) => {
      const drafts = new Map<number, string>();
      for (const { after, turn } of played) {
        for (const effect of turn.effects)
          if (effect.type === 'freezeDraft') drafts.set(effect.draftNo, effect.draft.text);
        const draft = draftOf(after, guide);
        for (const span of Object.values(draft.steps).flat())
          expect(draft.text.slice(span.start, span.end)).toBe(span.quote);
        const { critique } = after;
        if (critique !== undefined && drafts.get(critique.draftNo) !== draft.text)
          expect(critique.outdated).toBe(true);
      }
    });
  });

  test('raises at most one doubt about a story and asks at most two steps once more, no step twice', () => {
    check(guide, RUNS, (played) => {
      let doubts = 0;
      for (const { before, after, turn } of played) {
        if (!hasText(after.failure)) doubts = 0;
        const asked = cardsOf(turn).flatMap((card) => card.blocks.map((block) => JSON.stringify(block)));
        if (before.doubted !== true && after.doubted === true) doubts += 1;
        else if (activeStage(after)?.at !== 'choosing')
          for (const { question } of guide.doubts)
            expect(asked.filter((block) => block.includes(question.split('{')[0] ?? question))).toEqual([]);
        expect(doubts).toBeLessThanOrEqual(1);
        expect(after.nudged.length).toBeLessThanOrEqual(2);
        expect(new Set(after.nudged).size).toBe(after.nudged.length);
        const isNudging = after.stage.at === 'asking' && after.stage.nudged === true;
        if (after.nudged.length === before.nudged.length && !isNudging)
          for (const { nudge } of guide.steps)
            expect(asked.filter((block) => block.includes(nudge))).toEqual([]);
      }
    });
  });
});

/** Whoever does one of these waits for an answer. */
const ANSWERED: readonly SessionEvent['type'][] = [
  ...(['pressed', 'filled', 'attached', 'tooLong', 'filesUnread', 'shared'] as const),
];

function isForgotten(played: readonly Played[]): boolean {
  return played.some(({ turn }) => turn.effects.some((effect) => effect.type === 'forget'));
}

function isDeletedAhead(session: Session, id: string): boolean {
  return session.ahead?.some((entry) => entry.id === id && entry.text === undefined) ?? false;
}

function commandNameOf(before: Session, event: Played['event'], guide: Guide): string | undefined {
  if (event.type === 'pressed') return commandOfAction(event.action, guide)?.name;
  if (event.type !== 'said') return undefined;
  const edited = before.ahead?.find((entry) => entry.id === event.part.id)?.text;
  return commandOf(before, edited ?? event.part.text, guide)?.name;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
