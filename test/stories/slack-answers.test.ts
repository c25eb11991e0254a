import { describe, expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { byOneTransport, type SlackTalk, STORY, talkOf, tellAll, tellUpTo } from '../support/slack-talk.ts';

byOneTransport('socket', 'slack answers', (coach) => {
  const answersOf = async (talk: SlackTalk) =>
    summary(await talk.session(), coach().world.catalog.default).answers;

  test('several messages make one answer, in the order they were written', async () => {
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    await tellUpTo(ada, '1 of 5');
    const asked = coach().slack.messages(ada.dm).at(-1)?.ts ?? '';
    await ada.adds('It was the one event sales had.', { ts: stampAfter(asked, 3) });
    await ada.adds('Two years ago I ran our customer day.', { ts: stampAfter(asked, 1) });
    await ada.adds('There were 120 guests.', { ts: stampAfter(asked, 2) });
    await ada.presses('press:next', '2 of 5');
    expect((await answersOf(ada)).context).toBe(
      'Two years ago I ran our customer day.\nThere were 120 guests.\nIt was the one event sales had.',
    );
  });

  test('who presses nothing is asked the next question after a pause', async () => {
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    await tellUpTo(bea, '1 of 5');
    await bea.says(STORY[1], '2 of 5');
    expect(await answersOf(bea)).toMatchObject({ context: STORY[1] });
  });

  test('an edit changes the answer and the draft, a deletion takes it out of both', async () => {
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await tellUpTo(cleo, '5 of 5');
    const last = await cleo.answers(STORY[5], 'Your answer so far');
    await cleo.person.edits(last.ts, 'Since then I ask for a mail. In May that saved us a hall.');
    await cleo.says('draft', 'In May that saved us a hall.');
    expect(await answersOf(cleo)).toMatchObject({
      'growth-evidence': 'Since then I ask for a mail. In May that saved us a hall.',
    });
    cleo.looks();
    await cleo.person.deletes(last.ts);
    await cleo.until('Growth Evidence is empty now.');
    await cleo.says('draft', 'Your answer so far');
    expect(cleo.newest()).not.toContain('saved us a hall');
    expect(await answersOf(cleo)).not.toHaveProperty('growth-evidence');
  });

  test('a link preview, and a reply that Slack notes on the root, do nothing', async () => {
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await tellUpTo(dora, '1 of 5');
    const said = await dora.answers(`${STORY[1]} https://example.org/day`, '2 of 5');
    const [cards, before] = [dora.cards(), await dora.session()];
    await dora.person.unfurls(said.ts);
    await coach().slack.touchRoot(dora.dm, dora.thread());
    await coach().slack.calm();
    expect(dora.cards()).toEqual(cards);
    expect(await dora.session()).toEqual(before);
  });

  test('after the critique an edit is stored, the critique is marked as older, and a new one is offered', async () => {
    const eve = talkOf(coach(), 'U0EVE', 'Eve');
    await tellUpTo(eve, '5 of 5');
    const last = await eve.answers('I am better organised now.', 'Your answer so far');
    await eve.presses('Look at it', 'STEPS');
    eve.looks();
    await eve.person.edits(last.ts, STORY[5]);
    await eve.until('The critique was made before this change.');
    expect(summary(await eve.session(), coach().world.catalog.default)).toMatchObject({
      answers: { 'growth-evidence': STORY[5] },
      critique: { draftNo: 1, outdated: true },
    });
    await eve.presses('Look again', 'STEPS');
    expect(summary(await eve.session(), coach().world.catalog.default).critique).toMatchObject({
      draftNo: 2,
      outdated: false,
    });
  });

  describe('outside the thread', () => {
    test('a message counts for the open practice, whose thread goes on, with a link where it was written', async () => {
      const flo = talkOf(coach(), 'U0FLO', 'Flo');
      await tellUpTo(flo, '1 of 5');
      flo.looks();
      await flo.person.says(STORY[1]);
      await flo.until('It goes on here: our thread');
      await flo.presses('press:next', '2 of 5');
      expect(await answersOf(flo)).toMatchObject({ context: STORY[1] });
      const cards = coach()
        .slack.messages(flo.dm)
        .filter(({ bot_id }) => bot_id !== undefined);
      const link = `/archives/${flo.dm}/p${flo.thread().replace('.', '')}`;
      const pointer = cards.filter((each) => JSON.stringify(each.blocks).includes(link));
      expect(pointer.map(({ thread_ts }) => thread_ts)).toEqual([undefined]);
      expect(cards.at(-1)?.thread_ts).toBe(flo.thread());
    });

    test('"hi" is answered by what the coach does, and Begin opens a thread', async () => {
      const gus = talkOf(coach(), 'U0GUS', 'Gus');
      await gus.person.says('hi');
      await gus.until('I coach you through one interview question');
      expect(await coach().sessions('U0GUS')).toEqual([]);
      await gus.presses('Begin', 'How would you like to begin?');
      expect(coach().slack.messages(gus.dm, gus.thread()).length).toBeGreaterThan(1);
    });
  });

  test('a text snippet is read as the answer', async () => {
    const hal = talkOf(coach(), 'U0HAL', 'Hal');
    await tellUpTo(hal, '1 of 5');
    const file = { name: 'context.txt', content: STORY[1], mode: 'snippet' } as const;
    await hal.adds('', { files: [file] });
    await hal.presses('press:next', '2 of 5');
    expect(await answersOf(hal)).toMatchObject({ context: STORY[1] });
  });

  test('a picture is named and left out, and the words beside it are kept', async () => {
    const ida = talkOf(coach(), 'U0IDA', 'Ida');
    await tellUpTo(ida, '1 of 5');
    const photo = { name: 'hall.png', content: Buffer.from([137, 80, 78, 71]), mimetype: 'image/png' };
    await ida.says(STORY[1], 'hall.png', { files: [photo] });
    await ida.presses('press:next', '2 of 5');
    expect(await answersOf(ida)).toMatchObject({ context: STORY[1] });
  });

  test('what is stored is what was typed, and nothing a person typed pings anybody', async () => {
    const jan = talkOf(coach(), 'U0JAN', 'Jan');
    const typed =
      'Costs & risk <5%: I told <!channel> and @everyone about it in *bold* letters, two years ago.';
    await tellUpTo(jan, '1 of 5');
    await jan.answers(typed, '2 of 5');
    expect(await answersOf(jan)).toMatchObject({ context: typed });
    await jan.says('draft', 'Costs & risk <5%');
    const blocks = JSON.stringify(
      coach()
        .slack.messages(jan.dm)
        .filter(({ bot_id }) => bot_id !== undefined),
    );
    expect(blocks).toContain('I told <!channel> and @everyone about it in *bold* letters');
    expect(blocks).not.toMatch(/"type":"(?:broadcast|user|usergroup|mrkdwn)"/);
  });

  test('a whole answer gets its critique while a status shows that somebody is at work', async () => {
    const kim = talkOf(coach(), 'U0KIM', 'Kim');
    await tellAll(kim);
    const statuses = coach().slack.calls.filter(({ method }) => method === 'assistant.threads.setStatus');
    expect(statuses.map(({ args }) => args.thread_ts)).toContain(kim.thread());
  });
});

/** A stamp of Slack's that many hundredths of a millisecond later. */
function stampAfter(ts: string, steps: number): string {
  const [seconds = '', micros = ''] = ts.split('.');
  return `${seconds}.${String(Number(micros) + steps * 10).padStart(6, '0')}`;
}
