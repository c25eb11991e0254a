import { type Card, type Runs, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock } from '../mock.ts';
import { candidateOf, interviewerOf } from '../people.ts';
import { asyncPhase } from './async-phase.ts';
import { livePhase } from './live-phase.ts';
import { mockButton, mockCard, nextButton } from './mock-card.ts';
import { listed, nameOf, plainName } from './names.ts';
import { answerLength } from './twist-words.ts';
import { momentForAll } from './when-words.ts';

/** How long a phase runs: `startedAt` ISO 8601 in UTC. */
export interface Clock {
  readonly startedAt: string;
  readonly seconds: number;
}

/** The first card in a group's own place. */
export function gatheredCard(mock: Mock, group: Group, guide: Guide): Card {
  const candidate = nameOf(mock, candidateOf(group));
  const interviewer = nameOf(mock, interviewerOf(group));
  return mockCard(
    [
      text(`${interviewer} asks first, and ${candidate} answers first. Then you swap.`),
      ...(group.observer === undefined
        ? []
        : [text(`${nameOf(mock, group.observer)} observes, keeps the time, and notes a sentence to keep.`)]),
      text(`The question: ${guide.question}`),
      text('Speak, if you can: start a huddle or a call. Typing works too.'),
      text('How it goes, for each of you:'),
      {
        kind: 'list',
        items: (mock.mode.kind === 'live' ? liveScript(mock) : asyncScript(mock, group)).map(
          (line): Runs => [line],
        ),
      },
      text('What is said here stays here. Anybody may stop at any time, and need not say why.'),
    ],
    [mockButton(mock, 'leave', 'Leave')],
  );
}

function liveScript({ twist }: Mock): string[] {
  return [
    '1 minute to settle',
    `${answerLength(twist)} to answer`,
    '4 minutes of follow-up questions',
    '2 minutes for the cards, each alone',
    '3 minutes to talk, then you swap',
  ];
}

function asyncScript(mock: Mock, group: Group): string[] {
  return [
    `the answer, spoken or typed; the first is due ${momentForAll(mock, group, group.endsAt)}`,
    'follow-up questions, and a card from each of you',
    'a few words about the cards, then you swap',
    'I say here when it is whose turn',
  ];
}

/** What a group is at now. `clock`: the phase runs so long. */
export function phaseCard(mock: Mock, group: Group, guide: Guide, clock?: Clock): Card {
  if (group.phase === 'over') return groupOverCard(mock, group);
  const wordsOf = mock.mode.kind === 'live' ? livePhase : asyncPhase;
  const { lines, buttons = [], next } = wordsOf(mock, group, group.phase, guide);
  return {
    ...mockCard(
      lines.map((line) => text(line)),
      [...buttons, nextButton(mock, group, next)],
    ),
    ...(clock === undefined ? {} : { clock }),
  };
}

/** Somebody of the group is not there any more; each is told alone how it goes on. */
export function partnerLeftCard(_mock: Mock, _group: Group, name: string): Card {
  return mockCard([
    text(`${plainName(name)} has left for now. What was said here stays here.`),
    text('I write to each of you alone how it goes on.'),
  ]);
}

/** The script is over; the place is theirs. */
export function groupOverCard(mock: Mock, { pair, observer }: Group): Card {
  const people = observer === undefined ? pair : [...pair, observer];
  return mockCard([
    text(`That was all from me. Thank you, ${listed(people.map((id) => nameOf(mock, id)))}.`),
    text('Talk on here for as long as you like. What was said stays here.'),
  ]);
}
