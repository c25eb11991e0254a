import { isActive, type Session } from '../conversation/session.ts';
import { seal } from './keyring.ts';
import { sessionSeal } from './names.ts';
import type { Run } from './pipelined.ts';
import type { TurnPerson } from './turn-person.ts';

/**
 * As much of a stage as rows are looked for by. The rest stays sealed: that a story was met as a hard one is nobody's
 * to read in a dump.
 */
function stageInClear({ stage }: Session): 'open' | 'critiquing' | 'paused' | 'done' {
  return stage.at === 'critiquing' || stage.at === 'paused' || stage.at === 'done' ? stage.at : 'open';
}

function valuesOf(person: TurnPerson, session: Session, now: Date): unknown[] {
  const state = seal(person.dataKey, JSON.stringify(session), sessionSeal(session.id));
  return [session.id, stageInClear(session), isActive(session), session.v, state, session.turn, now];
}

/** Writes the new state of a practice that the turn had loaded. */
export function updateSession(run: Run, person: TurnPerson, session: Session, now: Date): void {
  run(
    'turn-session-update',
    'UPDATE sessions SET stage = $2, active = $3, v = $4, state = $5, turn = $6, updated_at = $7 WHERE id = $1',
    valuesOf(person, session, now),
  );
}

/** Writes a practice that this turn began, and its story where that is new too. It gets the person's next number. */
export function insertSession(
  run: Run,
  person: TurnPerson,
  session: Session,
  place: string,
  now: Date,
): void {
  run(
    'turn-story-insert',
    'INSERT INTO stories (id, installation_id, person_id, guide_id, guide_version) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [session.storyId, person.installationId, person.id, session.guide.id, session.guide.version],
  );
  run(
    'turn-session-insert',
    `INSERT INTO sessions (id, stage, active, v, state, turn, created_at, updated_at, installation_id, person_id, story_id, place, number)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11,
       (SELECT coalesce(max(number), 0) + 1 FROM sessions WHERE person_id = $9))`,
    [...valuesOf(person, session, now), person.installationId, person.id, session.storyId, place],
  );
}
