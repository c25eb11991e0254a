import { quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { whatNext } from './what-next.ts';

/** The first card of a practice: what the question tests, who can read this here, and the doors. */
export function doorCard(session: Session, guide: Guide): CardDraft {
  return {
    blocks: [
      text(quote(guide.question)),
      text(`${guide.tests} ${session.readers}`),
      text('How would you like to begin?'),
      ...whatNext(session, guide, 'More'),
    ],
    buttons: [
      { action: 'story', word: 'story', label: 'I have a story (about 12 min)' },
      { action: 'answer', word: 'answer', label: 'I have an answer, look at it (2 min)' },
      { action: 'nothing', word: 'nothing', label: 'Nothing comes to mind (5 min to find one)' },
    ],
    asks: 'line',
    standing: true,
  };
}

/** What the practice is for. */
export function purposeCard(): CardDraft {
  return {
    blocks: [
      text(
        'What are you practising for? ',
        { typed: 'Type', pressed: 'Write' },
        ' the role, for example "ward nurse". Or pick one, or skip:',
      ),
    ],
    buttons: [
      { action: 'study', word: 'study', label: 'A study place' },
      { action: 'promotion', word: 'promotion', label: 'A promotion' },
      { action: 'practice', word: 'practice', label: 'Just practice' },
      { action: 'more', word: 'more', label: 'More' },
    ],
    asks: 'line',
    standing: true,
  };
}
