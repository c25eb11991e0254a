import type { Critique, Score } from '../critique/critique.ts';
import { type Guide, stepOf } from '../guide/guide.ts';
import type { Session } from './session.ts';

/** The three ratings in words, as a person gives them; the place is the score. */
export const OWN_RATING_WORDS = ['not yet', 'there, but thin', 'clear'] as const;

/** What a person types for a rating: a letter, a figure or the word. */
const TYPED: Readonly<Record<string, Score>> = {
  n: 0,
  '0': 0,
  'not yet': 0,
  t: 1,
  '1': 1,
  thin: 1,
  c: 2,
  '2': 2,
  clear: 2,
};

/** Whether the person is asked for their own view: before the first critique of a practice, never of a sheltered story. */
export function asksOwnRating(session: Session): boolean {
  return session.drafts === 0 && session.sheltered !== true;
}

/** Five ratings typed in one line ("c c t t n", "clear, clear, thin, thin, not yet"); undefined for anything else. */
export function parseRatings(message: string, guide: Guide): Record<string, Score> | undefined {
  const line = message
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/u, '');
  const words = /^[nct012]+$/u.test(line) ? [...line] : tokens(line);
  if (words.length !== guide.steps.length) return undefined;
  const scores = words.map((word) => (Object.hasOwn(TYPED, word) ? TYPED[word] : undefined));
  if (scores.some((score) => score === undefined)) return undefined;
  return Object.fromEntries(guide.steps.map((step, index) => [step.id, scores[index] ?? 0]));
}

function tokens(line: string): string[] {
  return line
    .replaceAll('there, but thin', 'thin')
    .replaceAll('not yet', 'n')
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
}

/** The ratings of a form, by step id; undefined where one is none. */
export function ratingsOf(
  values: Readonly<Record<string, string>>,
  guide: Guide,
): Record<string, Score> | undefined {
  const scores = guide.steps.map((step) => TYPED[values[step.id]?.toLowerCase() ?? '']);
  if (scores.some((score) => score === undefined)) return undefined;
  return Object.fromEntries(guide.steps.map((step, index) => [step.id, scores[index] ?? 0]));
}

/** The person's view beside the critic's, said kindly; undefined where they agree or where there is none to compare. */
export function gapInWords(
  session: Pick<Session, 'ownRating'>,
  critique: Critique,
  guide: Guide,
): string | undefined {
  const own = session.ownRating;
  if (own === undefined) return undefined;
  const scoreOf = (id: string): Score => critique.steps[id]?.score ?? 0;
  const lowest = [...guide.steps].sort((a, b) => scoreOf(a.id) - scoreOf(b.id))[0];
  if (lowest === undefined) return undefined;
  if (own.weakest !== undefined) {
    const felt = stepOf(guide, own.weakest);
    if (scoreOf(felt.id) === scoreOf(lowest.id))
      return scoreOf(felt.id) === 2
        ? `You felt "${felt.short}" was weakest; it reads clear.`
        : `You felt "${felt.short}" was weakest; I would look there too.`;
    return `You felt "${felt.short}" was weakest; I would look at "${lowest.short}".`;
  }
  const { steps } = own;
  if (steps === undefined) return undefined;
  const apart = [...guide.steps].sort(
    (a, b) => Math.abs((steps[b.id] ?? 0) - scoreOf(b.id)) - Math.abs((steps[a.id] ?? 0) - scoreOf(a.id)),
  )[0];
  if (apart === undefined) return undefined;
  const felt = steps[apart.id] ?? 0;
  const read = scoreOf(apart.id);
  if (felt === read) return 'You and I read it the same way.';
  return felt < read
    ? `"${apart.short}" is better than you felt: it reads ${OWN_RATING_WORDS[read]}.`
    : `You felt sure of "${apart.short}"; a listener has less to hold there than you do.`;
}
