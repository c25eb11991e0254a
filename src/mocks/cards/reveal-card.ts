import { type Block, type Card, quote, type Runs, text } from '../../card/card.ts';
import type { Guide, Step } from '../../guide/guide.ts';
import type { ListeningCard } from '../listening-card.ts';
import type { Group, Mock } from '../mock.ts';
import { memberOf } from '../people.ts';
import { cardsOf, type Telling, tellingOf, writerOf } from '../telling.ts';
import { effectsOf, heardWords } from './listening-words.ts';
import { unasked } from './mock-card.ts';
import { listed, nameOf } from './names.ts';

/** The cards of one telling, each with who it is from as the reader calls them. */
interface Side {
  readonly by: 'partner' | 'own' | 'coach' | 'observer';
  /** "you", "Ben", "the coach". */
  readonly who: string;
  readonly isReader: boolean;
  /** Whoever has that place now: what somebody left behind who had it before is shown, and not waited for. */
  readonly isCurrent: boolean;
  /** It came when the others were open. */
  readonly isLate: boolean;
  readonly card: ListeningCard;
}

/**
 * The cards of one telling, side by side, to the candidate or to the partner (`reader`). Numbers stand in it only where
 * both of them want numbers, and nothing in it shows whether one does.
 */
export function revealCard(mock: Mock, group: Group, turn: 0 | 1, guide: Guide, reader: string): Card {
  const telling = tellingOf(group, turn);
  const { candidate } = telling;
  const isOwn = reader === candidate;
  const sides = sidesOf(mock, telling, reader);
  const inNumbers = telling.pair.every((id) => memberOf(mock, id)?.numbers === true);
  return unasked('Your practice session: the cards are open.', [
    text(`${isOwn ? 'Your answer' : `${nameOf(mock, candidate)}'s answer`}: the cards, side by side.`),
    ...[...missingLines(mock, telling, reader, sides), ...lateLines(sides)].map((line) => text(line)),
    // What stayed goes before what was missed: it is what an answer can be built on.
    ...sides.flatMap(stayedOf),
    ...stepFields(sides, guide, inNumbers),
    ...sides.flatMap((side) => wordsOf(side, guide)),
    ...differing(sides, guide),
  ]);
}

function sidesOf(mock: Mock, telling: Telling, reader: string): Side[] {
  const cards = cardsOf(mock, telling);
  return (['partner', 'own', 'coach', 'observer'] as const).flatMap((by) => {
    const current = writerOf(telling, by);
    return cards
      .filter((one) => one.by === by)
      .map(({ card, writer, late }): Side => {
        const id = by === 'coach' ? undefined : (writer ?? current);
        const isReader = id === reader;
        return {
          by,
          who: isReader ? 'you' : called(mock, by, id),
          isReader,
          isCurrent: id === current,
          isLate: late === true,
          card,
        };
      });
  });
}

function called(mock: Mock, by: Side['by'], id: string | undefined): string {
  if (by === 'coach') return 'the coach';
  return id === undefined ? 'who observed' : nameOf(mock, id);
}

/** A card that did not come, said as it is. */
function missingLines(mock: Mock, telling: Telling, reader: string, sides: readonly Side[]): string[] {
  const due = [
    { by: 'partner', id: telling.interviewer, own: '' },
    { by: 'own', id: telling.candidate, own: 'own ' },
  ] as const;
  return due
    .filter(({ by }) => !sides.some((side) => side.by === by && side.isCurrent))
    .map(({ id, own }) => `${id === reader ? 'Your' : `${nameOf(mock, id)}'s`} ${own}card has not come yet.`);
}

/** Why the same cards come once more: one has come since. */
function lateLines(sides: readonly Side[]): string[] {
  return sides
    .filter(({ isLate }) => isLate)
    .map(({ who, isReader, by }) =>
      isReader
        ? 'Your card is in, and both of you have it.'
        : `${lateCard(who, by)} came later, and is here now.`,
    );
}

function lateCard(who: string, by: Side['by']): string {
  return by === 'own' ? `${who}'s own card` : `A card of ${who}`;
}

/** A step that nobody spoke of is left out. */
function stepFields(sides: readonly Side[], guide: Guide, inNumbers: boolean): Block[] {
  const fields = guide.steps
    .map(({ id, name }) => ({
      label: name,
      lines: sides.flatMap(({ who, card }): Runs[] => {
        const heard = card.steps[id];
        return heard === undefined ? [] : [[`${who}: ${heardWords(heard, inNumbers)}`]];
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
  return fields.length === 0 ? [] : [{ kind: 'fields', fields }];
}

/** The sentence of one of them: said to who told it, so quoted. */
function stayedOf(side: Side): Block[] {
  const { stayed } = side.card;
  return stayed === undefined ? [] : [text(stayedLead(side), quote(stayed))];
}

/** What one of them would ask, and what it did to them: quoted, for it is said to who told it. */
function wordsOf(side: Side, guide: Guide): Block[] {
  const { by, who, isReader, card } = side;
  const effects = effectsOf(card.effects, guide).map((words): Runs => [quote(words)]);
  const effectsLead = by === 'coach' ? 'What the coach heard in it:' : `What it did to ${who}:`;
  const asks = isReader ? 'A question you still have: ' : `A question ${who} still has: `;
  return [
    ...(card.question === undefined ? [] : [text(asks, quote(card.question))]),
    ...(effects.length === 0 ? [] : [text(effectsLead), { kind: 'list', items: effects } as const]),
  ];
}

function stayedLead({ by, who, isReader }: Side): string {
  switch (by) {
    case 'partner':
    case 'coach':
      return `What stayed with ${who}: `;
    case 'own':
      return `What ${who} ${isReader ? 'want' : 'wants'} to keep: `;
    case 'observer':
      return `What ${who} would keep: `;
  }
}

/** The steps on which the two of them heard it differently are worth a talk; nobody is right. */
function differing(sides: readonly Side[], guide: Guide): Block[] {
  const partner = sides.find(({ by, isCurrent }) => by === 'partner' && isCurrent)?.card.steps;
  const own = sides.find(({ by }) => by === 'own')?.card.steps;
  const names = guide.steps
    .filter(({ id }) => differ(partner?.[id], own?.[id]))
    .map(({ name }: Step) => name);
  if (names.length === 0) return [];
  return [
    text(`Talk about this for two minutes: ${listed(names)}. You heard it differently, and nobody is right.`),
  ];
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
