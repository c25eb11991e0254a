import { signedHeaders } from '../../fakes/slack/signing.ts';

export interface SignedPost {
  readonly body: string;
  readonly type?: string;
  readonly secret: string;
  /** Seconds the stamp is away from now; negative for the past. */
  readonly offBy?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a body as Slack signs it, or as somebody who would like to be taken for Slack. */
export function signedPost(url: string, post: SignedPost): Promise<Response> {
  const headers = signedHeaders(post.secret, post.body, Date.now() / 1_000 + (post.offBy ?? 0));
  return fetch(url, {
    method: 'POST',
    body: post.body,
    headers: { 'content-type': post.type ?? 'application/json', ...headers, ...post.headers },
  });
}

let events = 0;

/** A message event's body, as the Events API has it. */
export function messageBody(text: string, eventId = `Ev${++events}`): Record<string, unknown> {
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: eventId,
    event_time: 1_764_072_000,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text, ts: '1764072000.001200' },
  };
}
