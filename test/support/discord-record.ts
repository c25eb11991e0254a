import type { FakeCall } from '../fakes/discord/call.ts';
import type { FakeMessage } from '../fakes/discord/message.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import type { Fields } from '../fakes/slack/json.ts';
import { startDiscordCoach } from './discord-coach.ts';
import { DISCORD_IDS, THREAD_NUMBERS } from './discord-record-mask.ts';
import { type DiscordTalk, GENERAL, talkOf } from './discord-talk.ts';
import { createMask } from './record-mask.ts';
import { A_DEED_MS, BEGAN, playStory } from './record-story.ts';

export interface RecordedCall extends Pick<FakeCall, 'method' | 'body' | 'list' | 'status'> {
  /** Ids and tokens in it are named, not numbered. */
  readonly path: string;
  readonly query: FakeCall['query'];
  /** The names of the files beside the body, each with its description. */
  readonly files: readonly { readonly name: string; readonly description: string | undefined }[];
}

/** Something a person did, and what the bot called until it was answered. */
export interface Deed {
  readonly who: string;
  readonly did: string;
  readonly calls: readonly RecordedCall[];
}

/** A card as a person reads it, and as it was sent. */
export interface RecordedCard {
  readonly name: string;
  readonly read: string;
  readonly sent: Fields;
}

export interface DiscordRecording {
  readonly deeds: readonly Deed[];
  readonly cards: readonly RecordedCard[];
  /** What Discord would not have taken. */
  readonly violations: readonly string[];
}

/**
 * Plays the practice of `docs/a-practice.md` in the direct messages of a Discord on loopback, and the beginning of one in
 * a private thread; keeps what went over the wire. `url`: a migrated database; left out, one of this test's own.
 */
export async function recordDiscordPractice(url?: string): Promise<DiscordRecording> {
  let at = BEGAN;
  const now = () => at;
  const coach = await startDiscordCoach('discord-record', {
    now: () => new Date(at),
    fake: { now },
    ...(url === undefined ? {} : { url }),
  });
  const { discord } = coach;
  const ada = talkOf(coach, '4444444444444444001', 'Ada');
  const ben = talkOf(coach, '4444444444444444002', 'Ben', { where: 'thread' });
  const mask = createMask(DISCORD_IDS);
  const maskName = createMask(THREAD_NUMBERS);
  const deeds: Deed[] = [];
  const cards: RecordedCard[] = [];
  let seen = 0;

  async function does(who: string, did: string, deed: () => Promise<unknown>, takesMs = A_DEED_MS) {
    await deed();
    await discord.calm(150);
    const calls = discord.calls.slice(seen).map(recorded);
    seen = discord.calls.length;
    deeds.push({ who, did, calls });
    at += takesMs;
  }
  /** Channels by their names; the rest by what they are. */
  const named = (path: string): string =>
    path
      .replace(discord.appId, '{application}')
      .replace(discord.dmOf(ada.person.id), '{Ada}')
      .replace(discord.dmOf(ben.person.id), '{Ben}')
      .replace(ben.person.id, '{Ben}')
      .replace(GENERAL, '{channel}')
      .replace(/^\/interactions\/\d+\/[^/]+/, '/interactions/{id}/{token}')
      .replace(/^(\/webhooks\/[^/]+)\/[^/]+/, '$1/{token}')
      .replace(/(?<=\/messages\/)\d+/, '{message}')
      .replace(/\d{17,}/, '{thread}');
  const recorded = ({ method, path, query, body, list, files, status }: FakeCall): RecordedCall => ({
    method,
    path: named(path),
    query,
    body: JSON.parse(
      JSON.stringify(maskName(body)).replaceAll(ada.person.id, '{Ada}').replaceAll(ben.person.id, '{Ben}'),
    ),
    list,
    files: files.map(({ name, description }) => ({ name, description })),
    status,
  });
  /** Without what Discord itself adds: that is not what was sent. */
  const sentAs = ({ id }: FakeMessage): Fields => {
    const call = discord.calls.find(({ answer }) => isPostOf(answer, id));
    return { flags: call?.body.flags, components: call?.body.components };
  };
  const keep = (name: string, of: DiscordTalk = ada, which = -1) => {
    const message = discord
      .messages(of.channel())
      .filter(({ author }) => author.id === discord.botUserId)
      .at(which);
    if (message !== undefined) cards.push(mask({ name, read: readMessage(message), sent: sentAs(message) }));
  };

  try {
    await does('The bot', 'starts', () => Promise.resolve());
    await does('Ada', '/practice-failure start, in a channel of a server', () => ada.begins());
    keep('The first message: who can read it', ada, 0);
    await playStory(ada, {
      does: (did, deed, takesMs) => does('Ada', did, deed, takesMs),
      keep,
      picks: (part, next) => does('Ada', `chooses [${part}]`, () => ada.chooses(part, next)),
      whileAloud: 'Time until',
    });
    await does('Ben', '/practice-failure start where: private thread', () => ben.begins());
    keep('The first message in a private thread', ben, 0);
    await does('Ben', 'presses [I have a story (about 12 min)]', () =>
      ben.presses('I have a story (about 12 min)', 'What are you practising for?'),
    );
    await does('Ben', 'presses [Write your answer], and sends the form with\n> event manager', () =>
      ben.writes('event manager', 'It need not be your greatest.'),
    );
    return { deeds, cards, violations: discord.violations };
  } finally {
    await coach.close();
  }
}

function isPostOf(answer: unknown, id: string): boolean {
  return typeof answer === 'object' && answer !== null && 'id' in answer && answer.id === id;
}
