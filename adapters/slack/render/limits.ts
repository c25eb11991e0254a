/** What Slack accepts. Characters are UTF-16 code units, counted as Slack counts them: after `&`, `<` and `>` are escaped. */

/** https://docs.slack.dev/reference/block-kit/blocks/: "up to 50 blocks in each message, and 100 blocks in modals or home tabs". */
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;

/**
 * All blocks of a message together. Slack documents 12,000 for markdown blocks and refuses any blocks near 13,200 with
 * `msg_blocks_too_long` (slackapi/bolt-js#2509). What it counts is not documented: we count the whole JSON.
 */
export const MESSAGE_CHARACTERS = 11_500;

/** https://docs.slack.dev/reference/block-kit/blocks/section-block and .../composition-objects/text-object; kept for rich text too. */
export const TEXT_CHARACTERS = 3_000;

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_LABEL = 75;

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object, and 100 options a select. */
export const OPTION_LABEL = 75;
/** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
export const RADIO_OPTIONS = 10;
/** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
export const CHECKBOXES = 10;

/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const INPUT_CHARACTERS = 3_000;

/** https://docs.slack.dev/reference/block-kit/blocks/input-block: label and hint. */
export const INPUT_LABEL = 2_000;

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER = 150;

/** https://docs.slack.dev/reference/views/modal-views: title, submit and close. */
export const MODAL_TITLE = 24;

/** How long a text is for Slack. */
export function lengthFor(text: string): number {
  if (!/[&<>]/.test(text)) return text.length;
  let length = text.length;
  for (const mark of text) {
    if (mark === '&') length += '&amp;'.length - 1;
    else if (mark === '<' || mark === '>') length += '&lt;'.length - 1;
  }
  return length;
}

/** How much of a message's room something takes: its JSON, escaped. Never less than the texts in it. */
export function weightOf(part: unknown): number {
  return lengthFor(JSON.stringify(part));
}

/** How much room a text takes inside JSON. */
export function weightOfText(text: string): number {
  return weightOf(text) - 2;
}
