import { coachWords } from '../../src/card/coach-words.ts';
import { commandOf } from '../../src/conversation/command-of.ts';
import { joined, type Part } from '../../src/conversation/part.ts';
import { type Session, stageWithin } from '../../src/conversation/session.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { cardsOf, type Played } from './play.ts';

/** What a person could expect to find: every message that was no choice and was not refused, as it is now. */
export function createBook() {
  const said = new Map<string, string>();
  const edited = new Map<string, string>();
  const deleted = new Set<string>();
  return {
    said,
    deleted,
    note({ before, event, turn, after }: Played, guide: Guide): void {
      if (event.type === 'filled' && event.action === 'answers') {
        for (const [step, text] of Object.entries(event.values)) {
          const isChanged = text.trim() !== joined(before.answers[step] ?? []).trim();
          if (isChanged && text.trim() !== '') said.set(`form-${after.turn}-${step}`, text);
        }
      }
      if (event.type === 'said' && !deleted.has(event.part.id)) {
        const text = edited.get(event.part.id) ?? event.part.text;
        const refused = isRefused(turn);
        const isChoice = commandOf(before, text, guide) !== undefined || isRecord(turn);
        if (!refused && text.trim() !== '' && !isChoice) said.set(event.part.id, text);
      }
      if (event.type === 'edited' && !deleted.has(event.partId) && !isRefused(turn)) {
        edited.set(event.partId, event.text);
        if (said.has(event.partId)) said.set(event.partId, event.text);
      }
      if (event.type === 'deleted') {
        deleted.add(event.partId);
        said.delete(event.partId);
      }
      // Deleted on request: nothing is expected any more.
      if (turn.effects.some((effect) => effect.type === 'forget')) said.clear();
    },
  };
}

/** It was longer than what can be read: the person is told so, and nothing changes. */
function isRefused(turn: Played['turn']): boolean {
  return cardsOf(turn).some((card) => coachWords(card).includes('and I can read up to'));
}

/** The message was a rating or told which steps were said: it is stored as that. */
function isRecord(turn: Played['turn']): boolean {
  return turn.effects.some((effect) => effect.type === 'storeOwnRating' || effect.type === 'storeRun');
}

/** Every message that is kept anywhere, and every piece of one. */
export function partsOf(session: Session): Part[] {
  const within = stageWithin(session);
  const open = within.at === 'sheltered' ? within.stage : within;
  const { purpose, undo, interview } = session;
  return [
    ...session.failure,
    ...session.seeds,
    ...Object.values(session.answers).flat(),
    ...session.replaced.flatMap((old) => old.parts),
    ...session.notes,
    ...(open.at === 'improving' ? open.reply : []),
    ...(undo?.parts ?? []),
    ...(interview === undefined ? [] : [interview]),
    ...(purpose?.kind === 'role' ? [purpose.part] : []),
    ...(purpose?.kind === 'role' && purpose.core !== undefined ? [purpose.core] : []),
  ];
}
