import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { later } from '../../src/mocks/instants.ts';
import type { Mock } from '../../src/mocks/mock.ts';
import { advanceSeries } from '../../src/mocks/series/advance-series.ts';
import {
  currentOf,
  parseSeries,
  type Schedule,
  type Series,
  SeriesSchema,
} from '../../src/mocks/series/series.ts';
import type { By, SeriesChange, SeriesEffect, SeriesEvent } from '../../src/mocks/series/series-event.ts';
import { nextSeriesWake } from '../../src/mocks/series/series-wake.ts';
import { ADMIN, MEMBER, NOW, OLGA, schedule } from './series-kit.ts';

const RHYTHMS = [
  'weekly Thursday 15:00',
  'every two weeks on Friday 2:30',
  'first Tuesday 10:00',
  'last Friday of the month 16:00',
  'weekly Sunday 2:30',
  '20 March 2027 15:00',
  'in 3 hours',
].map((words) => schedule(words).when);
const MODES: Schedule['mode'][] = [{ kind: 'live' }, { kind: 'async', days: 3 }, { kind: 'async', days: 7 }];
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe'];
const IDS = ['ada', 'ben', 'chloe', 'dev'];

const by = fc.constantFrom<By>(OLGA, OLGA, OLGA, ADMIN, MEMBER);
const change: fc.Arbitrary<SeriesChange> = fc.record(
  {
    title: fc.constantFrom('One', 'Two'),
    when: fc.constantFrom(...RHYTHMS),
    zone: fc.constantFrom(...ZONES),
    mode: fc.constantFrom(...MODES),
    rounds: fc.constantFrom(1, 2, 3),
    who: fc.constantFrom<Schedule['who']>('joiners', 'channel', { ids: ['ada'] }, { group: 'g' }),
    total: fc.constantFrom(1, 2, 4),
  },
  { requiredKeys: [] },
);
const how = fc.constantFrom<NonNullable<Mock['ended']>>('held', 'held', 'held', 'nobody', 'missed');
const people = fc.subarray(IDS);

