import type { Method } from '../app.ts';
import { type Fields, textOf } from '../json.ts';
import { refuse } from '../refusal.ts';
import { type FakeView, viewOf } from '../view.ts';
import { acceptView, untouched } from '../view-check.ts';
import type { World } from '../world.ts';

const TRIGGER_MS = 3000;

const open: Method = (args, { app, world }) => {
  const userId = spend(world, textOf(args.trigger_id));
  const fields = acceptView(app, 'views.open', args.view, 'modal');
  const view = viewOf(fields, freshIds(world));
  world.views.setStack(userId, [view]);
  return { view: describeView(world, view) };
};

const push: Method = (args, { app, world }) => {
  const userId = spend(world, textOf(args.trigger_id));
  const stack = world.views.stack(userId);
  const top = stack.at(-1) ?? refuse('not_found');
  if (stack.length >= 3) refuse('push_limit_reached');
  const fields = acceptView(app, 'views.push', args.view, 'modal');
  const view = viewOf(fields, { ...freshIds(world), previousId: top.id, rootId: top.rootId });
  world.views.setStack(userId, [...stack, view]);
  return { view: describeView(world, view) };
};

const update: Method = (args, { app, world }) => {
  const before = named(args, world.views.all());
  checkHash(args, before);
  const type = before.type === 'home' ? 'home' : 'modal';
  const view = viewOf(acceptView(app, 'views.update', args.view, type), {
    ...before,
    hash: freshIds(world).hash,
  });
  world.views.replace(view);
  return { view: describeView(world, view) };
};

const publish: Method = (args, { app, world }) => {
  const userId = textOf(args.user_id);
  if (!world.users.has(userId)) refuse('user_not_found');
  const before = world.views.home(userId);
  if (before !== undefined) checkHash(args, before);
  const fields = acceptView(app, 'views.publish', args.view, 'home');
  const view = viewOf(fields, { ...freshIds(world), ...(before === undefined ? {} : { id: before.id }) });
  world.views.setHome(userId, view);
  return { view: describeView(world, view) };
};

/** A trigger is spent by use, and too old after three seconds. */
function spend(world: World, id: string): string {
  const trigger = world.triggers.get(id) ?? refuse('invalid_trigger_id');
  if (trigger.used) refuse('exchanged_trigger_id');
  if (Date.now() - trigger.at > TRIGGER_MS) refuse('expired_trigger_id');
  trigger.used = true;
  return trigger.userId;
}

function named(args: Fields, all: readonly FakeView[]): FakeView {
  const id = textOf(args.view_id);
  const external = textOf(args.external_id);
  if (id === '' && external === '') return refuse('invalid_arguments');
  return (
    all.find((view) => (id === '' ? view.externalId === external : view.id === id)) ?? refuse('not_found')
  );
}

function checkHash(args: Fields, view: FakeView): void {
  const hash = textOf(args.hash);
  if (hash !== '' && hash !== view.hash) refuse('hash_conflict');
}

/** A fresh id and hash for a view. */
export function freshIds(world: World): { id: string; hash: string } {
  return { id: world.nextId('V'), hash: `${world.nextTs()}.${world.nextId('h')}` };
}

/** A view as answers and payloads carry it. `values`: what its inputs hold. */
export function describeView(world: World, view: FakeView, values: Fields = untouched(view.blocks)): Fields {
  return {
    close: null,
    submit: null,
    title: null,
    clear_on_close: false,
    notify_on_close: false,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view.fields,
    id: view.id,
    team_id: world.teamId,
    app_id: world.appId,
    app_installed_team_id: world.teamId,
    bot_id: world.botId,
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    state: { values },
  };
}

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
