import { PassThrough } from 'node:stream';
import { createTerminalAdapter } from '../../adapters/terminal/adapter.ts';
import { terminalPlace } from '../../adapters/terminal/receive.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { type AdapterUnderTest, describeAdapter } from './adapter-contract.ts';

const ADA: PersonRef = { platform: 'terminal', scope: 'local', userId: 'ada' };

/** The terminal adapter with somebody typing into it, attached to its place. */
async function openTerminal(): Promise<AdapterUnderTest> {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  const adapter = createTerminalAdapter({
    person: ADA,
    input,
    output,
    errors: output,
    isTty: false,
    colour: false,
    log: () => undefined,
    now: () => new Date(),
  });
  let attached = () => {};
  const isAttached = new Promise<void>((resolve) => {
    attached = resolve;
  });
  let letGo = () => {};
  const untilClosed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const running = adapter.run({
    coach: {
      async handle() {
        attached();
        await untilClosed;
        return {
          outcome: 'done',
          stage: undefined,
          sessionId: undefined,
          place: () => undefined,
          performed: Promise.resolve(),
        };
      },
    },
    presence: {
      takePlace: async () => true,
      leavePlace: async () => undefined,
      notify: async () => undefined,
      listen: () => undefined,
      evict: async () => undefined,
      onPlaceLost: () => undefined,
    },
    onSignal: () => undefined,
  });
  input.write('/practice-failure\n\n');
  await isAttached;
  return {
    performer: adapter.performer,
    person: ADA,
    place: terminalPlace(ADA),
    shown: async () => printed,
    raw: async () => printed,
    async close() {
      letGo();
      input.end();
      await running;
    },
  };
}

describeAdapter('terminal', openTerminal);
