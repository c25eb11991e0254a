import type { Guide } from '../guide/guide.ts';
import type { Critique } from './critique.ts';
import type { Weighed } from './find-findings.ts';
import { choiceSignals } from './guide-signals.ts';
import { HEAVY, inAny, type JudgedStep } from './judge-steps.ts';
import { type Sign, signalNamed } from './signals/catalog.ts';

/** Below this weight a finding is a polish, not a thing to fix. */
const TO_FIX = 50;
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
): Verdict {
  const told = verdictAsTold(guide, judged, findings);
  const why = choiceSignals(guide)
    .filter((name) => (signs.get(name)?.found.length ?? 0) > 0)
    .map((name) => signalNamed(name).anotherStory)
    .find((reason) => reason !== undefined);
  if (why === undefined) return told;
  const line =
    told.verdict === 'good'
      ? `Well told. I would still try another story, because ${why}.`
      : `I would try another story, because ${why}.`;
  return { ...told, line };
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
    return { overall, verdict: 'bad', line: `I would try another story, because ${another}.` };
  }
  const untold = findings.some(({ finding, weight }) => 'missingIn' in finding.at && weight >= HEAVY);
  const elsewhere = pitfalls.some(({ weight }) => weight >= HEAVY);
  if (elsewhere && untold) {
    return { overall, verdict: 'bad', line: 'Tell it once more, and begin with your own part.' };
  }
  if (overall < BAD_BELOW) {
    return { overall, verdict: 'bad', line: 'A start. Most of the story is still to come.' };
  }
  const heavy = findings.filter(({ weight }) => weight >= TO_FIX);
  if (heavy.length === 0) return { overall, verdict: 'good', line: 'Ready to say aloud.' };
  const things = thingsToFix(judged, heavy);
  return {
    overall,
    verdict: 'weak',
    line: untold ? 'A real start. I do not hear yet which part was yours.' : weakLine(things),
  };
}

function weakLine(things: number): string {
  if (things === 1) return 'Right story, one thing to fix.';
  return things === 2 ? 'Right story, two things to fix.' : 'Right story, a few things to fix.';
}

/**
 * Findings in one stretch of the answer are one thing to a person ("the ending"): two steps side by side
 * count once.
 */
function thingsToFix(judged: readonly JudgedStep[], findings: readonly Weighed[]): number {
  const places = new Set<number>();
  let elsewhere = 0;
  for (const { finding } of findings) {
    const at = finding.at;
    const place =
      'missingIn' in at
        ? judged.findIndex((one) => one.step.id === at.missingIn)
        : judged.findIndex((one) => finding.rule.startsWith(`${one.step.id}.`) || inAny(at.span, one.own));
    if (place < 0) elsewhere += 1;
    else places.add(place);
  }
  let things = elsewhere;
  for (let at = 0; at < judged.length; at += 1) {
    if (!places.has(at)) continue;
    things += 1;
    if (places.has(at + 1)) at += 1;
  }
  return things;
}
