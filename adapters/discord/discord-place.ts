import type { Place } from '../../src/who/place.ts';

/** A direct message is a channel; a thread is one too, and is named with the channel it hangs on. */
export function discordPlace(channel: string, thread?: string): Place {
  return { platform: 'discord', channel, ...(thread === undefined ? {} : { thread }) };
}

/** The channel that messages for this place are posted to. */
export function targetOf({ channel, thread }: Place): string {
  return thread ?? channel;
}

/**
 * Where somebody practises whom the bot can write to nowhere: their practice is shown in the answers to what they
 * press, for as long as Discord takes such answers.
 */
const IN_ANSWERS = 'answers';

export function answersPlace(userId: string): Place {
  return discordPlace(userId, IN_ANSWERS);
}

export function isInAnswers({ thread }: Place): boolean {
  return thread === IN_ANSWERS;
}

/** A place that was named and is not opened yet: see `placed.ts`. Its channel is where it may be, best first. */
export function isUnopened({ thread }: Place): boolean {
  return thread?.startsWith('new-') === true;
}

/** Ways to open a place, in the order to be tried: a user id means their direct messages, a channel id a private thread in it. */
export function waysIn({ channel }: Place): readonly string[] {
  return channel.split('+');
}
