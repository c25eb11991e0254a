import { toldFor } from '../conversation/purpose.ts';
import { activeStage, type Session } from '../conversation/session.ts';
import type { Critic, CriticInput } from '../critique/critic.ts';
import { JudgementSchema } from '../critique/critique.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson, type PersonRow } from '../store/people.ts';
import { frozenDraft, practiceById } from '../store/practices.ts';
import type { PersonRef } from '../who/person.ts';
import { parsePlaceKey } from '../who/place.ts';
import type { Coach } from './coach.ts';
import { guideOf } from './decide.ts';
import { mayRead } from './house-model.ts';
import { pastPractices } from './past-practices.ts';

export interface JudgeParts {
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly catalog: Catalog;
  readonly critic: Critic;
  /** The critic with the language model: for those who were told where their words go with it, and do not do without. */
  readonly model?: { readonly of: string; readonly critic: Critic } | undefined;
  readonly coach: Pick<Coach, 'handle'>;
}

/** Which draft a critique is asked for. */
export interface Asked {
  readonly person: PersonRef;
  readonly sessionId: string;
  readonly draftNo: number;
}

/**
 * Reads the frozen draft, has it judged, and tells the coach. A practice that is gone, or has moved on to another
 * draft, is no fault: nothing happens. Running it twice stores one critique.
 */
export async function judge(parts: JudgeParts, asked: Asked, signal: AbortSignal): Promise<void> {
  const person = await findPerson(parts.db, parts.ring, asked.person);
  if (person === undefined) return;
  const practice = await practiceById(parts.db, person, asked.sessionId);
  if (
    practice === undefined ||
    activeStage(practice.session)?.at !== 'critiquing' ||
    practice.session.drafts !== asked.draftNo
  )
    return;
  const draft = await frozenDraft(parts.db, person, asked.sessionId, asked.draftNo);
  if (draft === undefined) return;
  signal.throwIfAborted();
  const { session } = practice;
  const guide = guideOf(session, parts.catalog);
  const { role, seniority } = toldFor(session);
  const setAside = session.setAside.map(({ id }) => id);
  const isFresh = session.freshDraft !== undefined && session.freshDraft <= asked.draftNo;
  const before = isFresh ? undefined : await draftBefore(parts, person, session);
  // Read before a model is asked: what fails here must not send an answer out twice.
  const past = await pastPractices(parts.db, person);
  signal.throwIfAborted();
  const judgement = JudgementSchema.parse(
    await criticFor(parts, person)(
      { draft, role, seniority, guide, setAside, before, asked: session.followed ?? [] },
      signal,
    ),
  );
  await parts.coach.handle({
    id: `critique-${asked.sessionId}-${asked.draftNo}`,
    person: asked.person,
    place: parsePlaceKey(practice.place),
    what: { type: 'critiqueReady', sessionId: asked.sessionId, draftNo: asked.draftNo, judgement, past },
  });
}

function criticFor({ critic, model }: JudgeParts, { reader }: PersonRow): Critic {
  return model !== undefined && mayRead(reader, model.of) ? model.critic : critic;
}

/** The draft that was judged last, with its critique: steps whose words did not change keep their rating. */
async function draftBefore(
  parts: JudgeParts,
  person: PersonRow,
  { id, critique }: Session,
): Promise<CriticInput['before']> {
  if (critique === undefined) return undefined;
  const draft = await frozenDraft(parts.db, person, id, critique.draftNo);
  return draft === undefined ? undefined : { draft, critique: critique.critique };
}

/** The last try failed: the conversation goes back to the draft and says how to try again. */
export async function giveUpJudging(parts: JudgeParts, asked: Asked, code: string): Promise<void> {
  const person = await findPerson(parts.db, parts.ring, asked.person);
  const practice = person === undefined ? undefined : await practiceById(parts.db, person, asked.sessionId);
  if (practice === undefined) return;
  await parts.coach.handle({
    id: `critique-failed-${asked.sessionId}-${asked.draftNo}`,
    person: asked.person,
    place: parsePlaceKey(practice.place),
    what: { type: 'critiqueFailed', sessionId: asked.sessionId, draftNo: asked.draftNo, code },
  });
}
