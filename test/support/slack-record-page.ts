import { type Fields, fieldsOf, listOf, textOf } from '../fakes/slack/json.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { countsOf, fenced, shortened } from './record-lines.ts';
import type { Deed, RecordedCard, SlackRecording } from './slack-record.ts';

const HEAD = `# A practice in Slack, call by call

The story of [a first practice](a-practice.md), played with the real Bolt over signed HTTP against the Slack on loopback
of the tests (\`test/fakes/slack\`). Recorded by \`npm run record -- slack\`; a test plays it again and compares.`;

const ABOUT_CALLS = `## Every call of the Web API

What the person did stands before the calls it led to, in the order in which they came; a long text is shortened with \`…\`.
Every call carries \`team_id\` as well, every message \`text: "Your 5 minutes, when you like."\` (what a notification shows)
and, when posted, \`unfurl_links\` and \`unfurl_media\` as false. Ids and stamps are replaced by others that are the same in
every run. Before the first of them the bot calls \`auth.test\`, once, at its start.`;

const ABOUT_CARDS = `## The main cards as Block Kit

As they were sent. Each can be pasted into [Block Kit Builder](https://app.slack.com/block-kit-builder).`;

/** A recording as a page of the docs. */
export function slackPage({ deeds, cards }: SlackRecording): string {
  const counts = countsOf(deeds.flatMap(({ calls }) => calls.map(({ method }) => method)));
  return `${[HEAD, ABOUT_CALLS, ...deeds.map(deedOf), counts, ABOUT_CARDS, ...cards.map(cardOf)].join('\n\n')}\n`;
}

function deedOf({ did, calls, told }: Deed): string {
  const lines = calls.map(callOf);
  const alone = told.map((words) => `(only to Ada) ${words.replaceAll('\n', ' / ')}`);
  const text = [did, ...[...lines, ...alone].map((line) => `    ${line}`)].join('\n');
  return `**Ada**\n\n${fenced('', text)}`;
}

/** Arguments that say little, or that every call has. */
const LEFT_OUT = new Set(['team_id', 'text', 'unfurl_links', 'unfurl_media', 'token']);

function callOf({ method, args }: Deed['calls'][number]): string {
  const shown = Object.entries(args)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => `${name}: ${argumentOf(name, value)}`);
  return `${method}  ${shown.join('  ')}`.trimEnd();
}

function argumentOf(name: string, value: unknown): string {
  if (name === 'blocks') return blocksOf(listOf(value));
  if (name === 'view') return `${textOf(fieldsOf(value).type)} ${blocksOf(listOf(fieldsOf(value).blocks))}`;
  if (name === 'metadata') return textOf(fieldsOf(value).event_type);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** How many there are, and how what they say begins. */
function blocksOf(blocks: readonly Fields[]): string {
  return `${blocks.length} (${shortened(readBlocks(blocks))})`;
}

function cardOf({ name, json }: RecordedCard): string {
  return `### ${name}\n\n${fenced('json', JSON.stringify(json, null, 1))}`;
}
