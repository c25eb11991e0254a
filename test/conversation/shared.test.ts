import { expect, test } from 'vitest';
import { shareCard } from '../../src/conversation/cards/share-card.ts';
import { type Effect, effectKey } from '../../src/conversation/effect.ts';
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

/** The name of the effect of the share that was just ordered. */
function keyOfShare({ session }: Practice): string {
  return effectKey(session.id, session.turn, 0);
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

test('the person reads that it is there once it is, by name', () => {
  const practice = shares(atDraft());
  expect(practice.effects).toHaveLength(1);
  practice.happens({ type: 'shareArrived', key: keyOfShare(practice) });
  expect(practice.shown).toContain('Your answer is with "Grace" now. They alone are shown it.');
  expect(quotesOn(practice.card)).toContain('Grace');
});

test('the person reads that it is not there where it could not be sent, and what to do', () => {
  const practice = shares(atDraft());
  practice.happens({
    type: 'deliveryFailed',
    key: keyOfShare(practice),
    kind: 'share',
    reason: 'share-50007',
  });
  expect(practice.shown).toContain('That did not reach "Grace", and nothing was shown');
  expect(practice.shown).toContain('Ask them to write to me once and send it again');
});

test('one that could not be sent for a day is told of like any other', () => {
  const practice = shares(atDraft());
  practice.happens({ type: 'deliveryFailed', key: keyOfShare(practice), kind: 'share', reason: 'too-old' });
  expect(practice.shown).toContain('That did not reach "Grace"');
});

test('of somebody who takes none, the person reads just that', () => {
  const practice = shares(atDraft());
  practice.happens({
    type: 'deliveryFailed',
    key: keyOfShare(practice),
    kind: 'share',
    reason: 'share-declined',
  });
  expect(practice.shown).toContain('"Grace" takes no shared answers here, so nothing was shown.');
});

test('so they do where it is not remembered any more who that was', () => {
  const practice = shares(atDraft());
  practice.happens({ type: 'deliveryFailed', key: 'e-x-1-0', kind: 'share', reason: 'share-declined' });
  expect(practice.shown).toContain(
    'The person you picked takes no shared answers here, so nothing was shown.',
  );
});

test('what was offered is still offered when news of a share come', () => {
  const practice = shares(atCritique({ isFirst: true })).says('done');
  expect(practice.session.offer).toBe('run');
  practice.happens({ type: 'shareArrived', key: 'e-x-1-0' });
  expect(practice.session.offer).toBe('run');
});

test('the card says who sent it, what it is, that they may answer them directly, and how to get no more', () => {
  const [share] = sent(shares(atDraft()));
  const [who, how] = share?.card.blocks.map((block) => ('runs' in block ? block.runs : [])) ?? [];
  expect(who).toEqual([
    { quote: 'Ada' },
    ' prepares for an interview with me, a practice coach, and shares this answer with you.',
  ]);
  expect(how).toEqual([
    'Only you are shown it. Read it, and tell ',
    { quote: 'Ada' },
    ' yourself: what you write here never reaches them.',
  ]);
  expect(share?.card.buttons).toEqual([
    { action: 'settings:shares-off', word: 'settings shares off', label: 'Do not send me these' },
  ]);
});

test('a name is quoted, so that nothing in it can call anybody', () => {
  const practice = atDraft();
  const { turn } = practice.session;
  practice.happens({ type: 'shared', to: 'U0', toName: '<!channel>', fromName: '<!here>', turn });
  const [share] = sent(practice);
  expect(share && quotesOn(share.card)).toContain('<!here>');
  practice.happens({ type: 'shareArrived', key: keyOfShare(practice) });
  expect(quotesOn(practice.card)).toContain('<!channel>');
});

test('where the practice moved on since the preview, nothing is sent and the person is told', () => {
  const practice = atDraft();
  const seenAt = practice.session.turn;
  practice.says('redo 2').says('I never asked for it in writing.');
  shares(practice, seenAt);
  expect(sent(practice)).toEqual([]);
  expect(practice.shown).toContain(MOVED_ON);
});

test('sent twice in a row it goes out once, and the person reads that it is on its way, or was sent', () => {
  const practice = atDraft();
  const seenAt = practice.session.turn;
  shares(practice, seenAt);
  expect(sent(practice)).toHaveLength(1);
  const key = keyOfShare(practice);
  shares(practice, seenAt);
  expect(sent(practice)).toEqual([]);
  expect(practice.shown).toContain('It is on its way to "Grace" already, once.');
  practice.happens({ type: 'shareArrived', key });
  shares(practice, seenAt);
  expect(sent(practice)).toEqual([]);
  expect(practice.shown).toContain('It was sent to "Grace" already, once.');
});

test('one that did not arrive can be sent again, and the same preview to somebody else', () => {
  const practice = atDraft();
  const seenAt = practice.session.turn;
  shares(practice, seenAt);
  practice.happens({
    type: 'deliveryFailed',
    key: keyOfShare(practice),
    kind: 'share',
    reason: 'share-50007',
  });
  shares(practice, seenAt);
  expect(sent(practice)).toHaveLength(1);
  practice.happens({ type: 'shared', to: 'U0MEG', toName: 'Meg', fromName: 'Ada', turn: seenAt });
  expect(sent(practice)).toMatchObject([{ to: 'U0MEG' }]);
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
