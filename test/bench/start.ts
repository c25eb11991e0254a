import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { lobbyCard } from '../../src/conversation/lobby.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { quantile } from './samples.ts';
import { printTable } from './table.ts';
import type { BenchServer } from './world.ts';

const RUNS = 5;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROBE = fileURLToPath(new URL('./first-prompt.py', import.meta.url));

/** From `npm start` in a terminal to the first card: with nothing there yet, and again in the same folder. */
export async function benchStart(server: BenchServer): Promise<void> {
  const cold: number[] = [];
  const warm: number[] = [];
  // What `npm ci` left built, or a change since: not part of a start.
  await firstPrompt(path.join(server.home, 'start-build'));
  for (let run = 0; run < RUNS; run += 1) {
    const home = path.join(server.home, `start-${run}`);
    cold.push(await firstPrompt(home));
    warm.push(await firstPrompt(home));
  }
  printTable(
    'From npm start to the first prompt, in a terminal; aim: cold 2500 ms, warm 1000 ms',
    ['', 'fastest', 'p50 ms', 'slowest', 'runs'],
    [row('cold: an empty folder (initdb, migrations)', cold), row('warm: the server starts again', warm)],
  );
}

/** Milliseconds from the command to the card. The process is closed afterwards, and its server with it. */
async function firstPrompt(home: string): Promise<number> {
  const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
  const probe = spawn('python3', [PROBE, firstWords(), 'npm', 'start'], {
    cwd: ROOT,
    env: { ...environment, COACH_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await Promise.all([textOf(probe.stdout), once(probe, 'exit')]);
  const measured = Number(printed.trim());
  if (printed.trim() === '' || !Number.isFinite(measured)) throw new Error('no first prompt was seen');
  return measured;
}

/** The beginning of the first card, as far as no wrapping and no quotes get in the way. */
function firstWords(): string {
  const [block] = lobbyCard(catalog.default).blocks;
  const run = block?.kind === 'text' ? block.runs[0] : undefined;
  return (typeof run === 'string' ? run : 'question').split(':')[0] ?? '';
}

function row(name: string, each: readonly number[]): string[] {
  return [
    name,
    ...[Math.min(...each), quantile(each, 0.5), Math.max(...each)].map((value) => value.toFixed(0)),
    String(each.length),
  ];
}
