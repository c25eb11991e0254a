import type { Judged } from './practised.ts';

/** Pitfalls by id. */
export interface PitfallsSeen {
  /** Found earlier, and not in the newest answer. */
  readonly gone: readonly string[];
  /** Found in the newest answer. */
  readonly there: readonly string[];
}

/**
 * Which pitfalls are gone and which are still there, by the critic that judged last: what another one, or another version
 * of it, found or did not find says nothing of that. `judged`: oldest first.
 */
export function pitfallsSeen(
  judged: readonly Pick<Judged, 'critic' | 'version' | 'pitfalls'>[],
): PitfallsSeen {
  const newest = judged.at(-1);
  if (newest === undefined) return { gone: [], there: [] };
  const earlier = judged
    .slice(0, -1)
    .filter(({ critic, version }) => critic === newest.critic && version === newest.version)
    .flatMap(({ pitfalls }) => pitfalls);
  const there = new Set(newest.pitfalls);
  return { gone: [...new Set(earlier)].filter((id) => !there.has(id)), there: [...there] };
}
