import { type Button, menu, text } from '../../card/card.ts';
import type { CardDraft } from '../turn.ts';

/** Before everything is deleted (`how`: what is typed for it where the card is seen): what goes, what cannot be taken back, and the way out. */
export function eraseCard(
  asks: CardDraft['asks'] = 'nothing',
  how = { copy: 'type export', goOn: 'type: delete everything' },
): CardDraft {
  const buttons: Button[] = [
    { action: 'erase-yes', word: 'delete everything', label: 'Delete everything', style: 'danger' },
    { action: 'erase-no', word: 'keep my data', label: 'Keep it' },
  ];
  return {
    blocks: [
      text(
        `This deletes all I hold about you: every practice, draft, rating, reminder and setting. It cannot be taken back. `,
        { typed: `To have a copy first, ${how.copy}.`, pressed: 'You can have a copy first.' },
      ),
      ...menu('A copy first', [{ action: 'export', label: 'A copy first' }]),
      text({ typed: `To go ahead, ${how.goOn}`, pressed: '' }),
    ],
    buttons,
    asks,
  };
}

/** What was held, in numbers. */
export interface Erased {
  readonly practices: number;
  readonly drafts: number;
  readonly runs: number;
  readonly hasPlan: boolean;
}

/** After it: what is gone, and what is not the coach's to delete. */
export function erasedCard(erased: Erased): CardDraft {
  return {
    blocks: [
      text(`Deleted: all I held about you. ${inNumbers(erased)}`),
      text('My own messages here go too, where there are any; that takes a minute or two.'),
      text('What remains: the messages you wrote yourself, and what you chose to share with others.'),
    ],
    buttons: [],
    asks: 'nothing',
  };
}

function inNumbers({ practices, drafts, runs, hasPlan }: Erased): string {
  const of = (n: number, what: string) => (n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`]);
  const parts = [
    ...of(practices, 'practice'),
    ...of(drafts, 'draft'),
    ...of(runs, 'run'),
    ...(hasPlan ? ['your reminders'] : []),
    'your settings',
  ];
  const last = parts.pop();
  return `That was: ${parts.length === 0 ? '' : `${parts.join(', ')} and `}${last}.`;
}
