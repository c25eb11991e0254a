import type { Weighed } from './find-findings.ts';
import { inAny, type JudgedStep } from './judge-steps.ts';

/** Below this weight a finding is a polish, not a thing to fix. */
export const TO_FIX = 50;

/**
 * Findings in one stretch of the answer are one thing to a person ("the ending"): two steps side by side
 * count once.
 */
export function thingsToFix(judged: readonly JudgedStep[], findings: readonly Weighed[]): number {
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
