import { remindIn } from '../../src/conversation/remind-in.ts';
import { isOldName } from '../../src/reminders/zones/names.ts';
import { completions, zonesMeant } from '../../src/reminders/zones.ts';

/** What Tab makes of the words before the cursor. */
export interface Completion {
  readonly text: string;
  /** All that was typed may become; one, where that is settled. */
  readonly choices: readonly string[];
}

export interface CompletedBeside {
  /** The words of the card on the screen. */
  readonly words: readonly string[];
  /** Now, ISO 8601 in UTC: a zone may be named by what its clock shows. */
  readonly now: string;
}

/** Words that mean the same anywhere, and are typed often. */
const ANYWHERE: readonly string[] = ['remind', 'history', 'progress', 'settings', 'stories', 'example'];

/**
 * Pure. Completes a time zone behind `remind … zone`, or alone where the card asks for one; else a word that the card or
 * the coach takes. Undefined for everything else: an answer is nobody's to complete.
 */
export function completed(typed: string, beside: CompletedBeside): Completion | undefined {
  return completedZone(typed, beside) ?? completedWord(typed, beside.words);
}

function completedZone(typed: string, { words, now }: CompletedBeside): Completion | undefined {
  const [, before = '', name] = zoneWanted(typed) ?? (asksZone(words) ? ['', '', typed] : []);
  if (name === undefined || (before === '' && name.trim() === '')) return undefined;
  const choices = zonesFor(name, now);
  if (choices.length === 0) return undefined;
  const common = commonBeginning(choices);
  const isFurther = choices.length === 1 || (common.length > name.length && holdsAll(common, name));
  return { text: before + (isFurther ? common : name), choices };
}

/** The command up to its zone, and the zone as far as it is typed. What is told of an interview may hold any word. */
function zoneWanted(typed: string): readonly string[] | undefined {
  const isCommand = remindIn(typed) !== undefined && !/^\s*remind(?:ers?)? (?:me )?asked\b/iu.test(typed);
  return isCommand ? (/^(.*?\szone\s+)(.*)$/iu.exec(typed) ?? undefined) : undefined;
}

/** A card that asks which of several zones offers each of them as words to type. */
function asksZone(words: readonly string[]): boolean {
  return words.some((word) => /^remind zone \S/iu.test(word));
}

/** What a zone may become: what it means, then names it stands in; only those it begins, where there are such. */
function zonesFor(name: string, now: string): readonly string[] {
  const meant = zonesMeant(name, { now, isStrict: true });
  const named = nearest(completions(name, Number.POSITIVE_INFINITY), name);
  const begun = named.filter((zone) => keyOf(zone).startsWith(keyOf(name)));
  const isBegun = begun.some((zone) => !isOldName(zone)) || (name.includes('/') && begun.length > 0);
  if (meant === undefined) return isBegun ? begun : named;
  // "India" is a zone, and how names of others begin: neither is guessed.
  if ('zone' in meant) return isBegun ? [...new Set([meant.zone, ...begun])] : [meant.zone];
  return [...new Set([...meant.choices, ...named])];
}

/** Those with a word that begins so, where there are such: "ber" is in Berlin's beginning, and in the middle of Canberra. */
function nearest(zones: readonly string[], name: string): readonly string[] {
  const typed = wordsOf(name);
  const begin = zones.filter((zone) => {
    const words = wordsOf(zone);
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
  const near = begin.length > 0 ? begin : zones;
  // "Singapore" is an old name for Asia/Singapore: beside that one it is nothing to choose.
  const placed = near.filter((zone) => zone.includes('/') || !isOldName(zone));
  return placed.length > 0 ? placed : near;
}

function wordsOf(name: string): readonly string[] {
  return keyOf(name).split(/[/_-]+/u);
}

function keyOf(name: string): string {
  return name.trimStart().toLowerCase().replace(/\s+/gu, '_');
}

/** Nothing that was typed is lost by it: "nor" does not become "America/". */
function holdsAll(common: string, name: string): boolean {
  return wordsOf(name).every((word) => keyOf(common).includes(word));
}

function completedWord(typed: string, words: readonly string[]): Completion | undefined {
  const begun = typed.trimStart().toLowerCase();
  if (begun === '') return undefined;
  const choices = [...new Set([...words, ...ANYWHERE])].filter((word) =>
    word.toLowerCase().startsWith(begun),
  );
  return choices.length === 0 ? undefined : { text: commonBeginning(choices), choices };
}

function commonBeginning([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
