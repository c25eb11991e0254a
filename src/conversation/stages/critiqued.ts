import { type Block, menu, quote, type Runs, text } from '../../card/card.ts';
import type { Critique } from '../../critique/critique.ts';
import { explained } from '../../critique/explained.ts';
import type { Seniority } from '../../guide/seniority.ts';
import { takesNotSoBack } from '../aside-last.ts';
import { judgedOf } from '../cards/critique-cards.ts';
import { critiqueMore } from '../cards/critique-more.ts';
import { LEVEL_WORDS } from '../cards/level-asked.ts';
import { whatNext } from '../cards/what-next.ts';
import { changes } from '../changes.ts';
import type { Command } from '../commands.ts';
import { draftOf } from '../draft-of.ts';
import type { Effect } from '../effect.ts';
import type { Improving } from '../improved.ts';
import type { Session } from '../session.ts';
import { besides, standingCard } from '../standing.ts';
import { headed, say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { followUpAt, improvingAt, undone } from './improving.ts';
import { requestCritique } from './reviewing.ts';

/** A press or a command once the critique is there. */
export function commandAtCritiqued(
  session: Session,
  command: Command,
  context: StageContext,
): Turn | undefined {
  const made = session.critique;
  switch (command.name) {
    case 'more':
      return made === undefined ? undefined : more(session, made.critique, context);
    case 'answer':
    case 'next': {
      if (made?.outdated === true) return requestCritique(session, context);
      const stage = made === undefined ? undefined : improvingAt(session, made.critique, context.guide);
      return stage === undefined ? undefined : asked(session, stage, context);
    }
    case 'follow-up': {
      const stage = made === undefined ? undefined : followUpAt(session, made.critique, context.guide);
      return stage === undefined ? undefined : asked(session, stage, context);
    }
    case 'explain':
      return explainedFinding(session, command.number ?? 1, context);
    case 'not-so':
      return setAside(session, command.number ?? 1, context);
    case 'undo':
      return takesNotSoBack(session) ? takenBack(session, context) : undone(session, context);
    case 'go':
      return made?.outdated === false ? undefined : requestCritique(session, context);
    case 'back':
      return ask({ ...session, stage: { at: 'reviewing' } }, context);
    default:
      return undefined;
  }
}

/** One question is asked. What an interviewer would ask next is remembered: a later critique finds another. */
function asked(session: Session, stage: Improving, context: StageContext): Turn {
  const { followed = [] } = session;
  const isNew =
    stage.question === session.critique?.critique.next.question && !followed.includes(stage.question);
  const next = isNew ? { ...session, followed: [...followed, stage.question] } : session;
  return ask({ ...next, stage }, context);
}

function more(session: Session, critique: Critique, { guide, past }: StageContext): Turn {
  const reply = critiqueMore(judgedOf(session, guide, past), critique, guide);
  const blocks = [...reply.blocks, ...whatNext(session, guide)];
  return turn(session, say(session, besides(session, guide, { ...reply, blocks })));
}

/** What a change rests on: the words, and the rule that looked for them. */
function explainedFinding(session: Session, number: number, context: StageContext): Turn {
  const finding = findingNumbered(session, number);
  if (finding === undefined) return noSuch(session, context);
  const words: Block =
    'span' in finding.at
      ? text('It is about: ', quote(finding.at.span.quote))
      : text('It is about what is not there yet.');
  const blocks = [
    words,
    text(explained(finding, context.guide)),
    text('Not so? ', { typed: 'Say "not so" and I set it aside.', pressed: 'Then I set it aside.' }),
    ...menu('Not so?', [{ action: `not-so:${number}`, label: 'Not so' }]),
  ];
  return turn(session, say(session, besides(session, context.guide, { blocks })));
}

/** The person says a finding is not so: it is set aside for this text and counted, and the answer is looked at without it. */
function setAside(session: Session, number: number, context: StageContext): Turn {
  const finding = findingNumbered(session, number);
  const made = session.critique?.critique;
  if (finding === undefined || made === undefined) return noSuch(session, context);
  const next: Session = {
    ...session,
    setAside: [...session.setAside, { id: finding.id, rule: finding.rule }],
    asideLast: finding.id,
  };
  const looked = requestCritique(next, context, [
    { type: 'countSetAside', rule: finding.rule, critic: made.critic, version: made.version },
  ]);
  const what: Runs =
    'span' in finding.at
      ? ['Noted: not so, about ', quote(finding.at.span.quote), '.']
      : ['Noted: not so, it is there.'];
  return saidFirst(looked, [
    ...what,
    ' I look again without that point. If you like, tell me why. ',
    { typed: 'To take that back, type undo.', pressed: 'A button under the new critique takes that back.' },
  ]);
}

/** The person said how far along they are: whether a story is small depends on it, so the answer is looked at again. */
export function lookedAtAs(
  session: Session,
  seniority: Seniority,
  set: Extract<Effect, { type: 'setManner' }>,
  context: StageContext,
): Turn {
  return saidFirst(requestCritique(session, context, [set]), [
    `Noted, and remembered: ${LEVEL_WORDS[seniority]}. I look again with that in mind.`,
  ]);
}

/** What was said to be not so last counts again. */
function takenBack(session: Session, context: StageContext): Turn {
  const { asideLast, ...rest } = session;
  const setAside = session.setAside.filter(({ id }) => id !== asideLast);
  const freshDraft = session.drafts + 1;
  return saidFirst(requestCritique({ ...rest, setAside, freshDraft }, context), [
    'Taken back: that point counts again. I look once more.',
  ]);
}

/**
 * What was noted is a card of its own, since that of the work may be shown as a sign only. The whole was read before it is
 * judged again: a story that is not scored has a card of its own.
 */
function saidFirst(looked: Turn, runs: Runs): Turn {
  const session = looked.sessions.at(-1);
  if (session?.stage.at !== 'critiquing') return looked;
  const noted = say(session, { blocks: [text(...runs)], buttons: [], asks: 'nothing' });
  return { ...looked, effects: looked.effects.flatMap((one) => (one.type === 'say' ? [noted, one] : [one])) };
}

function findingNumbered(session: Session, number: number) {
  return session.critique === undefined ? undefined : changes(session, session.critique.critique)[number - 1];
}

function noSuch(session: Session, { guide }: StageContext): Turn {
  const line = 'There is no change with that number here. We are at your critique:';
  return turn(session, say(session, headed(standingCard(session, guide), line)));
}

/** Whether there is anything to speak from. */
export function hasDraft(session: Session, { guide }: StageContext): boolean {
  return draftOf(session, guide).text.trim() !== '';
}
