import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createPasteMachine, type Token } from './paste.ts';

/** What comes within this time came together: a paste that the terminal did not mark, a sequence that was cut. */
const TOGETHER_MS = 12;
/** After this a lone ESC is the Esc key: the rest of a sequence would be here, over a slow line too. */
const ESCAPE_MS = 120;

export interface Keyboard {
  /** No more tokens; what came last is given out first. */
  stop(): void;
}

/** Reads keys and pastes from an input of raw bytes. A character cut between two chunks is put together again. */
export function createKeyboard(input: Readable, onTokens: (tokens: Token[]) => void): Keyboard {
  const machine = createPasteMachine();
  const decoder = new StringDecoder('utf8');
  let timer: NodeJS.Timeout | undefined;

  function settle(wait: 'short' | 'long'): void {
    const tokens = machine.settle(wait);
    if (tokens.length > 0) onTokens(tokens);
    if (wait === 'short' && machine.isWaiting()) timer = setTimeout(() => settle('long'), ESCAPE_MS);
  }

  function onData(chunk: Buffer | string): void {
    machine.feed(typeof chunk === 'string' ? chunk : decoder.write(chunk));
    clearTimeout(timer);
    timer = setTimeout(() => settle('short'), TOGETHER_MS);
  }

  input.on('data', onData);
  return {
    stop() {
      input.off('data', onData);
      clearTimeout(timer);
      const tokens = machine.settle('long');
      if (tokens.length > 0) onTokens(tokens);
    },
  };
}
