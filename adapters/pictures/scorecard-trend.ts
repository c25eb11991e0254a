import type { Scorecard } from '../../src/card/picture.ts';
import {
  criticLabel,
  NOT_JOINED,
  overallIn,
  RATING_WORDS,
  runsOf,
  trendOf,
  trendTitle,
} from '../../src/card/scorecard-words.ts';
import { inLines } from './letter-widths.ts';
import { HEAD, INK, INNER, PAPER, type Section, SMALL, SOFT_INK, TRACK } from './paper.ts';
import { svgText } from './svg-text.ts';

const CHART = 250;
const LINE = 42;
const MARK = 24;
/** Each critic has a mark of its own, told apart by shape and filling. */
const MARKS = [
  { symbol: 'circle', hollow: false },
  { symbol: 'circle', hollow: true },
  { symbol: 'rect', hollow: false },
  { symbol: 'rect', hollow: true },
] as const;

type Mark = (typeof MARKS)[number];

/** The last practices as a line that stops where the critic changes. Undefined where there is no trend. */
export async function trendSection(scorecard: Scorecard): Promise<Section | undefined> {
  const trend = trendOf(scorecard);
  if (trend.length === 0) return undefined;
  const critics = [...new Set(trend.map(({ critic }) => critic))];
  const chart = await chartOf(trend, scorecard.numbers, critics);
  const drawn = [
    svgText(trendTitle(trend.length, scorecard.numbers), 0, HEAD - 6, { size: HEAD, bold: true }),
    `<g transform="translate(0 ${HEAD + 6})">${chart}</g>`,
  ];
  let y = HEAD + 6 + CHART + 10;
  if (critics.length > 1) {
    critics.forEach((critic, index) => {
      const label = svgText(criticLabel(critic), 44, y + SMALL - 4, { size: SMALL });
      drawn.push(markAt(16, y + SMALL - 14, markOf(index)), label);
      y += LINE;
    });
    for (const line of inLines(NOT_JOINED, INNER, SMALL)) {
      drawn.push(svgText(line, 0, y + SMALL - 4, { size: SMALL, colour: SOFT_INK }));
      y += LINE;
    }
  }
  return { svg: drawn.join(''), height: y };
}

/** The chart by ECharts, as SVG. */
async function chartOf(
  trend: NonNullable<Scorecard['trend']>,
  numbers: boolean,
  critics: readonly string[],
): Promise<string> {
  const { init } = await chartLibrary();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: INNER, height: CHART });
  const runs = runsOf(trend);
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'DejaVu Sans' },
    grid: { left: 140, right: 34, top: 52, bottom: 24, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: -0.04 * trend.length, max: trend.length - 1 },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.5,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: TRACK, width: 3 } },
      axisLabel: { fontSize: SMALL, color: SOFT_INK, margin: 24, formatter: scaleWord },
    },
    series: [
      ...runs.slice(1).map(({ from }) => ({
        type: 'line',
        silent: true,
        symbol: 'none',
        data: [
          [from - 0.5, 0],
          [from - 0.5, 1],
        ],
        lineStyle: { color: SOFT_INK, width: 3, type: [6, 8] },
      })),
      ...runs.map(({ critic, from, overalls }) => {
        const { symbol, hollow } = markOf(critics.indexOf(critic));
        return {
          type: 'line',
          silent: true,
          symbol,
          showAllSymbol: true,
          symbolSize: MARK,
          clip: false,
          data: overalls.map((overall, index) => [from + index, overall]),
          lineStyle: { color: INK, width: 5 },
          itemStyle: { color: hollow ? PAPER : INK, borderColor: INK, borderWidth: 5, opacity: 1 },
          label: {
            show: numbers,
            position: 'top',
            distance: 8,
            fontSize: SMALL,
            color: INK,
            formatter: ({ data }: { data: unknown }) =>
              Array.isArray(data) ? overallIn(Number(data[1]), true) : '',
          },
        };
      }),
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Its names count the charts of this process: the same scorecard is the same picture.
  return svg.replace(/\bzr\d+-/g, 'zr-');
}

/** Loaded with the first trend, and only the parts it needs. */
async function chartLibrary() {
  const [core, { LineChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([LineChart, GridComponent, SVGRenderer]);
  return core;
}

function scaleWord(overall: number): string {
  return overall === 0 ? RATING_WORDS[0] : overall === 1 ? RATING_WORDS[2] : RATING_WORDS[1];
}

function markOf(critic: number): Mark {
  return MARKS[critic % MARKS.length] ?? MARKS[0];
}

function markAt(x: number, y: number, { symbol, hollow }: Mark): string {
  const looks = `fill="${hollow ? PAPER : INK}" stroke="${INK}" stroke-width="5"`;
  const half = MARK / 2;
  return symbol === 'circle'
    ? `<circle cx="${x}" cy="${y}" r="${half}" ${looks}/>`
    : `<rect x="${x - half}" y="${y - half}" width="${MARK}" height="${MARK}" ${looks}/>`;
}
