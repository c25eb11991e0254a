import { afterEach, describe, expect, test } from 'vitest';
import { examineSlack } from '../../../adapters/slack/doctor.ts';
import { BOT_SCOPES } from '../../../adapters/slack/scopes.ts';
import type { Finding } from '../../../src/cli/finding.ts';
import type { SlackConfig } from '../../../src/slack-config.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../../fakes/slack/fake-slack.ts';

const SCOPES = BOT_SCOPES.map(({ scope }) => scope);
const now = () => new Date();

const open: FakeSlack[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((slack) => slack.close()));
});

async function slackWith(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack({ scopes: SCOPES, ...options });
  open.push(slack);
  return slack;
}

const socketOf = ({ apiUrl, botToken, appToken }: FakeSlack) => ({
  mode: 'socket' as const,
  apiUrl,
  botToken,
  appToken,
});
const httpOf = ({ apiUrl, botToken, signingSecret }: FakeSlack) => ({
  mode: 'http' as const,
  apiUrl,
  botToken,
  signingSecret,
  port: 3000,
});

/** The findings by name. That no secret stands in them was looked at, and that each is one line. */
async function look(config: SlackConfig, parts: Partial<Parameters<typeof examineSlack>[1]> = {}) {
  const findings = await examineSlack(config, { now, ...parts });
  const printed = JSON.stringify(findings);
  expect(printed).not.toContain(config.botToken);
  expect(printed).not.toContain(config.mode === 'socket' ? config.appToken : config.signingSecret);
  for (const { says, cure } of findings) {
    expect(`${says}${cure ?? ''}`).not.toContain('\n');
    expect(cure ?? '.').toMatch(/[.]$|auth\.test$/);
  }
  return new Map(findings.map((finding): [string, Finding] => [finding.what, finding]));
}

const ill = (findings: ReadonlyMap<string, Finding>) =>
  [...findings.values()].filter(({ state }) => state === 'ill').map(({ what }) => what);

