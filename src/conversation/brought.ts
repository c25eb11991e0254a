import type { Guide } from '../guide/guide.ts';
import { type Beginning, behind, newSession } from './begin.ts';
import { saysDespair } from './despairing.ts';
import type { Said } from './event.ts';
import type { Session } from './session.ts';
import { textAtChoosing } from './stages/choosing.ts';
import type { Turn } from './turn.ts';

/**
 * A text was brought from elsewhere to be looked at as a whole answer: a practice begins with it at its draft. One that
 * is open is paused and kept. Whatever it says, it is that answer and no command: "stop" was written to somebody else.
 */
export function beginBrought(said: Said, guide: Guide, beginning: Beginning, open?: Session): Turn {
  const fresh: Session = {
    ...newSession(said.seed, guide, beginning),
    turn: 1,
    touchedAt: said.at,
    door: 'answer',
    purpose: { kind: 'skipped' },
    stage: { at: 'choosing' },
  };
  const context = { guide, at: said.at, reading: said.reading, despair: saysDespair(said) };
  return behind(open, textAtChoosing(fresh, { at: 'choosing' }, { ...said, ends: 'now' }, context));
}
