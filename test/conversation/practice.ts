import { type Card, isQuote } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { advance } from '../../src/conversation/advance.ts';
import { type Beginning, begin } from '../../src/conversation/begin.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import type { Ends, SessionEvent } from '../../src/conversation/event.ts';
import { joined } from '../../src/conversation/part.ts';
import { toldFor } from '../../src/conversation/purpose.ts';
import { FIRST_MANNER, type Session } from '../../src/conversation/session.ts';
import { toRead } from '../../src/conversation/to-read.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { Judgement } from '../../src/critique/critique.ts';
import type { Draft } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Guide } from '../../src/guide/guide.ts';

export const SEED = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const AT = '2026-03-01T10:00:00.000Z';
export const BEGINNING: Beginning = {
  readers: 'Only you can read this here.',
  manner: FIRST_MANNER,
  isFirst: true,
};

/** What a turn is decided on where its person has no practice. */
export const NO_PRACTICE = {
  catalog,
  current: undefined,
  target: undefined,
  beginning: BEGINNING,
  startsFresh: false,
  view: undefined,
} as const;

/** One person's practice, played without a database: what is said goes through the real reader and the machine. */
export interface Practice {
  readonly guide: Guide;
  readonly session: Session;
  /** The effects of the last turn. */
  readonly effects: readonly Effect[];
  /** The card shown last, and as plain text. */
  readonly card: Card;
  readonly shown: string;
  /** Every card since the practice began, oldest first. */
  readonly cards: readonly Card[];
  says(text: string, how?: { id?: string; stamp?: string; ends?: Ends }): Practice;
  /** Presses a button of the card shown last, or of the card of an earlier turn. */
  presses(action: string, how?: { turn?: number }): Practice;
  /** Sends a form of the card shown last: what was filled in, by the id of its input. */
  fills(action: string, values: Readonly<Record<string, string>>): Practice;
  happens(event: Happens): Practice;
  /** The clock goes on. */
  later(milliseconds: number): Practice;
  /** The critique comes, by the offline critic or as given. */
  isJudged(judgement?: Judgement): Practice;
  /** The text of a step's answer. */
  answer(step: string): string;
}

type Happens = SessionEvent extends infer E
  ? E extends SessionEvent
    ? Omit<E, 'at' | 'seed'>
    : never
  : never;

export function beginPractice(guide: Guide = catalog.default, how: Partial<Beginning> = {}): Practice {
  const started = begin({ seed: SEED, at: AT }, guide, { ...BEGINNING, ...how });
  let now = Date.parse(AT);
  let session = only(started);
  let effects = started.effects;
  const cards = [...cardsIn(effects)];
  let card = lastCard(effects) ?? fail('the practice began without a card');
  let said = 0;
  let lastJudged: Draft | undefined;

  const practice: Practice = {
    guide,
    get session() {
      return session;
    },
    get effects() {
      return effects;
    },
    get card() {
      return card;
    },
    get shown() {
      return fallbackText(card);
    },
    get cards() {
      return cards;
    },
    says(text, { id, stamp, ends = 'now' } = {}) {
      said += 1;
      const part = { id: id ?? `m${said}`, stamp: stamp ?? String(said).padStart(4, '0'), text };
      return practice.happens({ type: 'said', part, ends });
    },
    presses(action, { turn = card.origin?.turn ?? 0 } = {}) {
      return practice.happens({ type: 'pressed', action, turn });
    },
    fills(action, values) {
      return practice.happens({ type: 'filled', action, values, turn: card.origin?.turn ?? 0 });
    },
    happens(what) {
      const at = new Date(now).toISOString();
      const event = withReading(session, { ...what, at, seed: SEED } as SessionEvent, guide);
      const made = advance(session, event, guide);
      session = only(made);
      effects = made.effects;
      cards.push(...cardsIn(effects));
      card = lastCard(effects) ?? card;
      return practice;
    },
    later(milliseconds) {
      now += milliseconds;
      return practice;
    },
    isJudged(judgement) {
      const frozen = effects.find((effect) => effect.type === 'freezeDraft') ?? fail('no draft was frozen');
      const { critique } = session;
      const before =
        critique === undefined ||
        lastJudged === undefined ||
        (session.freshDraft ?? Infinity) <= session.drafts
          ? undefined
          : { draft: lastJudged, critique: critique.critique };
      lastJudged = frozen.draft;
      const input = {
        draft: frozen.draft,
        guide,
        setAside: session.setAside.map(({ id }) => id),
        before,
        asked: session.followed ?? [],
        ...toldFor(session),
      };
      return practice.happens({
        type: 'critiqueReady',
        draftNo: frozen.draftNo,
        judgement: judgement ?? judgeByRubric(input, loadLanguage()),
      });
    },
    answer: (step) => joined(session.answers[step] ?? []),
  };
  return practice;
}

