import type { Card } from '../../../src/card/card.ts';
import type { Guide } from '../../../src/guide/guide.ts';
import { announcementCard } from '../../../src/mocks/cards/announcement-card.ts';
import {
  joinedCard,
  notThisCard,
  observesCard,
  tooLateCard,
} from '../../../src/mocks/cards/answered-cards.ts';
import { candidateCard } from '../../../src/mocks/cards/candidate-card.ts';
import {
  calledOffCard,
  invitationMovedCard,
  invitationOffCard,
  movedCard,
} from '../../../src/mocks/cards/changed-cards.ts';
import { recapCard, thanksCard } from '../../../src/mocks/cards/closing-cards.ts';
import {
  alreadyOpenCard,
  answererGoneCard,
  notInTellingCard,
  otherAnswersCard,
} from '../../../src/mocks/cards/given-back-card.ts';
import {
  awayCard,
  gatheredCard,
  groupOverCard,
  partnerLeftCard,
  phaseCard,
  waivedCard,
} from '../../../src/mocks/cards/group-cards.ts';
import { interviewerCard } from '../../../src/mocks/cards/interviewer-card.ts';
import { invitationCard } from '../../../src/mocks/cards/invitation-card.ts';
import { leaveCard, leftCard } from '../../../src/mocks/cards/leave-cards.ts';
import { listeningForm } from '../../../src/mocks/cards/listening-form.ts';
import { noPlaceCard, partnerUnreachedCard } from '../../../src/mocks/cards/no-place-cards.ts';
import {
  cardSentCard,
  cardShownCard,
  nameNotedCard,
  noCoachCardCard,
  numbersNotedCard,
} from '../../../src/mocks/cards/noted-cards.ts';
import { dayBeforeCard, tenMinutesCard } from '../../../src/mocks/cards/reminder-cards.ts';
import { revealCard } from '../../../src/mocks/cards/reveal-card.ts';
import {
  missedCard,
  nobodyCard,
  noGroupToObserveCard,
  observingCard,
  soloCard,
  startedCard,
  waitingCard,
} from '../../../src/mocks/cards/start-cards.ts';
import {
  confirmTypedCard,
  notSentCard,
  notTheirsToTypeCard,
  partnerAnswerCard,
  sentBeforeCard,
  typedKeptCard,
  typedSentCard,
} from '../../../src/mocks/cards/typed-cards.ts';
import { unreachedCard } from '../../../src/mocks/cards/unreached-card.ts';
import { unrosteredCard } from '../../../src/mocks/cards/unrostered-card.ts';
import {
  type Group,
  type Member,
  type Mock,
  StageSchema,
  type TypedAnswer,
} from '../../../src/mocks/mock.ts';
import type { Unrostered } from '../../../src/mocks/mock-event.ts';
import { ADA, aMock, cardsOf, GROUP, MODES, PHASES, TRIO, TWISTS, withCards } from './sessions.ts';

export interface Shown {
  readonly name: string;
  /** `channel`: all read it; `group`: the pair; `asked`: alone, at once after a press; `unasked`: alone, by itself. */
  readonly where: 'channel' | 'group' | 'asked' | 'unasked';
  readonly card: Card;
}

const UNROSTERED: readonly Unrostered[] = [
  { kind: 'lacks', what: 'the Slack scope usergroups:read' },
  ...(['group-gone', 'channel-closed', 'too-many', 'no-answer'] as const).map((kind) => ({ kind })),
];

const ENDS = [undefined, 'held', 'nobody', 'cancelled', 'skipped', 'missed'] as const;
const WAS = '2026-11-30T14:00:00.000Z';

/** The channel's cards, as the session is. */
export function channelCards(mock: Mock): Shown[] {
  const { ended: _, ...open } = mock;
  const stages = StageSchema.options.flatMap((stage) =>
    ENDS.map((ended) => ({ ...open, stage, ...(ended === undefined ? {} : { ended }) })),
  );
  return [
    ...stages.map((one) => ({
      name: `announcement ${one.stage} ${one.ended ?? ''}`,
      where: 'channel' as const,
      card: announcementCard(one),
    })),
    { name: 'recap', where: 'channel', card: recapCard(mock) },
  ];
}

/** The private cards to one member. */
export function memberCards(mock: Mock, member: Member): Shown[] {
  const asked = { joinedCard, observesCard, notThisCard, tooLateCard };
  const unasked = {
    dayBeforeCard,
    tenMinutesCard,
    calledOffCard,
    startedCard,
    waitingCard,
    missedCard,
    noGroupToObserveCard,
    thanksCard,
  };
  return [
    ...Object.entries(asked).map(([name, of]) => ({ name, where: 'asked' as const, card: of(mock, member) })),
    ...Object.entries(unasked).map(([name, of]) => ({
      name,
      where: 'unasked' as const,
      card: of(mock, member),
    })),
    { name: 'moved', where: 'unasked', card: movedCard(mock, member, WAS) },
    { name: 'invitation moved', where: 'unasked', card: invitationMovedCard(mock, member, WAS) },
    { name: 'invitation off', where: 'unasked', card: invitationOffCard(mock, member) },
    { name: 'nobody', where: 'unasked', card: nobodyCard(mock) },
    { name: 'invitation', where: 'unasked', card: invitationCard(mock, { zone: 'Asia/Tokyo' }) },
    ...UNROSTERED.map((why) => ({
      name: `unrostered ${why.kind}`,
      where: 'unasked' as const,
      card: unrosteredCard(mock, why),
    })),
    ...(['alone', 'late', 'partner-left', 'kept-apart'] as const).map((why) => ({
      name: `solo ${why}`,
      where: 'unasked' as const,
      card: soloCard(mock, member, why),
    })),
  ];
}

