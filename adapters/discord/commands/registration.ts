import {
  ApplicationCommandType,
  DiscordAPIError,
  RateLimitError,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { codeOf } from '../../../src/errors.ts';

/** A command as it is wanted. */
export type Wanted = RESTPostAPIApplicationCommandsJSONBody;

const RegisteredSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.int().default(ApplicationCommandType.ChatInput),
});
const RegisteredListSchema = z.array(RegisteredSchema);
/** A command as Discord holds it. */
export type RegisteredCommand = z.infer<typeof RegisteredSchema>;

/** What stands between what is registered and what is wanted. */
export interface Difference {
  readonly create: readonly Wanted[];
  readonly change: readonly { readonly id: string; readonly to: Wanted }[];
  readonly remove: readonly RegisteredCommand[];
  readonly unchanged: readonly string[];
}

/** What was done, by the names of the commands. */
export interface Registration {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** What Discord did not take: `rate-limited` is taken later (in `afterMs`), any other code is a refusal. */
  readonly undone: readonly { readonly name: string; readonly code: string; readonly afterMs?: number }[];
}

/** Every command registered for the application, its translations included: they may differ too. */
export async function readCommands(rest: REST, appId: string): Promise<readonly RegisteredCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return RegisteredListSchema.parse(await rest.get(Routes.applicationCommands(appId), { query }));
}

/** The same of an answer that was asked for in another way; undefined for anything else. */
export function registeredIn(body: unknown): readonly RegisteredCommand[] | undefined {
  return RegisteredListSchema.safeParse(body).data;
}

/**
 * Pure. Commands are the same by type and name. An entry point (type 4) belongs to an Activity that somebody set up in
 * the portal: it is left alone.
 */
export function compareCommands(
  registered: readonly RegisteredCommand[],
  wanted: readonly Wanted[],
): Difference {
  const held = new Map(registered.map((command) => [keyOf(command), command]));
  const create: Wanted[] = [];
  const change: { id: string; to: Wanted }[] = [];
  const unchanged: string[] = [];
  for (const to of wanted) {
    const found = held.get(keyOf(to));
    if (found === undefined) create.push(to);
    else if (plain(found) === plain(to)) unchanged.push(to.name);
    else change.push({ id: found.id, to });
  }
  const isWanted = new Set(wanted.map(keyOf));
  const remove = registered.filter(
    (command) => command.type !== ApplicationCommandType.PrimaryEntryPoint && !isWanted.has(keyOf(command)),
  );
  return { create, change, remove, unchanged };
}

const keyOf = ({
  type = ApplicationCommandType.ChatInput,
  name,
}: {
  type?: number | undefined;
  name: string;
}) => `${type} ${name}`;

/**
 * What Discord adds, what follows from something else (`dm_permission` from `contexts`), and an age limit that somebody
 * set: Discord's published contract takes none in what is sent.
 */
const ADDED = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'nsfw',
  'name_localized',
  'description_localized',
]);
/** Lists whose order means nothing. */
const SETS = new Set(['contexts', 'integration_types']);

/** A command as text that is equal where the commands are: without defaults, keys in one order. */
function plain(command: Wanted | RegisteredCommand): string {
  return JSON.stringify(essence({ type: ApplicationCommandType.ChatInput, ...command }));
}

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, inner]) => !ADDED.has(key) && !isDefault(inner))
    .map(([key, inner]) => [key, SETS.has(key) && Array.isArray(inner) ? [...inner].sort() : essence(inner)])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return Object.fromEntries(kept);
}

/** Left out, null, false, an empty text and an empty list mean the same in a command. */
function isDefault(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/**
 * Makes what is registered what is wanted, call by call, touching only what differs: a command that is registered anew
 * is gone from people's clients for a moment. Two processes may do it at once. What Discord does not take is told in
 * `undone`; rejects only where what is registered could not be read.
 */
export async function registerCommands(
  rest: REST,
  appId: string,
  wanted: readonly Wanted[],
): Promise<Registration> {
  const undone: { name: string; code: string; afterMs?: number }[] = [];
  let held: readonly RegisteredCommand[];
  try {
    held = await readCommands(rest, appId);
  } catch (error) {
    if (!(error instanceof RateLimitError)) throw error;
    for (const { name } of wanted) undone.push({ name, ...whyNot(error) });
    return { created: [], changed: [], removed: [], unchanged: [], undone };
  }
  const { create, change, remove, unchanged } = compareCommands(held, wanted);

  const each = async <T>(
    all: readonly T[],
    nameOf: (one: T) => string,
    call: (one: T) => Promise<unknown>,
  ) => {
    const done: string[] = [];
    for (const one of all) {
      try {
        await call(one);
        done.push(nameOf(one));
      } catch (error) {
        undone.push({ name: nameOf(one), ...whyNot(error) });
      }
    }
    return done;
  };

  const created = await each(
    create,
    ({ name }) => name,
    (body) => rest.post(Routes.applicationCommands(appId), { body }),
  );
  const changed = await each(
    change,
    ({ to }) => to.name,
    ({ id, to }) => rest.patch(Routes.applicationCommand(appId, id), { body: whole(to) }),
  );
  const removed = await each(
    remove,
    ({ name }) => name,
    ({ id }) => removeOne(rest, appId, id),
  );
  return { created, changed, removed, unchanged, undone };
}

/**
 * A change leaves alone what it does not name: what we leave out is named with its default. Type and name are the same
 * as before, else it were another command.
 */
function whole({ type, name: _same, ...to }: Wanted): object {
  const unsaid = { name_localizations: null };
  return type === ApplicationCommandType.Message
    ? { ...unsaid, ...to }
    : { ...unsaid, description_localizations: null, options: [], ...to };
}

const UNKNOWN_COMMAND = 10063;

async function removeOne(rest: REST, appId: string, id: string): Promise<void> {
  try {
    await rest.delete(Routes.applicationCommand(appId, id));
  } catch (error) {
    // Another process was first.
    if (!(error instanceof DiscordAPIError && error.code === UNKNOWN_COMMAND)) throw error;
  }
}

function whyNot(error: unknown): { readonly code: string; readonly afterMs?: number } {
  if (error instanceof RateLimitError) return { code: 'rate-limited', afterMs: error.retryAfter };
  if (error instanceof DiscordAPIError) return { code: String(error.code) };
  return { code: codeOf(error) };
}
