import { type KeyName, keyOfControl, keyOfSequence, SEQUENCE, UNFINISHED } from './keys.ts';
import { LONGEST_TYPED_AHEAD } from './limits.ts';

/** What came from the keyboard: letters for the line, one key, or a text that was pasted in one go. */
export type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'key'; readonly key: KeyName }
  | { readonly type: 'paste'; readonly text: string };

export interface PasteMachine {
  /** Takes what arrived, cut anywhere. Nothing is decided yet: more of the same may be under way. */
  feed(piece: string): void;
  /**
   * Nothing came for a moment: what is whole is given out. A sequence that was cut, or a marked paste without its
   * end, waits. `long`: the wait was so long that a lone ESC is the key and nothing else.
   */
  settle(wait: 'short' | 'long'): Token[];
  /** A sequence that was cut is waiting for its rest, or for a long wait. */
  isWaiting(): boolean;
}

const PASTE_BEGINS = '\x1b[200~';
const PASTE_ENDS = '\x1b[201~';
const INTERRUPT = '\x03';

/**
 * Raw input of a terminal, told apart: typing, keys and pastes. A paste is marked by the terminal (bracketed paste);
 * where it is not, several lines that came at once are one. What came together is judged as a whole, so it does not
 * matter where the bytes were cut on their way.
 */
export function createPasteMachine(): PasteMachine {
  let burst = '';

  function settle(wait: 'short' | 'long'): Token[] {
    const tokens: Token[] = [];
    let typed = '';
    let at = 0;
    const flush = () => {
      tokens.push(...typedTokens(typed));
      typed = '';
    };
    while (at < burst.length) {
      if (burst.startsWith(PASTE_BEGINS, at)) {
        flush();
        const from = at + PASTE_BEGINS.length;
        const end = burst.indexOf(PASTE_ENDS, from);
        // No terminal sends Ctrl-C inside a paste: whoever presses it wants out of one that never ends.
        const out = burst.indexOf(INTERRUPT, from);
        if (end === -1 && out === -1) break;
        if (end === -1 || (out !== -1 && out < end)) {
          tokens.push({ type: 'key', key: 'interrupt' });
          at = out + 1;
          continue;
        }
        tokens.push(...pasteTokens(burst.slice(from, end)));
        at = end + PASTE_ENDS.length;
        continue;
      }
      const char = burst[at] ?? '';
      if (char === '\x1b') {
        const sequence = sequenceAt(burst, at);
        if (sequence === undefined && wait === 'short') break;
        flush();
        const whole = sequence ?? (burst.length === at + 1 ? '\x1b' : burst.slice(at));
        const key = keyOfSequence(whole);
        if (key !== undefined) tokens.push({ type: 'key', key });
        at += whole.length;
      } else if (isTyped(char)) {
        typed += char;
        at += 1;
      } else {
        flush();
        const key = keyOfControl(char);
        if (key !== undefined) tokens.push({ type: 'key', key });
        at += 1;
      }
    }
    flush();
    burst = burst.slice(at);
    return tokens;
  }

  return {
    feed(piece) {
      burst += piece;
    },
    settle,
    isWaiting: () => UNFINISHED.test(burst),
  };
}

/** The whole sequence that begins here. Undefined: its rest has not come. A broken one is a lone ESC. */
function sequenceAt(burst: string, at: number): string | undefined {
  const rest = burst.slice(at, at + 64);
  const found = SEQUENCE.exec(rest);
  if (found?.index === 0) return found[0];
  return UNFINISHED.test(rest) ? undefined : '\x1b';
}

/** Letters, line ends and tabs: what a paste can consist of. */
function isTyped(char: string): boolean {
  return (
    char === '\r' ||
    char === '\n' ||
    char === '\t' ||
    (char >= ' ' && char !== '\x7f' && !(char >= '\x80' && char < '\xa0'))
  );
}

const LINE_END = /\r\n?|\n/;

/** Letters and Enter keys; or, when several lines of prose came at once, a paste that nobody marked. */
function typedTokens(typed: string): Token[] {
  if (typed === '') return [];
  const lines = typed.split(LINE_END);
  const isOpen = lines.at(-1) !== '';
  const written = lines.filter((line) => line.trim() !== '');
  const isTypedAhead =
    !isOpen && written.every((line) => line.trim().split(/\s+/u).length <= LONGEST_TYPED_AHEAD);
  // One line with its Enter, or with two, is typed, however fast it came.
  if (written.length > 1 && !isTypedAhead) return pasteTokens(typed);
  return lines.flatMap((line, index): Token[] => [
    ...(index === 0 ? [] : [{ type: 'key', key: 'enter' } as const]),
    ...lineTokens(line),
  ]);
}

function lineTokens(line: string): Token[] {
  return line
    .split('\t')
    .flatMap((text, index): Token[] => [
      ...(index === 0 ? [] : [{ type: 'key', key: 'tab' } as const]),
      ...(text === '' ? [] : [{ type: 'text', text } as const]),
    ]);
}

/** A pasted line goes into the line that is being typed; several are held as one text. */
function pasteTokens(pasted: string): Token[] {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  if (text === '') return [];
  return [text.includes('\n') ? { type: 'paste', text } : { type: 'text', text }];
}
