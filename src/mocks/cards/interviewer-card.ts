import { type Block, type Card, type Runs, text } from '../../card/card.ts';
import type { Guide, Step } from '../../guide/guide.ts';
import type { Group, Mock } from '../mock.ts';
import { candidateOf } from '../people.ts';
import { cardButton, mockButton, numbersButton, unasked } from './mock-card.ts';
import { nameOf } from './names.ts';
import { twistForInterviewer } from './twist-words.ts';

/** An interviewer in the middle of a talk reads no more than so many. */
const FOLLOW_UPS_A_STEP = 1;
const FOLLOW_UPS_ALONE = 2;

/** To who asks, alone: how to ask, what to listen for, and what may be asked. */
export function interviewerCard(mock: Mock, group: Group, guide: Guide): Card {
  const { twist } = mock;
  const candidate = nameOf(mock, candidateOf(group));
  const isAllFollowUps = twist === 'follow-ups';
  return unasked(
    'Your practice session: a note for you alone.',
    [
      text(`You ask, ${candidate} answers. This note is for you alone.`),
      text(
        'Ask short questions that begin with what, how, who or when, and offer no answer in them: "What did you do next?", not "So you told them at once?"',
      ),
      text('Wait after each; a silence is often thinking. You need not judge the story, just hear it.'),
      ...twistForInterviewer(twist).map((line) => text(line)),
      text(`The question: ${guide.question}`),
      text(
        isAllFollowUps ? 'What to listen for:' : 'What to listen for, and what to ask where it is missing:',
      ),
      { kind: 'fields', fields: guide.steps.map((step) => listenFor(step, isAllFollowUps)) },
      ...followUpsOf(guide, isAllFollowUps ? FOLLOW_UPS_ALONE : FOLLOW_UPS_A_STEP),
      text(
        `After it, say on your card how it came across. ${candidate} alone sees it, once you have both sent yours or the time is up.`,
      ),
    ],
    [
      cardButton(mock, group, 'partner', 'My card', 'primary'),
      ...numbersButton(mock, group.pair[group.turn === 0 ? 1 : 0]),
      mockButton(mock, 'leave', 'Leave'),
    ],
  );
}

function listenFor(step: Step, isHeardOnly: boolean): { label: string; lines: Runs[] } {
  const asked = step.signals.find(({ essential }) => essential)?.question ?? step.nudge;
  return {
    label: step.name,
    lines: isHeardOnly ? [[step.listenFor]] : [[step.listenFor], [`Ask: ${asked}`]],
  };
}

/** What leaves the answer open: whoever is told not to lead is given nothing that can be answered with yes. */
const IS_OPEN = /^(?:what|how|who|whom|when|where|which)\b/iu;

/** Those that fit any answer: what is asked about its own words, or of a role, is the coach's to ask. */
function followUpsOf(guide: Guide, most: number): Block[] {
  const items = guide.steps.flatMap(({ id }) =>
    guide.followUps
      .filter(
        ({ about, gap, seniority, question }) =>
          about === id && !gap && !seniority && !/[{}]/u.test(question) && IS_OPEN.test(question),
      )
      .slice(0, most)
      .map(({ question }): Runs => [question]),
  );
  return items.length === 0 ? [] : [text('Follow-ups you may ask:'), { kind: 'list', items }];
}
