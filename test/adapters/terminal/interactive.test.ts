import type { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import type { TerminalWorld } from '../../../adapters/terminal/terminal-world.ts';
import { text } from '../../../src/card/card.ts';
import { PersonError } from '../../../src/errors.ts';
import { LATER } from '../../../src/reminders/cards/reminder-card.ts';
import { card, createHolders, openTerminal, primary, type Script } from './fake-world.ts';

const door = () =>
  card('How would you like to begin?', {
    buttons: [primary('story'), { action: 'answer', word: 'answer', label: 'I have an answer' }],
  });
const question = () => card('2 of 5: The Failure', { asks: 'answer', buttons: [primary('next')] });

/** At the door a line leads to the question; there, parts are kept until Next. */
const practice: Script = (what) => {
  if (what.type === 'attached') return { stage: 'opening', cards: [door()] };
  if (what.type === 'pressed') return { stage: 'asking', cards: [question()] };
  if (what.type === 'said' && what.text === 'story') return { stage: 'asking', cards: [question()] };
  if (what.type === 'said' && what.text === 'tips')
    return { stage: 'asking', cards: [{ ...question(), standing: false }] };
  return { stage: 'asking' };
};

const opened: { readonly input: PassThrough; readonly code: Promise<number> }[] = [];

afterEach(async () => {
  for (const { input, code } of opened.splice(0)) {
    if (!input.writableEnded) input.end('\x03');
    await code;
  }
});

/** Opens a terminal and gives the means to type and look. `write` resolves when it was taken in. */
async function open(script: Script, holders = createHolders(), next?: TerminalWorld['nextReminder']) {
  const terminal = openTerminal(script, { isTty: true, holders, ...(next === undefined ? {} : { next }) });
  const code = terminal.run();
  opened.push({ input: terminal.input, code });
  const seen = (words: string) => until(() => terminal.screen().includes(words));
  const turns = (count: number) => until(() => terminal.heard.length >= count);
  const type = async (keys: string) => {
    terminal.input.write(keys);
    await pause(keys.endsWith('\x1b') ? 200 : 40);
  };
  return { ...terminal, code, seen, turns, type };
}

async function atQuestion() {
  const ada = await open(practice);
  await ada.seen('How would you like');
  await ada.type('story\r');
  await ada.seen('2 of 5');
  return ada;
}

/** Longer than what belongs together; for a lone ESC longer than it waits for its rest. */
const pause = (ms = 40) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a person at the keyboard', () => {
  test('is shown where the practice stands, and what can be typed', async () => {
    const ada = await open(practice);
    await ada.seen('[answer] I have an answer');
    expect(ada.what()).toEqual([{ type: 'attached' }]);
  });

  test('a line is a message, and Enter on an empty line is the first choice of the card', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('\r');
    await ada.seen('> story');
    await ada.turns(2);
    expect(ada.what()[1]).toMatchObject({ type: 'pressed', action: 'story', sessionId: 's1' });
  });

  test('team sessions are named where they are, and the practice stays where it was', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('/practice-failure team schedule every Thursday 15:00\r');
    await ada.seen('Team sessions are in Slack and Discord');
    await ada.seen('team simulate');
    await ada.type('team list\r');
    await until(() => ada.screen().split('Team sessions are in').length === 3);
    expect(ada.said()).toEqual([]);
    await ada.type('story\r');
    await ada.seen('2 of 5');
    // An answer may begin like that.
    await ada.type('team now\r');
    await ada.turns(3);
    expect(ada.said()).toEqual(['story', 'team now']);
  });

  test('lines of an answer stay together until Enter on an empty line', async () => {
    const ada = await atQuestion();
    await ada.type('It was late.\r');
    await ada.seen('another line, or Enter on an empty line');
    await ada.type('I had promised Friday.\r');
    await ada.type('\r');
    await ada.turns(5);
    expect(ada.what().slice(2)).toMatchObject([
      { type: 'said', text: 'It was late.', ends: 'open' },
      { type: 'said', text: 'I had promised Friday.', ends: 'open' },
      { type: 'pressed', action: 'next' },
    ]);
    expect(ada.screen().split('another line, or Enter').length).toBe(2);
    await ada.seen('… I had promised Friday.');
  });

  test('a reminder that comes meanwhile takes neither the open answer nor Enter', async () => {
    const reminder = card('A good time.', {
      notice: 'A few minutes are yours now.',
      asks: 'nothing',
      standing: false,
      buttons: [primary('remind start', 'remind:step:1')],
      blocks: [
        text('A good time.'),
        { kind: 'input', input: { type: 'choice', id: 'remind', label: 'Later', options: LATER } },
      ],
    });
    const { origin: _, ...unasked } = reminder;
    const ada = await open((what) =>
      what.type === 'attached'
        ? { cards: [card('Growth Evidence, one question:', { asks: 'answer' })] }
        : what.type === 'said'
          ? { later: [unasked] }
          : {},
    );
    await ada.seen('one question');
    await ada.type('It was late.\r');
    await ada.seen('A good time.');
    expect(ada.screen()).toContain('[remind start]');
    expect(ada.screen()).not.toContain('[remind start]⏎');
    // Numbers are the practice's: what there is to choose stands with its words.
    expect(ada.screen()).toContain('[remind snooze 1h] In an hour');
    await ada.type('\r');
    await ada.turns(3);
    expect(ada.what()[2]).toMatchObject({ type: 'pressed', action: 'next' });
  });

  test('an empty line ends an open answer, also where its card has no first choice', async () => {
    const ada = await open((what) =>
      what.type === 'attached'
        ? {
            cards: [
              card('Growth Evidence, one question:', {
                asks: 'answer',
                buttons: [{ action: 'back', word: 'back', label: 'Back to the critique' }],
              }),
            ],
          }
        : {},
    );
    await ada.seen('one question');
    await ada.type('Now I count the names.\r');
    await ada.seen('another line, or Enter');
    await ada.type('\r');
    await ada.turns(3);
    expect(ada.what()[2]).toMatchObject({ type: 'pressed', action: 'next' });
  });

  test('where one line is all, it ends the message', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('hm\r');
    await ada.turns(2);
    expect(ada.what()[1]).toMatchObject({ text: 'hm', ends: 'now' });
  });

  test('arrow keys go through the choices, and correct a line', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('\x1b[B\x1b[B\r');
    await ada.turns(2);
    await ada.type('sory\x1b[D\x1b[D\x1b[Dt\r');
    await ada.turns(3);
    expect(ada.said()).toEqual(['answer', 'story']);
  });

  test('arrow keys reach the options of a choice too', async () => {
    const weakest = card('Your answer so far', {
      blocks: [
        {
          kind: 'input',
          input: {
            type: 'choice',
            id: 'weakest',
            label: 'Which step felt weakest?',
            options: [
              { value: 'context', label: 'setting' },
              { value: 'reflections', label: 'lesson' },
            ],
          },
        },
      ],
      buttons: [primary('go')],
      asks: 'nothing',
    });
    const ada = await open((what) => (what.type === 'attached' ? { cards: [weakest] } : {}));
    await ada.seen('1 setting · 2 lesson');
    await ada.type('\x1b[A\r');
    await ada.turns(2);
    expect(ada.said()).toEqual(['lesson']);
  });

  test('Enter where no choice is the first one says what can be typed, and sends nothing', async () => {
    const plain = card('What are you practising for?', {
      buttons: [{ action: 'study', word: 'study', label: 'A study place' }],
    });
    const ada = await open((what) => (what.type === 'attached' ? { cards: [plain] } : {}));
    await ada.seen('What are you practising for?');
    await ada.type('\r');
    await ada.seen('(type your answer, or a word in brackets)');
    expect(ada.heard).toHaveLength(1);
  });

  test('arrow keys leave a line of own words alone', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('I failed\x1b[A\x1b[B\r');
    await ada.turns(2);
    expect(ada.said()).toEqual(['I failed']);
  });

  test('lines that were typed ahead are sent one by one, each when the one before was answered', async () => {
    const ada = await open(async (what, turn) => {
      await pause();
      return practice(what, turn);
    });
    ada.input.write('story\rtips\r');
    await ada.turns(3);
    expect(ada.what()).toMatchObject([
      { type: 'attached' },
      { text: 'story', ends: 'now' },
      { text: 'tips', ends: 'open' },
    ]);
  });
});

