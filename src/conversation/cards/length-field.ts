import type { Runs } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { middleSeconds, speakingTime } from '../../text/speaking-time.ts';
import type { Session } from '../session.ts';

/** Only an answer shorter or longer than these, in seconds, has its length looked at before all else. */
const FIRST_BELOW = 30;
const FIRST_ABOVE = 150;

export interface LengthField {
  readonly field: { readonly label: string; readonly lines: readonly Runs[] };
  /** It stands before what to keep and to change. */
  readonly isFirst: boolean;
}

/** How long an answer takes to say, and how much room is left or too much there is. */
export function lengthField(
  { draftText, manner }: { readonly draftText: string } & Pick<Session, 'manner'>,
  guide: Guide,
): LengthField {
  const time = speakingTime(draftText, manner.wordsPerMinute);
  const seconds = middleSeconds(time);
  const isFirst = seconds < FIRST_BELOW || seconds > FIRST_ABOVE;
  return { field: { label: 'LENGTH', lines: [[advice(time, seconds, guide)]] }, isFirst };
}

function advice(time: ReturnType<typeof speakingTime>, seconds: number, guide: Guide): string {
  const { fromSeconds, toSeconds } = guide.spoken;
  if (time.toSeconds < fromSeconds || seconds < fromSeconds) {
    const wordsPerSecond = time.words / Math.max(1, seconds);
    const from = Math.max(10, Math.round(((fromSeconds - seconds) * wordsPerSecond) / 10) * 10);
    return `About ${seconds} seconds. Room for ${from} to ${from + 30} words.`;
  }
  if (seconds > toSeconds)
    return `About ${seconds} seconds. Over ${toSeconds}, listeners drift: what could go?`;
  return `About ${seconds} seconds: a good length.`;
}
