import { type Pair, pairKey, pairsIn } from '../../src/mocks/meeting.ts';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { pairFairly } from '../../src/mocks/pairing/pair-fairly.ts';
import { quantile } from './samples.ts';
import { ms, printTable } from './table.ts';

const PEOPLE = 1_000;
const APART = 200;
const AFTER = [0, 10, 100, 500];
const TIMES = 5;

/**
 * One pairing of 1,000 people, with the history that so many sessions before it left, paired by the product itself: so the
 * making of the histories takes minutes. No database.
 */
export async function benchPairing(): Promise<void> {
  const rows = [0, 0.2].flatMap((absent) => pairedAfter(absent));
  printTable(
    `One pairing of ${PEOPLE} people, ${APART} pairs of them kept apart`,
    ['history', 'p50 ms', 'slowest', 'pairs met', 'there', 'repeats'],
    rows,
  );
}

function pairedAfter(absent: number): string[][] {
  const roster = Array.from({ length: PEOPLE }, (_, index) => `slack:T024BE7LD:U${index}`);
  const draw = drawing(1);
  const any = () => roster[Math.floor(draw() * PEOPLE)] ?? '';
  const apart = Array.from({ length: APART }, (): Pair => [any(), any()]).filter(([a, b]) => a !== b);
  const met = new Map<string, number>();
  const rows: string[][] = [];
  let repeats = 0;
  for (let session = 0; session <= Math.max(...AFTER); session++) {
    const present = roster.filter(() => draw() >= absent);
    const pairing = { present, roster, met, apart };
    if (AFTER.includes(session)) {
      const each = Array.from({ length: TIMES }, () => {
        const began = performance.now();
        pairFairly(pairing);
        return performance.now() - began;
      });
      const name = `${session} sessions, ${absent === 0 ? 'nobody away' : `${absent * 100} % away`}`;
      const counts = [met.size, present.length, repeats].map((count) => count.toLocaleString('en'));
      rows.push([name, ms(quantile(each, 0.5)), ms(Math.max(...each)), ...counts]);
    }
    for (const [one, other] of pairsIn(pairFairly(pairing))) {
      const key = pairKey(one, other);
      const times = met.get(key) ?? 0;
      if (times > 0) repeats++;
      met.set(key, times + 1);
    }
  }
  return rows;
}
