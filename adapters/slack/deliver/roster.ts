import { type Delivery, MOST_ASKED, type Order, type Outcome } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import { type Answer, answerOf } from '../api/answers.ts';
import { channelMembers, groupMembers, type MembersClient } from '../api/members.ts';
import type { People } from '../api/people.ts';

export interface RosterParts {
  readonly client: MembersClient;
  readonly people: People;
  readonly log: Log;
}

type Roster = Extract<Order, { kind: 'roster' }>;

/** Bots and those who have left are among them: who is to be asked is known only when all are looked up. */
const MOST_LOOKED_UP = 2 * MOST_ASKED;
/** Slack's own pause is longer where it names one. */
const AGAIN_AFTER_MS = 1_000;

/** Which way of asking Slack it was: what it has against it means something else each time. */
type Step = 'channel' | 'group' | 'people';

/** By the names in an app's settings. */
const NEEDED: Readonly<Record<Step, string>> = {
  channel: 'the Slack scope channels:read, and groups:read for a private channel',
  group: 'the Slack scope usergroups:read',
  people: 'the Slack scope users:read',
};

/** The group was removed, or the workspace has no groups any more. */
const NO_GROUP: ReadonlySet<string> = new Set(['no_such_subteam', 'plan_upgrade_required']);

/**
 * Who is to be asked for a session. A look only: doing it twice changes nothing, so nothing is ever in doubt. Throws what
 * says something of the token, or of nobody knows what.
 */
export async function lookUpRoster(
  { key, person, place }: Delivery,
  { who }: Roster,
  { client, people, log }: RosterParts,
): Promise<Outcome> {
  let step: Step = 'people';
  try {
    let ids: readonly string[] | undefined;
    if (who === 'channel') {
      step = 'channel';
      ids = await channelMembers(client, place.channel, MOST_LOOKED_UP);
    } else if ('group' in who) {
      step = 'group';
      ids = await groupMembers(client, who.group);
    } else ids = [...new Set(who.ids)];
    step = 'people';
    if (ids === undefined || ids.length > MOST_LOOKED_UP) return { outcome: 'refused', reason: 'too-many' };
    const found = await people.peopleOf(ids, person.scope);
    if (found.length > MOST_ASKED) return { outcome: 'refused', reason: 'too-many' };
    return { outcome: 'done', people: found };
  } catch (error) {
    const answer = answerOf(error);
    log('slack-roster-not-read', { key, step, code: answer.code });
    const outcome = outcomeOf(answer, step);
    if (outcome === undefined) throw error;
    return outcome;
  }
}

function outcomeOf(answer: Answer, step: Step): Outcome | undefined {
  const { kind, code } = answer;
  if (kind === 'later') return { outcome: 'later', afterMs: answer.afterMs };
  if (kind === 'unknown') return { outcome: 'later', afterMs: AGAIN_AFTER_MS };
  if (code === 'missing_scope') return { outcome: 'refused', reason: `lacks ${NEEDED[step]}` };
  if (step === 'group' && NO_GROUP.has(code)) return { outcome: 'refused', reason: 'group-gone' };
  if (step === 'channel' && (kind === 'gone' || code === 'fetch_members_failed'))
    return kind === 'gone'
      ? { outcome: 'refused', reason: 'channel-closed' }
      : { outcome: 'later', afterMs: AGAIN_AFTER_MS };
  return kind === 'token-dead' || kind === 'operator' ? undefined : { outcome: 'refused', reason: code };
}
