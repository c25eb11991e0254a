import type { Guide } from '../guide/guide.ts';
import type { Critique } from './critique.ts';

/** A step or a pitfall as programs know it: `immediate_actions` of `immediate-actions`. */
export function publicName(id: string): string {
  return id.replaceAll('-', '_');
}

/** The pitfalls of a critique as programs know them: those that were found, and the length as a fact. Sorted. */
export function pitfallNames(critique: Critique, guide: Guide): string[] {
  const ids = new Set(guide.pitfalls.map((pitfall) => pitfall.id));
  const found = critique.findings.map((finding) => finding.rule).filter((rule) => ids.has(rule));
  const { length } = critique;
  const long = length?.is === 'long' ? ['too-long'] : [];
  const short = length?.is === 'short' ? ['too-short'] : [];
  return [...new Set([...found, ...long, ...short])].map(publicName).sort();
}
