import { EDGE, INK, MARGIN, PAPER, type Section, WIDTH } from './paper.ts';

const BETWEEN = 40;
const EDGE_WIDTH = 6;
const ROUND = 28;

/** Sections under one another on paper of their own, as SVG. */
export function onPaper(sections: readonly Section[]): string {
  const drawn: string[] = [];
  let y = MARGIN;
  for (const { svg, height } of sections) {
    drawn.push(`<g transform="translate(${MARGIN} ${y})">${svg}</g>`);
    y += height + BETWEEN;
  }
  const height = y - BETWEEN + MARGIN;
  const inset = EDGE_WIDTH / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect x="${inset}" y="${inset}" width="${WIDTH - EDGE_WIDTH}" height="${height - EDGE_WIDTH}" rx="${ROUND}" fill="${PAPER}" stroke="${EDGE}" stroke-width="${EDGE_WIDTH}"/>`,
    `<g font-family="DejaVu Sans" fill="${INK}">`,
    ...drawn,
    '</g></svg>',
  ].join('');
}
