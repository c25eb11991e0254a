import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { parseSession, type Session } from '../../src/conversation/session.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { judgingWords } from '../support/banned-words.ts';
import { anyMove } from './any-event.ts';
import { partsOf } from './book.ts';
import { frozenStates } from './frozen-states.ts';
import { plainWay } from './plain-way.ts';
import { cardsOf, play } from './play.ts';

const RUNS = 100;

/** Practices that were open, paused or ended when the coach was brought up to date. */
const OLD: readonly { name: string; stored: unknown }[] = (['released-1', 'dialog-1'] as const).flatMap(
  (file) => frozenStates(file).map((stored, index) => ({ name: `${file}, line ${index + 1}`, stored })),
);

describe.each(OLD)('$name', ({ stored }) => {
  const session = parseSession(stored);
  const guide = catalog.find(session.guide.id, session.guide.version);

  test('is read with every word in it', () => {
    const kept = partsOf(session).map((part) => part.text);
    for (const text of wordsIn(stored)) expect(kept).toContain(text);
  });

  test('goes on to a critique by a few plain messages, or to the draft of a story that is not scored', () => {
    const there = plainWay(session, guide).at(-1);
    expect(there?.stage.at).toBe(there?.sheltered === true ? 'reviewing' : 'critiqued');
  });
});

test('whatever happens to a practice that began before, it keeps a way forward and its words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...OLD),
      fc.array(
        anyMove(catalog.default).filter((move) => move.do !== 'edit' && move.do !== 'delete'),
        { maxLength: 12 },
      ),
      ({ stored }, moves) => {
        const session = parseSession(stored);
        const guide = catalog.find(session.guide.id, session.guide.version);
        const played = play(guide, moves, session);
        for (const { after, turn } of played) {
          const card = standingCard(after, guide);
          expect(card.buttons.length > 0 || card.asks !== 'nothing' || card.working === true).toBe(true);
          for (const shown of cardsOf(turn)) {
            CardSchema.parse(shown);
            expect(judgingWords(shown)).toEqual([]);
          }
        }
        expect(missing(session, played.at(-1)?.after ?? session)).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
});

/** Ids of messages that are not kept any more. */
function missing(before: Session, after: Session): string[] {
  const kept = new Set(partsOf(after).map((part) => part.id));
  return messagesOf(before).filter((id) => !kept.has(id));
}

/** The messages themselves; a copy or a piece of one (`m3.context`) may be made anew. */
function messagesOf(session: Session): string[] {
  return partsOf(session)
    .filter((part) => part.text.trim() !== '' && !part.id.includes('.'))
    .map((part) => part.id);
}

/** Every text of a message in a stored state. */
function wordsIn(stored: unknown): string[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const { id, stamp, text } = stored as Readonly<Record<string, unknown>>;
  if (typeof id === 'string' && typeof stamp === 'string' && typeof text === 'string') return [text];
  return Object.values(stored).flatMap(wordsIn);
}
