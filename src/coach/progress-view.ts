import { Temporal } from 'temporal-polyfill';
import { type Button, isSaidBeside } from '../card/card.ts';
import { changes } from '../conversation/changes.ts';
import { START_WORD } from '../conversation/commands.ts';
import { isSheltered } from '../conversation/session.ts';
import type { View } from '../conversation/turn.ts';
import type { Critique } from '../critique/critique.ts';
import { criticLabel, whyStoodIn } from '../critique/read-with.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';
import type { Judged, Practised } from '../progress/practised.ts';
import { type Progress, progressOf } from '../progress/progress.ts';
import { progressCard, progressLines } from '../progress/progress-card.ts';
import type { Pause } from '../progress/weeks-in-a-row.ts';
import type { Practice } from '../store/practices.ts';
import { guideOf } from './decide.ts';

/** What progress is told from. */
export interface ProgressGrounds {
  /** Oldest first. */
  readonly practices: readonly Practice[];
  readonly pauses: readonly Pause[];
  readonly now: Date;
  /** The person's, IANA. */
  readonly zone: string;
  readonly numbers: boolean;
  readonly catalog: Catalog;
}

/** The card of `progress`. */
export function progressView(grounds: ProgressGrounds): View {
  const { progress, guide } = told(grounds);
  const { numbers, practices } = grounds;
  return { blocks: progressCard(progress, guide, { numbers, isUnderWay: practices.length > 0 }) };
}

/** The same answered at once, where no card of a practice stands: its words alone, and the way to a practice. */
export function besideNothing({ blocks }: View): View {
  const start: Button = { action: 'start', word: START_WORD, label: 'Practise', style: 'primary' };
  return { blocks: blocks.filter((block) => !isSaidBeside(block)), buttons: [start] };
}

/** The same in a few sentences; none where there is nothing to show. */
export function progressInShort(grounds: ProgressGrounds): readonly string[] {
  const { progress, guide } = told(grounds);
  return progressLines(progress, guide, grounds.numbers);
}

/** Steps are those of one question: the one that was practised last. */
function told({ practices, pauses, now, zone, catalog }: ProgressGrounds): {
  progress: Progress;
  guide: Guide;
} {
  const latest = practices.at(-1);
  const guide = latest === undefined ? catalog.default : guideOf(latest.session, catalog);
  const all = practices.map((practice) => practisedOf(practice, guide, zone));
  const steps = guide.steps.map(({ id }) => id);
  return { progress: progressOf(all, pauses, dayIn(now, zone), steps), guide };
}

function practisedOf(practice: Practice, guide: Guide, zone: string): Practised {
  const { session, attempts, runs, number, createdAt } = practice;
  const sheltered = isSheltered(session);
  const at = [...attempts.map((one) => one.createdAt), ...runs.map((one) => one.createdAt)];
  // Beside its last judgement: how they saw that draft, none before it.
  const own = attempts.findLast(({ critiques }) => critiques.length > 0)?.ownRating?.steps;
  return {
    number,
    days: [...new Set((at.length === 0 ? [createdAt] : at).map((moment) => dayIn(moment, zone)))],
    sheltered,
    ...(session.guide.id === guide.id ? {} : { ofAnotherQuestion: true as const }),
    judged: sheltered
      ? []
      : attempts.flatMap(({ critiques: [newest] }) =>
          newest === undefined ? [] : [judgedAs(newest.critique, session, guide)],
        ),
    ...(own === undefined || sheltered ? {} : { own }),
    runs: runs.map(({ took }) => took),
  };
}

/** Of a finding that is no pitfall the score tells already. */
function judgedAs(critique: Critique, session: Practice['session'], guide: Guide): Judged {
  const { critic, version } = critique;
  const stoodIn = whyStoodIn(critique);
  const found = new Set(changes(session, critique).map(({ rule }) => rule));
  return {
    critic,
    version,
    label: criticLabel(critique),
    ...(stoodIn === undefined ? {} : { stoodIn }),
    steps: Object.fromEntries(Object.entries(critique.steps).map(([id, { score }]) => [id, score])),
    pitfalls: guide.pitfalls.flatMap(({ id }) => (found.has(id) ? [id] : [])),
  };
}

/** The date of a moment where somebody is, ISO. */
export function dayIn(moment: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
