import { expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { progressView } from '../../src/coach/progress-view.ts';
import { begin } from '../../src/conversation/begin.ts';
import { FIRST_MANNER } from '../../src/conversation/session.ts';
import { CritiqueSchema, type Score } from '../../src/critique/critique.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { StoredAttempt } from '../../src/store/attempts.ts';
import type { Practice } from '../../src/store/practices.ts';
import { guide, scores, stepIds } from './practised.ts';

const AT = '2027-03-01T09:00:00.000Z';

function attempt(draftNo: number, read: readonly Score[] | undefined, own?: readonly Score[]): StoredAttempt {
  const createdAt = new Date(AT);
  return {
    kind: 'written',
    draftNo,
    draft: { text: 'I agreed a room by phone.', steps: [] } as unknown as StoredAttempt['draft'],
    createdAt,
    critiques: read === undefined ? [] : [{ critique: critiqueOf(read), createdAt }],
    ...(own === undefined ? {} : { ownRating: { steps: scores(...own) } }),
  };
}

function critiqueOf(read: readonly Score[]) {
  const steps = stepIds.map((id, at) => [id, { score: read[at] ?? 0, evidence: [], found: [], missing: [] }]);
  return CritiqueSchema.parse({
    v: 1,
    critic: 'rubric',
    version: 'rubric-5',
    steps: Object.fromEntries(steps),
    findings: [],
    keep: [],
    next: { question: 'Why by phone?' },
    overall: 0.6,
    verdict: 'weak',
    line: 'Right story, one thing to fix.',
    length: { words: 120, seconds: 55, is: 'short' },
    notes: [],
  });
}

function practised(...attempts: readonly StoredAttempt[]): string {
  const beginning = { readers: '', manner: FIRST_MANNER, isFirst: false };
  const [session] = begin({ seed: '0'.repeat(32), at: AT }, guide, beginning).sessions;
  if (session === undefined) throw new Error('no practice');
  const practice: Practice = {
    number: 1,
    storyId: session.storyId,
    session,
    createdAt: new Date(AT),
    updatedAt: new Date(AT),
    attempts,
    runs: [],
  };
  const grounds = {
    practices: [practice],
    pauses: [],
    now: new Date(AT),
    zone: 'UTC',
    numbers: true,
    catalog,
  };
  return fallbackText({ v: 1, blocks: progressView(grounds).blocks, buttons: [], asks: 'nothing' });
}

const EARLY: readonly Score[] = [0, 0, 0, 0, 0];
const LATE: readonly Score[] = [2, 2, 2, 2, 2];

test('the own view of a draft stands beside what was read of that draft', () => {
  expect(practised(attempt(1, EARLY), attempt(2, LATE, LATE))).toContain('your own view');
});

test('the own view of an older draft does not stand beside what was read of a later one', () => {
  expect(practised(attempt(1, EARLY, EARLY), attempt(2, LATE))).not.toContain('your own view');
});

test('nor does that of a draft which is not read yet stand beside the last that was', () => {
  expect(practised(attempt(1, EARLY), attempt(2, undefined, LATE))).not.toContain('your own view');
  expect(practised(attempt(1, EARLY, EARLY), attempt(2, undefined, LATE))).toContain('your own view');
});
