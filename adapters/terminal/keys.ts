/** What a key or a sequence of a terminal means to the line. */
export type KeyName =
  | 'enter'
  | 'tab'
  | 'escape'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'home'
  | 'end'
  | 'backspace'
  | 'delete'
  | 'delete-word'
  | 'delete-to-start'
  | 'delete-to-end'
  | 'clear-screen'
  | 'interrupt'
  | 'end-of-input';

/** Control characters, by the letter that is held with Ctrl. */
const CONTROLS: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\x01': 'home',
  '\x02': 'left',
  '\x03': 'interrupt',
  '\x04': 'end-of-input',
  '\x05': 'end',
  '\x06': 'right',
  '\x08': 'backspace',
  '\x0b': 'delete-to-end',
  '\x0c': 'clear-screen',
  '\x0e': 'down',
  '\x10': 'up',
  '\x15': 'delete-to-start',
  '\x17': 'delete-word',
  '\x7f': 'backspace',
};

/** Sequences without their parameters: CSI (`ESC [`) and SS3 (`ESC O`) share their last letters. */
const BY_LAST_LETTER: Readonly<Record<string, KeyName>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
};

/** `ESC [ number ~`, as VT220 numbered its keys. */
const BY_NUMBER: Readonly<Record<string, KeyName>> = {
  '1': 'home',
  '3': 'delete',
  '4': 'end',
  '7': 'home',
  '8': 'end',
};

/** Alt and a letter is sent as ESC and the letter. */
const WITH_ALT: Readonly<Record<string, KeyName>> = {
  b: 'word-left',
  f: 'word-right',
  '\x7f': 'delete-word',
  '\x08': 'delete-word',
  '\r': 'enter',
};

/** A whole sequence: ESC, then CSI with parameters and a last letter, SS3, or one character with Alt. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what begins a sequence
export const SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~]|(?![[O\x1b])[\s\S])/u;
/** The beginning of a sequence whose rest has not come yet. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what begins a sequence
export const UNFINISHED = /^\x1b(?:\[[0-?]*[ -/]*|O)?$/u;

export function keyOfControl(control: string): KeyName | undefined {
  return CONTROLS[control];
}

/** The key a whole sequence stands for; undefined for one that means nothing here, which is then left out. */
export function keyOfSequence(sequence: string): KeyName | undefined {
  if (sequence === '\x1b') return 'escape';
  const [, kind = '', ...rest] = sequence;
  if (kind !== '[' && kind !== 'O') return WITH_ALT[kind];
  const last = rest.at(-1) ?? '';
  const [number = '', modifier = ''] = rest.slice(0, -1).join('').split(';');
  if (last === '~') return BY_NUMBER[number];
  const key = BY_LAST_LETTER[last];
  // 3: Alt, 5: Ctrl. Both move by a word.
  if (modifier === '3' || modifier === '5') {
    if (key === 'left') return 'word-left';
    if (key === 'right') return 'word-right';
  }
  return key;
}
