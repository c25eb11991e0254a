import { type Card, text } from '../../card/card.ts';

/** The forms that stand beside a session's cards. */

/** Discord's inputs take 4,000 characters, Slack's 3,000: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const LONGEST_TYPED = 3_000;

/** "Not with my manager or report": whom to keep apart from them, seen by no one. */
export function apartForm(): Card {
  return {
    v: 1,
    blocks: [
      text('Whom I do not pair you with. Nobody sees this, and nobody is told.'),
      { kind: 'input', input: { type: 'person', id: 'who', label: 'Not with' } },
    ],
    buttons: [],
    asks: 'nothing',
  };
}

/** The answer, typed. `typed`: what is not sent yet; what no form holds is never cut, and stays on its own card. */
export function typeForm(typed: string): Card {
  const fits = typed.length <= LONGEST_TYPED;
  return {
    v: 1,
    blocks: [
      text('Before anybody reads it, I show you who would, and you decide.'),
      text(
        'There is room for 3,000 characters, about five minutes aloud. Is yours longer? Send what fits, and tell the rest aloud.',
      ),
      ...(fits
        ? []
        : [
            text(
              'What you typed before is longer than this form holds. My message shows it, to copy, and it stays until you send another.',
            ),
          ]),
      {
        kind: 'input',
        input: {
          type: 'text',
          id: 'answer',
          label: 'Your answer',
          value: fits ? typed : '',
          maxLength: LONGEST_TYPED,
        },
      },
    ],
    buttons: [],
    asks: 'nothing',
  };
}

/** One line to somebody alone. */
export function teamLine(...lines: string[]): Card {
  return { v: 1, blocks: lines.map((line) => text(line)), buttons: [], asks: 'nothing' };
}
