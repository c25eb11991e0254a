import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock, Phase, Twist } from '../mock.ts';
import { candidateOf, interviewerOf } from '../people.ts';
import { cardButtons } from './mock-card.ts';
import { nameOf } from './names.ts';
import type { PhaseWords } from './phase-words.ts';
import { answerLength, phaseLength } from './when-words.ts';

/** What a pair that meets now is at: the script that the coach keeps. */
export function livePhase(mock: Mock, group: Group, phase: Exclude<Phase, 'over'>, guide: Guide): PhaseWords {
  const candidate = nameOf(mock, candidateOf(group));
  const interviewer = nameOf(mock, interviewerOf(group));
  switch (phase) {
    case 'settle':
      return {
        lines: [
          group.turn === 0
            ? 'One minute to settle: say hello, and start your call.'
            : 'Now you swap. One minute to settle, and to take a breath.',
          `Then ${interviewer} asks, and ${candidate} answers.`,
        ],
        next: 'We are ready',
      };
    case 'answer':
      return {
        lines: [
          `${interviewer} asks: ${guide.question}`,
          `${candidate}, ${ANSWERED[mock.twist]} You have ${answerLength(mock.twist)}.`,
        ],
        next: 'The answer is told',
      };
    case 'asking':
      return {
        lines: [`${interviewer}, ${phaseLength('asking', mock.twist)} ${ASKED[mock.twist]}`],
        next: 'On to the cards',
      };
    case 'cards':
      return {
        lines: [
          'Two minutes, in silence, each for yourself: how did it come across?',
          'The cards open together, once both of you have sent yours or the time is up.',
        ],
        buttons: cardButtons(mock, group),
        next: 'Go on',
      };
    case 'talk':
      return {
        lines: [
          'Three minutes to talk. Your cards are with each of you, side by side.',
          'Begin where they differ: nobody is right. Or begin with the sentence that stayed.',
        ],
        next: group.turn === 0 ? 'Swap' : 'Finish',
      };
  }
}

const ANSWERED: Readonly<Record<Twist, string>> = {
  'first-telling': 'tell it once, whole, in your own order.',
  'another-failure': 'tell a story of another kind than last time.',
  'follow-ups': 'tell it in three sentences. The rest comes with the questions.',
  'sixty-seconds': 'tell the short version, and end where it ends.',
};

const ASKED: Readonly<Record<Twist, string>> = {
  'first-telling': 'for your questions. One at a time, and leave room after each.',
  'another-failure': 'for your questions. One at a time, and leave room after each.',
  'follow-ups': 'are all yours: ask what three sentences left out, one question at a time.',
  'sixty-seconds': 'for your doubts. Be hard to convince, kindly, one question at a time.',
};
