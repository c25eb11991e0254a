import type { Block, Button, Card } from '../../../card/card.ts';
import { quote, type Run, text } from '../../../card/card.ts';
import { plainTitle } from '../../cards/names.ts';
import type { Series } from '../series.ts';

/** What a button of a series' card says. `edit` opens the form, filled in. */
export type SeriesVerb = 'edit' | 'skip' | 'cancel' | 'now' | 'go-on' | 'end';

/** What is typed for each. */
const WORDS: Readonly<Record<SeriesVerb, string>> = {
  edit: 'team edit',
  skip: 'team skip',
  cancel: 'team cancel',
  now: 'team now',
  'go-on': 'team go on',
  end: 'team end',
};

/** A card about a series: none of a practice's. */
export function seriesCard(blocks: readonly Block[], buttons: readonly Button[] = []): Card {
  return { v: 1, blocks, buttons, asks: 'nothing' };
}

export function seriesButton(
  { id, seq }: Pick<Series, 'id' | 'seq'>,
  verb: SeriesVerb,
  label: string,
  style?: Button['style'],
): Button {
  return {
    action: `team:${id}:${verb}:${seq}`,
    word: WORDS[verb],
    label,
    ...(style === undefined ? {} : { style }),
  };
}

/** Its title, as somebody's own words. */
export function titled({ title }: Pick<Series, 'title'>): Run {
  return quote(plainTitle(title));
}

/** The same for the organiser, who did not ask for it. */
export function byAdmin(card: Card): Card {
  return {
    ...card,
    notice: 'A series of yours was changed.',
    blocks: [text('An admin changed a series of yours.'), ...card.blocks],
  };
}
