import { describe, expect, test } from 'vitest';
import { nextWake } from '../../src/mocks/dues.ts';
import type { Phase } from '../../src/mocks/mock.ts';
import type { Asked } from '../../src/mocks/mock-event.ts';
import { candidateOf, interviewerOf } from '../../src/mocks/people.ts';
import { whoseAnswer } from '../../src/mocks/whose-answer.ts';
import { cardOfWords } from './machine.ts';
import {
  ADA,
  BEN,
  begunWith,
  CHLOE,
  inChannel,
  isReveal,
  leaveButtonIn,
  type PlayedSession,
  playedSession,
  saidIn,
  toldTo,
} from './session-kit.ts';

const ALL = [ADA, BEN, CHLOE];

function known(id: string | undefined): Asked {
  return ALL.find((one) => one.id === id) ?? ADA;
}

/** Begun, and gone on by its own clock until that phase of the first or second telling. */
function inPhase(phase: Phase, people = ALL, turn: 0 | 1 = 0): PlayedSession {
  const session = begunWith(people);
  while (session.groupOf(ADA).phase !== phase || session.groupOf(ADA).turn !== turn)
    session.until(nextWake(session.mock()) ?? '');
  return session;
}

function rolesIn(session: PlayedSession) {
  const group = session.groupOf(ADA);
  return {
    candidate: known(candidateOf(group)),
    interviewer: known(interviewerOf(group)),
    observer: known(group.observer),
  };
}

describe('Leave, pressed once', () => {
  test('asks whether they mean it, and changes nothing; the partner hears nothing', () => {
    const session = inPhase('answer', [ADA, BEN]);
    const before = session.mock();
    const asked = session.presses(ADA, 'leave');
    expect(asked.map((one) => one.type === 'tell' && one.to)).toEqual([ADA.id]);
    expect(toldTo(ADA, asked)[0]).toContain('Leave now? Ben hears that you left.');
    expect(session.mock()).toEqual(before);
  });

  test('by who observes: nobody would hear of it, and the card says nobody', () => {
    const session = inPhase('answer');
    const { observer } = rolesIn(session);
    expect(toldTo(observer, session.presses(observer, 'leave'))[0]).not.toContain('hear');
  });

  test('its second button on an old card, of a group that is no more, moves nobody', () => {
    const session = inPhase('answer', [ADA, BEN]);
    const old = leaveButtonIn(session.presses(ADA, 'leave'))?.split(':').at(-1) ?? '';
    session.leaves(BEN);
    session.presses(BEN, 'join');
    expect(session.groupOf(ADA).no).toBe(2);
    expect(session.happens({ type: 'pressed', by: ADA, what: 'leave-now', at: old })).toEqual([]);
    expect(session.presses(ADA, 'leave-now')).toEqual([]);
    expect(session.groupOf(ADA).phase).not.toBe('over');
  });
});

