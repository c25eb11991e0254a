/**
 * How fast it is: `npm run bench`, or a part of it: `npm run bench -- turns growth critique start slack discord`.
 * Prints figures and the machine they were made on; asserts nothing about time.
 */
import { benchCritique } from './critique.ts';
import { benchDiscord } from './discord.ts';
import { benchGrowth } from './growth.ts';
import { printDisk, printMachine, printServer } from './machine.ts';
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
};

const asked = process.argv.slice(2);
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
    if (asked.length === 0 || asked.includes(name)) await part(server);
  }
} finally {
  await server.close();
}
console.log(`\n${Math.round((performance.now() - began) / 1_000)} s in all\n`);
