import { text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { choosingCard } from './cards/choosing-cards.ts';
import { critiqueScreen } from './cards/critique-cards.ts';
import { draftCard } from './cards/draft-card.ts';
import { doorCard, purposeCard } from './cards/opening-cards.ts';
import { questionCard } from './cards/question-card.ts';
import { START_WORD } from './commands.ts';
import { draftOf } from './draft-of.ts';
import { type ActiveStage, activeStage, type Session } from './session.ts';
import type { CardDraft } from './turn.ts';

/** The card that shows where the practice stands: what is asked, or what there is to choose. */
export function standingCard(session: Session, guide: Guide): CardDraft {
  const stage = session.stage;
  if (stage.at === 'done') return closedCard();
  if (stage.at === 'paused') return pausedCard(stage.stage, guide);
  return activeCard(session, stage, guide);
}

function activeCard(session: Session, stage: ActiveStage, guide: Guide): CardDraft {
  switch (stage.at) {
    case 'opening':
      return stage.asks === 'door' ? doorCard(session, guide) : purposeCard();
    case 'choosing':
      return choosingCard(session, guide);
    case 'asking':
      return questionCard(session, guide, stage.step, stage.fresh);
    case 'reviewing':
      return draftCard(session, guide);
    case 'critiquing':
      return workingCard();
    case 'critiqued':
      if (session.critique === undefined) return draftCard(session, guide);
      return critiqueScreen(
        session.critique.critique,
        draftOf(session, guide).text,
        guide,
        session.critique.outdated,
      );
  }
}

/** The coach is reading. */
function workingCard(): CardDraft {
  return {
    blocks: [text('Reading your answer. This takes a few seconds.')],
    buttons: [],
    asks: 'nothing',
    working: true,
    standing: true,
  };
}

function pausedCard(stage: ActiveStage, guide: Guide): CardDraft {
  return {
    blocks: [text(`Paused ${placeInWords(stage, guide)}. All of it is kept.`)],
    buttons: [
      { action: 'resume', word: 'go on', label: 'Go on', style: 'primary' },
      { action: 'start', word: START_WORD, label: 'A new story' },
    ],
    asks: 'nothing',
    standing: true,
  };
}

function closedCard(): CardDraft {
  return {
    blocks: [text('This practice is ended and kept: history lists it, and resume goes on with it.')],
    buttons: [{ action: 'start', word: START_WORD, label: 'Practise again', style: 'primary' }],
    asks: 'nothing',
    standing: true,
  };
}

/** "at 2 of 5, The Failure": where a practice stands, in words. */
export function placeInWords(stage: ActiveStage, guide: Guide): string {
  switch (stage.at) {
    case 'asking': {
      const index = guide.steps.findIndex((step) => step.id === stage.step);
      return `at ${index + 1} of ${guide.steps.length}, ${guide.steps[index]?.name ?? stage.step}`;
    }
    case 'opening':
    case 'choosing':
      return 'at the beginning';
    case 'reviewing':
      return 'at your draft';
    case 'critiquing':
    case 'critiqued':
      return 'at your critique';
  }
}

/** A reply beside the question that stands: its choices and what it asks stay. */
export function besides(session: Session, guide: Guide, reply: Pick<CardDraft, 'blocks'>): CardDraft {
  const { buttons, asks } = standingCard(session, guide);
  return { blocks: reply.blocks, buttons, asks, working: session.stage.at === 'critiquing' };
}

/** What people type when there is only something to agree to. */
const YES: ReadonlySet<string> = new Set(['yes', 'y', 'ok', 'okay', 'sure', 'please', 'yes please']);

/** The command a typed word means because the standing card offers it. */
export function offeredAction(session: Session, guide: Guide, message: string): string | undefined {
  const word = message
    .trim()
    .toLowerCase()
    .replace(/[!.?]+$/u, '');
  const card = standingCard(session, guide);
  const button =
    card.buttons.find((candidate) =>
      [candidate.word, candidate.label].some((name) => name.toLowerCase() === word),
    ) ??
    (card.asks === 'nothing' && YES.has(word)
      ? card.buttons.find(({ style }) => style === 'primary')
      : undefined);
  if (button !== undefined) return button.action;
  return session.offer === 'restart' && word === 'new' && activeStage(session) !== undefined
    ? 'new'
    : undefined;
}
