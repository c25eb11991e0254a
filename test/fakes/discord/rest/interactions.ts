import { type Fields, fieldsOf, listOf, textOf } from '../../slack/json.ts';
import { wake } from '../access.ts';
import type { App } from '../app.ts';
import { CALLBACK, FIRST_RESPONSE_MS, INTERACTION, type Interaction } from '../interaction.ts';
import { type FakeMessage, FLAGS, TYPES } from '../message.ts';
import { changed, composed, numbered, post, repost, standing } from '../posting.ts';
import { formBody, Refusal, threadArchived, unknownInteraction } from '../refusal.ts';
import { type Asked, NO_CONTENT, ok, type Route } from '../route.ts';
import { wireMessage } from '../wire.ts';

/** The first response to a press, a command or a sent modal. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    isOpen: true,
    answer: callback,
  },
];

function callback({ app, call, param }: Asked) {
  const { world } = app;
  const interaction = world.interactions.get(param('interaction_token'));
  if (interaction === undefined || interaction.id !== param('interaction_id')) throw unknownInteraction();
  const fault = app.interactionFaults.shift();
  if (fault === 10062) throw settled(interaction, unknownInteraction());
  if (fault === 40060) {
    // Another process was first, and only said that it is at it.
    const isPress = interaction.source !== undefined;
    first(app, interaction, isPress ? CALLBACK.deferUpdate : CALLBACK.deferMessage, {}, call);
  }
  if (interaction.callbackType !== undefined)
    throw settled(interaction, new Refusal(400, 40060, 'Interaction has already been acknowledged.'));
  // As it came in: what the fake's own checks take is not the bot's fault.
  if (call.at - interaction.at > FIRST_RESPONSE_MS) throw settled(interaction, unknownInteraction());
  const type = Number(call.body.type);
  first(app, interaction, type, fieldsOf(call.body.data), call);
  if (call.query.with_response !== 'true') return NO_CONTENT;
  const original =
    interaction.originalId === undefined
      ? undefined
      : standing(app, interaction.channelId, interaction.originalId);
  return ok({
    interaction: { id: interaction.id, type: interaction.type, response_message_id: interaction.originalId },
    resource: { type, ...(original === undefined ? {} : { message: wireMessage(world, original) }) },
  });
}

function first(app: App, interaction: Interaction, type: number, data: Fields, call: Asked['call']): void {
  refuseUnfitting(app, interaction, type);
  const channel = app.world.channel(interaction.channelId);
  switch (type) {
    case CALLBACK.message:
    case CALLBACK.deferMessage: {
      if (channel?.isThread === true) {
        if (channel.locked && channel.archived) throw threadArchived();
        wake(app, channel);
      }
      const isDeferred = type === CALLBACK.deferMessage;
      interaction.isEphemeral =
        (Number(data.flags ?? 0) & FLAGS.ephemeral) !== 0 || mustBeAlone(app, interaction);
      const body = isDeferred ? {} : data;
      const message = answerMessage(app, interaction, body, call.files, isDeferred ? FLAGS.loading : 0);
      interaction.originalId = post(app, message).id;
      break;
    }
    case CALLBACK.deferUpdate:
      if (channel?.archived === true) throw threadArchived();
      interaction.originalId = interaction.source?.id;
      break;
    case CALLBACK.update: {
      if (channel?.archived === true) throw threadArchived();
      const source = interaction.source;
      if (source === undefined) throw formBody('there is no message to update');
      const before = standing(app, interaction.channelId, source.id);
      repost(app, changed(app, before, data, call.files));
      interaction.originalId = source.id;
      break;
    }
    case CALLBACK.choices:
      interaction.choices = listOf(data.choices);
      break;
    case CALLBACK.modal:
      app.modals.set(interaction.userId, {
        customId: textOf(data.custom_id),
        title: textOf(data.title),
        components: numbered(listOf(data.components)),
        channelId: interaction.channelId,
        source: interaction.source,
      });
      break;
    default:
      throw formBody(`a first response of type ${type}`);
  }
  interaction.callbackType = type;
  interaction.msToCallback = call.at - interaction.at;
  // Once the answer is on its way: whoever waits reads what it did.
  setImmediate(interaction.settle);
}

/** Each kind of interaction takes its own kinds of responses. */
function refuseUnfitting(app: App, { type, source }: Interaction, response: number): void {
  const isQuestion = type === INTERACTION.autocomplete;
  const isFitting =
    isQuestion === (response === CALLBACK.choices) &&
    !(response === CALLBACK.modal && type === INTERACTION.modal) &&
    !((response === CALLBACK.deferUpdate || response === CALLBACK.update) && source === undefined);
  if (isFitting) return;
  const what = `a first response of type ${response} to an interaction of type ${type}`;
  app.violations.push(what);
  throw formBody(what);
}

/** In a server that says so, an app of a person's own answers that person alone. */
function mustBeAlone(app: App, { isUserInstall, guildId }: Interaction): boolean {
  return (
    isUserInstall && guildId !== undefined && app.world.guilds.get(guildId)?.can('USE_EXTERNAL_APPS') !== true
  );
}

/** A message that answers an interaction: the first, or a later one. */
export function answerMessage(
  app: App,
  interaction: Interaction,
  body: Fields,
  files: Asked['call']['files'],
  flags = 0,
): FakeMessage {
  const isAlone = interaction.isEphemeral || (Number(body.flags ?? 0) & FLAGS.ephemeral) !== 0;
  const made = composed(app, { id: interaction.channelId, guildId: interaction.guildId }, body, files, {
    type: interaction.type === INTERACTION.command ? TYPES.slash : TYPES.reply,
    interactionId: interaction.id,
    ephemeralTo: isAlone ? interaction.userId : undefined,
  });
  return { ...made, flags: made.flags | flags | (isAlone ? FLAGS.ephemeral : 0) };
}

function settled(interaction: Interaction, refusal: Refusal): Refusal {
  setImmediate(interaction.settle);
  return refusal;
}
