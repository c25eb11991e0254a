import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { startDiscordProcess } from '../support/discord-process.ts';
import {
  type BenchPerson,
  createLoopbackDiscord,
  type LoopbackDiscord,
  type Took,
} from './loopback-discord.ts';
import { ANSWERS } from './practice.ts';
import { quantile } from './samples.ts';
import { ms, printTable } from './table.ts';
import type { BenchServer } from './world.ts';

/** Each has five questions to answer. */
const PEOPLE = 90;
/** So many prepare side by side. */
const AT_ONCE = 6;
const ONE_BY_ONE = 60;
/** The first fill caches and are not counted. */
const WARM_UP = 10;
const LOAD_S = 6;
const EVENTS_A_SECOND = 100;
/** What the load before left over is sent by then. */
const SETTLING_MS = 3_000;

interface Kind {
  readonly name: string;
  readonly events: number;
  does(discord: LoopbackDiscord, person: BenchPerson): Promise<Took>;
}

/** Answered in the response itself. */
const COMMAND: Kind = {
  name: 'a command (tips)',
  events: 1,
  does: (discord, person) => discord.commands(person, 'tips'),
};

/** The words are stored; Next ends the answer, which is read, and brings the next question. */
const ANSWER: Kind = {
  name: 'an answer and Next',
  events: 2,
  async does(discord, person) {
    discord.says(person, ANSWERS[person.cards % ANSWERS.length] ?? '');
    return discord.presses(person, 'next');
  },
};

/**
 * Events of the gateway in, calls of the REST API out, through the whole product as it is started: how long until Discord
 * has the first response, for which it gives three seconds, and until the person sees what they asked for. A bot may make
 * 50 calls a second and discord.js keeps to that, first responses aside: under the load of commands that limit is met.
 */
export async function benchDiscord(server: BenchServer): Promise<void> {
  const discord = await createLoopbackDiscord();
  const product = startDiscordProcess(discord, {
    COACH_HOME: path.join(server.home, 'discord'),
    DATABASE_URL: await server.database('discord'),
    ENCRYPTION_KEYS: newKeyringValue('bench'),
  });
  try {
    await product.started;
    await measured(discord);
  } finally {
    product.terminate();
    await product.ended;
    await discord.close();
  }
}

async function measured(discord: LoopbackDiscord): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, number) => discord.person(number));
  const began = performance.now();
  await atOnce(people, AT_ONCE, (person) => toFirstQuestion(discord, person));
  console.log(
    `  ${PEOPLE} people led to the first question, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  const rows: string[][] = [];
  for (const kind of [COMMAND, ANSWER]) {
    let turns = 0;
    const next = () => {
      turns += 1;
      return people[turns % people.length] ?? discord.person(PEOPLE);
    };
    await sleep(SETTLING_MS);
    rows.push(row(`${kind.name}, one at a time`, await oneByOne(discord, kind, next)));
    rows.push(row(`${kind.name}, ${EVENTS_A_SECOND} events a second`, await underLoad(discord, kind, next)));
  }
  printTable(
    'Discord: an event of the gateway in; the first response (Discord waits 3,000 ms), and what was asked for',
    ['', 'first p50 ms', 'p99 ms', 'whole p50 ms', 'p99 ms', 'times'],
    rows,
  );
  const calls = [...discord.calls].map(([call, count]) => `${call} ${count}`);
  console.log(`\n  Calls of the product: ${calls.join(', ')}.`);
}

/** Somebody new: their practice opened, with a story, for no role, straight to the first of the five questions. */
async function toFirstQuestion(discord: LoopbackDiscord, person: BenchPerson): Promise<void> {
  await discord.commands(person, 'start');
  for (const action of ['story', 'practice', 'skip']) await discord.presses(person, action);
}

async function oneByOne(discord: LoopbackDiscord, kind: Kind, next: () => BenchPerson): Promise<Took[]> {
  const each: Took[] = [];
  for (let n = 0; n < WARM_UP + ONE_BY_ONE; n += 1) each.push(await kind.does(discord, next()));
  return each.slice(WARM_UP);
}

/**
 * So many events a second whatever becomes of them. The whole counts from the moment an event was due: who still waits
 * sends the next one late.
 */
async function underLoad(discord: LoopbackDiscord, kind: Kind, next: () => BenchPerson): Promise<Took[]> {
  const times = (EVENTS_A_SECOND / kind.events) * LOAD_S;
  const everyMs = (LOAD_S * 1_000) / times;
  const under = new Map<BenchPerson, Promise<unknown>>();
  const each: Promise<Took>[] = [];
  const began = performance.now();
  for (let n = 0; n < times; n += 1) {
    const wait = began + n * everyMs - performance.now();
    if (wait > 0) await sleep(wait);
    const person = next();
    const due = performance.now();
    const took = (under.get(person) ?? Promise.resolve()).then(async () => {
      const waited = performance.now() - due;
      const { first, whole } = await kind.does(discord, person);
      return { first, whole: waited + whole };
    });
    under.set(
      person,
      took.catch(() => undefined),
    );
    each.push(took);
  }
  const settled = await Promise.allSettled(each);
  const lost = settled.filter(({ status }) => status === 'rejected').length;
  if (lost > 0) console.log(`  ${lost} of ${times} did not come`);
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

function row(name: string, each: readonly Took[]): string[] {
  const figures = (['first', 'whole'] as const).flatMap((what) => {
    const all = each.map((took) => took[what]);
    return [ms(quantile(all, 0.5)), ms(quantile(all, 0.99))];
  });
  return [name, ...figures, String(each.length)];
}

async function atOnce<T>(all: readonly T[], count: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: count }, worker));
}
