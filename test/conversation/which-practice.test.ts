import { describe, expect, test } from 'vitest';
import { plainRuns } from '../../src/card/fallback.ts';
import { decide, type Grounds } from '../../src/coach/decide.ts';
import { paused } from '../../src/conversation/begin.ts';
import type { SessionEvent } from '../../src/conversation/event.ts';
import { isActive, type Session } from '../../src/conversation/session.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import {
  AT,
  atCritique,
  atFirstStep,
  beginPractice,
  lastCard,
  NO_PRACTICE,
  SEED,
  STORY,
} from './practice.ts';

const common = { at: AT, seed: 'f'.repeat(32) };
const said = (text: string): SessionEvent => ({
  type: 'said',
  part: { id: 'x1', stamp: '9000', text },
  ends: 'now',
  ...common,
});
const pressed = (action: string, turn: number): SessionEvent => ({
  type: 'pressed',
  action,
  turn,
  ...common,
});

function decided(event: SessionEvent, grounds: Partial<Grounds> = {}): Turn {
  return decide(event, { ...NO_PRACTICE, ...grounds });
}

function shown(turn: Turn): string {
  const blocks = lastCard(turn.effects)?.blocks ?? [];
  return blocks.map((block) => (block.kind === 'text' ? plainRuns(block.runs) : '')).join('\n');
}

const active = (turn: Turn): Session[] => turn.sessions.filter(isActive);

/** Another practice, with an id of its own. */
function other(session: Session): Session {
  return { ...session, id: 'another', storyId: 'another-story' };
}

function put(session: Session): Session {
  return paused(session).sessions[0] ?? expect.fail('it was not paused');
}

describe('where no practice is open', () => {
  test('a short word shows how to begin, and begins nothing', () => {
    const turn = decided(said('hello there'));
    expect(turn.sessions).toEqual([]);
    expect(shown(turn)).toContain('I coach you through one interview question');
  });

  test.each(['story', 'answer', 'nothing', STORY.failure])('"%s" begins a practice', (text) => {
    expect(active(decided(said(text)))).toHaveLength(1);
  });

  test('a text that is too long is answered with both numbers', () => {
    const turn = decided({ type: 'tooLong', length: 41_200, ...common });
    expect(shown(turn)).toContain('That is 41,200 characters and I can read up to 40,000.');
  });

  test('what a job brings is for nobody', () => {
    expect(decided({ type: 'woke', key: 'quiet-x', ...common })).toEqual({ sessions: [], effects: [] });
  });
});

