import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleOf } from './team-groups.ts';
import type { TeamStory } from './team-story.ts';
import { createWeeks, SIDE_BY_SIDE } from './team-weeks.ts';

/** Seven people practise on four Thursdays, on any platform: who is away, late, leaves; a time that moves; a bot that ends. */

export const SEVEN = ['Ada', 'Ben', 'Chloe', 'Dev', 'Eve', 'Farid', 'Gita'] as const;
export const ORGANISER = 'Olga';
/** A Monday morning, 9:00 in Berlin. */
export const BEGINS = '2027-03-08T08:00:00.000Z';

/** 15:00 in Berlin, then 16:00; the clocks change on 28 March. */
const STARTS = [
  '2027-03-11T14:00:00.000Z',
  '2027-03-18T14:00:00.000Z',
  '2027-03-25T15:00:00.000Z',
  '2027-04-01T14:00:00.000Z',
  '2027-04-08T14:00:00.000Z',
] as const;
const TWO_DAYS = 2 * 24 * 60;

/** What a pair reads in its own place, from the first card to the last. */
const SCRIPT = [
  /answers first.* Then you swap/u,
  /asks: What is your greatest failure/u,
  /for your questions/u,
  /Two minutes, in silence/u,
  /Three minutes to talk/u,
  /Now you swap/u,
  /asks: What is your greatest failure/u,
  /for your questions/u,
  /Two minutes, in silence/u,
  /Three minutes to talk/u,
  /That was all from me/u,
] as const;

