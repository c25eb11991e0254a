/**
 * The least that a durable app in Slack can cost, by hand in Bolt and pg: each event once, its state and what is to be
 * sent in one transaction, acknowledged after the commit, sent, and noted as sent. It coaches nobody: it counts.
 */
import { App, HTTPReceiver } from '@slack/bolt';
import pg from 'pg';
import { runsAsChild } from './slack-child.ts';

const { DATABASE_URL = '', SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query(`CREATE TABLE bare_seen (id text PRIMARY KEY);
  CREATE TABLE bare_talks (place text PRIMARY KEY, turn int NOT NULL, state jsonb NOT NULL);
  CREATE TABLE bare_outbox (id bigserial PRIMARY KEY, place text NOT NULL, body jsonb NOT NULL, ref text)`);
/** As much as a practice half-way holds. */
const state = {
  answers: Array.from({ length: 5 }, (_, n) => ({ n, text: 'An answer of two lines. '.repeat(6) })),
};
const button = (action_id: string) => ({
  type: 'button',
  action_id,
  text: { type: 'plain_text', text: 'Next' },
  value: '1',
});
const blocks = [
  { type: 'section', text: { type: 'plain_text', text: 'What a card says, in a few lines. '.repeat(12) } },
  { type: 'actions', elements: ['press:next', 'press:tips', 'press:more'].map(button) },
];
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, processBeforeResponse: true });
const app = new App({
  receiver,
  token: SLACK_BOT_TOKEN,
  convoStore: false,
  clientOptions: {
    ...(SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL }),
    retryConfig: { retries: 0 },
  },
});

async function turn(id: string, channel: string, thread: string, answers: boolean): Promise<void> {
  const place = `${channel}/${thread}`;
  const client = await pool.connect();
  let row: number | undefined;
  try {
    await client.query('BEGIN');
    const fresh = await client.query({
      name: 'seen',
      text: 'INSERT INTO bare_seen VALUES ($1) ON CONFLICT DO NOTHING',
      values: [id],
    });
    if (fresh.rowCount === 1) {
      await client.query({
        name: 'talk',
        text: 'SELECT turn, state FROM bare_talks WHERE place = $1 FOR UPDATE',
        values: [place],
      });
      const put =
        'INSERT INTO bare_talks VALUES ($1, 1, $2) ON CONFLICT (place) DO UPDATE SET turn = bare_talks.turn + 1, state = $2';
      await client.query({ name: 'put', text: put, values: [place, state] });
      const out = 'INSERT INTO bare_outbox (place, body) VALUES ($1, $2) RETURNING id';
      if (answers)
        row = (await client.query({ name: 'out', text: out, values: [place, JSON.stringify(blocks)] }))
          .rows[0]?.id;
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  if (row !== undefined) void send(row, channel, thread);
}

async function send(row: number, channel: string, thread_ts: string): Promise<void> {
  const { ts } = await app.client.chat.postMessage({ channel, thread_ts, text: 'Next', blocks });
  await pool.query({
    name: 'sent',
    text: 'UPDATE bare_outbox SET ref = $2 WHERE id = $1',
    values: [row, ts],
  });
}

app.event('message', async ({ event }) => {
  if (event.subtype === undefined)
    await turn(event.ts, event.channel, event.thread_ts ?? event.ts, event.text === 'tips');
});
app.action(/.*/, async ({ body, action, ack }) => {
  if (body.type !== 'block_actions' || !('action_ts' in action)) return;
  await turn(action.action_ts, body.channel?.id ?? '', String(body.container.thread_ts), true);
  await ack();
});
await app.start(Number(process.env.PORT));
runsAsChild(Number(process.env.PORT), async () => app.stop());
