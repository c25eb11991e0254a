import type { Card } from '../../src/card/card.ts';
import { countsOf, firstCritique } from './record-cards.ts';
import type { Person, Sitting } from './record-person.ts';

/** A page of the docs: who practises there, and what is to be known about it. */
export interface Scene {
  /** Its file in docs/, without the ending. */
  readonly name: string;
  readonly title: string;
  /** What the reader is shown. */
  readonly about: string;
  readonly parts: readonly Part[];
}

/** One sitting at the terminal. */
export interface Part {
  readonly title?: string;
  readonly about?: string;
  /** Somebody else sits down, on an empty database. Otherwise the person of the part before goes on. */
  readonly isNewPerson: boolean;
  /** The product's clock runs so many days ahead of the machine's. */
  readonly daysAhead?: number;
  readonly play: (person: Person) => Promise<void>;
}

/** A part as it was played. */
export interface Played {
  readonly part: Part;
  readonly sitting: Sitting;
  readonly cards: readonly Card[];
}

const HOW = `Recorded by \`npm run record\`: a script types into a real terminal of 80 columns, and what stood on the screen is
printed here as it stood. What follows \`> \` and \`… \` was typed; an empty line ends an answer. The story is invented.`;

const COUNTED = `A turn is a message or a tap; an answer of several lines is one. The greeting counts as a message. Words are the
coach's own: quotes of the person, drafts, samples and the choices in brackets are not counted.`;

export function pageOf(scene: Scene, played: readonly Played[]): string {
  const parts = played.map(({ part, sitting, cards }) =>
    [
      ...(part.title === undefined ? [] : [`## ${part.title}`]),
      ...(part.about === undefined ? [] : [part.about]),
      `\`\`\`\n${sitting.screen}\n\`\`\``,
      `| | turns of the person | messages of the coach | words of the coach |\n| --- | ---: | ---: | ---: |\n${rowsOf(sitting, cards).join('\n')}`,
    ].join('\n\n'),
  );
  return `${[`# ${scene.title}`, scene.about, HOW, ...parts, COUNTED].join('\n\n')}\n`;
}

function rowsOf(sitting: Sitting, cards: readonly Card[]): string[] {
  const at = firstCritique(cards);
  const before =
    at === undefined ? [] : [rowOf('before the critique', sitting.turnsBeforeCritique, cards.slice(0, at))];
  return [...before, rowOf('in all', sitting.turns, cards)];
}

function rowOf(name: string, turns: number | undefined, cards: readonly Card[]): string {
  const { messages, words } = countsOf(cards);
  return `| ${name} | ${turns ?? ''} | ${messages} | ${words} |`;
}
