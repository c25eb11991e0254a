import type { REST } from 'discord.js';
import { saysOnlyAtWork } from '../../../src/card/at-work.ts';
import type { Card } from '../../../src/card/card.ts';
import type { Delivery, Order, Outcome, Performer } from '../../../src/coach/ports.ts';
import { PLACE_GONE } from '../../../src/conversation/undelivered.ts';
import { unreachable } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { type Place, placeKey } from '../../../src/who/place.ts';
import { answerOf } from '../api/answers.ts';
import type { Bot } from '../desk.ts';
import { isInAnswers, isUnopened, targetOf } from '../discord-place.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { Addressee, DiscordMessage } from '../render/message.ts';
import { renderCard, renderPlain } from '../render/render.ts';
import { archive } from './archive.ts';
import { createDirectMessages } from './direct-messages.ts';
import { gather } from './gather.ts';
import { handFile } from './hand-file.ts';
import { type ExportFile, handOver } from './hand-over.ts';
import { createInAnswers } from './in-answers.ts';
import { linkTo } from './link-to.ts';
import type { LiveAnswers } from './live-answers.ts';
import { ALL_OF_THEM, isNowhere, isOfTeam } from './of-team.ts';
import { openPlace } from './open-place.ts';
import { createOpener } from './open-thread.ts';
import { createOutcomes } from './outcomes.ts';
import { type Attempt, createPost } from './posting.ts';
import { createReminding } from './remind.ts';
import { createRosterLookUp } from './roster.ts';
import { serverEvent } from './server-event.ts';
import { standingIn } from './standing-in.ts';
import { createTyping } from './typing.ts';

export interface DiscordPerformerParts {
  /** It must not try again by itself: see `gateway/rest.ts`. */
  readonly rest: REST;
  /** Undefined until Discord said who the token is. */
  readonly bot: () => Bot | undefined;
  readonly answers: LiveAnswers;
  readonly log: Log;
  readonly now: () => Date;
  /** Everything held about a person, as files; undefined where nothing is. */
  readonly exportOf: (person: PersonRef) => Promise<readonly ExportFile[] | undefined>;
  /** A call was refused for its token. */
  readonly tokenDied: () => void;
}

export interface DiscordPerformer extends Performer {
  /** The person wrote or pressed something in their direct messages: they are not taken for closed any more. */
  opened(userId: string): void;
  /** Where the last card that came unasked was shown to this person, as far as this process showed it. */
  remindedIn(userId: string): Place | undefined;
  /** Ends what shows that the coach is at work. Deliveries under way are the deliverer's to wait for. */
  stop(): void;
}

/** What is counted as shown where nobody was there to see it: the next visit shows where the practice stands. */
const UNSEEN = 'unseen';

type Shown = Extract<Order, { kind: 'say' | 'revise' }>;

