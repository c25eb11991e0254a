import { expect } from 'vitest';
import { pairsIn } from '../../src/mocks/meeting.ts';
import { CalendarProgram, type ReadEntry } from './calendar-program.ts';
import { fewestRepeats, groupsOf, peopleOf, type StoryGroup } from './team-groups.ts';
import type { StoryMate, TeamStory } from './team-story.ts';

/** A sentence on a card, and who may read it. */
interface Kept {
  readonly line: string;
  readonly readers: readonly string[];
}

export interface TeamWeeks {
  /** Every sentence that was sent on a card so far. */
  readonly kept: readonly Kept[];
  /** An instant of the session of this week, so many minutes after it begins. */
  at(minutes: number): string;
  /** The invitation comes: from here on it is the week of this session, and messages are counted. */
  invited(no: number): Promise<void>;
  /** These press it, one after the other. */
  press(names: readonly string[], what: string, where?: 'channel'): Promise<void>;
  /** Each of these hears once that it is tomorrow, and once that it is in ten minutes. */
  reminded(names: readonly string[]): Promise<void>;
  /** What somebody was told this week, message by message, and as one. */
  fresh(name: string): readonly string[];
  said(name: string): string;
  /** What stands in the place of exactly these people since this week began. */
  inRoom(names: readonly string[]): readonly string[];
  groups(): readonly StoryGroup[];
  /** Each of these is in one pair or trio, and as few meet again as can be. Who observes beside a pair is not counted. */
  fairlyPaired(names: readonly string[]): readonly StoryGroup[];
  /** Somebody sits beside these from now on: they meet. */
  metBy(name: string, group: StoryGroup | undefined): void;
  /** All of these groups send their cards of the answer that is on, who observes first; `but`: all except for theirs. */
  cardsSent(now: readonly StoryGroup[], but?: StoryMate): Promise<void>;
  /** The cards of this answer lie side by side before the two, and nothing before who observed. */
  opened(now: readonly StoryGroup[]): void;
  /** What somebody's calendar shows by the files that came to them, each of which it took. */
  calendarOf(name: string): Promise<readonly ReadEntry[]>;
}

const MINUTE = 60_000;
export const SIDE_BY_SIDE = /the cards, side by side/u;

/** `starts`: when each session begins. */
export function createWeeks(
  team: () => TeamStory,
  names: readonly string[],
  starts: readonly string[],
): TeamWeeks {
  const kept: Kept[] = [];
  /** Who was in one place with whom, as everybody could see. */
  const met: (readonly string[])[] = [];
  let since = new Map<string, number>();
  let sinceIn = new Map<string, number>();
  let week = 0;

  const at = (minutes: number) =>
    new Date(Date.parse(starts[week - 1] ?? '') + minutes * MINUTE).toISOString();
  const fresh = (name: string) =>
    team()
      .mate(name)
      .reads()
      .slice(since.get(name) ?? 0);
  const said = (name: string) => fresh(name).join('\n');
  const timesMet = (one: string, other: string) =>
    [...pairsIn(met)].filter((pair) => pair.includes(one) && pair.includes(other)).length;

  return {
    kept,
    at,
    fresh,
    said,
    async invited(no) {
      week = no;
      since = new Map(names.map((name) => [name, team().mate(name).reads().length]));
      sinceIn = new Map(
        team()
          .rooms()
          .map(({ id, messages }) => [id, messages.length]),
      );
      await team().until(at(-3 * 24 * 60));
      expect(team().inChannel().at(-1)).toContain('[Join] [Not this time] [Observe]');
    },
    async press(those, what, where) {
      for (const name of those) await team().mate(name).presses(what, where);
    },
    async reminded(those) {
      await team().until(at(-24 * 60));
      await team().until(at(-10));
      for (const name of those) {
        const count = (words: string) => fresh(name).filter((message) => message.includes(words)).length;
        expect([name, count('Your practice session: Thursday')]).toEqual([name, 1]);
        expect([name, count('Your practice session begins at')]).toEqual([name, 1]);
      }
    },
    inRoom(those) {
      const wanted = [...those].toSorted().join();
      const found = team()
        .rooms()
        .find(
          ({ id, people, messages }) => people.join() === wanted && messages.length > (sinceIn.get(id) ?? 0),
        );
      return found?.messages.slice(sinceIn.get(found.id) ?? 0) ?? [];
    },
    groups: () => groupsOf(team(), names, since),
    fairlyPaired(those) {
      const now = groupsOf(team(), names, since);
      const people = now.map((group) => peopleOf(group).filter((name) => those.includes(name)));
      expect(people.flat().toSorted()).toEqual([...those].toSorted());
      const repeats = [...pairsIn(people)].filter(([one, other]) => timesMet(one, other) > 0).length;
      expect(repeats).toBe(fewestRepeats(those, timesMet));
      met.push(...now.map(peopleOf));
      return now;
    },
    metBy(name, group) {
      for (const other of group === undefined ? [] : [group.candidate.name, group.partner.name])
        met.push([other, name]);
    },
    async cardsSent(now, but) {
      const sends = async (mate: StoryMate, { candidate, partner }: StoryGroup) => {
        if (mate === but) return;
        const line = `kept${week}x${kept.length}x${mate.name}xof${candidate.name}`;
        const readers = [candidate.name, partner.name].toSorted();
        if (await mate.sendsCard(line)) kept.push({ line, readers });
      };
      for (const group of now) {
        if (group.observer !== undefined) await sends(group.observer, group);
        await sends(group.partner, group);
        await sends(group.candidate, group);
      }
    },
    opened(now) {
      for (const { candidate, partner, observer } of now) {
        const [own, others] = [candidate, partner].map(({ name }) =>
          fresh(name).findLast((message) => SIDE_BY_SIDE.test(message)),
        );
        expect(own).toContain('Your answer: the cards, side by side.');
        expect(others).toContain(`${candidate.name}'s answer: the cards, side by side.`);
        for (const shown of [own, others]) {
          expect(shown).toContain(`${partner.name}xof${candidate.name}`);
          if (observer !== undefined) expect(shown).toContain(`${observer.name}xof${candidate.name}`);
        }
        if (observer !== undefined) expect(said(observer.name)).not.toMatch(SIDE_BY_SIDE);
      }
    },
    async calendarOf(name) {
      const program = new CalendarProgram();
      const files = await team().mate(name).files();
      expect(files.map((file) => program.open(file))).toEqual(files.map(() => 'taken'));
      return program.shown();
    },
  };
}
