import type { Scorecard } from '../../card/picture.ts';
import type { Critique } from '../../critique/critique.ts';
import { lengthOf } from '../../critique/length-of.ts';
import type { Guide } from '../../guide/guide.ts';

/** Pitfalls as chips: two words say enough beside the card. */
const CHIPS: Readonly<Record<string, string>> = {
  'others-mistakes': 'others’ mistakes',
  'core-skill': 'core of the job',
  'no-growth': 'no growth yet',
  'defensive-or-blaming': 'circumstances',
  trivial: 'a bigger one',
  'too-emotional': 'feelings first',
  'personal-catastrophe': 'close to home',
  'no-failure': 'no failure yet',
};

/** A critique as a scorecard. `showNumbers`: false for a person who hides them. */
export function scorecardOf(critique: Critique, guide: Guide, text: string, showNumbers: boolean): Scorecard {
  const found = new Set(critique.findings.map((finding) => finding.rule));
  return {
    picture: 'scorecard',
    steps: guide.steps.map((step) => ({ name: step.name, score: critique.steps[step.id]?.score ?? 0 })),
    numbers: showNumbers,
    seconds: {
      is: (critique.length ?? lengthOf(text)).seconds,
      from: guide.spoken.fromSeconds,
      to: guide.spoken.toSeconds,
    },
    pitfalls: guide.pitfalls.flatMap(({ id }) =>
      found.has(id) ? [CHIPS[id] ?? id.replaceAll('-', ' ')] : [],
    ),
    critic: critique.critic === 'rubric' ? 'offline critic' : 'language model',
  };
}
