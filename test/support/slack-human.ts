import type { FakeAck } from '../fakes/slack/deliveries.ts';
import type { FakeSlack } from '../fakes/slack/fake-slack.ts';
import { fieldsOf, textOf } from '../fakes/slack/json.ts';
import type { FakeMessage } from '../fakes/slack/message.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { ANSWERS } from './human.ts';
import type { CoachLife } from './slack-process.ts';

/** What somebody does on seeing a card: writes (once in their life) and then presses Next, or presses alone. */
type Reply = { readonly says: string } | { readonly presses: string };

/** The first that fits counts. */
const REPLIES: readonly { readonly sees: RegExp; readonly does: (match: RegExpExecArray) => Reply }[] = [
  { sees: /Which step felt weakest\?/, does: () => ({ presses: 'Look at it' }) },
  { sees: /Keep it, add, or change\?/, does: () => ({ presses: 'Keep it' }) },
  { sees: /just keep it and go on\./, does: () => ({ presses: 'press:next' }) },
  { sees: /([1-5]) of 5: /, does: (match) => ({ says: ANSWERS[match[1] ?? ''] ?? '' }) },
  { sees: /Send another message to add, or press Next\./, does: () => ({ presses: 'press:next' }) },
  { sees: /Tell me the failure in a line or two/, does: () => ({ says: ANSWERS['2'] ?? '' }) },
  { sees: /What are you practising for\?/, does: () => ({ says: 'event manager' }) },
  { sees: /How would you like to begin\?/, does: () => ({ presses: 'I have a story (about 12 min)' }) },
];

/** How long a person looks at a screen on which nothing happens. A card may wait ten seconds for its turn in a channel. */
const PATIENCE_MS = 15_000;
/** After Slack said that it did not work. */
const AGAIN_AFTER_MS = 3_000;
const MOST_TRIES = 12;
/** A practice takes ten replies; every kill may cost a few more. */
const MOST_REPLIES = 40;

/** Every card of a person, the first showing of each, oldest first. */
export function cardsOf(slack: FakeSlack, userId: string): FakeMessage[] {
  const seen = new Set<string>();
  return slack.messages(slack.dmOf(userId)).filter((message) => {
    if (message.bot_id === undefined) return false;
    const id = deliveryOf(message);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Messages that stand there a second time, told by their metadata. */
export function shownTwice(slack: FakeSlack, userId: string): FakeMessage[] {
  const first = new Set(cardsOf(slack, userId));
  return slack
    .messages(slack.dmOf(userId))
    .filter((message) => message.bot_id !== undefined && !first.has(message));
}

function deliveryOf({ metadata, ts }: FakeMessage): string {
  return textOf(fieldsOf(metadata?.event_payload).id) || ts;
}

/** Slack took the acknowledgement. */
export function isAcked(ack: FakeAck): boolean {
  return !ack.lost && (ack.status ?? 200) === 200 && ack.msToAck !== undefined;
}

/** All events that were never acknowledged come again, in their order. */
export async function redeliverUnheard(slack: FakeSlack): Promise<void> {
  const heard = new Set(slack.acks.filter(isAcked).map(({ eventId }) => eventId));
  const unheard = new Set(
    slack.acks.flatMap((ack) => (ack.eventId === undefined || heard.has(ack.eventId) ? [] : [ack.eventId])),
  );
  for (const eventId of unheard) await slack.redeliver(eventId);
}

/**
 * Practises to the critique as a person does: reads the newest card and answers it. What they wrote they never write
 * again: Slack sends it again, or the coach reads it back. What they pressed in vain they press again.
 */
export async function practiseInSlack(slack: FakeSlack, userId: string, life: CoachLife): Promise<void> {
  const person = slack.user(userId);
  const said = new Map<string, FakeAck>();
  const came = (isSo: () => boolean, what: string, ms: number) =>
    slack.until(isSo, what, ms).then(
      () => true,
      () => false,
    );
  const newest = () =>
    cardsOf(slack, userId)
      .map((message) => ({ message, text: readMessage(message) }))
      .findLast(({ text }) => /^KEEP$/m.test(text) || REPLIES.some(({ sees }) => sees.test(text)));
  const isHeard = (ack: FakeAck) => slack.acks.some((each) => each.eventId === ack.eventId && isAcked(each));

  for (let tries = 0; newest() === undefined; tries += 1) {
    if (tries >= MOST_TRIES) throw new Error('no practice was opened');
    await life.up();
    const ack = await person.slash('');
    await came(() => newest() !== undefined, 'the first card', isAcked(ack) ? PATIENCE_MS : AGAIN_AFTER_MS);
  }

  for (let replies = 0; ; replies += 1) {
    const card = newest();
    if (card === undefined || /^KEEP$/m.test(card.text)) return;
    const { message, text } = card;
    if (replies >= MOST_REPLIES) throw new Error(`it comes to no end:\n${person.reads().slice(-4_000)}`);
    const isPast = () => newest()?.message.ts !== message.ts;
    const reply = replyTo(text);
    if ('says' in reply) {
      const thread = message.thread_ts ?? message.ts;
      const ack = said.get(reply.says) ?? (await person.says(reply.says, { thread })).ack;
      said.set(reply.says, ack);
      await came(() => isHeard(ack) || isPast(), 'somebody to hear it', PATIENCE_MS);
      if (!isHeard(ack) || isPast()) continue;
    }
    await life.up();
    const pressed = await pressIn(message.ts, 'says' in reply ? 'press:next' : reply.presses);
    await came(
      isPast,
      'the next card',
      pressed === undefined || !isAcked(pressed) ? AGAIN_AFTER_MS : PATIENCE_MS,
    );
  }

  /** Undefined where the button is gone: the card has had its answer. */
  function pressIn(ts: string, what: string): Promise<FakeAck | undefined> {
    return person.presses(what, { in: ts }).catch(() => undefined);
  }
}

function replyTo(text: string): Reply {
  for (const { sees, does } of REPLIES) {
    const match = sees.exec(text);
    if (match !== null) return does(match);
  }
  throw new Error('nothing to answer');
}
