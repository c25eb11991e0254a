import { afterEach, expect, test } from 'vitest';
import { createOffered } from '../../../adapters/discord/api/offered.ts';
import { createRest } from '../../../adapters/discord/gateway/rest.ts';
import { pagesOf, teamModal } from '../../../adapters/discord/render/team-modal.ts';
import { freshValues, scheduleForm } from '../../../src/mocks/series/cards/schedule-form.ts';
import { violationsOf } from '../../fakes/discord/checks.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';

/** What a form offers of who is asked, as Discord tells it. */

const SERVER = '2222222222222222221';
let discord: FakeDiscord;
afterEach(async () => {
  await discord.close();
});

async function offering(membersIntent: boolean) {
  discord = await startFakeDiscord({ membersIntent });
  const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
  const roles = (count: number) => {
    for (let no = 0; no < count; no += 1)
      discord.guild(SERVER).roles.set(`222222222222222${4_000 + no}`, {
        name: `Role ${no}`,
        permissions: 0n,
        members: [],
      });
  };
  return { roles, offered: createOffered(rest, () => 0), rest };
}

test('the roles of the server are offered, and all who see the channel, where the intent is switched on', async () => {
  const { roles, offered } = await offering(true);
  roles(2);
  expect(await offered(SERVER)).toEqual({
    channels: [],
    groups: [
      { value: '2222222222222224000', label: '@Role 0' },
      { value: '2222222222222224001', label: '@Role 1' },
    ],
    knowsMembers: true,
  });
});

test('without the intent none are, and it is named', async () => {
  const { roles, offered } = await offering(false);
  roles(2);
  const intent = 'the "Server Members Intent", on the Bot page of my Discord application';
  const expected = { channels: [], groups: [], knowsMembers: false, membersNeed: intent, groupsNeed: intent };
  expect(await offered(SERVER)).toEqual(expected);
});

test('a Discord that is away or slow offers nothing, and names nothing', async () => {
  const { offered } = await offering(true);
  const nothing = { channels: [], groups: [], knowsMembers: false };
  discord.fault({ path: '/applications/@me' }, { status: 500 });
  expect(await offered(SERVER)).toEqual(nothing);
  discord.fault({ path: '/applications/@me' }, { delayMs: 2_500 });
  expect(await offered(SERVER)).toEqual(nothing);
});

test.each([0, 1, 2, 40])(
  'with %i roles the form still fits into two pages that Discord takes',
  async (count) => {
    const { roles, offered } = await offering(true);
    discord.guild(SERVER);
    roles(count);
    const card = scheduleForm(freshValues('discord/1', 'Europe/Berlin'), await offered(SERVER));
    const pages = pagesOf(card);
    expect(pages).toHaveLength(2);
    for (const page of pages ?? []) {
      const modal = teamModal({ title: 'Team sessions', card, page, values: {}, customId: 'form' });
      expect(modal.components.length).toBeLessThanOrEqual(5);
      const body = { type: 9, data: modal };
      const call = { method: 'POST', path: '/interactions/1/token/callback', body, files: [] };
      expect(violationsOf(call)).toEqual([]);
    }
  },
);
