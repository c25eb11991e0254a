import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handled } from '../../src/coach/coach.ts';
import type { Delivery } from '../../src/coach/ports.ts';
import { markOpened } from '../../src/store/outbox-marks.ts';
import { createPerson } from '../../src/store/people.ts';
import { openTurn } from '../../src/store/turn.ts';
import { placeKey } from '../../src/who/place.ts';
import { eventually } from '../support/practice.ts';
import { type AtLarge, atLarge, isNamedOnly, threadOf, type Writer } from './at-large.ts';
import { cardSaying, gate } from './put-in.ts';
import { STORY } from './told.ts';

let at: AtLarge;

/** Begins at large, up to where the failure is asked. */
async function begins(ada: Writer): Promise<void> {
  for (const words of ['/practice-failure', 'story', 'skip']) await ada.writes(words);
}

beforeAll(async () => {
  at = await atLarge('places');
});
afterAll(() => at?.close());

/** What the platform answers to this person's next deliveries of a kind; everything else is done. */
function answer(
  userId: string,
  kind: string,
  outcome: (delivery: Delivery) => ReturnType<AtLarge['threads']['answers']>,
) {
  const before = at.threads.answers;
  at.threads.answers = (delivery) =>
    delivery.person.userId === userId && delivery.order.kind === kind ? outcome(delivery) : before(delivery);
  return () => {
    at.threads.answers = before;
  };
}

const gone = { outcome: 'gone', reason: 'place-thread-gone' } as const;

describe('a practice that begins at large', () => {
  test('gets a place of its own, opened before its first card, and everything after goes there', async () => {
    const ada = at.person('begin');
    const handled = await ada.writes('/practice-failure');
    const [open, first] = ada.did();
    expect(open?.order.kind).toBe('open');
    expect(open && isNamedOnly(placeKey(open.place))).toBe(true);
    expect(first?.order.kind).toBe('say');
    const [place] = await ada.places();
    expect(place && isNamedOnly(place)).toBe(false);
    expect(first && placeKey(first.place)).toBe(place);
    expect(handled.place()).toEqual(first?.place);
    await ada.writes('story');
    await ada.writes('skip');
    await ada.writes(STORY[0]);
    expect(new Set(ada.cards().map((card) => card.place))).toEqual(new Set([place]));
    expect(ada.did('open')).toHaveLength(1);
  });

  test('its story may come with it: the first words that are one', async () => {
    const ada = at.person('storyfirst');
    await ada.writes(STORY[0]);
    const [place] = await ada.places();
    expect(ada.did().map(({ order }) => order.kind)).toEqual(['open', 'say', 'point']);
    expect(ada.cards().map((card) => card.place)).toEqual([place]);
  });

  test('what is written while its place is being opened is taken in, and answered there', async () => {
    const ada = at.person('overlap');
    const opening = gate();
    const stop = answer('overlap', 'open', async () => {
      await opening.opened;
      return undefined;
    });
    const message = (text: string) => ({
      id: randomUUID(),
      person: ada.ref,
      place: ada.lobby,
      atLarge: true as const,
      what: ada.message(text),
    });
    const turns: Handled[] = [];
    for (const text of ['/practice-failure', 'story', 'skip'])
      turns.push(await at.world.system.coach.handle(message(text)));
    expect(ada.cards()).toEqual([]);
    expect(isNamedOnly((await ada.places())[0] ?? '')).toBe(true);
    opening.open();
    await Promise.all(turns.map(({ performed }) => performed));
    stop();
    const [place] = await ada.places();
    expect(isNamedOnly(place ?? 'slack/D/new-')).toBe(false);
    expect(ada.cards().map((card) => card.place)).toEqual([place, place, place]);
    expect(ada.did('open')).toHaveLength(1);
    for (const { place: now } of turns) expect(placeKey(now() ?? ada.lobby)).toBe(place);
  });

  test('a process that dies after the opening leaves the rest to another, in the new place', async () => {
    const ada = at.person('dies');
    const { world } = at;
    await createPerson(world.db, world.ring, ada.ref, { externalId: 'T1' });
    const named = 'slack/dies/new-x-1';
    const opened = await openTurn(world.pool, world.ring, ada.ref, randomUUID(), { place: named });
    if (opened.found !== 'turn') throw new Error(opened.found);
    const rows = await opened.turn.commit({
      place: named,
      sessions: [],
      effects: [
        { key: `e-${randomUUID()}-1-0`, effect: { type: 'open' }, performer: 'slack' },
        {
          key: `e-${randomUUID()}-1-1`,
          effect: { type: 'say', card: cardSaying('First.') },
          performer: 'slack',
        },
      ],
      now: new Date(),
      local: new Set(['slack']),
      holder: 'a-process-that-died',
      supersede: false,
    });
    const [open] = rows;
    if (open === undefined) throw new Error('nothing was put in');
    const place = placeKey(threadOf('dies', 99));
    await markOpened(world.pool, open, place);
    await eventually(async () => {
      await world.system.deliverer.sweep();
      return ada.cards().length > 0;
    });
    expect(ada.did().map(({ order, inDoubt }) => [order.kind, inDoubt])).toEqual([['say', true]]);
    expect(ada.cards().map((card) => card.place)).toEqual([place]);
  });

  test('one that dies before the opening was noted is looked for, and opened once', async () => {
    const ada = at.person('unsure');
    let tries = 0;
    const stop = answer('unsure', 'open', () => {
      tries += 1;
      return tries === 1 ? { outcome: 'unknown' } : undefined;
    });
    await ada.writes('/practice-failure');
    expect(ada.cards()).toEqual([]);
    await eventually(async () => {
      await at.world.system.deliverer.sweep();
      return ada.cards().length > 0;
    });
    stop();
    expect(ada.did('open').map(({ inDoubt }) => inDoubt)).toEqual([true]);
    expect(ada.cards().map((card) => card.place)).toEqual(await ada.places());
  });
});

