import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { advance } from '../../src/conversation/advance.ts';
import { commandOf } from '../../src/conversation/command-of.ts';
import { commandOfAction } from '../../src/conversation/commands.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { EffectSchema, effectKey } from '../../src/conversation/effect.ts';
import { SessionEventSchema } from '../../src/conversation/event.ts';
import { hasText } from '../../src/conversation/part.ts';
import { activeStage, parseSession, type Session } from '../../src/conversation/session.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { anyMove, type Move } from './any-event.ts';
import { createBook, partsOf } from './book.ts';
import { stagesToCritique } from './plain-way.ts';
import { cardsOf, type Played, play, say } from './play.ts';

const RUNS = 200;

const BANNED = /\b(absent|vague(ly)?|too emotional|defensive(ly)?|trivial|overrated|failed to)\b/i;

/** Ways into a practice, so that the sequences begin at every stage. */
const STORY: readonly Move[] = [
  'story',
  'skip',
  'I told nobody.',
  ...Array<string>(5).fill('I did it alone.'),
].map((text) => say(text));
const PASTED: readonly Move[] = [
  say('answer'),
  say('skip'),
  say('I told nobody. It broke. I rang them. I ask now.'),
];
const REWRITTEN: readonly Move[] = [...PASTED, say('redo 2'), say('It was mine.')];
const waysInto = ({ steps }: Guide): readonly (readonly Move[])[] => [
  [],
  STORY.slice(0, 2),
  [...STORY.slice(0, 3), say('It was mine.', 'quiet')],
  STORY.slice(0, 4),
  STORY,
  [...STORY, say('go')],
  PASTED,
  REWRITTEN,
  [...REWRITTEN, ...Array<Move>(steps.length + 1).fill(say('back'))],
  [say('story'), say('A ward nurse'), say('back')],
];

function check(guide: Guide, property: (played: readonly Played[]) => void): void {
  const moves = fc
    .tuple(fc.constantFrom(...waysInto(guide)), fc.array(anyMove(guide), { maxLength: 30 }))
    .map(([wayIn, more]) => [...wayIn, ...more]);
  fc.assert(
    fc.property(moves, (all) => property(play(guide, all))),
    { numRuns: RUNS },
  );
}

describe.each([catalog.default, colleagueConflict])('any sequence of events, for $id', (guide) => {
  test('leaves a session that reads back as it was written', () => {
    check(guide, (played) => {
      for (const { after, event } of played) {
        expect(parseSession(JSON.parse(JSON.stringify(after)))).toEqual(after);
        SessionEventSchema.parse(event);
      }
    });
  });

  test('always leaves a way forward on the card, or a critique under way', () => {
    check(guide, (played) => {
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

  test('can be brought to a critique from wherever it ended, by a few plain messages', () => {
    check(guide, (played) => {
      const last = played.at(-1)?.after;
      if (last === undefined || last.stage.at === 'done') return;
      expect(stagesToCritique(last, guide).at(-1)).toBe('critiqued');
    });
  });

  test('answers every press, every message that is whole and every arrival with a card', () => {
    check(guide, (played) => {
      for (const { before, event, turn } of played) {
        const isWhole =
          event.type === 'said' && event.ends === 'now' && !isDeletedAhead(before, event.part.id);
        if (!isWhole && event.type !== 'pressed' && event.type !== 'attached' && event.type !== 'tooLong')
          continue;
        expect(turn.effects.some((effect) => effect.type === 'say')).toBe(true);
      }
    });
  });

  test('loses no answer: what was said stays as it was said or edited last, and only what was deleted is gone', () => {
    check(guide, (played) => {
      const book = createBook();
      for (const one of played) {
        book.note(one, guide);
        const kept = new Map(partsOf(one.after).map((part) => [part.id, part.text]));
        for (const [id, text] of book.said) if (text.trim() !== '') expect(kept.get(id)).toBe(text);
        for (const id of book.deleted) {
          expect([...kept.keys()].filter((other) => other === id || other.startsWith(`${id}.`))).toEqual([]);
        }
      }
    });
  });

  test('never puts a step again that was answered or skipped, unless the person asks for it', () => {
    check(guide, (played) => {
      for (const { before, event, after, turn } of played) {
        if (after.stage.at !== 'asking') continue;
        const was = activeStage(before);
        const { step } = after.stage;
        if (was?.at !== 'asking' || was.step !== step) {
          const over = hasText(before.answers[step]) || before.skipped.includes(step);
          if (over) expect(['back', 'redo']).toContain(commandNameOf(before, event, guide));
        } else if (event.type === 'said' && commandNameOf(before, event, guide) === undefined) {
          const isBlank = event.part.text.trim() === '';
          if (!isBlank && before.ahead === undefined)
            expect(cardsOf(turn).filter((card) => card.standing === true)).toEqual([]);
        }
      }
    });
  });

  test('shows only cards that can be stored, in words that judge nobody, each under a name of its own', () => {
    check(guide, (played) => {
      const keys = new Set<string>();
      let count = 0;
      for (const { before, after, turn } of played) {
        if (turn.sessions.length > 0) expect(after.turn).toBe(before.turn + 1);
        turn.effects.forEach((effect, position) => {
          EffectSchema.parse(effect);
          keys.add(effectKey(after.id, after.turn, position));
          count += 1;
        });
        for (const card of cardsOf(turn)) {
          CardSchema.parse(card);
          expect(coachWords(card)).not.toMatch(BANNED);
        }
      }
      expect(keys.size).toBe(count);
    });
  });

  test('follows from session and event alone, and changes neither', () => {
    check(guide, (played) => {
      for (const { before, event, turn } of played) {
        const again = advance(frozen(structuredClone(before)), frozen(structuredClone(event)), guide);
        expect(again).toEqual(turn);
      }
    });
  });

  test('keeps what the critic is given verbatim, and knows when a critique is out of date', () => {
    check(guide, (played) => {
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
});

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
