import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../../src/card/fallback.ts';
import type { Guide } from '../../../src/guide/guide.ts';
import { announcementCard } from '../../../src/mocks/cards/announcement-card.ts';
import { joinedCard, tooLateCard } from '../../../src/mocks/cards/answered-cards.ts';
import { candidateCard } from '../../../src/mocks/cards/candidate-card.ts';
import { calledOffCard, movedCard } from '../../../src/mocks/cards/changed-cards.ts';
import { thanksCard } from '../../../src/mocks/cards/closing-cards.ts';
import { gatheredCard, partnerLeftCard, phaseCard } from '../../../src/mocks/cards/group-cards.ts';
import { interviewerCard } from '../../../src/mocks/cards/interviewer-card.ts';
import { dayBeforeCard, tenMinutesCard } from '../../../src/mocks/cards/reminder-cards.ts';
import { nobodyCard, soloCard, waitingCard } from '../../../src/mocks/cards/start-cards.ts';
import { confirmTypedCard } from '../../../src/mocks/cards/typed-cards.ts';
import type { Mock } from '../../../src/mocks/mock.ts';
import { ADA, aMock, BEN, CHI, EVE, GROUP, GUIDES, TRIO, TWISTS } from './sessions.ts';

const guide = GUIDES[0] as Guide;

describe('times', () => {
  test('each member reads their own, and who has no zone that of the session', () => {
    expect(fallbackText(joinedCard(aMock(), ADA))).toContain(
      'Tuesday 1 December 2026, 15:00 (Europe/Berlin)',
    );
    expect(fallbackText(joinedCard(aMock(), BEN))).toContain('19:30 (Asia/Kolkata)');
    expect(fallbackText(joinedCard(aMock(), CHI))).toContain('9:00 (America/New_York)');
  });

  test('a session that was moved over a clock change shows both walls as they are', () => {
    const words = fallbackText(
      movedCard(aMock({ startsAt: '2027-03-30T13:00:00.000Z' }), ADA, '2027-03-23T14:00:00.000Z'),
    );
    expect(words).toContain('Before: Tuesday 23 March 2027, 15:00 (Europe/Berlin)');
    expect(words).toContain('Now: Tuesday 30 March 2027, 15:00 (Europe/Berlin)');
  });

  test('a pair over two zones reads both', () => {
    const mock = aMock({ mode: { kind: 'async', days: 2 } });
    const words = fallbackText(phaseCard(mock, { ...GROUP, phase: 'answer' }, guide));
    expect(words).toContain('15:06 (Europe/Berlin)\nTuesday 1 December 2026, 19:36 (Asia/Kolkata)');
  });
});

describe('what nobody shall see', () => {
  test('who is kept apart reads what somebody alone reads', () => {
    expect(soloCard(aMock(), ADA, 'kept-apart')).toEqual(soloCard(aMock(), ADA, 'alone'));
  });

  test('that nobody came is told without a name', () => {
    expect(fallbackText(nobodyCard(aMock()))).not.toMatch(/Ada|Ben|Chidi|Deirdre|Evelyn/u);
  });

  test('one tap keeps a manager or a report apart', () => {
    expect(joinedCard(aMock(), ADA).buttons.map(({ action }) => action)).toContain('mock:m1:apart');
  });

  test('what was typed is sent only after it was said who reads it, and for how long', () => {
    const typed = { group: 1, turn: 0 as const, candidate: 'ada', text: 'I agreed it by phone.' };
    const card = confirmTypedCard(aMock(), GROUP, typed, ['Ben', 'Chidi']);
    expect(card.blocks[0]).toMatchObject({ kind: 'passage', by: 'person', text: typed.text });
    expect(fallbackText(card)).toContain(
      'Who will read it: Ben and Chidi. They have it for a week; then I take it back from their messages.',
    );
    expect(card.buttons.map(({ action }) => action)).toEqual([
      'mock:m1:send',
      'mock:m1:keep',
      'mock:m1:type',
    ]);
  });
});

describe('on the way', () => {
  test('who said that they are here is not asked again, and is told when it begins', () => {
    const here = { ...ADA, here: true as const };
    expect(tenMinutesCard(aMock(), ADA).buttons.map(({ action }) => action)).toContain('mock:m1:here');
    expect(tenMinutesCard(aMock(), here).buttons.map(({ action }) => action)).not.toContain('mock:m1:here');
    expect(fallbackText(waitingCard(aMock(), here))).toContain('It begins at 15:00 (Europe/Berlin)');
    const running = aMock({ stage: 'running', graceUntil: '2026-12-01T14:05:00.000Z' });
    expect(fallbackText(waitingCard(running, here))).toContain('until 15:05 (Europe/Berlin)');
  });

  test('the first of the pair answers first, also where somebody comes to observe later', () => {
    for (const turn of [0, 1] as const)
      expect(fallbackText(gatheredCard(aMock(), { ...TRIO, turn }, guide))).toContain(
        'Ada answers first, and Ben asks.',
      );
  });

  test('what leads on names the phase that it leads from', () => {
    const card = phaseCard(aMock(), { ...GROUP, no: 3, turn: 1, phase: 'asking' }, guide);
    expect(card.buttons.map(({ action }) => action)).toEqual(['mock:m1:next:3-1-asking']);
    expect(card.clock).toBeUndefined();
    const clock = { startedAt: '2026-12-01T14:06:00.000Z', seconds: 120 };
    expect(phaseCard(aMock(), { ...GROUP, phase: 'answer' }, guide, clock).clock).toEqual(clock);
  });

  test('in a trio the free place is taken, in a pair each is told alone', () => {
    expect(fallbackText(partnerLeftCard(aMock(), TRIO, 'Ben'))).toContain(
      'Chidi, the free place is yours now.',
    );
    expect(fallbackText(partnerLeftCard(aMock(), GROUP, 'Ben'))).toContain('I write to you alone');
  });

  test('a session that is off or over leads to the next', () => {
    const next = { nextAt: '2026-12-15T14:00:00.000Z' };
    for (const card of [
      calledOffCard(aMock({ stage: 'over', ended: 'cancelled', ...next }), ADA),
      tooLateCard(aMock({ stage: 'over', ended: 'held', ...next }), EVE),
      thanksCard(aMock(next), ADA),
    ])
      expect(fallbackText(card)).toContain('Tuesday 15 December 2026');
  });
});

