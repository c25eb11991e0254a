import type { WebClient } from '@slack/web-api';
import { saysOnlyAtWork } from '../../../src/card/at-work.ts';
import type { Delivery, Order, Outcome, Performer } from '../../../src/coach/ports.ts';
import { PLACE_GONE } from '../../../src/conversation/undelivered.ts';
import { codeOf, unreachable } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { type Place, placeKey } from '../../../src/who/place.ts';
import { teamIdOf } from '../../../src/who/team.ts';
import { createPeople } from '../api/people.ts';
import { coachLines } from '../render/coach-lines.ts';
import { renderCard, renderClock, renderPlain } from '../render/render.ts';
import { slackPlace } from '../slack-place.ts';
import { createClockTicker } from './clock-ticker.ts';
import { createDirectMessages, isUser } from './direct-messages.ts';
import { gatherPeople } from './group-messages.ts';
import { handFile } from './hand-file.ts';
import { type ExportFile, handOver } from './hand-over.ts';
import { openThread } from './open-thread.ts';
import { createOutcomes } from './outcomes.ts';
import { picturesOf } from './picture.ts';
import { pointToThread } from './point.ts';
import { type Attempt, createPost, type Where } from './posting.ts';
import { createRates, type Rates } from './rates.ts';
import { lookUpRoster } from './roster.ts';
import { showStatus } from './status.ts';

export interface SlackPerformerParts {
  /** Made by `createSlackClient`: it must not try again by itself. */
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Date;
  /** Everything held about a person, as files; undefined where nothing is. */
  readonly exportOf: (person: PersonRef) => Promise<readonly ExportFile[] | undefined>;
  /** Who can read what is written here, and where nobody else can: sentences that open every practice. */
  readonly readers: readonly string[];
  /** Slack says that the token will never work again: the installation's data have to go. */
  readonly tokenDied: (code: string) => void;
  readonly rates?: Rates;
  /** How often a running clock is changed, in ms. */
  readonly tickMs?: number;
}

export interface SlackPerformer extends Performer {
  /** Ends the clocks that run. Deliveries under way are the deliverer's to wait for. */
  stop(): void;
}

const NOT_OPENED =
  'I could not open a thread for our practice. I try once more. If none comes in a moment, type /practice-failure again. Nothing is lost.';

type Shown = Extract<Order, { kind: 'say' | 'revise' }>;

/** These are about one person's direct messages or data. A team has neither: its id names nobody in Slack. */
const OF_A_PERSON = new Set<Order['kind']>(['open', 'point', 'export']);

