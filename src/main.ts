import { join } from 'node:path';
import { widthFor } from '../adapters/terminal/limits.ts';
import { renderCard } from '../adapters/terminal/render.ts';
import type { Card } from './card/card.ts';
import type { App } from './cli/app.ts';
import { runProgram } from './cli/program.ts';
import { exportPerson } from './coach/export.ts';
import { deleteEverywhere } from './coach/teams/delete-everywhere.ts';
import { viewOf } from './coach/views.ts';
import { type Config, parseConfig } from './config.ts';
import type { CardDraft } from './conversation/turn.ts';
import type { Critic } from './critique/critic.ts';
import { type Language, loadLanguage } from './critique/language.ts';
import { draftFromText, read } from './critique/read.ts';
import { createRubricCritic } from './critique/rubric.ts';
import { ConfigError } from './errors.ts';
import { figuresOf, judgeAll } from './evaluation/evaluate.ts';
import { catalog } from './guide/catalog.ts';
import { type OpenLog, openLog } from './log.ts';
import { hasColour } from './main/colour.ts';
import { print } from './main/print.ts';
import { readText } from './main/reading.ts';
import { runCoach } from './main/run.ts';
import { openStore, type Store } from './store/open-store.ts';
import { findPerson } from './store/people.ts';
import type { PersonRef } from './who/person.ts';

/** The composition root: with `main/`, what knows adapters, jobs and src. */

const now = () => new Date();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const STOPPING_MS = 3_000;

async function main(): Promise<number> {
  loadDotEnv();
  let log: OpenLog | undefined;
  try {
    const config = parseConfig(process.env);
    log = logIn(config, isServer(config));
    const code = await runProgram(process.argv.slice(2), createApp(config, log), log.fault);
    log.flush();
    return code;
  } catch (error) {
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    else
      process.stderr.write(
        `Something went wrong on our side${log === undefined ? '' : ` (${log.fault(error)} in the log)`}.\n`,
      );
    return 1;
  }
}

function createApp(config: Config, log: OpenLog): App {
  const person: PersonRef = { platform: 'terminal', scope: 'local', userId: config.user };
  const withStore = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(config, log.log);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };
  const view = (ref: PersonRef, command: Parameters<typeof viewOf>[1]) =>
    withStore(async (store) =>
      cardOf(
        (await viewOf({ ...store, catalog, zone, now, read: readText }, command, ref)) ?? { blocks: [] },
      ),
    );
  return {
    start: () => runCoach(config, log, config.roles, person),
    practice: () =>
      runCoach(config, log, config.roles.includes('jobs') ? ['terminal', 'jobs'] : ['terminal'], person),
    async critique(text, role, critic) {
      const guide = catalog.default;
      const language = loadLanguage();
      const reading = read(text, guide, language);
      if (reading.distress) return { judgement: undefined, isHard: true, guide };
      const input = { draft: draftFromText(text, reading), role, guide, setAside: [] };
      const judgement = await (await criticOf(config, language, log, critic))(
        input,
        AbortSignal.timeout(60_000),
      );
      return { judgement, isHard: false, guide };
    },
    async evaluate(lines, critic) {
      const guide = catalog.default;
      const language = loadLanguage();
      const judged = await judgeAll(lines, {
        critic: await criticOf(config, language, log, critic),
        guide,
        draftOf: (text) => draftFromText(text, read(text, guide, language)),
        clock: () => performance.now(),
        signal: new AbortController().signal,
      });
      return figuresOf(judged, guide);
    },
    history: (ref, page) => view(ref, { name: 'history', page }),
    progress: (ref) => view(ref, { name: 'progress' }),
    show: (ref, number) => view(ref, { name: 'show', number }),
    export: (ref) =>
      withStore(async ({ db, ring }) => {
        const found = await findPerson(db, ring, ref);
        return found === undefined ? undefined : exportPerson(db, found, { as: 'operator' }, catalog, now());
      }),
    delete: (ref) => withStore((store) => deleteEverywhere({ ...store, guide: catalog.default }, ref, now)),
    async migrate() {
      await withStore(async (store) => {
        const { createJobBackend } = await import('../jobs/backend.ts');
        const backend = await createJobBackend({
          redisUrl: config.redisUrl,
          databaseUrl: store.url,
          log: log.log,
        });
        await backend.close();
      });
    },
    async doctor() {
      const { diagnose } = await import('./cli/diagnose.ts');
      const { readRedisPolicy } = await import('../jobs/redis-policy.ts');
      return diagnose(config, { openStore: () => openStore(config, log.log), readRedisPolicy });
    },
    async doctorSlack() {
      const { examineSlack } = await import('../adapters/slack/doctor.ts');
      return examineSlack(config.slack, { now });
    },
    async doctorDiscord() {
      const { examineDiscord } = await import('../adapters/discord/doctor.ts');
      return examineDiscord(config.discord, { now });
    },
    async registerDiscord(isDry) {
      const { registerByHand } = await import('../adapters/discord/commands/register-by-hand.ts');
      return registerByHand(config.discord, isDry);
    },
    async picture(scorecard) {
      const { drawPicture } = await import('../adapters/pictures/draw-picture.ts');
      return drawPicture(scorecard);
    },
    draw: (card) =>
      `${renderCard(card, { width: widthFor(process.stdout.columns), colour: hasColour(), choices: false })}\n`,
    now,
    zone,
    defaultPerson: person,
    out: print,
    err: (text) => void process.stderr.write(text),
  };
}

/** The critic that a command asked for: offline, or with the language model that is set up. */
async function criticOf(
  { llm }: Config,
  language: Language,
  log: OpenLog,
  critic: 'rubric' | 'llm',
): Promise<Critic> {
  const offline = createRubricCritic(language);
  if (critic === 'rubric') return offline;
  if (llm === undefined)
    throw new ConfigError(
      'LLM_PROVIDER',
      'is not set, and no language model answers without. See docs/language-model.md.',
      'LLM_PROVIDER=anthropic',
    );
  const { createLlmCritic } = await import('../adapters/llm/llm-critic.ts');
  return createLlmCritic({ config: llm, offline, log: log.log });
}

function cardOf(reply: Pick<CardDraft, 'blocks'>): Card {
  return { v: 1, blocks: reply.blocks, buttons: [], asks: 'nothing' };
}

/** Nobody types into a process without a terminal: its log is what it prints. */
function isServer({ roles }: Config): boolean {
  return process.argv[2] === 'start' && !roles.includes('terminal');
}

/** A home that cannot be written has no log; whatever needs the home says so itself. */
function logIn(config: Config, isPrinted: boolean): OpenLog {
  if (isPrinted) return openLog(config.logLevel, undefined);
  try {
    return openLog(config.logLevel, join(config.home, 'coach.log'));
  } catch {
    return openLog('silent', undefined);
  }
}

/** Settings of a `.env` file count where the environment has none. */
function loadDotEnv(): void {
  try {
    process.loadEnvFile();
  } catch {
    // there is none
  }
}

process.exitCode = await main();
// Whatever still holds a connection by now has nothing left to do.
setTimeout(() => process.exit(), STOPPING_MS).unref();
