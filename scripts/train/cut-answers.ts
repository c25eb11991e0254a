import type { Labelled } from './corpus.ts';

/**
 * Answers that end early, made of whole ones: people practise step by step, so the critic sees many drafts without their
 * last steps. Every other answer loses what came since, every third of the rest all but the scene and the failure.
 */
export function cutAnswers(answers: readonly Labelled[]): Labelled[] {
  return answers.flatMap((answer, at) => {
    if (answer.sentences === undefined) return [];
    if (at % 2 === 0) return cut(answer, 'growth', ['growth-evidence', 'since', 'claim']) ?? [];
    if (at % 3 !== 0) return [];
    const later = [
      'growth-evidence',
      'since',
      'claim',
      'reflections',
      'les',
      'vague',
      'immediate-actions',
      'act',
      'ment',
    ];
    return cut(answer, 'early', later) ?? [];
  });
}

/** The answer without the sentences that show any of the labels; undefined where nothing or too little would go or stay. */
function cut(answer: Labelled, how: 'growth' | 'early', labels: readonly string[]): Labelled | undefined {
  const sentences = answer.sentences ?? [];
  const kept = sentences.filter((one) => !one.labels.some((label) => labels.includes(label)));
  if (kept.length === sentences.length || kept.length < 2) return undefined;
  let text = '';
  const moved: { start: number; end: number; labels: string[] }[] = [];
  for (const one of kept) {
    if (text !== '') text += ' ';
    const start = text.length;
    text += answer.text.slice(one.start, one.end);
    moved.push({ start, end: text.length, labels: one.labels });
  }
  const shows = (label: string) => kept.some((one) => one.labels.includes(label));
  const lesson = shows('les')
    ? (answer.steps.reflections ?? 0)
    : shows('vague') || shows('reflections')
      ? 1
      : 0;
  const steps = {
    ...answer.steps,
    growth_evidence: 0 as const,
    reflections: lesson as 0 | 1 | 2,
    ...(how === 'early' ? { immediate_actions: 0 as const, reflections: 0 as const } : {}),
  };
  const verdict = answer.verdict === 'good' ? 'weak' : answer.verdict;
  return { ...answer, id: `${answer.id}~${how}`, text, steps, verdict, sentences: moved };
}
