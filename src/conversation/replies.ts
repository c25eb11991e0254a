import { text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { exampleCard, helpCard, moreCard, tipsCard, whyCard } from './cards/help-cards.ts';
import { whatNext } from './cards/what-next.ts';
import type { Command } from './commands.ts';
import { draftOf } from './draft-of.ts';
import { activeStage, isSheltered, type Session } from './session.ts';
import type { CardDraft } from './turn.ts';

/** What a command answers beside the question that stands, changing nothing; undefined for one that acts. */
export function replyTo(
  session: Session,
  command: Command,
  guide: Guide,
): Pick<CardDraft, 'blocks'> | undefined {
  switch (command.name) {
    case 'tips':
      return tipsCard(session, guide);
    case 'example':
      return exampleCard(session, guide);
    case 'why':
      return whyCard(session, guide);
    case 'help':
      return helpCard(whatNext(session, guide));
    case 'more':
      return activeStage(session)?.at === 'critiqued' ? undefined : moreCard(session, guide);
    case 'draft': {
      if (isSheltered(session) && session.sheltered !== true)
        return {
          blocks: [
            text('It is kept for you. ', {
              typed: 'To stay with it, type go on: then draft shows it.',
              pressed: 'Press Stay with it, and then it can be shown.',
            }),
          ],
        };
      const draft = draftOf(session, guide).text;
      if (draft.trim() === '') return { blocks: [text('Nothing is written yet.')] };
      return { blocks: [{ kind: 'passage', title: 'Your answer so far', text: draft, by: 'person' }] };
    }
    default:
      return undefined;
  }
}
