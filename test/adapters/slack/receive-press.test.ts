import { describe, expect, test } from 'vitest';
import { encodePress } from '../../../adapters/slack/press.ts';
import { homeOpenedIn, lifecycleIn } from '../../../adapters/slack/receive/home-event.ts';
import { buttonOf, isOthers, type PressIn, pressIn } from '../../../adapters/slack/receive/press-event.ts';
import { shortcutIn } from '../../../adapters/slack/receive/shortcut-event.ts';
import { submissionIn } from '../../../adapters/slack/receive/view-event.ts';
import { createImpatience } from '../../../src/coach/impatience.ts';
import { callback, click, globalShortcut, messageShortcut, ROOT, submission } from './payloads.ts';

function pressed(body: object): PressIn {
  const press = pressIn(body);
  if (press === undefined) throw new Error('not read');
  return press;
}

const PERSON = { platform: 'slack', scope: 'T1', userId: 'U1' };

describe('a press', () => {
  test('of a button says what, on which card, and where', () => {
    expect(pressed(click())).toEqual({
      eventId: 'slack-press-U1-1764072070.123456-next',
      press: { action: 'next', userId: 'U1', sessionId: '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee', turn: 4 },
      actionId: 'press:next',
      person: PERSON,
      installation: 'T1',
      channel: 'D1',
      thread: ROOT,
      messageTs: '1764072050.000200',
      triggerId: '12.34.abc',
      responseUrl: 'https://hooks.slack.com/actions/T1/1/x',
      isHome: false,
      isAlone: false,
    });
  });

  test('of an option is the same', () => {
    const value = encodePress({ action: 'settings:tone-plain', userId: 'U1' });
    const option = {
      type: 'static_select',
      action_id: 'choose',
      value: undefined,
      selected_option: { value },
    };
    const { press, eventId } = pressed(click({}, option));
    expect(press).toEqual({ action: 'settings:tone-plain', userId: 'U1' });
    expect(eventId).toBe('slack-press-U1-1764072070.123456-settings-tone-plain');
  });

  test('on the App Home has no message, and its view instead', () => {
    const home = click({
      channel: undefined,
      message: undefined,
      container: { type: 'view', view_id: 'V9' },
      view: { id: 'V9', type: 'home', private_metadata: '' },
    });
    expect(pressed(home)).toMatchObject({ isHome: true, viewId: 'V9' });
    expect(pressed(home)).not.toHaveProperty('channel');
    expect(pressed(home)).not.toHaveProperty('messageTs');
  });

  test('on a card that only the person sees is placed by its container', () => {
    const seen = pressed(click({ message: undefined, channel: undefined }));
    expect(seen).toMatchObject({ channel: 'D1', messageTs: '1764072050.000200', thread: ROOT });
  });

  test('delivered twice is one event, and two clicks are two', () => {
    expect(pressed(click({ trigger_id: '99.1.x' })).eventId).toBe(pressed(click()).eventId);
    const second = pressed(click({}, { action_ts: '1764072070.223456' }));
    expect(second.eventId).not.toBe(pressed(click()).eventId);
  });

  test.each([
    ['a link', click({}, { action_id: 'link', value: undefined })],
    ['a button of another make', click({}, { action_id: 'press:next', value: 'next' })],
    ['a control that is none of ours', click({}, { action_id: 'other' })],
    ['nothing', click({ actions: [] })],
    ['a form', submission({})],
    ['no payload', undefined],
  ])('is not: %s', (_, body) => {
    expect(pressIn(body)).toBeUndefined();
  });

  test('on the card of another person is told as such', () => {
    expect(isOthers(pressed(click()))).toBe(false);
    expect(isOthers(pressed(click({ user: { id: 'U2', team_id: 'T1' } })))).toBe(true);
  });

  test('in an installation of a whole organisation has no team', () => {
    const org = click({ team: null, enterprise: { id: 'E1', name: 'one' }, is_enterprise_install: true });
    expect(pressed(org)).toMatchObject({ installation: 'E1', person: { scope: 'E1' } });
    const inOrg = click({ team: { id: 'T1', enterprise_id: 'E1' }, enterprise: { id: 'E1', name: 'one' } });
    expect(pressed(inOrg)).toMatchObject({ installation: 'T1', person: { scope: 'E1' } });
  });
});

/** Whether it is the same button again, by the clock. */
function againBy(now: () => number) {
  const impatience = createImpatience({ now });
  return (press: PressIn) => impatience.again({ key: buttonOf(press), eventId: press.eventId });
}

