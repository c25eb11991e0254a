import { appendFileSync } from 'node:fs';
import pg from 'pg';

// Preloaded into the product (`node --import`): dies of SIGKILL at gap number KILL_AT. A gap is a point before or
// after the process touches the world: a query to PostgreSQL, a write to the terminal. With GAPS_FILE it counts them
// into that file.

const killAt = Number(process.env.KILL_AT ?? '0');
const countFile = process.env.GAPS_FILE;
let gaps = 0;

function gap() {
  gaps += 1;
  if (gaps === killAt) process.kill(process.pid, 'SIGKILL');
  if (countFile !== undefined) appendFileSync(countFile, '.');
}

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function queryBetweenGaps(...args) {
  gap();
  const result = Reflect.apply(query, this, args);
  if (result instanceof Promise) result.then(gap, gap);
  return result;
};

const write = process.stdout.write;
process.stdout.write = (...args) => {
  gap();
  const written = Reflect.apply(write, process.stdout, args);
  gap();
  return written;
};
