import { cleanText, comparable } from '../../../src/text/clean.ts';
import { LONGEST_ROLE } from './commands.ts';
import { JOB_NAMES } from './job-names.ts';

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST_CHOICES = 25;

/**
 * Pure. Jobs that fit what was typed so far, best first; before them what was typed itself, where it is none of them:
 * a name of one's own is never replaced by one of ours. With nothing typed, common jobs.
 */
export function roleChoices(typed: string): readonly Choice[] {
  const own = ownOf(typed);
  const wanted = comparable(own);
  if (wanted === '') return JOB_NAMES.slice(0, MOST_CHOICES).map(choice);
  const fitting = JOB_NAMES.map((name) => ({ name, rank: rankOf(comparable(name), wanted) }))
    .filter(({ rank }) => rank < NO_FIT)
    .sort((one, other) => one.rank - other.rank)
    .map(({ name }) => name);
  const isOneOfThem = fitting.some((name) => comparable(name) === wanted);
  return (isOneOfThem ? fitting : [own, ...fitting]).slice(0, MOST_CHOICES).map(choice);
}

const choice = (name: string): Choice => ({ name, value: name });

/** One line, and no longer than Discord takes in a choice; the option itself takes no more either. */
function ownOf(typed: string): string {
  const line = cleanText(typed).replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST_ROLE) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(line)) {
    if (kept.length + segment.length > LONGEST_ROLE) break;
    kept += segment;
  }
  return kept.trimEnd();
}

const NO_FIT = 4;

/** 0: the very name. 1: it begins so. 2: each word typed begins one of its words. 3: it stands somewhere inside. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const words = name.split(/[\s-]/);
  if (wanted.split(/[\s-]/).every((part) => words.some((one) => one.startsWith(part)))) return 2;
  return name.includes(wanted) ? 3 : NO_FIT;
}