/** What happens, of the series as it is then. `old`: a button of an older card. */
const happening: fc.Arbitrary<(series: Series) => SeriesEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(by, change).map(([who, to]) => () => ({
      type: 'edited' as const,
      by: who,
      change: to,
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(by, fc.constantFrom('skipped', 'calledNow', 'wentOn', 'ended', 'cancelled' as const), fc.nat(9))
      .filter(([, type, rare]) => type !== 'cancelled' || rare === 0)
      .map(
        ([who, type, nth]) =>
          ({ seq }: Series) =>
            nth < 3 ? { type, by: who } : { type, by: who, seq: nth === 3 ? seq - 1 : seq },
      ),
  },
  people.map((ids) => () => ({ type: 'joined' as const, ids })),
  // Of a session that is no more, or never was.
  fc.tuple(how, people).map(([end, ids]) => ({ id, numbered }: Series) => ({
    type: 'sessionEnded' as const,
    mockId: `${id}n${Math.max(0, numbered - 1)}`,
    how: end,
    groups: [ids],
    joinedIds: ids,
  })),
);

/** A wake or the end of the open session, whichever it waits for; or something that somebody does, so long after. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(how, people, fc.boolean()).map((end) => ({ end })) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(happening, fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 20_000 })))
      .map(([does, minutes]) => ({ does, minutes })),
  },
);

test('whatever happens: one session at a time, never one that is past, and nobody is lost', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...RHYTHMS),
      fc.constantFrom(...ZONES),
      fc.constantFrom(...MODES),
      fc.array(step, { maxLength: 30, size: '+1' }),
      (when, zone, mode, steps) => {
        let at = NOW;
        let series: Series | undefined;
        /** As the sessions themselves would have it: when each that is open begins. */
        const open = new Map<string, string>();
        let numbers = 0;
        const perform = (effect: SeriesEffect, running: ReadonlySet<string>) => {
          if (effect.type === 'tell') return expect(CardSchema.safeParse(effect.card).error).toBeUndefined();
          if (effect.type === 'openSession') {
            expect(Date.parse(effect.wish.startsAt)).toBeGreaterThan(Date.parse(at));
            expect(effect.wish.id).toMatch(/^[a-z0-9]+$/u);
            expect(effect.wish.no).toBe(numbers + 1);
            if (effect.wish.nextAt !== undefined)
              expect(Date.parse(effect.wish.nextAt)).toBeGreaterThan(Date.parse(effect.wish.startsAt));
            numbers = effect.wish.no;
            open.set(effect.wish.id, effect.wish.startsAt);
            expect(open.size).toBe(1);
            return;
          }
          expect(open.has(effect.id)).toBe(true);
          if (effect.type === 'changeSession') {
            if (running.has(effect.id)) expect(Object.keys(effect.to)).toEqual(['nextAt']);
            return;
          }
          // What runs is not moved, called off, or begun.
          expect(running.has(effect.id)).toBe(false);
          if (effect.event.type === 'calledOff') open.delete(effect.id);
          if (effect.event.type === 'calledNow') open.set(effect.id, at);
          if (effect.event.type === 'moved') {
            expect(Date.parse(effect.event.startsAt)).toBeGreaterThan(Date.parse(at));
            open.set(effect.id, effect.event.startsAt);
          }
        };
        const go = (event: SeriesEvent) => {
          const before = series;
          const running = new Set([...open].filter(([, starts]) => starts <= at).map(([id]) => id));
          const done = advanceSeries(series, event, { at });
          series = done.series;
          for (const effect of done.effects) perform(effect, running);
          if (series === undefined) throw new Error('it was scheduled in time');
          expect(SeriesSchema.safeParse(series).error).toBeUndefined();
          expect(parseSeries(JSON.parse(JSON.stringify(series)))).toEqual(series);
          expect(series.roster.slice(0, before?.roster.length)).toEqual(before?.roster ?? []);
          // What it holds to be open is what is open, at that time.
          const current = currentOf(series);
          expect([...open]).toEqual(current === undefined ? [] : [[current.id, current.startsAt]]);
          if (before?.stage.at === 'ended') expect(series.stage.at).toBe('ended');
          if ('by' in event && event.type !== 'scheduled' && event.by === MEMBER)
            expect(series).toEqual(before);
          reached.add(series.stage.at);
          return done.effects;
        };
        /** It ends by itself, or waits for its wake, its session or an answer. */
        const pass = (end: NonNullable<Mock['ended']>, ids: readonly string[]) => {
          if (series === undefined) return;
          const wake = nextSeriesWake(series);
          if (wake !== undefined) {
            if (Date.parse(wake) > Date.parse(at)) at = wake;
            go({ type: 'woke' });
            const after: Series = series;
            expect(go({ type: 'woke' })).toEqual([]);
            expect(series).toEqual(after);
            return;
          }
          const current = currentOf(series);
          if (current === undefined) return expect(series.stage.at).toBe('ended');
          const over = later(current.startsAt, 40 * 60_000);
          if (Date.parse(over) > Date.parse(at)) at = over;
          open.delete(current.id);
          go({ type: 'sessionEnded', mockId: current.id, how: end, groups: [ids], joinedIds: ids });
          reached.add(end);
        };
        const asked = { ...schedule('weekly Thursday 15:00'), when, zone, mode };
        const first = advanceSeries(
          undefined,
          { type: 'scheduled', id: 's1', schedule: asked, by: { id: 'olga', name: 'Olga' } },
          { at },
        );
        // A single day may be past in a zone farther east.
        if (first.series === undefined) return;
        go({ type: 'scheduled', id: 's1', schedule: asked, by: { id: 'olga', name: 'Olga' } });
        for (const one of steps) {
          if ('end' in one) pass(one.end[0], one.end[1]);
          else {
            at = later(at, one.minutes * 60_000);
            if (series !== undefined) go(one.does(series));
          }
        }
        for (let rings = 0; rings < 40 && (series as Series | undefined)?.stage.at !== 'ended'; rings += 1)
          pass('held', ['ada']);
        expect((series as Series | undefined)?.stage.at).toBe('ended');
      },
    ),
    { numRuns: process.env.FULL === '1' ? 2_000 : 24 },
  );
  expect([...reached].toSorted()).toEqual(['active', 'asking', 'ended', 'held', 'missed', 'nobody']);
});
