import type { Effect } from '../conversation/effect.ts';
import type { Session } from '../conversation/session.ts';
import type { OwnRating, Spoken } from './bodies.ts';
import { seal } from './keyring.ts';
import { attemptSeal, idFromName, scorecardSeal } from './names.ts';
import type { Run } from './pipelined.ts';
import type { TurnPerson } from './turn-person.ts';

/** Effects that nobody performs: they are rows, written with the state. */
export type RecordEffect = Extract<
  Effect,
  {
    type:
      | 'freezeDraft'
      | 'storeCritique'
      | 'storeOwnRating'
      | 'dropRatings'
      | 'storeRun'
      | 'setManner'
      | 'countSetAside';
  }
>;

/** Whether an effect is a record only. */
export function isRecord(effect: Effect): effect is RecordEffect {
  return RECORDS.has(effect.type);
}

const RECORDS: ReadonlySet<Effect['type']> = new Set<RecordEffect['type']>([
  'freezeDraft',
  'storeCritique',
  'storeOwnRating',
  'dropRatings',
  'storeRun',
  'setManner',
  'countSetAside',
]);

/** Writes one record of a turn. Without a session, those that hang on one are none. */
export function writeRecord(
  run: Run,
  person: TurnPerson,
  session: Session | undefined,
  effect: RecordEffect,
  now: Date,
): void {
  switch (effect.type) {
    case 'setManner':
      setManner(run, person, effect, now);
      return;
    case 'countSetAside':
      run('turn-set-aside', COUNT_SET_ASIDE, [effect.rule, effect.critic, effect.version]);
      return;
  }
  if (session === undefined) return;
  switch (effect.type) {
    case 'freezeDraft':
      putAttempt(run, person, session, now, {
        kind: 'written',
        no: effect.draftNo,
        body: effect.draft,
        durationSeconds: null,
      });
      return;
    case 'storeRun': {
      const body: Spoken = { seconds: effect.seconds, said: effect.said };
      putAttempt(run, person, session, now, {
        kind: 'spoken',
        no: effect.runNo,
        body,
        durationSeconds: effect.took,
      });
      return;
    }
    case 'dropRatings':
      run(
        'turn-drop-ratings',
        'DELETE FROM scorecards WHERE attempt_id IN (SELECT id FROM attempts WHERE session_id = $1)',
        [session.id],
      );
      return;
    case 'storeCritique': {
      const { critic, version } = effect.critique;
      putScorecard(run, person, session, now, COACHS_STAYS, {
        draftNo: effect.draftNo,
        by: 'coach',
        critic,
        version,
        body: effect.critique,
      });
      return;
    }
    case 'storeOwnRating': {
      const body: OwnRating = {
        ...(effect.weakest === undefined ? {} : { weakest: effect.weakest }),
        ...(effect.steps === undefined ? {} : { steps: effect.steps }),
      };
      putScorecard(run, person, session, now, OWN_IS_REPLACED, {
        draftNo: effect.draftNo,
        by: 'self',
        critic: '',
        version: '',
        body,
      });
    }
  }
}

const COUNT_SET_ASIDE = `INSERT INTO set_asides AS s (rule, critic, critic_version, count) VALUES ($1, $2, $3, 1)
  ON CONFLICT (rule, critic, critic_version) DO UPDATE SET count = s.count + 1`;

/** What is not named stays as it was set. */
function setManner(
  run: Run,
  person: TurnPerson,
  set: Extract<RecordEffect, { type: 'setManner' }>,
  now: Date,
): void {
  run(
    'turn-manner',
    `UPDATE people SET tone = coalesce($2, tone), show_numbers = coalesce($3, show_numbers),
       words_per_minute = coalesce($4, words_per_minute), takes_shares = coalesce($5, takes_shares),
       critic = coalesce($6, critic), notice_of = coalesce($7, notice_of),
       notice_shown_at = CASE WHEN $7::text IS NULL THEN notice_shown_at ELSE $8 END,
       seniority = coalesce($9, seniority) WHERE id = $1`,
    [
      person.id,
      set.tone ?? null,
      set.numbers ?? null,
      set.wordsPerMinute ?? null,
      set.shares ?? null,
      set.model === undefined ? null : set.model.reads ? 'llm' : 'rubric',
      set.model?.of ?? null,
      now,
      set.seniority ?? null,
    ],
  );
}

interface Attempt {
  readonly kind: 'written' | 'spoken';
  /** The draft's number, or the run's. */
  readonly no: number;
  readonly body: unknown;
  readonly durationSeconds: number | null;
}

function putAttempt(run: Run, person: TurnPerson, session: Session, now: Date, attempt: Attempt): void {
  const id = attemptId(session, attempt.kind, attempt.no);
  run(
    'turn-attempt',
    `INSERT INTO attempts (id, installation_id, person_id, session_id, kind, draft_no, body, duration_seconds, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      id,
      person.installationId,
      person.id,
      session.id,
      attempt.kind,
      attempt.no,
      seal(person.dataKey, JSON.stringify(attempt.body), attemptSeal(id)),
      attempt.durationSeconds,
      now,
    ],
  );
}

function attemptId(session: Session, kind: Attempt['kind'], no: number): string {
  return idFromName(`attempt:${session.id}:${kind}:${no}`);
}

interface Scorecard {
  readonly draftNo: number;
  readonly by: 'coach' | 'self';
  readonly critic: string;
  readonly version: string;
  readonly body: unknown;
}

/** What is done about a scorecard of the same draft, by the same judge, that is there already. */
interface Again {
  readonly name: string;
  readonly clause: string;
}
const COACHS_STAYS: Again = { name: 'turn-scorecard', clause: 'DO NOTHING' };
const OWN_IS_REPLACED: Again = {
  name: 'turn-own-rating',
  clause: '(id) DO UPDATE SET body = excluded.body, created_at = excluded.created_at',
};

function putScorecard(
  run: Run,
  person: TurnPerson,
  session: Session,
  now: Date,
  again: Again,
  card: Scorecard,
): void {
  const attempt = attemptId(session, 'written', card.draftNo);
  const id = idFromName(`scorecard:${attempt}:${card.by}:${card.critic}:${card.version}`);
  run(
    again.name,
    `INSERT INTO scorecards (id, installation_id, person_id, attempt_id, by, critic, critic_version, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT ${again.clause}`,
    [
      id,
      person.installationId,
      person.id,
      attempt,
      card.by,
      card.critic,
      card.version,
      seal(person.dataKey, JSON.stringify(card.body), scorecardSeal(id)),
      now,
    ],
  );
}
