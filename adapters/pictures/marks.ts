import { INK, MARK_SIZE, type Mark, PAPER } from './paper.ts';

/** Each critic has a mark of its own, told apart by shape and filling. */
const MARKS = [
  { symbol: 'circle', hollow: false },
  { symbol: 'circle', hollow: true },
  { symbol: 'rect', hollow: false },
  { symbol: 'rect', hollow: true },
] as const satisfies readonly Mark[];

/** The mark of a critic, by its place among those of the picture. */
export function markOf(critic: number): Mark {
  return MARKS[critic % MARKS.length] ?? MARKS[0];
}

/** The mark as it stands in a key. */
export function markAt(x: number, y: number, { symbol, hollow }: Mark): string {
  const looks = `fill="${hollow ? PAPER : INK}" stroke="${INK}" stroke-width="5"`;
  const half = MARK_SIZE / 2;
  return symbol === 'circle'
    ? `<circle cx="${x}" cy="${y}" r="${half}" ${looks}/>`
    : `<rect x="${x - half}" y="${y - half}" width="${MARK_SIZE}" height="${MARK_SIZE}" ${looks}/>`;
}

/** A rating of the person's own: a diamond round the place of a critic's mark, so that both are seen on one spot. */
export const OWN_SIZE = 42;

export function ownMarkAt(x: number, y: number): string {
  const half = OWN_SIZE / 2;
  const corners = [`${x},${y - half}`, `${x + half},${y}`, `${x},${y + half}`, `${x - half},${y}`];
  return `<polygon points="${corners.join(' ')}" fill="none" stroke="${INK}" stroke-width="4"/>`;
}
