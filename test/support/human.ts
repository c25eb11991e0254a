import { openPty, type Pty } from './pty.ts';

/**
 * What somebody wants to say in a practice, and how they answer whatever stands on the screen. The failure is told
 * before the steps are asked, and kept where it is shown again.
 */
export const ANSWERS: Readonly<Record<string, string>> = {
  '1': 'Two years ago I organised our customer day, 120 guests, the one event sales had for the year.',
  '2': 'I agreed the room by phone and never got it in writing, so on the Monday before it was double booked.',
  '3': 'I found a smaller place the same day and rang sales myself to say forty people could not come.',
  '4': 'I learned that a yes on the phone is not a booking until somebody has signed it.',
  '5': 'Since then I ask for a signed page before I invite anyone, and last May that saved our summer party.',
};

/** What a person would do on seeing this. Each reply belongs to the newest of these on the screen. */
const REPLIES: readonly { readonly sees: RegExp; readonly does: (match: RegExpExecArray) => string }[] = [
  { sees: /Step by step, about 12 minutes/, does: () => '/practice-failure\r' },
  { sees: /How would you like to begin\?/, does: () => 'story\r' },
  { sees: /What are you practising for\?/, does: () => 'event manager\r' },
  { sees: /Tell me the failure in a line or two/, does: () => `${ANSWERS['2']}\r\r` },
  { sees: /([1-5]) of 5: /, does: (match) => `${ANSWERS[match[1] ?? '']}\r\r` },
  // What was told before, the one doubt, a nudge: Enter keeps the answer as it is.
  { sees: /Keep it, add, or change\?/, does: () => '\r' },
  { sees: /just keep it and go on\./, does: () => '\r' },
  { sees: /\nAnd (?:the scene|the failure itself|you|the lesson|since then): /, does: () => '\r' },
  { sees: /Which step felt weakest\?/, does: () => 'lesson\r' },
  { sees: /Shall I look at it\?/, does: () => 'go\r' },
];
const ANY_REPLY = new RegExp(REPLIES.map(({ sees }) => sees.source).join('|'));

export interface Walk {
  /** The questions seen, by their number, in order. */
  readonly asked: string[];
  /** KEEP stood on the screen. */
  finished: boolean;
}

/**
 * Practises like a person: reads the newest card, answers it, waits for the next. Goes on until the critique stands
 * there or the program ends. `walk` is carried from one start of the program to the next.
 */
export async function practise(pty: Pty, walk: Walk, forMs = 60_000): Promise<void> {
  const until = Date.now() + forMs;
  let from = 0;
  for (;;) {
    let newest:
      | { at: number; end: number; reply: (typeof REPLIES)[number]; match: RegExpExecArray }
      | undefined;
    try {
      await pty.until(new RegExp(`${ANY_REPLY.source}|KEEP`), from, Math.max(1, until - Date.now()));
    } catch (error) {
      if ((await Promise.race([pty.ended, Promise.resolve('lives')])) === 'lives') throw error;
      return;
    }
    // The card is printed in one go; let its end arrive before it is read.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const text = pty.text();
    if (text.slice(from).includes('KEEP')) {
      walk.finished = true;
      return;
    }
    for (const reply of REPLIES) {
      const all = [...text.slice(from).matchAll(new RegExp(reply.sees, 'g'))].at(-1) as
        | RegExpExecArray
        | undefined;
      if (all !== undefined && (newest === undefined || all.index > newest.at))
        newest = { at: all.index, end: all.index + all[0].length, reply, match: all };
    }
    for (const match of text.slice(from).matchAll(/([1-5]) of 5: /g)) walk.asked.push(match[1] ?? '');
    if (newest === undefined) throw new Error('nothing to answer');
    from += newest.end;
    pty.type(newest.reply.does(newest.match));
  }
}

/** Starts the product in a terminal of its own. */
export function startCoach(home: string, env: Readonly<Record<string, string>> = {}, preload = ''): Pty {
  return openPty(`node ${preload === '' ? '' : `--import ${preload} `}scripts/coach.mjs start`, {
    COACH_HOME: home,
    ...env,
  });
}
