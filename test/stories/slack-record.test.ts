import { readFileSync } from 'node:fs';
import type { KnownBlock } from '@slack/types';
import { beforeAll, expect, test } from 'vitest';
import { checkBlocks } from '../fakes/slack/block-kit-limits.ts';
import { recordSlackPractice, type SlackRecording } from '../support/slack-record.ts';
import { slackPage } from '../support/slack-record-page.ts';

const FILE = new URL('../../docs/slack-practice.md', import.meta.url);

let recording: SlackRecording;
beforeAll(async () => {
  recording = await recordSlackPractice();
});

test('the page in docs is what the practice looks like now; if not: npm run record -- slack', () => {
  expect(steady(readFileSync(FILE, 'utf8'))).toEqual(steady(slackPage(recording)));
});

test('Slack would take every call of it', () => {
  expect(recording.violations).toEqual([]);
});

test('the cards on the page are Block Kit that Slack would take', () => {
  const cards = cardsIn(readFileSync(FILE, 'utf8'));
  expect(cards.map(({ name }) => name)).toEqual(recording.cards.map(({ name }) => name));
  for (const { name, json } of cards) {
    expect({ name, wrong: checkBlocks(json.blocks, json.type === 'home' ? 'view' : 'message') }).toEqual({
      name,
      wrong: [],
    });
    expect(json.blocks.length).toBeGreaterThan(0);
  }
});

test('the cards on the page are made of blocks and elements that @slack/types knows', () => {
  for (const { name, json } of cardsIn(readFileSync(FILE, 'utf8'))) {
    expect({ name, strange: json.blocks.map(({ type }) => type).filter((type) => !isKnown(type)) }).toEqual({
      name,
      strange: [],
    });
  }
});

/** The compiler holds this list against @slack/types. */
const TYPES: readonly KnownBlock['type'][] = [
  'actions',
  'context',
  'divider',
  'header',
  'input',
  'rich_text',
  'section',
];

function isKnown(type: unknown): boolean {
  return TYPES.some((known) => known === type);
}

/** A link is asked for while the first card is on its way: two calls of one deed may come in either order. */
function steady(page: string): string[][] {
  return page.split('\n**Ada**\n').map((part) => part.split('\n').sort());
}

interface CardOnPage {
  readonly name: string | undefined;
  readonly json: { readonly type?: string; readonly blocks: Record<string, unknown>[] };
}

function cardsIn(page: string): CardOnPage[] {
  return [...page.matchAll(/^### (.+)\n\n```json\n([^`]+)\n```$/gmu)].map(([, name, json = '']) => ({
    name,
    json: JSON.parse(json),
  }));
}
