import { type Block, type Button, quote, type Run, type Runs, text } from '../../card/card.ts';
import { RATING_WORDS } from '../../card/scorecard-words.ts';
import type { Critique, Finding, Score } from '../../critique/critique.ts';
import { readWith } from '../../critique/read-with.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { changes } from '../changes.ts';
import { draftOf } from '../draft-of.ts';
import { GLANCED, glancedKeep } from '../glanced.ts';
import { gapInWords } from '../own-rating.ts';
import { type Past, pastBefore, type Stood } from '../past.ts';
import type { Session } from '../session.ts';
import { toneOf } from '../tone.ts';
import type { CardDraft } from '../turn.ts';
import { comparableRatings } from './comparable.ts';
import { lengthField } from './length-field.ts';
import { levelAsked } from './level-asked.ts';
import { noteRuns } from './note-runs.ts';

/** Behind `more` a quote may be longer. */
export const QUOTED = 240;
/** After so many replies put into the answer, speaking it does more than writing on. */
export const ROUNDS = 2;

/** What the card of a critique looks at besides the critique. */
export interface Judged
  extends Pick<
    Session,
    'purpose' | 'manner' | 'first' | 'setAside' | 'asideLast' | 'earlier' | 'rounds' | 'ownRating'
  > {
  readonly draftText: string;
  /** How the practices before this one stood, oldest first. */
  readonly trend?: readonly Stood[];
  /** The text was changed after the critique. */
  readonly outdated: boolean;
}

/** A practice's answer as the card of its critique looks at it. */
export function judgedOf(session: Session, guide: Guide, past: Past = []): Judged {
  return {
    ...session,
    trend: pastBefore(past, session.id),
    draftText: draftOf(session, guide).text,
    outdated: session.critique?.outdated === true,
  };
}

/** The first screen of a critique, as `voice.md` draws it: at most 12 lines, everything else is behind `more`. */
export function critiqueScreen(judged: Judged, critique: Critique, guide: Guide): CardDraft {
  const [keep] = critique.keep;
  const [change] = changes(judged, critique);
  const length = lengthField(judged, guide);
  const note = change === undefined ? noteRuns(critique) : undefined;
  const fields = [
    ...(length.isFirst ? [length.field] : []),
    ...(keep === undefined
      ? []
      : [{ label: 'KEEP', lines: [[quote(glancedKeep(keep.span, critique))], [keep.effect]] }]),
    ...(change === undefined
      ? []
      : [{ label: 'CHANGE', lines: changeLines(change, critique, guide, { most: GLANCED }) }]),
    { label: 'STEPS', lines: stepsLines(judged, critique, guide) },
    ...(length.isFirst ? [] : [length.field]),
    ...(note === undefined ? [] : [{ label: 'ONE MORE', lines: note }]),
    { label: 'NEXT', lines: [[`They may ask: "${critique.next.question}"`] as Runs] },
  ];
  const blocks: Block[] = [
    ...headOf(judged, critique, guide),
    text(critique.line),
    { kind: 'fields', fields },
    ...readerBlocks(judged, critique),
    ...(judged.outdated ? [] : levelAsked(judged, critique)),
  ];
  return {
    blocks,
    buttons: critiqueButtons(judged, change, guide),
    asks: 'nothing',
    standing: true,
  };
}

/** Who read it, where a language model was asked; and that the last time it was another, of whom nothing is compared. */
function readerBlocks(judged: Judged, critique: Critique): Block[] {
  const line = readWith(critique);
  const last = judged.earlier?.critic;
  const isAnother =
    last !== undefined &&
    [last, critique.critic].includes('llm') &&
    comparableRatings(judged, critique) === undefined;
  const another = 'Last time it was read another way, so the ratings are not compared.';
  const lines = [...(line === undefined ? [] : [line]), ...(isAnother && !judged.outdated ? [another] : [])];
  return lines.length === 0 ? [] : [text(lines.join(' '))];
}

/** What is new, above the verdict: what moved, and after enough writing that it is time to speak. */
function headOf(judged: Judged, critique: Critique, guide: Guide): Block[] {
  if (judged.outdated)
    return [
      text('This was said of your text before you changed it. To have it looked at again, ', {
        typed: 'type go.',
        pressed: 'press Look again.',
      }),
    ];
  const moved = wasAndNow(judged, critique, guide);
  return [
    ...(moved === undefined ? [] : [text(moved)]),
    ...(judged.rounds >= ROUNDS ? [text(toneOf(judged).sayIt)] : []),
  ];
}

/** "lesson thin → clear" for what moved since the critique before; undefined where nothing did. */
export function wasAndNow(
  judged: Pick<Session, 'earlier'>,
  critique: Critique,
  guide: Guide,
): string | undefined {
  const last = comparableRatings(judged, critique);
  if (last === undefined) return undefined;
  const moved = guide.steps.flatMap((step) => {
    const was = last[step.id];
    const now = critique.steps[step.id]?.score ?? 0;
    return was === undefined || was === now
      ? []
      : [`${step.short} ${RATING_WORDS[was]} → ${RATING_WORDS[now]}`];
  });
  return moved.length === 0 ? undefined : `Was → now: ${moved.join(' · ')}.`;
}

