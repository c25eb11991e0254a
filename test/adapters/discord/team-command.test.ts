import { describe, expect, test } from 'vitest';
import type { TeamDesk } from '../../../src/coach/teams/team-desk.ts';
import { teamLine } from '../../../src/coach/teams/team-forms.ts';
import type { TeamFrom } from '../../../src/coach/teams/team-from.ts';
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

  test('whose answer is a form says how it is typed', async () => {
    const { at } = await listening(async () => ({
      form: { title: 'Team sessions', card: teamLine('A form.'), action: 'team:schedule' },
    }));
    await using _ = at;
    await types(at, { what: 'schedule' });
    await at.isTold('schedule every Thursday 15:00');
    await types(at, { what: 'edit 1' });
    await at.isTold('edit 1 every two weeks');
  });
});
