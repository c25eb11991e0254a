import { type Block, type Button, type Input, quote, type Runs, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { stepNamed } from '../commands.ts';
import type { Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import type { CardDraft } from '../turn.ts';
import { wasAndNow } from './critique-cards.ts';

type Rehearsing = Extract<OpenStage, { at: 'rehearsing' }>;

const MORE: Button = { action: 'more', word: 'more', label: 'More' };
const BACK: Button = { action: 'back', word: 'back', label: 'Back' };

/** Saying it aloud: the cue words, the clock, and what was said. */
export function rehearsingCard(session: Session, stage: Rehearsing, guide: Guide): CardDraft {
  switch (stage.asks) {
    case 'length':
      return {
        blocks: [
          text('Say it aloud, from these words alone:'),
          ...cueLine(session, stage),
          text('How long may it take? The clock starts with your choice.'),
        ],
        buttons: [
          { action: 's60', word: '60', label: '60 seconds' },
          { action: 's90', word: '90', label: '90 seconds', style: 'primary' },
          { action: 's120', word: '120', label: '120 seconds' },
          MORE,
        ],
        asks: 'nothing',
        standing: true,
      };
    case 'running':
      return {
        blocks: [
          ...cueLine(session, stage),
          text(
            `The clock runs: ${stage.seconds ?? 0} seconds. Speak now, and choose Done when you have finished.`,
          ),
        ],
        buttons: [{ action: 'finished', word: 'done', label: 'Done', style: 'primary' }, BACK, MORE],
        asks: 'nothing',
        standing: true,
        ...(stage.startedAt === undefined || stage.seconds === undefined
          ? {}
          : { clock: { startedAt: stage.startedAt, seconds: stage.seconds } }),
      };
    case 'said':
      return {
        blocks: [
          text(`${tookLine(session, stage)}Which steps did you say?`, {
            typed: ' Type their numbers, like 1 2 4:',
            pressed: ' You can press All of them.',
          }),
          {
            kind: 'list',
            items: guide.steps.map(
              (step, index): Runs => [{ typed: `${index + 1} `, pressed: '' }, step.short],
            ),
          },
          { kind: 'input', input: partsInput(guide) },
        ],
        buttons: [
          { action: 'all', word: 'all', label: 'All of them', style: 'primary' },
          { action: 'skip', word: 'skip', label: 'Keep nothing of it' },
          MORE,
        ],
        asks: 'line',
        standing: true,
      };
  }
}

/** The parts to tick, where a platform has such a menu. */
function partsInput(guide: Guide): Extract<Input, { type: 'choice' }> {
  const options = guide.steps.map(({ short }, index) => ({ value: `${index + 1}`, label: short }));
  return { type: 'choice', id: 'said', label: 'Or tick them here.', options, many: true };
}

/** How long it took; a story that is not scored is not measured. */
function tookLine(session: Session, stage: Rehearsing): string {
  return session.sheltered === true ? '' : `That took ${stage.took ?? 0} seconds. `;
}

/** Five words, or what the parts are called where there is nothing to take them from. A sheltered story is not quoted. */
function cueLine(session: Session, stage: Rehearsing): Block[] {
  if (stage.cues.length === 0 || session.sheltered === true)
    return [text('where · what went wrong · what you did · what you know now · since then')];
  return [
    text(...stage.cues.flatMap(({ word }, index) => (index === 0 ? [quote(word)] : [' · ', quote(word)]))),
  ];
}

/** "1, 2 & 4" and "124" are numbers like "1 2 4". */
function spaced(line: string): string {
  return /^\s*[1-9]{2,}\s*$/.test(line)
    ? [...line.trim()].join(' ')
    : line.replaceAll('&', ' ').replaceAll('+', ' ');
}

/** Which steps a line names by numbers or names: "1 2 4", "all", "none"; undefined where it says something else. */
export function stepsSaid(line: string, guide: Guide): string[] | undefined {
  const words = spaced(line)
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/u, '');
  if (words === 'all') return guide.steps.map(({ id }) => id);
  if (words === 'none' || words === '0') return [];
  const named = words.split(/\s*(?:,|;|\band\b|\s)\s*/u).filter((word) => word !== '');
  const ids = named.map((word) => stepNamed(word, guide));
  if (ids.length === 0 || ids.some((id) => id === undefined)) return undefined;
  return guide.steps.map(({ id }) => id).filter((id) => ids.includes(id));
}

/** The end of a first practice: what moved, and one question. */
export function closingCard(session: Session, guide: Guide): CardDraft {
  const made = session.critique?.critique;
  const moved =
    made === undefined || session.critique?.outdated === true ? undefined : wasAndNow(session, made, guide);
  return {
    blocks: [
      ...(moved === undefined ? [] : [text(moved)]),
      text('When is the interview? A date in your own words, or skip. I can remind you on the way there.'),
    ],
    buttons: [{ action: 'skip', word: 'skip', label: 'No date yet', style: 'primary' }, MORE],
    asks: 'line',
    standing: true,
  };
}
