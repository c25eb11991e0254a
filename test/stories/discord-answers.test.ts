import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import {
  type DiscordTalk,
  inEitherPlace,
  STORY,
  talkOf,
  tellAll,
  tellUpTo,
} from '../support/discord-talk.ts';
import { eventually } from '../support/practice.ts';

inEitherPlace(
  'discord answers',
  (coach, where) => {
    const talk = (number: number, name: string) =>
      talkOf(coach(), `44444444444444447${number.toString().padStart(2, '0')}`, name, { where });
    const summed = async (of: DiscordTalk) => summary(await of.session(), coach().world.catalog.default);
    const answersOf = async (of: DiscordTalk) => (await summed(of)).answers;

    test('several messages make one answer, in the order they were written', async () => {
      const ada = talk(1, 'Ada');
      await tellUpTo(ada, '1 of 5');
      const asked = coach().discord.messages(ada.channel()).at(-1)?.id ?? '';
      await ada.adds('It was the one event sales had.', { id: later(asked, 3) });
      await ada.adds('Two years ago I ran our customer day.', { id: later(asked, 1) });
      await ada.adds('There were 120 guests.', { id: later(asked, 2) });
      await ada.presses('next', '2 of 5');
      expect((await answersOf(ada)).context).toBe(
        'Two years ago I ran our customer day.\nThere were 120 guests.\nIt was the one event sales had.',
      );
    });

    test('a message that was written before the next question and comes after it belongs to the step before', async () => {
      const lea = talk(11, 'Lea');
      await tellUpTo(lea, '1 of 5');
      const said = await lea.answers('Two years ago I ran our customer day.', '2 of 5');
      await lea.adds('There were 120 guests.', { id: later(said.id, 1) });
      await eventually(async () => (await answersOf(lea)).context?.includes('120 guests'));
      expect(await answersOf(lea)).toMatchObject({
        context: 'Two years ago I ran our customer day.\nThere were 120 guests.',
        failure: STORY[0],
      });
      expect((await lea.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
    });

    test('who presses nothing is asked the next question after a pause', async () => {
      const bea = talk(2, 'Bea');
      await tellUpTo(bea, '1 of 5');
      await bea.says(STORY[1], '2 of 5');
      expect(await answersOf(bea)).toMatchObject({ context: STORY[1] });
    });

    test('an edit changes the answer and the draft, a deletion takes it out of both', async () => {
      const cleo = talk(3, 'Cleo');
      await tellUpTo(cleo, '5 of 5');
      const last = await cleo.answers(STORY[5], 'Your answer so far');
      const edited = 'Since then I ask for a mail. In May that saved us a hall.';
      await cleo.person.edits(last.id, edited);
      await eventually(async () => (await answersOf(cleo))['growth-evidence'] === edited);
      await cleo.says('draft', 'In May that saved us a hall.');
      cleo.looks();
      await cleo.person.deletes(last.id);
      await cleo.until('Growth Evidence is empty now.');
      await cleo.says('draft', 'Your answer so far');
      expect(cleo.newest()).not.toContain('saved us a hall');
      expect(await answersOf(cleo)).not.toHaveProperty('growth-evidence');
    });

    test('messages that a moderator removes all at once are taken out as well', async () => {
      const max = talk(4, 'Max');
      await tellUpTo(max, '1 of 5');
      const one = await max.adds('Two years ago I ran our customer day.');
      const two = await max.answers('There were 120 guests.', '2 of 5');
      expect(await answersOf(max)).toHaveProperty('context');
      coach().discord.deleteMessages(max.channel(), [one.id, two.id]);
      await eventually(async () => (await answersOf(max)).context === undefined);
    });

    test('a link preview does nothing', async () => {
      const dora = talk(5, 'Dora');
      await tellUpTo(dora, '1 of 5');
      const said = await dora.answers(`${STORY[1]} https://example.org/day`, '2 of 5');
      const [cards, before] = [dora.cards(), await dora.session()];
      await dora.person.unfurls(said.id);
      await coach().discord.calm();
      expect(dora.cards()).toEqual(cards);
      expect(await dora.session()).toEqual(before);
    });

    test('after the critique an edit is stored, the critique is marked as older, and a new one is offered', async () => {
      const eve = talk(6, 'Eve');
      await tellUpTo(eve, '5 of 5');
      const last = await eve.answers('I am better organised now.', 'Your answer so far');
      await eve.presses('Look at it', 'STEPS');
      eve.looks();
      await eve.person.edits(last.id, STORY[5]);
      await eve.until('The critique was made before this change.');
      expect(await summed(eve)).toMatchObject({
        answers: { 'growth-evidence': STORY[5] },
        critique: { draftNo: 1, outdated: true },
      });
      await eve.presses('Look again', 'STEPS');
      expect((await summed(eve)).critique).toMatchObject({ draftNo: 2, outdated: false });
    });

    test('a text file is read as the answer', async () => {
      const hal = talk(7, 'Hal');
      await tellUpTo(hal, '1 of 5');
      await hal.adds('', { files: [{ name: 'context.txt', content: STORY[1] }] });
      await eventually(async () => (await answersOf(hal)).context === STORY[1]);
      await hal.presses('next', '2 of 5');
    });

    test('an edit beside a text file that cannot be had any more leaves the answer as it was, and says so', async () => {
      const jan = talk(20, 'Jan');
      await tellUpTo(jan, '1 of 5');
      const { id } = await jan.adds('It was so:', { files: [{ name: 'context.txt', content: STORY[1] }] });
      const whole = `It was so:\n\n${STORY[1]}`;
      await eventually(async () => (await answersOf(jan)).context === whole);
      coach().discord.loseFiles();
      jan.looks();
      await jan.person.edits(id, 'It was like this:');
      await jan.until('context.txt');
      expect((await answersOf(jan)).context).toBe(whole);
    });

    test('a picture is named and left out, and the words beside it are kept', async () => {
      const ida = talk(8, 'Ida');
      await tellUpTo(ida, '1 of 5');
      const photo = { name: 'hall.png', content: Buffer.from([137, 80, 78, 71]), contentType: 'image/png' };
      await ida.says(STORY[1], 'hall.png', { files: [photo] });
      await ida.presses('next', '2 of 5');
      expect(await answersOf(ida)).toMatchObject({ context: STORY[1] });
    });

    test('what is stored is what was typed: mentions by their names, marks as they are', async () => {
      const jan = talk(9, 'Jan');
      coach().discord.user('4444444444444444799', { name: 'Tim' });
      const typed = 'Costs & risk <5%: I told @Tim and @everyone *about* ||it|| in `bold` letters #channel.';
      const sent = typed
        .replace('@Tim', '<@4444444444444444799>')
        .replace('#channel', '<#2222222222222222231>');
      await tellUpTo(jan, '1 of 5');
      await jan.answers(sent, '2 of 5');
      expect(await answersOf(jan)).toMatchObject({ context: typed });
      await jan.says('draft', typed);
    });

    test('the coach is seen typing while it reads a whole answer', async () => {
      const kim = talk(10, 'Kim');
      await tellAll(kim);
      const typing = coach().discord.calls.filter(({ path }) => path === `/channels/${kim.channel()}/typing`);
      expect(typing.length).toBeGreaterThan(0);
    });
  },
  { contentIntent: true },
);

/** An id of Discord's so many steps later. */
function later(id: string, steps: number): string {
  return String(BigInt(id) + BigInt(steps));
}
