import type { Values } from './render/team-modal.ts';

/** What was filled in and not taken: it stands in the form when that is opened again. */
export interface TeamDrafts {
  of(userId: string, action: string): Values;
  keep(userId: string, action: string, values: Values): void;
  drop(userId: string, action: string): void;
}

/** As long as the answer lives that says what is missing. */
const KEPT_MS = 15 * 60_000;
const MOST = 1_000;

/** In memory only: these are a person's words, and they have them beside it as well. `now`: milliseconds since 1970. */
export function createTeamDrafts(now: () => number): TeamDrafts {
  const drafts = new Map<string, { readonly values: Values; readonly at: number }>();
  const keyOf = (userId: string, action: string) => `${userId} ${action}`;

  function tidy(): void {
    for (const [key, { at }] of drafts) if (now() - at >= KEPT_MS) drafts.delete(key);
    const [oldest] = drafts.keys();
    if (drafts.size > MOST && oldest !== undefined) drafts.delete(oldest);
  }

  return {
    of(userId, action) {
      tidy();
      return drafts.get(keyOf(userId, action))?.values ?? {};
    },
    keep(userId, action, values) {
      drafts.delete(keyOf(userId, action));
      drafts.set(keyOf(userId, action), { values, at: now() });
      tidy();
    },
    drop(userId, action) {
      drafts.delete(keyOf(userId, action));
    },
  };
}
