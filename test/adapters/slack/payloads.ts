/** Payloads in Slack's shapes, as its reference shows them, with ids of our own. */

export const ROOT = '1764072000.001200';
export const BOT = { userId: 'UBOT', botId: 'BBOT' };

type Fields = Readonly<Record<string, unknown>>;

/** What wraps an event of the workspace T1, with what a test changes. */
export function callback(event: Fields, changes: Fields = {}): Fields {
  return {
    token: 'gone',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: 'Ev1',
    event_time: 1_764_072_060,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    event,
    ...changes,
  };
}

/** A reply of U1 in the coaching thread. */
export function reply(changes: Fields = {}): Fields {
  return {
    type: 'message',
    user: 'U1',
    client_msg_id: '6f1b2c1e-8b1a-4c6e-9f57-0d2f6b1f3a01',
    text: 'I never got it in writing.',
    team: 'T1',
    ts: '1764072060.000100',
    thread_ts: ROOT,
    parent_user_id: 'UBOT',
    channel: 'D1',
    channel_type: 'im',
    event_ts: '1764072060.000100',
    ...changes,
  };
}

/** A message as it stands inside `message_changed`: without its channel. */
export function inner(changes: Fields = {}): Fields {
  const { channel: _channel, channel_type: _type, event_ts: _event, ...message } = reply(changes);
  return message;
}

export function changed(message: Fields, previous: Fields | undefined): Fields {
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: 'D1',
    channel_type: 'im',
    message,
    ...(previous === undefined ? {} : { previous_message: previous }),
    ts: '1764072100.000500',
    event_ts: '1764072100.000500',
  };
}

export function removed(previous: Fields | undefined, deletedTs = '1764072060.000100'): Fields {
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: 'D1',
    channel_type: 'im',
    deleted_ts: deletedTs,
    ...(previous === undefined ? {} : { previous_message: previous }),
    ts: '1764072101.000500',
    event_ts: '1764072101.000500',
  };
}

const ACTED: Fields = {
  user: { id: 'U1', username: 'ada', team_id: 'T1' },
  team: { id: 'T1', domain: 'one' },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: 'A1',
  token: 'gone',
  trigger_id: '12.34.abc',
  response_url: 'https://hooks.slack.com/actions/T1/1/x',
};

/** A click on Next of a card in the coaching thread. */
export function click(changes: Fields = {}, action: Fields = {}): Fields {
  return {
    type: 'block_actions',
    ...ACTED,
    container: {
      type: 'message',
      message_ts: '1764072050.000200',
      channel_id: 'D1',
      is_ephemeral: false,
      thread_ts: ROOT,
    },
    channel: { id: 'D1', name: 'directmessage' },
    message: { type: 'message', user: 'UBOT', ts: '1764072050.000200', text: 'hidden', thread_ts: ROOT },
    state: { values: {} },
    actions: [
      {
        type: 'button',
        block_id: 'b1',
        action_id: 'press:next',
        text: { type: 'plain_text', text: 'Next' },
        value: 'next|U1|0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee|4',
        action_ts: '1764072070.123456',
        ...action,
      },
    ],
    ...changes,
  };
}

export function globalShortcut(changes: Fields = {}): Fields {
  return {
    type: 'shortcut',
    callback_id: 'practise_answer',
    action_ts: '1764072080.1',
    ...ACTED,
    ...changes,
  };
}

export function messageShortcut(message: Fields = {}, changes: Fields = {}): Fields {
  return {
    type: 'message_action',
    callback_id: 'critique_answer',
    action_ts: '1764072081.1',
    message_ts: '1764070000.000300',
    channel: { id: 'C9', name: 'general' },
    message: {
      type: 'message',
      user: 'U1',
      ts: '1764070000.000300',
      text: 'My answer &amp; yours',
      ...message,
    },
    ...ACTED,
    ...changes,
  };
}

export function submission(values: Fields, view: Fields = {}, changes: Fields = {}): Fields {
  return {
    type: 'view_submission',
    ...ACTED,
    view: {
      id: 'V1',
      team_id: 'T1',
      type: 'modal',
      callback_id: 'answers',
      private_metadata: '{"s":1}',
      hash: '1764072090.abc',
      app_installed_team_id: 'T1',
      state: { values },
      ...view,
    },
    ...changes,
  };
}
