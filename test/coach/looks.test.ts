import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { createLooks, type Looks } from '../../src/coach/looks.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { placeKey } from '../../src/who/place.ts';
import { dumpDatabase } from '../support/dump.ts';
import { type AtLarge, atLarge, type Writer } from './at-large.ts';
import { STORY } from './told.ts';

const HARD = "I was fired after my breakdown last year and I still can't talk about it.";

let at: AtLarge;
let looks: Looks;
let newcomer: Writer;
let ada: Writer;
let hard: Writer;
beforeAll(async () => {
  at = await atLarge('looks');
  const { db, ring, catalog, now } = at.world;
  looks = createLooks({
    db,
    ring,
    catalog,
    now,
    zone: 'UTC',
    read: (text, guide, about) => read(text, guide, loadLanguage(), about),
  });
  newcomer = at.person('newcomer');
  ada = at.person('ada');
  for (const words of ['/practice-failure', 'story', 'event manager', ...STORY]) await ada.writes(words);
  hard = at.person('hard');
  for (const words of ['/practice-failure', 'story', 'skip', HARD]) await hard.writes(words);
});
afterAll(() => at?.close());

const LOOKS = ['help', 'tips', 'example', 'history', 'stories', 'settings', 'stories for ward nurse', 'why'];
const ACTS = [
  ...['start', '/practice-failure', 'next', 'go', 'back', 'skip', 'redo 2', 'pause', 'stop', 'export'],
  ...['delete my data', 'delete everything', 'settings tone direct', 'settings numbers on', 'resume 1'],
  ...['I promised a date that I could not keep.', '', 'what is this'],
];

/** Looks, and proves that it left no trace. */
async function untouched<T>(look: () => Promise<T>): Promise<T> {
  const before = await dumpDatabase(at.world.url);
  const seen = await look();
  expect(await dumpDatabase(at.world.url)).toBe(before);
  return seen;
}

describe.each(LOOKS)('"%s"', (words) => {
  test('is answered for a newcomer, in a practice and beside a hard story, and changes nothing', async () => {
    const people = [newcomer, ada, hard];
    const cards = await untouched(() => Promise.all(people.map(({ ref }) => looks.card(words, ref))));
    for (const card of cards) {
      CardSchema.parse(card);
      expect(card && fallbackText(card).trim()).not.toBe('');
      expect(card?.buttons).toEqual([]);
    }
    expect(JSON.stringify(cards[2])).not.toContain('breakdown');
  });
});

test('a word that acts, and anything that is none, is not answered by looking', async () => {
  const seen = await untouched(() =>
    Promise.all(ACTS.flatMap((words) => [newcomer, ada].map(({ ref }) => looks.card(words, ref)))),
  );
  expect(seen.filter((card) => card !== undefined)).toEqual([]);
});

test('progress is told for a newcomer, in a practice and beside a hard story, with a way to begin', async () => {
  const [none, open, shelter] = await untouched(() =>
    Promise.all([newcomer, ada, hard].map(({ ref }) => looks.card('progress', ref))),
  );
  expect(none && fallbackText(none)).toBe('Nothing to show yet. Your first practice takes about 12 minutes.');
  expect(none?.buttons.map(({ action }) => action)).toEqual(['start']);
  expect(open && fallbackText(open)).toBe('Nothing to show yet. It comes with your first critique.');
  expect(shelter && fallbackText(shelter)).toBe('One practice so far.');
  expect(JSON.stringify(shelter)).not.toContain('breakdown');
});

test('tips in a practice are those of the step it stands at', async () => {
  const grace = at.person('grace');
  for (const words of ['/practice-failure', 'story', 'skip', STORY[0], STORY[1]]) await grace.writes(words);
  const [own, first] = await Promise.all([looks.card('tips', grace.ref), looks.card('tips', newcomer.ref)]);
  expect(own).not.toEqual(first);
});

test('show opens a practice of one’s own, and of nobody else', async () => {
  const [own, none] = await untouched(() =>
    Promise.all([looks.card('show 1', ada.ref), looks.card('show 1', newcomer.ref)]),
  );
  expect(own && fallbackText(own)).toContain(STORY[0]);
  expect(JSON.stringify(none)).not.toContain(STORY[0]);
});

test('days are those where the person is, as their platform tells, while they set no zone of their own', async () => {
  const far = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const [east, west] = await untouched(() =>
    Promise.all(far.map((zone) => looks.card('history', ada.ref, zone))),
  );
  expect(east).not.toEqual(west);
  const [there, here] = await untouched(() => Promise.all(far.map((zone) => looks.home(ada.ref, zone))));
  expect(there?.practices.map(({ day }) => day)).not.toEqual(here?.practices.map(({ day }) => day));
});

