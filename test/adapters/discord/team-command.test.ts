import { describe, expect, test } from 'vitest';
import type { TeamDesk } from '../../../src/coach/teams/team-desk.ts';
import { teamLine } from '../../../src/coach/teams/team-forms.ts';
import type { TeamFrom } from '../../../src/coach/teams/team-from.ts';
import { freshValues, scheduleForm } from '../../../src/mocks/series/cards/schedule-form.ts';
import { CALLBACK } from '../../fakes/discord/interaction.ts';
import { type AtTheDesk, atTheDesk } from './at-the-desk.ts';
import { PARENT, SERVER } from './performing.ts';

/** `/practice-failure team`: what is typed, and where, as the team desk hears it. */

async function listening(commanded?: TeamDesk['commanded']) {
  const heard: { readonly words: string; readonly from: TeamFrom }[] = [];
  const at = await atTheDesk({
    teamDesk: {
      commanded: async (words, from) => {
        heard.push({ words, from });
        return commanded === undefined ? { reply: teamLine('Noted.') } : commanded(words, from);
      },
    },
    before: (discord) => void discord.guild(SERVER, { channels: [PARENT] }),
  });
  return { at, heard };
}

const types = (at: AtTheDesk, options: Readonly<Record<string, string>>, where = PARENT) =>
  at.ada.slash('practice-failure', { sub: 'team', options, in: where });

describe('the command of a team', () => {
  test.each([
    [{}, '/practice-failure team'],
    [{ what: ' list ' }, '/practice-failure team list'],
    [{ what: 'team cancel  2' }, '/practice-failure team cancel 2'],
    [{ what: '/practice-failure team list' }, '/practice-failure team list'],
  ])('with %j is "%s"', async (options, words) => {
    const { at, heard } = await listening();
    await using _ = at;
    await types(at, options);
    await at.isTold('Noted.');
    expect(heard).toMatchObject([{ words, from: { channel: `discord/${PARENT}`, isAdmin: false } }]);
  });

  test('has the zone that was picked, and asks again where it is none', async () => {
    const { at, heard } = await listening();
    await using _ = at;
    await types(at, { what: 'list', zone: 'Berlin' });
    await at.isTold('Noted.');
    await types(at, { what: 'list', zone: 'Atlantis' });
    await at.isTold('I do not know that time zone.');
    expect(heard.map(({ from }) => from.zone)).toEqual(['Europe/Berlin']);
  });

  test('schedules nothing where the sessions could not be announced or held, and says what is lacking', async () => {
    const { at, heard } = await listening();
    await using _ = at;
    at.discord.guild(SERVER).forbid('SEND_MESSAGES', 'CREATE_PRIVATE_THREADS');
    await types(at, { what: 'schedule every Thursday 15:00' });
    await at.isTold('I lack "Create Private Threads", "Send Messages".');
    expect(heard).toEqual([]);
  });

  test('says in a server without the bot that it is no member there', async () => {
    const { at, heard } = await listening();
    await using _ = at;
    await types(at, { what: 'schedule every Thursday 15:00' }, 'user-install');
    await at.isTold('I am no member of this server');
    expect(heard).toEqual([]);
  });

  test('is of no channel in direct messages', async () => {
    const { at, heard } = await listening();
    await using _ = at;
    await types(at, { what: 'list' }, 'dm');
    await at.isTold('Noted.');
    expect(heard[0]?.from.channel).toBeUndefined();
  });
});

describe('a command that opens a form', () => {
  const form = {
    title: 'Team sessions',
    card: scheduleForm(freshValues(`discord/${PARENT}`, 'Europe/Berlin'), {
      channels: [],
      groups: [],
      knowsMembers: false,
    }),
    action: 'team:schedule',
  };

  test.each(['schedule', 'edit 1', 'avoid'])('is answered with it at once: %s', async (what) => {
    const { at, heard } = await listening(async () => ({ form }));
    await using _ = at;
    const done = await types(at, { what });
    expect(done).toMatchObject({ lost: false, callbackType: CALLBACK.modal });
    expect(heard).toHaveLength(1);
    expect(at.ada.modal()?.title).toBe('Team sessions');
    expect(at.ada.toldAlone).toEqual([]);
  });

  test.each(['schedule every Thursday 15:00', 'edit 1 every Friday 10:00', 'list'])(
    'is none where the words say all of it: %s',
    async (what) => {
      const { at } = await listening();
      await using _ = at;
      expect((await types(at, { what })).callbackType).toBe(CALLBACK.deferMessage);
      await at.isTold('Noted.');
    },
  );

  test('shows no form where there can be no sessions, and says why', async () => {
    const { at, heard } = await listening(async () => ({ form }));
    await using _ = at;
    at.discord.guild(SERVER).forbid('SEND_MESSAGES');
    await types(at, { what: 'schedule' });
    await at.isTold('I lack "Send Messages"');
    await types(at, { what: 'schedule', zone: 'Atlantis' });
    expect(heard).toEqual([]);
  });

  test('says what it says instead where there is no form', async () => {
    const { at } = await listening(async () => ({ reply: teamLine('Nothing is scheduled here.') }));
    await using _ = at;
    await types(at, { what: 'edit' });
    await at.isTold('Nothing is scheduled here.');
  });

  test('that is not there in time says so before Discord gives up, and nothing has changed', async () => {
    const { at } = await listening(() => new Promise(() => undefined));
    await using _ = at;
    const done = await types(at, { what: 'schedule' });
    expect(done).toMatchObject({ lost: false, callbackType: CALLBACK.message });
    await at.isTold('type it once more');
  });
});
