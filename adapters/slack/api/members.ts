import { z } from 'zod';

interface Page {
  readonly channel: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** What is needed of the Web API; @slack/web-api's client has it. */
export interface MembersClient {
  readonly conversations: { members(args: Page): Promise<unknown> };
  readonly usergroups: { readonly users: { list(args: { readonly usergroup: string }): Promise<unknown> } };
}

const MembersSchema = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const GroupSchema = z.object({ users: z.array(z.string()) });

/** As Slack advises for all its lists: https://docs.slack.dev/apis/web-api/pagination */
const PAGE_SIZE = 200;

/**
 * Ids of all who are in a channel, bots too, by all pages; a list that is longer than `most` is given up, as undefined.
 * Throws what Slack's client throws.
 */
export async function channelMembers(
  client: Pick<MembersClient, 'conversations'>,
  channel: string,
  most: number,
): Promise<readonly string[] | undefined> {
  const ids = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const from = cursor === undefined ? {} : { cursor };
    const answer = await client.conversations.members({ channel, limit: PAGE_SIZE, ...from });
    const { members, response_metadata: more } = MembersSchema.parse(answer);
    for (const id of members) ids.add(id);
    if (ids.size > most) return undefined;
    // An empty string says that this was the last.
    cursor = more?.next_cursor === '' ? undefined : more?.next_cursor;
    if (cursor === undefined) return [...ids];
  }
}

/** Ids of all who are in a user group: Slack has them on one page. Throws what its client throws. */
export async function groupMembers(
  client: Pick<MembersClient, 'usergroups'>,
  usergroup: string,
): Promise<readonly string[]> {
  return GroupSchema.parse(await client.usergroups.users.list({ usergroup })).users;
}
