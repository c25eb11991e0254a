import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { violationsOf } from '../fakes/discord/checks.ts';
import { type DiscordRecording, recordDiscordPractice } from '../support/discord-record.ts';
import { discordPage } from '../support/discord-record-page.ts';

const FILE = new URL('../../docs/discord-practice.md', import.meta.url);

let recording: DiscordRecording;
beforeAll(async () => {
  recording = await recordDiscordPractice();
});

test('the page in docs is what the practice looks like now; if not: npm run record -- discord', () => {
  expect(steady(readFileSync(FILE, 'utf8'))).toEqual(steady(discordPage(recording)));
});

test('Discord would take every call of it', () => {
  expect(recording.violations).toEqual([]);
});

test('the card on the page is one that Discord would take', () => {
  const [, json = ''] = /```json\n([^`]+)\n```/.exec(readFileSync(FILE, 'utf8')) ?? [];
  const body = { ...JSON.parse(json), allowed_mentions: { parse: [] } };
  expect(body.components.length).toBeGreaterThan(1);
  expect(violationsOf({ method: 'POST', path: '/channels/1/messages', body, files: [PICTURE] })).toEqual([]);
});

const PICTURE = {
  name: 'scorecard.png',
  bytes: Buffer.from('a picture'),
  contentType: 'image/png',
  description: undefined,
};

test('no id and no token of a run is on the page', () => {
  const page = readFileSync(FILE, 'utf8');
  expect([...page.matchAll(/\d{17,}|aW50ZXJhY3Rpb24/g)].map(([id]) => id)).toEqual([]);
});

/** A first response and what is posted meanwhile may come in either order. */
function steady(page: string): string[][] {
  return page.split(/\n\*\*(?:Ada|Ben|The bot)\*\*\n/).map((part) => part.split('\n').sort());
}
