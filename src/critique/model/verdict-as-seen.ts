import type { Guide } from '../../guide/guide.ts';
import type { Critique } from '../critique.ts';
import type { Weighed } from '../find-findings.ts';
import type { JudgedStep } from '../judge-steps.ts';
import { signalNamed } from '../signals/catalog.ts';
import { TO_FIX, thingsToFix } from '../things-to-fix.ts';
import {
  anotherStoryLine,
  HIDDEN_PART,
  MOSTLY_UNTOLD,
  OWN_PART_FIRST,
  READY,
  weakLine,
} from '../verdict-lines.ts';
import type { Seen } from './seen.ts';

/** What a pitfall takes off the overall, and what it leaves at most where it spoils the story. */
const PITFALL_COST = 0.1;
const SPOILED = 0.3;

/** A story these are found in cannot be told at all; … */
const BARRED = new Set(['no-failure', 'personal-catastrophe', 'trivial']);
/** … one these are found in may be told another way. */
const SPOILING = new Set([
  'others-mistakes',
  'defensive-or-blaming',
  'too-emotional',
  'core-skill',
  'no-growth',
]);
const BLAME = new Set(['others-mistakes', 'defensive-or-blaming']);

type Verdict = Pick<Critique, 'overall' | 'verdict' | 'line'>;

/**
 * The verdict, which is no sum of boxes. No failure, a fake one, blame as the main line, a lapse that makes a listener
 * doubt the person in this very job, or a catastrophe: bad, whatever the steps say. Good needs the failure told with an
 * own part, and of the lesson and what came since one clear and the other there.
 */
export function verdictAsSeen(
  guide: Guide,
  judged: readonly JudgedStep[],
  findings: readonly Weighed[],
  seen: Seen,
): Verdict {
  const pitfallIds = new Set(guide.pitfalls.map((pitfall) => pitfall.id));
  const pitfalls = findings.filter(({ finding }) => pitfallIds.has(finding.rule));
  const has = (ids: ReadonlySet<string>) => pitfalls.some(({ finding }) => ids.has(finding.rule));
  const score = (id: string) => judged.find((one) => one.step.id === id)?.judgement.score ?? 0;
  const [failure, lesson, growth] = [score('failure'), score('reflections'), score('growth-evidence')];
  const isBlameFirst = has(BLAME) && failure < 2;
  const isBad =
    has(BARRED) || isBlameFirst || failure === 0 || (has(new Set(['core-skill'])) && growth === 0);
  const isGood = !isBad && !has(SPOILING) && failure === 2 && lesson + growth >= 3;
  const overall = overallOf(judged, pitfalls.length, isBad, seen);
  const another = pitfalls
    .map(({ signal }) => signalNamed(signal).anotherStory)
    .find((why) => why !== undefined);
  if (isBad) return { overall, verdict: 'bad', line: badLine(judged, another, isBlameFirst) };
  const heavy = findings.filter(({ weight }) => weight >= TO_FIX);
  const things = thingsToFix(judged, heavy);
  if (!isGood) return { overall, verdict: 'weak', line: weakLineFor(judged, things) };
  return { overall, verdict: 'good', line: things === 0 ? READY : weakLine(things) };
}

function badLine(judged: readonly JudgedStep[], another: string | undefined, isBlameFirst: boolean): string {
  if (another !== undefined) {
    const isClear = judged.every((one) => one.judgement.score === 2);
    return anotherStoryLine(another, isClear);
  }
  return isBlameFirst ? OWN_PART_FIRST : MOSTLY_UNTOLD;
}

function weakLineFor(judged: readonly JudgedStep[], things: number): string {
  const of = (id: string) => judged.find((one) => one.step.id === id)?.judgement;
  const failure = of('failure');
  const isHidden = (failure?.score ?? 0) < 2 && failure?.missing.includes('own-part') === true;
  if (isHidden) return HIDDEN_PART;
  const ending = (of('reflections')?.score ?? 0) + (of('growth-evidence')?.score ?? 0);
  return ending === 0 ? 'Right story. It still needs its ending.' : weakLine(things);
}

/** Between 0 and 1: the steps' mean, less what pitfalls take off, beside how likely a coach calls the whole good. */
function overallOf(judged: readonly JudgedStep[], pitfalls: number, isBad: boolean, seen: Seen): number {
  const mean = judged.reduce((sum, one) => sum + one.judgement.score, 0) / (2 * judged.length);
  const value = 0.6 * mean + 0.4 * seen.good - PITFALL_COST * pitfalls;
  return Math.round(Math.min(isBad ? SPOILED : 1, Math.max(0, value)) * 100) / 100;
}
