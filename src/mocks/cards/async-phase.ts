import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock, Phase, Twist } from '../mock.ts';
import { candidateOf, interviewerOf } from '../people.ts';
import { cardButtons, mockButton } from './mock-card.ts';
import { nameOf } from './names.ts';
import type { PhaseWords } from './phase-words.ts';
import { momentsForAll } from './when-words.ts';

/** What a pair is at that has days: who is next, and until when. */
export function asyncPhase(
  mock: Mock,
  group: Group,
  phase: Exclude<Phase, 'over'>,
  guide: Guide,
): PhaseWords {
  const candidate = nameOf(mock, candidateOf(group));
  const interviewer = nameOf(mock, interviewerOf(group));
  const until = momentsForAll(mock, group, group.endsAt);
  switch (phase) {
    case 'settle':
    case 'answer':
      return {
        lines: [
          `${group.turn === 0 ? '' : 'Now you swap. '}For ${candidate}: ${guide.question}`,
          `${ANSWERED[mock.twist]} A voice message here, a call, or typed.`,
        ],
        until,
        buttons: [mockButton(mock, 'type', 'Type the answer')],
        next: 'It is told',
      };
    case 'asking':
    case 'cards':
      return {
        lines: [`${interviewer}, ${ASKED[mock.twist]} Then both of you send your cards; they open together.`],
        until,
        buttons: cardButtons(mock, group),
        next: 'Go on',
      };
    case 'talk':
      return {
        lines: [
          'Your cards are with each of you, side by side. Write or talk about where they differ: nobody is right.',
        ],
        until,
        next: group.turn === 0 ? 'Swap' : 'Finish',
      };
  }
}

const ANSWERED: Readonly<Record<Twist, string>> = {
  'first-telling': 'Two minutes, the whole story once.',
  'another-failure': 'Two minutes, a story of another kind than last time.',
  'follow-ups': 'Three sentences; the rest comes with the questions.',
  'sixty-seconds': 'Sixty seconds, the short version.',
};

const ASKED: Readonly<Record<Twist, string>> = {
  'first-telling': 'ask two or three questions here, one at a time.',
  'another-failure': 'ask two or three questions here, one at a time.',
  'follow-ups': 'ask four or five questions here, one at a time: what was left out?',
  'sixty-seconds': 'ask two or three questions here. Be hard to convince, kindly.',
};
