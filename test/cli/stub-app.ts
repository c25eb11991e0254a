import { text } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import type { App } from '../../src/cli/app.ts';
import { runProgram } from '../../src/cli/program.ts';

/** What a command line did: what it asked of the product, what it printed, how it ended. */
export interface RanProgram {
  readonly code: number;
  readonly asked: readonly (readonly unknown[])[];
  readonly out: string;
  readonly err: string;
  readonly faults: readonly unknown[];
}

/** Runs a command line on a product that only notes what it is asked. `parts` are answers of one's own. */
export async function runLine(args: readonly string[], parts: Partial<App> = {}): Promise<RanProgram> {
  const asked: unknown[][] = [];
  const out: string[] = [];
  const err: string[] = [];
  const faults: unknown[] = [];
  const noting =
    <T>(name: string, answer: T) =>
    async (...given: unknown[]): Promise<T> => {
      asked.push([name, ...given]);
      return answer;
    };
  const card = { v: 1, blocks: [text('a card')], buttons: [], asks: 'nothing' } as const;
  const app: App = {
    start: noting('start', 2),
    practice: noting('practice', 0),
    critique: () => Promise.reject(new Error('no critic here')),
    evaluate: () => Promise.reject(new Error('no critic here')),
    picture: noting('picture', new Uint8Array()),
    history: noting('history', card),
    show: noting('show', card),
    progress: noting('progress', card),
    export: noting('export', undefined),
    delete: noting('delete', true),
    migrate: noting('migrate', undefined),
    doctor: noting('doctor', []),
    doctorSlack: noting('doctorSlack', []),
    doctorDiscord: noting('doctorDiscord', []),
    registerDiscord: noting('registerDiscord', []),
    draw: fallbackText,
    now: () => new Date('2027-03-10T00:00:00Z'),
    zone: 'UTC',
    defaultPerson: { platform: 'terminal', scope: 'local', userId: 'local' },
    out: (words) => void out.push(words),
    err: (words) => void err.push(words),
    ...parts,
  };
  const code = await runProgram(args, app, (error) => {
    faults.push(error);
    return 'f00d';
  });
  return { code, asked, out: out.join(''), err: err.join(''), faults };
}
