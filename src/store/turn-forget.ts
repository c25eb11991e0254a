import { parsePlaceKey } from '../who/place.ts';
import { isThread } from './leftovers.ts';
import type { Run } from './pipelined.ts';
import type { TurnPerson } from './turn-person.ts';

/**
 * Deletes one practice of the person and what hangs on it. Drafts, runs and scorecards go with their session, the
 * story with the last of its practices. What the coach posted for it is left to be removed. What was to be shown,
 * judged or rung for it is called off, whatever its state: this turn's own effects are put in after it. Events whose
 * ids name the practice are forgotten as well: it is gone, so the same event again finds nothing.
 * `place`: where the practice stands, as far as the turn knows it.
 */
export function forget(
  run: Run,
  person: TurnPerson,
  sessionId: string,
  { place, now }: { readonly place: string | undefined; readonly now: Date },
): void {
  const which = [person.id, sessionId];
  if (place !== undefined) leavePosted(run, person, sessionId, place, now);
  run('turn-forget-session', SESSION_AND_STORY, which);
  run('turn-forget-wakes', 'DELETE FROM wakes WHERE person_id = $1 AND aggregate = $2', which);
  run(
    'turn-forget-outbox',
    `DELETE FROM outbox WHERE person_id = $1 AND starts_with(key, 'e-' || $2 || '-')`,
    which,
  );
  run('turn-forget-events', 'DELETE FROM seen_events WHERE person_id = $1 AND session_id = $2::uuid', which);
}

/**
 * Of a thread what stands there by now; each message by itself where there is none, and the pointers to a thread. In
 * places that the practice moved out of likewise.
 */
function leavePosted(run: Run, person: TurnPerson, sessionId: string, place: string, now: Date): void {
  const { platform } = person.ref;
  if (platform === 'terminal') return;
  const { channel, thread } = parsePlaceKey(place);
  const which = [person.id, sessionId, person.installationId, platform];
  run('turn-forget-messages', MESSAGES, [...which, now]);
  if (isThread(thread)) run('turn-forget-thread', THREAD, [...which, channel, now, thread, place]);
  run('turn-forget-left', LEFT_BEHIND, [person.id, sessionId, now]);
}

/** A place as it is written down (see `who/place.ts`): ids need no escaping. A thread that is none yet has a name, no number. */
const THREAD_OF = `substring(o.place FROM '^[^/]+/[^/]+/([0-9.]+)$')`;

/** In Discord a thread is a channel of its own. */
const MESSAGES = `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at)
  SELECT $3, $4, coalesce(CASE WHEN $4 = 'discord' THEN ${THREAD_OF} END, split_part(o.place, '/', 2)), r.ref, 'message', $5::timestamptz
  FROM outbox o, unnest(string_to_array(o.ref, ' ')) AS r(ref)
  WHERE o.person_id = $1 AND starts_with(o.key, 'e-' || $2 || '-') AND o.state <> 'dead' AND o.ref <> 'superseded'
    AND (o.kind = 'point' OR (${THREAD_OF} IS NULL AND o.kind IN ('say', 'revise')))`;

/** Another practice in the same thread keeps it: its cards stand there too. */
const THREAD = `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at, before, person_id)
  SELECT $3, $4, $5, $7, 'thread', $6::timestamptz, coalesce((
      -- The platform's own stamp of the practice's newest card, a Slack ts or a snowflake (see who/stamp.ts): its clock and ours differ.
      SELECT to_timestamp(max(CASE WHEN r.ref ~ '[.]' THEN r.ref::numeric ELSE (r.ref::bigint >> 22) / 1000.0 + 1420070400 END)::double precision)
        + interval '1 millisecond'
      FROM outbox o, unnest(string_to_array(o.ref, ' ')) AS r(ref)
      WHERE o.person_id = $1 AND starts_with(o.key, 'e-' || $2 || '-') AND o.kind IN ('say', 'revise') AND o.state = 'done'
        AND r.ref ~ '^([0-9]{9,}[.][0-9]+|[0-9]{17,19})$'
    ), $6::timestamptz), $1
  WHERE NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = $1 AND s.place = $8 AND s.id <> $2::uuid)`;

/** Threads it moved out of. One in which another practice stands, or stood, is kept for as long as that is. */
const LEFT_BEHIND = `UPDATE leftovers l SET next_at = $3, person_id = NULL, session_id = NULL
  WHERE l.person_id = $1 AND l.session_id = $2::uuid AND l.ref <> l.channel
    AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = $1 AND s.id <> $2::uuid
      AND s.place = concat_ws('/', l.platform, l.channel, l.ref))
    AND NOT EXISTS (SELECT 1 FROM leftovers o WHERE o.person_id = $1 AND o.session_id <> l.session_id AND o.ref = l.ref)`;

/** Both parts see the sessions as they were: the one that goes is left out of those that still need the story. */
const SESSION_AND_STORY = `WITH gone AS (DELETE FROM sessions WHERE person_id = $1 AND id = $2::uuid RETURNING id, story_id)
  DELETE FROM stories s USING gone WHERE s.id = gone.story_id
    AND NOT EXISTS (SELECT 1 FROM sessions o WHERE o.story_id = gone.story_id AND o.id <> gone.id)`;
