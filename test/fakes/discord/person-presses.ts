import { type Fields, textOf } from '../slack/json.ts';
import type { App } from './app.ts';
import { COMPONENT, findButton, findMenu, findPicker, labelsOf } from './controls.ts';
import { type Interacted, interact } from './interacting.ts';
import { INTERACTION } from './interaction.ts';
import type { FakeMessage } from './message.ts';
import { channelOf, seenBy, type Where } from './seen.ts';
import { wireMember, wireMessage, wireUser } from './wire.ts';

/** Presses the button of the newest message that has it: by its label, its custom id or the action in it. */
export function press(app: App, userId: string, wanted: string, where: Where): Promise<Interacted> {
  const { message, found } = newest(app, userId, where, wanted, (each) => findButton(each, wanted));
  return touch(app, userId, message, found, {});
}

/** Chooses options of a menu, by their labels or values. */
export function choose(
  app: App,
  userId: string,
  wanted: readonly string[],
  where: Where,
): Promise<Interacted> {
  const { message, found } = newest(app, userId, where, wanted.join(', '), (each) => findMenu(each, wanted));
  const { menu, values } = found;
  const least = Number(menu.min_values ?? 1);
  const most = Number(menu.max_values ?? 1);
  if (values.length < least || values.length > most)
    throw new Error(`the menu takes ${least} to ${most} options, not ${values.length}`);
  return touch(app, userId, message, menu, { values });
}

/** Picks a person in a user select. */
export function pick(app: App, userId: string, picked: string, where: Where): Promise<Interacted> {
  const { message, found } = newest(app, userId, where, 'a user select', findPicker);
  const members = message.guild_id === undefined ? {} : { [picked]: bareMember(app, picked) };
  return touch(app, userId, message, found, {
    values: [picked],
    resolved: { users: { [picked]: wireUser(app.world, picked) }, members },
  });
}

function bareMember(app: App, userId: string): Fields {
  const { user: _user, ...member } = wireMember(app.world, userId);
  return member;
}

function newest<T>(
  app: App,
  userId: string,
  where: Where,
  wanted: string,
  look: (components: readonly Fields[]) => T | undefined,
): { message: FakeMessage; found: T } {
  const all = seenBy(app, userId, where);
  for (const message of all) {
    const found = look(message.components);
    if (found !== undefined) return { message, found };
  }
  const there = labelsOf(all.flatMap(({ components }) => components)).slice(0, 12);
  throw new Error(`${userId} sees no ${wanted}; there is: ${there.join(', ')}`);
}

function touch(
  app: App,
  userId: string,
  message: FakeMessage,
  component: Fields,
  more: Fields,
): Promise<Interacted> {
  const type = Number(component.type);
  const channel = channelOf(app, message);
  return interact(app, {
    userId,
    channel,
    type: INTERACTION.component,
    source: message,
    message: wireMessage(app.world, message),
    data: {
      component_type: type,
      custom_id: textOf(component.custom_id),
      ...(component.id === undefined ? {} : { id: component.id }),
      ...(type === COMPONENT.button ? {} : { values: [] }),
      ...more,
    },
  });
}
