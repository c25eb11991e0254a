import { setTimeout as sleep } from 'node:timers/promises';
import { openPty } from './pty.ts';
import { screenAfter } from './record-screen.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A person at a real terminal, as a scene plays them. Every deed waits until the coach has answered it. */
export interface Person {
  /** One message of one line. */
  says(line: string, then?: RegExp): Promise<void>;
  /** An answer: its lines, and Enter on an empty line. One turn. */
  answers(lines: string | readonly string[], then?: RegExp): Promise<void>;
  /** A paste, sent as it is, and Enter on an empty line. One turn. */
  pastes(text: string, then?: RegExp): Promise<void>;
  /** Enter alone: the first choice of the card. */
  enters(then?: RegExp): Promise<void>;
  /** Speaks, say. */
  waits(seconds: number): Promise<void>;
}

export interface Sitting {
  /** What stood on the screen, from the first line to the last. */
  readonly screen: string;
  /** What the person sent and tapped. */
  readonly turns: number;
  /** Turns until the first critique stood there; undefined where none did. */
  readonly turnsBeforeCritique: number | undefined;
}

/** So wide is the terminal, and so tall that nothing leaves it. */
const COLUMNS = 80;
const ROWS = 400;
/** A choice to type stands under every card that waits for somebody. */
const CHOICES = /^\[[^\]]+\]/m;
const QUIET_MS = 700;
const LONGEST_MS = 60_000;
const CTRL_C = '\u0003';

/**
 * One sitting at `npm start`, from the greeting to Ctrl-C. `daysAhead`: the product's clock runs so many days ahead,
 * through the preload `clock-ahead.mjs`. Rejects where the coach does not answer what `then` expects.
 */
export async function sit(
  home: string,
  play: (person: Person) => Promise<void>,
  daysAhead = 0,
): Promise<Sitting> {
  const preload = daysAhead === 0 ? '' : `--import '${import.meta.resolve('./clock-ahead.mjs')}' `;
  const pty = openPty(`stty cols ${COLUMNS} rows ${ROWS}; exec node ${preload}scripts/coach.mjs start`, {
    COACH_HOME: home,
    COACH_USER: 'local',
    NO_COLOR: '1',
    ...(daysAhead === 0 ? {} : { CLOCK_AHEAD_MS: String(daysAhead * DAY_MS) }),
  });
  let hasEnded = false;
  void pty.ended.then(() => {
    hasEnded = true;
  });
  let turns = 0;
  let turnsBeforeCritique: number | undefined;

  /** Resolves when a card waits for the person and nothing moves any more. */
  async function settled(from: number, then?: RegExp): Promise<void> {
    const until = Date.now() + LONGEST_MS;
    for (let seen = -1; ; ) {
      const text = pty.text().slice(from);
      if (text.length === seen && CHOICES.test(text) && (then === undefined || then.test(text))) break;
      if (hasEnded || Date.now() > until) throw new Error(`expected ${then ?? 'an answer'}, got:\n${text}`);
      seen = text.length;
      await sleep(QUIET_MS);
    }
    if (/^STEPS /m.test(pty.text())) turnsBeforeCritique ??= turns;
  }

  async function sends(keys: readonly string[], then?: RegExp): Promise<void> {
    turns += 1;
    const from = pty.text().length;
    for (const key of keys) {
      pty.type(key);
      await sleep(QUIET_MS);
    }
    await settled(from, then);
  }

  try {
    await settled(0);
    await play({
      says: (line, then) => sends([line, '\r'], then),
      answers: (lines, then) => sends([...[lines].flat().flatMap((line) => [line, '\r']), '\r'], then),
      pastes: (text, then) => sends([`\u001b[200~${text}\u001b[201~`, '\r', '\r'], then),
      enters: (then) => sends(['\r'], then),
      waits: (seconds) => sleep(seconds * 1_000),
    });
  } finally {
    pty.type(CTRL_C);
    await pty.ended;
  }
  return { screen: screenAfter(pty.raw()), turns, turnsBeforeCritique };
}
