import { draftOf } from '../../src/conversation/draft-of.ts';
import type { Session } from '../../src/conversation/session.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import type { Guide } from '../../src/guide/guide.ts';
import type { Move } from './any-event.ts';
import { play, say } from './play.ts';

/** The stages on the way when a person simply answers what is asked. */
export function stagesToCritique(session: Session, guide: Guide): string[] {
  const stages: string[] = [session.stage.at];
  let now = session;
  for (let tries = 0; tries < 20 && now.stage.at !== 'critiqued'; tries += 1) {
    const [next] = play(guide, [nextMove(now, guide)], now);
    now = next?.after ?? now;
    stages.push(now.stage.at);
  }
  return stages;
}

function nextMove(session: Session, guide: Guide): Move {
  switch (session.stage.at) {
    case 'paused':
      return say('go on');
    case 'opening':
      return say('skip');
    case 'reviewing':
      return say(draftOf(session, guide).text.trim() === '' ? 'redo 1' : 'go');
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
