import type { App } from './app.ts';
import type { FakeAck } from './deliveries.ts';
import { isInput, stateOfInput, typedInto } from './inputs.ts';
import { type Fields, fieldsOf, textOf } from './json.ts';
import { describeView, freshIds } from './methods/views.ts';
import { offeredIn } from './person-options.ts';
import { stateOf } from './person-presses.ts';
import { type FakeView, viewOf } from './view.ts';
import { acceptView } from './view-check.ts';

/** Values of inputs; of boxes, all that are ticked. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** Sends the open modal, and does with it what the ack says: close, update, push, clear, show errors. */
export async function submitModal(app: App, userId: string, given: Given): Promise<FakeAck> {
  const { world } = app;
  const view = world.views.top(userId);
  if (view === undefined) throw new Error('no modal is open');
  const values = filledIn(app, view, stateOf(app, view.id, view.blocks), given);
  const ack = await app.deliveries.deliver({
    type: 'view_submission',
    ...who(app, userId),
    trigger_id: world.newTrigger(userId),
    view: describeView(world, view, values),
    response_urls: [],
  });
  const taken = !ack.timedOut && !ack.lost && (ack.status ?? 200) < 300;
  if (taken) apply(app, userId, view, ack.payload);
  return ack;
}

/** Closes the modal by its cross. The bot hears of it only where the view asked for that. */
export async function closeModal(app: App, userId: string): Promise<FakeAck | undefined> {
  const { world } = app;
  const view = world.views.top(userId);
  if (view === undefined) throw new Error('no modal is open');
  world.views.setStack(userId, []);
  if (view.fields.notify_on_close !== true) return undefined;
  return app.deliveries.deliver({
    type: 'view_closed',
    ...who(app, userId),
    view: describeView(world, view),
    is_cleared: false,
  });
}

function who(app: App, userId: string): Fields {
  return {
    team: { id: app.world.teamId, domain: 'comeback-test' },
    user: app.world.userFields(userId),
    api_app_id: app.world.appId,
    token: 'legacy',
    is_enterprise_install: false,
    enterprise: null,
  };
}

function apply(app: App, userId: string, view: FakeView, payload: Fields): void {
  const { views } = app.world;
  const stack = views.stack(userId).filter(({ id }) => id !== view.id);
  switch (payload.response_action) {
    case 'errors': {
      const errors = Object.entries(fieldsOf(payload.errors)).map(([id, says]) => [id, textOf(says)]);
      for (const [id] of errors) {
        if (view.blocks.some((block) => block.block_id === id && block.type === 'input')) continue;
        app.violations.push(`errors: no input ${id} in the modal`);
      }
      views.replace({ ...view, errors: Object.fromEntries(errors) });
      return;
    }
    case 'clear':
      views.setStack(userId, []);
      return;
    case 'update': {
      const fields = acceptView(app, 'response_action update', payload.view, 'modal');
      views.setStack(userId, [...stack, viewOf(fields, { ...view, hash: freshIds(app.world).hash })]);
      return;
    }
    case 'push': {
      const fields = acceptView(app, 'response_action push', payload.view, 'modal');
      const next = viewOf(fields, { ...freshIds(app.world), previousId: view.id, rootId: view.rootId });
      views.setStack(userId, [...stack, view, next]);
      return;
    }
    default:
      views.setStack(userId, stack);
  }
}

/** The state with what was typed or chosen. */
function filledIn(
  app: App,
  view: FakeView,
  values: Record<string, Fields>,
  given: Given,
): Record<string, Fields> {
  for (const [name, value] of Object.entries(given)) {
    const block = view.blocks.find((each) => isInput(each, name));
    if (block === undefined) throw new Error(`the modal has no input ${name}`);
    const element = fieldsOf(block.element);
    const offered = element.type === 'external_select' ? offeredIn(app, view, element) : undefined;
    const control = typedInto(block, name, value, offered);
    values[control.blockId] = { [textOf(control.element.action_id)]: stateOfInput(control) };
  }
  for (const block of view.blocks.filter(({ type, optional }) => type === 'input' && optional !== true)) {
    const [state] = Object.values(fieldsOf(values[textOf(block.block_id)]));
    const { type: _type, ...held } = fieldsOf(state);
    if (Object.values(held).every((each) => each === null || (Array.isArray(each) && each.length === 0))) {
      throw new Error(`the client asks for ${textOf(fieldsOf(block.label).text)} first: it is not optional`);
    }
  }
  return values;
}
