import { endedAlreadyCard, refusedCard } from './cards/refused-cards.ts';
import type { Series } from './series.ts';
import type { By, SeriesTurn } from './series-event.ts';

/** The organiser, and those who may do everything where they are. */
export function mayChange({ organizer }: Series, { id, isAdmin }: By): boolean {
  return isAdmin || id === organizer.id;
}

/**
 * What somebody is told who asks for what cannot be, or the turn where it can. A button of an older card does nothing, where
 * `older` has nothing to say of it.
 */
export function ifMay(
  series: Series,
  { by, seq }: { readonly by: By; readonly seq?: number },
  turn: () => SeriesTurn,
  older: () => SeriesTurn = () => ({ series, effects: [] }),
): SeriesTurn {
  if (!mayChange(series, by))
    return { series, effects: [{ type: 'tell', to: by.id, card: refusedCard(series) }] };
  if (seq !== undefined && seq !== series.seq) return older();
  if (series.stage.at === 'ended')
    return { series, effects: [{ type: 'tell', to: by.id, card: endedAlreadyCard(series) }] };
  return turn();
}