describe('what is said of no practice', () => {
  test('stays where the person wrote, and opens nothing', async () => {
    const ada = at.person('lobby');
    for (const words of ['hi', 'help', 'history', 'settings tone direct', 'delete my data'])
      await ada.writes(words);
    expect(ada.did('open')).toEqual([]);
    expect(ada.cards().map((card) => card.place)).toEqual(Array(5).fill(placeKey(ada.lobby)));
    expect(await ada.practices()).toEqual([]);
  });
});

describe('a reply in a thread', () => {
  const inThread = (thread: string, ada: Writer) =>
    ({ place: { ...ada.lobby, thread }, atLargeIfNone: true, pointer: true }) as const;

  test('that holds no practice of theirs is for the open one, and begins none', async () => {
    const ada = at.person('beside');
    await begins(ada);
    const [place] = await ada.places();
    await ada.happens(ada.message(STORY[0]), inThread('their-own-message', ada));
    expect(await ada.places()).toEqual([place]);
    expect((await ada.session())?.failure.map(({ text }) => text)).toEqual([STORY[0]]);
    expect(ada.cards().at(-1)?.place).toBe(place);
    expect(ada.did('point').map(({ order }) => order)).toContainEqual({
      kind: 'point',
      at: { ...ada.lobby, thread: 'their-own-message' },
      kept: true,
    });
    await ada.happens({ type: 'pressed', action: 'tips' }, inThread('an-old-card', ada));
    expect(ada.did('point').at(-1)?.order).toEqual({
      kind: 'point',
      at: { ...ada.lobby, thread: 'an-old-card' },
    });
  });

  test('is for the practice there, also where another was touched since', async () => {
    const ada = at.person('within');
    await begins(ada);
    await ada.writes('/practice-failure');
    await ada.writes('new');
    const [first, second] = await ada.places();
    await ada.happens(ada.message('go on'), inThread(first?.split('/').at(-1) ?? '', ada));
    expect(ada.cards().at(-1)?.place).toBe(first);
    expect((await ada.practices()).map(({ session }) => session.stage.at)).toEqual(['choosing', 'opening']);
    expect(await ada.places()).toEqual([first, second]);
  });

  test('of a practice that ended stays there', async () => {
    const ada = at.person('ended');
    await begins(ada);
    const [first] = await ada.places();
    await at.world.pool.query("UPDATE sessions SET stage = 'done', active = false WHERE place = $1", [first]);
    await ada.writes('/practice-failure');
    await ada.happens(ada.message('tips'), inThread(first?.split('/').at(-1) ?? '', ada));
    expect(ada.cards().at(-1)?.place).toBe(first);
  });
});

