import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const StartedSchema = z.object({ port: z.int() });
const SpentSchema = z.object({ cpuMs: z.number() });

/** An app that fell behind has no time to end well. */
const STOPPING_MS = 8_000;

/** A Slack app in a process of its own. */
export interface SlackChild {
  readonly port: number;
  /** CPU time that it has spent so far, in ms. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a file of this folder that calls `runsAsChild`. `CPU_PROFILE` (a folder) has it write a profile when it ends. */
export async function startChild(file: string, env: Readonly<Record<string, string>>): Promise<SlackChild> {
  const profile = process.env.CPU_PROFILE;
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: [
      ...process.execArgv,
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    ],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the app ended by itself');
  });
  ended.catch(() => undefined);
  const nextMessage = () => Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  const { port } = StartedSchema.parse(await nextMessage());
  return {
    port,
    async cpuMs() {
      child.send('cpu');
      return SpentSchema.parse(await nextMessage()).cpuMs;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.send('stop');
      const patience = setTimeout(() => child.kill('SIGKILL'), STOPPING_MS);
      await gone;
      clearTimeout(patience);
    },
  };
}

/** The child's half: says where it listens, and answers what it is asked until it is told to stop. */
export function runsAsChild(port: number, stop: () => Promise<unknown>): void {
  process.send?.({ port });
  // Whoever asked is gone: nobody else would end it.
  process.once('disconnect', () => process.exit());
  process.on('message', (asked) => {
    const { user, system } = process.cpuUsage();
    if (asked === 'cpu') process.send?.({ cpuMs: (user + system) / 1_000 });
    if (asked === 'stop') void stop().finally(() => process.exit());
  });
}
