import { type Guide, stepOf } from '../guide/guide.ts';
import type { Finding } from './critique.ts';
import { missingRule } from './judge-steps.ts';
import { signalNamed } from './signals/catalog.ts';

/**
 * What the coach looked for, and where, in a sentence or two: for `explain`. Of a rule the guide does not know (a
 * language model's) it is the finding's own reason.
 */
export function explained(finding: Finding, guide: Guide): string {
  const pitfall = guide.pitfalls.find((one) => one.id === finding.rule);
  if (pitfall !== undefined)
    return `${signalNamed(pitfall.signal).explains} Here it is in the words I quote.`;
  for (const step of guide.steps) {
    const use = step.signals.find((one) => missingRule(step.id, one.signal) === finding.rule);
    if (use === undefined) continue;
    const { explains } = signalNamed(use.signal);
    return 'span' in finding.at
      ? `${explains} Your words come near it, and could say more.`
      : `${explains} I have not heard it yet, in "${stepOf(guide, step.id).name}" or next to it.`;
  }
  return finding.why;
}
