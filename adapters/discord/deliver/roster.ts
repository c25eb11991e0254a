import type { REST } from 'discord.js';
import { type Delivery, type Found, MOST_ASKED, type Order, type Outcome } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import { type Answer, answerOf } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';
import {
  type GuildMember,
  type Listing,
  memberIn,
  NOTHING_LISTED,
  nextMembers,
} from '../api/guild-members.ts';
import { MEMBERS_INTENT } from '../api/offered.ts';
import { type SeenBy, whoSees } from '../api/who-sees.ts';
import { nameOf } from '../receive/names.ts';
import { isUserId } from './addressed.ts';

export interface RosterParts {
  readonly rest: REST;
  readonly log: Log;
}

type Roster = Extract<Order, { kind: 'roster' }>;

/** What it was doing: what Discord has against it means something else each time. */
type Step = 'channel' | 'listing' | 'people';

const AGAIN_AFTER_MS = 1_000;
/** A server of 100,000 members. */
const MOST_PAGES = 100;
/** Listings that wait for another try: one is taken out when it is through. */
const MOST_HALFWAY = 50;

const NOBODY: ReadonlySet<string> = new Set([CODES.unknownMember, CODES.unknownUser]);

/**
 * Who is to be asked for a session: of those who can see its channel, because only they can be added to a group's thread.
 * A look only: doing it twice changes nothing, so nothing is ever in doubt. Where Discord asks to wait in the middle of a
 * long list, the next try of this process goes on there. Throws what says something of the token.
 */
export function createRosterLookUp({
  rest,
  log,
}: RosterParts): (delivery: Delivery, order: Roster) => Promise<Outcome> {
  const halfway = new Map<string, Listing>();

  /** All of a server, page by page; undefined where there are too many. */
  async function listed(
    key: string,
    guild: string,
    isWanted: (member: GuildMember) => boolean,
  ): Promise<readonly GuildMember[] | undefined> {
    let listing = halfway.get(key) ?? NOTHING_LISTED;
    for (let page = 0; !listing.isWhole; page += 1) {
      if (page >= MOST_PAGES || listing.members.length > MOST_ASKED) break;
      listing = await nextMembers(rest, guild, listing, isWanted);
      halfway.set(key, listing);
      const [oldest] = halfway.keys();
      if (halfway.size > MOST_HALFWAY && oldest !== undefined) halfway.delete(oldest);
    }
    halfway.delete(key);
    return listing.isWhole && listing.members.length <= MOST_ASKED ? listing.members : undefined;
  }

  async function named(guild: string, ids: readonly string[]): Promise<readonly GuildMember[]> {
    const members: GuildMember[] = [];
    for (const id of new Set(ids.filter(isUserId))) {
      try {
        members.push(await memberIn(rest, guild, id));
      } catch (error) {
        if (!NOBODY.has(answerOf(error).code)) throw error;
      }
    }
    return members;
  }

  return async ({ key, place }, { who }) => {
    let step: Step = 'channel';
    try {
      const seenBy = await whoSees(rest, place.channel);
      if (seenBy === undefined) return { outcome: 'refused', reason: 'channel-closed' };
      if (typeof who !== 'string' && 'group' in who && !seenBy.roles.has(who.group))
        return { outcome: 'refused', reason: 'group-gone' };
      if (typeof who !== 'string' && 'ids' in who) {
        step = 'people';
        const members = await named(seenBy.guild, who.ids);
        return { outcome: 'done', people: members.filter((one) => mayBeAsked(one, seenBy)).map(foundOf) };
      }
      step = 'listing';
      const group = typeof who === 'string' ? seenBy.guild : who.group;
      const isInGroup = ({ roles }: GuildMember) => group === seenBy.guild || roles.includes(group);
      const members = await listed(key, seenBy.guild, (one) => isInGroup(one) && mayBeAsked(one, seenBy));
      if (members === undefined) return { outcome: 'refused', reason: 'too-many' };
      return { outcome: 'done', people: members.map(foundOf) };
    } catch (error) {
      const answer = answerOf(error);
      log('discord-roster-not-read', { key, step, code: answer.code });
      const outcome = outcomeOf(answer, step);
      if (outcome === undefined) throw error;
      return outcome;
    }
  };
}

function mayBeAsked({ user, roles, pending }: GuildMember, seenBy: SeenBy): boolean {
  return !user.bot && !user.system && !pending && seenBy.sees(user.id, roles);
}

function foundOf({ user, nick }: GuildMember): Found {
  return { id: user.id, name: nameOf(user, nick) };
}

function outcomeOf(answer: Answer, step: Step): Outcome | undefined {
  const { kind, code } = answer;
  if (kind === 'later') return { outcome: 'later', afterMs: answer.afterMs };
  if (kind === 'unknown') return { outcome: 'later', afterMs: AGAIN_AFTER_MS };
  const isShut = kind === 'gone' || kind === 'forbidden';
  if (isShut && step === 'listing' && code !== CODES.unknownGuild)
    return { outcome: 'refused', reason: `lacks ${MEMBERS_INTENT}` };
  if (isShut) return { outcome: 'refused', reason: 'channel-closed' };
  return kind === 'token-dead' || kind === 'operator' ? undefined : { outcome: 'refused', reason: code };
}
