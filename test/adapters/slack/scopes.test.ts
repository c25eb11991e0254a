import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BOT_SCOPES } from '../../../adapters/slack/scopes.ts';
import { scopeFor } from '../../fakes/slack/scopes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Methods that any bot token may call: https://docs.slack.dev/reference/methods/ */
const FREE = [
  'auth.test',
  'apps.connections.open',
  'chat.getPermalink',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
];

/** The methods of the Web API that the sources of this folder call, as the SDK's methods or by name. */
function methodsCalled(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const called = [
    ...sources.matchAll(/[cC]lient\??\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g),
    ...sources.matchAll(/(?:apiCall\(|askSlack\([^)]*?)'([a-z]+(?:\.[a-zA-Z]+)+)'/g),
  ].map(([, method = '']) => method);
  return [...new Set(called)].sort();
}

describe('the scopes', () => {
  test('are each asked for once, with a sentence that says why', () => {
    expect(new Set(BOT_SCOPES.map(({ scope }) => scope)).size).toBe(BOT_SCOPES.length);
    for (const { why } of BOT_SCOPES) expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  test('cover every method that the adapter calls, and no other', () => {
    const called = methodsCalled(join(root, 'adapters/slack'));
    expect(called.filter((method) => !FREE.includes(method))).toEqual(
      BOT_SCOPES.flatMap(({ methods }) => methods).sort(),
    );
  });

  test('serve each something: a method, an event, the contents of a file', () => {
    for (const { methods, also } of BOT_SCOPES) expect([...methods, ...also]).not.toEqual([]);
  });

  test('are those that Slack asks of these methods', () => {
    const known = BOT_SCOPES.flatMap(({ scope, methods }) =>
      methods.map((method) => ({ method, scope, slack: scopeFor(method, undefined) })),
    ).filter(({ slack }) => slack !== undefined);
    expect(known.length).toBeGreaterThanOrEqual(8);
    for (const { method, scope, slack } of known) expect(`${method} ${scope}`).toBe(`${method} ${slack}`);
    for (const method of FREE) expect(scopeFor(method, undefined)).toBeUndefined();
  });

  test('stand in docs/slack.md as they stand in the code', () => {
    const page = readFileSync(join(root, 'docs/slack.md'), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| `[a-z]+(?::[a-z]+)?` \|/.test(line));
    expect(rows).toEqual(
      BOT_SCOPES.map(({ scope, why, methods, also, without }) => {
        const calls = [...methods, ...also].map((name) => `\`${name}\``).join(' ');
        const left = without === undefined ? 'No.' : `Yes: ${without}.`;
        return `| \`${scope}\` | ${why} | ${calls} | ${left} |`;
      }),
    );
  });
});