function critiqueButtons(judged: Judged, change: Finding | undefined, guide: Guide): Button[] {
  const { outdated } = judged;
  const isWritten = judged.rounds >= ROUNDS || change === undefined;
  const aloud: Button = { action: 'aloud', word: 'aloud', label: 'Say it aloud' };
  const label = change === undefined ? 'Answer that question' : workOn(guide, stepNamedBy(change));
  const answer: Button = { action: 'answer', word: 'answer', label };
  const first: Button[] = outdated
    ? [{ action: 'go', word: 'go', label: 'Look again', style: 'primary' }]
    : isWritten
      ? [{ ...aloud, style: 'primary' }, ...(judged.rounds >= ROUNDS ? [] : [answer])]
      : [{ ...answer, style: 'primary' }];
  const about: Button[] =
    change === undefined || outdated
      ? []
      : [
          { action: 'explain', word: 'explain', label: 'Explain' },
          { action: 'not-so', word: 'not so', label: 'Not so' },
        ];
  const takesBack: Button[] =
    judged.asideLast === undefined || outdated
      ? []
      : [{ action: 'undo', word: 'undo', label: 'Take “not so” back' }];
  return [
    ...first,
    ...about,
    ...takesBack,
    { action: 'more', word: 'more', label: 'More' },
    // A card has room for six: beside what takes "not so" back, saying it aloud is behind More.
    ...((isWritten && !outdated) || (takesBack.length > 0 && about.length > 0) ? [] : [aloud]),
    { action: 'done', word: 'done', label: 'Done for today' },
  ];
}

/** `isLabelled`: the name of its step stands beside it already. */
export function changeLines(
  finding: Finding,
  critique: Critique,
  guide: Guide,
  { most, isLabelled = false }: { readonly most: number; readonly isLabelled?: boolean },
): Runs[] {
  const head: Run[] =
    'span' in finding.at
      ? [quote(shorten(finding.at.span.quote, most))]
      : [missingLine(finding.at.missingIn, critique, guide, isLabelled)];
  const lines: Runs[] = [head, [finding.why], [finding.question]];
  return finding.shape === undefined ? lines : [...lines, [`Shape: "${finding.shape}"`]];
}

/** The step a finding works on, as far as its rule or its place says; a pitfall is about the whole. */
export function stepNamedBy({ at, rule }: Finding): string {
  return 'missingIn' in at ? at.missingIn : (rule.split('.')[0] ?? rule);
}

/** "lesson: not yet there"; of a step that says something already, "lesson: one thing is still to come". */
function missingLine(stepId: string, critique: Critique, guide: Guide, isLabelled: boolean): string {
  const isBegun = (critique.steps[stepId]?.score ?? 0) > 0;
  const line = isBegun ? 'one thing is still to come' : 'not yet there';
  return isLabelled ? line : `${shortOf(guide, stepId)}: ${line}`;
}

/** A pitfall is about all of it. */
export function nameOf(guide: Guide, stepId: string): string {
  return guide.steps.find(({ id }) => id === stepId)?.short ?? 'the whole answer';
}

function shortOf(guide: Guide, stepId: string): string {
  return guide.steps.find((step) => step.id === stepId)?.short ?? 'that';
}

/** A pitfall is about the whole, and has no step to name. */
function workOn(guide: Guide, stepId: string): string {
  const step = guide.steps.find(({ id }) => id === stepId);
  return step === undefined ? 'Work on it' : `Work on "${step.short}"`;
}

/** The steps, and how the person felt about them beforehand. */
function stepsLines(judged: Judged, critique: Critique, guide: Guide): Runs[] {
  const gap = judged.rounds === 0 && !judged.outdated ? gapInWords(judged, critique, guide) : undefined;
  return [[stepsLine(judged, critique, guide)], ...(gap === undefined ? [] : [[gap]])];
}

/** "clear: setting, failure, what you did · thin: lesson, since then"; with numbers each step has its own. */
function stepsLine(judged: Judged, critique: Critique, guide: Guide): string {
  const scoreOf = (id: string): Score => critique.steps[id]?.score ?? 0;
  if (judged.manner.numbers && judged.first !== true)
    return guide.steps.map((step) => `${step.short} ${scoreOf(step.id)} of 2`).join(' · ');
  return ([2, 1, 0] as const)
    .flatMap((score) => {
      const names = guide.steps.filter(({ id }) => scoreOf(id) === score).map(({ short }) => short);
      return names.length === 0 ? [] : [`${RATING_WORDS[score]}: ${names.join(', ')}`];
    })
    .join(' · ');
}
