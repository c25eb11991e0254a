import type { StoryMate, TeamStory } from './team-story.ts';

/** Who is with whom in a session now, from what each of them was told alone. */
export interface StoryGroup {
  readonly candidate: StoryMate;
  readonly partner: StoryMate;
  readonly observer: StoryMate | undefined;
}

/** `since`: how many messages each had before the session, by name: what is older is of another. */
export function groupsOf(
  team: TeamStory,
  names: readonly string[],
  since: ReadonlyMap<string, number>,
): readonly StoryGroup[] {
  const newest = (name: string, form: RegExp) => {
    const said = team
      .mate(name)
      .reads()
      .slice(since.get(name) ?? 0);
    const at = said.findLastIndex((message) => form.test(message));
    return { at, found: form.exec(said[at] ?? '') };
  };
  const outAt = (name: string) => newest(name, OUT).at;
  const pairs = names.flatMap((name) => {
    const { at, found } = newest(name, ASKS);
    const candidate = found?.[1] ?? '';
    const isNow = at > newest(name, ANSWERS).at && at > newest(name, OBSERVES).at && at > outAt(name);
    const partners = isNow && newest(candidate, ANSWERS).found?.[1] === name;
    return partners && newest(candidate, ANSWERS).at > outAt(candidate) ? [{ candidate, partner: name }] : [];
  });
  return pairs.map(({ candidate, partner }) => {
    const observer = names.find((name) => {
      const { at, found } = newest(name, OBSERVES);
      return (
        at > outAt(name) &&
        [found?.[1], found?.[2]].toSorted().join() === [candidate, partner].toSorted().join()
      );
    });
    return {
      candidate: team.mate(candidate),
      partner: team.mate(partner),
      observer: observer === undefined ? undefined : team.mate(observer),
    };
  });
}

export function peopleOf({ candidate, partner, observer }: StoryGroup): readonly string[] {
  return [candidate, partner, observer].flatMap((one) => one?.name ?? []);
}

const ASKS = /You ask, (\w+) answers/u;
const ANSWERS = /You answer, (\w+) asks/u;
const OBSERVES = /You observe (\w+) and (\w+)\./u;
const OUT = /You are out for now|Your partner is not there any more/u;

/**
 * How often people meet again whom they have met, in the best grouping there is of these: pairs, and one trio where their
 * number is odd. Every grouping is tried.
 */
export function fewestRepeats(
  people: readonly string[],
  timesMet: (one: string, other: string) => number,
): number {
  const [first, ...others] = people;
  if (first === undefined) return 0;
  const of = (group: readonly string[]) =>
    group.reduce(
      (sum, one, index) => sum + group.slice(index + 1).filter((other) => timesMet(one, other) > 0).length,
      0,
    );
  const without = (...taken: readonly string[]) => others.filter((one) => !taken.includes(one));
  const pairs = others.map((other) => of([first, other]) + fewestRepeats(without(other), timesMet));
  const trios =
    people.length % 2 === 0
      ? []
      : others.flatMap((second, index) =>
          others
            .slice(index + 1)
            .map((third) => of([first, second, third]) + fewestRepeats(without(second, third), timesMet)),
        );
  // Nobody is left alone.
  return people.length === 1 ? Number.POSITIVE_INFINITY : Math.min(...pairs, ...trios);
}
