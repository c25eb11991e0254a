import type { Block } from '../../card/card.ts';
import type { Scorecard } from '../../card/picture.ts';
import { altOf } from '../../card/picture-alt.ts';
import type { Critique } from '../../critique/critique.ts';
import { pitfallChip } from '../../critique/pitfall-chip.ts';
import { criticLabel, judgedByLabel } from '../../critique/read-with.ts';
import type { Guide } from '../../guide/guide.ts';
import { middleSeconds, speakingTime } from '../../text/speaking-time.ts';
import { changes } from '../changes.ts';
import type { Stood } from '../past.ts';
import type { Session } from '../session.ts';
import { comparableRatings } from './comparable.ts';

/** What a scorecard looks at besides the critique. */
export interface Carded extends Pick<Session, 'manner' | 'first' | 'setAside' | 'earlier' | 'ownRating'> {
  readonly draftText: string;
  /** How the practices before this one stood, oldest first. */
  readonly trend?: readonly Stood[];
}

/**
 * A critique as a scorecard: the own rating and last time's beside each step where there are such, and the practices
 * before this one.
 */
export function scorecardOf(carded: Carded, critique: Critique, guide: Guide): Scorecard {
  const { manner, ownRating, trend = [] } = carded;
  const last = comparableRatings(carded, critique);
  const found = new Set(changes(carded, critique).map((finding) => finding.rule));
  const critic = criticLabel(critique);
  return {
    picture: 'scorecard',
    steps: guide.steps.map(({ id, name }) => ({
      name,
      score: critique.steps[id]?.score ?? 0,
      ...(last?.[id] === undefined ? {} : { last: last[id] }),
      ...(ownRating?.steps?.[id] === undefined ? {} : { own: ownRating.steps[id] }),
    })),
    numbers: manner.numbers && carded.first !== true,
    seconds: {
      is: middleSeconds(speakingTime(carded.draftText, manner.wordsPerMinute)),
      from: guide.spoken.fromSeconds,
      to: guide.spoken.toSeconds,
    },
    pitfalls: guide.pitfalls.flatMap(({ id }) => (found.has(id) ? [pitfallChip(id)] : [])),
    ...(trend.length === 0 ? {} : { trend: [...trend, { overall: critique.overall, critic }] }),
    critic: judgedByLabel(critique),
  };
}

/** The scorecard beside a card's words: as a picture, or in bars where none can be drawn. */
export function scorecardBlock(
  carded: Carded,
  critique: Critique,
  guide: Guide,
  only: 'drawn' | 'undrawn',
): Block {
  const picture = scorecardOf(carded, critique, guide);
  return { kind: 'picture', picture, alt: altOf(picture), only };
}
