import { wake } from '../access.ts';
import type { App } from '../app.ts';
import { tellRemoved } from '../events.ts';
import { CALLBACK, type Interaction, TOKEN_MS } from '../interaction.ts';
import { type FakeMessage, FLAGS } from '../message.ts';
import { changed, post, repost, standing } from '../posting.ts';
import { Refusal, threadArchived, unknownMessage, unknownWebhook } from '../refusal.ts';
import { type Asked, NO_CONTENT, ok, type Route } from '../route.ts';
import { wireMessage } from '../wire.ts';
import { answerMessage } from './interactions.ts';

const ONE = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';
/** Without the bot in the server, an interaction takes five: …/receiving-and-responding#followup-messages */
const FOLLOW_UPS = 5;

/** Everything after the first response, by the interaction's token. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: '/webhooks/{webhook_id}/{webhook_token}', isOpen: true, answer: followUp },
  {
    method: 'GET',
    template: ONE,
    isOpen: true,
    answer: (asked) => ok(wireMessage(asked.app.world, named(asked, live(asked)))),
  },
  {
    method: 'PATCH',
    template: ONE,
    isOpen: true,
    answer: (asked) => {
      const { app, call } = asked;
      const interaction = live(asked);
      const message = named(asked, interaction);
      if (app.world.channel(interaction.channelId)?.archived === true) throw threadArchived();
      return ok(wireMessage(app.world, repost(app, changed(app, message, call.body, call.files))));
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    isOpen: true,
    answer: (asked) => {
      const { app } = asked;
      const message = named(asked, live(asked));
      app.world.ephemerals.delete(message.id);
      if (app.world.channels.get(message.channel_id)?.remove(message.id) !== undefined)
        setImmediate(() => tellRemoved(app, message));
      return NO_CONTENT;
    },
  },
];

function followUp(asked: Asked) {
  const { app, call } = asked;
  const interaction = live(asked);
  const original = originalOf(app, interaction);
  // Right after a deferred answer, the first follow-up takes its place.
  if (original !== undefined && (original.flags & FLAGS.loading) !== 0)
    return ok(wireMessage(app.world, repost(app, changed(app, original, call.body, call.files))));
  if (interaction.isUserInstall && interaction.followUps >= FOLLOW_UPS)
    throw new Refusal(400, 40094, 'This interaction has reached the maximum number of follow up messages');
  const channel = app.world.channel(interaction.channelId);
  if (channel?.isThread === true) {
    if (channel.locked && channel.archived) throw threadArchived();
    wake(app, channel);
  }
  interaction.followUps += 1;
  // Each later message says for itself whether one person sees it.
  const message = answerMessage(app, { ...interaction, isEphemeral: false }, call.body, call.files);
  return ok(wireMessage(app.world, post(app, message)));
}

/** The interaction of this address, while its token is good and it was responded to. */
function live({ app, param }: Asked): Interaction {
  const interaction = app.world.interactions.get(param('webhook_token'));
  if (interaction === undefined || param('webhook_id') !== app.world.appId) throw unknownWebhook();
  if (app.world.now() - interaction.at > TOKEN_MS) throw new Refusal(401, 50027, 'Invalid Webhook Token');
  if (interaction.callbackType === undefined) throw unknownWebhook();
  return interaction;
}

function named({ app, param }: Asked, interaction: Interaction): FakeMessage {
  const id = param('message_id');
  if (id !== '@original') {
    const message = standing(app, interaction.channelId, id);
    if (message.interactionId !== interaction.id && message.id !== interaction.source?.id)
      throw unknownMessage();
    return message;
  }
  const original = originalOf(app, interaction);
  if (original === undefined || interaction.callbackType === CALLBACK.modal) throw unknownMessage();
  return original;
}

function originalOf(app: App, { channelId, originalId }: Interaction): FakeMessage | undefined {
  if (originalId === undefined) return undefined;
  return app.world.channels.get(channelId)?.get(originalId) ?? app.world.ephemerals.get(originalId);
}
