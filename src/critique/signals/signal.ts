import type { Span } from '../../text/span.ts';
import type { ParsedText } from '../parsed-text.ts';

/** What a signal may know besides the text. */
export interface Hints {
  /** What the practice is for, as the person named it. */
  readonly role?: string | undefined;
}

/** A sign a text shows or does not show. Pure: the same text has the same sign again. */
export interface Signal {
  /** The name by which a guide asks for it. */
  readonly name: string;
  /** One plain sentence: what is looked for. Shown by "explain". */
  readonly explains: string;
  /**
   * How much a listener minds when it is missing (a sign) or there (a pitfall), 0 to 100: findings are
   * ranked by it, and the heart of a story is where the most of it lies.
   */
  readonly weight: number;
  /** What the words do to a listener: said of words to keep. Pitfalls have none. */
  readonly effect?: string;
  /** The words the effect may be said of, where `find` also takes guesses; all that is found where absent. */
  praised?(text: ParsedText): readonly Span[];
  /** For a sign that no rewording mends: why another story would serve better, after "because". */
  readonly anotherStory?: string;
  /** The words that show it, verbatim, in order. */
  find(text: ParsedText, hints?: Hints): readonly Span[];
  /** Words that try and stay general; read only where `find` finds nothing. */
  thin?(text: ParsedText): readonly Span[];
}