describe('/practice-failure while a practice is open', () => {
  const offered = () => decided(said('/practice-failure'), { current: atFirstStep().session });

  test('offers to go on, to start fresh with the story or to take another, and changes nothing yet', () => {
    const turn = offered();
    expect(lastCard(turn.effects)?.buttons.map((button) => button.word)).toEqual([
      'go on',
      'fresh',
      'another',
    ]);
    expect(turn.sessions[0]?.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test.each(['new', 'New!', 'another', 'Another story'])('"%s" pauses the open one and begins', (text) => {
    const [current] = offered().sessions;
    const turn = decided(said(text), { current });
    expect(turn.sessions.map((session) => session.stage.at)).toEqual(['paused', 'opening']);
    expect(turn.sessions[0]?.id).toBe(current?.id);
  });

  test('pressing "Another story" does the same, and pressing it again does not begin a third', () => {
    const [current] = offered().sessions;
    if (current === undefined) return expect.fail('no practice');
    const turn = decided(pressed('new', current.turn), { current, target: current });
    expect(turn.sessions.map((session) => session.stage.at)).toEqual(['paused', 'opening']);
    const [left, fresh] = turn.sessions;
    const again = decided(pressed('new', current.turn), { current: fresh, target: left });
    expect(again.sessions.map((session) => session.id)).toEqual([fresh?.id]);
    expect(shown(again)).toContain('That button belongs to an earlier card. We are here:');
  });

  test('"go on" asks the same question again', () => {
    const [current] = offered().sessions;
    const turn = decided(said('go on'), { current });
    expect(shown(turn)).toContain('1 of 5: Context');
  });

  test('the offer is over with the next message: "new" is then an answer', () => {
    const [current] = offered().sessions;
    const [after] = decided(said('tips'), { current }).sessions;
    const [answered] = decided(said('new'), { current: after }).sessions;
    expect(answered?.answers.context?.map((part) => part.text)).toEqual(['new']);
  });

  test('an earlier practice looked at in between ends the offer as well', () => {
    const [current] = offered().sessions;
    const view = { blocks: [{ kind: 'text', runs: ['Your practices:'] }] } as const;
    expect(decided(said('history'), { current, view }).sessions[0]?.offer).toBeUndefined();
  });

  test('at the door it asks the door again', () => {
    const turn = decided(said('/practice-failure'), { current: beginPractice().session });
    expect(shown(turn)).not.toContain('does nothing');
    expect(turn.sessions.map((session) => session.stage.at)).toEqual(['opening']);
  });

  test('a script that begins anew is not asked', () => {
    const turn = decided(said('/practice-failure'), { current: atFirstStep().session, startsFresh: true });
    expect(turn.sessions.map((session) => session.stage.at)).toEqual(['paused', 'opening']);
  });
});

describe('a button of a card of another practice', () => {
  test('"Practise again" on a closed practice begins a new one', () => {
    const target = atCritique({ isFirst: false }).says('done').session;
    const turn = decided(pressed('start', target.turn), { target });
    expect(turn.sessions.map((session) => session.stage.at)).toEqual(['opening']);
    expect(turn.sessions[0]?.id).not.toBe(target.id);
  });

  test('"Practise again" while another is open offers to go on with that one', () => {
    const target = atCritique({ isFirst: false }).says('done').session;
    const current = other(atFirstStep().session);
    const turn = decided(pressed('start', target.turn), { target, current });
    expect(turn.sessions.map((session) => session.id)).toEqual([current.id]);
    expect(shown(turn)).toContain('You have a practice open, at 1 of 5, Context.');
  });

  test('"Go on" takes up a paused practice and pauses the one that is open', () => {
    const target = put(atFirstStep().session);
    const current = other(atFirstStep().session);
    const turn = decided(pressed('resume', target.turn), { target, current });
    expect(turn.sessions.map(({ id, stage }) => [id, stage.at])).toEqual([
      [current.id, 'paused'],
      [target.id, 'asking'],
    ]);
  });

  test.each(['next', 'pause', 'stop', 'skip'])(
    '"%s" of a paused practice touches neither it nor the open one',
    (action) => {
      const target = put(atFirstStep().session);
      const current = other(atFirstStep().session);
      const turn = decided(pressed(action, target.turn), { target, current });
      expect(turn.sessions).toEqual([{ ...current, turn: current.turn + 1 }]);
      expect(shown(turn)).toContain('That button belongs to an earlier card. We are here:');
    },
  );

  test('Next on the question of a practice that fell silent goes on with it', () => {
    const target = put(atFirstStep().session);
    const turn = decided(pressed('next', target.turn), { target, current: target });
    expect(active(turn)).toHaveLength(1);
  });
});

describe('resume N', () => {
  test('takes up the practice with that number and pauses the open one', () => {
    const target = put(atFirstStep().session);
    const current = other(atFirstStep().session);
    const turn = decided(said('resume 2'), { target, current });
    expect(turn.sessions.map(({ id, stage }) => [id, stage.at])).toEqual([
      [current.id, 'paused'],
      [target.id, 'asking'],
    ]);
    expect(shown(turn)).toContain('Here we go on.');
  });

  test('goes on with a practice that was ended, where it was left', () => {
    const target = atFirstStep().says(STORY.context).says('stop').session;
    const turn = decided(said('resume 1'), { target });
    expect(turn.sessions[0]?.stage).toMatchObject({ at: 'asking', step: 'failure' });
    expect(shown(turn)).toContain('2 of 5');
  });

  test('without a number asks for it where nothing is open', () => {
    expect(shown(decided(said('resume')))).toContain('Type its number');
  });

  test('of a number that is not there says so beside the question that stands', () => {
    const turn = decided(said('resume 7'), { current: atFirstStep().session });
    expect(shown(turn)).toContain('There is no practice 7.');
    expect(active(turn)).toHaveLength(1);
  });
});

test('a critique of a practice that was left for another is stored with its own', () => {
  const { critique } = atCritique().session.critique ?? {};
  if (critique === undefined) return expect.fail('no critique');
  const target = put(atCritique().says('go').says('redo 5').says('I ask twice now.').says('go').session);
  const current = other(atFirstStep().session);
  const event: SessionEvent = {
    type: 'critiqueReady',
    draftNo: target.drafts,
    judgement: critique,
    ...common,
  };
  const turn = decided(event, { target, current });
  expect(turn.sessions.map((session) => session.id)).toEqual([target.id]);
  expect(turn.effects.map((effect) => effect.type)).toEqual(['storeCritique']);
});

test('the same event decides the same ids', () => {
  expect(decided({ ...said('story'), seed: SEED })).toEqual(decided({ ...said('story'), seed: SEED }));
});
