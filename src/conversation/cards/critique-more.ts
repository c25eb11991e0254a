import { type Block, quote, type Runs, text } from '../../card/card.ts';
import { RATING_WORDS } from '../../card/scorecard-words.ts';
import type { Critique } from '../../critique/critique.ts';
import { judgedBy } from '../../critique/read-with.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import { changes } from '../changes.ts';
import { gapInWords, OWN_RATING_WORDS } from '../own-rating.ts';
import { scoreIn } from '../score-words.ts';
import type { CardDraft } from '../turn.ts';
import { comparableRatings } from './comparable.ts';
import { changeLines, type Judged, nameOf, QUOTED, stepNamedBy } from './critique-cards.ts';
import { noteRuns } from './note-runs.ts';
import { scorecardBlock } from './scorecard-of.ts';

/**
 * Everything behind `more`: each step with the words that earned it, beside the own rating and last time's; every
 * pitfall found and the two next changes; what the next question is about; who judged.
 */
export function critiqueMore(
  judged: Judged,
  critique: Critique,
  guide: Guide,
): Pick<CardDraft, 'blocks' | 'form' | 'share'> {
  const blocks: Block[] = [text('Step by step, with the words that earned it:')];
  blocks.push({
    kind: 'fields',
    fields: guide.steps.map((step) => {
      const judgement = critique.steps[step.id];
      const evidence = (judgement?.evidence ?? [])
        .slice(0, 2)
        .map((span): Runs => [quote(shorten(span.quote, QUOTED))]);
      const score = scoreIn(judged, judgement?.score ?? 0);
      return {
        label: `${step.name}`,
        lines: [[`${score}${besidesScore(judged, critique, step.id)}`] as Runs, ...evidence],
      };
    }),
  });
  if (!judged.outdated) blocks.push(scorecardBlock(judged, critique, guide, 'undrawn'));
  const gap = gapInWords(judged, critique, guide);
  if (gap !== undefined) blocks.push(text(gap));
  const others = otherChanges(judged, critique, guide);
  if (others.length > 0) {
    blocks.push(text('Also worth a look:'));
    blocks.push({ kind: 'fields', fields: others });
  }
  const note = changes(judged, critique).length === 0 ? undefined : noteRuns(critique);
  if (note !== undefined) blocks.push({ kind: 'fields', fields: [{ label: 'One more thing', lines: note }] });
  if (critique.next.about !== undefined)
    blocks.push(
      text('The next question is about: ', quote(shorten(critique.next.about.quote, QUOTED)), '.', {
        typed: ' Type follow-up to answer it.',
        pressed: '',
      }),
    );
  blocks.push(
    text(
      `${judgedBy(critique)}, from what is written, not from who wrote it. It can be wrong: not so sets a point aside.`,
    ),
  );
  return { blocks, form: 'answers', share: true };
}

/** " (you: clear; last time: thin)", as far as there is either. */
function besidesScore(judged: Judged, critique: Critique, stepId: string): string {
  const own = judged.ownRating?.steps?.[stepId];
  const last = comparableRatings(judged, critique)?.[stepId];
  const parts = [
    ...(own === undefined ? [] : [`you: ${OWN_RATING_WORDS[own]}`]),
    ...(last === undefined ? [] : [`last time: ${RATING_WORDS[last]}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** Two more changes, and every pitfall beyond them. */
function otherChanges(judged: Judged, critique: Critique, guide: Guide) {
  const pitfalls = new Set(guide.pitfalls.map((pitfall) => pitfall.id));
  return changes(judged, critique)
    .map((finding, index) => ({ finding, index }))
    .slice(1)
    .filter(({ finding, index }) => index < 3 || pitfalls.has(finding.rule))
    .map(({ finding, index }) => ({
      label: `${index + 1}. ${nameOf(guide, stepNamedBy(finding))}`,
      lines: changeLines(finding, critique, guide, { most: QUOTED, isLabelled: true }),
    }));
}
