import { describe, expect, test } from 'vitest';
import { createHowFar } from '../../../adapters/catch-up/how-far.ts';
import type { OpenPlace } from '../../../adapters/catch-up/open-place.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-02T12:00:00Z');
/** Minutes after noon. */
const at = (minutes: number) => NOON + minutes * MINUTE;

function open(since: number, knownSince?: number): OpenPlace {
  return {
    person: { platform: 'slack', scope: 'T1', userId: 'U1' },
    place: { platform: 'slack', channel: 'D1' },
    since: new Date(at(since)),
    ...(knownSince === undefined ? {} : { knownSince: new Date(at(knownSince)) }),
  };
}

describe('a place is read', () => {
  test('from five minutes before the last message that is known of it', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), [['D1', open(0)]]);
    expect(howFar.from('D1', open(0))).toBe(at(-5));
  });

  test('from where the last run began, once it was read, though nothing was written since', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), [['D1', open(0)]]);
    howFar.done('D1');
    howFar.begin(at(120), [['D1', open(115)]]);
    expect(howFar.from('D1', open(115))).toBe(at(55));
  });

  test('from where it was left when a run did not come to it, however far the talk went on', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), [
      ['D1', open(0)],
      ['D2', open(10)],
    ]);
    howFar.done('D1');
    howFar.begin(at(120), [['D2', open(110)]]);
    howFar.begin(at(180), [['D2', open(170)]]);
    expect(howFar.from('D2', open(170))).toBe(at(5));
  });

  test('from the earliest of the practices that are open in it', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), [
      ['D1', open(50)],
      ['D1', open(20)],
      ['D1', open(40)],
    ]);
    expect(howFar.from('D1', open(50))).toBe(at(15));
  });

  test('from the beginning of the last run on, where it was opened since', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), []);
    howFar.begin(at(120), [['D1', open(115)]]);
    expect(howFar.from('D1', open(115))).toBe(at(55));
  });

  test('not from before its person was taken in, and not from before they came back after a deletion', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), [['D1', open(30, 28)]]);
    expect(howFar.from('D1', open(30, 28))).toBe(at(28));
    howFar.begin(at(120), [['D1', open(100, 90)]]);
    expect(howFar.from('D1', open(100, 90))).toBe(at(90));
  });

  test('as if it were new where its practice was over for a while', () => {
    const howFar = createHowFar();
    howFar.begin(at(60), [['D1', open(0)]]);
    howFar.begin(at(120), []);
    howFar.begin(at(180), [['D1', open(170)]]);
    expect(howFar.from('D1', open(170))).toBe(at(115));
  });
});
