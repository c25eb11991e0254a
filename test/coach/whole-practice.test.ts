import { afterEach, describe, expect, inject, test } from 'vitest';
import { RUBRIC_VERSION } from '../../src/critique/rubric.ts';
import { createCatalog } from '../../src/guide/catalog.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

const STORY = [
  'Two years ago I organised our customer day, 120 guests, the one event sales had for the year.',
  'I agreed the room by phone and never got it in writing. On the Monday before, the hotel told me it was double booked.',
  'I found a smaller place the same day and rang sales myself to say forty people could not come. It was a horrible call to make.',
  'I learned to be more careful with bookings.',
  'I am much better organised now.',
];

const backends = [
  ['PostgreSQL', () => undefined],
  ['Redis', () => inject('redisUrl')],
] as const;

describe.each(backends)('with the queue on %s', (kind, redisUrl) => {
  let world: World;
  afterEach(() => world?.close());

  test.skipIf(kind === 'Redis' && inject('redisUrl') === undefined)(
    'a whole practice leads from the door to a stored critique',
    async () => {
      world = await createWorld(`whole practice ${kind}`, { redisUrl: redisUrl() });
      const ada = world.person('ada');
      await ada.happens({ type: 'attached' });
      await ada.says('/practice-failure');
      await ada.says('story');
      await ada.says('event manager');
      await ada.says('I agreed a room by phone and it was double booked.');
      for (const answer of STORY) await ada.says(answer);
      expect(ada.reads()).toContain('customer day');
      await ada.says('go');
      await eventually(() => ada.reads().includes('KEEP'));
      const [practice] = await ada.practices();
      expect(practice?.session.stage.at).toBe('critiqued');
      expect(practice?.attempts).toHaveLength(1);
      expect(practice?.attempts[0]?.critiques[0]?.critique).toMatchObject({
        critic: 'rubric',
        version: RUBRIC_VERSION,
      });
    },
  );
});

test('a second guide is coached from the door to the critique: nothing else knows the first one by name', async () => {
  const world = await createWorld('second guide', { catalog: createCatalog([colleagueConflict]) });
  try {
    const ada = world.person('ada');
    for (const words of ['/practice-failure', 'story', 'skip', 'A colleague and I did not speak for a week.'])
      await ada.says(words);
    for (const step of colleagueConflict.steps) {
      expect(ada.reads()).toContain(`of ${colleagueConflict.steps.length}: ${step.name}`);
      await ada.says(`I asked her about ${step.name} last May and told her what I had done myself.`);
    }
    await ada.says('go');
    await eventually(() => ada.reads().includes('STEPS'));
    const [practice] = await ada.practices();
    expect(practice?.session.guide).toEqual({ id: colleagueConflict.id, version: colleagueConflict.version });
    expect(Object.keys(practice?.attempts[0]?.critiques[0]?.critique.steps ?? {})).toEqual(
      colleagueConflict.steps.map((step) => step.id),
    );
  } finally {
    await world.close();
  }
});

test('the next practice knows how those before it stood: oldest first, and not the ones that came to no critique', async () => {
  const world = await createWorld('past practices');
  try {
    const ada = world.person('ada');
    await ada.happens({ type: 'attached' });
    for (const pasted of [`${STORY.slice(0, 3).join(' ')}`, STORY.join(' '), undefined, STORY.join('\n')]) {
      await ada.says('/practice-failure');
      if (pasted === undefined) continue;
      await ada.says('answer');
      await ada.says('skip');
      await ada.says(pasted);
      await ada.says('go');
      await eventually(() => ada.reads().includes('STEPS'));
      if (pasted !== STORY.join('\n')) await ada.says('stop');
    }
    const practices = await ada.practices();
    const overalls = practices.flatMap(({ attempts }) => attempts[0]?.critiques[0]?.critique.overall ?? []);
    expect(overalls).toHaveLength(3);
    const hundredths = overalls.map((overall) => Math.round(overall * 100)).join(', ');
    const pictured = () =>
      (ada.cards().at(-1)?.blocks ?? [])
        .flatMap((block) => (block.kind === 'picture' ? [block.alt] : []))
        .join();
    await ada.says('settings numbers on');
    await ada.says('more');
    expect(ada.reads()).toContain('Step by step');
    expect(pictured()).toContain(`Your last 3 practices (of 100), oldest first: ${hundredths}.`);
    // What is deleted is in no picture any more, and nothing of it was kept elsewhere.
    await world.pool.query('DELETE FROM sessions WHERE id = $1', [practices[0]?.session.id]);
    await ada.says('more');
    expect(pictured()).toContain(
      `Your last 2 practices (of 100), oldest first: ${hundredths.split(', ').slice(1).join(', ')}.`,
    );
  } finally {
    await world.close();
  }
});
