import { expect } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { advanceSeries } from '../../src/mocks/series/advance-series.ts';
import { type Current, currentOf, type Schedule, type Series } from '../../src/mocks/series/series.ts';
import type { By, SeriesEffect, SeriesEvent } from '../../src/mocks/series/series-event.ts';
import { readTeamWhen } from '../../src/mocks/series/team-when.ts';

/** Monday 1 March 2027, ten in the morning in Berlin. */
export const NOW = '2027-03-01T09:00:00.000Z';
export const ZONE = 'Europe/Berlin';
export const OLGA: By = { id: 'olga', isAdmin: false };
export const ADMIN: By = { id: 'root', isAdmin: true };
export const MEMBER: By = { id: 'ada', isAdmin: false };

export function schedule(words: string, change: Partial<Schedule> = {}): Schedule {
  const read = readTeamWhen(words, { now: NOW, zone: ZONE });
  if (read.read !== 'when') throw new Error(`no time: ${words}`);
  return {
    title: 'Tuesday circle',
    channel: 'slack/C1',
    zone: read.zone ?? ZONE,
    mode: { kind: 'live' },
    rounds: 1,
    who: 'joiners',
    when: read.when,
    total: 4,
    ...change,
  };
}

/** A series as it goes: what is ordered stays to be looked at until the next event. */
export class Organised {
  series: Series | undefined;
  effects: readonly SeriesEffect[] = [];
  at = NOW;

  constructor(words: string, change: Partial<Schedule> = {}) {
    this.happens({
      type: 'scheduled',
      id: 's1',
      schedule: schedule(words, change),
      by: { id: 'olga', name: 'Olga' },
    });
  }

  happens(event: SeriesEvent, at = this.at): this {
    this.at = at;
    const done = advanceSeries(this.series, event, { at });
    for (const effect of done.effects)
      if (effect.type === 'tell') expect(CardSchema.safeParse(effect.card).error).toBeUndefined();
    this.series = done.series;
    this.effects = done.effects;
    return this;
  }

  /** The open session runs to its end. */
  held(people: readonly string[] = ['ada', 'ben'], how: 'held' | 'nobody' | 'missed' = 'held'): this {
    const { id, startsAt } = this.current;
    const groups = how === 'held' ? [people] : [];
    const at = new Date(Date.parse(startsAt) + 40 * 60_000).toISOString();
    return this.happens({ type: 'sessionEnded', mockId: id, how, groups, joinedIds: people }, at);
  }

  get known(): Series {
    if (this.series === undefined) throw new Error('there is no series');
    return this.series;
  }

  get current(): Current {
    const current = currentOf(this.known);
    if (current === undefined) throw new Error('no session is open');
    return current;
  }

  /** What was ordered, without cards. */
  get orders(): unknown[] {
    return this.effects.flatMap((effect): readonly unknown[] => {
      if (effect.type === 'tell') return [];
      if (effect.type === 'openSession') return [`open ${effect.wish.no} at ${effect.wish.startsAt}`];
      return [{ [effect.id]: effect.type === 'toSession' ? effect.event : effect.to }];
    });
  }

  /** All that somebody reads. */
  told(id: string): string {
    return this.effects
      .flatMap((effect) => (effect.type === 'tell' && effect.to === id ? [fallbackText(effect.card)] : []))
      .join('\n');
  }
}
