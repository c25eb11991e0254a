import { expect, test } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';

/** What somebody sees who writes just after the coach is back, while what they wrote before is still being read. */

test('whoever writes while older words are read sees at once that the coach is at work, and is answered after them', async () => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await using at = await atTheDesk({ looks: { openPlaces: () => isReleased.then(() => []) } });
  const typing = () => at.discord.calls.filter(({ path }) => path === `/channels/${at.dm}/typing`);
  await at.ada.says('one');
  await at.discord.until(() => typing().length > 0, 'the coach is seen at work');
  await at.ada.says('two');
  await at.discord.calm();
  expect(at.told).toEqual([]);
  release();
  await at.discord.until(() => at.told.length === 2, 'both are taken');
  expect(at.told.map(({ what }) => what)).toMatchObject([{ text: 'one' }, { text: 'two' }]);
  expect(typing()).toHaveLength(1);
  await at.ada.says('three');
  await at.discord.until(() => at.told.length === 3, 'it is taken');
  expect(typing()).toHaveLength(1);
});

test('in a channel that is not known to be theirs nothing is shown', async () => {
  await using at = await atTheDesk({
    looks: { openPlaces: () => new Promise(() => undefined), ownersAt: async () => [] },
    before: (discord) => void discord.guild(undefined, { channels: [GENERAL] }),
  });
  await at.ada.says('to others', { channel: GENERAL });
  await at.discord.calm();
  expect(at.discord.calls.filter(({ path }) => path.endsWith('/typing'))).toEqual([]);
});

const GENERAL = '2222222222222222001';
