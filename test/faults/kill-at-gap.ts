import { appendFileSync } from 'node:fs';
import pg from 'pg';

/**
 * Preloaded into the product (`node --import`): dies of SIGKILL at gap number KILL_AT. A gap is a point before or
 * after the process touches the world: a query to PostgreSQL, a write to the terminal. Without KILL_AT it counts
 * them, into the file GAPS_FILE.
 */
const killAt = Number(process.env.KILL_AT ?? '0');
const countFile = process.env.GAPS_FILE;
let gaps = 0;

function gap(): void {
  gaps += 1;
  if (gaps === killAt) process.kill(process.pid, 'SIGKILL');
  if (countFile !== undefined) appendFileSync(countFile, '.');
}

const query = pg.Client.prototype.query;
Object.defineProperty(pg.Client.prototype, 'query', {
  value(this: pg.Client, ...args: unknown[]) {
    gap();
    const result: unknown = Reflect.apply(query, this, args);
    if (result instanceof Promise) result.then(gap, gap);
    return result;
  },
});

const write = process.stdout.write;
Object.defineProperty(process.stdout, 'write', {
  value(...args: unknown[]) {
    gap();
    const written: unknown = Reflect.apply(write, process.stdout, args);
    gap();
    return written;
  },
});
