import type { KnownBlock, RichTextBlock } from '@slack/types';
import { type Card, isSaidBeside } from '../../../src/card/card.ts';
import { contentBlocks } from './card-blocks.ts';
import { type Addressee, buttonBlocks } from './card-buttons.ts';
import { inputBlocks, optionWords } from './card-inputs.ts';
import { NEUTRAL_TEXT, type SlackMessage } from './message.ts';
import { bold, plain, plainWords, sectionBlocks } from './rich-text.ts';
import { shortPacked } from './short-packed.ts';
import { splitText } from './split.ts';

/** Plain messages are about half as long as Slack allows: they are what is sent when it did not take the others. */
const PLAIN_MESSAGE = 6_000;
const PLAIN_TEXT = 2_900;

/**
 * A card as messages in their order: words in rich text that parses nothing, what can be pressed or picked on the last.
 * The word that could be typed for a choice is not shown: a thread has buttons, and takes no slash command. A picture is
 * its alternative text here; whoever sends the message sends the file.
 */
export function renderCard(card: Card, to: Addressee): SlackMessage[] {
  return rendered(card, to, card.clock?.seconds);
}

/** The last message of a card with a clock, as it looks with so many seconds left; undefined once it was stopped. */
export function renderClock(card: Card, to: Addressee, secondsLeft: number | undefined): SlackMessage {
  return rendered(card, to, secondsLeft).at(-1) ?? { text: NEUTRAL_TEXT, blocks: [] };
}

/** "1:30 left". */
export function clockLine(secondsLeft: number): string {
  const seconds = Math.max(0, Math.ceil(secondsLeft));
  if (seconds === 0) return 'Time is up.';
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
}

/**
 * The same words in the plainest blocks there are, in smaller messages: for when Slack did not take the card as it was.
 * Menus become words; the buttons stay, or nobody could go on.
 */
export function renderPlain(card: Card, to: Addressee): SlackMessage[] {
  const inputs = inputBlocks(card, to);
  const words = [
    ...wordsOf(card, card.clock?.seconds),
    ...inputs.filter((block): block is RichTextBlock => block.type === 'rich_text'),
  ].map(plainWords);
  const content = splitText([...words, ...optionWords(card)].join('\n\n'), PLAIN_TEXT)
    .filter((text) => text.trim() !== '')
    .map((text): KnownBlock => ({ type: 'section', text: { type: 'plain_text', text, emoji: false } }));
  return messages(shortPacked(content, buttonBlocks(card, to), PLAIN_MESSAGE));
}

function rendered(card: Card, to: Addressee, secondsLeft: number | undefined): SlackMessage[] {
  const content = wordsOf(card, secondsLeft);
  return messages(shortPacked(content, [...inputBlocks(card, to), ...buttonBlocks(card, to)]));
}

/** What a card says; never nothing, which Slack would refuse. */
function wordsOf(card: Card, secondsLeft: number | undefined): RichTextBlock[] {
  const blocks = card.blocks.flatMap((block) =>
    block.kind === 'input' || isSaidBeside(block) ? [] : contentBlocks(block),
  );
  const clock = secondsLeft === undefined ? [] : sectionBlocks(bold(clockLine(secondsLeft)));
  const all = [...blocks, ...clock];
  return all.length === 0 ? sectionBlocks(plain('…')) : all;
}

function messages(packs: readonly KnownBlock[][]): SlackMessage[] {
  return packs.map((blocks) => ({ text: NEUTRAL_TEXT, blocks }));
}
