import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a process of the product is told. */
export const ProductSetUpSchema = z.strictObject({
  url: z.string(),
  keys: z.string(),
  /** None: the queue is on the same PostgreSQL. */
  redisUrl: z.string().optional(),
  /** Keeps its queue apart where others use the same Redis. */
  namespace: z.string().optional(),
  platform: z.enum(['slack', 'discord']),
  apiUrl: z.string(),
  workspaces: z.array(z.string()),
  /** Its clocks run; else it ends what a start does first, and waits. */
  runs: z.boolean(),
});
export type ProductSetUp = z.infer<typeof ProductSetUpSchema>;

/** Since the process began, in ms: its code loaded; database, queue and language model there; what a start does first done. */
const ReadySchema = z.object({ loadedMs: z.number(), connectedMs: z.number(), readyMs: z.number() });
const SpentSchema = z.object({
  rssMb: z.number(),
  peakMb: z.number(),
  cpuMs: z.number(),
  logged: z.array(z.string()),
});

/** The product as a process of its own. */
export interface ReminderChild {
  readonly ready: z.infer<typeof ReadySchema>;
  /** From `fork` to the word that it is ready, in ms. */
  readonly tookMs: number;
  /** Resident memory now and at most (MB), CPU time (ms), and what it logged, counted. */
  spent(): Promise<z.infer<typeof SpentSchema>>;
  stop(): Promise<void>;
}

/** A fallen-behind process has no time to end well. */
const STOPPING_MS = 10_000;

/** `CPU_PROFILE` (a folder) has it write a profile when it ends. */
export async function startProduct(setUp: ProductSetUp): Promise<ReminderChild> {
  const began = performance.now();
  const profile = process.env.CPU_PROFILE;
  const child = fork(fileURLToPath(new URL('./reminder-product.ts', import.meta.url)), {
    env: { ...process.env, BENCH_REMINDERS: JSON.stringify(setUp) },
    execArgv: [
      ...process.execArgv,
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    ],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the product ended by itself');
  });
  ended.catch(() => undefined);
  const nextMessage = () => Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  const ready = ReadySchema.parse(await nextMessage());
  return {
    ready,
    tookMs: performance.now() - began,
    async spent() {
      child.send('spent');
      return SpentSchema.parse(await nextMessage());
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

/** The child's half: says that it is ready, and answers what it is asked until it is told to stop. */
export function reports(
  ready: z.infer<typeof ReadySchema>,
  logged: () => string[],
  stop: () => Promise<unknown>,
): void {
  process.send?.(ready);
  // Whoever asked is gone: nobody else would end it.
  process.once('disconnect', () => process.exit());
  process.on('message', (asked) => {
    const { user, system } = process.cpuUsage();
    const rssMb = process.memoryUsage.rss() / 2 ** 20;
    const peakMb = process.resourceUsage().maxRSS / 2 ** 10;
    if (asked === 'spent')
      process.send?.({ rssMb, peakMb, cpuMs: (user + system) / 1_000, logged: logged() });
    if (asked === 'stop') void stop().finally(() => process.exit());
  });
}
