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
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding: tokens are good for 15 minutes. */
const GOOD_FOR_MS = 14.5 * 60_000;
const REMEMBERED = 10_000;

/** The newest interaction of each person, for those who are answered nowhere else. Nothing of it is stored. */
export interface LiveAnswers {
  came(userId: string, answer: Pick<LiveAnswer, 'appId' | 'token' | 'at' | 'isAlone'>): void;
  of(userId: string): LiveAnswer | undefined;
}

export function createLiveAnswers(now: () => number): LiveAnswers {
  const newest = new Map<string, LiveAnswer>();
  return {
    came(userId, answer) {
      newest.delete(userId);
      newest.set(userId, { ...answer, followUps: 0, isShown: !answer.isAlone });
      const [oldest] = newest.keys();
      if (newest.size > REMEMBERED && oldest !== undefined) newest.delete(oldest);
    },
    of(userId) {
      const answer = newest.get(userId);
      return answer !== undefined && now() - answer.at < GOOD_FOR_MS ? answer : undefined;
    },
  };
}
