import { type Block, text } from '../../card/card.ts';
import { type Guide, type Sample, stepOf } from '../../guide/guide.ts';
import { toldFor } from '../purpose.ts';
import { activeStage, type Session } from '../session.ts';
import type { ActiveStage } from '../stage.ts';
import type { CardDraft } from '../turn.ts';
import { whatNext, whatNextInLobby } from './what-next.ts';

type Reply = Pick<CardDraft, 'blocks'>;

const COMMANDS: readonly string[] = [
  'tips, example, why: help with this question',
  'back, skip, next: move between the steps',
  'redo 3: rewrite step 3 (or redo lesson)',
  'draft: your answer so far',
  'go: have it looked at, or looked at again',
  'aloud: say it from five words, with a clock',
  'explain, not so (or explain 2): about what I would change',
  'undo: take back what you used last',
  'remind: when to practise, for example: remind weekdays 8:30',
  'settings: my tone, and numbers or words',
  'pause: stop for now, all is kept',
  'stop: end this practice, all is kept',
  'history, show 2, resume 2: earlier practices',
  'progress: where you stand, and what to work on next',
  'stories: your stories, and which fits a role',
  'export: everything I hold about you, as files',
  'delete my data: all of it, for good',
  'nothing: at the beginning, help to find a story',
];

/** Every word that can be typed; where none can, what there is to pick. */
export function helpCard(choices: readonly Block[] = whatNextInLobby()): Reply {
  return {
    blocks: [
      text({ typed: 'Type one of these alone on a message:', pressed: 'What would you like to do?' }),
      typedList(COMMANDS),
      ...choices,
    ],
  };
}

const ALWAYS = 'pause, stop, settings, help: these work everywhere';

/** What else can be done where the practice stands: the card itself shows three choices. */
export function moreCard(session: Session, guide: Guide): Reply {
  const stage = activeStage(session);
  return {
    blocks: [
      text({ typed: 'You can also type:', pressed: 'What would you like to do?' }),
      typedList([...moreAt(stage, session), ALWAYS]),
      ...whatNext(session, guide),
    ],
  };
}

function moreAt(stage: ActiveStage | undefined, session: Session): readonly string[] {
  switch (stage?.at) {
    case 'opening':
      return [
        'skip: leave this question out',
        stage.asks === 'door' ? 'why: why interviewers ask it' : 'back: one question back',
        'tips: what makes a good choice',
      ];
    case 'finding':
      return ['back: one card back', 'story: I have one after all', 'tips: what makes a good choice'];
    case 'choosing':
      return [
        'nothing: help to find one',
        'why: why this is asked',
        'tips: what makes a good choice',
        'back: one question back',
      ];
    case 'asking':
      return [
        'why: why this is asked',
        'skip: leave this step out',
        'back: one step back',
        'redo 2: rewrite step 2',
        'draft: your answer so far',
        'go: straight to the draft',
      ];
    case 'reviewing':
      return [
        'redo 2: rewrite step 2',
        'tips, example: help with the whole answer',
        'back: to the last step',
        ...(session.undo === undefined ? [] : ['undo: take back what you used last']),
      ];
    case 'improving':
      return ['skip: leave it as it is', 'why: why this step is asked', 'draft: your answer so far'];
    case 'rehearsing':
      return ['skip: leave the run', 'draft: your answer so far'];
    default:
      return [
        'history: earlier practices',
        'progress: where you stand',
        'stories: your stories',
        'draft: your answer so far',
      ];
  }
}

/** Tips for the open step, or for choosing a failure. */
export function tipsCard(session: Session, guide: Guide): Reply {
  const stage = activeStage(session);
  const step = stepAt(stage);
  if (step !== undefined) {
    const { name, strong, tips } = stepOf(guide, step);
    return { blocks: [text(`For ${name}. Strong: ${strong}`), listOf(tips)] };
  }
  if (stage?.at === 'finding')
    return {
      blocks: [
        text('A good choice:'),
        listOf(guide.criteria.map((criterion) => criterion.text)),
        text('To find one:'),
        listOf(guide.preparation),
      ],
    };
  if (stage?.at === 'choosing' || stage?.at === 'opening') {
    return { blocks: [text('A good choice:'), listOf(guide.criteria.map((criterion) => criterion.text))] };
  }
  return { blocks: [text('For the whole answer:'), listOf(guide.tips)] };
}

/** An example for the open step, or a whole answer; always the guide's own, never for copying. */
export function exampleCard(session: Session, guide: Guide): Reply {
  const stage = activeStage(session);
  const id = stepAt(stage);
  if (id !== undefined) {
    const step = stepOf(guide, id);
    return {
      blocks: [
        {
          kind: 'passage',
          title: `${step.name}, from somebody else's answer`,
          text: step.example,
          by: 'guide',
        },
      ],
    };
  }
  if (stage?.at === 'finding' || (stage?.at === 'choosing' && session.door !== 'answer')) {
    return {
      blocks: [
        text('Three kinds that work well:'),
        { kind: 'list', items: guide.alternatives.map((kind) => [`${kind.name}: ${kind.text}`]) },
      ],
    };
  }
  const sample = sampleFor(session, guide);
  if (sample === undefined) return helpCard();
  const answer = guide.steps.map((step) => sample.steps[step.id]).filter((part) => part !== undefined);
  return {
    blocks: [
      {
        kind: 'passage',
        title: `A good answer (${sample.profession})`,
        text: answer.join('\n\n'),
        by: 'guide',
      },
      text(sample.note),
    ],
  };
}

/** A good answer: of somebody in the same trade, else of somebody as far along, else the first. */
function sampleFor(session: Session, guide: Guide): Sample | undefined {
  const { role = '', seniority } = toldFor(session);
  const good = guide.samples.filter((sample) => sample.quality === 'good');
  const named = role.toLowerCase();
  return (
    good.find(({ profession }) => named.includes(profession.toLowerCase())) ??
    good.find((sample) => sample.seniority !== undefined && sample.seniority === seniority) ??
    good[0]
  );
}

/** Why this is asked: the step's own reason, or the question's. */
export function whyCard(session: Session, guide: Guide): Reply {
  const step = stepAt(activeStage(session));
  if (step !== undefined) return { blocks: [text(stepOf(guide, step).why)] };
  return { blocks: [text('Why interviewers ask it:'), listOf(guide.whyAsked)] };
}

/** The step that is being asked or improved. */
function stepAt(stage: ActiveStage | undefined): string | undefined {
  return stage?.at === 'asking' || stage?.at === 'improving' ? stage.step : undefined;
}

/** Lines that say what to type. */
function typedList(lines: readonly string[]): Block {
  return { kind: 'list', items: lines.map((typed) => [{ typed, pressed: '' }]) };
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', items: lines.map((line) => [line]) };
}
