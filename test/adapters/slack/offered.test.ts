import { afterEach, expect, test } from 'vitest';
import { createSlackClient } from '../../../adapters/slack/api/client.ts';
import { createOffered } from '../../../adapters/slack/api/offered.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { ALL_SCOPES } from '../../fakes/slack/scopes.ts';

/** What a form offers of who is asked, as Slack tells it. */

let slack: FakeSlack;
afterEach(() => slack.close());

const without = (...scopes: string[]) => ALL_SCOPES.filter((scope) => !scopes.includes(scope));

async function offering(scopes: readonly string[] = ALL_SCOPES, now = () => 0) {
  slack = await startFakeSlack({ scopes, strict: false });
  const client = createSlackClient({ token: slack.botToken, apiUrl: slack.apiUrl, teamId: slack.teamId });
  return createOffered(client, now);
}

test('groups are offered by their handles, those that were removed are not; and all members of the channel', async () => {
  const offered = await offering();
  slack.group('S0SALES', [], { handle: 'sales', name: 'Sales' });
  slack.group('S0ENG', [], { handle: 'eng', name: 'Engineering' });
  slack.group('S0OLD', [], { deleted: true });
  expect(await offered()).toEqual({
    channels: [],
    groups: [
      { value: 'S0ENG', label: '@eng: Engineering' },
      { value: 'S0SALES', label: '@sales: Sales' },
    ],
    knowsMembers: true,
  });
});

test('what was not granted is not offered, and is named', async () => {
  expect(await (await offering(without('usergroups:read')))()).toEqual({
    channels: [],
    groups: [],
    knowsMembers: true,
    groupsNeed: 'the Slack scope usergroups:read',
  });
  await slack.close();
  expect(await (await offering(without('channels:read', 'groups:read')))()).toEqual({
    channels: [],
    groups: [],
    knowsMembers: false,
    membersNeed: 'the Slack scope channels:read, and groups:read for a private channel',
  });
});

test('a Slack that is away or slow offers nothing, names nothing, and is asked again', async () => {
  const offered = await offering();
  slack.group('S0SALES', []);
  const nothing = { channels: [], groups: [], knowsMembers: false };
  for (const fault of [{ status: 503 }, { refuse: true }, { retryAfter: 5 }] as const) {
    slack.fail('usergroups.list', fault);
    expect(await offered()).toEqual(nothing);
  }
  slack.fail('usergroups.list', { delayMs: 3_000 });
  expect(await offered()).toEqual(nothing);
  expect((await offered()).groups).toHaveLength(1);
});

test('what was asked is kept for a minute, and a group of after that is offered', async () => {
  let now = 0;
  const offered = await offering(ALL_SCOPES, () => now);
  await offered();
  slack.group('S0NEW', []);
  expect((await offered()).groups).toEqual([]);
  now = 60_000;
  expect((await offered()).groups).toHaveLength(1);
});
