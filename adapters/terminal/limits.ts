/** Longer lines than this are hard to read, however wide the window is. In columns. */
const WIDEST = 80;
/** Below this a label and its text no longer fit side by side; the terminal wraps the rest by itself. */
const NARROWEST = 16;

/** How wide a card is drawn. `columns` is what the terminal says of itself; a pipe says nothing. */
export function widthFor(columns: number | undefined): number {
  if (columns === undefined || columns <= 0) return WIDEST;
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

/** How much of a paste is shown back before it is sent, in lines; of the rest only the number. */
export const LINES_SHOWN_BACK = 30;

/** How many names Tab shows when what was typed may become several; of the rest only the number. */
export const CHOICES_OFFERED = 8;

/** An unmarked chunk of lines this short is taken as typed: a choice or a command is never longer. In words. */
export const LONGEST_TYPED_AHEAD = 3;
