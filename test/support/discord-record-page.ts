import { readComponent } from '../fakes/discord/plain.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../fakes/slack/json.ts';
import type { Deed, DiscordRecording, RecordedCall, RecordedCard } from './discord-record.ts';
import { countsOf, fenced, shortened } from './record-lines.ts';

const HEAD = `# A practice in Discord, call by call

The story of [a first practice](a-practice.md), played in direct messages with the real discord.js against the Discord on
loopback of the tests (\`test/fakes/discord\`), and after it how one begins in a private thread where nothing typed is
heard. Recorded by \`npm run record -- discord\`; a test plays it again and compares.`;

const ABOUT_CALLS = `## Every call of the REST API

What a person did stands before the calls it led to, in the order in which they came; a long text is shortened with \`…\`.
Every message carries \`allowed_mentions: { parse: [] }\`, so that nothing rings for anybody, and every posted one a
\`nonce\` with \`enforce_nonce\`, so that Discord takes it once. \`V2\` is a message of Components V2. Answers to an
interaction go without the bot's token, everything else with it. Ids and tokens are named, not shown.`;

const ABOUT_CARDS = `## The main cards

As a person reads them: a button is \`[its label]\`, a menu \`[its | options]\`, a picture its description.`;

const ABOUT_SENT = `## One of them as it was sent

The critique's first screen, as Components V2.`;

/** The card that is shown as it was sent, too. */
export const SHOWN_AS_SENT = 'The critique, first screen';

/** A recording as a page of the docs. */
export function discordPage({ deeds, cards }: DiscordRecording): string {
  const sent = cards.find(({ name }) => name === SHOWN_AS_SENT)?.sent;
  const parts = [
    HEAD,
    ABOUT_CALLS,
    ...deeds.map(deedOf),
    countsOf(deeds.flatMap(({ calls }) => calls.map(kindOf))),
    ABOUT_CARDS,
    ...cards.map(cardOf),
    ABOUT_SENT,
    fenced('json', JSON.stringify(sent, null, 1)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function deedOf({ who, did, calls }: Deed): string {
  return [`**${who}**`, '', fenced('', [did, ...calls.map((call) => `    ${callOf(call)}`)].join('\n'))].join(
    '\n',
  );
}

function callOf(call: RecordedCall): string {
  const { method, path, query, status, files } = call;
  const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const address = [path, ...asked].join(asked.length > 0 ? '?' : '').replace(/(\?[^?]*)\?/g, '$1&');
  const beside = files.map(({ name, description }) => `file: ${name} (${shortened(description ?? '')})`);
  return [`${method} ${address}`, String(status), bodyOf(call), ...beside]
    .filter((part) => part !== '')
    .join('  ');
}

/** What a first response is: …/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const FIRST_RESPONSES: Readonly<Record<number, string>> = {
  4: 'a message',
  5: 'deferred, "thinking…"',
  6: 'deferred, nothing is shown',
  7: 'a changed message',
  9: 'a form',
};
const EPHEMERAL = 1 << 6;
const V2 = 1 << 15;

function bodyOf({ path, body }: RecordedCall): string {
  if (!path.endsWith('/callback')) return messageOf(body);
  const data = fieldsOf(body.data);
  const alone = (Number(data.flags ?? 0) & EPHEMERAL) === 0 ? '' : ', for this person alone';
  const words = data.components === undefined ? '' : `  ${textOf(data.title)} ${componentsOf(data)}`;
  return `type: ${textOf(body.type)} (${FIRST_RESPONSES[Number(body.type)] ?? ''}${alone})${words}`;
}

/** Arguments that every message has. */
const LEFT_OUT = new Set([
  'allowed_mentions',
  'nonce',
  'enforce_nonce',
  'flags',
  'components',
  'attachments',
  'options',
]);

function messageOf(body: Fields): string {
  const more = Object.entries(body)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(
      ([name, value]) => `${name}: ${shortened(typeof value === 'string' ? value : JSON.stringify(value))}`,
    );
  const kind = (Number(body.flags ?? 0) & V2) === 0 ? '' : 'V2 ';
  return [body.components === undefined ? '' : `${kind}${componentsOf(body)}`, ...more]
    .filter((part) => part !== '')
    .join('  ');
}

/** How many there are, and how what they say begins. */
function componentsOf({ components }: Fields): string {
  const all = listOf(components);
  return `${all.length} (${shortened(all.map(readComponent).join(' '))})`;
}

/** Direct messages and people under one name. */
function kindOf({ method, path }: RecordedCall): string {
  return `${method} ${path.replace(/^(\/(?:channels|users))\/\{\w+\}/, '$1/…')}`;
}

function cardOf({ name, read }: RecordedCard): string {
  return `### ${name}\n\n${fenced('', read)}`;
}
