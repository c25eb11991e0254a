import type { Card } from '../card/card.ts';
import type { Scorecard } from '../card/picture.ts';
import type { PersonExport } from '../coach/export.ts';
import type { Judgement } from '../critique/critique.ts';
import type { Evaluation } from '../evaluation/evaluate.ts';
import type { Labelled } from '../evaluation/labelled.ts';
import type { Guide } from '../guide/guide.ts';
import type { PersonRef } from '../who/person.ts';
import type { CommandChange } from './command-change.ts';
import type { Finding } from './finding.ts';

/** `isHard`: the text tells of something that is not scored, and was not. */
export interface Criticised {
  readonly judgement: Judgement | undefined;
  readonly isHard: boolean;
  readonly guide: Guide;
}

/** What the commands need of the product; `main.ts` builds it. Methods open what they need and close it again. */
export interface App {
  /** Every adapter that is configured, the terminal when none is. Resolves with the exit code. */
  start(): Promise<number>;
  /** The terminal coach, whatever is configured. */
  practice(): Promise<number>;
  /**
   * Judges a text. Opens no database and stores nothing; `rubric` sends nothing anywhere. Throws a `ConfigError` where
   * `llm` is asked for and none is set up.
   */
  critique(text: string, role: string | undefined, critic: 'rubric' | 'llm'): Promise<Criticised>;
  /** Judges labelled answers. Throws a `ConfigError` where `llm` is asked for and none is set up. */
  evaluate(lines: readonly Labelled[], critic: 'rubric' | 'llm'): Promise<Evaluation>;
  /** Page 1 has the newest. */
  history(person: PersonRef, page: number | undefined): Promise<Card>;
  progress(person: PersonRef): Promise<Card>;
  show(person: PersonRef, number: number): Promise<Card>;
  /** Undefined where nobody is known by that name. */
  export(person: PersonRef): Promise<PersonExport | undefined>;
  delete(person: PersonRef): Promise<boolean>;
  migrate(): Promise<void>;
  doctor(): Promise<readonly Finding[]>;
  /** Asks Slack itself: tokens, scopes, reach. Opens no database and no socket. */
  doctorSlack(): Promise<readonly Finding[]>;
  /** Asks Discord itself: token, intents, commands, permissions. Opens no database and no gateway connection. */
  doctorDiscord(): Promise<readonly Finding[]>;
  /** Registers our commands with Discord, where they differ; `isDry` only says what it would do. Throws a `ConfigError` or a `PersonError` where Discord could not be asked. */
  registerDiscord(isDry: boolean): Promise<readonly CommandChange[]>;
  /** A scorecard as a PNG. */
  picture(scorecard: Scorecard): Promise<Uint8Array>;
  /** A card as the terminal shows it. */
  draw(card: Card): string;
  readonly now: () => Date;
  /** The process's own time zone (IANA). */
  readonly zone: string;
  readonly defaultPerson: PersonRef;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
