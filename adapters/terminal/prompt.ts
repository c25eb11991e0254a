import type { Completion } from './completion.ts';
import { showPaste } from './held-paste.ts';
import type { KeyName } from './keys.ts';
import { EMPTY, type Line, lineOf, withKey, withText } from './line-editor.ts';
import { showOffered } from './offered.ts';
import type { Paint } from './paint.ts';
import type { Token } from './paste.ts';
import type { Screen } from './screen.ts';

/** What Enter sent: a line or a paste as one text, or nothing but Enter. */
export type Submission = { readonly type: 'text'; readonly text: string } | { readonly type: 'enter' };

export interface PromptParts {
  readonly screen: Screen;
  readonly paint: Paint;
  /** The words of the card on the screen, for the arrow keys. */
  readonly choices: () => readonly string[];
  /** What Tab makes of the words before the cursor; undefined where it does nothing. */
  readonly complete: (typed: string) => Completion | undefined;
  readonly onSubmit: (submission: Submission) => void;
  /** Ctrl-C: at once. */
  readonly onInterrupt: () => void;
  /** Ctrl-D on an empty line: after what was sent before it. */
  readonly onEnd: () => void;
}

export interface Prompt {
  take(tokens: readonly Token[]): void;
  /** What stands before the line; undefined while nothing can be typed. */
  show(sign: string | undefined): void;
  /** Puts a text back that could not be sent, unless something else is being typed. */
  giveBack(text: string): void;
}

/** The line being typed, and a paste that is held until the person says what becomes of it. */
export function createPrompt(parts: PromptParts): Prompt {
  const { screen, paint } = parts;
  let sign: string | undefined;
  let line: Line = EMPTY;
  /** `typed`: what stood on the line before the paste, for Esc. */
  let held: { readonly text: string; readonly typed: string } | undefined;
  /** Tab showed what there is to choose, and nothing was typed since. */
  let isOffered = false;

  /** `isWithin`: letters came right behind it, in one go. */
  function take(token: Token, isWithin: boolean): void {
    if (token.type !== 'key' || token.key !== 'tab') isOffered = false;
    switch (token.type) {
      case 'text':
        line = withText(line, token.text);
        return;
      case 'paste':
        hold(token.text);
        return;
      case 'key':
        press(token.key, isWithin);
        return;
    }
  }

  function hold(text: string): void {
    const before = held === undefined ? '' : `${held.text}\n`;
    const typed = held?.typed ?? line.text;
    held = { text: before + line.text.slice(0, line.cursor) + text + line.text.slice(line.cursor), typed };
    line = EMPTY;
    screen.edit(sign, line);
    void screen.print(showPaste(held.text, screen.width(), paint));
  }

  function press(key: KeyName, isWithin: boolean): void {
    switch (key) {
      case 'enter':
        submit();
        return;
      case 'interrupt':
        parts.onInterrupt();
        return;
      case 'tab':
        // A line of a table that was pasted without marks: its tabs are no keys.
        if (!complete() && isWithin) line = withText(line, '\t');
        return;
      case 'end-of-input':
        if (line.text === '' && held === undefined) parts.onEnd();
        else line = withKey(line, 'delete');
        return;
      case 'escape':
        drop();
        return;
      case 'up':
        cycle(-1);
        return;
      case 'down':
        cycle(1);
        return;
      case 'clear-screen':
        screen.clear();
        return;
      default:
        line = withKey(line, key);
    }
  }

  function submit(): void {
    const typed = line.text;
    if (held === undefined && typed.trim() === '') {
      line = EMPTY;
      parts.onSubmit({ type: 'enter' });
      return;
    }
    const text = held === undefined ? typed : typed.trim() === '' ? held.text : `${held.text}\n${typed}`;
    if (typed.trim() === '') void screen.print(paint.dim('(sent)\n'));
    else {
      screen.edit(sign, line);
      screen.leave();
    }
    held = undefined;
    line = EMPTY;
    parts.onSubmit({ type: 'text', text });
  }

  function drop(): void {
    if (held !== undefined) {
      line = lineOf(held.typed);
      held = undefined;
      void screen.print(paint.dim('(dropped)\n'));
    } else if (parts.choices().includes(line.text)) {
      line = EMPTY;
    }
  }

  /** Fills in what is settled; else what it may become is shown once, and the line stays. False: nothing to complete. */
  function complete(): boolean {
    const after = line.text.slice(line.cursor);
    if (held !== undefined || sign === undefined || after.trim() !== '') return false;
    const found = parts.complete(line.text.slice(0, line.cursor));
    if (found === undefined) return false;
    line = lineOf(found.text);
    if (found.choices.length > 1 && !isOffered) {
      isOffered = true;
      screen.edit(sign, line);
      void screen.print(paint.dim(showOffered(found.choices, screen.width())));
    }
    return true;
  }

  /** Goes through the choices, and an empty line after the last. A line of one's own words is left alone. */
  function cycle(by: 1 | -1): void {
    if (held !== undefined) return;
    const ring = ['', ...parts.choices()];
    const at = ring.indexOf(line.text);
    if (at === -1 || ring.length === 1) return;
    line = lineOf(ring[(at + by + ring.length) % ring.length] ?? '');
  }

  return {
    take(tokens) {
      for (const [index, token] of tokens.entries()) take(token, tokens[index + 1]?.type === 'text');
      screen.edit(sign, line);
    },
    show(next) {
      sign = next;
      screen.edit(sign, line);
    },
    giveBack(text) {
      if (held !== undefined || line.text !== '') return;
      if (text.includes('\n')) hold(text);
      else line = lineOf(text);
      screen.edit(sign, line);
    },
  };
}
