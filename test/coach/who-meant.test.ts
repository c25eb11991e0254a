import { expect, test } from 'vitest';
import type { TeamFrom } from '../../src/coach/teams/team-from.ts';
import { whoMeant } from '../../src/coach/teams/who-meant.ts';
import type { FormPlace } from '../../src/mocks/series/cards/schedule-form.ts';

const PLACE: FormPlace = {
  channels: [],
  groups: [
    { value: 'S0SALES', label: '@sales: Sales of Europe' },
    { value: '123', label: '@Mentors' },
  ],
  knowsMembers: true,
};

function from(place?: FormPlace): TeamFrom {
  return {
    id: 'e1',
    person: { platform: 'slack', scope: 'T1', userId: 'U1' },
    name: 'Olga',
    zone: 'Europe/Berlin',
    isAdmin: false,
    installation: { externalId: 'T1' },
    channel: 'slack/C1',
    ...(place === undefined ? {} : { offered: async () => place }),
  };
}

test.each([
  ['sales', 'S0SALES'],
  ['Sales', 'S0SALES'],
  ['S0SALES', 'S0SALES'],
  ['sales of europe', 'S0SALES'],
  ['mentors', '123'],
  ['123', '123'],
])('a group is found by what is shown of it: %s', async (group, id) => {
  expect(await whoMeant({ group }, from(PLACE))).toEqual({ who: { who: { group: id } } });
});

test('a group that is none is asked for as groups are shown here', async () => {
  expect(await whoMeant({ group: 'sale' }, from(PLACE))).toEqual({
    problem:
      'I do not find the group sale. Type it as it is shown here, for example: for @sales, or for @Mentors.',
  });
});

test('where groups cannot be read it is said what would have to be granted', async () => {
  const place: FormPlace = {
    channels: [],
    groups: [],
    knowsMembers: false,
    groupsNeed: 'the scope g',
    membersNeed: 'the scope m',
  };
  expect(await whoMeant({ group: 'sales' }, from(place))).toMatchObject({
    problem: expect.stringContaining('I need the scope g'),
  });
  // The whole channel is asked as soon as that is granted; until then those join who like to.
  expect(await whoMeant('channel', from(place))).toEqual({
    who: { who: 'channel' },
    besides: 'To write to each member I need the scope m. Until then, whoever presses Join takes part.',
  });
});

test('what needs no look is left as it is', async () => {
  expect(await whoMeant(undefined, from(PLACE))).toEqual({ who: {} });
  expect(await whoMeant('joiners', from())).toEqual({ who: { who: 'joiners' } });
  expect(await whoMeant('channel', from(PLACE))).toEqual({ who: { who: 'channel' } });
  expect(await whoMeant({ ids: ['U2'] }, from())).toEqual({ who: { who: { ids: ['U2'] } } });
});
