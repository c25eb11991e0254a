import { z } from 'zod';
import type { FormPlace } from '../../../src/mocks/series/cards/schedule-form.ts';
import { withinTime } from '../../catch-up/within-time.ts';
import { OPTION_LABEL } from '../render/limits.ts';
import { answerOf } from './answers.ts';

/** What is needed of the Web API; @slack/web-api's client has it. */
export interface OfferedClient {
  readonly usergroups: { list(): Promise<unknown> };
}

/** What can be chosen of who is asked for a session, with what this token was granted. Never throws. */
export type Offered = () => Promise<FormPlace>;

const ListSchema = z.object({
  usergroups: z.array(
    z.object({ id: z.string(), handle: z.string(), name: z.string(), date_delete: z.number().catch(0) }),
  ),
});
/** The SDK puts the header with what the token may do beside every answer, a refusal too. */
const ScopesSchema = z.object({ response_metadata: z.object({ scopes: z.array(z.string()) }) });
const RefusalSchema = z.object({ data: ScopesSchema });

/** A form has to open within the three seconds that its trigger is good for. */
const PATIENCE_MS = 1_000;
/** A group that was made a moment ago is there at the second try. */
const KEPT_MS = 60_000;
/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const MOST_GROUPS = 100;

const NOT_KNOWN: FormPlace = { channels: [], groups: [], knowsMembers: false };
const NEEDS = {
  members: 'the Slack scope channels:read, and groups:read for a private channel',
  groups: 'the Slack scope usergroups:read',
};

/** By one call of `usergroups.list`, which says with its answer what the token may do besides. `now`: milliseconds. */
export function createOffered(client: OfferedClient, now: () => number): Offered {
  let kept: { readonly until: number; readonly place: FormPlace } | undefined;
  return async () => {
    if (kept !== undefined && kept.until > now()) return kept.place;
    const asked = read(client).then((place) => {
      if (place !== undefined) kept = { until: now() + KEPT_MS, place };
      return place;
    });
    return (await withinTime(asked, PATIENCE_MS, undefined)) ?? NOT_KNOWN;
  };
}

/** Undefined where Slack did not say. */
async function read(client: OfferedClient): Promise<FormPlace | undefined> {
  try {
    const answer = await client.usergroups.list();
    const { usergroups } = ListSchema.parse(answer);
    const groups = usergroups
      .filter(({ date_delete }) => date_delete === 0)
      .map(({ id, handle, name }) => ({ value: id, label: `@${handle}: ${name}`.slice(0, OPTION_LABEL) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
      .slice(0, MOST_GROUPS);
    return { channels: [], groups, ...membersWith(ScopesSchema.safeParse(answer).data) };
  } catch (error) {
    const refusal = RefusalSchema.safeParse(error).data?.data;
    if (refusal === undefined) return undefined;
    const { code } = answerOf(error);
    const lacksScope = code === 'missing_scope' ? { groupsNeed: NEEDS.groups } : {};
    return { channels: [], groups: [], ...lacksScope, ...membersWith(refusal) };
  }
}

function membersWith(
  answer: z.infer<typeof ScopesSchema> | undefined,
): Pick<FormPlace, 'knowsMembers' | 'membersNeed'> {
  const scopes = answer?.response_metadata.scopes ?? [];
  const knowsMembers = scopes.includes('channels:read') || scopes.includes('groups:read');
  return knowsMembers ? { knowsMembers } : { knowsMembers, membersNeed: NEEDS.members };
}
