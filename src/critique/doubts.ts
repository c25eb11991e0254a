import type { DoubtKind, Guide } from '../guide/guide.ts';
import { namesJob, roleFamilyOf } from '../guide/roles.ts';
import type { Seniority } from '../guide/seniority.ts';
import { catastrophic } from './doubts/catastrophic.ts';
import { confidential } from './doubts/confidential.ts';
import { core } from './doubts/core.ts';
import type { DoubtFinder } from './doubts/finder.ts';
import { privateLife } from './doubts/private.ts';
import { fakeFailure, trivial } from './doubts/trivial.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Doubt } from './reading.ts';

/** What is known of the one who tells it, besides the words. */
export interface ToldFor {
  /** The role as it was named. */
  readonly role?: string | undefined;
  /** What the person said that role needs most, where it is none we know. */
  readonly core?: string | undefined;
  /** How far along they are. */
  readonly seniority?: Seniority | undefined;
}

/**
 * What may speak against choosing this story, in the guide's order, a role we do not know last. Each doubt but that
 * one carries the words that raise it, verbatim. Rather none than a wrong one: it stands between a nervous person
 * and a good story.
 */
export function doubtsIn(text: ParsedText, guide: Guide, about: ToldFor): readonly Doubt[] {
  const kinds = guide.doubts.map((doubt) => doubt.kind);
  const found = kinds.flatMap((kind) => (kind === 'unknown-role' ? [] : doubtOf(kind, text, about)));
  return kinds.includes('unknown-role') && isUnknown(about) ? [...found, { kind: 'unknown-role' }] : found;
}

function doubtOf(kind: Exclude<DoubtKind, 'unknown-role'>, text: ParsedText, told: ToldFor): Doubt[] {
  if (kind !== 'core') {
    // For somebody who has just begun, what is small to others may have been all they were trusted with.
    const isNew = told.seniority === 'student' || told.seniority === 'early';
    const finder = kind === 'trivial' && isNew ? fakeFailure : FINDERS[kind];
    const about = finder(text);
    return about === undefined ? [] : [{ kind, about }];
  }
  const failure = core(text, told.role, told.core);
  return failure === undefined ? [] : [{ kind, about: failure.span, core: failure.requirement.name }];
}

const FINDERS: Record<Exclude<DoubtKind, 'unknown-role' | 'core'>, DoubtFinder> = {
  confidential,
  catastrophic,
  trivial,
  private: privateLife,
};

function isUnknown({ role, core: named }: ToldFor): boolean {
  const hasCore = named !== undefined && named.trim() !== '';
  return role !== undefined && namesJob(role) && roleFamilyOf(role) === undefined && !hasCore;
}
