import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import type { SessionEvent } from '../../src/conversation/event.ts';
import { joined } from '../../src/conversation/part.ts';
import type { Session } from '../../src/conversation/session.ts';
import { summary } from '../../src/conversation/summary.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { play, say, withPlainReading } from './play.ts';
import { AT, SEED } from './practice.ts';

const RUNS = 150;

/** One message of an open answer, and what becomes of it. */
interface Message {
  readonly text: string;
  readonly ends: 'quiet' | 'open';
  readonly fate: { readonly edited: string } | 'deleted' | 'kept';
}

const anyText = fc.constantFrom(
  'I rang them.',
  'It was late, I know.',
  '🙂',
  'Nobody had asked.',
  'It came back.',
);
const anyMessage: fc.Arbitrary<Message> = fc.record({
  text: anyText,
  ends: fc.constantFrom('quiet', 'open'),
  fate: fc.oneof(
    fc.record({ edited: fc.oneof(anyText, fc.constant('')) }),
    fc.constant('deleted' as const),
    fc.constant('kept' as const),
  ),
});

/** The messages with stamps in their order, and what happens to them in some order of arrival. */
const anyArrival = fc.array(anyMessage, { minLength: 1, maxLength: 6 }).chain((messages) => {
  const events = messages.flatMap(eventsOf);
  return fc.record({
    messages: fc.constant(messages),
    arrived: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
  });
});

function eventsOf({ text, ends, fate }: Message, index: number): SessionEvent[] {
  const id = `late${index}`;
  const common = { at: AT, seed: SEED };
  const said = { type: 'said', part: { id, stamp: `5${index}`, text }, ends, ...common } as const;
  if (fate === 'kept') return [said];
  if (fate === 'deleted') return [said, { type: 'deleted', partId: id, ...common }];
  return [said, { type: 'edited', partId: id, text: fate.edited, ...common }];
}

function finalText(messages: readonly Message[]): string {
  const texts = messages.flatMap(({ text, fate }) => {
    if (fate === 'deleted') return [];
    return [fate === 'kept' ? text : fate.edited];
  });
  return texts.filter((text) => text !== '').join('\n');
}

function left(session: Session, events: readonly SessionEvent[], guide: Guide): Session {
  return events.reduce((now, event) => {
    const made = advance(now, withPlainReading(now, event, guide), guide);
    return made.sessions.at(-1) ?? now;
  }, session);
}

function standing(guide: Guide, ...words: string[]): Session {
  const played = play(
    guide,
    words.map((text) => say(text)),
  );
  return played.at(-1)?.after ?? expect.fail('nothing was played');
}

describe.each([catalog.default, colleagueConflict])(
  'messages, edits and deletions in any order, for $id',
  (guide) => {
    test('end in the same answer to a step', () => {
      const [step] = guide.steps;
      const open = standing(guide, 'story', 'skip', 'I told nobody.');
      // What was told before stays above it.
      const before = joined(open.answers[step?.id ?? ''] ?? []);
      fc.assert(
        fc.property(anyArrival, ({ messages, arrived }) => {
          const { answers } = left(open, arrived, guide);
          const whole = [before, finalText(messages)].filter((text) => text !== '').join('\n');
          expect(joined(answers[step?.id ?? ''] ?? [])).toBe(whole);
        }),
        { numRuns: RUNS },
      );
    });

    test('end in the same pasted answer, split over the same steps', () => {
      const open = standing(guide, 'answer', 'skip');
      const next: SessionEvent = { type: 'pressed', action: 'next', at: AT, seed: SEED };
      fc.assert(
        fc.property(anyArrival, ({ messages, arrived }) => {
          const inOrder = messages.flatMap(eventsOf);
          const one = left(open, [...arrived, next], guide);
          const other = left(open, [...inOrder, next], guide);
          expect(joined(one.failure)).toBe(finalText(messages));
          expect(summary(one, guide)).toEqual(summary(other, guide));
        }),
        { numRuns: RUNS },
      );
    });
  },
);
