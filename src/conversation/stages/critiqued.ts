import { type Block, menu, quote, text } from '../../card/card.ts';
import type { Critique } from '../../critique/critique.ts';
import { explained } from '../../critique/explained.ts';
import { critiqueMore, judgedOf } from '../cards/critique-cards.ts';
import { whatNext } from '../cards/what-next.ts';
import { changes } from '../changes.ts';
import type { Command } from '../commands.ts';
import { draftOf } from '../draft-of.ts';
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
      return stage === undefined ? undefined : ask({ ...session, stage }, context);
    }
    case 'follow-up': {
      const stage = made === undefined ? undefined : followUpAt(session, made.critique, context.guide);
      return stage === undefined ? undefined : ask({ ...session, stage }, context);
    }
    case 'explain':
      return explainedFinding(session, command.number ?? 1, context);
    case 'not-so':
      return setAside(session, command.number ?? 1, context);
    case 'undo':
      return undone(session, context);
    case 'go':
      return made?.outdated === false ? undefined : requestCritique(session, context);
    case 'back':
      return ask({ ...session, stage: { at: 'reviewing' } }, context);
    default:
      return undefined;
  }
}

function more(session: Session, critique: Critique, { guide }: StageContext): Turn {
  const reply = critiqueMore(judgedOf(session, guide), critique, guide);
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
  };
  const asked = requestCritique(next, context, [
    { type: 'countSetAside', rule: finding.rule, critic: made.critic, version: made.version },
  ]);
  // The whole was read before it is judged again: a story that is not scored has a card of its own.
  if (asked.sessions.at(-1)?.stage.at !== 'critiquing') return asked;
  const line = 'Set aside. If you like, tell me why: I keep it as a note. I look again without it.';
  return {
    ...asked,
    effects: asked.effects.map((effect) =>
      effect.type === 'say' ? { ...effect, card: { ...effect.card, blocks: [text(line)] } } : effect,
    ),
  };
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
