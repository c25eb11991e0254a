/** Sizes in px of a picture that is shown about 360 px wide in a chat: letters of 30 are then as small as may be read. */
export const WIDTH = 1_000;
export const MARGIN = 44;
export const INNER = WIDTH - 2 * MARGIN;
export const HEAD = 38;
export const LETTERS = 33;
export const SMALL = 30;

/** The picture brings its own paper, with an edge that is seen on white and on black alike. */
export const PAPER = '#ffffff';
export const EDGE = '#868e96';
export const INK = '#1d1c1d';
export const SOFT_INK = '#4a545c';
export const TRACK = '#dde2e7';
/** Lightness differs as much as the hue does: one who sees no colours still sees three kinds of bar. */
export const FILL = { 0: '#8a939b', 1: '#c07a1a', 2: '#1f6f4a' } as const;

/** A part of a picture, drawn from the left upper corner 0, 0; `height` is the room it takes. */
export interface Section {
  readonly svg: string;
  readonly height: number;
}

/** How a practice is marked in the trend: each critic has a mark of its own. */
export interface Mark {
  readonly symbol: 'circle' | 'rect';
  readonly hollow: boolean;
}
export const MARK_SIZE = 24;
