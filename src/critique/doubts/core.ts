import type { CoreRequirement } from '../../guide/roles/family.ts';
import { roleFamilyOf } from '../../guide/roles.ts';
import type { ParsedText } from '../parsed-text.ts';
import { type CoreFailure, coreFailure, honesty } from '../signals/core-skill.ts';
import { shortSpan } from './finder.ts';

/** The words that tell a lack of what the role cannot do without; none where nothing is known of its core. */
export function core(
  text: ParsedText,
  role: string | undefined,
  named: string | undefined,
): CoreFailure | undefined {
  const known = role === undefined ? [] : (roleFamilyOf(role)?.core ?? []);
  const own = named === undefined ? [] : requirementsFrom(named);
  const all = [...own, ...known];
  const found = all.length === 0 ? undefined : coreFailure(text, [...all, honesty]);
  return found === undefined ? undefined : { ...found, span: shortSpan(found.span) };
}

const COMMON = new Set(
  'with that this have very well good being able work working people person under about from most needs need must should can skill skills ability knowing know always never great really lots much more their your the and for'.split(
    ' ',
  ),
);

/** What the person named as their role's core, as something one may lack: "patience with dogs". */
function requirementsFrom(named: string): CoreRequirement[] {
  const words = named
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}{4,30}/gu);
  const stems = [...new Set(words ?? [])]
    .filter((word) => !COMMON.has(word))
    .slice(0, 6)
    .map(stemOf);
  if (stems.length === 0) return [];
  const skill = stems.join('|');
  return [
    {
      name: named.trim().replace(/\s+/gu, ' '),
      skill,
      lapse: `(?:lose|lost|losing|lack|lacked|lacking|have no|had no|not enough|run out of|ran out of|ignore|ignored|neglect|neglected|forget|forgot) (?:\\p{L}+ ){0,2}(?:${skill})`,
    },
  ];
}

/** "organising" and "organised" are the same skill. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ity|ness|ing|ed|s)$/u, '');
  return stem.length >= 4 ? `${stem}\\p{L}{0,4}` : word;
}