describe('somebody leaves a pair', () => {
  test.each(['candidate', 'interviewer'] as const)(
    'the %s: the other hears how it goes on, and so does who left',
    (who) => {
      const session = inPhase('answer', [ADA, BEN]);
      const roles = rolesIn(session);
      const stays = who === 'candidate' ? roles.interviewer : roles.candidate;
      const left = session.leaves(roles[who]);
      expect(saidIn(left)).toEqual([expect.stringContaining(`${roles[who].name} has left for now`)]);
      expect(toldTo(stays, left)[0]).toContain('Your partner is not there any more');
      expect(toldTo(roles[who], left)[0]).toContain('You are out for now');
      session.toTheEnd();
      expect(session.mock().ended).toBe('held');
    },
  );

  test('both: nobody is paired with anybody who comes after them, and it ends', () => {
    const session = inPhase('answer', [ADA, BEN]);
    session.leaves(ADA);
    session.leaves(BEN);
    session.presses(CHLOE, 'join');
    expect(session.mock().groups).toHaveLength(1);
    session.toTheEnd();
    expect([session.mock().stage, nextWake(session.mock())]).toEqual(['over', undefined]);
  });

  test('by mistake, and comes back to who stayed: they begin anew together, also where they were the only pair', () => {
    const session = inPhase('answer', [ADA, BEN]);
    session.leaves(ADA);
    session.presses(ADA, 'join');
    expect(session.groupOf(ADA)).toMatchObject({ no: 2, phase: 'settle' });
    expect(session.groupOf(ADA)).toEqual(session.groupOf(BEN));
    expect(inChannel(session.toTheEnd()).join()).toContain('2 took part');
  });

  test('in the second talk, when both are through: nobody is offered to practise alone on top of it', () => {
    const session = inPhase('talk', [ADA, BEN], 1);
    const left = session.leaves(BEN);
    expect(saidIn(left).join()).toContain('Both answers are told');
    expect(toldTo(ADA, left).join()).not.toContain('practise with me');
    expect(toldTo(ADA, left).join()).toContain('Thank you for practising');
  });

  test('what one has sent opens then, and what comes later is shown with it', () => {
    const session = inPhase('cards', [ADA, BEN]);
    const { candidate, interviewer } = rolesIn(session);
    session.sends(interviewer, 'a kind word');
    const left = session.leaves(interviewer);
    expect(toldTo(candidate, left).join()).toContain('a kind word');
    expect(toldTo(candidate, session.sends(candidate, 'my own')).join()).toContain('my own');
  });

  test('a press on "Not this time" of somebody who took part is a way out like any other, and they are counted', () => {
    const session = inPhase('talk', [ADA, BEN], 1);
    expect(toldTo(ADA, session.presses(ADA, 'not-this')).join()).toContain('Leave now?');
    session.leaves(ADA);
    expect(inChannel(session.toTheEnd()).join()).toContain('2 took part');
  });
});

describe('somebody leaves a trio', () => {
  test('the observer: the two go on, and nobody is told', () => {
    const session = inPhase('answer');
    const { observer } = rolesIn(session);
    const left = session.leaves(observer);
    expect(left.map((one) => one.type === 'tell' && one.to)).toEqual([observer.id]);
    expect(session.groupOf(ADA === observer ? BEN : ADA).observer).toBeUndefined();
  });

  test.each(['answer', 'asking', 'cards'] as const)(
    'the candidate, in %s: who observed answers, from the beginning',
    (phase) => {
      const session = inPhase(phase);
      const { candidate, interviewer, observer } = rolesIn(session);
      const left = session.leaves(candidate);
      expect(session.groupOf(interviewer)).toMatchObject({ phase: 'answer', turn: 0 });
      expect(candidateOf(session.groupOf(interviewer))).toBe(observer.id);
      expect(saidIn(left)[0]).toContain('it begins anew');
      expect(toldTo(observer, left).join()).toContain(`You answer, ${interviewer.name} asks`);
    },
  );

  test('the candidate: a card of their answer stays of theirs, is shown to the two of it alone, and opens no other', () => {
    const session = inPhase('asking');
    const { candidate, interviewer, observer } = rolesIn(session);
    session.sends(interviewer, 'of the first answer');
    session.sends(observer, 'kept of the first');
    const left = session.leaves(candidate);
    expect(toldTo(candidate, left).join()).toContain('of the first answer');
    expect(toldTo(observer, left).some(isReveal)).toBe(false);
    // The new answer's cards open once both of them have sent one of it.
    const own = session.sends(observer, 'my own');
    expect([...toldTo(observer, own), ...toldTo(interviewer, own)].some(isReveal)).toBe(false);
    const both = session.sends(interviewer, 'of the second answer');
    expect(toldTo(observer, both).find(isReveal)).toContain('of the second answer');
    expect(toldTo(observer, both).join()).not.toContain('of the first');
    expect(toldTo(interviewer, both).join()).not.toContain('of the first');
  });

  test('the interviewer: their card stays under their name, and the one who takes the place is asked for theirs', () => {
    const session = inPhase('cards');
    const { candidate, interviewer, observer } = rolesIn(session);
    session.sends(interviewer, 'from who left');
    const left = session.leaves(interviewer);
    expect(toldTo(observer, left).join()).toContain('One sentence that stayed with me');
    expect(toldTo(candidate, session.sends(candidate, 'my own')).some(isReveal)).toBe(false);
    const open = toldTo(candidate, session.sends(observer, 'from who came')).find(isReveal);
    expect(open).toContain(`What stayed with ${interviewer.name}: "What stayed: from who left"`);
    expect(open).toContain(`What stayed with ${observer.name}: "What stayed: from who came"`);
  });

  test('after the cards opened: that answer stays of those who were in it, and its late cards too', () => {
    const session = inPhase('talk');
    const { candidate, interviewer, observer } = rolesIn(session);
    session.leaves(candidate);
    expect(session.groupOf(interviewer).pair).toContain(observer.id);
    const late = session.sends(observer, 'a sentence to keep', 0);
    expect(session.mock().cards.at(-1)).toMatchObject({ by: 'observer', candidate: candidate.id });
    expect(toldTo(interviewer, late).join()).toContain(`${candidate.name}'s answer`);
    expect(toldTo(observer, late)).toEqual(['Your card is in, and the two of them have it.']);
    const own = session.sends(candidate, 'late, of myself', 0);
    expect(toldTo(candidate, own).join()).toContain('Your answer');
    expect(toldTo(observer, own)).toEqual([]);
  });

  test('somebody who comes to observe after the cards opened has no card of that answer: theirs comes back to them', () => {
    const session = inPhase('talk', [ADA, BEN]);
    session.presses(CHLOE, 'join');
    expect(session.groupOf(ADA).observer).toBe('chloe');
    const sent = session.sends(CHLOE, 'of what I did not hear', 0);
    expect(sent.map((one) => one.type === 'tell' && one.to)).toEqual(['chloe']);
    expect(toldTo(CHLOE, sent).join()).toMatch(/have not sent your card[\s\S]*of what I did not hear/u);
    expect(session.mock().cards).toEqual([]);
  });

  test('two of three, one after the other: the third is not left without a word', () => {
    const session = inPhase('answer');
    const { candidate, interviewer, observer } = rolesIn(session);
    session.leaves(candidate);
    expect(toldTo(observer, session.leaves(interviewer)).join()).toContain(
      'Your partner is not there any more',
    );
    session.toTheEnd();
    expect(session.mock().ended).toBe('held');
  });

  test('who leaves and comes back observes', () => {
    const session = inPhase('answer');
    const { candidate } = rolesIn(session);
    session.leaves(candidate);
    expect(toldTo(candidate, session.presses(candidate, 'join')).join()).toContain('You observe');
  });
});

