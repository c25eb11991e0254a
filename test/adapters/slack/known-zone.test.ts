import { expect, test } from 'vitest';
import { createNames } from '../../../adapters/slack/api/names.ts';
import { createPeople } from '../../../adapters/slack/api/people.ts';

test('a zone that this computer does not know is as none, for who acts and for who is asked', async () => {
  const client = (tz: string) => ({
    users: { info: async () => ({ user: { id: 'U0ADA', real_name: 'Ada', tz } }) },
  });
  expect(await createNames(client('Mars/Phobos')).profileOf('U0ADA')).toEqual({ name: 'Ada' });
  const people = createPeople(client('Mars/Phobos'), Date.now);
  expect(await people.peopleOf(['U0ADA'], 'T1')).toEqual([{ id: 'U0ADA', name: 'Ada' }]);
  for (const zone of ['Asia/Saigon', 'EST5EDT', 'America/Argentina/Buenos_Aires'])
    expect(await createNames(client(zone)).zoneOf('U0ADA')).toBe(zone);
});
