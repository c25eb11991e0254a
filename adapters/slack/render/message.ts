import type { KnownBlock } from '@slack/types';

/** What is posted: `text` is the notification, always neutral, and `blocks` what is seen once opened. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** What a notification says, whatever the message holds: a lock screen is not a private place. */
export const NEUTRAL_TEXT = 'Your 5 minutes, when you like.';
