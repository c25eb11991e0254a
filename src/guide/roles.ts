import { businessFamilies } from './roles/business.ts';
import type { RoleFamily } from './roles/family.ts';
import { healthFamilies } from './roles/health.ts';
import { officeFamilies } from './roles/office.ts';
import { peopleFamilies } from './roles/people.ts';
import { serviceFamilies } from './roles/service.ts';
import { softwareFamilies } from './roles/software.ts';
import { tradesFamilies } from './roles/trades.ts';

/** Every family of jobs the coach knows the core of. */
export const roleFamilies: readonly RoleFamily[] = [
  ...healthFamilies,
  ...peopleFamilies,
  ...softwareFamilies,
  ...businessFamilies,
  ...officeFamilies,
  ...serviceFamilies,
  ...tradesFamilies,
];

/** A job's name is a few words; of a longer text the beginning is read. */
const LONGEST_NAME = 120;

/**
 * The family a role belongs to, by its name as people type it; undefined where it is none we know. The longest
 * name that fits decides, of two as long the later one: in English the word that says what one is comes last.
 */
export function roleFamilyOf(role: string): RoleFamily | undefined {
  const name = plain(role);
  return longest(name, (family) => family.titles) ?? longest(name, (family) => family.otherwise ?? []);
}

/**
 * Whether somebody who says what they practise for names a job at all: "a promotion", "just practice" and a study
 * place have no core to ask for.
 */
export function namesJob(role: string): boolean {
  const name = plain(role);
  return /\p{L}{2}/u.test(name) && !NO_JOB.test(name) && !STAGE_ONLY.test(name);
}

const NO_JOB =
  /(?<!\p{L})(?:practi[cs](?:e|ing)|promotion|stud(?:y|ies)|university|uni|college|degree|bachelor'?s?|master'?s?|mba|phd|scholarship|grant|exams?|admissions?|course|internship|any job|a job|new job|next job|first job|no idea|not sure|don'?t know|nothing|none|anything|whatever|myself|fun|visa|no role|no)(?!\p{L})/u;

/** Nothing but a stage of working life: it says how far, not what. */
const STAGE_ONLY =
  /^(?:an? |my |the )?(?:intern|trainee|apprentice|graduate|student|working student|beginner|junior|senior|employee|worker|part-?timer|freelancer|job ?seeker|unemployed|career changer)s?$/u;

function longest(name: string, titlesOf: (family: RoleFamily) => readonly string[]): RoleFamily | undefined {
  let best: RoleFamily | undefined;
  let size = 0;
  let at = -1;
  for (const family of roleFamilies) {
    const titles = titlesOf(family);
    if (titles.length === 0) continue;
    for (const title of titles) {
      for (const match of name.matchAll(patternOf(title))) {
        const { length } = match[0];
        if (length < size || (length === size && match.index <= at)) continue;
        best = family;
        size = length;
        at = match.index;
      }
    }
  }
  return best;
}

const patterns = new Map<string, RegExp>();

/**
 * Some six hundred titles are tried on a name. With Unicode classes that took a third of a second; a range of Latin
 * letters says the same of names in English.
 */
function patternOf(title: string): RegExp {
  const known = patterns.get(title);
  if (known !== undefined) return known;
  const plainTitle = title.replaceAll('\\p{L}', LETTER);
  const made = new RegExp(`(?<!${LETTER_OR_DIGIT})(?:${plainTitle})(?!${LETTER_OR_DIGIT})`, 'g');
  patterns.set(title, made);
  return made;
}

const LETTER = '[a-z\\u00df-\\u024f]';
const LETTER_OR_DIGIT = '[a-z0-9\\u00df-\\u024f]';

/** Lower case, composed, one space between words: "Café  Manager ☕" is "café manager ☕". */
function plain(role: string): string {
  return role
    .slice(0, LONGEST_NAME)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[\s_]+/gu, ' ')
    .trim();
}
