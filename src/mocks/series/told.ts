import type { Card } from '../../card/card.ts';
import { byAdmin } from './cards/series-card.ts';
import type { Series } from './series.ts';
import type { By, SeriesEffect } from './series-event.ts';

/** Whoever changed it hears what holds now; the organiser too, where an admin did it. */
export function told({ organizer }: Series, by: By, card: Card): SeriesEffect[] {
  const toThem: SeriesEffect = { type: 'tell', to: by.id, card };
  return by.id === organizer.id
    ? [toThem]
    : [toThem, { type: 'tell', to: organizer.id, card: byAdmin(card) }];
}
