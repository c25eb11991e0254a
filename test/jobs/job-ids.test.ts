import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bellJobId } from '../../jobs/bell.ts';
import { critiqueJobId } from '../../jobs/critique.ts';
import { effectKey } from '../../src/conversation/effect.ts';

/** Ids as they come: ours, Slack's, Discord's, and endless digits. */
const id = fc.oneof(
  fc.uuid(),
  fc.constantFrom('1234567890123456800', '1764072000.001200', 'U2147483697', 'a:b:c', '', '0'),
  fc.stringMatching(/^\d{1,40}$/),
  fc.string(),
);
const count = fc.nat(1_000_000);
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** What BullMQ refuses: a colon, or a whole number. */
function expectTaken(jobId: string): void {
  expect(jobId).not.toContain(':');
  expect(jobId).not.toBe(`${Number.parseInt(jobId, 10)}`);
}

test('the id of a bell is never refused, and two bells with one id are one', () => {
  fc.assert(
    fc.property(id, instant, id, instant, (key, dueAt, otherKey, otherDueAt) => {
      const jobId = bellJobId(key, dueAt);
      expectTaken(jobId);
      expect(bellJobId(key, dueAt)).toBe(jobId);
      const isSame = key === otherKey && Date.parse(dueAt) === Date.parse(otherDueAt);
      expect(bellJobId(otherKey, otherDueAt) === jobId).toBe(isSame);
    }),
  );
});

test('the id of a bell is that of its instant, however the instant is written', () => {
  expect(bellJobId('quiet-1', '2027-03-14T02:30:00.000Z')).toBe(bellJobId('quiet-1', '2027-03-14T02:30:00Z'));
});

test('the ids of critiques and effects are never refused, and differ for different ones', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      count,
      count,
      fc.uuid(),
      count,
      count,
      (session, one, two, other, oneToo, twoToo) => {
        const isSame = session === other && one === oneToo && two === twoToo;
        for (const build of [critiqueJobId, effectKey]) {
          expectTaken(build(session, one, two));
          expect(build(session, one, two) === build(other, oneToo, twoToo)).toBe(isSame);
        }
      },
    ),
  );
});
