import { isSheltered, type Session } from '../conversation/session.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { About } from '../reminders/plan-event.ts';
import { guideOf } from './decide.ts';

/** What a reminder may say of the practice it is for: which step it is, never a word of what is in it. */
export function aboutPractice(latest: Session | undefined, catalog: Catalog): About {
  if (latest === undefined) return { hasPractice: false, sheltered: false };
  if (isSheltered(latest)) return { hasPractice: true, sheltered: true };
  const made = latest.critique?.critique;
  const guide = guideOf(latest, catalog);
  const scored = guide.steps.flatMap(({ id, name }) => {
    const score = made?.steps[id]?.score;
    return score === undefined ? [] : [{ id, name, score }];
  });
  const [weakest] = [...scored].sort((a, b) => a.score - b.score);
  return {
    hasPractice: made !== undefined,
    ...(made === undefined || latest.touchedAt === undefined ? {} : { lastAt: latest.touchedAt }),
    sheltered: false,
    ...(weakest === undefined || weakest.score === 2 ? {} : { step: { id: weakest.id, name: weakest.name } }),
  };
}
