import { describe, expect, test } from 'vitest';
import { type Block, type Card, isQuote } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { isSheltered, type Session } from '../../src/conversation/session.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { partsOf } from './book.ts';
import { isHard } from './plain-reading.ts';
import { cardsOf } from './play.ts';
import { check } from './ways-in.ts';

const RUNS = process.env.FULL === '1' ? 600 : 70;
/** Such a message is one in four. */
const HARD = 25;

/** Shorter words of a person may stand in the coach's own by chance. */
const TELLING = 20;

describe.each([catalog.default, colleagueConflict])('a story that must not be scored, for $id', (guide) => {
  test('is met where it is told, and stays sheltered until it is deleted', () => {
    check(
      guide,
      RUNS,
      (played) => {
        for (const { before, event, after } of played) {
          const isRead = 'reading' in event && event.reading?.distress === true;
          const isAnswered = after.askedTurn > before.askedTurn;
          if (isSheltered(before) && !isEnded(after)) expect(after).toSatisfy(isSheltered);
          if (isRead && isAnswered && !isEnded(after)) expect(after).toSatisfy(isSheltered);
        }
      },
      HARD,
    );
  });

  test('is met in a form of the steps too, wherever the practice stands, paused and ended among it', () => {
    check(
      guide,
      RUNS,
      (played) => {
        for (const { before, event, after, turn } of played) {
          if (event.type !== 'filled' || event.action !== 'answers' || before.sheltered === true) continue;
          const isHardNow = isHard(draftOf(after, guide).text);
          if (!isHardNow || after.turn === before.turn || isUnchanged(before, after)) continue;
          expect(after).toSatisfy(isSheltered);
          expect(turn.effects.map(({ type }) => type)).toContain('say');
        }
      },
      HARD,
    );
  });

  test('is shown to nobody else: no share of it leaves', () => {
    check(
      guide,
      RUNS,
      (played) => {
        for (const { after, turn } of played) {
          const shared = turn.effects.filter(({ type }) => type === 'share');
          if (isSheltered(after)) expect(shared).toEqual([]);
          for (const effect of shared) expect(JSON.stringify(effect)).not.toSatisfy(isHard);
        }
      },
      HARD,
    );
  });

  test('is never judged, rated, doubted or asked about once more', () => {
    check(
      guide,
      RUNS,
      (played) => {
        for (const { before, after, turn } of played) {
          if (!isSheltered(after)) continue;
          const types = turn.effects.map(({ type }) => type);
          for (const type of ['requestCritique', 'storeCritique', 'storeOwnRating', 'countSetAside'] as const)
            expect(types).not.toContain(type);
          expect(after.critique).toBeUndefined();
          expect(after.nudged).toEqual(before.nudged);
          for (const card of cardsOf(turn)) {
            const words = coachWords(card);
            for (const { nudge } of guide.steps) expect(words).not.toContain(nudge);
            for (const { question } of guide.doubts) expect(words).not.toContain(question.split('{')[0]);
            expect(card.blocks.map(({ kind }) => kind)).not.toContain('picture');
          }
        }
      },
      HARD,
    );
  });

  test('is never quoted: only who chose to go on sees the draft, as a whole', () => {
    check(
      guide,
      RUNS,
      (played) => {
        for (const { event, after, turn } of played) {
          if (!isSheltered(after)) continue;
          const names = event.type === 'filesUnread' ? event.names : [];
          for (const card of cardsOf(turn)) {
            const told = quotesOf(card).filter((words) => !names.includes(words));
            expect(told.filter((words) => !isOfTheGuide(words, guide))).toEqual([]);
            const shown = card.blocks.flatMap((block) =>
              block.kind === 'passage' && block.by === 'person' ? [block.text] : [],
            );
            if (after.sheltered !== true) expect(shown).toEqual([]);
            for (const passage of shown) expect(passage).toBe(draftOf(after, guide).text);
            expect(wordsTold(after).filter((told) => coachWords(card).includes(told))).toEqual([]);
          }
        }
      },
      HARD,
    );
  });

  test('never reaches the critic: no draft that tells of it is frozen', () => {
    check(
      guide,
      RUNS,
      (played) => {
        for (const { turn } of played)
          for (const effect of turn.effects)
            if (effect.type === 'freezeDraft') expect(effect.draft.text).not.toSatisfy(isHard);
      },
      HARD,
    );
  });
});

function isUnchanged(before: Session, after: Session): boolean {
  return JSON.stringify(before.answers) === JSON.stringify(after.answers);
}

/** A practice that ended is not spoken of any more; the deleted one is gone. */
function isEnded({ stage }: Session): boolean {
  return stage.at === 'done' && stage.stage.at === 'opening';
}

function wordsTold(session: Session): string[] {
  return partsOf(session)
    .map((part) => part.text.trim())
    .filter((words) => words.length >= TELLING);
}

/** Quotes that stand in text, lists and fields. */
function quotesOf(card: Card): string[] {
  return card.blocks.flatMap(runsOf).flatMap((run) => (isQuote(run) ? [run.quote] : []));
}

function runsOf(block: Block) {
  switch (block.kind) {
    case 'text':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'fields':
      return block.fields.flatMap(({ lines }) => lines.flat());
    default:
      return [];
  }
}

function isOfTheGuide(words: string, guide: Guide): boolean {
  return [guide.question, ...guide.alternatives.map((kind) => kind.text)].some((own) => own.includes(words));
}
