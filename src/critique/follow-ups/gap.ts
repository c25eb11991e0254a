import type { GapName, Guide } from '../../guide/guide.ts';
import type { Seniority } from '../../guide/seniority.ts';
import type { Span } from '../../text/span.ts';
import type { JudgedStep, Shown } from '../judge-steps.ts';
import type { Seen } from '../model/seen.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Sign } from '../signals/catalog.ts';

/** What is known of an answer when a question about it is looked for. */
export interface KnownAnswer {
  readonly guide: Guide;
  readonly text: ParsedText;
  readonly judged: readonly JudgedStep[];
  readonly signs: ReadonlyMap<string, Sign>;
  /** What the trained model sees; absent for a guide that has none. */
  readonly seen?: Seen | undefined;
  /** How far along the person is, where that is known. */
  readonly seniority?: Seniority | undefined;
  /** The thing the story hangs on, as `thingIn` names it. */
  readonly thing?: string | undefined;
  /** The clause that tells the slip. */
  readonly slip?: Span | undefined;
}

/** Something a listener would still like to know, and the words a question can name it by. */
export interface Gap {
  /** By slot: `{figure}` in a guide's question stands for `slots.figure`. */
  readonly slots: Readonly<Record<string, string>>;
  /** The words it follows from; absent where nothing is said of it. */
  readonly about?: Span;
}

/** Looks for one kind of gap. Pure: the same answer has the same gaps, in the order in which they stand in it. */
export interface GapFinder {
  readonly name: GapName;
  /** A finding about one of these signals asks the same already. */
  readonly asksLike: readonly string[];
  find(known: KnownAnswer): readonly Gap[];
}

/** The step a guide looks for this signal in, and what it shows of it; undefined where the guide looks for no such thing. */
export function stepWith(
  judged: readonly JudgedStep[],
  signal: string,
): { readonly judged: JudgedStep; readonly shown: Shown | undefined } | undefined {
  const one = judged.find(({ step }) => step.signals.some((use) => use.signal === signal));
  if (one === undefined) return undefined;
  return { judged: one, shown: one.shown.find((shown) => shown.signal === signal) };
}
