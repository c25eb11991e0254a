import { text } from '../../../src/card/card.ts';
import { COMMAND } from '../commands/commands.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';

const WORDS: readonly (readonly [string, string])[] = [
  ['start', 'begin, or go on where you were'],
  ['tips', 'what makes a good choice, or help with your open question'],
  ['example', 'a good answer, from somebody else'],
  ['history', 'your earlier practices'],
  ['progress', 'where you stand, and what to work on next'],
  ['stories', 'your stories, and which fits a role'],
  ['remind', 'when to practise: weekdays 8:30, in 2 hours, when it pays, interview on 20 March 2027'],
  ['team', 'sessions with colleagues; in a channel: schedule every Thursday 15:00, list, cancel 2'],
  ['settings', 'my tone, and numbers or words'],
  ['export', 'everything I hold about you, as files'],
  ['delete-my-data', 'all of it, for good'],
];

/** Nothing on this card can be pressed, so nobody's id goes into a button of it. */
const NOBODY = '0';

/** What the command can do. */
export function commandHelp(): readonly DiscordMessage[] {
  const items = WORDS.map(([word, does]) => [`${COMMAND} ${word}: ${does}`]);
  const blocks = [
    text('I coach you through one interview question, step by step, in our direct messages. My commands:'),
    { kind: 'list' as const, items },
    text(
      'While we practise, More shows what else there is. On a message of yours, Apps → Critique this answer looks at it as a whole.',
    ),
  ];
  return renderCard({ v: 1, blocks, buttons: [], asks: 'nothing' }, { userId: NOBODY, writesInForm: true });
}
