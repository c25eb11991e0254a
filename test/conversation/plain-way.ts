import { takeUp } from '../../src/conversation/begin.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import type { Session } from '../../src/conversation/session.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import type { Guide } from '../../src/guide/guide.ts';
import type { Move } from './any-event.ts';
import { play, say } from './play.ts';
import { AT } from './practice.ts';

/**
 * The sessions on the way when a person simply answers what is asked: to the critique, or to the draft of a story
 * that is not scored.
 */
export function plainWay(session: Session, guide: Guide): Session[] {
  let now = session.stage.at === 'done' ? takenUp(session, guide) : session;
  const way: Session[] = [now];
  for (let tries = 0; tries < 20 && !isThere(now, guide); tries += 1) {
    const [next] = play(guide, [nextMove(now, guide)], now);
    now = next?.after ?? now;
    way.push(now);
  }
  return way;
}

function takenUp(session: Session, guide: Guide): Session {
  return takeUp(session, { at: AT }, guide).sessions.at(-1) ?? session;
}

function isThere(session: Session, guide: Guide): boolean {
  if (session.sheltered !== true) return session.stage.at === 'critiqued' && session.critique !== undefined;
  return session.stage.at === 'reviewing' && draftOf(session, guide).text.trim() !== '';
}

function nextMove(session: Session, guide: Guide): Move {
  const { stage } = session;
  switch (stage.at) {
    case 'paused':
      return say('go on');
    case 'opening':
    case 'finding':
    case 'rehearsing':
      return say('skip');
    case 'closing':
    case 'improving':
      return say('back');
    case 'sheltered':
      return say(stage.asks === 'what' ? 'go on' : 'keep');
    case 'reviewing':
      return say(draftOf(session, guide).text.trim() === '' ? 'redo 1' : 'go');
    case 'critiqued':
      return say('go');
    case 'critiquing':
      return { do: 'judge', off: 0, judgement: PLAIN_CRITIQUE };
    default:
      return say(
        standingCard(session, guide).buttons.some(({ word }) => word === 'keep') ? 'keep' : 'I did it.',
      );
  }
}

const PLAIN_CRITIQUE = {
  v: 1,
  critic: 'rubric',
  version: 'rubric-1',
  steps: {},
  findings: [],
  keep: [],
  next: { question: 'How did they take it?' },
  overall: 0.5,
  verdict: 'weak',
  line: 'Right story, one thing to fix.',
} as const;
