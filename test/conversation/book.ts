import { coachWords } from '../../src/card/coach-words.ts';
import { commandOf } from '../../src/conversation/command-of.ts';
import type { Part } from '../../src/conversation/part.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { cardsOf, type Played } from './play.ts';

/** What a person could expect to find: every message that was no command and was not refused, as it is now. */
export function createBook() {
  const said = new Map<string, string>();
  const edited = new Map<string, string>();
  const deleted = new Set<string>();
  return {
    said,
    deleted,
    note({ before, event, turn }: Played, guide: Guide): void {
      if (event.type === 'said' && !deleted.has(event.part.id)) {
        const text = edited.get(event.part.id) ?? event.part.text;
        const refused = cardsOf(turn).some((card) =>
          coachWords(card).includes('characters and I can read up to'),
        );
        if (!refused && text.trim() !== '' && commandOf(before, text, guide) === undefined)
          said.set(event.part.id, text);
      }
      if (event.type === 'edited' && !deleted.has(event.partId)) {
        edited.set(event.partId, event.text);
        if (said.has(event.partId)) said.set(event.partId, event.text);
      }
      if (event.type === 'deleted') {
        deleted.add(event.partId);
        said.delete(event.partId);
      }
    },
  };
}

/** Every message that is kept anywhere. */
export function partsOf(session: Session): Part[] {
  return [
    ...session.failure,
    ...Object.values(session.answers).flat(),
    ...session.replaced.flatMap((old) => old.parts),
    ...session.notes,
    ...(session.purpose?.kind === 'role' ? [session.purpose.part] : []),
  ];
}
