import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { type BenchPerson, createLoopbackSlack, type LoopbackSlack, SECRET } from './loopback-slack.ts';
import { ANSWERS } from './practice.ts';
import { median, quantile } from './samples.ts';
import { type SlackChild, startChild } from './slack-child.ts';
import { ms, printTable, times } from './table.ts';
import type { BenchServer } from './world.ts';

/** Each has five questions to answer, which is what the rounds below ask of them. */
const PEOPLE = 160;
/** So many prepare side by side. */
const AT_ONCE = 6;
const ROUNDS = 4;
const IN_A_ROUND = 40;
/** Both apps have their load one after the other, this often, and so long each time. */
const LOAD_ROUNDS = 2;
const LOAD_S = 4;
const EVENTS_A_SECOND = 100;

/** A way to have a card by events that come in one after the other; the card follows the last. */
interface Kind {
  readonly name: string;
  readonly events: number;
  /** What goes before the measured event and is only acknowledged. */
  before(slack: LoopbackSlack, person: BenchPerson): Promise<void>;
  last(slack: LoopbackSlack, person: BenchPerson): Promise<void>;
}

const TIPS: Kind = {
  name: 'tips',
  events: 1,
  before: () => Promise.resolve(),
  last: (slack, person) => slack.says(person, 'tips'),
};

/** The words are stored and acknowledged; Next ends the answer, which is read, and brings the next question. */
const ANSWER: Kind = {
  name: 'an answer and Next',
  events: 2,
  before: (slack, person) => slack.says(person, ANSWERS[person.cards % ANSWERS.length] ?? ''),
  last: (slack, person) => slack.presses(person, 'press:next'),
};

interface Measured {
  readonly each: number[];
  cpuMs: number;
  events: number;
}

interface App {
  readonly name: 'bare' | 'product';
  readonly slack: LoopbackSlack;
  readonly child: SlackChild;
  readonly people: readonly BenchPerson[];
  turns: number;
}

/**
 * A signed event over HTTP in, chat.postMessage out, through the whole product as a process of its own; and the same
 * through the least app that is as durable, in Bolt and pg, by turns. The Slack of both is this process.
 */
export async function benchSlack(server: BenchServer): Promise<void> {
  const bare = await startApp('bare', await server.database('slack_bare'));
  const product = await startApp('product', await server.database('slack_product'));
  try {
    await compare(bare, product);
  } finally {
    for (const { child, slack } of [bare, product]) {
      await child.stop();
      await slack.close();
    }
  }
}

