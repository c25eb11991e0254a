import { type App, wire } from './app.ts';
import { actionOf, type Control, findControl, labelsOf, type Wanted } from './controls.ts';
import type { FakeAck } from './deliveries.ts';
import { isInput, stateOfInput, typedInto } from './inputs.ts';
import { type Fields, textOf } from './json.ts';
import type { FakeMessage } from './message.ts';
import { describeView } from './methods/views.ts';
import type { FakeView } from './view.ts';
import { untouched } from './view-check.ts';

export interface PressOptions {
  /** The message's `ts`, where it is not the newest that has such a button. */
  readonly in?: string;
  /** The label (or value) of the option; a user's id, a date or a time for a picker. */
  readonly value?: string;
  /** Somebody else presses it. */
  readonly as?: string;
  /** The button may be gone meanwhile: how the message looked before counts as well. */
  readonly again?: boolean;
}

/** Where a button was found: in a message (or one they alone see), in a modal, on the Home tab. */
interface Found {
  readonly control: Control;
  readonly message?: FakeMessage;
  readonly view?: FakeView;
}

/** What was chosen in the inputs of a message, by `channel:ts`; a modal's, by its id. */
const touched = new WeakMap<object, Map<string, Record<string, Record<string, Fields>>>>();

/** Presses a button or chooses an option, wherever it stands. */
export function press(app: App, userId: string, what: Wanted, options: PressOptions): Promise<FakeAck> {
  const found = find(app, userId, what, options);
  const { world } = app;
  const by = options.as ?? userId;
  const { control, message, view } = found;
  const key = view?.id ?? `${message?.channel}:${message?.ts}`;
  if (control.option !== undefined) remember(app, key, control);
  const base = {
    type: 'block_actions',
    user: world.userFields(by),
    api_app_id: world.appId,
    token: 'legacy',
    trigger_id: world.newTrigger(by),
    team: { id: world.teamId, domain: 'comeback-test' },
    enterprise: null,
    is_enterprise_install: false,
    actions: [actionOf(control, world.nextTs())],
  };
  const blocks = view?.blocks ?? message?.blocks ?? [];
  const values = stateOf(app, key, blocks);
  if (view !== undefined) {
    return app.deliveries.deliver({
      ...base,
      container: { type: 'view', view_id: view.id },
      view: describeView(world, view, values),
    });
  }
  if (message === undefined) throw new Error('a button nowhere');
  const alone = message.ephemeralTo !== undefined;
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return app.deliveries.deliver({
    ...base,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: alone,
      ...thread,
    },
    channel: { id: message.channel, name: message.channel.startsWith('D') ? 'directmessage' : 'general' },
    ...(alone ? {} : { message: { ...wire(world, message), ...rootMark(app, message) } }),
    state: { values },
    response_url: `${app.origin}/response/${world.newResponse(by, message.channel, message)}`,
  });
}

/** Chooses without sending: an input that says nothing until its form is sent. */
function remember(app: App, key: string, control: Control): void {
  const { blockId } = control;
  const all = touched.get(app.world) ?? new Map<string, Record<string, Record<string, Fields>>>();
  touched.set(app.world, all);
  const values = all.get(key) ?? {};
  all.set(key, {
    ...values,
    [blockId]: { ...values[blockId], [textOf(control.element.action_id)]: stateOfInput(control) },
  });
}

/** A root that has replies says so: it is in a thread of its own. */
function rootMark(app: App, { channel, ts }: FakeMessage): Fields {
  const replies = app.world.channels.get(channel)?.thread(ts) ?? [];
  return replies.length > 1 && replies[0]?.ts === ts ? { thread_ts: ts } : {};
}

/** Fills in inputs of the newest message that has the first of them; they are told with its next press. */
export function fillMessage(
  app: App,
  userId: string,
  given: Readonly<Record<string, string>>,
  ts: string | undefined,
): void {
  const [first = ''] = Object.keys(given);
  const message = seenBy(app, userId).find(
    (each) => (ts === undefined || each.ts === ts) && each.blocks?.some((block) => isInput(block, first)),
  );
  if (message === undefined) throw new Error(`no message has an input ${first}`);
  for (const [name, value] of Object.entries(given)) {
    const block = message.blocks?.find((each) => isInput(each, name));
    if (block === undefined) throw new Error(`the message has no input ${name}`);
    remember(app, `${message.channel}:${message.ts}`, typedInto(block, name, value));
  }
}

/** Everything on this person's screens, newest first. */
function seenBy(app: App, userId: string): FakeMessage[] {
  const { world } = app;
  return [
    ...[...world.channels.values()]
      .filter((channel) => channel.kind !== 'im' || channel.userId === userId)
      .flatMap((channel) => channel.all()),
    ...world.ephemerals.filter(({ ephemeralTo }) => ephemeralTo === userId),
  ].sort((a, b) => (a.ts < b.ts ? 1 : -1));
}

/** What the inputs hold: as sent, then what was chosen. */
export function stateOf(app: App, key: string, blocks: readonly Fields[]): Record<string, Fields> {
  const values = untouched(blocks);
  for (const [blockId, inputs] of Object.entries(touched.get(app.world)?.get(key) ?? {})) {
    if (values[blockId] !== undefined) values[blockId] = { ...values[blockId], ...inputs };
  }
  return values;
}

function find(app: App, userId: string, what: Wanted, options: PressOptions): Found {
  const { world } = app;
  const standing = seenBy(app, userId);
  const gone =
    options.again === true ? [...world.channels.values()].flatMap((channel) => channel.earlier()) : [];
  const messages = [...standing, ...gone].filter(({ ts }) => options.in === undefined || ts === options.in);
  const modal = world.views.top(userId);
  const home = world.views.home(userId);
  const places = [
    ...(modal === undefined || options.in !== undefined ? [] : [{ view: modal, blocks: modal.blocks }]),
    ...messages.map((message) => ({ message, blocks: message.blocks ?? [] })),
    ...(home === undefined || options.in !== undefined ? [] : [{ view: home, blocks: home.blocks }]),
  ];
  for (const { blocks, ...place } of places) {
    const control = findControl(blocks, what, options.value);
    if (control !== undefined) return { control, ...place };
  }
  const newest = places.find(({ blocks }) => labelsOf(blocks).length > 0);
  throw new Error(
    `nothing to press called ${JSON.stringify(what)}; the newest has: ${labelsOf(newest?.blocks ?? []).join(', ')}`,
  );
}