describe('a second start', () => {
  test('finds the open practice wherever it is, and begins none', async () => {
    const ada = at.person('second');
    await begins(ada);
    const [place] = await ada.places();
    await ada.writes('/practice-failure');
    expect(await ada.places()).toEqual([place]);
    expect(ada.did('open')).toHaveLength(1);
    expect(ada.cards().at(-1)?.place).toBe(place);
    expect(
      ada
        .cards()
        .at(-1)
        ?.card.buttons.map(({ action }) => action),
    ).toContain('new');
  });

  test('another story gets a place of its own, and the first is paused in its own', async () => {
    const ada = at.person('another');
    await begins(ada);
    await ada.writes('/practice-failure');
    await ada.writes('new');
    const places = await ada.places();
    expect(new Set(places).size).toBe(2);
    expect(ada.cards().at(-1)?.place).toBe(places[1]);
    expect((await ada.practices()).map(({ session }) => session.stage.at)).toEqual(['paused', 'opening']);
  });

  test('resume shows the practice in its own place', async () => {
    const ada = at.person('resume');
    await begins(ada);
    await ada.writes('/practice-failure');
    await ada.writes('new');
    const [first, second] = await ada.places();
    await ada.writes('resume 1');
    expect(ada.cards().at(-1)?.place).toBe(first);
    expect(await ada.places()).toEqual([first, second]);
    expect((await ada.practices()).map(({ session }) => session.stage.at)).toEqual(['choosing', 'paused']);
    expect(ada.did('open')).toHaveLength(2);
  });

  test('resume works also where another practice is open in the place of that one', async () => {
    const ada = at.person('crowded');
    await begins(ada);
    const [thread] = ada.cards().map((card) => card.place);
    const home = threadOf('crowded', Number(thread?.split('t').at(-1)));
    // A second one in the thread of the first, and a third in a thread of its own.
    await ada.replies(home, '/practice-failure');
    await ada.replies(home, 'new');
    for (const words of ['story', 'skip']) await ada.replies(home, words);
    await ada.writes('/practice-failure');
    await ada.writes('new');
    const places = await ada.places();
    expect(places).toHaveLength(3);
    const [, , third] = places;
    await ada.replies(home, 'go on');
    const away = { ...home, thread: third?.split('/').at(-1) ?? '' };
    await ada.replies(away, 'resume 1');
    const stages = (await ada.practices()).map(({ session }) => session.stage.at);
    expect(stages[0]).toBe('choosing');
    expect(stages[1]).toBe('paused');
    expect(ada.cards().at(-1)?.place).toBe(thread);
  });
});

