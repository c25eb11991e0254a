import { expect, test } from 'vitest';
import type { ExportFile } from '../../../adapters/discord/deliver/hand-over.ts';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { MESSAGES, PARENT, performing } from './performing.ts';

const FILES: readonly ExportFile[] = [
  { name: 'comeback-export.md', content: '# Everything\n\nIt was double booked. 🙂\n' },
  { name: 'comeback-export.json', content: '{}\n' },
];
const EXPORT = { kind: 'export' } as const;
const exportOf = async () => FILES;

test('everything held is handed over as files, in direct messages', async () => {
  await using at = await performing({ exportOf });
  const outcome = await at.performer.perform(at.order(EXPORT));
  expect(outcome).toEqual({ outcome: 'done', ref: `${at.dm}/${at.discord.messages(at.dm)[0]?.id}` });
  expect(at.calls('POST', MESSAGES)[0]?.files.map(({ name, bytes }) => [name, bytes.toString()])).toEqual(
    FILES.map(({ name, content }) => [name, content]),
  );
  expect(at.read()[0]).toContain('Everything I hold about you. Only you can see it here.');
});

test('never in a thread, which others can read', async () => {
  await using at = await performing({ exportOf });
  const thread = await at.thread();
  await at.performer.perform(at.order(EXPORT, { place: discordPlace(PARENT, thread.id) }));
  expect(at.read(thread.id)).toEqual([]);
  expect(at.read()[0]).toContain('comeback-export.md');
});

test('an answer that was lost brings no second set of files', async () => {
  await using at = await performing({ exportOf }, { nonceMs: 0 });
  const delivery = at.order(EXPORT);
  at.discord.fault({ method: 'POST', path: MESSAGES }, { lostAnswer: true });
  expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
  expect(await at.performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
  expect(at.read()).toHaveLength(1);
});

test('closed direct messages: a line in the thread says how to get them, and no word of them goes there', async () => {
  await using at = await performing({ exportOf });
  const thread = await at.thread();
  at.ada.closesDms();
  const place = discordPlace(PARENT, thread.id);
  expect(await at.performer.perform(at.order(EXPORT, { place }))).toMatchObject({ outcome: 'done' });
  expect(at.read(thread.id)).toHaveLength(1);
  expect(at.read(thread.id)[0]).toContain('I cannot reach you in direct messages');
  expect(at.calls('POST', MESSAGES).filter(({ path }) => path.includes(thread.id))[0]?.files).toEqual([]);
});

test('files that are too large: it says who can give them', async () => {
  await using at = await performing({ exportOf });
  at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 413, code: 40005 });
  expect(await at.performer.perform(at.order(EXPORT))).toMatchObject({ outcome: 'done' });
  expect(at.read()).toEqual([
    'I cannot put files here. Whoever runs the coach can give you yours, with: coach export',
  ]);
});

test('where nothing is held it says so', async () => {
  await using at = await performing();
  await at.performer.perform(at.order(EXPORT));
  expect(at.read()).toEqual(['I hold nothing about you.']);
});
