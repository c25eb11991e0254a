import { answeredAsWe } from './answered-as-we.ts';
import { bareLesson } from './bare-lesson.ts';
import type { GapFinder } from './gap.ts';
import { lateDiscovery } from './late-discovery.ts';
import { nextOccasion } from './next-occasion.ts';
import { ownDecision } from './own-decision.ts';
import { unheardPerson } from './unheard-person.ts';
import { unsourcedFigure } from './unsourced-figure.ts';

/** Every gap a question can come from, what a listener misses most first. */
export const gapFinders: readonly GapFinder[] = [
  nextOccasion,
  unsourcedFigure,
  answeredAsWe,
  unheardPerson,
  lateDiscovery,
  ownDecision,
  bareLesson,
];
