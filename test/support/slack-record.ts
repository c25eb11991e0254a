import { type Fields, textOf } from '../fakes/slack/json.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { startSlackCoach } from './slack-coach.ts';
import { createMask } from './slack-record-mask.ts';
import { talkOf } from './slack-talk.ts';

/** Something the person did, and what the bot called until it was answered. */
export interface Deed {
  readonly did: string;
  readonly calls: readonly { readonly method: string; readonly args: Fields }[];
  /** What they alone were shown. */
  readonly told: readonly string[];
}

/** A card as Block Kit Builder takes it. */
export interface RecordedCard {
  readonly name: string;
  readonly json: { readonly blocks: readonly Fields[] } & Fields;
}

export interface SlackRecording {
  readonly deeds: readonly Deed[];
  readonly cards: readonly RecordedCard[];
  /** What Slack would not have taken. */
  readonly violations: readonly string[];
}

/** The recording's own clock: it stands still within a deed, so that the run aloud takes as long every time. */
const BEGAN = Date.parse('2026-11-02T20:00:00Z');
const A_DEED_MS = 60_000;
const SPOKEN_MS = 21_000;

/**
 * Plays the practice of `docs/a-practice.md` in a Slack on loopback, and keeps what went over the wire. `url`: a migrated
 * database; left out, one of this test's own.
 */
export async function recordSlackPractice(url?: string): Promise<SlackRecording> {
  let at = BEGAN;
  const coach = await startSlackCoach('slack-record', {
    now: () => new Date(at),
    ...(url === undefined ? {} : { url }),
  });
  const { slack } = coach;
  const ada = talkOf(coach, 'U0ADA', 'Ada');
  const mask = createMask();
  const deeds: Deed[] = [];
  const cards: RecordedCard[] = [];

  async function does(did: string, deed: () => Promise<unknown>, takesMs = A_DEED_MS): Promise<void> {
    const from = slack.calls.length;
    const alone = ada.person.ephemerals.length;
    await deed();
    await slack.calm(150);
    const told = ada.person.ephemerals.slice(alone).map(({ blocks }) => readBlocks(blocks ?? []));
    deeds.push(
      mask({ did, calls: slack.calls.slice(from).map(({ method, args }) => ({ method, args })), told }),
    );
    at += takesMs;
  }
  const presses = (label: string, next: string, takesMs?: number) =>
    does(`presses [${label}]`, () => ada.presses(label, next), takesMs);
  const writes = (line: string, next: string) => does(`> ${line}`, () => ada.says(line, next));
  const answers = (lines: readonly string[], next: string) =>
    does([...lines.map((line) => `> ${line}`), 'presses [Next]'].join('\n'), async () => {
      for (const line of lines.slice(0, -1)) await ada.adds(line);
      await ada.answers(lines.at(-1) ?? '', next);
    });
  /** Without the ids that Slack gives to blocks: they are not what was sent. */
  const sent = (blocks: readonly Fields[] = []) =>
    blocks.map((block) => (/^B0/.test(textOf(block.block_id)) ? { ...block, block_id: undefined } : block));
  const keep = (name: string, at = -1) => {
    const own = slack.messages(ada.dm).filter(({ user }) => user !== 'U0ADA');
    cards.push(mask({ name, json: { blocks: sent(own.at(at)?.blocks) } }));
  };

  try {
    await does('/practice-failure', () => ada.begins());
    keep('The root of the thread', 0);
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
    await presses('lesson', 'STEPS');
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
    await presses('90 seconds', 'left', SPOKEN_MS);
    keep('The run aloud');
    await presses('Done', 'Which parts did you say?');
    await writes('1 2 3 5', 'When is the interview?');
    await writes('Tuesday in two weeks, at nine', 'Noted.');
    await does('opens the Home tab', async () => {
      await ada.person.opensHome();
      await slack.until(() => ada.person.home() !== undefined, 'the Home tab');
    });
    const home = ada.person.home();
    cards.push(mask({ name: 'The Home tab', json: { type: 'home', blocks: sent(home?.blocks) } }));
    return { deeds, cards, violations: slack.violations };
  } finally {
    await coach.close();
  }
}
