import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STORY } from './discord-story.ts';
import { eventually } from './practice.ts';
import type { StoryGroup } from './team-groups.ts';
import type { TeamStory } from './team-story.ts';
import { createWeeks, SIDE_BY_SIDE } from './team-weeks.ts';

/** Four people in three zones practise in writing, on any platform: two pairs have three days, across New York's clock change. */

export const WRITERS: Readonly<Record<string, string>> = {
  Ada: 'Europe/Berlin',
  Ben: 'America/New_York',
  Chloe: 'Asia/Tokyo',
  Dev: 'Europe/Berlin',
};
export const ORGANISER = 'Olga';
/** A Monday morning, 9:00 in Berlin. */
export const BEGINS = '2027-03-08T08:00:00.000Z';

const NAMES = Object.keys(WRITERS);
/** 15:00 in Berlin. */
const STARTS = '2027-03-11T14:00:00.000Z';
const HOUR = 60;
/** Half of three days is one answer’s, and half of that is for the answer itself. Minutes: a pair begins a moment later than the session. */
const ANSWERED_BY = 18 * HOUR;
const SWAPPED_BY = 36 * HOUR + 5;
const OVER_BY = 72 * HOUR + 5;

/** What 15:00 in Berlin is on each one's wall. */
const JOINED_AT: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'Thursday 11 March 2027, 15:00',
  'America/New_York': 'Thursday 11 March 2027, 9:00',
  'Asia/Tokyo': 'Thursday 11 March 2027, 23:00',
};

const SENT = `${STORY.slice(1).join(' ')} The word is plover.`;
const KEPT = 'I would rather say this one aloud. The word is heron.';

