import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { GENERAL, inOnePlace, STORY, talkOf, tellUpTo } from '../support/discord-talk.ts';

inOnePlace('dm', 'discord words', (coach) => {
  const id = (number: number) => `44444444444444445${number.toString().padStart(2, '0')}`;

  /** What the command answers, all of it; only the person sees that. */
  async function asks(userId: string, sub: string, options: Record<string, string> = {}): Promise<string> {
    const { discord } = coach();
    const { person } = talkOf(coach(), userId, 'Ada');
    const before = person.toldAlone.length;
    const done = await person.slash('practice-failure', { sub, options, in: GENERAL });
    expect(done.lost).toBe(false);
    await discord.until(() => answered(person.toldAlone.slice(before)), sub);
    await discord.calm();
    expect(discord.messages(GENERAL)).toEqual([]);
    return person.toldAlone.slice(before).join('\n');
  }

  test.each([
    ['help', {}, '/practice-failure delete-my-data: all of it, for good'],
    ['tips', {}, 'A good choice:'],
    ['example', {}, '"'],
    ['history', {}, 'No practice yet.'],
    ['progress', {}, 'Nothing to show yet. Your first practice takes about 12 minutes.'],
    ['stories', {}, 'No story yet.'],
    ['settings', {}, 'My tone is'],
  ])('"%s" is answered before there is a practice, only to the person', async (sub, options, answer) => {
    expect(await asks(id(1), sub, options)).toContain(answer);
    expect(await coach().sessions(id(1))).toEqual([]);
  });

  test('the words know the open practice: tips for its question, its story, its place', async () => {
    const ada = talkOf(coach(), id(2), 'Ada');
    await tellUpTo(ada, '2 of 5');
    const [cards, before] = [ada.cards(), await ada.session()];
    expect(await asks(id(2), 'tips')).toContain('For The Failure.');
    expect(await asks(id(2), 'example')).toContain('The Failure');
    expect(await asks(id(2), 'history')).toContain('2 of 5');
    expect(await asks(id(2), 'stories')).toContain('I agreed a hall by phone');
    expect(await asks(id(2), 'stories', { role: 'nurse' })).toContain('nurse');
    expect(ada.cards()).toEqual(cards);
    expect(await ada.session()).toEqual(before);
  });

  test('settings are changed where they are asked for, both at once, and the talk stays as it is', async () => {
    const bea = talkOf(coach(), id(3), 'Bea');
    await tellUpTo(bea, '1 of 5');
    const cards = bea.cards();
    expect(await asks(id(3), 'settings', { tone: 'direct', numbers: 'on' })).toContain(
      'My tone is direct, numbers are on.',
    );
    expect((await bea.session()).manner).toMatchObject({ tone: 'direct', numbers: true });
    expect(bea.cards()).toEqual(cards);
  });

  test('while we practise the words alone do it', async () => {
    const cleo = talkOf(coach(), id(4), 'Cleo');
    await tellUpTo(cleo, '2 of 5');
    await cleo.says('tips', 'For The Failure.');
    await cleo.says('back', '1 of 5');
    await cleo.says('Keep it', '2 of 5');
    await cleo.says('skip!', '3 of 5');
    await cleo.answers('Back in 2024 I rang sales the same day.', '4 of 5');
    expect(summary(await cleo.session(), coach().world.catalog.default).answers).toMatchObject({
      'immediate-actions': 'Back in 2024 I rang sales the same day.',
    });
  });

  test('"export", typed or as a command, puts two files with all that was written into the direct messages', async () => {
    const dora = talkOf(coach(), id(5), 'Dora');
    await tellUpTo(dora, '3 of 5');
    await dora.says('export', 'Everything I hold about you.');
    dora.looks();
    expect(await asks(id(5), 'export')).toContain('I put your files into our direct messages');
    await dora.until('Everything I hold about you.');
    const files = () =>
      coach()
        .discord.messages(coach().discord.dmOf(id(5)))
        .flatMap(({ attachments }) => attachments);
    await coach().discord.until(() => files().length > NAMES.length, 'the files');
    expect(files().map(({ filename }) => filename)).toEqual([...NAMES, ...NAMES]);
    for (const { url } of files())
      expect(await (await fetch(String(url))).text()).toContain(STORY[2].slice(0, 40));
  });

  test('while a role is typed, jobs are offered, and one’s own words stay the first choice', async () => {
    const { person: eve } = talkOf(coach(), id(6), 'Eve');
    const offered = async (value: string, sub: string) =>
      (await eve.autocomplete('practice-failure', { option: 'role', value, sub })).choices.map(
        ({ value: choice }) => choice,
      );
    expect(await offered('nurs', 'start')).toEqual(expect.arrayContaining(['nurs', 'Nurse']));
    expect((await offered('chief of nothing', 'stories'))[0]).toBe('chief of nothing');
    expect((await offered('', 'start')).length).toBeLessThanOrEqual(25);
  });
});

/** The answer stands in place of "thinking…". */
function answered(told: readonly string[]): boolean {
  return told.length > 0 && told.every((text) => text !== '(thinking)');
}

const NAMES = ['comeback-export.md', 'comeback-export.json'];
