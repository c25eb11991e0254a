import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FakeSlack } from '../fakes/slack/fake-slack.ts';
import type { Transport } from './slack-coach.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CoachProcess {
  /** Resolves when it listens (or, without a platform, works), and also when it ended before. */
  readonly started: Promise<void>;
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to end, as a host does. */
  terminate(): void;
  kill(): void;
  /** What it printed. */
  printed(): string;
}

/** A coach that may end and come back, as a person meets it. */
export interface CoachLife {
  /** Resolves when a coach is there to hear. */
  up(): Promise<void>;
}

/** `node scripts/coach.mjs start` as an operator starts it, in an environment without the product's variables but `env`. */
export function startCoachProcess(env: Readonly<Record<string, string>>, preload?: string): CoachProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(DATABASE_URL|REDIS_URL|ENCRYPTION_KEYS|ROLES|PORT|HEALTH_PORT|SLACK_.*|DISCORD_.*|COACH_.*)$/.test(
          name,
        ),
    ),
  );
  const hook = preload === undefined ? [] : ['--import', preload];
  const child = spawn('node', [...hook, 'scripts/coach.mjs', 'start'], {
    cwd: ROOT,
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const started = new Promise<void>((resolve) => {
    const note = (chunk: string) => {
      printed += chunk;
      if (printed.includes('"msg":"started"')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', note);
    child.stderr.setEncoding('utf8').on('data', note);
    void ended.then(() => resolve());
  });
  return {
    started,
    ended,
    terminate: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
    printed: () => printed,
  };
}

/** The variables with which the product reaches this workspace. `port`: where Slack posts to, over HTTP. */
export function slackVariables(slack: FakeSlack, transport: Transport, port: number): Record<string, string> {
  const common = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl };
  return transport === 'http'
    ? { ...common, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) }
    : { ...common, SLACK_APP_TOKEN: slack.appToken };
}
