import { text } from '../../../src/card/card.ts';
import { renderCard } from '../render/render.ts';
import { type Ephemeral, ephemeral } from './told-alone.ts';

const WORDS: readonly (readonly [string, string])[] = [
  ['', 'begin, or go on where you were'],
  ['tips', 'what makes a good choice, or help with your open question'],
  ['example', 'a good answer, from somebody else'],
  ['history', 'your earlier practices'],
  ['show 2', 'one of them'],
  ['progress', 'where you stand, and what to work on next'],
  ['stories', 'your stories, and which fits a role'],
  [
    'remind weekdays 8:30',
    'when to practise: or Mon/Thu 18:00, in 2 hours, when it pays, interview on 20 March 2027',
  ],
  ['team', 'practice sessions with your team, in its channel'],
  ['settings', 'my tone, and numbers or words'],
  ['export', 'everything I hold about you, as files'],
  ['delete my data', 'all of it, for good'],
];

/** What the command can do. Outside of threads only: in them commands are not taken. */
export function slashHelp(command: string): readonly Ephemeral[] {
  const items = WORDS.map(([word, does]) => [`${`${command} ${word}`.trim()}: ${does}`]);
  return renderCard(
    {
      v: 1,
      blocks: [
        text('I coach you through one interview question, step by step, in our direct messages. Type:'),
        { kind: 'list', items },
        text('In our thread the words alone do it: tips, back, help.'),
      ],
      buttons: [],
      asks: 'nothing',
    },
    { userId: '' },
  ).map(ephemeral);
}
