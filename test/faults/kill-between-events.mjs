import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import pg from 'pg';

// Preloaded into the product in Slack or Discord (`node --import`): dies of SIGKILL at gap number KILL_AT, or at the
// first that has that name (the KILL_NTH of them). A gap is a
// point before or after something that one event of a practice brings about: the beginning and the commit of its turn, a
// mark in the outbox, a call of Slack's Web API or of Discord's REST, an acknowledgement (over HTTP or a socket). What
// runs by itself (sweeps, the queue's own looks, pings, Discord's log-in) is none, so that a number means about the same
// place in every run. With GAPS_FILE each gap writes its name there, and the one it dies at a last line.

const killAt = Number(process.env.KILL_AT ?? '0');
const file = process.env.GAPS_FILE;
const nth = Number(process.env.KILL_NTH ?? '1');
let gaps = 0;
let named = 0;

function gap(name) {
  gaps += 1;
  if (name === process.env.KILL_AT) named += 1;
  const isLast = gaps === killAt || (named === nth && name === process.env.KILL_AT);
  if (file !== undefined) appendFileSync(file, `${isLast ? 'killed ' : ''}${name}\n`);
  if (isLast) process.kill(process.pid, 'SIGKILL');
}

function nameOf(query) {
  if (typeof query === 'string') return /^(BEGIN|COMMIT)$/.test(query) ? query.toLowerCase() : undefined;
  return /^outbox-(?!shown)/.test(query?.name ?? '') ? query.name : undefined;
}

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function queryBetweenGaps(...args) {
  const name = nameOf(args[0]);
  if (name === undefined) return Reflect.apply(query, this, args);
  gap(`before ${name}`);
  const done = args.at(-1);
  if (typeof done === 'function') {
    args[args.length - 1] = (...answer) => {
      gap(`after ${name}`);
      return done(...answer);
    };
    return Reflect.apply(query, this, args);
  }
  const result = Reflect.apply(query, this, args);
  if (result instanceof Promise)
    result.then(
      () => gap(`after ${name}`),
      () => undefined,
    );
  return result;
};

const call = globalThis.fetch;
globalThis.fetch = async (...args) => {
  const [, method] = /\/api\/([\w.]+)$/.exec(String(args[0])) ?? [];
  if (method !== undefined) gap(`before ${method}`);
  const answer = await call(...args);
  if (method !== undefined) gap(`after ${method}`);
  return answer;
};

const end = ServerResponse.prototype.end;
ServerResponse.prototype.end = function endBetweenGaps(...args) {
  const isAck = this.req?.url === '/slack/events';
  if (isAck) gap('before ack');
  const ended = Reflect.apply(end, this, args);
  if (isAck) this.once('close', () => gap('after ack'));
  return ended;
};

const { WebSocket } = createRequire(createRequire(import.meta.url).resolve('@slack/socket-mode'))('undici');
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function sendBetweenGaps(...args) {
  gap('before ack');
  Reflect.apply(send, this, args);
  setImmediate(() => gap('after ack'));
};

// discord.js is part of the bundle, and so is its undici: what it calls is told on Node's own channels.
for (const [channel, when] of [
  ['undici:request:create', 'before'],
  ['undici:request:trailers', 'after'],
]) {
  subscribe(channel, ({ request: { method, path } }) => {
    const [, call] =
      /^\/api\/v10(\/(?:channels|interactions|webhooks|users\/@me\/channels).*)$/.exec(path) ?? [];
    if (call !== undefined) gap(`${when} ${method} ${nameOfCall(call)}`);
  });
}

/** Without what differs from run to run. */
function nameOfCall(path) {
  return path
    .replace(/\?.*/, '')
    .replace(/\/\d+\/[\w-]{40,}/, '/:id/:token')
    .replace(/\/\d+/g, '/:id');
}