describe('the doctor of Slack', () => {
  test('finds a whole set-up well: it names bot and workspace, and how long Slack took', async () => {
    const slack = await slackWith();
    const found = await look(socketOf(slack));
    expect([...found.values()].map(({ what, state }) => [what, state])).toEqual([
      ['Reach', 'well'],
      ['Clock', 'well'],
      ['Bot token', 'well'],
      ['Scopes', 'well'],
      ['App token', 'well'],
    ]);
    expect(found.get('Bot token')?.says).toContain(slack.teamId);
    expect(found.get('Reach')?.says).toMatch(/^http:\/\/127\.0\.0\.1:\d+ answered in \d+ ms/);
    expect(found.get('Scopes')?.says).toBe(`all ${SCOPES.length} granted.`);
  });

  test('opens no socket: events meant for the coach would go to it', async () => {
    const slack = await slackWith();
    await look(socketOf(slack));
    expect(slack.calls.map(({ method }) => method)).toContain('apps.connections.open');
    expect(slack.sockets).toBe(0);
  });

  test.each(BOT_SCOPES)('names $scope where it is not granted, with what is then missing', async (asked) => {
    const { scope, without, why } = asked;
    const slack = await slackWith({ scopes: SCOPES.filter((one) => one !== scope) });
    const found = (await look(socketOf(slack))).get(`Scope ${scope}`);
    expect(found?.state).toBe(without === undefined ? 'ill' : 'note');
    expect(found?.says).toContain(without ?? why.slice(1));
    expect(found?.cure).toContain('reinstall the app after adding it');
  });

  test('names scopes that are granted and not needed, and does not call that ill', async () => {
    const slack = await slackWith({ scopes: [...SCOPES, 'channels:history', 'im:read'] });
    const found = await look(socketOf(slack));
    expect(found.get('Scopes')).toMatchObject({
      state: 'note',
      says: expect.stringContaining('channels:history, im:read'),
    });
    expect(ill(found)).toEqual([]);
  });

  test.each([
    ['invalid_auth', 'Bot User OAuth Token" again'],
    ['token_revoked', 'Install the app again'],
    ['account_inactive', 'Install the app again'],
  ] as const)('says of a bot token that is refused (%s) where to find one', async (error, cure) => {
    const slack = await slackWith();
    slack.fail('auth.test', { error });
    const found = await look(socketOf(slack));
    expect(found.get('Bot token')).toMatchObject({ state: 'ill', cure: expect.stringContaining(cure) });
    expect(found.get('Bot token')?.says).toContain('SLACK_BOT_TOKEN');
    expect(found.has('Scopes')).toBe(false);
    // Both tokens in one go, not one after the other.
    expect(found.get('App token')?.state).toBe('well');
  });

  test('says of a bot token that Slack does not know which one it is', async () => {
    const slack = await slackWith();
    const found = await look({ ...socketOf(slack), botToken: 'xoxb-of-another-app' });
    expect(ill(found)).toEqual(['Bot token']);
  });

  test('tells an app token without connections:write from one that Slack does not know', async () => {
    const slack = await slackWith();
    slack.fail('apps.connections.open', { error: 'missing_scope' }, 1);
    const without = (await look(socketOf(slack))).get('App token');
    expect(without).toMatchObject({ state: 'ill', cure: expect.stringContaining('no connections:write') });
    expect(without?.cure).toContain('App-Level Tokens');
    const unknown = (await look({ ...socketOf(slack), appToken: 'xapp-1-A9-9-other' })).get('App token');
    expect(unknown).toMatchObject({ state: 'ill', says: expect.stringContaining('SLACK_APP_TOKEN') });
    expect(unknown?.cure).toContain('App-Level Tokens');
  });

  test('by HTTP asks for no app token, looks at the secret’s form, and reminds of the three addresses', async () => {
    const slack = await slackWith({ signingSecret: '0123456789abcdef0123456789abcdef' });
    const found = await look(httpOf(slack));
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
    expect(found.get('Signing secret')?.state).toBe('well');
    expect(found.get('Request URL')?.says).toContain('port 3000');
    expect(found.get('Request URL')?.says).toContain('/slack/events');
    expect(ill(found)).toEqual([]);
    const odd = await look({ ...httpOf(slack), signingSecret: 'not-a-secret-of-slack' });
    expect(odd.get('Signing secret')).toMatchObject({
      state: 'note',
      cure: expect.stringContaining('App Credentials'),
    });
  });

  test('says that Slack does not answer, and why, and looks no further', async () => {
    const slack = await slackWith();
    const config = httpOf(slack);
    await slack.close();
    open.length = 0;
    const found = await look(config);
    expect([...found.keys()]).toEqual(['Reach', 'Signing secret', 'Request URL']);
    expect(found.get('Reach')).toMatchObject({
      state: 'ill',
      says: expect.stringContaining('ECONNREFUSED'),
      cure: expect.stringContaining('SLACK_API_URL'),
    });
  });

  test('goes on where Slack cuts a call or is asked too much', async () => {
    const slack = await slackWith();
    slack.fail('apps.connections.open', { refuse: true }, 1);
    expect(ill(await look(socketOf(slack)))).toEqual(['App token']);
    slack.fail('auth.test', { retryAfter: 30 }, 1);
    expect((await look(socketOf(slack))).get('Bot token')?.says).toContain('ratelimited');
    slack.fail('auth.test', { status: 503 }, 1);
    expect((await look(socketOf(slack))).get('Reach')?.says).toContain('HTTP 503');
  });
});

/** A Slack of a few canned answers, for what the loopback one does not do. */
function canned(answers: Record<string, { body: unknown; headers?: Record<string, string> }>): typeof fetch {
  return async (input) => {
    const method = new URL(String(input)).pathname.split('/').at(-1) ?? '';
    const { body, headers } = answers[method] ?? { body: { ok: false, error: 'unknown_method' } };
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), headers ? { headers } : {});
  };
}

