import { readdirSync, readFileSync } from 'node:fs';

/** Sessions as they were stored. They are never written again: a new version adds files of its own. */
const FROZEN = new URL('./frozen/', import.meta.url);

/** The files that hold one session each. */
export const samples: readonly string[] = readdirSync(FROZEN).filter((name) => name.startsWith('session-'));

/** The one session of a file. */
export function frozenState(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FROZEN), 'utf8'));
}

/**
 * Sessions in every stage, one a line. `released-1`: of the first version with a dialog, left by any sequence of its
 * events. `dialog-1`: with three doors, doubts, carried words, improvements, runs aloud and shelter.
 * `chat-1`: moved to a new place; told once more where it stands, with messages that were edited.
 * `places-1`: one that may be opened in several ways. `shares-1`: one that was shared, with a finding set aside and taken back.
 * `wishes-1`: met in words of despair; left with a wish for another place and job. `models-1`: told of a language model, at
 * the door; read with it; read offline in its place, by somebody who does without since.
 */
export function frozenStates(
  file: 'released-1' | 'dialog-1' | 'chat-1' | 'places-1' | 'shares-1' | 'wishes-1' | 'models-1',
): unknown[] {
  return readFileSync(new URL(`${file}.jsonl`, FROZEN), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