async function compare(bare: App, product: App): Promise<void> {
  const began = performance.now();
  await atOnce(product.people, AT_ONCE, (person) => toFirstQuestion(product.slack, person));
  console.log(
    `  ${PEOPLE} people led to the first question, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  const rows: string[][] = [];
  for (const kind of [TIPS, ANSWER]) {
    const both = [bare, product];
    const one = await byTurns(both, ROUNDS + 1, (app) => oneByOne(app, kind), kind.events);
    rows.push(...rowsOf(`${kind.name}, one at a time`, one));
    const loaded = await byTurns(both, LOAD_ROUNDS + 1, (app) => underLoad(app, kind), kind.events);
    rows.push(...rowsOf(`${kind.name}, ${EVENTS_A_SECOND} events a second`, loaded));
  }
  printTable(
    'Slack: a signed event in, chat.postMessage out; CPU of the app’s process, a 1,000 events',
    ['', 'p50 ms', 'p99 ms', 'CPU s', 'cards', 'p50 to bare'],
    rows,
  );
  const calls = [...product.slack.calls].map(([method, count]) => `${method} ${count}`);
  console.log(`\n  Calls of the product: ${calls.join(', ')}.`);
}

async function startApp(name: App['name'], url: string): Promise<App> {
  const slack = await createLoopbackSlack();
  const port = await freePort();
  const { REDIS_URL: _, ...environment } = process.env;
  const child = await startChild(name === 'bare' ? './bare-slack.ts' : './slack-product.ts', {
    ...onlyText(environment),
    DATABASE_URL: url,
    ENCRYPTION_KEYS: newKeyringValue('bench'),
    ROLES: 'slack,jobs',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SECRET,
    PORT: String(port),
  });
  slack.connect(child.port);
  const people = Array.from({ length: PEOPLE }, (_, number) => slack.person(number));
  for (const { buttons } of name === 'bare' ? people : []) buttons.set('press:next', '1');
  return { name, slack, child, people, turns: 0 };
}

/** Somebody new: their practice opened, with a story, for no role, straight to the first of the five questions. */
async function toFirstQuestion(slack: LoopbackSlack, person: BenchPerson): Promise<void> {
  await slack.turn(person, () => slack.slash(person));
  for (const action of ['press:story', 'press:practice', 'press:skip'])
    await slack.turn(person, () => slack.presses(person, action));
}

async function oneByOne(app: App, kind: Kind): Promise<number[]> {
  const each: number[] = [];
  for (let n = 0; n < IN_A_ROUND; n += 1) {
    const person = nextOf(app);
    await kind.before(app.slack, person);
    each.push(await app.slack.turn(person, () => kind.last(app.slack, person)));
  }
  return each;
}

/**
 * So many events a second whatever becomes of them. Milliseconds of each from the moment it was due: who still waits for
 * a card sends the next one late, and that counts.
 */
async function underLoad(app: App, kind: Kind): Promise<number[]> {
  const { slack } = app;
  const cards = (EVENTS_A_SECOND / kind.events) * LOAD_S;
  const everyMs = (LOAD_S * 1_000) / cards;
  const under = new Map<BenchPerson, Promise<unknown>>();
  const each: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < cards; n += 1) {
    const wait = began + n * everyMs - performance.now();
    if (wait > 0) await sleep(wait);
    const person = nextOf(app);
    const due = performance.now();
    const took = (under.get(person) ?? Promise.resolve()).then(async () => {
      const waited = performance.now() - due;
      await kind.before(slack, person);
      return waited + (await slack.turn(person, () => kind.last(slack, person)));
    });
    under.set(
      person,
      took.catch(() => undefined),
    );
    each.push(took);
  }
  const settled = await Promise.allSettled(each);
  const lost = settled.filter(({ status }) => status === 'rejected').length;
  if (lost > 0) console.log(`  ${app.name}: ${lost} of ${cards} cards of this round did not come`);
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Everybody in turn. */
function nextOf(app: App): BenchPerson {
  const person = app.people[app.turns % app.people.length];
  if (person === undefined) throw new Error('nobody is there');
  app.turns += 1;
  return person;
}

/** The same work in both apps, one after the other; the first round fills caches and is not counted. */
async function byTurns(
  apps: readonly App[],
  rounds: number,
  work: (app: App) => Promise<number[]>,
  events: number,
): Promise<Map<App['name'], Measured[]>> {
  const all = new Map<App['name'], Measured[]>(apps.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const app of apps) {
      const before = await app.child.cpuMs();
      const each = await work(app);
      const cpuMs = (await app.child.cpuMs()) - before;
      console.log(
        `  ${app.name}: ${each.length} cards, p50 ${ms(median(each))} ms, CPU ${cpuMs.toFixed(0)} ms`,
      );
      if (round > 0) all.get(app.name)?.push({ each, cpuMs, events: each.length * events });
    }
  }
  return all;
}

function rowsOf(name: string, measured: ReadonlyMap<App['name'], readonly Measured[]>): string[][] {
  const bare = measured.get('bare') ?? [];
  const product = measured.get('product') ?? [];
  const ratio = median(product.map(({ each }, round) => median(each) / median(bare[round]?.each ?? [])));
  return [row(`${name}: bare`, bare), [...row('  the product', product), times(ratio)]];
}

function row(name: string, rounds: readonly Measured[]): string[] {
  const all = rounds.flatMap(({ each }) => each);
  const sum = (what: 'cpuMs' | 'events') => rounds.reduce((total, round) => total + round[what], 0);
  const p50 = median(rounds.map(({ each }) => median(each)));
  const cpu = (sum('cpuMs') / sum('events')).toFixed(2);
  return [name, ms(p50), ms(quantile(all, 0.99)), cpu, String(all.length)];
}

async function atOnce<T>(all: readonly T[], count: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: count }, worker));
}

function onlyText(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
