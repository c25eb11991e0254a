import { withinTime } from '../../catch-up/within-time.ts';
import { deferred } from '../deferred.ts';

/** An interaction whose answer can still be changed and added to. */
export interface LiveAnswer {
  /** The application's id and the interaction's token: the address of its answers. */
  readonly appId: string;
  readonly token: string;
  /** `@original` is seen by the person alone; else it is a card that others may read, and nothing may take its place. */
  readonly isAlone: boolean;
  /** When the interaction came (ms since 1970): Discord takes answers for 15 minutes. */
  readonly at: number;
  /** Follow-ups sent so far. */
  followUps: number;
  /** Whether `@original` was changed since the interaction came. */
  isShown: boolean;
  /** What `@original` shows is of the moment, that the coach is at work for example: the next card takes its place. */
  isPassing: boolean;
  /** `@original` says "thinking…" until something is shown in it; a follow-up takes its place as well. */
  isThinking: boolean;
}

/** What became of a first response, as far as answers after it are concerned. `elsewhere`: another process gave it. */
export type Answerable = 'yes' | 'elsewhere' | 'no';

/** https://discord.com/developers/docs/interactions/receiving-and-responding: tokens are good for 15 minutes. */
const GOOD_FOR_MS = 14.5 * 60_000;
/** Discord takes a first response for three seconds: one that was not begun by then is none. */
const BEGUN_WITHIN_MS = 4_000;
const REMEMBERED = 10_000;

/** Follow-ups to one interaction, for apps that are installed to a user only: the same page. */
export const MOST_FOLLOW_UPS = 5;

/** The interactions of each person, for those who are answered nowhere else. Nothing of it is stored. */
export interface LiveAnswers {
  came(userId: string, answer: Pick<LiveAnswer, 'appId' | 'token' | 'at' | 'isAlone'>): void;
  /** Its first response is on its way: until Discord has it, it takes no answer. `isThinking`: it shows that to the person alone. */
  begun(token: string, response: Promise<Answerable>, isThinking: boolean): void;
  /**
   * The newest one of a person's that takes answers. One whose first response is still on its way is waited for: what
   * is shown before that is lost.
   */
  of(userId: string): Promise<LiveAnswer | undefined>;
  by(token: string): LiveAnswer | undefined;
  /** Whether somebody's newest interaction is another one. */
  isOvertaken(token: string): boolean;
  /** Discord takes no answer to it any more. */
  over(token: string): void;
  /** Two that are shown at once would take each other's place: one after the other. */
  inTurn<T>(live: LiveAnswer, show: () => Promise<T>): Promise<T>;
}

interface Held {
  readonly userId: string;
  live: LiveAnswer;
  readonly first: ReturnType<typeof deferred<{ readonly response: Promise<Answerable> }>>;
}

export function createLiveAnswers(now: () => number): LiveAnswers {
  /** By their tokens, the oldest first. */
  const held = new Map<string, Held>();
  /** The tokens of each person's, the oldest first. */
  const ofPerson = new Map<string, Set<string>>();
  const turns = new WeakMap<LiveAnswer, Promise<unknown>>();

  function over(token: string): void {
    const known = held.get(token);
    held.delete(token);
    if (known === undefined) return;
    const tokens = ofPerson.get(known.userId);
    tokens?.delete(token);
    if (tokens?.size === 0) ofPerson.delete(known.userId);
  }

  async function isAnswerable({ live, first }: Held): Promise<boolean> {
    const patience = Math.max(0, live.at + BEGUN_WITHIN_MS - now());
    const begun = await withinTime(first.promise, patience, undefined);
    const answerable = begun === undefined ? 'no' : await begun.response;
    // What the other process showed in it is not known here: nothing may take its place.
    if (answerable === 'elsewhere') live.isShown = true;
    return answerable !== 'no';
  }

  return {
    came(userId, answer) {
      const live = { ...answer, followUps: 0, isShown: !answer.isAlone, isPassing: false, isThinking: false };
      for (const token of ofPerson.get(userId) ?? [])
        if (now() - (held.get(token)?.live.at ?? 0) >= GOOD_FOR_MS) over(token);
      held.set(answer.token, { userId, live, first: deferred() });
      ofPerson.set(userId, (ofPerson.get(userId) ?? new Set()).add(answer.token));
      const [oldest] = held.keys();
      if (held.size > REMEMBERED && oldest !== undefined) over(oldest);
    },
    begun(token, response, isThinking) {
      const known = held.get(token);
      if (known === undefined) return;
      if (isThinking) known.live = { ...known.live, isAlone: true, isShown: false, isThinking };
      known.first.resolve({ response });
    },
    async of(userId) {
      for (const token of [...(ofPerson.get(userId) ?? [])].reverse()) {
        const known = held.get(token);
        if (known === undefined || now() - known.live.at >= GOOD_FOR_MS) continue;
        if (await isAnswerable(known)) return known.live;
        over(token);
      }
      return undefined;
    },
    by: (token) => held.get(token)?.live,
    isOvertaken(token) {
      const known = held.get(token);
      return known !== undefined && [...(ofPerson.get(known.userId) ?? [])].at(-1) !== token;
    },
    over,
    inTurn(live, show) {
      const before = turns.get(live) ?? Promise.resolve();
      const shown = before.then(show, show);
      turns.set(live, shown);
      return shown;
    },
  };
}