describe('Tab', () => {
  test('fills in the one zone that fits, also in the middle of what came at once', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('remind weekdays 8:30 zone kolk\t\r');
    await ada.turns(2);
    expect(ada.said()).toEqual(['remind weekdays 8:30 zone Asia/Kolkata']);
  });

  test('where several fit fills in how they all begin, shows a few of them once, and the line goes on', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('remind zone eur\t');
    await ada.seen('> remind zone Europe/');
    expect(ada.screen()).toMatch(/Europe\/Berlin .*and \d+ more/s);
    await ada.type('\t\t');
    expect(ada.screen().match(/ more/g)).toHaveLength(1);
    await ada.type('lju\t\r');
    await ada.turns(2);
    expect(ada.said()).toEqual(['remind zone Europe/Ljubljana']);
  });

  test('completes a word of the card', async () => {
    const ada = await open(practice);
    await ada.seen('How would you like');
    await ada.type('ans\t\r');
    await ada.turns(2);
    expect(ada.said()).toEqual(['answer']);
  });

  test('leaves an answer alone, and puts nothing into it', async () => {
    const ada = await atQuestion();
    await ada.type('It was in the time zone Eur\t');
    await ada.type('\t');
    await ada.type('.\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe('It was in the time zone Eur.');
  });

  test('is a tab where a line of a table was pasted without marks', async () => {
    const ada = await atQuestion();
    await ada.type('May\t12\t40\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe('May\t12\t40');
  });

  test('leaves a paste that is held alone', async () => {
    const ada = await atQuestion();
    await ada.type('\x1b[200~one\ttwo\rremind zone kolk\x1b[201~');
    await ada.seen('Pasted 2 lines');
    await ada.type('remind zone kolk\t\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe('one\ttwo\nremind zone kolk\nremind zone kolk');
  });
});

describe('a paste', () => {
  const paragraphs = 'One two.\r\rThree four.\r\rFive six seven eight.';
  const asText = paragraphs.replace(/\r/g, '\n');

  test.each([
    ['that the terminal marks', `\x1b[200~${paragraphs}\x1b[201~`],
    ['of raw bytes in one chunk', paragraphs],
  ])('of three paragraphs %s is one message, and is asked about first', async (_, bytes) => {
    const ada = await atQuestion();
    await ada.type(bytes);
    await ada.seen('Pasted 3 paragraphs, 8 words. Enter sends it, Esc drops it.');
    expect(ada.screen()).toContain('  Three four.');
    expect(ada.heard).toHaveLength(2);
    await ada.type('\r');
    await ada.turns(3);
    expect(ada.said().slice(1)).toEqual([asText]);
  });

  test('what is typed before and after it belongs to it', async () => {
    const ada = await atQuestion();
    await ada.type(`So: \x1b[200~${paragraphs}\x1b[201~`);
    await ada.type('That was it.\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe(`So: ${asText}\nThat was it.`);
  });

  test('Esc drops it, and what was typed before is there again', async () => {
    const ada = await atQuestion();
    await ada.type(`So: \x1b[200~${paragraphs}\x1b[201~`);
    await ada.type('\x1b');
    await ada.type('nothing\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe('So: nothing');
  });

  test('cut in the middle of a character and of its marks is the same paste', async () => {
    const ada = await atQuestion();
    const bytes = Buffer.from('\x1b[200~Zoë 👩🏽‍🍳\rfailed\x1b[201~');
    for (const byte of bytes) ada.input.write(Buffer.from([byte]));
    await pause();
    await ada.type('\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe('Zoë 👩🏽‍🍳\nfailed');
  });

  test('a long one is shown in part and sent whole', async () => {
    const ada = await atQuestion();
    const lines = Array.from({ length: 200 }, (_, index) => `line number ${index}`).join('\r');
    await ada.type(`\x1b[200~${lines}\x1b[201~`);
    await ada.seen('… and 170 more lines');
    await ada.type('\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe(lines.replace(/\r/g, '\n'));
  });
});

describe('what comes by itself', () => {
  test('a card that arrives while a line is typed leaves the line as it is', async () => {
    const ada = await atQuestion();
    await ada.type('It was ');
    await ada.perform(card('Right story.'));
    expect(ada.screen()).toMatch(/Right story\.\n\n> It was \r/);
    await ada.type('late.\r');
    await ada.turns(3);
    expect(ada.said().at(-1)).toBe('It was late.');
  });

  test('a bell that rings while somebody types leaves the line, and Enter then takes what the new card offers', async () => {
    const running = card('The clock runs: 60 seconds.', {
      asks: 'nothing',
      buttons: [primary('done', 'finished')],
    });
    const over = card('60 seconds are over.', { asks: 'nothing', buttons: [primary('done', 'finished')] });
    const ada = await open((what) => (what.type === 'attached' ? { cards: [running] } : {}));
    await ada.seen('The clock runs');
    await ada.type('do');
    await ada.perform(over);
    expect(ada.screen()).toMatch(/60 seconds are over\.\n\n\[done\]⏎\n\n> do\r/);
    await ada.type('\x15\r');
    await ada.turns(2);
    expect(ada.what()[1]).toMatchObject({ type: 'pressed', action: 'finished', turn: over.origin?.turn });
  });

  test('something moves until the critique is there', async () => {
    const ada = await atQuestion();
    await ada.perform(card('Reading.', { asks: 'nothing', working: true }));
    await until(() => ada.screen().includes('·· '));
    await ada.perform(card('Right story.', { asks: 'nothing' }));
    const then = ada.screen().length;
    await pause(200);
    expect(ada.screen().slice(then)).toBe('');
  });
});

describe('when a turn fails', () => {
  test('the line comes back, Enter sends it again, and the log has no words', async () => {
    let broken = true;
    const ada = await open((what, turn) => {
      if (what.type === 'said' && broken) throw new Error('the database is away');
      return practice(what, turn);
    });
    await ada.seen('How would you like');
    await ada.type('my secret story\r');
    await ada.seen('so it is not kept yet');
    broken = false;
    await ada.type('\r');
    await ada.turns(3);
    expect(ada.said()).toEqual(['my secret story', 'my secret story']);
    expect(ada.logged.join()).toContain('terminal-turn-failed');
    expect(ada.logged.join()).not.toContain('secret');
  });

  test('an error that is meant for the person says what it is', async () => {
    const ada = await open((what, turn) => {
      if (what.type === 'said') throw new PersonError('x', 'That cannot be done here.');
      return practice(what, turn);
    });
    await ada.seen('How would you like');
    await ada.type('x\r');
    await ada.seen('That cannot be done here.');
  });
});

test('after a deletion it says how to begin anew', async () => {
  const ada = await open((what, turn) => (what.type === 'said' ? { outcome: 'gone' } : practice(what, turn)));
  await ada.seen('How would you like');
  await ada.type('story\r');
  await ada.seen('To begin anew, type /practice-failure.');
});

describe('leaving', () => {
  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('%s keeps the practice, says so, and puts the terminal back', async (_, key) => {
    const ada = await atQuestion();
    await ada.type(key);
    expect(await ada.code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what puts the terminal back begins with ESC
    expect(ada.screen()).toMatch(/\x1b\[\?2004l(.|\n)*Kept\. Type npm start to go on\.\n$/);
  });

  describe('with a reminder ahead', () => {
    const NEXT = 'Monday 1 March 2027, 8:30';
    const reminder = card('Five minutes?', { notice: 'A few minutes are yours.' });
    const withReminder = (next: TerminalWorld['nextReminder']) => open(practice, createHolders(), next);

    test('says when it is, and what to do for it', async () => {
      const ada = await withReminder(async ({ userId }) => (userId === 'ada' ? NEXT : undefined));
      await ada.seen('How would you like');
      await ada.type('\x03');
      await ada.code;
      expect(ada.screen()).toMatch(
        /Kept\..*\nYour next reminder is Monday 1 March 2027, 8:30: I show it when you start me\nthen, or later\.\n$/,
      );
    });

    test('is silent after a reminder that was just shown, until something was sent', async () => {
      const ada = await withReminder(async () => NEXT);
      await ada.seen('How would you like');
      await ada.perform(reminder);
      await ada.type('\x03');
      await ada.code;
      expect(ada.screen()).not.toContain('next reminder');
      const grace = await withReminder(async () => NEXT);
      await grace.seen('How would you like');
      await grace.perform(reminder);
      await grace.type('story\r');
      await grace.seen('2 of 5');
      await grace.type('\x03');
      await grace.code;
      expect(grace.screen()).toContain('next reminder');
    });

    test.each<[string, TerminalWorld['nextReminder']]>([
      ['that is away', () => Promise.reject(new Error('away'))],
      ['that hangs', () => new Promise(() => undefined)],
    ])('a database %s keeps nobody from leaving', async (_, next) => {
      const ada = await withReminder(next);
      await ada.seen('How would you like');
      await ada.type('\x03');
      expect(await ada.code).toBe(0);
      expect(ada.screen()).toMatch(/Kept\. Type npm start to go on\.\n$/);
    });
  });

  test('a closed input ends it after what came before was sent', async () => {
    const ada = await atQuestion();
    ada.input.end('It was late.\r');
    expect(await ada.code).toBe(0);
    expect(ada.said().at(-1)).toBe('It was late.');
  });

  test('a hang-up ends it', async () => {
    const ada = await atQuestion();
    ada.signal('SIGHUP');
    expect(await ada.code).toBe(0);
  });

  test('Ctrl-C while a turn is under way waits for it', async () => {
    let finish: () => void = () => undefined;
    const ada = await open(async (what, turn) => {
      if (what.type === 'said')
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
      return practice(what, turn);
    });
    await ada.seen('How would you like');
    await ada.type('story\r');
    await ada.type('\x03');
    finish();
    expect(await ada.code).toBe(0);
    expect(ada.screen()).toContain('2 of 5');
  });
});

describe('a second terminal', () => {
  test('is told where the practice is, and may take it over; the first one ends', async () => {
    const holders = createHolders();
    const first = await open(practice, holders);
    await first.seen('How would you like');
    const second = await open(practice, holders);
    await second.seen('Your practice is open in another terminal.');
    expect(second.heard).toEqual([]);
    await second.type('take over\r');
    expect(await first.code).toBe(0);
    expect(first.screen()).toMatch(/This practice went on in another terminal\.\n$/);
    await second.seen('How would you like');
    expect(holders.evicted).toEqual([]);
  });

  test('leaves again with Ctrl-C, and the first one goes on', async () => {
    const holders = createHolders();
    const first = await open(practice, holders);
    await first.seen('How would you like');
    const second = await open(practice, holders);
    await second.seen('open in another terminal');
    await second.type('\x03');
    expect(await second.code).toBe(0);
    await first.type('story\r');
    await first.seen('2 of 5');
  });
});
