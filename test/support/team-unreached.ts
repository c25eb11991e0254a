import { afterEach, expect, test } from 'vitest';
import { peopleOf } from './team-groups.ts';
import type { TeamStory } from './team-story.ts';
import { createWeeks, SIDE_BY_SIDE, type TeamWeeks } from './team-weeks.ts';

/** Five join, and one of them can be written to no more: everybody else hears all of it, once. */

export const ORGANISER = 'Olga';
/** A Monday morning, 9:00 in Berlin. */
export const BEGINS = '2027-03-08T08:00:00.000Z';
const OTHERS = ['Ada', 'Ben', 'Dev', 'Eve'];
const GONE = 'Cat';
const ALL = [...OTHERS, GONE];
/** 15:00 in Berlin, then moved to 16:00. */
const STARTS = '2027-03-11T15:00:00.000Z';

/** Of these each hears so often from the change of the time to the thanks. */
const HEARD: Readonly<Record<string, number>> = {
  'Your practice session has a new time.': 1,
  'Your practice session: Thursday': 1,
  'Your practice session begins at': 1,
  'You answer, ': 1,
  'You ask, ': 1,
  'the cards, side by side': 2,
  'Thank you for practising': 1,
  'practice.ics': 2,
};

/** `codes`: what the platform says when it does not take a message for somebody. */
export function playsOneUnreached(
  platform: string,
  codes: readonly string[],
  starts: (names: readonly string[], code: string) => Promise<TeamStory>,
): void {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  test.each(codes)(
    `${platform}: where one of those who joined can be written to no more (%s), the others hear all of it once, and are paired`,
    async (code) => {
      const team = await starts([ORGANISER, ...ALL], code);
      closing.push(() => team.close());
      const weeks = createWeeks(() => team, ALL, [STARTS]);
      const { at, press, fresh } = weeks;
      await team.mate(ORGANISER).types('schedule every Thursday 15:00 Europe/Berlin');
      await weeks.invited(1);
      await press(ALL, 'Join', 'channel');
      const before = fresh(GONE);
      expect(before.join()).toContain('practice.ics');
      team.losesTouchWith(GONE, code);

      await team.mate(ORGANISER).types('edit every Thursday 16:00');
      await weeks.reminded(OTHERS);
      await press(OTHERS, 'I am here');
      await team.until(at(0));
      expect(weeks.fairlyPaired(OTHERS)).toHaveLength(2);
      // Nobody waits for her any more.
      await team.until(at(6));
      await sendsAllCards(team, weeks);
      await team.until(at(60));

      expect(team.inChannel().at(-1)).toContain('4 took part.');
      for (const name of OTHERS) {
        const count = (words: string) => fresh(name).filter((message) => message.includes(words)).length;
        const heard = Object.keys(HEARD).map((words) => [words, count(words)]);
        expect([name, Object.fromEntries(heard)]).toEqual([name, HEARD]);
      }
      expect(new Set(team.deliveries()).size).toBe(team.deliveries().length);
      await team.hoursPass();
      expect(fresh(GONE)).toEqual(before);
      const given = await team.undelivered();
      expect(given.length).toBeGreaterThan(0);
      expect(given.filter((one) => !one.endsWith(' dead'))).toEqual([]);
      expect(team.violations()).toEqual([]);
    },
  );
}

/** In writing all who joined are paired, without a word from them. `code`: of whom the platform takes nothing at all. */
export function playsPartnerUnreached(
  platform: string,
  code: string,
  starts: (names: readonly string[]) => Promise<TeamStory>,
): void {
  test(`${platform}: whoever is paired in writing with somebody who is gone (${code}) hears it at once, and sits beside another pair`, async () => {
    const four = [...OTHERS.slice(0, 3), GONE];
    const team = await starts([ORGANISER, ...four]);
    try {
      const weeks = createWeeks(() => team, four, [STARTS]);
      await team.mate(ORGANISER).types('schedule every Thursday 16:00 Europe/Berlin async 3 days');
      await weeks.invited(1);
      await weeks.press(four, 'Join', 'channel');
      team.losesTouchWith(GONE, code);
      await team.until(weeks.at(0));
      const [pair, ...others] = weeks.groups();
      if (pair === undefined) throw new Error('two of them are a pair');
      expect(others).toEqual([]);
      expect(peopleOf(pair).toSorted()).toEqual(OTHERS.slice(0, 3));
      const beside = pair.observer;
      expect(weeks.said(beside?.name ?? '')).toContain(`I cannot reach ${GONE} just now`);
      expect(weeks.inRoom(peopleOf(pair)).join()).toContain(`${beside?.name} joins to observe`);
      // The two have their days; nothing is asked again of who is gone.
      await team.until(weeks.at(3 * 24 * 60 + 60));
      expect(team.violations()).toEqual([]);
    } finally {
      await team.close();
    }
  });
}

async function sendsAllCards(team: TeamStory, weeks: TeamWeeks): Promise<void> {
  for (const minutes of [7.5, 18]) {
    await team.until(weeks.at(minutes));
    const now = weeks.groups();
    await weeks.cardsSent(now);
    weeks.opened(now);
  }
  for (const name of OTHERS) expect(weeks.said(name)).toMatch(SIDE_BY_SIDE);
}