test('somebody who is forgotten in mid-session is not written to any more', () => {
  const session = inPhase('cards', [ADA, BEN]);
  session.sends(BEN, 'a word');
  const said = saidIn(session.happens({ type: 'forgotten', id: 'ben' }));
  expect(said[0]).toContain('A colleague has left for now');
  expect(said.join()).not.toContain('Ben');
  const later = [...session.sends(ADA, 'mine'), ...session.toTheEnd()];
  expect(toldTo(BEN, later)).toEqual([]);
});

test('leaving where one is in nothing does nothing', () => {
  const session = playedSession();
  expect(session.leaves(ADA)).toEqual([]);
  const begun = begunWith([ADA, BEN]);
  expect(begun.leaves(CHLOE)).toEqual([]);
  begun.leaves(ADA);
  expect(begun.leaves(ADA)).toEqual([]);
});

test('a card that was written to who left is not shown to who took their place: it comes back', () => {
  const session = inPhase('cards');
  const { candidate, interviewer, observer } = rolesIn(session);
  const about = whoseAnswer({ candidate: candidate.id });
  session.leaves(candidate);
  const { no } = session.groupOf(interviewer);
  const sends = (words: string, whose: string) =>
    session.happens({
      type: 'carded',
      by: interviewer.id,
      group: no,
      turn: 0,
      about: whose,
      card: cardOfWords(words),
    });
  expect(toldTo(interviewer, sends('to who left', about)).join()).toContain('What stayed: to who left');
  expect(session.mock().cards).toEqual([]);
  sends('to who answers now', whoseAnswer({ candidate: observer.id }));
  expect(session.mock().cards).toMatchObject([{ candidate: observer.id, writer: interviewer.id }]);
});
