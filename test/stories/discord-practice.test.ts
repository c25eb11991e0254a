import { beforeAll, expect, test } from 'vitest';
import { type Summary, summary } from '../../src/conversation/summary.ts';
import { type DiscordTalk, inBothPlaces, STORY, talkOf, tellUpTo } from '../support/discord-talk.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

let terminal: Summary;
beforeAll(async () => {
  const world = await createWorld('the same practice in a terminal, for discord');
  try {
    terminal = await inTheTerminal(world);
  } finally {
    await world.close();
  }
});

inBothPlaces(
  'discord practice',
  (coach, where) => {
    const talk = (id: string, name: string) => talkOf(coach(), id, name, { where });
    const summed = async (of: DiscordTalk) => summary(await of.session(), coach().world.catalog.default);

    test('a practice by words alone leaves what it leaves in the terminal', async () => {
      const cleo = talk('4444444444444444403', 'Cleo');
      await cleo.begins();
      await cleo.says('story', 'What are you practising for?');
      await cleo.says('event manager', 'It need not be your greatest.');
      for (const [index, answer] of STORY.entries()) {
        await cleo.adds(answer);
        await cleo.says('next', index < 5 ? `${index + 1} of 5` : 'Your answer so far');
      }
      await cleo.says('lesson', 'STEPS');
      expect(await summed(cleo)).toEqual(terminal);
    });

    test('a practice by buttons and menus leaves what it leaves in the terminal', async () => {
      const dora = talk('4444444444444444404', 'Dora');
      await dora.begins();
      await dora.presses('I have a story (about 12 min)', 'What are you practising for?');
      await dora.says('event manager', 'It need not be your greatest.');
      for (const [index, answer] of STORY.entries())
        await dora.answers(answer, index < 5 ? `${index + 1} of 5` : 'Your answer so far');
      await dora.chooses('lesson', 'STEPS');
      expect(await summed(dora)).toEqual(terminal);
      await dora.presses('More', 'Step by step, with the words that earned it');
      await dora.presses('Done for today', 'One run aloud before you go?');
      await dora.presses('Done for today', 'Done for today, and that was real work.');
      expect((await dora.session()).stage.at).toBe('done');
    });

    test('with the critique comes its scorecard as a picture, with words for who does not see it', async () => {
      const gil = talk('4444444444444444409', 'Gil');
      await tellUpTo(gil, '5 of 5');
      await gil.answers(STORY[5], 'Your answer so far');
      await gil.presses('Look at it', 'STEPS');
      const pictures = () => gil.cards().filter((card) => card.includes('(picture: Context:'));
      expect(pictures()).toHaveLength(1);
      expect(pictures()[0]).toMatch(
        /STEPS.*\(picture: Context: clear\..*Judged by: offline critic, version \d+\./su,
      );
      await gil.presses('More', 'Step by step, with the words that earned it');
      expect(pictures()).toHaveLength(1);
    });

    test('the buttons of a critique explain a point, set it aside, and put a new answer into its step', async () => {
      const fay = talk('4444444444444444406', 'Fay');
      await tellUpTo(fay, '4 of 5');
      await fay.answers('I learned to be more careful with bookings.', '5 of 5');
      await fay.answers('I am much better organised now.', 'Your answer so far');
      await fay.presses('Look at it', 'Work on "lesson"');
      await fay.presses('Explain', 'It is about: "be more careful with bookings"');
      await fay.presses('Not so', 'Work on "since then"');
      await fay.presses('Work on "since then"', 'Growth Evidence, one question:');
      await fay.adds(STORY[5]);
      await fay.says('next', 'Use it?');
      await fay.presses('Use it', 'STEPS');
      const { answers, replaced } = await summed(fay);
      expect(answers['growth-evidence']).toBe(STORY[5]);
      expect(replaced).toEqual([{ step: 'growth-evidence', text: 'I am much better organised now.' }]);
    });
  },
  { contentIntent: true },
);

async function inTheTerminal(world: World): Promise<Summary> {
  const ada = world.person('ada');
  for (const words of ['/practice-failure', 'story', 'event manager', ...STORY, 'lesson'])
    await ada.says(words);
  await eventually(async () => (await ada.session())?.stage.at === 'critiqued');
  const session = await ada.session();
  if (session === undefined) throw new Error('no practice in the terminal');
  return summary(session, world.catalog.default);
}
