import { type Block, quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { draftOf } from '../draft-of.ts';
import { isSheltered, type Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { critiqueScreen, judgedOf } from './critique-cards.ts';

/**
 * What somebody else is shown of a practice, the same in the preview and in what is sent: the answer, and what the coach
 * said of it where that still fits the text. Undefined where nothing is written, or where the story is not to be quoted.
 */
export function shareCard(session: Session, guide: Guide, fromName: string): CardDraft | undefined {
  const draft = draftOf(session, guide).text;
  if (isSheltered(session) || draft.trim() === '') return undefined;
  const made = session.critique;
  const screen =
    made === undefined || made.outdated
      ? undefined
      : // How somebody felt about it beforehand is theirs.
        critiqueScreen({ ...judgedOf(session, guide), ownRating: undefined }, made.critique, guide);
  const blocks: Block[] = [
    text(quote(fromName), ' would like you to see this practice answer. It is shown to you alone.'),
    text(quote(guide.question)),
    { kind: 'passage', title: 'The answer', text: draft, by: 'person' },
    ...(screen === undefined ? [] : [text('What the coach said of it:'), ...screen.blocks]),
    text('To say what you think, write to them yourself: a reply here does not reach them.'),
  ];
  return { blocks, buttons: [], asks: 'nothing' };
}
