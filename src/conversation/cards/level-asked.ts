import { type Block, type Menu, menu, text } from '../../card/card.ts';
import type { Critique } from '../../critique/critique.ts';
import { SENIORITIES, type Seniority } from '../../guide/seniority.ts';
import { changes } from '../changes.ts';
import { toldFor } from '../purpose.ts';
import type { Session } from '../session.ts';

export const LEVEL_WORDS: Readonly<Record<Seniority, string>> = {
  student: 'still studying',
  early: 'in your first years',
  experienced: 'some years in',
  leading: 'leading people',
};

/** How far along the person is, to be picked. */
export function levelOptions(): Menu['options'] {
  return SENIORITIES.map((level) => ({
    action: `settings:level-${level}`,
    label: `I am ${LEVEL_WORDS[level].replace('your', 'my')}`,
  }));
}

/** Whether the story is called small, so that it matters how far along somebody is. */
export function looksSmall(judged: Pick<Session, 'setAside'>, critique: Critique): boolean {
  return changes(judged, critique)[0]?.rule === 'trivial';
}

/**
 * Asked where it matters and once: a story looks small, and neither the role nor the person has said how far along they
 * are. For a student it may have been all they were trusted with.
 */
export function levelAsked(
  judged: Pick<Session, 'purpose' | 'manner' | 'setAside'>,
  critique: Critique,
): Block[] {
  // A text that was judged without a practice has nobody to ask.
  if (judged.purpose === undefined) return [];
  if (!looksSmall(judged, critique) || toldFor(judged).seniority !== undefined) return [];
  return [
    text('How small it is depends on where you stand. ', {
      typed: 'Type settings level student, early, experienced or leading, and I look again.',
      pressed: 'Tell me, and I look again.',
    }),
    ...menu('I am …', levelOptions()),
  ];
}
