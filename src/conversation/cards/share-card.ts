import { type Block, quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { draftOf } from '../draft-of.ts';
import { isSheltered, type Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { critiqueScreen, judgedOf } from './critique-cards.ts';

/** What is pressed by somebody who wants to be shown no more answers of others. */
export const NO_SHARES = 'settings:shares-off';

/**
 * What somebody else is shown of a practice, the same in the preview and in what is sent: who sent it and what it is, the
 * answer, and what the coach said of it where that still fits the text. Undefined where nothing is written, or where the
 * story is not to be quoted.
 */
export function shareCard(session: Session, guide: Guide, fromName: string): CardDraft | undefined {
  const draft = draftOf(session, guide).text;
  if (isSheltered(session) || draft.trim() === '') return undefined;
  const made = session.critique;
  const screen =
    made === undefined || made.outdated
      ? undefined
      : // How somebody felt about it beforehand is theirs, and nobody else is asked about them.
        critiqueScreen(
          { ...judgedOf(session, guide), ownRating: undefined, purpose: undefined },
          made.critique,
          guide,
        );
  const from = quote(fromName);
  const blocks: Block[] = [
    text(from, ' prepares for an interview with me, a practice coach, and shares this answer with you.'),
    text(
      'Only you are shown it. Read it, and tell ',
      from,
      ' yourself: what you write here never reaches them.',
    ),
    text(quote(guide.question)),
    { kind: 'passage', title: 'The answer', text: draft, by: 'person' },
    ...(screen === undefined ? [] : [text('What the coach said of it:'), ...screen.blocks]),
  ];
  return {
    blocks,
    buttons: [{ action: NO_SHARES, word: 'settings shares off', label: 'Do not send me these' }],
    asks: 'nothing',
  };
}
