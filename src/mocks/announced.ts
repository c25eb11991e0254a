import { announcementCard } from './cards/announcement-card.ts';
import type { Mock } from './mock.ts';
import type { MockEffect } from './mock-event.ts';

/** The announcement in the channel, as the session is now. One that was never made is not changed. */
export function announced(mock: Mock): MockEffect[] {
  if (mock.stage === 'planned') return [];
  return [{ type: 'repost', as: 'announcement', card: announcementCard(mock) }];
}
