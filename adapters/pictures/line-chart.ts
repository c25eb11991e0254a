import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Scorecard } from '../../src/card/picture.ts';
import { overallIn, RATING_WORDS, runsOf } from '../../src/card/scorecard-words.ts';
import { OWN_SIZE } from './marks.ts';
import { INK, INNER, MARK_SIZE, type Mark, PAPER, SMALL, SOFT_INK, TRACK } from './paper.ts';

use([LineChart, GridComponent, SVGRenderer]);

interface Line {
  readonly trend: NonNullable<Scorecard['trend']>;
  /** A figure over each mark. */
  readonly numbers: boolean;
  /** The person's own view of each practice, where they told one. */
  readonly own?: readonly (number | undefined)[];
  /** In px. */
  readonly height: number;
  readonly markOf: (critic: string) => Mark;
}

/** Practices as a line, by ECharts, as SVG. Nothing joins the practices of two critics: a dashed line stands between. */
export function lineChart({ trend, numbers, own = [], height, markOf }: Line): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: INNER, height });
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
      ...(own.every((rating) => rating === undefined) ? [] : [ownSeries(own)]),
      ...runs.map(({ critic, from, overalls }) => {
        const { symbol, hollow } = markOf(critic);
        return {
          type: 'line',
          silent: true,
          symbol,
          showAllSymbol: true,
          symbolSize: MARK_SIZE,
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
  return withoutCounts(svg);
}

/** Marks that nothing joins, round those of the critic. */
function ownSeries(own: NonNullable<Line['own']>) {
  return {
    type: 'line',
    silent: true,
    symbol: 'diamond',
    showAllSymbol: true,
    symbolSize: OWN_SIZE,
    clip: false,
    data: own.flatMap((rating, index) => (rating === undefined ? [] : [[index, rating]])),
    lineStyle: { width: 0, opacity: 0 },
    itemStyle: { color: 'transparent', borderColor: INK, borderWidth: 4, opacity: 1 },
  };
}

/**
 * ECharts numbers its names and its styles for hovering through the life of the process. Nobody hovers over a PNG, and
 * without them the same scorecard is the same picture.
 */
function withoutCounts(svg: string): string {
  return svg
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/ class="zr\d+-[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'zr-');
}

function scaleWord(overall: number): string {
  return overall === 0 ? RATING_WORDS[0] : overall === 1 ? RATING_WORDS[2] : RATING_WORDS[1];
}
