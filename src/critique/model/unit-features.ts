import type { Sign } from '../signals/catalog.ts';
import { featureWords } from './feature-words.ts';
import type { Speller } from './spelling.ts';
import type { Unit } from './units.ts';

/** A feature's name and how much of it is there. */
export type Features = ReadonlyMap<string, number>;

/** Words of the stretches before and after count for less: they say where this one stands, not what it is. */
const NEIGHBOUR = 0.5;
const LONGEST_PIECE = 4;

/**
 * What the classifier sees of each unit: its words and pairs of words, pieces of words (so that a slip of the finger
 * costs little), who acts and when, where it stands, the words around it, and which of our signs it shows.
 */
export function unitFeatures(
  units: readonly Unit[],
  signs: ReadonlyMap<string, Sign>,
  speller: Speller,
): Features[] {
  const words = units.map((unit) => featureWords(unit.tokens, speller));
  const shown = signsByUnit(units, signs);
  const echoes = echoesIn(units);
  return units.map((unit, at) => {
    const features = new Map<string, number>();
    const add = (name: string, worth = 1): void => {
      if ((features.get(name) ?? 0) < worth) features.set(name, worth);
    };
    const own = words[at] ?? [];
    for (const [place, word] of own.entries()) {
      add(`w:${word}`);
      const next = own[place + 1];
      if (next !== undefined) add(`b:${word} ${next}`);
      const third = own[place + 2];
      if (next !== undefined && third !== undefined) add(`t:${word} ${next} ${third}`);
      if (word.length > LONGEST_PIECE) for (const piece of pieces(word)) add(`c:${piece}`, 0.5);
    }
    for (const tag of grammar(unit)) add(`g:${tag}`);
    add(`f:${own.slice(0, 2).join(' ')}`);
    for (const word of new Set(words[at - 1] ?? [])) add(`<:${word}`, NEIGHBOUR);
    for (const word of new Set(words[at + 1] ?? [])) add(`>:${word}`, NEIGHBOUR);
    for (const sign of shown[at] ?? []) add(`s:${sign}`);
    for (const sign of shown[at - 1] ?? []) add(`<s:${sign}`);
    for (const sign of shown[at + 1] ?? []) add(`>s:${sign}`);
    const { shared, own: content } = echoes[at] ?? { shared: 0, own: 0 };
    add('n:shared', Math.min(1, shared / 4));
    add('n:new', Math.min(1, (content - shared) / 8));
    if (content > 0) add('n:echo', shared / content);
    const place = units.length < 2 ? 0 : at / (units.length - 1);
    add('n:place', place);
    add('n:late', place * place);
    add('n:early', (1 - place) * (1 - place));
    add(`p:${Math.min(4, Math.floor(place * 5))}`);
    if (at === 0) add('p:first');
    if (at === units.length - 1) add('p:last');
    add(`l:${Math.min(5, Math.floor(Math.log2(1 + own.length)))}`);
    return ofLengthOne(features);
  });
}

/** A long stretch has more features than a short one, and no more to say for it. */
function ofLengthOne(features: Features): Features {
  let squares = 0;
  for (const worth of features.values()) squares += worth * worth;
  const length = Math.sqrt(squares) || 1;
  return new Map([...features].map(([name, worth]) => [name, worth / length]));
}

/** How many of a unit's content words stand elsewhere in the answer too: a lesson of this very story speaks of its things. */
function echoesIn(units: readonly Unit[]): { shared: number; own: number }[] {
  const content = units.map(
    (unit) =>
      new Set(
        unit.tokens
          .filter((token) => CONTENT.has(token.pos) && token.lower.length > 2)
          .map((token) => token.lemma ?? token.lower),
      ),
  );
  const counts = new Map<string, number>();
  for (const words of content) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return content.map((words) => ({
    own: words.size,
    shared: [...words].filter((word) => (counts.get(word) ?? 0) > 1).length,
  }));
}

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ']);

function signsByUnit(units: readonly Unit[], signs: ReadonlyMap<string, Sign>): string[][] {
  const found = units.map((): string[] => []);
  for (const [name, sign] of signs) {
    for (const [kind, spans] of [
      ['', sign.found],
      ['~', sign.thin],
    ] as const) {
      for (const [at, { span }] of units.entries()) {
        if (spans.some((one) => one.start < span.end && one.end > span.start))
          found[at]?.push(`${kind}${name}`);
      }
    }
  }
  return found;
}

function* pieces(word: string): Generator<string> {
  const framed = `_${word}_`;
  for (let at = 0; at + LONGEST_PIECE <= framed.length; at += 1) yield framed.slice(at, at + LONGEST_PIECE);
}

const PAST =
  /(?:ed|ought|aught|went|was|were|had|did|made|told|took|gave|said|sent|left|lost|came|got|ran|saw|knew|wrote|kept|felt|found|let|broke|forgot|chose|spent|met|paid|sat|stood|fell)$/u;

/** Who acts, and whether it is told of then or of now. */
function grammar(unit: Unit): Set<string> {
  const tags = new Set<string>();
  for (const [at, token] of unit.tokens.entries()) {
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue;
    const time = PAST.test(token.lower) ? 'past' : token.lower.endsWith('ing') ? 'ing' : 'now';
    tags.add(time);
    const who = subjectBefore(unit, at);
    if (who !== undefined) {
      tags.add(`${who} ${time}`);
      tags.add(`${who} ${token.lemma}`);
    }
  }
  return tags;
}

const PEOPLE: ReadonlyMap<string, string> = new Map([
  ['i', 'i'],
  ["i'd", 'i'],
  ["i've", 'i'],
  ['we', 'we'],
  ['he', 'they'],
  ['she', 'they'],
  ['they', 'they'],
  ['it', 'it'],
  ['nobody', 'nobody'],
  ['no-one', 'nobody'],
  ['you', 'you'],
]);

/** The pronoun up to three words before a verb: "I then quietly told". */
function subjectBefore({ tokens }: Unit, verb: number): string | undefined {
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at -= 1) {
    const who = PEOPLE.get(tokens[at]?.lower ?? '');
    if (who !== undefined) return who;
  }
  return undefined;
}
