import { type Fields, textOf } from '../fakes/slack/json.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { createMask } from './record-mask.ts';
import { A_DEED_MS, BEGAN, playStory } from './record-story.ts';
import { startSlackCoach } from './slack-coach.ts';
import { SLACK_IDS } from './slack-record-mask.ts';
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
  const mask = createMask(SLACK_IDS);
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
  /** Without the ids that Slack gives to blocks: they are not what was sent. */
  const sent = (blocks: readonly Fields[] = []) =>
    blocks.map((block) => (/^B0/.test(textOf(block.block_id)) ? { ...block, block_id: undefined } : block));
  const keep = (name: string, at = -1) => {
    // A picture is a message of its own, without blocks.
    const own = slack.messages(ada.dm).filter(({ user, blocks }) => user !== 'U0ADA' && blocks !== undefined);
    cards.push(mask({ name, json: { blocks: sent(own.at(at)?.blocks) } }));
  };

  try {
    await does('/practice-failure', () => ada.begins());
    keep('The root of the thread', 0);
    await playStory(ada, {
      does,
      keep,
      picks: (part, next) => does(`presses [${part}]`, () => ada.presses(part, next)),
      whileAloud: 'left',
    });
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
