import type { Run } from './pipelined.ts';
import type { TurnPerson } from './turn-person.ts';

/**
 * Deletes one practice of the person and what hangs on it. Drafts, runs and scorecards go with their session, the
 * story with the last of its practices. What was to be shown, judged or rung for it is called off, whatever its
 * state: this turn's own effects are put in after it. Ids of events that name the practice go as well: it is gone,
 * so the same event again finds nothing.
 */
export function forget(run: Run, person: TurnPerson, sessionId: string): void {
  const which = [person.id, sessionId];
  run('turn-forget-session', SESSION_AND_STORY, which);
  run('turn-forget-wakes', 'DELETE FROM wakes WHERE person_id = $1 AND aggregate = $2', which);
  run(
    'turn-forget-outbox',
    `DELETE FROM outbox WHERE person_id = $1 AND starts_with(key, 'e-' || $2 || '-')`,
    which,
  );
  run(
    'turn-forget-events',
    'DELETE FROM seen_events WHERE person_id = $1 AND strpos(event_id, $2) > 0',
    which,
  );
}

/** Both parts see the sessions as they were: the one that goes is left out of those that still need the story. */
const SESSION_AND_STORY = `WITH gone AS (DELETE FROM sessions WHERE person_id = $1 AND id = $2::uuid RETURNING id, story_id)
  DELETE FROM stories s USING gone WHERE s.id = gone.story_id
    AND NOT EXISTS (SELECT 1 FROM sessions o WHERE o.story_id = gone.story_id AND o.id <> gone.id)`;