export function playsTeamOfSeven(platform: string, starts: () => Promise<TeamStory>): void {
  let team: TeamStory;
  const weeks = createWeeks(() => team, SEVEN, STARTS);
  const { at, invited, press, reminded, fresh, said, groups, fairlyPaired, cardsSent, opened } = weeks;
  const newestInChannel = () => team.inChannel().at(-1);

  describe(`a team of seven in ${platform}`, () => {
    beforeAll(async () => {
      team = await starts();
    });
    afterAll(() => team.close());

    test('first week: all come, one of a trio observes, and each card opens to the two it is for', async () => {
      await team.mate(ORGANISER).types('schedule every Thursday 15:00 Europe/Berlin');
      await invited(1);
      await press(SEVEN, 'Join', 'channel');
      expect(team.inChannel()).toHaveLength(1);
      expect(newestInChannel()).toContain('7 so far');
      for (const name of SEVEN) {
        expect(said(name)).toMatch(/You are in: Thursday,? 11 March 2027/u);
        const entry = { sequence: 0, status: 'CONFIRMED', starts: '2027-03-11T14:00:00Z' };
        expect(await weeks.calendarOf(name)).toMatchObject([entry]);
      }
      await reminded(SEVEN);
      await press(SEVEN, 'I am here');
      await team.until(at(0));
      const first = fairlyPaired(SEVEN);
      expect(first.map((group) => peopleOf(group).length).toSorted()).toEqual([2, 2, 3]);
      expect(
        team
          .rooms()
          .map(({ people }) => people.join())
          .toSorted(),
      ).toEqual(first.map((group) => peopleOf(group).toSorted().join()).toSorted());
      await team.until(at(7.5));
      await cardsSent(first);
      opened(first);
      await team.until(at(18));
      const swapped = groups();
      expect(swapped.map(({ candidate }) => candidate.name).toSorted()).toEqual(
        first.map(({ partner }) => partner.name).toSorted(),
      );
      await cardsSent(swapped);
      opened(swapped);
      await team.until(at(25));
      await press(['Ada'], 'You may name me');
      await team.until(at(60));
      expect(newestInChannel()).toContain('7 took part.\nAmong them: Ada.');
    });

    test('second week: who is away, who does not come, a bot that ends in the middle, and somebody late beside a pair', async () => {
      const four = ['Ada', 'Chloe', 'Dev', 'Eve'];
      await invited(2);
      await press(['Ben'], 'Not this time', 'channel');
      await press([...four, 'Farid'], 'Join', 'channel');
      await reminded([...four, 'Farid']);
      await press(four, 'I am here');
      await team.until(at(0));
      expect(fairlyPaired(four)).toHaveLength(2);
      expect(said('Farid')).toMatch(/Are you there\? I wait for you until .*15:05/u);
      await team.until(at(6));
      expect(said('Farid')).toContain('no partner free just now');

      // The mark of the cards passes while nobody keeps the script.
      await team.ends();
      await team.begins(at(8.5));
      await team.until(at(8.5));
      await press(['Gita'], 'Join late', 'channel');
      const now = groups();
      const beside = now.find(({ observer }) => observer?.name === 'Gita');
      const other = now.find(({ observer }) => observer === undefined);
      if (beside === undefined || other === undefined) throw new Error('Gita is beside one of two pairs');
      weeks.metBy('Gita', beside);
      for (const name of four)
        expect(fresh(name).filter((message) => message.includes('[Send my card]'))).toHaveLength(1);
      await cardsSent(now);
      opened(now);

      await team.until(at(19));
      const swapped = groups();
      const silent = swapped.find(({ observer }) => observer === undefined);
      if (silent === undefined) throw new Error('the other two are still a pair');
      await cardsSent(swapped, silent.candidate);
      opened(swapped.filter((group) => group !== silent));
      const missing = `${silent.candidate.name}'s own card has not come yet.`;
      expect(said(silent.partner.name)).not.toContain(missing);
      await team.until(at(23));
      expect(said(silent.partner.name)).toContain(missing);
      expect(said(silent.candidate.name)).toContain('Your own card has not come yet.');
      await team.until(at(60));
      const script = weeks.inRoom(peopleOf(other));
      expect(script).toHaveLength(SCRIPT.length);
      for (const [index, said] of SCRIPT.entries()) expect(script[index]).toMatch(said);
      expect(newestInChannel()).toContain('5 took part.');
      expect(await team.undelivered()).toEqual([]);
    });

    test('third week: the time moves in everybody’s calendar, and whoever loses a partner sits beside another pair', async () => {
      await invited(3);
      await press(SEVEN, 'Join', 'channel');
      const before = new Map<string, Awaited<ReturnType<typeof weeks.calendarOf>>>();
      for (const name of SEVEN) before.set(name, await weeks.calendarOf(name));
      await team.until(at(-TWO_DAYS));
      await team.mate(ORGANISER).types('edit every Thursday 16:00');
      expect(newestInChannel()).toContain('The time has changed.');
      expect(newestInChannel()).toContain('16:00');
      for (const name of SEVEN) {
        expect(said(name)).toContain('Your practice session has a new time.');
        const was = before.get(name) ?? [];
        const shown = await weeks.calendarOf(name);
        expect(shown).toHaveLength(was.length);
        expect(shown.at(-1)).toMatchObject({ uid: was.at(-1)?.uid, starts: '2027-03-25T15:00:00Z' });
        expect(shown.at(-1)?.sequence).toBeGreaterThan(was.at(-1)?.sequence ?? 0);
      }
      await reminded(SEVEN);
      await press(SEVEN, 'I am here');
      await team.until(at(0));
      const first = fairlyPaired(SEVEN);
      await team.until(at(4));
      const broken = first.find(({ observer }) => observer === undefined);
      if (broken === undefined) throw new Error('two of the groups are pairs');
      const { candidate: leaver, partner: stays } = broken;
      await leaver.presses('Leave');
      expect(said(leaver.name)).not.toContain('You are out for now');
      await leaver.presses('Yes, leave');
      expect(said(leaver.name)).toContain('You are out for now');
      expect(weeks.inRoom(peopleOf(broken)).at(-1)).toContain(`${leaver.name} has left for now.`);
      const now = groups();
      expect(now).toHaveLength(2);
      const beside = now.find(({ observer }) => observer === stays);
      expect(beside).toBeDefined();
      weeks.metBy(stays.name, beside);
      for (const minutes of [7.5, 18]) {
        await team.until(at(minutes));
        const telling = groups();
        await cardsSent(telling);
        opened(telling);
      }
      expect(said(leaver.name)).not.toMatch(SIDE_BY_SIDE);
      await team.until(at(60));
      expect(newestInChannel()).toContain('7 took part.');
    });

    test('fourth week: across the clock change, one only observes, and a pair goes on by its own buttons', async () => {
      const six = SEVEN.filter((name) => name !== 'Dev');
      await invited(4);
      await press(six, 'Join', 'channel');
      await press(['Dev'], 'Observe', 'channel');
      expect((await weeks.calendarOf('Ada')).at(-1)?.starts).toBe('2027-04-01T14:00:00Z');
      await reminded(SEVEN);
      await press(SEVEN, 'I am here');
      await team.until(at(0));
      const now = fairlyPaired(six);
      expect(now.flatMap(({ observer }) => observer?.name ?? [])).toEqual(['Dev']);

      const quick = now.find(({ observer }) => observer === undefined);
      if (quick === undefined) throw new Error('two of the groups are pairs');
      const isQuick = (people: readonly string[]) =>
        people.toSorted().join() === peopleOf(quick).toSorted().join();
      const goesOn = (what: string) =>
        quick.partner.presses(
          what,
          team.rooms().findLast(({ people }) => isQuick(people)),
        );
      for (const last of ['Swap', 'Finish']) {
        for (const what of ['We are ready', 'The answer is told', 'On to the cards']) await goesOn(what);
        const theirs = groups().filter((group) => isQuick(peopleOf(group)));
        expect(theirs).toHaveLength(1);
        await cardsSent(theirs);
        opened(theirs);
        await goesOn(last);
      }
      for (const minutes of [7.5, 18]) {
        await team.until(at(minutes));
        const others = groups().filter((group) => !isQuick(peopleOf(group)));
        await cardsSent(others);
        opened(others);
      }
      await team.until(at(60));
      expect(newestInChannel()).toContain('7 took part.');
    });

    test('after four weeks the organiser is asked and goes on; a session that nobody joins is called off kindly', async () => {
      const olga = team.mate(ORGANISER);
      const newest = () => olga.reads().at(-1);
      expect(newest()).toContain('Four sessions of "Team practice" are done. Go on with four more?');
      await olga.presses('Go on');
      expect(newest()).toContain('"Team practice" goes on.');
      await invited(5);
      await team.until(at(1));
      expect(newestInChannel()).toContain('It does not take place this time.');
      expect(newest()).toContain('There was no pair to make this time; another hour may suit more people.');
      expect(newest()).toMatch(/The next session: Thursday,? 15 April 2027.*16:00/u);
      for (const name of SEVEN) expect(fresh(name)).toEqual([]);
    });

    test('in all five weeks each sentence on a card was shown to the two it is for and to nobody else', async () => {
      expect(weeks.kept.length).toBeGreaterThan(20);
      const sent = team.sent();
      for (const { line, readers } of weeks.kept) {
        const shownTo = sent.filter(({ words }) => words.includes(line)).flatMap((one) => one.readers);
        expect([line, [...new Set(shownTo)].toSorted()]).toEqual([line, readers]);
      }
      expect(team.logged()).not.toMatch(/kept\dx/u);
      const posted = team.deliveries();
      expect(posted.length).toBeGreaterThan(200);
      expect(new Set(posted).size).toBe(posted.length);
      expect(await team.undelivered()).toEqual([]);
      expect(team.violations()).toEqual([]);
    });
  });
}
