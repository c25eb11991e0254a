import type { Guide } from '../guide/guide.ts';
import type { Critique } from './critique.ts';
import type { Weighed } from './find-findings.ts';
import { choiceSignals } from './guide-signals.ts';
import { HEAVY, type JudgedStep } from './judge-steps.ts';
import type { Seen } from './model/seen.ts';
import { verdictAsSeen } from './model/verdict-as-seen.ts';
import { type Sign, signalNamed } from './signals/catalog.ts';
import { TO_FIX, thingsToFix } from './things-to-fix.ts';
import {
  anotherStoryLine,
  HIDDEN_PART,
  MOSTLY_UNTOLD,
  OWN_PART_FIRST,
  READY,
  weakLine,
} from './verdict-lines.ts';

const PITFALL_COST = 0.1;
const BAD_BELOW = 0.45;

export type Verdict = Pick<Critique, 'overall' | 'verdict' | 'line'>;

/**
 * The verdict: the steps' mean, less a tenth a pitfall, and one line that says what to do next. A story that misses
 * one of the guide's criteria for a choice keeps its verdict, since it may be well told; the line says so.
 */
export function verdictOf(
  guide: Guide,
  judged: readonly JudgedStep[],
  findings: readonly Weighed[],
  signs: ReadonlyMap<string, Sign>,
  seen?: Seen,
): Verdict {
  const told =
    seen === undefined
      ? verdictAsTold(guide, judged, findings)
      : verdictAsSeen(guide, judged, findings, seen);
  const why = choiceSignals(guide)
    .filter((name) => (signs.get(name)?.found.length ?? 0) > 0)
    .map((name) => signalNamed(name).anotherStory)
    .find((reason) => reason !== undefined);
  if (why === undefined) return told;
  return { ...told, line: anotherStoryLine(why, told.verdict === 'good') };
}

function verdictAsTold(guide: Guide, judged: readonly JudgedStep[], findings: readonly Weighed[]): Verdict {
  const pitfallIds = new Set(guide.pitfalls.map((pitfall) => pitfall.id));
  const pitfalls = findings.filter(({ finding }) => pitfallIds.has(finding.rule));
  const mean = judged.reduce((sum, one) => sum + one.judgement.score, 0) / (2 * judged.length);
  const overall = Math.round(Math.min(1, Math.max(0, mean - PITFALL_COST * pitfalls.length)) * 100) / 100;

  const another = pitfalls
    .map(({ signal }) => signalNamed(signal).anotherStory)
    .find((why) => why !== undefined);
  if (another !== undefined) {
    const isClear = judged.every((one) => one.judgement.score === 2);
    return { overall, verdict: 'bad', line: anotherStoryLine(another, isClear) };
  }
  const untold = findings.some(({ finding, weight }) => 'missingIn' in finding.at && weight >= HEAVY);
  const elsewhere = pitfalls.some(({ weight }) => weight >= HEAVY);
  if (elsewhere && untold) {
    return { overall, verdict: 'bad', line: OWN_PART_FIRST };
  }
  if (overall < BAD_BELOW) {
    return { overall, verdict: 'bad', line: MOSTLY_UNTOLD };
  }
  const heavy = findings.filter(({ weight }) => weight >= TO_FIX);
  if (heavy.length === 0) return { overall, verdict: 'good', line: READY };
  const things = thingsToFix(judged, heavy);
  return {
    overall,
    verdict: 'weak',
    line: untold ? HIDDEN_PART : weakLine(things),
  };
}
