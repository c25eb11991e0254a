import { type Block, type Button, quote, type Run, text } from '../../card/card.ts';
import type { Doubt } from '../../critique/reading.ts';
import type { Guide } from '../../guide/guide.ts';
import { roleFamilyOf } from '../../guide/roles.ts';
import { shorten } from '../../text/graphemes.ts';
import { hasText, joined } from '../part.ts';
import { isJotted, isSheltered, type Session } from '../session.ts';
import type { CardDraft } from '../turn.ts';

/** How much of an earlier text a question shows again, in characters as a reader counts them. */
const SHOWN_AGAIN = 400;
const DOUBTED = 160;

const MORE: Button = { action: 'more', word: 'more', label: 'More' };
const SKIP: Button = { action: 'skip', word: 'skip', label: 'Skip' };

/** Asks for the failure in a line or two, or for the whole answer; or raises the one doubt about it. */
export function choosingCard(session: Session, guide: Guide, doubt: Doubt | undefined): CardDraft {
  if (doubt !== undefined) return doubtCard(session, doubt, guide);
  const ask =
    session.door === 'answer'
      ? 'Paste your answer here, the way you would say it. I will look at all of it.'
      : guide.opening;
  if (!hasText(session.failure)) {
    return {
      blocks: [text(ask)],
      buttons: [
        { action: 'next', word: 'next', label: 'Next', style: 'primary' },
        { action: 'example', word: 'example', label: 'Example' },
        SKIP,
        MORE,
      ],
      asks: 'answer',
      standing: true,
    };
  }
  const words = joined(session.failure);
  return {
    blocks:
      isJotted(session) && !isSheltered(session)
        ? [
            text(
              quote(words),
              '. A line or two more: what happened, and what was your part? Or keep it as it is.',
            ),
          ]
        : toldAlready(session, words),
    buttons: [keepOf(), { action: 'change', word: 'change', label: 'Another one' }, SKIP, MORE],
    asks: 'answer',
    standing: true,
  };
}

/** One doubt, as a question, their words first; to keep the story is what Enter does. */
function doubtCard(session: Session, doubt: Doubt, guide: Guide): CardDraft {
  return {
    blocks: [text(...doubtLine(session, doubt, guide)), text(endOf(doubt, session))],
    buttons: [
      keepOf(),
      { action: 'change', word: 'change', label: 'Another one' },
      { action: 'tips', word: 'tips', label: 'Tips' },
      MORE,
    ],
    asks: 'answer',
    standing: true,
  };
}

/** "…": An interviewer may want a bigger one. Who else felt it? */
export function doubtLine(session: Session, doubt: Doubt, guide: Guide): Run[] {
  const question = guide.doubts.find(({ kind }) => kind === doubt.kind)?.question ?? '';
  const asked = filled(question, session, doubt);
  return doubt.about === undefined ? [asked] : [quote(shorten(doubt.about.quote, DOUBTED)), `. ${asked}`];
}

function filled(question: string, session: Session, doubt: Doubt): string {
  const { purpose } = session;
  const role = purpose?.kind === 'role' ? purpose.name : 'the job';
  const family = purpose?.kind === 'role' ? roleFamilyOf(purpose.name) : undefined;
  const core = doubt.core ?? family?.core[0]?.name ?? 'the heart of the job';
  return question.replaceAll('{core}', core).replaceAll('{role}', family?.name ?? role);
}

function endOf(doubt: Doubt, session: Session): string {
  if (doubt.kind === 'unknown-role') return 'Or just keep it, and go on.';
  return session.manner.tone === 'gentle' ? 'You can also just keep it and go on.' : 'Or keep it.';
}

/** Shows what stands already: nothing told is asked as if it were empty. A story of distress is not quoted. */
export function toldAlready(session: Session, words: string): Block[] {
  if (isSheltered(session))
    return [text('Something from your story stands here already. Keep it, add, or change?')];
  return [
    text('You have already told me:'),
    text(quote(shorten(words, SHOWN_AGAIN))),
    text('Keep it, add, or change?'),
  ];
}

/** The button that keeps what stands. */
export function keepOf(): Button {
  return { action: 'next', word: 'keep', label: 'Keep it', style: 'primary' };
}
