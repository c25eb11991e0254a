import { type Block, type Menu, menu } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { takesNotSoBack } from '../aside-last.ts';
import { changes } from '../changes.ts';
import { hasText } from '../part.ts';
import { isSheltered, type Session, stageWithin } from '../session.ts';
import type { OpenStage } from '../stage.ts';

type Option = Menu['options'][number];

const SKIP: Option = { action: 'skip', label: 'Skip this' };
const BACK: Option = { action: 'back', label: 'Back' };
const TIPS: Option = { action: 'tips', label: 'Tips' };
const EXAMPLE: Option = { action: 'example', label: 'Example' };
const WHY: Option = { action: 'why', label: 'Why this is asked' };
const DRAFT: Option = { action: 'draft', label: 'My answer so far' };

/** Everything else there is, wherever a practice stands. */
const ANYWHERE: readonly Option[] = [
  { action: 'history', label: 'Earlier practices' },
  { action: 'progress', label: 'My progress' },
  { action: 'remind', label: 'Reminders' },
  { action: 'stories', label: 'My stories' },
  { action: 'settings', label: 'Tone, and numbers or words' },
  { action: 'export', label: 'Everything kept about me, as files' },
  { action: 'erase', label: 'Delete my data' },
];

/** What can be done where the practice stands, to be picked: what is typed elsewhere. Each of them does something there. */
export function whatNext(session: Session, guide: Guide, label = 'What next?'): Block[] {
  return menu(label, [...here(session, guide), ...ANYWHERE]);
}

/** The same where no practice is open. */
export function whatNextInLobby(): Block[] {
  return menu('What next?', [{ action: 'start', label: 'Begin a practice' }, ...ANYWHERE]);
}

/** Back to the card that stands, for a reply that has taken its place on the screen. */
export function standingAgain({ stage }: Session): Block[] {
  return menu('What next?', again(stage));
}

function again({ at }: Session['stage']): readonly Option[] {
  switch (at) {
    case 'opening':
    case 'finding':
    case 'choosing':
    case 'asking':
    case 'improving':
    case 'closing':
      return [{ action: 'resume', label: 'The question again' }];
    case 'reviewing':
      return [{ action: 'resume', label: 'The draft again' }];
    case 'critiqued':
      return [{ action: 'resume', label: 'The critique again' }];
    default:
      return [];
  }
}

function here(session: Session, guide: Guide): readonly Option[] {
  const { stage } = session;
  const stop: Option = { action: 'stop', label: 'Stop: the practice ends, all is kept' };
  if (stage.at === 'done') return [{ action: 'start', label: 'Practise again' }];
  if (stage.at === 'paused') return [{ action: 'resume', label: 'Go on' }, stop];
  const open: Option[] = [{ action: 'pause', label: 'Pause: all is kept' }, stop];
  if (stage.at === 'sheltered') return open;
  return [...again(stage), ...leading(stage, session), ...open, ...helping(stage, session, guide)];
}

/** What leads on or back. */
function leading(stage: OpenStage, session: Session): readonly Option[] {
  switch (stage.at) {
    case 'opening':
      return stage.asks === 'door' ? [SKIP] : [SKIP, BACK];
    case 'finding':
      return [{ action: 'skip', label: 'Skip to the steps' }, BACK];
    case 'choosing':
    case 'closing':
      return [SKIP, BACK];
    case 'asking':
      return [{ action: 'skip', label: 'Skip this step' }, BACK, { action: 'go', label: 'To the draft' }];
    case 'improving':
      return [{ action: 'skip', label: 'Skip: leave it as it is' }, BACK];
    case 'rehearsing':
      return [{ action: 'skip', label: 'Skip: leave the run' }, BACK];
    case 'reviewing':
      return [BACK, ...undo(session)];
    case 'critiqued':
      return [{ action: 'back', label: 'Back to the draft' }, ...undoAtCritique(session)];
    case 'critiquing':
      return [];
  }
}

/** What helps with the question, or with what stands already. */
function helping(stage: OpenStage, session: Session, guide: Guide): readonly Option[] {
  switch (stage.at) {
    case 'opening':
      return [WHY, TIPS];
    case 'finding':
      return [{ action: 'story', label: 'I have a story after all' }, TIPS, EXAMPLE];
    case 'choosing':
      return [
        ...(hasText(session.failure) ? [] : [{ action: 'nothing', label: 'Help to find a story' }]),
        WHY,
        TIPS,
        EXAMPLE,
      ];
    case 'asking':
      return [WHY, TIPS, EXAMPLE, DRAFT, ...redoOptions(guide)];
    case 'improving':
      return [WHY, TIPS, EXAMPLE, DRAFT];
    case 'reviewing':
      return [...redoOptions(guide), TIPS, EXAMPLE];
    case 'critiqued':
      return [
        { action: 'aloud', label: 'Say it aloud' },
        ...aboutChanges(session),
        ...redoOptions(guide),
        DRAFT,
        TIPS,
      ];
    case 'rehearsing':
    case 'critiquing':
    case 'closing':
      return [DRAFT];
  }
}

/** Named after what it takes back there. */
function undoAtCritique(session: Session): readonly Option[] {
  return takesNotSoBack(session) ? [{ action: 'undo', label: 'Take “not so” back' }] : undo(session);
}

function undo(session: Session): readonly Option[] {
  return session.undo === undefined ? [] : [{ action: 'undo', label: 'Take back what I used last' }];
}

/** The steps, to write one of them anew. */
export function redoOptions(guide: Guide): readonly Option[] {
  return guide.steps.map(({ id, name }) => ({ action: `redo:${id}`, label: `Rewrite ${name}` }));
}

/** So many changes have a place behind the critique; the first is on its card. */
const CHANGES = 3;

/** What the card of the critique has no button for: the next question, and the changes after the first. */
function aboutChanges(session: Session): readonly Option[] {
  const made = session.critique;
  if (made === undefined || isSheltered(session) || stageWithin(session).at !== 'critiqued') return [];
  return [
    ...(made.critique.next.about === undefined
      ? []
      : [{ action: 'follow-up', label: 'Answer what they may ask next' }]),
    ...changes(session, made.critique)
      .slice(1, CHANGES)
      .flatMap((_, index) => [
        { action: `explain:${index + 2}`, label: `Explain point ${index + 2}` },
        { action: `not-so:${index + 2}`, label: `Point ${index + 2} is not so` },
      ]),
  ];
}