export function playsInWriting(platform: string, starts: () => Promise<TeamStory>): void {
  let team: TeamStory;
  const weeks = createWeeks(() => team, NAMES, [STARTS]);
  const { at, said, fresh, groups, cardsSent, opened } = weeks;
  let typing: StoryGroup;
  let speaking: StoryGroup;

  const readersOf = (word: string) => {
    const shown = team.sent().filter(({ words }) => words.includes(word));
    return [...new Set(shown.flatMap(({ readers }) => readers))].toSorted();
  };
  const namesOf = ({ candidate, partner }: StoryGroup) => [candidate.name, partner.name].toSorted();
  const roomOf = (group: StoryGroup) =>
    team.rooms().find(({ people }) => people.join() === namesOf(group).join());
  /** Of this pair again, after they have swapped. */
  const again = (group: StoryGroup) => {
    const found = groups().find((other) => namesOf(other).join() === namesOf(group).join());
    if (found === undefined) throw new Error('they are a pair no more');
    return found;
  };

  describe(`a session in writing in ${platform}`, () => {
    beforeAll(async () => {
      team = await starts();
    });
    afterAll(() => team.close());

    test('each is told of it at their own hour, and once a day before; all who joined are paired without a word', async () => {
      await team.mate(ORGANISER).types('schedule every Thursday 15:00 Europe/Berlin async 3 days');
      await weeks.invited(1);
      await weeks.press(NAMES, 'Join', 'channel');
      for (const [name, zone] of Object.entries(WRITERS))
        expect(said(name)).toContain(`You are in: ${JOINED_AT[zone]} (${zone}).`);
      await team.until(at(-HOUR));
      for (const name of NAMES)
        expect(fresh(name).filter((message) => message.includes('Your practice session:'))).toHaveLength(1);
      await team.until(at(0));
      const [one, other] = weeks.fairlyPaired(NAMES);
      if (one === undefined || other === undefined) throw new Error('four people are two pairs');
      [typing, speaking] = [one, other];
      for (const group of [typing, speaking]) {
        const first = roomOf(group)?.messages[0] ?? '';
        for (const name of namesOf(group)) expect(first).toContain(`(${WRITERS[name]})`);
        expect(said(group.candidate.name)).toContain(`(${WRITERS[group.candidate.name]}).`);
      }
    });

    test('whoever is to answer hears of it once more, by day on their own clock', async () => {
      const before = new Map(NAMES.map((name) => [name, fresh(name).length]));
      const heardAt = new Map<string, number[]>();
      for (let minutes = HOUR; minutes < ANSWERED_BY; minutes += HOUR) {
        await team.until(at(minutes));
        for (const name of NAMES.filter((each) => fresh(each).length > (before.get(each) ?? 0))) {
          before.set(name, fresh(name).length);
          const zone = WRITERS[name] ?? '';
          const { hour } = Temporal.Instant.from(at(minutes)).toZonedDateTimeISO(zone);
          heardAt.set(name, [...(heardAt.get(name) ?? []), hour]);
        }
      }
      expect([...heardAt.keys()].toSorted()).toEqual(
        [typing, speaking].map(({ candidate }) => candidate.name).toSorted(),
      );
      for (const hours of heardAt.values()) {
        expect(hours).toHaveLength(1);
        expect(hours[0]).toBeGreaterThanOrEqual(7);
        expect(hours[0]).toBeLessThanOrEqual(22);
      }
    });

    test('what was typed is read by nobody before it is sent, and by the partner alone after that; what is kept goes nowhere', async () => {
      const { candidate, partner } = typing;
      await candidate.typesAnswer(SENT);
      expect(candidate.reads().at(-1)).toContain(`Who will read it: ${partner.name}.`);
      expect(readersOf('plover')).toEqual([candidate.name]);
      await candidate.presses('Send it');
      expect(said(partner.name)).toContain('plover');
      expect(readersOf('plover')).toEqual(namesOf(typing));
      expect(roomOf(typing)?.messages.at(-1)).toContain(`${partner.name}, ask two or three questions here`);

      await speaking.candidate.typesAnswer(KEPT);
      await speaking.candidate.presses('Keep it to myself');
      await speaking.candidate.presses('It is told', roomOf(speaking));
      expect(readersOf('heron')).toEqual([speaking.candidate.name]);
      expect(roomOf(speaking)?.messages.at(-1)).toContain(`${speaking.partner.name}, ask two or three`);
    });

    test('the coach’s card of what was typed opens beside the two, and of what was said aloud there is none', async () => {
      await cardsSent([typing, speaking]);
      opened([typing, speaking]);
      await eventually(() => namesOf(typing).every((name) => said(name).includes('the coach: ')));
      expect(namesOf(speaking).some((name) => said(name).includes('the coach: '))).toBe(false);
    });

    test('they swap by their own button, or when half of the time is over; where nothing came, that is said and no more', async () => {
      await typing.partner.presses('Swap', roomOf(typing));
      const swapped = again(typing);
      expect(swapped.candidate).toBe(typing.partner);
      await swapped.candidate.typesAnswer('I lost the list of the guests. The word is curlew.');
      await swapped.candidate.presses('Send it');
      expect(readersOf('curlew')).toEqual(namesOf(typing));
      await cardsSent([swapped]);
      opened([swapped]);
      await swapped.partner.presses('Finish', roomOf(typing));
      expect(roomOf(typing)?.messages.at(-1)).toContain('That was all from me.');

      await team.until(at(SWAPPED_BY));
      const { candidate, partner } = again(speaking);
      expect(candidate).toBe(speaking.partner);
      const until = /There is time until (.*)\./u.exec(
        said(candidate.name).split('You answer,').at(-1) ?? '',
      );
      expect(until?.[1]).toContain(`(${WRITERS[candidate.name]})`);
      await team.until(at(OVER_BY));
      const newest = fresh(partner.name).findLast((message) => SIDE_BY_SIDE.test(message));
      expect(newest).toContain(`${candidate.name}'s own card has not come yet.`);
      await team.until(at(OVER_BY + HOUR));
    });

    test('the channel reads how many took part; what was written was shown to the two it is for and to nobody else', async () => {
      expect(team.inChannel().at(-1)).toContain('4 took part.');
      for (const { line, readers } of weeks.kept) expect([line, readersOf(line)]).toEqual([line, readers]);
      expect(readersOf('plover')).toEqual(namesOf(typing));
      expect(readersOf('curlew')).toEqual(namesOf(typing));
      expect(readersOf('heron')).toEqual([speaking.candidate.name]);
      expect(team.logged()).not.toMatch(/plover|heron|curlew|kept\dx/u);
      expect(new Set(team.deliveries()).size).toBe(team.deliveries().length);
      expect(await team.undelivered()).toEqual([]);
      expect(team.violations()).toEqual([]);
    });
  });
}