describe('what only some Slacks say', () => {
  const config: SlackConfig = { mode: 'socket', botToken: 'xoxb-1-2-b0t', appToken: 'xapp-1-A222-3-4pp' };
  const auth = { ok: true, team: 'Acme', team_id: 'T1', user: 'comeback', bot_id: 'B1' };
  const connected = { 'apps.connections.open': { body: { ok: true, url: 'wss://x' } } };
  const app = (app_id: string) => ({ body: { ok: true, bot: { app_id } } });

  test.each([
    [90, 'note', 'ill', '90 s ahead of Slack’s.'],
    [-90, 'note', 'ill', '90 s behind Slack’s.'],
    [60, 'well', 'well', '60 s ahead of Slack’s.'],
    [0, 'well', 'well', 'agrees with Slack’s.'],
  ] as const)(
    'how far the clock is off (%d s), which matters over a minute and most by HTTP',
    async (off, socket, http, says) => {
      const stamp = new Date('2026-11-25T21:00:00Z');
      const headers = { date: stamp.toUTCString() };
      const parts = {
        // A stamp names the whole second: half of it has gone by.
        now: () => new Date(stamp.getTime() + 500 + off * 1000),
        fetch: canned({ ...connected, 'auth.test': { body: auth, headers } }),
      };
      expect((await look(config, parts)).get('Clock')).toMatchObject({ state: socket, says });
      const overHttp = { mode: 'http', botToken: 'xoxb-1', signingSecret: 'x'.repeat(16), port: 1 } as const;
      expect((await look(overHttp, parts)).get('Clock')).toMatchObject({ state: http, says });
    },
  );

  test('tokens of two apps are told apart: both work, and nothing would ever arrive', async () => {
    const of = (bot: string) =>
      look(config, {
        fetch: canned({ ...connected, 'auth.test': { body: auth }, 'bots.info': app(bot) }),
      });
    expect((await of('A111')).get('Tokens')).toMatchObject({
      state: 'ill',
      says: expect.stringMatching(/A111.*A222/),
    });
    expect(ill(await of('A222'))).toEqual([]);
  });

  test('names cannot steer the terminal they are printed in', async () => {
    const team = 'A\u001b[2Jcme\nILL  x';
    const found = await look(config, { fetch: canned({ 'auth.test': { body: { ...auth, team } } }) });
    expect(found.get('Bot token')?.says).not.toMatch(/\p{Cc}/u);
    expect(found.get('Bot token')?.says).toContain('cme');
  });

  test('an install for a whole organisation is named: this version serves one workspace', async () => {
    const body = { ...auth, is_enterprise_install: true };
    const found = await look(config, { fetch: canned({ ...connected, 'auth.test': { body } }) });
    expect(found.get('Bot token')).toMatchObject({
      state: 'ill',
      cure: expect.stringContaining('one workspace'),
    });
  });

  test('an answer without scopes or stamp leads to no guess about them', async () => {
    const found = await look(config, { fetch: canned({ ...connected, 'auth.test': { body: auth } }) });
    expect(found.get('Scopes')).toMatchObject({
      state: 'note',
      says: expect.stringContaining('did not say'),
    });
    expect(found.has('Clock')).toBe(false);
    expect(ill(found)).toEqual([]);
  });

  test('a proxy’s page is no answer of Slack, and is not repeated', async () => {
    const page = await look(config, { fetch: canned({ 'auth.test': { body: '<html>xoxb-5ecret</html>' } }) });
    expect(page.get('Reach')?.says).toContain('not an answer of Slack');
    const odd = { ok: false, error: 'token xoxb-5ecret is refused' };
    const code = await look(config, { fetch: canned({ 'auth.test': { body: odd } }) });
    expect(code.get('Bot token')?.says).toContain('(unknown)');
    expect(JSON.stringify([...page.values(), ...code.values()])).not.toContain('5ecret');
  });

  test('an address that is not encrypted is named, this machine aside', async () => {
    const fetch = canned({ ...connected, 'auth.test': { body: auth } });
    const at = async (apiUrl: string) => (await look({ ...config, apiUrl }, { fetch })).get('Reach');
    expect(await at('http://proxy.example.org/api/')).toMatchObject({
      state: 'note',
      cure: expect.stringContaining('https'),
    });
    expect((await at('http://127.0.0.1:9/api/'))?.state).toBe('well');
    expect((await at('https://slack-gov.com/api/'))?.state).toBe('well');
  });

  test('a Slack that is not set up is ill where it was asked for', async () => {
    const [finding, ...more] = await examineSlack(undefined, { now });
    expect(finding).toMatchObject({
      what: 'Slack',
      state: 'ill',
      cure: expect.stringContaining('docs/slack.md'),
    });
    expect(more).toEqual([]);
  });
});
