import { open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { quantile } from './samples.ts';
import { ms } from './table.ts';

/** Says on what the figures were made: they mean nothing without it. */
export async function printMachine(): Promise<void> {
  const [cpu] = os.cpus();
  const gigabytes = (os.totalmem() / 2 ** 30).toFixed(1);
  console.log(`machine     ${cpu?.model.trim() ?? 'unknown'}, ${os.cpus().length} cores, ${gigabytes} GB`);
  console.log(`system      ${os.type()} ${os.release()} ${os.arch()}, Node ${process.version}`);
  const load = os.loadavg().map((value) => value.toFixed(2));
  console.log(`load        ${load.join(' ')} (others at work here make every figure worse)`);
}

/** The server's version, and whether it waits for the disk. */
export async function printServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const show = async (name: string) => (await client.query(`SHOW ${name}`)).rows[0]?.[name];
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers'];
  const settings: string[] = [];
  for (const name of names) settings.push(`${name} ${await show(name)}`);
  console.log(`postgresql  ${await show('server_version')}, ${settings.join(', ')}`);
  await client.end();
}

/** What one small durable write costs on this disk: the floor under every commit. */
export async function printDisk(folder: string): Promise<void> {
  const file = path.join(folder, 'disk-probe');
  const handle = await open(file, 'w');
  const page = Buffer.alloc(8192, 1);
  const each: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const at = performance.now();
    await handle.write(page, 0, page.length, 0);
    await handle.datasync();
    each.push(performance.now() - at);
  }
  await handle.close();
  await rm(file);
  console.log(
    `disk        8 kB written and fdatasync'ed: p50 ${ms(quantile(each, 0.5))} ms, p99 ${ms(quantile(each, 0.99))} ms`,
  );
}
