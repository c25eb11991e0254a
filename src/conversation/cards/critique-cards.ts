import { type Block, type Button, quote, type Run, type Runs, text } from '../../card/card.ts';
import type { Critique, Finding, Score } from '../../critique/critique.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { speakingTime } from '../../text/speaking-time.ts';
import type { CardDraft } from '../turn.ts';

/** A score in words: the first practice shows no numbers. */
export const SCORE_WORDS: Readonly<Record<Score, string>> = { 0: 'not yet', 1: 'thin', 2: 'clear' };

const QUOTED = 240;

/** The first screen of a critique, as `voice.md` draws it: everything else is behind `more`. */
export function critiqueScreen(
  critique: Critique,
  draftText: string,
  guide: Guide,
  outdated: boolean,
): CardDraft {
  const [keep] = critique.keep;
  const change = firstChange(critique);
  const fields = [
    ...(keep === undefined
      ? []
      : [{ label: 'KEEP', lines: [[quote(shorten(keep.span.quote, QUOTED))], [keep.effect]] }]),
    ...(change === undefined ? [] : [{ label: 'CHANGE', lines: changeLines(change, guide) }]),
    { label: 'STEPS', lines: [[stepsLine(critique, guide)]] },
    { label: 'LENGTH', lines: [[lengthAdvice(draftText, guide)]] },
    { label: 'NEXT', lines: nextLines(critique) },
  ];
  const blocks: Block[] = [text(critique.line), { kind: 'fields', fields }];
  if (outdated) blocks.unshift(text('You changed the text after this. Type go and I look again.'));
  return { blocks, buttons: critiqueButtons(change, guide, outdated), asks: 'nothing', standing: true };
}

/** The finding to change first. */
function firstChange(critique: Critique): Finding | undefined {
  return [...critique.findings].sort((a, b) => a.rank - b.rank)[0];
}

function critiqueButtons(change: Finding | undefined, guide: Guide, outdated: boolean): Button[] {
  const missing = change !== undefined && 'missingIn' in change.at ? change.at.missingIn : undefined;
  const step = guide.steps.find((candidate) => candidate.id === (missing ?? change?.rule.split('.')[0]));
  const rewrite: Button =
    step === undefined
      ? { action: 'redo', word: 'redo', label: 'Rewrite a step' }
      : {
          action: `redo:${step.id}`,
          word: `redo ${guide.steps.indexOf(step) + 1}`,
          label: `Rewrite ${step.name}`,
        };
  return [
    outdated
      ? { action: 'go', word: 'go', label: 'Look again', style: 'primary' }
      : { ...rewrite, style: 'primary' },
    { action: 'more', word: 'more', label: 'More' },
    { action: 'done', word: 'done', label: 'Done for today' },
  ];
}

function changeLines(finding: Finding, guide: Guide): Runs[] {
  const head: Run[] =
    'span' in finding.at
      ? [quote(shorten(finding.at.span.quote, QUOTED))]
      : [`${nameOf(guide, finding.at.missingIn)}: not yet there`];
  const lines: Runs[] = [head, [finding.why], [finding.question]];
  return finding.shape === undefined ? lines : [...lines, [`Shape: "${finding.shape}"`]];
}

function nameOf(guide: Guide, stepId: string): string {
  return guide.steps.find((step) => step.id === stepId)?.name ?? stepId;
}

/** "setting clear · failure clear · lesson thin". */
function stepsLine(critique: Critique, guide: Guide): string {
  return guide.steps
    .map((step) => `${step.short} ${SCORE_WORDS[critique.steps[step.id]?.score ?? 0]}`)
    .join(' · ');
}

/** The length in words for the critique: how long it takes, and how much room is left or too much there is. */
function lengthAdvice(draftText: string, guide: Guide): string {
  const time = speakingTime(draftText);
  const seconds = Math.round((time.fromSeconds + time.toSeconds) / 2);
  const { fromSeconds, toSeconds } = guide.spoken;
  if (time.toSeconds < fromSeconds || seconds < fromSeconds) {
    const wordsPerSecond = time.words / Math.max(1, seconds);
    const from = Math.max(10, Math.round(((fromSeconds - seconds) * wordsPerSecond) / 10) * 10);
    return `About ${seconds} seconds. Room for ${from} to ${from + 30} words.`;
  }
  if (seconds > toSeconds)
    return `About ${seconds} seconds. Over ${toSeconds}, listeners drift: what could go?`;
  return `About ${seconds} seconds: a good length.`;
}

/** Everything behind `more`: each step with the words that earned it, every finding, who judged. */
export function critiqueMore(critique: Critique, guide: Guide): Pick<CardDraft, 'blocks'> {
  const steps = guide.steps.map((step) => {
    const judgement = critique.steps[step.id];
    const evidence = (judgement?.evidence ?? [])
      .slice(0, 2)
      .map((span): Runs => [quote(shorten(span.quote, QUOTED))]);
    return { label: step.name, lines: [[SCORE_WORDS[judgement?.score ?? 0]] as Runs, ...evidence] };
  });
  const changes = [...critique.findings].sort((a, b) => a.rank - b.rank).slice(1, 4);
  const blocks: Block[] = [
    text('Step by step, with the words that earned it:'),
    { kind: 'fields', fields: steps },
  ];
  if (changes.length > 0) {
    blocks.push(text('Also worth a look:'));
    blocks.push({
      kind: 'fields',
      fields: changes.map((finding, index) => ({
        label: `${index + 2}.`,
        lines: changeLines(finding, guide),
      })),
    });
  }
  blocks.push(
    text(
      `Judged by the ${critique.critic === 'rubric' ? 'built-in rubric' : 'language model'} (${critique.version}), from what is written, not from who wrote it. Spelling and grammar do not count.`,
    ),
  );
  return { blocks };
}

function nextLines({ next }: Critique): Runs[] {
  const asked: Runs = [`They may ask: "${next.question}"`];
  return next.about === undefined ? [asked] : [asked, ['About: ', quote(shorten(next.about.quote, QUOTED))]];
}
