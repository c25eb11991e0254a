import { afterEach, expect, test } from 'vitest';
import {
  memberOf,
  nothingRefused,
  startTeam,
  type TeamCoachInSlack,
  type TeamMember,
} from '../support/slack-team.ts';

/** What people write for a session in Slack after it is over. */

const MINUTE = 60_000;
const DAY = 24 * 60;
const STARTS = Date.parse('2027-03-11T14:00:00Z');
const from = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();

let coach: TeamCoachInSlack;
afterEach(async () => {
  nothingRefused(coach);
  await coach.close();
});

/** Two were in a session, and neither sent a card: it is an hour after the recap. */
async function isOver(name: string): Promise<{ candidate: TeamMember; partner: TeamMember }> {
  coach = await startTeam(name);
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  const [ada, ben] = [memberOf(coach, 'U0ADA', { name: 'Ada' }), memberOf(coach, 'U0BEN', { name: 'Ben' })];
  await olga.types('schedule every Thursday 15:00', 'Noted');
  await coach.until(from(-2 * DAY));
  for (const one of [ada, ben]) await one.presses('Join');
  await coach.until(from(-9));
  for (const one of [ada, ben]) await one.presses('I am here');
  await coach.until(from(0));
  const [candidate, partner] = ada.reads().includes('You answer,') ? [ada, ben] : [ben, ada];
  await coach.until(from(100));
  expect(coach.inChannel().join('\n')).toContain('2 took part');
  return { candidate, partner };
}

test('a card that is sent an hour after the recap reaches the candidate, who reads that it came later', async () => {
  const { candidate, partner } = await isOver('slack team late card');
  // Of the two forms in their messages the older one: they listened first.
  await opensFirst(partner, 'Send my card');
  expect(partner.person.modal()).toBeDefined();
  await partner.person.submits({
    'step-context': 'want more',
    stayed: 'The call at night stayed with me.',
    question: 'Who rang first?',
  });
  expect(partner.person.modal()).toBeUndefined();
  await coach.settled();
  expect(candidate.reads()).toMatch(/came later, and is here now[\s\S]*The call at night stayed with me/u);
  expect(partner.reads()).toContain('Your card is in, and both of you have it.');
});

test('an answer that is typed an hour after the recap reaches the partner, once its writer has seen who reads it', async () => {
  const { candidate, partner } = await isOver('slack team late answer');
  await candidate.opens('Type my answer');
  await candidate.person.submits({ answer: 'I never got it in writing.' });
  await coach.settled();
  expect(partner.reads()).not.toContain('I never got it in writing.');
  await candidate.presses('Send it');
  expect(partner.reads()).toContain('I never got it in writing.');
});

test('what is sent when nothing is taken any more comes back to its writer in full', async () => {
  const { candidate, partner } = await isOver('slack team too late');
  await opensFirst(partner, 'Send my card');
  await candidate.opens('Type my answer');
  await coach.until(from(9 * DAY));
  const told = (one: TeamMember) => one.told() + one.reads();
  await partner.person.submits({
    'step-context': 'want more',
    stayed: 'A long call.',
    question: 'Who rang?',
  });
  await candidate.person.submits({ answer: 'I never got it in writing.' });
  for (const one of [candidate, partner])
    await coach.slack.until(() => told(one).includes('copy it'), 'what they wrote, given back');
  for (const words of ['copy it', 'want more', 'A long call.', 'Who rang?'])
    expect(told(partner)).toContain(words);
  expect(told(candidate)).toContain('I never got it in writing.');
  expect(candidate.reads()).not.toContain('A long call.');
  expect(told(partner)).not.toContain('I never got it in writing.');
});

/** Opens the form of the first message of theirs that has such a button. */
async function opensFirst(one: TeamMember, label: string): Promise<void> {
  const dm = coach.slack.messages(coach.slack.dmOf(one.id));
  const [first] = dm.filter((message) => JSON.stringify(message).includes(label));
  await one.presses(label, { in: first?.ts ?? '' });
}
