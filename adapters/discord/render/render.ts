import type { Card } from '../../../src/card/card.ts';
import { withoutTyping } from '../../../src/card/without-typing.ts';
import { buttonRows, type Row } from './card-buttons.ts';
import { askedOf } from './card-inputs.ts';
import { menusOf } from './card-menus.ts';
import { contentParts, contentWords, textParts } from './card-parts.ts';
import { CONTENT, LEGACY_ROWS, MESSAGE_COMPONENTS, MESSAGE_TEXT } from './limits.ts';
import type { Addressee, DiscordMessage, PlainMessage } from './message.ts';
import { type Part, textPart } from './part.ts';
import { shortPacked } from './short-packed.ts';

/** Between two texts of a plain message. */
const GAP = '\n\n';

/**
 * A card as messages of Components V2 in their order, what can be pressed or picked on the last. Everything in it is
 * escaped: no word of a person acts. The word that could be typed for a choice is not shown, the button is there.
 */
export function renderCard(whole: Card, to: Addressee): DiscordMessage[] {
  const card = asRead(whole, to);
  const tail = [
    ...askedOf(card, to).flatMap(({ words, rows }) => [...textParts(words), ...rows.map(rowPart)]),
    ...buttonRows(card, to).map(rowPart),
    ...menusOf(card, to).flatMap(({ rows }) => rows.map(rowPart)),
  ];
  const content = said([...contentParts(card), ...clockLines(card).map(textPart)], textPart);
  const most = { characters: MESSAGE_TEXT, components: MESSAGE_COMPONENTS };
  return shortPacked(content, tail, most, textPart).map((parts): DiscordMessage => {
    const pictures = parts.flatMap(({ picture }) => picture ?? []);
    const components = parts.map(({ component }) => component);
    return pictures.length === 0 ? { components } : { components, pictures };
  });
}

/**
 * The same words in the plainest form there is, in smaller messages: for when Discord did not take the card as it was. A
 * picture is its description. Menus for which there is no room become words; the buttons stay, or nobody could go on.
 */
export function renderPlain(whole: Card, to: Addressee): PlainMessage[] {
  const card = asRead(whole, to);
  const asked = [...askedOf(card, to), ...menusOf(card, to)];
  const buttons = buttonRows(card, to);
  let room = LEGACY_ROWS - buttons.length;
  const rows: Row[] = [];
  const words = [...contentWords(card), ...clockLines(card)];
  for (const one of asked) {
    words.push(...one.words);
    if (one.rows.length <= room) {
      rows.push(...one.rows);
      room -= one.rows.length;
    } else words.push(...one.options);
  }
  const most = { characters: CONTENT, components: Number.POSITIVE_INFINITY };
  const packs = shortPacked(said(words.map(plainPart), plainPart), [], most, plainPart);
  const contents = packs.map((parts) => parts.map((part) => part.words).join(GAP));
  const last = contents.length - 1;
  return contents.map((content, index) => ({
    content,
    components: index === last ? [...rows, ...buttons] : [],
  }));
}

/** Where what is typed is not heard, no card says to. */
function asRead(card: Card, to: Addressee): Card {
  return to.writesInForm ? withoutTyping(card) : card;
}

/** A card never says nothing, which Discord would refuse. */
function said<P>(parts: readonly P[], partOf: (words: string) => P): readonly P[] {
  return parts.length === 0 ? [partOf('…')] : parts;
}

/** When the time is over: Discord itself counts it down where it is read, so no message has to be changed. */
function clockLines({ clock }: Card): string[] {
  if (clock === undefined) return [];
  const over = Math.ceil(Date.parse(clock.startedAt) / 1_000) + clock.seconds;
  return [`Time until <t:${over}:T>, <t:${over}:R>.`];
}

function rowPart(row: Row): Part {
  return { component: row, characters: 0, components: 1 + row.components.length, words: '' };
}

function plainPart(words: string) {
  return { words, characters: words.length + GAP.length, components: 1 };
}
