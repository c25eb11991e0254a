/** One who practises on a platform; each resolves when a card with `next` is there. */
interface Practising {
  presses(label: string, next: string): Promise<unknown>;
  says(line: string, next: string): Promise<unknown>;
  adds(line: string): Promise<unknown>;
  answers(line: string, next: string): Promise<unknown>;
}

/** What a recording does with the story. */
export interface Recorder {
  /** One deed, named as the page tells it; `takesMs` on the clock of the recording. */
  readonly does: (did: string, deed: () => Promise<unknown>, takesMs?: number) => Promise<void>;
  /** Keeps the newest card. */
  readonly keep: (name: string) => void;
  /** Picks the part to work on, in the way of the platform. */
  readonly picks: (part: string, next: string) => Promise<void>;
  /** A word of the card that stands while the answer is said aloud. */
  readonly whileAloud: string;
}

/** When a recording begins. */
export const BEGAN = Date.parse('2026-11-02T20:00:00Z');
/** How long a deed takes where nothing else is said: the clock stands still within it, and moves on behind it. */
export const A_DEED_MS = 60_000;
const SPOKEN_MS = 21_000;

/** The practice of `docs/a-practice.md`, from the door to the date of the interview. */
export async function playStory(ada: Practising, { does, keep, picks, whileAloud }: Recorder): Promise<void> {
  const presses = (label: string, next: string, takesMs?: number) =>
    does(`presses [${label}]`, () => ada.presses(label, next), takesMs);
  const writes = (line: string, next: string) => does(`> ${line}`, () => ada.says(line, next));
  const answers = (lines: readonly string[], next: string) =>
    does([...lines.map((line) => `> ${line}`), 'presses [Next]'].join('\n'), async () => {
      for (const line of lines.slice(0, -1)) await ada.adds(line);
      await ada.answers(lines.at(-1) ?? '', next);
    });

  keep('The door');
  await presses('I have a story (about 12 min)', 'What are you practising for?');
  await writes('event manager', 'It need not be your greatest.');
  await answers(
    ['I booked the hall for our customer day on the phone and never asked for it in writing.'],
    '1 of 5',
  );
  await answers(
    [
      'Two years ago I organised the customer day of a company that builds packing machines, 120 guests. For sales it was the one event of the year.',
    ],
    '2 of 5',
  );
  keep('A question, with words that were told earlier');
  await presses('Write it anew', 'What went wrong');
  await answers(
    [
      'I booked the hall on the phone and never asked for it in writing. On the Monday before, the hotel told me that it was double booked.',
    ],
    '3 of 5',
  );
  await answers(
    [
      'I found a smaller place the same day.',
      'Then I rang our head of sales myself and told her that forty people could not come. It was a horrible call to make.',
    ],
    '4 of 5',
  );
  await answers(['I learned that I have to be more careful with bookings.'], '5 of 5');
  await answers(['I am much better organised now.'], 'Your answer so far');
  keep('The draft');
  await picks('lesson', 'STEPS');
  keep('The critique, first screen');
  await presses('More', 'Step by step, with the words that earned it');
  keep('The critique, behind "More"');
  await presses('Work on "lesson"', 'one question');
  await writes(
    'I had thought that a yes on the phone is a booking; in fact I was the only one who had counted on it.',
    'NOW',
  );
  await presses('Use it', 'STEPS');
  await presses('Say it aloud', 'How long may it take?');
  await presses('90 seconds', whileAloud, SPOKEN_MS);
  keep('The run aloud');
  await presses('Done', 'Which steps did you say?');
  await writes('1 2 3 5', 'When is the interview?');
  await writes('Tuesday in two weeks, at nine', 'Noted.');
}
