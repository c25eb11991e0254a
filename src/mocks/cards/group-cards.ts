import { type Block, type Button, type Card, type Runs, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock, Phase } from '../mock.ts';
import { candidateOf } from '../people.ts';
import { asyncPhase } from './async-phase.ts';
import { livePhase } from './live-phase.ts';
import { mockButton, mockCard, nextButton } from './mock-card.ts';
import { A_COLLEAGUE, listed, nameOf, plainName } from './names.ts';
import type { PhaseWords } from './phase-words.ts';
import { answerLength, momentsForAll, phaseLength } from './when-words.ts';

/** How long a phase runs: `startedAt` ISO 8601 in UTC. */
export interface Clock {
  readonly startedAt: string;
  readonly seconds: number;
}

const SPEAK_NOW = 'Speak, if you can: start a huddle or a call. Typing works too.';
const SPEAK_APART = 'A voice message here is fine, so is a call. Typing works too.';

/** The first card in a group's own place. */
export function gatheredCard(mock: Mock, group: Group, guide: Guide): Card {
  const [first, second] = group.pair.map((id) => nameOf(mock, id));
  return mockCard(
    [
      text(`${first} answers first, and ${second} asks. Then you swap.`),
      ...(group.observer === undefined
        ? []
        : [text(`${nameOf(mock, group.observer)} observes, keeps the time, and notes a sentence to keep.`)]),
      text(`The question: ${guide.question}`),
      text(mock.mode.kind === 'live' ? SPEAK_NOW : SPEAK_APART),
      text('How it goes, for each of you:'),
      {
        kind: 'list',
        items: (mock.mode.kind === 'live' ? liveScript(mock) : asyncScript()).map((line): Runs => [line]),
      },
      ...(mock.mode.kind === 'live'
        ? []
        : untilFields('First part until', momentsForAll(mock, group, group.endsAt))),
      text('What is said here stays here. Anybody may stop at any time, and need not say why.'),
    ],
    [...firstButtons(mock, group, guide), mockButton(mock, 'leave', 'Leave')],
  );
}

/** The first phase runs already, and this is its card: it leads on. */
function firstButtons(mock: Mock, group: Group, guide: Guide): Button[] {
  if (group.phase === 'over') return [];
  const { buttons = [], next } = wordsOf(mock, group, group.phase, guide);
  return [...buttons, nextButton(mock, group, next)];
}

function liveScript({ twist }: Mock): string[] {
  return [
    `${phaseLength('settle', twist)} to settle`,
    `${answerLength(twist)} to answer`,
    `${phaseLength('asking', twist)} of follow-up questions`,
    `${phaseLength('cards', twist)} for the cards, each alone`,
    `${phaseLength('talk', twist)} to talk, then you swap`,
  ];
}

function asyncScript(): string[] {
  return [
    'the answer, spoken or typed',
    'follow-up questions, and a card from each of you',
    'a few words about the cards, then you swap',
    'I say here whose turn it is',
  ];
}

/** What a group is at now. `clock`: the phase runs so long. */
export function phaseCard(mock: Mock, group: Group, guide: Guide, clock?: Clock): Card {
  if (group.phase === 'over') return groupOverCard(mock, group);
  const { lines, until, buttons = [], next } = wordsOf(mock, group, group.phase, guide);
  return {
    ...mockCard(
      [...lines.map((line) => text(line)), ...untilFields('Until', until)],
      [...buttons, nextButton(mock, group, next)],
    ),
    ...(clock === undefined ? {} : { clock }),
  };
}

function wordsOf(mock: Mock, group: Group, phase: Exclude<Phase, 'over'>, guide: Guide): PhaseWords {
  return (mock.mode.kind === 'live' ? livePhase : asyncPhase)(mock, group, phase, guide);
}

function untilFields(label: string, moments: Runs = []): Block[] {
  return moments.length === 0
    ? []
    : [{ kind: 'fields', fields: [{ label, lines: moments.map((moment): Runs => [moment]) }] }];
}

/** Somebody of the group is not there any more; each is told alone how it goes on. `leaver`: who, of the pair. */
export function partnerLeftCard(mock: Mock, group: Group, name: string, leaver?: string): Card {
  const who = plainName(name);
  return mockCard([
    text(`${who === A_COLLEAGUE ? 'A colleague' : who} has left for now. What was said here stays here.`),
    text(howItGoesOn(mock, group, leaver)),
  ]);
}

function howItGoesOn(mock: Mock, group: Group, leaver: string | undefined): string {
  const isTold = group.revealed.includes(group.turn);
  if (group.observer === undefined)
    return isTold && group.turn === 1
      ? 'Both answers are told, and their cards are with you.'
      : 'I write to you alone how it goes on.';
  const place = `${nameOf(mock, group.observer)}, the free place is yours now.`;
  const beginsAnew = !isTold && leaver === candidateOf(group);
  return `${place} ${beginsAnew ? 'The answer is yours to give; it begins anew.' : 'It goes on from here.'}`;
}

/** One of the two goes on without a card; the other's is still waited for. */
export function waivedCard(mock: Mock, group: Group, id: string): Card {
  const [other = ''] = group.pair.filter((one) => one !== id);
  return mockCard([
    text(
      `Noted. It goes on as soon as ${nameOf(mock, other)} is ready too, or the time is up. You can still send a card until then.`,
    ),
  ]);
}

/** The coach was away for so long that the script is of no use any more. */
export function awayCard(mock: Mock, { pair, observer }: Group): Card {
  const people = observer === undefined ? pair : [...pair, observer];
  return mockCard([
    text('I was away, and I am sorry. The time is over by now, so I stop here.'),
    text(`Thank you, ${listed(people.map((id) => nameOf(mock, id)))}. What was said stays here.`),
  ]);
}

/** The script is over; the place is theirs. */
export function groupOverCard(mock: Mock, { pair, observer }: Group): Card {
  const people = observer === undefined ? pair : [...pair, observer];
  const isLast = mock.round >= mock.rounds;
  return mockCard([
    text(
      `${isLast ? 'That was all from me.' : 'That was this round; the next one follows when all pairs are through.'} Thank you, ${listed(people.map((id) => nameOf(mock, id)))}.`,
    ),
    text('Talk on here for as long as you like. What was said stays here.'),
  ]);
}
