import { type Block, type Card, type Input, type Runs, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { ListeningCard } from '../listening-card.ts';
import type { Group, Mock } from '../mock.ts';
import { memberOf } from '../people.ts';
import { cardOf, tellingOf, writerOf } from '../telling.ts';
import { effectsIn, lineIn, stepsIn, type Values } from './filled-form.ts';
import { effectWords, HEARD_OPTIONS } from './listening-words.ts';
import { cardButton, unasked } from './mock-card.ts';
import { nameOf } from './names.ts';
import { momentFor } from './when-words.ts';

/** Whose card it is: of who listened, of the candidate of themselves, or of who observed. */
export type FormBy = 'partner' | 'own' | 'observer';

export type ParsedForm = { readonly card: ListeningCard } | { readonly problem: string };

/** In UTF-16 code units, as the card is kept. */
const LONGEST_LINE = 500;

/** A line of the form. `missing`: what is said where it has to be filled in and was not. */
interface Line {
  readonly id: 'stayed' | 'question';
  /** At most 45 characters: a form on Discord has no room for more. */
  readonly label: string;
  readonly missing?: string;
}

const LINES: Readonly<Record<FormBy, readonly Line[]>> = {
  partner: [
    {
      id: 'stayed',
      label: 'One sentence that stayed with me',
      missing:
        'One sentence that stayed with you is still missing: a few of their words are enough. Add it, and send the card again.',
    },
    {
      id: 'question',
      label: 'One question I still have',
      missing:
        'One question you still have is still missing: what would you like to know more about? Add it, and send the card again.',
    },
  ],
  own: [{ id: 'stayed', label: 'One sentence I want to keep (optional)' }],
  observer: [
    {
      id: 'stayed',
      label: 'One sentence worth keeping',
      missing: 'The sentence worth keeping is still missing. Add it, and send the card again.',
    },
  ],
};

const NOTHING_YET = 'Nothing is filled in yet. Say of one step how it came across, and send the card again.';

/**
 * The form of a card in listening words. What was sent before stands in it, so that it can be changed: for whom it is from
 * alone (`reader`), since the buttons for it stand in a place of several.
 */
export function listeningForm(mock: Mock, group: Group, guide: Guide, by: FormBy, reader?: string): Card {
  const telling = tellingOf(group, group.turn);
  const isTheirs = reader !== undefined && reader === writerOf(telling, by);
  const sent = isTheirs ? cardOf(mock, group.no, group.turn, by)?.card : undefined;
  return unasked(
    'Your practice session: your card, two minutes.',
    [
      text(leadOf(by, nameOf(mock, telling.candidate))),
      ...untilLines(mock, group, by).map((line) => text(...line)),
      ...(by === 'observer' ? [] : guide.steps.map(({ id, name }) => stepInput(id, name, sent))),
      ...LINES[by].map(({ id, label }) =>
        input({ type: 'text', id, label, value: sent?.[id] ?? '', maxLength: LONGEST_LINE }),
      ),
      ...(by === 'partner' ? [effectsInput(guide)] : []),
    ],
    [cardButton(mock, group, by, 'Send my card', 'primary')],
  );
}

/** The card that a filled form is; or what is to be done first, in words for who filled it in. */
export function parseListeningForm(values: Values, guide: Guide, by: FormBy): ParsedForm {
  for (const { id, label, missing } of LINES[by]) {
    const line = lineIn(values[id]);
    if (line === undefined && missing !== undefined) return { problem: missing };
    if (line !== undefined && line.length > LONGEST_LINE) return { problem: tooLong(label, line.length) };
  }
  const steps = by === 'observer' ? {} : stepsIn(values, guide);
  const stayed = lineIn(values.stayed);
  const question = by === 'partner' ? lineIn(values.question) : undefined;
  if (stayed === undefined && Object.keys(steps).length === 0) return { problem: NOTHING_YET };
  return {
    card: {
      steps,
      effects: by === 'partner' ? effectsIn(values.effects, guide) : [],
      ...(stayed === undefined ? {} : { stayed }),
      ...(question === undefined ? {} : { question }),
    },
  };
}

function tooLong(label: string, length: number): string {
  return `"${label}" has room for ${LONGEST_LINE} characters, and this has ${length}. Make it shorter, and send the card again.`;
}

function leadOf(by: FormBy, candidate: string): string {
  switch (by) {
    case 'partner':
      return `How did it come across to you? ${candidate} alone sees this, once both of you have sent a card or the time is up. Two minutes.`;
    case 'own':
      return 'How did your own answer come across, as if you had listened to it? Your partner sees this once both of you have sent a card or the time is up. Two minutes.';
    case 'observer':
      return `Which sentence of ${candidate}'s answer would you keep? Both of the pair see it. One minute.`;
  }
}

/** A pair that has days is told how many are left. */
function untilLines(mock: Mock, group: Group, by: FormBy): Runs[] {
  const member = memberOf(mock, writerOf(tellingOf(group, group.turn), by) ?? '');
  if (mock.mode.kind === 'live' || member === undefined || group.phase === 'over') return [];
  return [['There is time until ', momentFor(mock, member, group.endsAt), '.']];
}

function stepInput(id: string, label: string, sent: ListeningCard | undefined): Block {
  const value = sent?.steps[id];
  return input({
    type: 'choice',
    id: `step-${id}`,
    label,
    options: HEARD_OPTIONS,
    ...(value === undefined ? {} : { value }),
  });
}

/** Several values come back in one, with hyphens between: so each is a number, from 1 in the guide's order. */
function effectsInput({ pitfalls }: Guide): Block {
  const options = pitfalls.map((pitfall, index) => ({ value: `${index + 1}`, label: effectWords(pitfall) }));
  return input({ type: 'choice', id: 'effects', label: 'What it did to me (optional)', options, many: true });
}

function input(of: Input): Block {
  return { kind: 'input', input: of };
}
