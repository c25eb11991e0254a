/**
 * A team on a platform, as a story of its sessions needs it: one script is played in Slack and in Discord, by people who type,
 * press and fill in forms, on a clock that the story sets forward.
 */
export interface TeamStory {
  now(): Date;
  /** Every wake of the team up to then (ISO 8601) rings, and all that follows is delivered; then it is that time. */
  until(instant: string): Promise<void>;
  mate(name: string): StoryMate;
  /** What stands in the channel, oldest first. */
  inChannel(): readonly string[];
  /** The private places of several. */
  rooms(): readonly StoryRoom[];
  /** All that the bot ever showed, with who could read it. */
  sent(): readonly Sent[];
  /** Under which id each message was posted: of one that was posted twice it stands here twice. */
  deliveries(): readonly string[];
  /** What is still to be delivered, or was given up, of which kind. */
  undelivered(): Promise<readonly string[]>;
  /** Every line of the log, as JSON. */
  logged(): string;
  /** All that is in the database, as `dumpDatabase` reads it. */
  stored(): Promise<string>;
  /** From now on the platform takes nothing for somebody's direct messages, and says why not; nobody waits for what is theirs. */
  losesTouchWith(name: string, code: string): void;
  /** Hours go by, in which what waits is tried again, until nothing waits any more. */
  hoursPass(): Promise<void>;
  /** The bot ends, and the platform goes on. */
  ends(): Promise<void>;
  /** At that time (ISO 8601) another process of it comes, on the same database. */
  begins(at: string): Promise<void>;
  /** What the platform would not have taken. */
  violations(): readonly string[];
  close(): Promise<void>;
}

export interface StoryRoom {
  readonly id: string;
  /** Names, in the order of the alphabet. */
  readonly people: readonly string[];
  /** What the bot wrote there, oldest first, as it stands. */
  readonly messages: readonly string[];
}

export interface Sent {
  /** As it went over the wire. */
  readonly words: string;
  /** Names; `everybody` where it stood in the channel. */
  readonly readers: readonly string[];
}

export interface StoryMate {
  readonly id: string;
  readonly name: string;
  /** `/practice-failure team` and these words, in the channel; waits until they alone are told something. */
  types(words: string): Promise<void>;
  /** Presses on the newest that has it, in their own messages unless said; waits until something new is there for them. */
  presses(what: string, where?: 'channel' | StoryRoom): Promise<void>;
  /**
   * Fills in the card that they were asked for last, and sends it: all steps, and where there is room for it `line`. Resolves
   * with whether there was.
   */
  sendsCard(line: string): Promise<boolean>;
  /** Types their answer in its form, and sends the form. */
  typesAnswer(words: string): Promise<void>;
  /** Their direct messages with the bot, oldest first, as they stand. */
  reads(): readonly string[];
  /** What they alone were told where they asked. */
  alone(): readonly string[];
  /** Asks for all that is held about them to be deleted, and confirms it; waits until they are told that it is. */
  deletesAll(): Promise<void>;
  /** The files that came to them, oldest first. */
  files(): Promise<readonly string[]>;
}

/** What they are told whose data are deleted. */
export const DELETED = 'Deleted: all I held about you.';

/** The channel of everybody. */
export const EVERYBODY = 'everybody';
