import type { Button, Card } from '../../src/card/card.ts';
import type { Coach } from '../../src/coach/coach.ts';
import type { Incoming } from '../../src/coach/incoming.ts';
import { codeOf, PersonError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { PersonRef } from '../../src/who/person.ts';
import type { Surface } from './deliver.ts';
import type { Paint } from './paint.ts';
import type { Prompt, Submission } from './prompt.ts';
import { attachedFrom, pressedFrom, saidFrom } from './receive.ts';
import { renderCard } from './render.ts';
import type { Screen } from './screen.ts';
import { teamElsewhere } from './team-elsewhere.ts';
import { wrap } from './wrap.ts';

/** Before a new message, and before another line of an answer that is open. */
const NEW = '> ';
const FURTHER = '… ';

/** An empty line ends an answer that is open, whatever else its card offers. */
const NEXT: Button = { action: 'next', word: 'next', label: 'Next' };

export interface TalkParts {
  readonly person: PersonRef;
  readonly coach: Pick<Coach, 'handle'>;
  readonly screen: Screen;
  readonly prompt: Prompt;
  readonly paint: Paint;
  readonly colour: boolean;
  readonly log: Log;
  readonly newId: () => string;
  readonly newStamp: () => string;
}

export interface Talk extends Surface {
  attach(): Promise<void>;
  /** One thing the person sent. Resolves when the coach has answered. */
  hear(submission: Submission): Promise<void>;
  /** The words of the card that is on the screen. */
  choices(): readonly string[];
  /** A card came unasked (a reminder), and nothing was sent since. */
  isReminded(): boolean;
}

/** A person at the keyboard and the coach: what is sent, and how what comes back looks. */
export function createTalk(parts: TalkParts): Talk {
  const { person, screen, prompt, paint } = parts;
  let card: Card | undefined;
  let shownCards = 0;
  /** An answer of several lines is open, its hint was given. */
  let isOpen = false;
  /** The hint is the last that was printed: there is no empty line under it yet. */
  let isHintLast = false;
  let isReminded = false;

  const drawn = (next: Card) =>
    `${renderCard(next, { width: screen.width(), colour: parts.colour, choices: true })}\n`;

  async function show(next: Card): Promise<boolean> {
    shownCards += 1;
    isReminded ||= next.notice !== undefined;
    // What comes unasked beside a practice takes neither its question nor Enter: it has words of its own.
    if (next.notice !== undefined && card?.origin !== undefined)
      return screen.print(drawn(withoutFirst(next)));
    card = next;
    // A reply beside the question leaves the answer open.
    if (next.standing === true || next.asks !== 'answer') isOpen = false;
    screen.move(next.working === true);
    prompt.show(isOpen ? FURTHER : NEW);
    return screen.print(drawn(next));
  }

  async function send(incoming: Incoming, text?: string): Promise<void> {
    const before = shownCards;
    try {
      const handled = await parts.coach.handle(incoming);
      await handled.performed;
      if (handled.reply !== undefined) await show(handled.reply);
      else if (handled.outcome === 'gone')
        await tell('All of it was deleted. To begin anew, type /practice-failure.');
    } catch (error) {
      return failed(error, text);
    }
    if (text !== undefined && shownCards === before && card?.asks === 'answer' && !isOpen) {
      isOpen = true;
      isHintLast = true;
      prompt.show(FURTHER);
      await screen.print(paint.dim('(another line, or Enter on an empty line to go on)'));
    }
  }

  /** What was typed comes back to the line: nothing the person wrote is lost with a turn that failed. */
  async function failed(error: unknown, text: string | undefined): Promise<void> {
    if (error instanceof PersonError) {
      await tell(error.message);
    } else {
      const id = parts.newId().slice(0, 8);
      parts.log('terminal-turn-failed', { id, code: codeOf(error) });
      await tell(`That did not get through (${id}), so it is not kept yet. Press Enter to send it again.`);
    }
    if (text !== undefined) prompt.giveBack(text);
  }

  async function tell(words: string): Promise<void> {
    await screen.print(`${words}\n`);
  }

  function primary(): Button | undefined {
    return card?.buttons.find((button) => button.style === 'primary');
  }

  return {
    show,
    attach: () => send(attachedFrom(person, parts.newId())),
    async hear(submission) {
      isReminded = false;
      if (submission.type === 'text') {
        isHintLast = false;
        const ends = card?.asks === 'answer' ? 'open' : 'now';
        const { text } = submission;
        const elsewhere = teamElsewhere(text, { isAnswering: card?.asks === 'answer' });
        if (elsewhere !== undefined) return tell(wrap(elsewhere, screen.width()));
        return send(saidFrom(person, { id: parts.newId(), stamp: parts.newStamp(), text, ends }), text);
      }
      const button = isOpen ? NEXT : primary();
      if (card === undefined) return;
      if (button === undefined) {
        const own = card.asks === 'nothing' ? '' : 'your answer, or ';
        if (card.buttons.length > 0) await screen.print(paint.dim(`(type ${own}a word in brackets)`));
        return;
      }
      // An empty line that ends an answer needs no word; one that takes a choice shows which.
      if (!isOpen) await screen.print(`${paint.dim(`> ${button.word}`)}\n`);
      else if (isHintLast) await screen.print('');
      return send(pressedFrom(person, parts.newId(), button, card));
    },
    choices: () => (card === undefined ? [] : wordsOf(card)),
    isReminded: () => isReminded,
  };
}

/** Enter takes none of it, nor does a number: those are the practice's. What there is to choose stands with its words. */
function withoutFirst(card: Card): Card {
  const options = card.blocks.flatMap((block) =>
    block.kind === 'input' && block.input.type === 'choice' ? block.input.options : [],
  );
  const later = options.map(({ label, value }) => ({
    action: `remind:${value}`,
    word: `remind ${value.replaceAll('-', ' ')}`,
    label,
  }));
  return {
    ...card,
    blocks: card.blocks.filter(({ kind }) => kind !== 'input'),
    buttons: [...card.buttons.map(({ style: _, ...button }) => button), ...later],
  };
}

/** All that can be typed to choose on a card: its buttons, and the options of a choice. */
function wordsOf(card: Card): string[] {
  const options = card.blocks.flatMap((block) =>
    block.kind === 'input' && block.input.type === 'choice' && block.input.many !== true
      ? block.input.options
      : [],
  );
  return [...card.buttons.map(({ word }) => word), ...options.map(({ label }) => label)];
}
