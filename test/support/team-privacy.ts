import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from './practice.ts';
import { groupsOf, type StoryGroup } from './team-groups.ts';
import type { TeamStory } from './team-story.ts';

/** What becomes of words and names after a session, on any platform: lent for a week, and gone with whoever they are of. */

/** A Monday morning, 9:00 in Berlin. */
export const BEGINS = '2027-03-08T08:00:00.000Z';
export const PEOPLE = ['Zwergadler', 'Kolibri', 'Olga'] as const;
const [ONE, OTHER, ORGANISER] = PEOPLE;
const TWO = [ONE, OTHER];

const MINUTE = 60_000;
const DAYS = 24 * 60;
/** Thursday, 15:00 in Berlin. */
const STARTS = Date.parse('2027-03-11T14:00:00.000Z');
/** So many minutes after it starts. */
const at = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();

const CANARY = 'Kanarienvogel';
const TAKEN_BACK = 'An answer was here for a week.';

export function playsTeamPrivacy(platform: string, starts: () => Promise<TeamStory>): void {
  let team: TeamStory;

  /** Scheduled, joined, begun, and typed by who answers first; `send`: and sent to who asks. */
  async function answered(): Promise<StoryGroup> {
    await team.mate(ORGANISER).types('schedule every Thursday 15:00 Europe/Berlin');
    await team.until(at(-2 * DAYS));
    for (const name of TWO) await team.mate(name).presses('Join', 'channel');
    await team.until(at(-9));
    for (const name of TWO) await team.mate(name).presses('I am here');
    await team.until(at(1.5));
    const [group] = groupsOf(team, TWO, new Map());
    if (group === undefined) throw new Error('nobody is with anybody');
    await group.candidate.typesAnswer(`I kept a ${CANARY} and forgot the window.`);
    await group.candidate.presses('Send it');
    return group;
  }

  /** All that stands on the platform, but for what they alone are shown where they press: that goes by itself. */
  function standing(): string {
    const alone = PEOPLE.flatMap((name) => team.mate(name).reads());
    return [...team.inChannel(), ...team.rooms().flatMap(({ messages }) => messages), ...alone].join('\n');
  }

  async function tablesWith(words: string): Promise<string[]> {
    const tables = (await team.stored()).split(/^-- /mu);
    return tables.filter((table) => table.includes(words)).map((table) => table.split(':')[0] ?? '');
  }

  describe(`in ${platform}`, () => {
    beforeEach(async () => {
      team = await starts();
    });
    afterEach(async () => {
      expect(team.violations()).toEqual([]);
      expect(team.logged()).not.toContain(CANARY);
      await team.close();
    });

    test('a typed answer is the partner’s to read for a week; then a line stands in its place, whatever became of the bot and the session meanwhile', async () => {
      const { candidate, partner } = await answered();
      expect(candidate.reads().join('\n')).toContain('They have it for a week; then I take it back');
      expect(partner.reads().join('\n')).toContain(CANARY);
      await team.until(at(3 * 60));
      await team.ends();
      await team.begins(at(7 * DAYS - 60));
      expect(partner.reads().join('\n')).toContain(CANARY);
      await team.ends();
      await team.begins(at(7 * DAYS + 60));
      await eventually(async () => partner.reads().join('\n').includes(TAKEN_BACK), 15_000);
      expect(partner.reads().join('\n')).not.toContain(CANARY);
      // Their own words stay where they typed them.
      expect(candidate.reads().join('\n')).toContain(CANARY);
    });

    test('whoever deletes their data in mid-session takes back at once what was lent; who was with them hears how it goes on, and no name', async () => {
      const { candidate, partner } = await answered();
      expect(partner.reads().join('\n')).toContain(CANARY);
      await candidate.deletesAll();
      const isTold = () => partner.reads().join('\n').includes('Your partner is not there any more');
      await eventually(isTold);
      await eventually(() => !standing().includes(candidate.name), 30_000).catch(() => undefined);
      for (const gone of [CANARY, candidate.name]) expect(standing()).not.toContain(gone);
      await team.until(at(60));
      expect(standing()).not.toContain(candidate.name);
      expect(team.inChannel().join('\n')).toContain('It was held');
    });

    test('whoever deletes their data is in nobody’s messages any more, by word or by name; what is the other’s stays', async () => {
      const { candidate, partner } = await answered();
      await team.until(at(7.5));
      await partner.sendsCard(`You said ${CANARY} twice.`);
      await candidate.sendsCard(`I rushed the ${CANARY}.`);
      expect(partner.reads().join('\n')).toContain('side by side');
      await team.until(at(26));
      for (const one of [candidate, partner]) await one.presses('You may name me');
      await team.until(at(60));
      expect(team.inChannel().join('\n')).toContain(candidate.name);
      expect(await candidate.files()).not.toEqual([]);
      await candidate.deletesAll();
      await eventually(async () => !standing().includes(candidate.name), 30_000).catch(() => undefined);
      for (const gone of [CANARY, candidate.name]) expect(standing()).not.toContain(gone);
      expect(candidate.reads()).toEqual([]);
      expect(await candidate.files()).toEqual([]);
      expect(partner.reads().join('\n')).toContain('You are in:');
      expect(await partner.files()).not.toEqual([]);
      await eventually(async () => (await tablesWith(candidate.id)).length === 0).catch(() => undefined);
      for (const gone of [CANARY, candidate.id]) expect(await tablesWith(gone)).toEqual([]);
    });
  });
}
