import { expect, test } from 'vitest';
import { readBlocks } from '../fakes/slack/plain.ts';
import { byOneTransport, type SlackTalk, STORY, talkOf, tellAll, tellUpTo } from '../support/slack-talk.ts';

byOneTransport('socket', 'slack home', (coach) => {
  const home = (talk: SlackTalk) => readBlocks(talk.person.home()?.blocks ?? []);
  const opensHome = async (talk: SlackTalk) => {
    await talk.person.opensHome();
    await coach().slack.until(() => home(talk) !== '', 'the Home tab');
  };

  test('who is new is offered a practice, and told what would be kept and how to delete it', async () => {
    const ada = talkOf(coach(), 'U0ADA', 'Ada');
    await opensHome(ada);
    expect(home(ada)).toContain('[Begin]');
    expect(home(ada)).toContain('What I keep\n• Your answers, drafts, critiques');
    expect(home(ada)).toContain('[Delete my data]');
    expect(await coach().sessions('U0ADA')).toEqual([]);
    await ada.presses('Begin', 'How would you like to begin?');
  });

  test('it shows the open practice, stories, settings and what is stored, and leads back to the thread', async () => {
    const bea = talkOf(coach(), 'U0BEA', 'Bea');
    await tellUpTo(bea, '2 of 5');
    await opensHome(bea);
    for (const words of [
      'It is open, at 2 of 5, The Failure.',
      'Open the thread',
      '"I agreed a hall by phone for our customer day, and it was double booked',
      'My tone is gentle',
      'You practise for "event manager".',
      'Your answers are read by the offline critic.',
      '[Export everything] [Delete my data]',
    ])
      expect(home(bea)).toContain(words);
    expect(JSON.stringify(bea.person.home()?.blocks)).toContain(
      `/archives/${bea.dm}/p${bea.thread().replace('.', '')}`,
    );
    await bea.presses('Go on', '2 of 5');
    expect(coach().slack.messages(bea.dm).at(-1)?.thread_ts).toBe(bea.thread());
  });

  test('reminders are planned from it, and it shows the next', async () => {
    const finn = talkOf(coach(), 'U0FINN', 'Finn');
    await opensHome(finn);
    expect(home(finn)).toContain('Reminders\nNone is planned.');
    await finn.presses('Remind me', 'When shall I remind you to practise?');
    await finn.presses('Mon and Thu, 18:00', 'Is that right?');
    await finn.presses('Yes, remind me', 'Set. I remind you here');
    await finn.person.opensHome();
    await coach().slack.until(() => home(finn).includes('The next: '), 'the next reminder');
    expect(home(finn)).toMatch(/The next: (?:Monday|Thursday) \d+ \w+ \d{4}, 18:00\./);
    expect(home(finn)).toContain('[My reminders]');
  });

  test('it shows what came of a practice', async () => {
    const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
    await tellAll(cleo);
    const [line = ''] =
      cleo
        .cards()
        .findLast((card) => card.includes('STEPS'))
        ?.split('\n') ?? [];
    await opensHome(cleo);
    expect(home(cleo)).toMatch(/Your practices\n• 1\. \d+ \w+ \d{4}: /);
    expect(home(cleo)).toContain(line);
    expect(home(cleo)).toContain('Your progress\nOne practice so far.');
    await cleo.presses('All of it', 'How each step read:');
  });

  test('a change of tone or numbers there is kept and shown, and the thread stays silent', async () => {
    const dora = talkOf(coach(), 'U0DORA', 'Dora');
    await tellUpTo(dora, '1 of 5');
    await opensHome(dora);
    const cards = dora.cards();
    await dora.person.presses('choose', { value: 'Direct' });
    await coach().slack.until(() => home(dora).includes('My tone is direct'), 'the new tone');
    await dora.person.presses('Ratings as numbers too');
    await coach().slack.until(() => home(dora).includes('Ratings are numbers too.'), 'numbers');
    await coach().slack.calm();
    expect(dora.cards()).toEqual(cards);
    expect((await dora.session()).manner).toMatchObject({ tone: 'direct', numbers: true });
  });

  test('its export comes into the messages', async () => {
    const eve = talkOf(coach(), 'U0EVE', 'Eve');
    await tellUpTo(eve, '2 of 5');
    await opensHome(eve);
    await eve.presses('Export everything', 'Everything I hold about you.');
    const files = () =>
      coach()
        .slack.messages(eve.dm)
        .flatMap((message) => message.files ?? []);
    await coach().slack.until(() => files().length > 0, 'the files');
    expect(files().map(({ name }) => name)).toEqual(['comeback-export.md', 'comeback-export.json']);
    await coach().slack.until(() => eve.person.modal() !== undefined, 'where it is');
    expect(readBlocks(eve.person.modal()?.blocks ?? [])).toContain('It is waiting for you there.');
  });

  test('what it shows is the person’s own alone', async () => {
    const flo = talkOf(coach(), 'U0FLO', 'Flo');
    await opensHome(flo);
    for (const words of [STORY[0], 'event manager', 'of 5']) expect(home(flo)).not.toContain(words);
  });
});
