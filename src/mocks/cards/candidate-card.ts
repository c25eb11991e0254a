import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock } from '../mock.ts';
import { candidateOf, interviewerOf, knownMember } from '../people.ts';
import { cardButton, mockButton, numbersButton, unasked } from './mock-card.ts';
import { nameOf } from './names.ts';
import { twistForCandidate } from './twist-words.ts';
import { answerLength, momentFor } from './when-words.ts';

/** To who answers, alone. */
export function candidateCard(mock: Mock, group: Group, guide: Guide): Card {
  const interviewer = nameOf(mock, interviewerOf(group));
  return unasked(
    'Your practice session: a note for you alone.',
    [
      text(`You answer, ${interviewer} asks. ${lengthOf(mock)} Stop whenever you like.`),
      ...(mock.mode.kind === 'async'
        ? [
            text(
              'There is time until ',
              momentFor(mock, knownMember(mock, candidateOf(group)), group.endsAt),
              '.',
            ),
          ]
        : []),
      ...twistForCandidate(mock.twist).map((line) => text(line)),
      text(`The way through it: ${guide.steps.map(({ short }) => short).join(' · ')}.`),
      text(
        `${mock.mode.kind === 'live' ? 'Say it aloud' : 'Say it in a voice message or a call'}, or type it. Before anything typed is sent, I show you who will read it, and you decide.`,
      ),
      text(
        `After it, say on your own card how it came across to you. ${interviewer} sees it once you have both sent yours or the time is up.`,
      ),
    ],
    [
      mockButton(mock, 'type', 'Type my answer'),
      cardButton(mock, group, 'own', 'My own card'),
      ...numbersButton(mock, candidateOf(group)),
      mockButton(mock, 'leave', 'Leave'),
    ],
  );
}

/** Where there are days nobody has a clock beside them. */
function lengthOf({ mode, twist }: Mock): string {
  const length = answerLength(twist);
  if (mode.kind === 'live') return `You have ${length}.`;
  return `${length.slice(0, 1).toUpperCase()}${length.slice(1)} are enough.`;
}
