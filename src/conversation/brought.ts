import type { Guide } from '../guide/guide.ts';
import { advance } from './advance.ts';
import { type Beginning, behind, newSession } from './begin.ts';
import type { Said } from './event.ts';
import type { Session } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * A text was brought from elsewhere to be looked at as a whole answer: a practice begins with it at its draft. One that
 * is open is paused and kept.
 */
export function beginBrought(said: Said, guide: Guide, beginning: Beginning, open?: Session): Turn {
  const fresh: Session = {
    ...newSession(said.seed, guide, beginning),
    touchedAt: said.at,
    door: 'answer',
    purpose: { kind: 'skipped' },
    stage: { at: 'choosing' },
  };
  return behind(open, advance(fresh, { ...said, ends: 'now' }, guide, beginning.manner));
}
