import { PassThrough, Writable } from 'node:stream';
import { createTerminalAdapter } from '../../../adapters/terminal/adapter.ts';
import { terminalPlace } from '../../../adapters/terminal/receive.ts';
import type { TerminalWorld } from '../../../adapters/terminal/terminal-world.ts';
import { type Button, type Card, text } from '../../../src/card/card.ts';
import type { Handled } from '../../../src/coach/coach.ts';
import type { Incoming } from '../../../src/coach/incoming.ts';
import type { Delivery, Outcome } from '../../../src/coach/ports.ts';

export const ADA = { platform: 'terminal', scope: 'local', userId: 'ada' } as const;

/** What the coach of a test answers to one message: where the practice stands, and the cards it shows. */
interface Reply {
  readonly stage?: Handled['stage'];
  readonly cards?: readonly Card[];
  /** Cards that come by themselves, after the turn: a critique. */
  readonly later?: readonly Card[];
  readonly outcome?: Handled['outcome'];
}

export type Script = (what: Incoming['what'], turn: number) => Reply | Promise<Reply>;

let turns = 0;

export function card(words: string, more: Partial<Card> = {}): Card {
  turns += 1;
  return {
    v: 1,
    origin: { sessionId: 's1', turn: turns },
    blocks: [text(words)],
    buttons: [],
    asks: 'line',
    standing: true,
    ...more,
  };
}

export function primary(word: string, action = word): Button {
  return { action, word, label: word, style: 'primary' };
}

/** A terminal with a coach that follows a script, on streams of this process. */
export function openTerminal(
  script: Script,
  options: {
    isTty: boolean;
    colour?: boolean;
    output?: Writable;
    holders?: Holders;
    next?: TerminalWorld['nextReminder'];
  },
) {
  const input = new PassThrough();
  const written: string[] = [];
  const complaints: string[] = [];
  const logged: string[] = [];
  const heard: Incoming[] = [];
  const outcomes: Outcome[] = [];
  const signals: ((signal: string) => void)[] = [];
  const { holders = createHolders() } = options;
  const adapter = createTerminalAdapter({
    person: ADA,
    input,
    output: options.output ?? sink(written),
    errors: sink(complaints),
    isTty: options.isTty,
    colour: options.colour ?? false,
    log: (event, fields) => void logged.push(JSON.stringify([event, fields])),
    now: () => new Date('2027-03-01T20:00:00Z'),
  });

  async function perform(shown: Card): Promise<void> {
    outcomes.push(await adapter.performer.perform(deliveryOf(shown)));
  }

  const world: TerminalWorld = {
    coach: {
      async handle(incoming) {
        heard.push(incoming);
        const { stage, cards = [], later = [], outcome = 'done' } = await script(incoming.what, heard.length);
        const performed = (async () => {
          for (const shown of cards) await perform(shown);
        })();
        if (later.length > 0)
          void performed.then(async () => {
            await new Promise((resolve) => setImmediate(resolve));
            for (const shown of later) await perform(shown);
          });
        return {
          outcome,
          stage,
          sessionId: stage === undefined ? undefined : 's1',
          place: () => undefined,
          performed,
        };
      },
    },
    presence: holders.join(),
    nextReminder: options.next ?? (async () => undefined),
    onSignal: (call) => void signals.push(call),
  };

  return {
    input,
    adapter,
    heard,
    outcomes,
    logged,
    said: () => heard.flatMap(({ what }) => (what.type === 'said' ? [what.text] : [])),
    what: () => heard.map(({ what }) => what),
    screen: () => written.join(''),
    complaints: () => complaints.join(''),
    signal(name: string) {
      for (const call of signals) call(name);
    },
    perform,
    run: () => adapter.run(world),
    /** Everything piped in at once. */
    play(piped: string) {
      input.end(piped);
      return adapter.run(world);
    },
  };
}

export function deliveryOf(shown: Card): Delivery {
  return {
    key: 'e-s1-1-0',
    deliveryId: 'd1',
    installationId: 'i1',
    person: ADA,
    place: terminalPlace(ADA),
    order: { kind: 'say', card: shown },
    inDoubt: false,
  };
}

function sink(written: string[]): Writable {
  return new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      setImmediate(done);
    },
  });
}

export type Holders = ReturnType<typeof createHolders>;

/** Processes that hold places, as PostgreSQL would tell them apart. */
export function createHolders() {
  const places = new Map<string, symbol>();
  const listeners: ((payload: string) => void)[] = [];
  const evicted: string[] = [];
  return {
    evicted,
    join(): TerminalWorld['presence'] {
      const self = Symbol('process');
      return {
        async takePlace(place) {
          if (places.has(place) && places.get(place) !== self) return false;
          places.set(place, self);
          return true;
        },
        async leavePlace(place) {
          if (places.get(place) === self) places.delete(place);
        },
        async notify(_, payload) {
          for (const call of listeners) call(payload);
        },
        listen: (_, call) => void listeners.push(call),
        onPlaceLost: () => undefined,
        async evict(place) {
          evicted.push(place);
          places.delete(place);
        },
      };
    },
  };
}
