import type { Score } from '../critique/critique.ts';
import type { Guide } from '../guide/guide.ts';
import { joined } from './part.ts';
import { activeStage, type Session } from './session.ts';

/**
 * What a practice came to, with nothing in it that belongs to a platform or to one run: no ids, stamps or turns.
 * The same script leaves the same summary everywhere.
 */
export interface Summary {
  readonly guide: string;
  readonly door: string | undefined;
  /** The role as it was named, or the kind of purpose. */
  readonly purpose: string | undefined;
  /** "asking failure", "paused asking failure", "done". */
  readonly stage: string;
  readonly failure: string;
  /** The text of every step that has one, by step id. */
  readonly answers: Readonly<Record<string, string>>;
  readonly skipped: readonly string[];
  /** What rewrites replaced, oldest first. */
  readonly replaced: readonly { readonly step: string; readonly text: string }[];
  readonly notes: readonly string[];
  readonly drafts: number;
  readonly critique: CritiqueSummary | undefined;
}

interface CritiqueSummary {
  readonly draftNo: number;
  readonly scores: Readonly<Record<string, Score>>;
  /** The rules of the findings, the first to change first. */
  readonly rules: readonly string[];
  readonly outdated: boolean;
}

/** The summary of a practice of this guide, for comparing practices that came about in different places. */
export function summary(session: Session, guide: Guide): Summary {
  const { purpose } = session;
  const texts = guide.steps.map(({ id }) => [id, joined(session.answers[id] ?? [])] as const);
  return {
    guide: `${session.guide.id} ${session.guide.version}`,
    door: session.door,
    purpose: purpose?.kind === 'role' ? purpose.name : purpose?.kind,
    stage: stageInWords(session),
    failure: joined(session.failure),
    answers: Object.fromEntries(texts.filter(([, text]) => text !== '')),
    skipped: guide.steps.map(({ id }) => id).filter((id) => session.skipped.includes(id)),
    replaced: session.replaced.map(({ step, parts }) => ({ step, text: joined(parts) })),
    notes: session.notes.map((part) => part.text),
    drafts: session.drafts,
    critique: critiqueOf(session, guide),
  };
}

function stageInWords(session: Session): string {
  const stage = activeStage(session);
  if (stage === undefined) return session.stage.at;
  const open = stage.at === 'asking' ? `asking ${stage.step}` : stage.at;
  return session.stage.at === 'paused' ? `paused ${open}` : open;
}

function critiqueOf(session: Session, guide: Guide): CritiqueSummary | undefined {
  if (session.critique === undefined) return undefined;
  const { draftNo, critique, outdated } = session.critique;
  const scores = guide.steps.map(({ id }) => [id, critique.steps[id]?.score ?? 0] as const);
  const findings = [...critique.findings].sort((a, b) => a.rank - b.rank);
  return {
    draftNo,
    scores: Object.fromEntries(scores),
    rules: findings.map((finding) => finding.rule),
    outdated,
  };
}
