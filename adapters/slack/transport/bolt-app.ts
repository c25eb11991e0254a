import { App, type Receiver } from '@slack/bolt';
import type { Log } from '../../../src/log.ts';
import { slackClientOptions } from '../api/client.ts';
import { createSdkLogger } from './sdk-logger.ts';

/** Who the bot is, as `auth.test` told at the start. */
export interface BotIdentity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The team, or the enterprise where the app is installed for all of it. */
  readonly installation: string;
}

export interface BoltAppOptions {
  readonly receiver: Receiver;
  readonly token: string;
  readonly identity: BotIdentity;
  /** `SLACK_API_URL`; Slack itself if left out. */
  readonly apiUrl?: string;
  readonly log: Log;
}

/**
 * Bolt for one workspace with a fixed token. It keeps no state, calls nothing to be made or to take an event, and
 * leaves out what the bot itself posted. A listener that throws is told to the receiver: an error that is swallowed here
 * would be an acknowledgement.
 */
export function createBoltApp({ receiver, token, identity, apiUrl, log }: BoltAppOptions): App {
  const { botId, botUserId, teamId } = identity;
  const app = new App({
    receiver,
    authorize: () => Promise.resolve({ botToken: token, botId, botUserId, teamId }),
    convoStore: false,
    ignoreSelf: true,
    clientOptions: slackClientOptions(apiUrl),
    logger: createSdkLogger(log),
  });
  app.error((error) => Promise.reject(error));
  return app;
}
