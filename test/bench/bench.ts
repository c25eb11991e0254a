/**
 * How fast it is: `npm run bench`, or a part of it: `npm run bench -- turns growth critique start slack discord`.
 * `reminders` runs by the real clock for half an hour, so only where it is asked for: `npm run bench -- reminders`, with
 * `--people 10000`, `--at-once 1000`, `--on-discord 0` for fewer, `--only arming` (or 1 to 4) for one of its runs.
 * `pairing` makes real histories of 500 sessions first, some minutes: also only where asked for.
 * Prints figures and the machine they were made on; asserts nothing about time.
 */
import { parseArgs } from 'node:util';
import { benchCritique } from './critique.ts';
import { benchDiscord } from './discord.ts';
import { benchGrowth } from './growth.ts';
import { printDisk, printMachine, printServer } from './machine.ts';
import { benchPairing } from './pairing.ts';
import { benchReminders, USUAL_REMINDERS } from './reminders.ts';
import { benchSlack } from './slack.ts';
import { benchStart } from './start.ts';
import { benchTurns } from './turns.ts';
import { type BenchServer, createBenchServer } from './world.ts';

const PARTS: Readonly<Record<string, (server: BenchServer) => Promise<void>>> = {
  turns: benchTurns,
  growth: benchGrowth,
  critique: benchCritique,
  start: benchStart,
  slack: benchSlack,
  discord: benchDiscord,
  pairing: benchPairing,
  reminders: (server) =>
    benchReminders(server, {
      people: Number(values.people ?? USUAL_REMINDERS.people),
      atOnce: Number(values['at-once'] ?? USUAL_REMINDERS.atOnce),
      onDiscord: Number(values['on-discord'] ?? USUAL_REMINDERS.onDiscord),
      only: values.only,
    }),
};

/** They take long. */
const ONLY_WHERE_ASKED = ['reminders', 'pairing'];

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string' },
    'at-once': { type: 'string' },
    'on-discord': { type: 'string' },
    only: { type: 'string' },
  },
});
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

const began = performance.now();
await printMachine();
const server = await createBenchServer();
try {
  await printServer(server.url);
  await printDisk(server.home);
  for (const [name, part] of Object.entries(PARTS)) {
    const isUsual = asked.length === 0 && !ONLY_WHERE_ASKED.includes(name);
    if (isUsual || asked.includes(name)) await part(server);
  }
} finally {
  await server.close();
}
console.log(`\n${Math.round((performance.now() - began) / 1_000)} s in all\n`);