describe('the home page', () => {
  test('of a newcomer has the settings that everybody begins with, and nothing else', async () => {
    expect(await untouched(() => looks.home(newcomer.ref))).toEqual({
      open: undefined,
      practices: [],
      stories: undefined,
      progress: [],
      manner: { tone: 'gentle', numbers: false },
      role: undefined,
    });
  });

  test('shows where the open practice stands, what was practised, and for what', async () => {
    const home = await untouched(() => looks.home(ada.ref));
    expect(home.open?.where).toBe('at your draft');
    expect(home.open && placeKey(home.open.place)).toBe((await ada.places())[0]);
    expect(home.practices.map(({ number }) => number)).toEqual([1]);
    expect(home.role).toBe('event manager');
    expect(home.stories).toBeDefined();
  });

  test('quotes nothing of a hard story', async () => {
    const home = await untouched(() => looks.home(hard.ref));
    expect(JSON.stringify(home)).not.toContain('breakdown');
    expect(home.practices).toHaveLength(1);
  });
});

describe('a share', () => {
  test('is for anybody who did not say otherwise', async () => {
    const bea = at.person('takes-none');
    expect(await looks.takesShares(bea.ref)).toBe(true);
    await bea.writes('settings shares off');
    expect(await looks.takesShares(bea.ref)).toBe(false);
    await bea.writes('settings shares on');
    expect(await looks.takesShares(bea.ref)).toBe(true);
  });

  test('is exactly what is sent after it', async () => {
    const session = (await ada.session()) ?? expect.fail('no practice');
    const seen = await untouched(() => looks.share(ada.ref, session.id, 'Ada'));
    expect(seen?.turn).toBe(session.turn);
    await ada.happens({
      type: 'shared',
      to: 'UGRACE',
      toName: 'Grace',
      fromName: 'Ada',
      sessionId: session.id,
      turn: seen?.turn ?? 0,
    });
    const [sent] = ada.did('share');
    expect(sent?.order).toEqual({ kind: 'share', card: seen?.card, to: 'UGRACE' });
  });

  test('of a hard story, or of a practice of somebody else, shows nothing', async () => {
    const own = (await hard.session())?.id ?? '';
    const others = (await ada.session())?.id ?? '';
    expect(
      await untouched(() =>
        Promise.all([looks.share(hard.ref, own, 'H'), looks.share(hard.ref, others, 'H')]),
      ),
    ).toEqual([undefined, undefined]);
  });
});

test('a practice is seen by its person alone', async () => {
  const id = (await ada.session())?.id ?? '';
  expect((await looks.practice(ada.ref, id))?.session.id).toBe(id);
  expect(await looks.practice(hard.ref, id)).toBeUndefined();
  expect(await looks.practice(newcomer.ref, id)).toBeUndefined();
});

test('an open place is known since the newest message that is kept, whatever turns of ours came after', async () => {
  const eve = at.person('eve');
  const mine = async () =>
    (await looks.openPlaces('slack', new Date(0))).find(({ person }) => person.userId === 'eve')?.since;
  const began = await eve.writes('/practice-failure').then(async () => (await eve.practices())[0]?.createdAt);
  expect(await mine()).toEqual(began);
  await eve.writes('story');
  await eve.writes('event manager');
  const written = (await eve.session())?.purpose;
  const stamp = written?.kind === 'role' ? written.part.stamp : expect.fail('no role');
  await eve.happens({ type: 'filled', action: 'answers', values: { context: 'Two years ago, in March.' } });
  await at.world.pool.query('UPDATE sessions SET updated_at = now()');
  expect(await mine()).toEqual(new Date(Number(stamp) * 1_000));
});

test('open places are those of open practices, with whose they are, since an instant', async () => {
  const mine = async (since: Date) =>
    (await looks.openPlaces('slack', since)).filter(({ person }) => person.userId === 'ada');
  const [open] = await mine(new Date(0));
  expect(open).toMatchObject({ person: ada.ref, installation: 'T1' });
  expect(open && placeKey(open.place)).toBe((await ada.places())[0]);
  expect(await mine(new Date(Date.now() + 60_000))).toEqual([]);
  await ada.writes('pause');
  expect(await mine(new Date(0))).toEqual([]);
  expect((await looks.openPractice(ada.ref))?.session.stage.at).toBe('paused');
});