/** What the coach does before it decides: the text that matters is read, and the reading goes with the event. */
function withReading(session: Session, event: SessionEvent, guide: Guide): SessionEvent {
  const wanted = toRead(session, event, guide);
  if (wanted === undefined) return event;
  const reading = read(wanted.text, guide, loadLanguage(), toldFor(session), wanted.as);
  return { ...event, reading } as SessionEvent;
}

export function lastCard(effects: readonly Effect[]): Card | undefined {
  return cardsIn(effects).at(-1);
}

function cardsIn(effects: readonly Effect[]): Card[] {
  return effects.flatMap((effect) => (effect.type === 'say' ? [effect.card] : []));
}

function only(turn: Turn): Session {
  return turn.sessions.at(-1) ?? fail('the turn left no session');
}

function fail(what: string): never {
  throw new Error(what);
}

/** A story in the guide's five steps, with an ending that is thin. */
export const STORY = {
  role: 'event manager',
  failure: 'I agreed the room for our customer day by phone and never got it in writing.',
  context: 'Two years ago I organised our customer day for 120 guests, the one event sales had for the year.',
  slip: 'I agreed the room by phone and never got it in writing. On the Monday the hotel told me it was double booked.',
  actions: 'I found a smaller place the same day and rang sales myself to say forty people could not come.',
  lesson: 'I learned that a yes on the phone is not a room.',
  growth: 'I am much better organised now.',
} as const;

/** The same, told in one piece: a sentence for each step, in the order of the guide. */
export const TOLD = [
  "Two years ago I organised our club's summer fair for 300 guests.",
  'I never booked the stage in writing and it went to someone else.',
  'I rang every school hall the same evening.',
  'I learned that a friendly yes is not a booking.',
  'Since then I ask for a signed form, and in May it saved our concert.',
] as const;

/** The text runs of a card that are the person's own words. */
export function quotesOn(card: Card): string[] {
  const runs = card.blocks.flatMap((block) => {
    if (block.kind === 'text') return block.runs;
    if (block.kind === 'list') return block.items.flat();
    return block.kind === 'fields' ? block.fields.flatMap((field) => field.lines.flat()) : [];
  });
  return runs.flatMap((run) => (isQuote(run) ? [run.quote] : []));
}

/** The words of a card's buttons. */
export function choicesOn(card: Card): string[] {
  return card.buttons.map((button) => button.word);
}

/** Tells something as a person in a terminal does: a line, and an empty one to end it. */
export function tells(practice: Practice, words: string): Practice {
  return practice.says(words, { ends: 'open' }).presses('next');
}

/** A practice of the first guide that stands at its first step. */
export function atFirstStep(how: Partial<Beginning> = {}): Practice {
  return beginPractice(catalog.default, how).says('story').says(STORY.role).says(STORY.failure);
}

/** A practice of the first guide that stands at its draft. */
export function atDraft(how: Partial<Beginning> = {}): Practice {
  const { context, slip, actions, lesson, growth } = STORY;
  return atFirstStep(how).says(context).says(slip).says(actions).says(lesson).says(growth);
}

/** A practice of the first guide with its first critique. */
export function atCritique(how: Partial<Beginning> = {}): Practice {
  return atDraft(how).presses('go').isJudged();
}