/** Carries the coach's orders out on Discord. Each is tried once: what came of it is the outbox's to go on from. */
export function createDiscordPerformer(parts: DiscordPerformerParts): DiscordPerformer {
  const { rest, answers, log, now } = parts;
  const botId = () => parts.bot()?.userId;
  const direct = createDirectMessages(rest, () => now().getTime());
  const post = createPost({ rest, log, botId, now });
  const typing = createTyping(rest, log);
  const lookUpRoster = createRosterLookUp({ rest, log });
  const outcomes = createOutcomes({ log, now, tokenDied: parts.tokenDied, closed: direct.closed });
  const opener = createOpener({ rest, log, botId });
  const inAnswers = createInAnswers({ rest, answers, log });
  const reminding = createReminding({ rest, post, direct, opener, log, botId });

  /** A thread without the Message Content intent, and answers, hear nothing that is typed. */
  function addressee(person: PersonRef, place: Place): Addressee {
    if (isOfTeam(person)) return ALL_OF_THEM;
    const { userId } = person;
    const hears = place.thread === undefined || (!isInAnswers(place) && parts.bot()?.hasContent === true);
    return { userId, writesInForm: !hears };
  }

  async function show(attempt: Attempt, order: Shown): Promise<Outcome> {
    const { place, person } = attempt.delivery;
    const { card } = order;
    // A card for a place that could not be opened belongs nowhere else: the practice asks for another.
    if (isUnopened(place) || isNowhere(place)) return { outcome: 'gone', reason: `${PLACE_GONE}not-opened` };
    const to = addressee(person, place);
    const isWorking = order.kind === 'say' && card.working === true;
    const isMovement = isWorking && saysOnlyAtWork(card);
    if (isInAnswers(place)) {
      if (isMovement) return atWorkInAnswers(attempt, renderCard(card, to));
      if (await inAnswers(attempt, renderCard(card, to))) return { outcome: 'done' };
      log('discord-nobody-there', { key: attempt.delivery.key });
      return { outcome: 'done', ref: UNSEEN };
    }
    const channel = targetOf(place);
    typing.end(channel);
    if (isMovement) {
      typing.begin(channel);
      return { outcome: 'done' };
    }
    const over = order.kind === 'revise' ? messageOf(order.ref) : undefined;
    const posting = { messages: renderCard(card, to), plain: () => renderPlain(card, to), over };
    const ref = await post(attempt, channel, posting);
    // Discord takes a message for the end of the typing.
    if (isWorking) typing.begin(channel);
    return { outcome: 'done', ref };
  }

  /** In answers nothing types: a card says it, until the next takes its place. It is not worth a second try. */
  async function atWorkInAnswers(attempt: Attempt, messages: readonly DiscordMessage[]): Promise<Outcome> {
    try {
      await inAnswers(attempt, messages, { isPassing: true });
    } catch (error) {
      log('discord-no-typing', { code: answerOf(error).code });
    }
    return { outcome: 'done' };
  }

  async function open(attempt: Attempt, called: string | undefined): Promise<Outcome> {
    const { userId } = attempt.delivery.person;
    const whyMoved = outcomes.whyMoved(userId);
    const place = await openPlace(attempt, called, { post, direct, opener, log, inAnswers, whyMoved });
    outcomes.moved(userId);
    if (place !== undefined) return { outcome: 'done', ref: placeKey(place) };
    return { outcome: 'refused', reason: 'not-opened' };
  }

  /** What only the person may see goes nowhere but into their direct messages. */
  async function exported(attempt: Attempt): Promise<Outcome> {
    const { person, place } = attempt.delivery;
    const files = await parts.exportOf(person);
    try {
      const channel = await direct.of(person.userId);
      return {
        outcome: 'done',
        ref: standingIn(channel, await handOver(attempt, channel, files, { post, log })),
      };
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind !== 'gone' && kind !== 'forbidden') throw error;
      log('discord-export-not-handed-over', { key: attempt.delivery.key, code });
      const line =
        'I cannot reach you in direct messages, and nowhere else would your files be yours alone. Open your direct messages for this server, or write to me first, and ask once more.';
      const told = coachLines([line]);
      if (isInAnswers(place)) await inAnswers(attempt, [told]);
      else if (!isUnopened(place) && place.thread !== undefined)
        return { outcome: 'done', ref: await post(attempt, targetOf(place), { messages: [told] }) };
      return { outcome: 'refused', reason: code };
    }
  }

  /** Says `at` where a person looks where the talk goes on, and that what they wrote there was taken in where it was (`kept`). */
  async function point(attempt: Attempt, { at, kept }: Extract<Order, { kind: 'point' }>): Promise<Outcome> {
    const { person, place } = attempt.delivery;
    if (isUnopened(place)) return { outcome: 'refused', reason: 'not-opened' };
    // The place was still to be opened when the line was ordered, and is right here.
    if (placeKey(at) === placeKey(place)) return { outcome: 'done' };
    // Whoever writes in direct messages that are open again goes on there (`messages.ts`): nothing leads away from them.
    if (isInAnswers(place) && at.thread === undefined && kept === true) return { outcome: 'done' };
    const url = await linkTo({ rest, log }, place);
    const label = place.thread === undefined ? 'in our direct messages' : 'in our thread';
    const where = url === undefined ? 'with /practice-failure start' : { link: { label, url } };
    const line = coachLines([
      `${kept ? 'I put that with your practice. It' : 'Your practice'} goes on `,
      where,
      '.',
    ]);
    if (isInAnswers(at)) {
      await inAnswers(attempt, [line]);
      return { outcome: 'done' };
    }
    const channel = at.channel === person.userId ? await direct.of(person.userId) : targetOf(at);
    return { outcome: 'done', ref: standingIn(channel, await post(attempt, channel, { messages: [line] })) };
  }

  async function share(attempt: Attempt, card: Card, userId: string): Promise<Outcome> {
    const to = { userId, writesInForm: false };
    const channel = await direct.of(userId);
    const posting = { messages: renderCard(card, to), plain: () => renderPlain(card, to) };
    return { outcome: 'done', ref: await post(attempt, channel, posting) };
  }

  async function close(place: Place): Promise<Outcome> {
    const { thread } = place;
    if (isNowhere(place) || thread === undefined || !/^\d+$/.test(thread)) return { outcome: 'done' };
    typing.end(thread);
    await archive({ rest, log }, thread);
    return { outcome: 'done' };
  }

  async function carryOut(attempt: Attempt): Promise<Outcome> {
    const { order, person, place } = attempt.delivery;
    switch (order.kind) {
      case 'say':
      case 'revise':
        return show(attempt, order);
      case 'remind':
        return reminding.remind(attempt, order.card);
      case 'gather':
        return gather(attempt, order, { rest, post, opener });
      case 'roster':
        return lookUpRoster(attempt.delivery, order);
      case 'file':
        return handFile(attempt, order, { post, direct });
      case 'event':
        return serverEvent(attempt, order, { rest, botId, now });
      case 'open':
        if (isOfTeam(person)) return refused('not-a-person');
        return open(attempt, order.called);
      case 'point':
        return point(attempt, order);
      case 'export':
        if (isOfTeam(person)) return refused('not-a-person');
        return exported(attempt);
      case 'share':
        return share(attempt, order.card, order.to);
      case 'close':
        return close(place);
      case 'critique':
      case 'teamCritique':
      case 'bell':
        return refused('not-for-discord');
      default:
        return unreachable(order);
    }
  }

  return {
    name: 'discord',
    async perform(delivery: Delivery) {
      const attempt: Attempt = { delivery, unsure: delivery.inDoubt, posted: [] };
      try {
        return await carryOut(attempt);
      } catch (error) {
        const outcome = outcomes.of(attempt, error);
        const isWaiting = outcome.outcome === 'later' || outcome.outcome === 'unknown';
        return isWaiting && attempt.posted.length > 0
          ? { ...outcome, ref: attempt.posted.join(' ') }
          : outcome;
      }
    },
    opened: direct.opened,
    remindedIn: reminding.remindedIn,
    stop: () => typing.stop(),
  };
}

function refused(reason: string): Outcome {
  return { outcome: 'refused', reason };
}

/** The id of a card's last message; undefined for what is none, a place's key for example. */
function messageOf(ref: string | undefined): string | undefined {
  const last = ref?.split(' ').at(-1);
  return last !== undefined && /^\d+$/.test(last) ? last : undefined;
}
