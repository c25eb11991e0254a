import { quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { noticeBlock, noticeOn, offlineButton } from '../notice.ts';
import type { Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { whatNext } from './what-next.ts';

/** The first card of a practice: a warm line, what the question tests, who can read this here and where words go, and the doors. */
export function doorCard(session: Session, guide: Guide): CardDraft {
  const model = noticeOn(session);
  return {
    blocks: [
      ...welcome(session),
      text(quote(guide.question)),
      text(`${guide.tests} ${session.readers}`),
      ...(model === undefined ? [] : [noticeBlock(model, 'offline')]),
      text('How would you like to begin?'),
      ...whatNext(session, guide, 'More'),
    ],
    buttons: [
      { action: 'story', word: 'story', label: 'I have a story (about 12 min)' },
      { action: 'answer', word: 'answer', label: 'I have an answer, look at it (2 min)' },
      { action: 'nothing', word: 'nothing', label: 'Nothing comes to mind (5 min to find one)' },
      ...(model === undefined ? [] : [offlineButton('offline')]),
    ],
    asks: 'line',
    standing: true,
  };
}

/** Who comes back to this card from the next one was greeted already. */
function welcome({ first, askedTurn }: Session): CardDraft['blocks'] {
  if (askedTurn > 1) return [];
  return [text(first === true ? 'Good that you are here.' : 'Good to have you back.')];
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