test('whoever is asked, joins or is reminded reads which question it is, and what story is fine', () => {
  const mock = aMock({ question: guide.question });
  for (const card of [
    announcementCard(mock),
    joinedCard(mock, ADA),
    dayBeforeCard(mock, ADA),
    tenMinutesCard(mock, ADA),
  ]) {
    expect(fallbackText(card)).toContain(`The question: ${guide.question}`);
    expect(fallbackText(card)).toContain(
      'a story you would tell colleagues; an old job or your studies are fine',
    );
  }
  // One that was stored by an older version says nothing rather than guess.
  expect(fallbackText(announcementCard(aMock()))).not.toContain('The question');
});

test('ten minutes before it says what to press, to who has not', () => {
  expect(fallbackText(tenMinutesCard(aMock(), ADA))).toContain('press I am here');
  expect(fallbackText(tenMinutesCard(aMock(), { ...ADA, here: true }))).not.toContain('press');
});

describe('what an interviewer and a candidate read', () => {
  test.each(GUIDES.map((each) => [each.id, each] as const))(
    'every step of %s, and only questions that fit any answer',
    (_, each) => {
      for (const twist of TWISTS) {
        const asks = fallbackText(interviewerCard(aMock({ twist }), GROUP, each));
        for (const { name, listenFor } of each.steps) expect(asks).toContain(`${name}: ${listenFor}`);
        expect(asks).not.toMatch(/[{}]/u);
        expect(fallbackText(candidateCard(aMock({ twist }), GROUP, each))).toContain(
          each.steps.map(({ short }) => short).join(' · '),
        );
      }
    },
  );

  test('to listen for is what somebody else did, and no question given can be answered with yes or leads', () => {
    for (const { listenFor } of GUIDES.flatMap(({ steps }) => steps))
      expect(listenFor).not.toMatch(/\byou/iu);
    for (const twist of TWISTS) {
      const words = fallbackText(interviewerCard(aMock({ twist }), GROUP, guide));
      const asked = [...words.matchAll(/^(?:- |Ask: )(.*)$/gmu)].map(([, question]) => question);
      expect(asked.length).toBeGreaterThanOrEqual(5);
      for (const question of asked) expect(question).toMatch(/^(?:What|How|Who|When|Where|Which) .*\?$/u);
    }
  });

  test('in writing nobody has a clock beside them', () => {
    const words = (mode: Mock['mode']) => fallbackText(candidateCard(aMock({ mode }), GROUP, guide));
    expect(words({ kind: 'live' })).toContain('You have two minutes. Stop whenever you like.');
    const apart = words({ kind: 'async', days: 3 });
    expect(apart).toContain('Two minutes are enough.');
    expect(apart).toContain('a voice message or a call');
    expect(
      fallbackText(gatheredCard(aMock({ mode: { kind: 'async', days: 3 } }), GROUP, guide)),
    ).not.toContain('huddle');
  });

  test("no question that rests on what an answer leaves open, or on somebody's years", () => {
    const asks = fallbackText(
      interviewerCard(aMock({ twist: 'follow-ups' }), GROUP, {
        ...guide,
        followUps: [
          { about: 'context', gap: 'bare-lesson', question: 'Which moment taught you that?' },
          { about: 'context', seniority: 'leading', question: 'What did your board say?' },
          { about: 'context', question: 'Who was there?' },
        ],
      }),
    );
    expect(asks).toContain('Who was there?');
    expect(asks).not.toMatch(/taught|board/u);
  });

  test('only follow-ups where the twist is follow-ups, and more of them', () => {
    const [plain, only] = (['first-telling', 'follow-ups'] as const).map((twist) =>
      fallbackText(interviewerCard(aMock({ twist }), GROUP, guide)),
    );
    expect(plain).toContain('Ask: ');
    expect(only).not.toContain('Ask: ');
    expect(only?.split('\n- ').length).toBeGreaterThan(plain?.split('\n- ').length ?? 0);
  });

  test('sixty seconds for a short answer', () => {
    expect(fallbackText(candidateCard(aMock({ twist: 'sixty-seconds' }), GROUP, guide))).toContain(
      'sixty seconds',
    );
  });

  test('numbers are asked for once', () => {
    const wants = aMock({ members: [{ ...ADA, numbers: true }, BEN] });
    const labels = (mock: typeof wants) =>
      candidateCard(mock, GROUP, guide).buttons.map(({ label }) => label);
    expect(labels(wants)).not.toContain('Numbers too, if we both want');
    expect(labels(aMock())).toContain('Numbers too, if we both want');
  });
});
