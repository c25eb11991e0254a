import { expect, test } from 'vitest';
import { shareCard } from '../../src/conversation/cards/share-card.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import {
  atCritique,
  atDraft,
  atFirstStep,
  beginPractice,
  type Practice,
  quotesOn,
  STORY,
} from './practice.ts';

const HARD = "I was fired after my breakdown last year and I still can't talk about it.";
const MOVED_ON = 'Your practice moved on since you looked, so nothing was sent. Look again, then send.';

/** The person confirmed what they saw at `turn`. */
function shares(practice: Practice, turn = practice.session.turn): Practice {
  return practice.happens({ type: 'shared', to: 'U0GRACE', toName: 'Grace', fromName: 'Ada', turn });
}

function sent({ effects }: Practice): Extract<Effect, { type: 'share' }>[] {
  return effects.flatMap((effect) => (effect.type === 'share' ? [effect] : []));
}

test.each([
  ['at the draft', () => atDraft()],
  ['at the critique', () => atCritique()],
  ['while it rests', () => atCritique().says('pause')],
  ['after it ended', () => atCritique().says('stop')],
])('exactly what was seen is sent, %s', (_, stand) => {
  const practice = stand();
  const seen = shareCard(practice.session, practice.guide, 'Ada');
  const { stage } = practice.session;
  shares(practice);
  expect(sent(practice)).toEqual([{ type: 'share', card: { v: 1, ...seen }, to: 'U0GRACE' }]);
  expect(JSON.stringify(seen)).toContain(STORY.context);
  expect(practice.session.stage).toEqual(stage);
});

test('the person reads who gets it, and that a failure would be told here', () => {
  const practice = shares(atDraft());
  expect(practice.shown).toContain('Grace');
  expect(practice.shown).toContain('If it cannot reach them, I tell you here.');
  expect(quotesOn(practice.card)).toContain('Grace');
});

test('a name is quoted, so that nothing in it can call anybody', () => {
  const practice = atDraft();
  const { turn } = practice.session;
  practice.happens({ type: 'shared', to: 'U0', toName: '<!channel>', fromName: '<!here>', turn });
  expect(quotesOn(practice.card)).toContain('<!channel>');
  const [share] = sent(practice);
  expect(share && quotesOn(share.card)).toContain('<!here>');
});

test('where the practice moved on since the preview, nothing is sent and the person is told', () => {
  const practice = atDraft();
  const seenAt = practice.session.turn;
  practice.says('redo 2').says('I never asked for it in writing.');
  shares(practice, seenAt);
  expect(sent(practice)).toEqual([]);
  expect(practice.shown).toContain(MOVED_ON);
});

test('sent twice in a row it goes out once', () => {
  const practice = atDraft();
  const seenAt = practice.session.turn;
  shares(practice, seenAt);
  expect(sent(practice)).toHaveLength(1);
  shares(practice, seenAt);
  expect(sent(practice)).toEqual([]);
});

test('nothing is sent of a practice in which nothing is written, nor of a hard story', () => {
  const none = [
    shares(beginPractice().says('story').says('skip')),
    shares(atFirstStep().says(HARD)),
    shares(atFirstStep().says(HARD).says('go on').says('go')),
  ];
  for (const practice of none) {
    expect(sent(practice)).toEqual([]);
    expect(practice.shown).toContain(MOVED_ON);
  }
});

test('a critique that was made before a change is not shown to others', () => {
  const practice = atCritique();
  const line = practice.session.critique?.critique.line ?? expect.fail('no critique');
  expect(JSON.stringify(shareCard(practice.session, practice.guide, 'Ada'))).toContain(line);
  practice.says('redo 2').says('I never asked for it in writing, and nobody else could have.');
  expect(practice.session.critique?.outdated).toBe(true);
  expect(JSON.stringify(shareCard(practice.session, practice.guide, 'Ada'))).not.toContain(line);
});

test('how the person felt about a part beforehand is in their own critique, and not in what is shared', () => {
  const practice = atDraft().presses('weakest:reflections').isJudged();
  const words = JSON.stringify(practice.card.blocks);
  expect(words).toContain('You felt');
  expect(JSON.stringify(shareCard(practice.session, practice.guide, 'Ada')?.blocks)).not.toContain(
    'You felt',
  );
});
