import { type Block, type Button, menu, quote, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { shorten } from '../../text/graphemes.ts';
import type { Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import type { CardDraft } from '../turn.ts';

const SEED_SHOWN = 80;

const MORE: Button = { action: 'more', word: 'more', label: 'More' };

/** Ways to a story for one to whom nothing comes to mind, one idea a card. */
export function findingCard(
  session: Session,
  stage: Extract<OpenStage, { at: 'finding' }>,
  guide: Guide,
): CardDraft {
  const { finding } = guide;
  switch (stage.asks) {
    case 'cue': {
      const start = stage.cue === 0 ? 'It need not be big. ' : '';
      return card(
        [
          text(`${start}${finding.cues[stage.cue] ?? ''}`),
          ...(stage.cue === 0 ? [text('Five words are enough to jot it down. I ask more later.')] : []),
        ],
        [
          { action: 'next', word: 'next', label: 'Another cue', style: 'primary' },
          session.seeds.length > 0
            ? { action: 'pick', word: 'pick', label: 'Pick one of mine' }
            : { action: 'example', word: 'example', label: 'Example' },
          { action: 'skip', word: 'skip', label: 'To the steps' },
          MORE,
        ],
      );
    }
    case 'pick':
      if (session.seeds.length === 0)
        return card(
          [text('Nothing is jotted down yet. Shall I give you another cue, or another way in?')],
          onward(),
        );
      return card(
        [
          text('You jotted down:'),
          {
            kind: 'list',
            items: session.seeds.map((seed, index) => [
              `${index + 1}. `,
              quote(shorten(seed.text, SEED_SHOWN)),
            ]),
          },
          text('Which one could you tell a colleague over lunch?', {
            typed: ' Type its number.',
            pressed: '',
          }),
          ...menu(
            'Which one?',
            session.seeds.map((seed, index) => ({
              action: `take:${index + 1}`,
              label: `${index + 1}. ${shorten(seed.text, SEED_SHOWN)}`,
            })),
          ),
        ],
        onward(),
      );
    case 'kinds':
      return card(
        [
          text('These kinds work well. Does one sound like you?'),
          {
            kind: 'list',
            items: guide.alternatives.map(({ name, text: words }) => [
              `${name}: `,
              quote(firstSentence(words)),
            ]),
          },
          text(guide.preparation[0] ?? ''),
        ],
        onward(),
      );
    case 'pair':
      return card(
        [
          text('Two short answers. Which one would you rather hear?'),
          { kind: 'passage', title: 'First', text: finding.pair.other, by: 'guide' },
          { kind: 'passage', title: 'Second', text: finding.pair.better, by: 'guide' },
        ],
        [
          { action: 'first', word: 'first', label: 'The first' },
          { action: 'second', word: 'second', label: 'The second' },
          { action: 'next', word: 'next', label: 'Another way in' },
          MORE,
        ],
      );
    case 'heard':
      return card(
        [
          text(`Most listeners take the second. ${finding.pair.because}`),
          text('Have you one of that kind? A line is enough.'),
        ],
        onward(),
      );
    case 'challenge':
      return card(
        [text(finding.challenge), text('A line or two is enough.')],
        [
          { action: 'next', word: 'next', label: 'From the top' },
          { action: 'skip', word: 'skip', label: 'To the steps' },
          { action: 'pause', word: 'pause', label: 'Pause' },
          MORE,
        ],
      );
  }
}

function onward(): Button[] {
  return [
    { action: 'next', word: 'next', label: 'Another way in', style: 'primary' },
    { action: 'back', word: 'back', label: 'Back to the cues' },
    { action: 'skip', word: 'skip', label: 'To the steps' },
    MORE,
  ];
}

function card(blocks: Block[], buttons: Button[]): CardDraft {
  return { blocks, buttons, asks: 'line', standing: true };
}

function firstSentence(words: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(words)?.[0] ?? words;
}
