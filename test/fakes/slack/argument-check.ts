import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fields, fieldsOf, listOf, parseJson, textOf } from './json.ts';

const CONTRACTS = process.env.CONTRACTS_DIR ?? join(import.meta.dirname, '../../../../shared/contracts');
const CONTRACT = join(CONTRACTS, 'slack-web-openapi-2021.json');

/** Whether Slack's own published description was there to check argument names by. */
export const contractChecked = existsSync(CONTRACT);

interface Arguments {
  readonly known: ReadonlySet<string>;
  readonly needed: readonly string[];
}

/** What came after 2021, or is missing in the published description: the method pages of docs.slack.dev. */
const NEWER: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['metadata', 'markdown_text'],
  'chat.update': ['metadata', 'markdown_text', 'reply_broadcast', 'file_ids'],
  'chat.postEphemeral': ['markdown_text'],
  'conversations.open': ['prevent_creation'],
  'conversations.history': ['include_all_metadata'],
  'conversations.replies': ['include_all_metadata'],
  'views.open': ['interactivity_pointer'],
  'views.push': ['interactivity_pointer'],
};

/** Methods that the published description does not have: all names, then those without which nothing is done. */
const NEW_METHODS: Readonly<Record<string, { all: readonly string[]; needed: readonly string[] }>> = {
  'apps.connections.open': { all: [], needed: [] },
  'files.getUploadURLExternal': {
    all: ['filename', 'length', 'alt_txt', 'snippet_type'],
    needed: ['filename', 'length'],
  },
  'files.completeUploadExternal': {
    all: ['files', 'channel_id', 'channels', 'thread_ts', 'initial_comment', 'blocks'],
    needed: ['files'],
  },
  'assistant.threads.setStatus': {
    all: ['channel_id', 'thread_ts', 'status', 'loading_messages', 'icon_emoji', 'icon_url', 'username'],
    needed: ['channel_id', 'thread_ts', 'status'],
  },
  'assistant.threads.setSuggestedPrompts': {
    all: ['channel_id', 'thread_ts', 'title', 'prompts'],
    needed: ['channel_id', 'prompts'],
  },
};

/** Needed by the method although the published description does not say so. */
const ALSO_NEEDED: Readonly<Record<string, readonly string[]>> = {
  'conversations.history': ['channel'],
  'conversations.replies': ['channel', 'ts'],
  'conversations.info': ['channel'],
  'conversations.members': ['channel'],
  'users.info': ['user'],
  'files.info': ['file'],
  'files.delete': ['file'],
  'chat.delete': ['channel', 'ts'],
  'views.update': ['view'],
  'chat.postMessage': ['channel'],
};

const described = contractChecked ? readContract() : new Map<string, Arguments>();

function readContract(): Map<string, Arguments> {
  const paths = fieldsOf(fieldsOf(parseJson(readFileSync(CONTRACT, 'utf8'))).paths);
  const found = new Map<string, Arguments>();
  for (const [path, operations] of Object.entries(paths)) {
    const [operation] = Object.values(fieldsOf(operations));
    const parameters = listOf(fieldsOf(operation).parameters);
    found.set(path.slice(1), {
      known: new Set(parameters.map((each) => textOf(each.name))),
      needed: parameters
        .filter((each) => each.required === true && each.name !== 'token')
        .map((each) => textOf(each.name)),
    });
  }
  return found;
}

/** Arguments Slack does not know, and such as are missing, in words. `team_id` and `token` go with every call. */
export function checkArguments(method: string, args: Fields): string[] {
  const given = Object.keys(args).filter((name) => name !== 'token' && name !== 'team_id');
  const fresh = NEW_METHODS[method];
  const old = described.get(method);
  const needed = [...(fresh?.needed ?? old?.needed ?? []), ...(ALSO_NEEDED[method] ?? [])];
  const missing = needed.filter((name) => args[name] === undefined || args[name] === '');
  const known =
    fresh !== undefined
      ? new Set(fresh.all)
      : old === undefined
        ? undefined
        : new Set([...old.known, ...(NEWER[method] ?? [])]);
  const unknown = known === undefined ? [] : given.filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `${method}: no argument is called ${name}`),
    ...missing
      .filter((name) => name !== 'status' || args[name] === undefined)
      .map((name) => `${method}: ${name} is missing`),
  ];
}