/** Carries the coach's orders out in one Slack workspace. Each is tried once: what came of it is the outbox's to go on from. */
export function createSlackPerformer(parts: SlackPerformerParts): SlackPerformer {
  const { client, log, now, readers } = parts;
  const rates = parts.rates ?? createRates();
  const direct = createDirectMessages(client);
  const people = createPeople(client, () => now().getTime());
  const post = createPost(client, rates, log);
  const outcomes = createOutcomes({ rates, direct, log, now, tokenDied: parts.tokenDied });
  const ticker = createClockTicker(client, now, (channel) => rates.heldFor(channel) === 0, parts.tickMs);
  /** Messages that say "I am at work" where no status can: the next card of the place takes theirs. */
  const standIns = new Map<string, string>();

  async function whereOf({ channel, thread }: Place): Promise<Where> {
    return isUser(channel) ? { channel: await direct.of(channel) } : { channel, thread };
  }

  /** What only the person may see goes nowhere but into their direct messages. */
  async function privateTo(person: PersonRef, { channel, thread }: Place): Promise<Where> {
    return channel.startsWith('D') ? { channel, thread } : { channel: await direct.of(person.userId) };
  }

  /** At the top of the person's direct messages, where that is possible. */
  async function tellNotOpened({ key, person }: Delivery): Promise<void> {
    try {
      const channel = await direct.of(person.userId);
      const { text, blocks } = coachLines([NOT_OPENED]);
      await client.chat.postMessage({ channel, text, blocks: [...blocks] });
    } catch (error) {
      log('slack-not-told', { key, code: codeOf(error) });
    }
  }

  async function show(attempt: Attempt, order: Shown, place = attempt.delivery.place): Promise<Outcome> {
    const { card } = order;
    // A card for a thread that could not be opened belongs nowhere else: the practice asks for another.
    if (isUnopened(place)) return { outcome: 'gone', reason: `${PLACE_GONE}not-opened` };
    const where = await whereOf(place);
    const here = placeKey(slackPlace(where.channel, where.thread));
    // Whoever is written to may press, also where the card is kept under a team, or under whose words are in it.
    const to = { userId: isUser(place.channel) ? place.channel : attempt.delivery.person.userId };
    const isWorking = order.kind === 'say' && card.working === true;
    const isMovement = isWorking && saysOnlyAtWork(card);
    ticker.end(here);
    if (isMovement && (await showStatus(client, log, where.channel, where.thread)))
      return { outcome: 'done' };

    const changed = order.kind === 'revise' ? messageOf(order.ref) : undefined;
    const before = changed === undefined ? picturesOf(card, where, { client, log }) : undefined;
    const ref = await post(attempt, where, {
      messages: renderCard(card, to),
      plain: () => renderPlain(card, to),
      // A reply while the coach works stands under what was typed, and the critique under both.
      over: changed ?? (isWorking && !isMovement ? undefined : standIns.get(here)),
      ...(before === undefined ? {} : { before }),
    });
    if (changed === undefined) standIns.delete(here);
    const last = messageOf(ref);
    if (isMovement && last !== undefined) standIns.set(here, last);
    // A message ends the status.
    if (isWorking && !isMovement) await showStatus(client, log, where.channel, where.thread);
    if (card.clock !== undefined && last !== undefined) {
      const render = (left: number) => renderClock(card, to, left);
      const stopped = () => renderClock({ ...card, buttons: [] }, to, undefined);
      ticker.start(here, { channel: where.channel, ts: last }, { runs: card.clock, render, stopped });
    }
    return { outcome: 'done', ref };
  }

  /** The first card in a group's messages, which have no name: `called` is not said, and nothing hangs on `near`. */
  async function gather(attempt: Attempt, order: Extract<Order, { kind: 'gather' }>): Promise<Outcome> {
    const gathered = await gatherPeople(client, order.people);
    if ('refused' in gathered) {
      log('slack-not-gathered', { key: attempt.delivery.key, code: gathered.refused });
      return { outcome: 'refused', reason: gathered.refused };
    }
    const place = slackPlace(gathered.channel);
    const shown = await show(attempt, { kind: 'say', card: order.card }, place);
    return shown.outcome === 'done' ? { outcome: 'done', ref: placeKey(place) } : shown;
  }

  async function carryOut(attempt: Attempt): Promise<Outcome> {
    const { order, person, place } = attempt.delivery;
    if (OF_A_PERSON.has(order.kind) && teamIdOf(person) !== undefined)
      return { outcome: 'refused', reason: 'not-a-person' };
    switch (order.kind) {
      case 'say':
      case 'revise':
        return show(attempt, order);
      case 'remind':
        if (!isAlone(place)) return { outcome: 'refused', reason: NOT_ALONE };
        return show(attempt, { kind: 'say', card: order.card });
      case 'open':
        return { outcome: 'done', ref: await openThread(attempt, { post, direct, readers }) };
      case 'point': {
        if (isUnopened(place)) return { outcome: 'refused', reason: 'not-opened' };
        const kept = order.kept === true;
        const to = { at: await privateTo(person, order.at), kept, goesOn: await whereOf(place) };
        return { outcome: 'done', ref: await pointToThread(attempt, to, { client, post, log }) };
      }
      case 'export': {
        const where = await privateTo(person, place);
        const files = await parts.exportOf(person);
        return { outcome: 'done', ref: await handOver(attempt, where, files, { client, post, log }) };
      }
      case 'share': {
        const to = { userId: order.to };
        const where = { channel: await direct.of(order.to) };
        const messages = renderCard(order.card, to);
        const plain = () => renderPlain(order.card, to);
        return { outcome: 'done', ref: await post(attempt, where, { messages, plain }) };
      }
      case 'close':
        ticker.end(placeKey(place));
        return { outcome: 'done' };
      case 'gather':
        return gather(attempt, order);
      case 'roster':
        return lookUpRoster(attempt.delivery, order, { client, people, log });
      case 'file': {
        if (!isAlone(place) || isUnopened(place)) return { outcome: 'refused', reason: NOT_ALONE };
        const where = await whereOf(place);
        return { outcome: 'done', ref: await handFile(attempt, where, order, { client, post, log }) };
      }
      case 'critique':
      case 'teamCritique':
      case 'event':
      case 'bell':
        return { outcome: 'refused', reason: 'not-for-slack' };
      default:
        return unreachable(order);
    }
  }

  return {
    name: 'slack',
    async perform(delivery) {
      const attempt: Attempt = {
        delivery,
        channel: delivery.place.channel,
        unsure: delivery.inDoubt,
        posted: [],
      };
      try {
        return await carryOut(attempt);
      } catch (error) {
        const outcome = outcomes.of(attempt, error);
        if (delivery.order.kind === 'open' && outcome.outcome === 'refused') await tellNotOpened(delivery);
        const isWaiting = outcome.outcome === 'later' || outcome.outcome === 'unknown';
        return isWaiting && attempt.posted.length > 0
          ? { ...outcome, ref: attempt.posted.join(' ') }
          : outcome;
      }
    },
    stop: () => ticker.stop(),
  };
}

/** A thread that was named and is none yet (see `placeToOpen`), or the place of a group that could not be gathered. */
function isUnopened({ channel, thread }: Place): boolean {
  return channel === 'team' || (isUser(channel) && thread?.startsWith('new-') === true);
}

/** What was meant for one person was sent to a place that others read. */
const NOT_ALONE = 'not-private';

/** Direct messages of one person: by who they are, or by the conversation's own id. */
function isAlone({ channel }: Place): boolean {
  return isUser(channel) || channel.startsWith('D');
}

/** The `ts` of a card's last message; undefined for what is none, a place's key for example. */
function messageOf(ref: string | undefined): string | undefined {
  const last = ref?.split(' ').at(-1);
  return last !== undefined && /^\d+\.\d+$/.test(last) ? last : undefined;
}