describe('impatient fingers', () => {
  let at = 0;
  const next = (ts: string, body: object = {}, action: object = {}) =>
    pressed(click({ ...body }, { action_ts: ts, ...action }));

  test('count once within a second and a half, and again after it', () => {
    at = 10_000;
    const again = againBy(() => at);
    expect(again(next('1.1'))).toBe(false);
    at += 50;
    expect(again(next('1.2'))).toBe(true);
    at += 1_449;
    expect(again(next('1.3'))).toBe(true);
    at += 1;
    expect(again(next('1.4'))).toBe(false);
  });

  test.each([
    ['another button', next('1.2', {}, { action_id: 'press:back', value: 'back|U1||' })],
    ['another card', next('1.2', { container: { message_ts: '1764072055.000200', channel_id: 'D1' } })],
    ['another person', next('1.2', { user: { id: 'U2', team_id: 'T1' } })],
    ['the same click, delivered again', next('1.1')],
  ])('are not: %s', (_, other) => {
    const again = againBy(() => 10_000);
    again(next('1.1'));
    expect(again(other)).toBe(false);
  });

  test('are forgiven when the clock is set back', () => {
    at = 10_000;
    const again = againBy(() => at);
    again(next('1.1'));
    at = 5_000;
    expect(again(next('1.2'))).toBe(false);
  });
});

describe('a shortcut', () => {
  test('from the search bar', () => {
    expect(shortcutIn(globalShortcut())).toEqual({
      kind: 'global',
      eventId: 'slack-shortcut-U1-1764072080.1',
      person: PERSON,
      installation: 'T1',
      triggerId: '12.34.abc',
      responseUrl: 'https://hooks.slack.com/actions/T1/1/x',
    });
  });

  test("on a message of one's own, in any channel and in a thread", () => {
    expect(shortcutIn(messageShortcut({ thread_ts: ROOT }))).toMatchObject({
      kind: 'message',
      own: true,
      text: 'My answer &amp; yours',
      channel: 'C9',
      thread: ROOT,
      ts: '1764070000.000300',
      person: PERSON,
    });
  });

  test.each([
    ['of another person', { user: 'U2' }],
    ['of a bot', { bot_id: 'B1' }],
    ['of nobody', { user: null }],
  ])("on a message %s is not on one's own", (_, message) => {
    expect(shortcutIn(messageShortcut(message))).toMatchObject({ kind: 'message', own: false });
  });

  test.each([
    globalShortcut({ callback_id: 'other' }),
    messageShortcut({}, { callback_id: 'practise_answer' }),
    click(),
    undefined,
  ])('of another app or none is nothing (%#)', (body) => {
    expect(shortcutIn(body)).toBeUndefined();
  });
});

describe('a form that was sent', () => {
  const values = {
    failure: { text: { type: 'plain_text_input', value: 'I lost it' } },
    learned: { text: { value: null } },
  };

  test('brings what was filled in and what it belongs to', () => {
    expect(submissionIn(submission(values))).toMatchObject({
      callbackId: 'answers',
      viewId: 'V1',
      values,
      privateMetadata: '{"s":1}',
      person: PERSON,
      installation: 'T1',
    });
  });

  test('sent again unchanged is the same event, changed it is another', () => {
    const id = (of: object, view: object = {}) => submissionIn(submission({ ...of }, { ...view }))?.hashId;
    const { failure, learned } = values;
    expect(id({ learned, failure }, { hash: 'other' })).toBe(id(values));
    expect(id({ learned, failure: { text: { ...failure.text, value: 'I lost it.' } } })).not.toBe(id(values));
    expect(id(values, { id: 'V2' })).not.toBe(id(values));
    expect(id(values)).toMatch(/^slack-view-V1-[0-9a-f]{32}$/);
  });

  test('from another organisation is for the installation that the form names', () => {
    const body = submission(
      values,
      { app_installed_team_id: 'T1' },
      {
        team: { id: 'T9', domain: 'nine' },
        user: { id: 'U9', team_id: 'T9' },
      },
    );
    expect(submissionIn(body)).toMatchObject({ installation: 'T1', person: { scope: 'T9', userId: 'U9' } });
  });
});

describe('what happens to the app', () => {
  test('its Home or its messages are opened', () => {
    const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages', event_ts: '1.1' };
    expect(homeOpenedIn(callback(opened))).toEqual({
      person: PERSON,
      installation: 'T1',
      tab: 'messages',
      channel: 'D1',
    });
    expect(homeOpenedIn(callback({ ...opened, tab: 'home' }))?.tab).toBe('home');
    expect(homeOpenedIn(callback({ type: 'message' }))).toBeUndefined();
  });

  test('it is removed, or its bot token revoked', () => {
    const gone = { authorizations: [] };
    expect(lifecycleIn(callback({ type: 'app_uninstalled' }, gone))).toEqual({ installation: 'T1' });
    const revoked = (tokens: object) => lifecycleIn(callback({ type: 'tokens_revoked', tokens }, gone));
    expect(revoked({ bot: ['UBOT'], oauth: ['U1'] })).toEqual({ installation: 'T1' });
    expect(revoked({ oauth: ['U1'] })).toBeUndefined();
    expect(revoked({ bot: [] })).toBeUndefined();
  });

  test('it is removed from a whole organisation', () => {
    const org = { team_id: null, enterprise_id: 'E1', authorizations: [], is_enterprise_install: true };
    expect(lifecycleIn(callback({ type: 'app_uninstalled' }, org))).toEqual({ installation: 'E1' });
  });
});