describe('where the place of a practice is gone', () => {
  /** An open practice whose next card finds its place gone. */
  async function whosePlaceGoes(userId: string) {
    const ada = at.person(userId);
    await ada.writes('/practice-failure');
    await ada.writes('story');
    const [old] = await ada.places();
    const stop = answer(userId, 'say', ({ place }) => (placeKey(place) === old ? gone : undefined));
    return { ada, old: old ?? '', stop };
  }

  test('it is opened anew, once, and goes on there', async () => {
    const { ada, old, stop } = await whosePlaceGoes('gone');
    await ada.writes('skip');
    const [now] = await eventually(async () => {
      const places = await ada.places();
      return !isNamedOnly(places[0] ?? '') && places[0] !== old ? places : undefined;
    });
    await eventually(() => ada.cards().at(-1)?.place === now);
    stop();
    expect(ada.reads()).toContain('I could not write in the old place, so we go on here. Nothing is lost.');
    expect(ada.did('open')).toHaveLength(2);
    await ada.writes(STORY[0]);
    expect(ada.cards().at(-1)?.place).toBe(now);
    expect(ada.did('open')).toHaveLength(2);
    expect((await ada.session())?.stage.at).toBe('asking');
  });

  test('what waited for the old place is not shown there: the card in the new one says where the talk stands', async () => {
    const ada = at.person('waits');
    await ada.writes('/practice-failure');
    await ada.writes('story');
    const [old] = await ada.places();
    const holds = gate();
    let tries = 0;
    const stop = answer('waits', 'say', async ({ place }) => {
      if (placeKey(place) !== old) return undefined;
      tries += 1;
      await holds.opened;
      return gone;
    });
    const send = async (text: string) =>
      at.world.system.coach.handle({
        id: randomUUID(),
        person: ada.ref,
        place: ada.lobby,
        atLarge: true,
        what: ada.message(text),
      });
    const turns = [await send('skip'), await send(STORY[0]), await send('tips')];
    holds.open();
    await Promise.all(turns.map(({ performed }) => performed));
    await eventually(async () => ada.cards().at(-1)?.place !== old);
    stop();
    expect(ada.did('open')).toHaveLength(2);
    expect(tries).toBeGreaterThan(0);
    const states = (await ada.rows()).filter(({ place, kind }) => place === old && kind === 'say');
    expect(states.every(({ state }) => state === 'done' || state === 'dead')).toBe(true);
    expect((await ada.session())?.answers).not.toEqual({});
  });

  test('what somebody else was to be shown, and files for the person, go out all the same', async () => {
    const ada = at.person('owed');
    await begins(ada);
    const [old] = await ada.places();
    let tries = 0;
    const stop = answer('owed', 'say', ({ place }) => {
      if (placeKey(place) !== old) return undefined;
      tries += 1;
      return tries === 1 ? { outcome: 'later', afterMs: 1 } : gone;
    });
    // The first card has to wait, and so does all that follows.
    for (const text of [...STORY, 'export']) await ada.writes(text);
    const { id: sessionId, turn } = (await ada.session()) ?? expect.fail('no practice');
    await ada.happens({ type: 'shared', to: 'UGRACE', toName: 'Grace', fromName: 'Ada', sessionId, turn });
    expect(ada.did('export')).toEqual([]);
    await eventually(async () => {
      await at.world.system.deliverer.sweep();
      return ada.did('share').length > 0 && ada.did('export').length > 0;
    });
    stop();
    expect(ada.did('share')).toHaveLength(1);
    const [files] = ada.did('export');
    expect(files && placeKey(files.place)).not.toBe(old);
    await eventually(async () => ada.cards().at(-1)?.place === (await ada.places())[0]);
  });

  test('a failure of a turn before the move moves nothing again', async () => {
    const { ada, old, stop } = await whosePlaceGoes('older');
    await ada.writes('skip');
    await eventually(async () => (await ada.places())[0] !== old && ada.cards().at(-1)?.place !== old);
    stop();
    const session = (await ada.session()) ?? expect.fail('no practice');
    const [place] = await ada.places();
    for (const turn of [1, 2, 3])
      await ada.happens(
        {
          type: 'deliveryFailed',
          sessionId: session.id,
          key: `e-${session.id}-${turn}-0`,
          reason: gone.reason,
        },
        { place: ada.lobby },
      );
    expect(await ada.places()).toEqual([place]);
    expect(ada.did('open')).toHaveLength(2);
  });

  test('where none can be opened it ends quietly, and what the person does next tries again', async () => {
    const ada = at.person('refused');
    let refused = 0;
    const stop = answer('refused', 'open', () => {
      refused += 1;
      return { outcome: 'refused', reason: 'place-cannot-dm' };
    });
    const stopSaying = answer('refused', 'say', ({ place }) =>
      isNamedOnly(placeKey(place)) ? gone : undefined,
    );
    await ada.writes('/practice-failure');
    await eventually(async () =>
      (await ada.rows()).every(({ state }) => state === 'dead' || state === 'done'),
    );
    const tried = refused;
    expect(tried).toBeGreaterThan(0);
    expect(tried).toBeLessThanOrEqual(2);
    expect(ada.cards()).toEqual([]);
    stopSaying();
    stop();
    const stopOld = answer('refused', 'say', ({ place }) =>
      isNamedOnly(placeKey(place)) ? gone : undefined,
    );
    await ada.writes('story');
    await eventually(() => ada.cards().length > 0);
    stopOld();
    expect(ada.cards().at(-1)?.place).toBe((await ada.places())[0]);
    expect((await ada.session())?.stage.at).toBe('opening');
  });
});

describe('a practice that may be opened in several ways', () => {
  const begins = { role: 'ward nurse', ways: ['uvera', 'c1'] };

  test('names them best first, with what it is about; once its place is gone, the others first', async () => {
    const vera = at.person('vera');
    await vera.happens({ type: 'pressed', action: 'start' }, { atLarge: true, begins });
    const restore = answer('vera', 'say', () => gone);
    await vera.writes('story');
    restore();
    await eventually(async () => vera.did('open').length === 2);
    expect(vera.did('open').map(({ order, place }) => [order, place.channel])).toEqual([
      [{ kind: 'open', called: 'ward nurse' }, 'uvera+c1'],
      [{ kind: 'open', called: 'ward nurse' }, 'c1+uvera'],
    ]);
  });
});
