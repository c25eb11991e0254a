import type { App } from './app.ts';
import { text } from './block-kit-limits.ts';
import { labelOf } from './controls.ts';
import type { FakeAck } from './deliveries.ts';
import { isInput } from './inputs.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';
import { describeView } from './methods/views.ts';
import { stateOf } from './person-presses.ts';
import type { FakeView } from './view.ts';

/** What the app offered last in a menu of a modal, by `view:action`. */
const offered = new WeakMap<object, Map<string, readonly Fields[]>>();

/** What can be chosen in a menu whose options the app knows: what it began with, and what was offered last. */
export function offeredIn(app: App, view: FakeView, element: Fields): readonly Fields[] {
  const last = offered.get(app.world)?.get(keyOf(view, element)) ?? [];
  return isFields(element.initial_option) ? [element.initial_option, ...last] : last;
}

/**
 * Types in such a menu of the open modal; the labels that are offered, none where the app was silent. Over HTTP it goes
 * to the address for events, as the manifest has it for options too:
 * https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
 */
export async function searchOptions(
  app: App,
  userId: string,
  name: string,
  typed: string,
): Promise<{ readonly labels: readonly string[]; readonly ack: FakeAck }> {
  const { world } = app;
  const view = world.views.top(userId);
  if (view === undefined) throw new Error('no modal is open');
  const block = view.blocks.find((each) => isInput(each, name));
  const element = fieldsOf(block?.element);
  if (block === undefined || element.type !== 'external_select')
    throw new Error(`the modal has no menu ${name} that asks the app`);
  const fewest = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  if (typed.length < fewest) throw new Error(`the client asks nobody before ${fewest} characters`);
  const ack = await app.deliveries.deliver({
    type: 'block_suggestion',
    user: world.userFields(userId),
    container: { type: 'view', view_id: view.id },
    api_app_id: world.appId,
    token: 'legacy',
    action_id: element.action_id,
    block_id: block.block_id,
    value: typed,
    team: { id: world.teamId, domain: 'comeback-test' },
    enterprise: null,
    is_enterprise_install: false,
    view: describeView(world, view, stateOf(app, view.id, view.blocks)),
  });
  const isTaken = !ack.timedOut && !ack.lost && (ack.status ?? 200) < 300;
  const wrong = isTaken ? wrongIn(ack.payload) : [];
  if (app.strict) app.violations.push(...wrong);
  const options = isTaken && wrong.length === 0 ? listOf(ack.payload.options) : [];
  const all = offered.get(world) ?? new Map<string, readonly Fields[]>();
  offered.set(world, all.set(keyOf(view, element), options));
  return { labels: options.map(labelOf), ack };
}

function keyOf(view: FakeView, element: Fields): string {
  return `${view.id}:${textOf(element.action_id)}`;
}

function wrongIn({ options }: Fields): string[] {
  if (!Array.isArray(options)) return ['options: none in the answer'];
  const all = listOf(options);
  return [
    ...(all.length > 100 ? [`options: ${all.length}, at most 100`] : []),
    ...all.flatMap((option) => text(option.text, 'options: text', 75)),
    ...all.flatMap(({ value }) =>
      textOf(value) === '' || textOf(value).length > 150
        ? [`options: a value of ${textOf(value).length}`]
        : [],
    ),
  ];
}
