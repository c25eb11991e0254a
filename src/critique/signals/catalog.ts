import type { Span } from '../../text/span.ts';
import type { ParsedText } from '../parsed-text.ts';
import { catastrophe } from './catastrophe.ts';
import { changedPractice } from './changed-practice.ts';
import { consequence } from './consequence.ts';
import { coreSkill } from './core-skill.ts';
import { emotionHeavy } from './emotion-heavy.ts';
import { laterOccasion } from './later-occasion.ts';
import { lesson } from './lesson.ts';
import { noFailure } from './no-failure.ts';
import { noGrowth } from './no-growth.ts';
import { othersBlamed } from './others-blamed.ts';
import { outwardBlame } from './outward-blame.ts';
import { ownAction } from './own-action.ts';
import { ownPart } from './own-part.ts';
import { result } from './result.ts';
import { setting } from './setting.ts';
import type { Hints, Signal } from './signal.ts';
import { specificLesson } from './specific-lesson.ts';
import { stake } from './stake.ts';
import { toldSomeone } from './told-someone.ts';
import { trivial } from './trivial.ts';
import { whatWentWrong } from './what-went-wrong.ts';

const SIGNALS: readonly Signal[] = [
  setting,
  stake,
  ownPart,
  whatWentWrong,
  consequence,
  ownAction,
  toldSomeone,
  lesson,
  specificLesson,
  laterOccasion,
  changedPractice,
  result,
  othersBlamed,
  coreSkill,
  noGrowth,
  outwardBlame,
  trivial,
  emotionHeavy,
  catastrophe,
  noFailure,
];

/** Every signal a guide may name, by name. */
export const signals: ReadonlyMap<string, Signal> = new Map(SIGNALS.map((signal) => [signal.name, signal]));

/** The signal of this name. Throws where there is none: a guide that names it is wrong, not the text. */
export function signalNamed(name: string): Signal {
  const signal = signals.get(name);
  if (signal === undefined) throw new Error(`no signal is called ${name}`);
  return signal;
}

/** What a text shows of one signal: the words that show it, or those that try and stay general. */
export interface Sign {
  readonly found: readonly Span[];
  readonly thin: readonly Span[];
}

/** Looks for each signal once. */
export function lookFor(
  names: Iterable<string>,
  text: ParsedText,
  hints: Hints = {},
): ReadonlyMap<string, Sign> {
  const signs = new Map<string, Sign>();
  for (const name of new Set(names)) {
    const signal = signalNamed(name);
    signs.set(name, { found: signal.find(text, hints), thin: signal.thin?.(text) ?? [] });
  }
  return signs;
}
