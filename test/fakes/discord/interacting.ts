import { randomBytes } from 'node:crypto';
import type { Fields } from '../slack/json.ts';
import type { App } from './app.ts';
import type { Channel } from './channel.ts';
import type { Interaction } from './interaction.ts';
import type { FakeMessage } from './message.ts';
import { permissionsIn, wireChannel, wireMember, wireUser } from './wire.ts';

/** What came of a press, a command or a sent modal. */
export interface Interacted {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly userId: string;
  /** How long the first response took; undefined where there was none. */
  readonly msToCallback: number | undefined;
  /** 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly callbackType: number | undefined;
  /** What `@original` is now: read again each time. */
  readonly response: FakeMessage | undefined;
  /** Of an autocomplete. */
  readonly choices: readonly Fields[];
  /** Nobody responded in time, or with nothing that Discord took: the person reads "did not respond". */
  readonly lost: boolean;
}

export interface Doing {
  readonly userId: string;
  readonly channel: Channel;
  readonly type: number;
  readonly data: Fields;
  readonly source?: FakeMessage | undefined;
  readonly message?: Fields | undefined;
}

/** Sends an interaction to the bot; resolves at its first response, or when the person has waited long enough. */
export async function interact(app: App, doing: Doing): Promise<Interacted> {
  const { world } = app;
  const { channel, userId, source } = doing;
  const guild = world.guildOf(channel);
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const interaction: Interaction = {
    id: world.nextId(),
    token: `aW50ZXJhY3Rpb24${randomBytes(24).toString('base64url')}`,
    type: doing.type,
    userId,
    channelId: channel.id,
    guildId: channel.guildId,
    isUserInstall: guild !== undefined && !guild.botIsMember,
    source,
    at: world.now(),
    payload: {},
    msToCallback: undefined,
    callbackType: undefined,
    originalId: undefined,
    isEphemeral: false,
    followUps: 0,
    choices: [],
    settle: () => settle(),
  };
  world.interactions.set(interaction.token, interaction);
  interaction.payload = payloadOf(app, interaction, doing);
  const heard = tellInteraction(app, interaction);
  const timer = setTimeout(settle, heard === 0 ? 0 : app.patienceMs);
  await settled;
  clearTimeout(timer);
  return outcomeOf(app, interaction);
}

/** To every bot of its shard; how many heard it. */
export function tellInteraction(app: App, interaction: Interaction): number {
  return app.gateway.dispatch({
    type: 'INTERACTION_CREATE',
    guildId: interaction.isUserInstall ? undefined : interaction.guildId,
    intent: 0,
    data: () => interaction.payload,
  });
}

/** Read again each time: a response that comes late is seen. */
export function outcomeOf({ world }: App, interaction: Interaction): Interacted {
  return {
    id: interaction.id,
    token: interaction.token,
    type: interaction.type,
    userId: interaction.userId,
    get msToCallback() {
      return interaction.msToCallback;
    },
    get callbackType() {
      return interaction.callbackType;
    },
    get choices() {
      return interaction.choices;
    },
    get lost() {
      return interaction.callbackType === undefined;
    },
    get response() {
      const id = interaction.originalId;
      if (id === undefined) return undefined;
      return world.channels.get(interaction.channelId)?.get(id) ?? world.ephemerals.get(id);
    },
  };
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
function payloadOf(app: App, interaction: Interaction, doing: Doing): Fields {
  const { world } = app;
  const { channel, userId } = doing;
  const guild = world.guildOf(channel);
  const { locale } = world.userOf(userId);
  const owners: Fields = interaction.isUserInstall
    ? { '1': userId }
    : { '0': guild === undefined ? '0' : guild.id };
  return {
    id: interaction.id,
    application_id: world.appId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: doing.data,
    channel_id: channel.id,
    channel: { ...wireChannel(world, channel), permissions: '2222085186637376' },
    ...(guild === undefined
      ? { user: wireUser(world, userId), context: 1 }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: wireMember(world, userId),
          context: 0,
        }),
    ...(doing.message === undefined ? {} : { message: doing.message }),
    locale,
    app_permissions: permissionsIn(world, channel),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    attachment_size_limit: 10_485_760,
  };
}
