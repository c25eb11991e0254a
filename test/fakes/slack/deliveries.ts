import { type Fields, fieldsOf, isFields, parseJson, textOf } from './json.ts';
import { signedHeaders } from './signing.ts';
import type { Sockets } from './sockets.ts';
import type { World } from './world.ts';

/** What the bot made of one delivery. It may still change after three seconds: a late ack is written in. */
export interface FakeAck {
  /** The event's type, the command, the action's id, or the kind of interaction. */
  readonly what: string;
  readonly eventId: string | undefined;
  readonly body: Fields;
  readonly retryNum: number;
  transport: 'http' | 'socket' | 'none';
  /** The HTTP status; none over a socket. */
  status?: number;
  /** What was said in the ack. */
  payload: Fields;
  msToAck?: number;
  timedOut: boolean;
  /** Nobody was there, or the line broke before the ack. */
  lost: boolean;
}

export interface DeliverOptions {
  readonly retryNum?: number;
  readonly retryReason?: string;
  /** The event's id; a fresh one for each event else. */
  readonly eventId?: string;
  /** How old the stamp pretends to be, in seconds (HTTP). */
  readonly ageSeconds?: number;
  readonly badSignature?: boolean;
}

/** Brings events, commands and presses to the bot: over HTTP where it is connected so, else over a socket. */
export class Deliveries {
  readonly acks: FakeAck[] = [];
  readonly #world: World;
  readonly #sockets: Sockets;
  readonly #secret: string;
  readonly #patienceMs: number;
  #eventsUrl: string | undefined;

  constructor(world: World, sockets: Sockets, secret: string, patienceMs: number) {
    this.#world = world;
    this.#sockets = sockets;
    this.#secret = secret;
    this.#patienceMs = patienceMs;
  }

  connectHttp(eventsUrl: string | undefined): void {
    this.#eventsUrl = eventsUrl;
  }

  /** One event, in the envelope of the Events API. */
  event(event: Fields, options: DeliverOptions = {}): Promise<FakeAck> {
    const { teamId, appId, botUserId } = this.#world;
    return this.deliver(
      {
        token: 'legacy',
        team_id: teamId,
        context_team_id: teamId,
        context_enterprise_id: null,
        api_app_id: appId,
        event,
        type: 'event_callback',
        event_id: options.eventId ?? this.#world.nextId('Ev'),
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: teamId,
            user_id: botUserId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
      },
      options,
    );
  }

  /** One body as it is. Resolves when it is acknowledged, lost, or three seconds have passed; never rejects. */
  async deliver(body: Fields, options: DeliverOptions = {}): Promise<FakeAck> {
    const ack: FakeAck = {
      what: whatIs(body),
      eventId: body.event_id === undefined ? undefined : textOf(body.event_id),
      body,
      retryNum: options.retryNum ?? 0,
      transport: 'none',
      payload: {},
      timedOut: false,
      lost: false,
    };
    this.acks.push(ack);
    const from = performance.now();
    if (this.#eventsUrl !== undefined) await this.#byHttp(ack, this.#eventsUrl, options);
    else await this.#bySocket(ack, options, from);
    if (!ack.timedOut && !ack.lost) ack.msToAck = performance.now() - from;
    return ack;
  }

  async #byHttp(ack: FakeAck, url: string, options: DeliverOptions): Promise<void> {
    ack.transport = 'http';
    const { type, body } = asHttpBody(ack.body);
    const stamp = Date.now() / 1000 - (options.ageSeconds ?? 0);
    const secret = options.badSignature === true ? `${this.#secret}x` : this.#secret;
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          ...signedHeaders(secret, body, stamp),
          ...(ack.retryNum === 0
            ? {}
            : {
                'x-slack-retry-num': String(ack.retryNum),
                'x-slack-retry-reason': options.retryReason ?? 'http_timeout',
              }),
        },
        signal: AbortSignal.timeout(this.#patienceMs),
      });
      ack.status = response.status;
      const said = await response.text();
      const parsed = parseJson(said);
      ack.payload = isFields(parsed) ? parsed : said === '' ? {} : { text: said };
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') ack.timedOut = true;
      else ack.lost = true;
    }
  }

  async #bySocket(ack: FakeAck, options: DeliverOptions, from: number): Promise<void> {
    const retry = { num: ack.retryNum, reason: options.retryReason ?? (ack.retryNum === 0 ? '' : 'timeout') };
    const sent = this.#sockets.send(envelopeType(ack.body), ack.body, retry);
    if (sent === undefined) {
      ack.lost = true;
      return;
    }
    ack.transport = 'socket';
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#patienceMs);
    });
    const settled = sent.then((answer) => {
      if ('lost' in answer) ack.lost = true;
      else {
        ack.payload = answer.payload;
        ack.msToAck = performance.now() - from;
      }
    });
    if ((await Promise.race([settled, patience])) === 'late') ack.timedOut = true;
    clearTimeout(timer);
  }
}

function envelopeType(body: Fields): string {
  if (body.type === 'event_callback') return 'events_api';
  return body.command === undefined ? 'interactive' : 'slash_commands';
}

function asHttpBody(body: Fields): { type: string; body: string } {
  const kind = envelopeType(body);
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(body) };
  const form = new URLSearchParams();
  if (kind === 'interactive') form.set('payload', JSON.stringify(body));
  else for (const [name, value] of Object.entries(body)) form.set(name, textOf(value));
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}

function whatIs(body: Fields): string {
  const event = fieldsOf(body.event);
  if (event.type !== undefined) return textOf(event.subtype) || textOf(event.type);
  const [action] = Array.isArray(body.actions) ? body.actions : [];
  return textOf(body.command) || textOf(fieldsOf(action).action_id) || textOf(body.type);
}
