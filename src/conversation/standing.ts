import { type Block, menu, type Run, text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { choosingCard } from './cards/choosing-cards.ts';
import { critiqueScreen, judgedOf } from './cards/critique-cards.ts';
import { draftCard } from './cards/draft-card.ts';
import { findingCard } from './cards/finding-cards.ts';
import { improvingCard } from './cards/improving-cards.ts';
import { doorCard, purposeCard } from './cards/opening-cards.ts';
import { questionCard } from './cards/question-card.ts';
import { closingCard, rehearsingCard } from './cards/rehearsing-cards.ts';
import { shelteredCard } from './cards/sheltered-cards.ts';
import { whatNext } from './cards/what-next.ts';
import { bareWords, START_WORD } from './commands.ts';
import { activeStage, type Session } from './session.ts';
import type { ActiveStage } from './stage.ts';
import { type CardDraft, type View, withOwnButtons } from './turn.ts';

/** The card that shows where the practice stands: what is asked, or what there is to choose. */
export function standingCard(session: Session, guide: Guide): CardDraft {
  const stage = session.stage;
  if (stage.at === 'done') return closedCard();
  if (stage.at === 'paused') return pausedCard(session, stage.stage, guide);
  return activeCard(session, stage, guide);
}

function activeCard(session: Session, stage: ActiveStage, guide: Guide): CardDraft {
  switch (stage.at) {
    case 'opening':
      return stage.asks === 'door' ? doorCard(session, guide) : purposeCard();
    case 'finding':
      return findingCard(session, stage, guide);
    case 'choosing':
      return choosingCard(session, guide, stage.doubt);
    case 'asking':
      return questionCard(session, guide, stage);
    case 'reviewing':
      return draftCard(session, guide);
    case 'critiquing':
      return workingCard();
    case 'critiqued':
      if (session.critique === undefined) return draftCard(session, guide);
      return critiqueScreen(judgedOf(session, guide), session.critique.critique, guide);
    case 'improving':
      return improvingCard(session, stage, guide);
    case 'rehearsing':
      return rehearsingCard(session, stage, guide);
    case 'closing':
      return closingCard(session, guide);
    case 'sheltered':
      return shelteredCard(stage.asks);
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

function pausedCard(session: Session, stage: ActiveStage, guide: Guide): CardDraft {
  return {
    blocks: [text(`Paused ${placeInWords(stage, guide)}. All of it is kept.`), ...whatNext(session, guide)],
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
    blocks: [text('This practice is ended and kept. ', SEEN_AGAIN), ...toSeeAgain()],
    buttons: [
      { action: 'start', word: START_WORD, label: 'Practise again', style: 'primary' },
      { action: 'remind', word: 'remind', label: 'Remind me' },
    ],
    asks: 'nothing',
    standing: true,
  };
}

/** Where a practice that is over is found. */
export const SEEN_AGAIN: Run = {
  typed: 'To see it again, type history.',
  pressed: 'It is among your earlier practices.',
};

/** The way there. */
export function toSeeAgain(): Block[] {
  return menu('What next?', [
    { action: 'history', label: 'Earlier practices' },
    { action: 'stories', label: 'My stories' },
  ]);
}

/** "at 2 of 5, The Failure": where a practice stands, in words. */
export function placeInWords(stage: ActiveStage, guide: Guide): string {
  switch (stage.at) {
    case 'asking': {
      const index = guide.steps.findIndex((step) => step.id === stage.step);
      return `at ${index + 1} of ${guide.steps.length}, ${guide.steps[index]?.name ?? stage.step}`;
    }
    case 'opening':
    case 'finding':
    case 'choosing':
      return 'at the beginning';
    case 'reviewing':
      return 'at your draft';
    case 'critiquing':
    case 'critiqued':
    case 'improving':
    case 'closing':
      return 'at your critique';
    case 'rehearsing':
      return 'at a run aloud';
    case 'sheltered':
      return placeInWords(stage.stage, guide);
  }
}

/** A reply beside the question that stands: its choices and what it asks stay. */
export function besides(session: Session, guide: Guide, reply: Reply): CardDraft {
  const { buttons, asks } = standingCard(session, guide);
  return {
    ...reply,
    buttons: withOwnButtons(reply.buttons, buttons),
    asks,
    working: session.stage.at === 'critiquing',
  };
}

/** What a reply beside the question brings itself. */
export type Reply = View & Pick<CardDraft, 'form' | 'share'>;

/** What people type when there is only something to agree to. */
const YES: ReadonlySet<string> = new Set(['yes', 'y', 'ok', 'okay', 'sure', 'please', 'yes please']);

const NO: ReadonlySet<string> = new Set(['no', 'n', 'no thanks', 'cancel', 'keep', 'keep it', 'keep them']);

/** Choices of the card that asks whether to go on with an open practice. */
const RETURNS: Readonly<Record<string, string>> = {
  new: 'new',
  another: 'new',
  'another story': 'new',
  fresh: 'fresh',
  'start fresh': 'fresh',
  'start fresh with this story': 'fresh',
};

/** The command a typed word means because the standing card offers it. */
export function offeredAction(session: Session, guide: Guide, message: string): string | undefined {
  const word = bareWords(message);
  const card = standingCard(session, guide);
  if (session.offer === 'erase' && YES.has(word)) return 'erase';
  if (session.offer === 'erase' && NO.has(word)) return 'erase-no';
  if (YES.has(word) && session.offer !== undefined) return session.offer === 'run' ? 'aloud' : 'resume';
  const button =
    card.buttons.find((candidate) =>
      [candidate.word, candidate.label, shortLabel(candidate.label)].some(
        (name) => name.toLowerCase() === word,
      ),
    ) ??
    (card.asks === 'nothing' && YES.has(word)
      ? card.buttons.find(({ style }) => style === 'primary')
      : undefined);
  if (button !== undefined) return button.action;
  if (session.offer === 'restart' && activeStage(session) !== undefined && Object.hasOwn(RETURNS, word))
    return RETURNS[word];
  return chosenOption(card, word) ?? doorNumbered(session, card, word);
}

/** "I have a story (about 12 min)" is also said without its time. */
function shortLabel(label: string): string {
  return label.replace(/ \(.*\)$/u, '').replace(/,.*$/u, '');
}

/** The doors are three, and "1" can only mean the first. */
function doorNumbered({ stage }: Session, card: CardDraft, word: string): string | undefined {
  const isDoor = stage.at === 'opening' && stage.asks === 'door';
  return isDoor && /^[1-9]$/.test(word) ? card.buttons[Number(word) - 1]?.action : undefined;
}

/** An option of a choice on the card, by its number or its name. */
function chosenOption(card: CardDraft, word: string): string | undefined {
  for (const block of card.blocks) {
    if (block.kind !== 'input' || block.input.type !== 'choice' || block.input.many === true) continue;
    const { id, options } = block.input;
    const index = /^\d$/.test(word)
      ? Number(word) - 1
      : options.findIndex((one) => one.label.toLowerCase() === word);
    const option = options[index];
    if (option !== undefined) return `${id}:${option.value}`;
  }
  return undefined;
}
