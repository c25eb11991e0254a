import { beforeAll, expect, test } from 'vitest';
import { type Summary, summary } from '../../src/conversation/summary.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { byBothTransports, type SlackTalk, STORY, talkOf, tellUpTo } from '../support/slack-talk.ts';

let terminal: Summary;
beforeAll(async () => {
  const world = await createWorld('the same practice in a terminal');
  try {
    terminal = await inTheTerminal(world);
  } finally {
    await world.close();
  }
});

byBothTransports('slack practice', (coach) => {
  test('the command answers only to the person, with a link to a thread in their direct messages', async () => {
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    coach().slack.channel('C0GENERAL');
    const ack = await ada.person.slash('', { channel: 'C0GENERAL' });
    expect(ack.payload).toMatchObject({ response_type: 'ephemeral' });
    await ada.until('How would you like to begin?');
    expect(coach().slack.messages('C0GENERAL')).toEqual([]);
    expect(linkIn(ack.payload)).toMatch(linkTo(ada));
    const outside = coach()
      .slack.messages(ada.dm)
      .filter(({ thread_ts }) => thread_ts === undefined);
    expect(outside.map(({ ts }) => ts)).toEqual([ada.thread()]);
  });

  test('two sentences say who can read it, and that the terminal keeps it, before the first question', async () => {
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    await bea.begins();
    const [root, door] = bea.cards();
    expect(root?.match(/[^.]+\.(?= |$)/gu)?.length).toBeLessThanOrEqual(3);
    expect(root).toMatch(/on some plans the owners of this workspace too\.\s.*terminal/su);
    expect(root).not.toContain('?');
    expect(door).toContain('"What is your greatest failure, and what did you learn from it?"');
  });

  test('a practice by words alone leaves what it leaves in the terminal', async () => {
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await cleo.begins();
    await cleo.says('story', 'What are you practising for?');
    await cleo.says('event manager', 'It need not be your greatest.');
    for (const [index, answer] of STORY.entries()) {
      await cleo.adds(answer);
      await cleo.says('next', index < 5 ? `${index + 1} of 5` : 'Your answer so far');
    }
    await cleo.says('lesson', 'STEPS');
    expect(summary(await cleo.session(), coach().world.catalog.default)).toEqual(terminal);
  });

  test('with the critique comes its scorecard as a picture, once, with words for who does not see it', async () => {
    const gil = talkOf(coach(), 'U0GIL', 'Gil');
    await tellUpTo(gil, '5 of 5');
    await gil.answers(STORY[5], 'Your answer so far');
    const pictures = () => gil.cards().filter((card) => card.includes('(picture: Context:'));
    await gil.presses('Look at it', 'STEPS');
    await coach().slack.until(() => pictures().length === 1, 'the picture');
    expect(pictures()[0]).toMatch(/Context: clear\..* Length: .*Judged by: offline critic, version \d+\./su);
    const uploads = coach().slack.calls.filter(({ method }) => method === 'files.getUploadURLExternal');
    const mine = uploads.filter(({ args }) => String(args.alt_txt).startsWith('Context:'));
    expect(Number(mine.at(-1)?.args.length)).toBeGreaterThan(10_000);
    await gil.presses('More', 'Step by step, with the words that earned it');
    await coach().slack.calm();
    expect(pictures()).toHaveLength(1);
  });

  test('a practice by buttons leaves what it leaves in the terminal', async () => {
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await dora.begins();
    await dora.presses('I have a story (about 12 min)', 'What are you practising for?');
    await dora.says('event manager', 'It need not be your greatest.');
    for (const [index, answer] of STORY.entries())
      await dora.answers(answer, index < 5 ? `${index + 1} of 5` : 'Your answer so far');
    await dora.presses('lesson', 'STEPS');
    expect(summary(await dora.session(), coach().world.catalog.default)).toEqual(terminal);
    await dora.presses('More', 'Step by step, with the words that earned it');
    await dora.presses('Done for today', 'One run aloud before you go?');
    await dora.presses('Done for today', 'Done for today, and that was real work.');
    expect((await dora.session()).stage.at).toBe('done');
  });

  test('the buttons of a critique explain a point, set it aside, and put a new answer into its step', async () => {
    const fay = talkOf(coach(), 'U0FAY', 'Fay');
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
    const { answers, replaced } = summary(await fay.session(), coach().world.catalog.default);
    expect(answers['growth-evidence']).toBe(STORY[5]);
    expect(replaced).toEqual([{ step: 'growth-evidence', text: 'I am much better organised now.' }]);
  });

  test('a second command in an open practice leads back to it, and asks its question again', async () => {
    const eve = talkOf(coach(), 'U0EVE', 'Eve');
    await tellUpTo(eve, '2 of 5');
    eve.looks();
    const ack = await eve.person.slash('');
    await eve.until('2 of 5');
    expect(linkIn(ack.payload)).toMatch(linkTo(eve));
    expect(await coach().sessions('U0EVE')).toHaveLength(1);
  });
});

function linkIn(payload: unknown): string {
  return /"url":"([^"]*)"/.exec(JSON.stringify(payload))?.[1] ?? '';
}

/** To the thread; on a machine so slow that it is not there within the command's time, to the app. */
function linkTo(talk: SlackTalk): RegExp {
  return new RegExp(`/archives/${talk.dm}/p${talk.thread().replace('.', '')}$|/app_redirect\\?app=`);
}

async function inTheTerminal(world: World): Promise<Summary> {
  const ada = world.person('ada');
  for (const words of ['/practice-failure', 'story', 'event manager', ...STORY, 'lesson'])
    await ada.says(words);
  await eventually(async () => (await ada.session())?.stage.at === 'critiqued');
  const session = await ada.session();
  if (session === undefined) throw new Error('no practice in the terminal');
  return summary(session, world.catalog.default);
}