/** The cards of one group at one phase. */
export function groupCards(mock: Mock, group: Group, guide: Guide, member: Member): Shown[] {
  const typed: TypedAnswer = { group: 1, turn: 0, candidate: 'ada', text: 'I agreed it by phone.' };
  const clock = { startedAt: '2026-12-01T14:05:00.000Z', seconds: 60 };
  return [
    { name: 'gathered', where: 'group', card: gatheredCard(mock, group, guide) },
    { name: `phase ${group.phase}`, where: 'group', card: phaseCard(mock, group, guide, clock) },
    { name: 'partner left', where: 'group', card: partnerLeftCard(mock, group, 'Ben') },
    { name: 'candidate left', where: 'group', card: partnerLeftCard(mock, group, 'Ada', 'ada') },
    { name: 'over', where: 'group', card: groupOverCard(mock, group) },
    { name: 'unreached', where: 'group', card: unreachedCard(mock, 'ada') },
    { name: 'no place', where: 'unasked', card: noPlaceCard(mock, group, 'ada') },
    { name: 'partner unreached', where: 'unasked', card: partnerUnreachedCard(mock, ['ben']) },
    { name: 'away', where: 'group', card: awayCard(mock, group) },
    { name: 'waived', where: 'asked', card: waivedCard(mock, group, 'ada') },
    { name: 'leave', where: 'asked', card: leaveCard(mock, member.id) },
    { name: 'left', where: 'asked', card: leftCard(mock) },
    { name: 'card sent', where: 'asked', card: cardSentCard() },
    { name: 'card shown', where: 'asked', card: cardShownCard() },
    { name: 'no card of the coach', where: 'asked', card: noCoachCardCard() },
    { name: 'already open', where: 'asked', card: alreadyOpenCard(cardsOf(guide).partner, guide) },
    { name: 'not in the telling', where: 'asked', card: notInTellingCard(cardsOf(guide).observer, guide) },
    { name: 'answerer gone', where: 'asked', card: answererGoneCard(cardsOf(guide).partner, guide) },
    { name: 'other answers', where: 'asked', card: otherAnswersCard(cardsOf(guide).partner, guide) },
    { name: 'name noted', where: 'asked', card: nameNotedCard() },
    { name: 'numbers noted', where: 'asked', card: numbersNotedCard() },
    { name: 'not sent', where: 'asked', card: notSentCard(mock) },
    { name: 'not theirs to type', where: 'asked', card: notTheirsToTypeCard(mock, 'My story.') },
    { name: 'interviewer', where: 'unasked', card: interviewerCard(mock, group, guide) },
    { name: 'candidate', where: 'unasked', card: candidateCard(mock, group, guide) },
    { name: 'observing', where: 'unasked', card: observingCard(mock, group, member) },
    { name: 'confirm', where: 'asked', card: confirmTypedCard(mock, group, typed, ['Ben']) },
    { name: 'sent', where: 'asked', card: typedSentCard(mock, typed) },
    { name: 'sent before', where: 'asked', card: sentBeforeCard(mock, typed, 'My story.') },
    { name: 'kept', where: 'asked', card: typedKeptCard(mock) },
    { name: 'partner answer', where: 'unasked', card: partnerAnswerCard(mock, group, typed, guide) },
    ...(['partner', 'own', 'observer'] as const).map((by) => ({
      name: `form ${by}`,
      where: 'unasked' as const,
      card: listeningForm(mock, group, guide, by),
    })),
    ...(['ada', 'ben'] as const).map((reader) => ({
      name: `reveal to ${reader}`,
      where: 'unasked' as const,
      card: revealCard(mock, group, 0, guide, reader),
    })),
  ];
}

/** Every card of every stage, mode, twist, phase and turn; those that are alike once. */
export function everyCard(guide: Guide): Shown[] {
  return [...new Map(allOf(guide).map((shown) => [JSON.stringify(shown.card), shown])).values()];
}

function allOf(guide: Guide): Shown[] {
  const next = { nextAt: '2026-12-15T14:00:00.000Z' };
  return MODES.flatMap((mode) =>
    TWISTS.flatMap((twist) => {
      const bare = aMock({ mode, twist, groups: [TRIO] });
      const full = withCards(
        { ...bare, ...next, sequence: 2, graceUntil: WAS, rounds: 2, stage: 'running' },
        guide,
        ['partner', 'own', 'coach', 'observer'],
      );
      return [bare, full].flatMap((mock) => [
        ...channelCards(mock),
        ...mock.members.slice(0, 3).flatMap((member) => memberCards(mock, member)),
        ...PHASES.flatMap((phase) =>
          [GROUP, TRIO].flatMap((group) =>
            ([0, 1] as const).flatMap((turn) => groupCards(mock, { ...group, phase, turn }, guide, ADA)),
          ),
        ),
      ]);
    }),
  );
}
