import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { PersonError } from '../../../src/errors.ts';
import { ADA, card, createHolders, openTerminal, primary, type Script } from './fake-world.ts';

/** Asks for ever; `go` brings a critique a moment later. */
const practice: Script = (what) => {
  if (what.type === 'attached') return { stage: 'asking', cards: [card('2 of 5: The Failure')] };
  if (what.type !== 'said') return {};
  if (what.text === 'go') {
    return {
      stage: 'critiquing',
      cards: [card('Reading.', { working: true })],
      later: [card('Right story.')],
    };
  }
  if (what.text === 'draft')
    return { stage: 'reviewing', cards: [card('Your answer so far', { buttons: [primary('go')] })] };
  if (what.text === 'pause') return { stage: 'paused', cards: [card('Paused.')] };
  return { stage: 'asking', cards: [card(`heard ${what.text}`)] };
};

const piped = { isTty: false };

describe('a practice from a pipe', () => {
  test.each([5, 50, 500])('every one of %i blocks counts once, in order', async (count) => {
    const terminal = openTerminal(practice, piped);
    const blocks = Array.from({ length: count }, (_, index) => `answer ${index}`);
    await terminal.play(`/practice-failure\n\n${blocks.join('\n\n')}\n\ndraft`);
    expect(terminal.said()).toEqual(['/practice-failure', ...blocks, 'draft', 'go']);
  });

  test('ends with the critique and 0, though nobody typed go', async () => {
    const terminal = openTerminal(practice, piped);
    expect(await terminal.play('/practice-failure\n\nstory\n\ndraft\n')).toBe(0);
    expect(terminal.screen()).toMatch(/heard story\n\nYour answer so far\n\nReading\.\n\nRight story\.\n\n$/);
    expect(terminal.screen()).not.toContain('[go]');
  });

  test('what is about team sessions is answered, and begins no practice', async () => {
    const terminal = openTerminal(practice, piped);
    expect(await terminal.play('/practice-failure team schedule every Thursday 15:00\n')).toBe(0);
    expect(terminal.screen()).toContain('Team sessions are in Slack and Discord');
    expect(terminal.what()).toEqual([]);
    const both = openTerminal(practice, piped);
    await both.play('/practice team\n\n/practice-failure\n\nTeam lead asked me first.\n\ndraft');
    expect(both.said()).toEqual(['/practice-failure', 'Team lead asked me first.', 'draft', 'go']);
  });

  test('a block after go waits until the critique was shown', async () => {
    const terminal = openTerminal(practice, piped);
    await terminal.play('/practice-failure\n\ngo\n\nmore');
    expect(terminal.screen()).toMatch(/Reading\.\n\nRight story\.\n\nheard more\n\n/);
  });

  test('a critique that is there before the turn is over ends the wait too', async () => {
    const quick: Script = (what) =>
      what.type === 'said' && what.text === 'go'
        ? { stage: 'critiquing', cards: [card('Reading.', { working: true }), card('Right story.')] }
        : { stage: 'asking' };
    expect(await openTerminal(quick, piped).play('/practice-failure\n\ngo')).toBe(0);
  });

  test('begins anew with /practice-failure, without asking', async () => {
    const terminal = openTerminal(practice, piped);
    await terminal.play('/practice-failure\n\nstory');
    expect(terminal.what()[0]).toMatchObject({
      type: 'said',
      text: '/practice-failure',
      startsFresh: true,
      ends: 'now',
    });
    expect(terminal.what()[1]).not.toHaveProperty('startsFresh');
  });

  test('goes on with the open practice otherwise, and shows first where it stands', async () => {
    const terminal = openTerminal(practice, piped);
    await terminal.play('It was late.\n');
    expect(terminal.what()).toMatchObject([{ type: 'attached' }, { type: 'said', text: 'It was late.' }]);
    expect(terminal.screen()).toMatch(/^2 of 5: The Failure\n\nheard It was late\./);
  });

  test('input that ends in mid-practice keeps it, says so, and exits 2', async () => {
    const terminal = openTerminal(practice, piped);
    expect(await terminal.play('/practice-failure\n\nstory')).toBe(2);
    expect(terminal.screen()).toContain('The practice is kept: npm start goes on.');
  });

  test('a script that says pause exits 0', async () => {
    expect(await openTerminal(practice, piped).play('/practice-failure\n\npause')).toBe(0);
  });

  test('a draft that cannot be judged is not sent twice, and exits 2', async () => {
    const terminal = openTerminal((what) => {
      if (what.type !== 'said' || what.text !== 'go')
        return { stage: 'reviewing', cards: [card('Your answer so far')] };
      const draft = card('Nothing to judge here.', { buttons: [primary('go')] });
      return { stage: 'critiquing', cards: [card('Reading.', { working: true })], later: [draft] };
    }, piped);
    expect(await terminal.play('/practice-failure\n\n🙈')).toBe(2);
    expect(terminal.said()).toEqual(['/practice-failure', '🙈', 'go']);
    expect(terminal.screen()).toContain('Nothing to judge here.');
  });

  test.each([
    ['improving', ''],
    ['rehearsing', ''],
    ['closing', ''],
    ['sheltered', 'The practice is kept: npm start goes on.'],
  ] as const)('input that ends while %s exits 0, and nothing is said to be missing', async (stage, said) => {
    const terminal = openTerminal(
      (what) => (what.type === 'said' ? { stage, cards: [card('Here.')] } : {}),
      piped,
    );
    expect(await terminal.play('/practice-failure\n\nwords')).toBe(0);
    expect(terminal.screen().replaceAll('Here.', '').trim()).toBe(said);
    expect(terminal.complaints()).toBe('');
  });

  test('the draft of a story that is not scored is left as it is, and exits 0', async () => {
    const done = { action: 'done', word: 'done', label: 'Done for today' };
    const terminal = openTerminal(
      () => ({ stage: 'reviewing', cards: [card('Your answer so far', { buttons: [done] })] }),
      piped,
    );
    expect(await terminal.play('/practice-failure\n\nwords')).toBe(0);
    expect(terminal.said()).toEqual(['/practice-failure', 'words']);
    expect(terminal.screen()).toMatch(/The practice is kept: npm start goes on\.\n$/);
  });

  test('no input at all says how to use it and exits 2', async () => {
    const terminal = openTerminal(practice, piped);
    expect(await terminal.play('\n\n')).toBe(2);
    expect(terminal.complaints()).toContain('npm start < answers.txt');
    expect(terminal.heard).toEqual([]);
  });

  test('a failure names an id on stderr, exits 1, and shows nothing of the words', async () => {
    const terminal = openTerminal(() => {
      throw new Error('secret words');
    }, piped);
    expect(await terminal.play('/practice-failure')).toBe(1);
    expect(terminal.complaints()).toMatch(/^Something broke \([0-9a-f]{8}\)\./);
    expect(terminal.screen() + terminal.complaints() + terminal.logged.join()).not.toContain('secret');
  });

  test('an error that is meant for the person says what it is', async () => {
    const terminal = openTerminal(() => {
      throw new PersonError('full', 'The disk is full. Free some room.');
    }, piped);
    expect(await terminal.play('/practice-failure')).toBe(1);
    expect(terminal.complaints()).toBe('The disk is full. Free some room.\n');
  });

  test('while another terminal is open it says so on stderr and exits 1', async () => {
    const holders = createHolders();
    await holders.join().takePlace('terminal/ada');
    const terminal = openTerminal(practice, { isTty: false, holders });
    expect(await terminal.play('/practice-failure')).toBe(1);
    expect(terminal.complaints()).toContain('open in another terminal');
    expect(terminal.screen()).toBe('');
  });

  test('lets the place go at the end', async () => {
    const holders = createHolders();
    await openTerminal(practice, { isTty: false, holders }).play('/practice-failure');
    expect(await holders.join().takePlace('terminal/ada')).toBe(true);
  });

  test('a signal ends it, and what was sent is kept', async () => {
    const terminal = openTerminal(practice, piped);
    terminal.input.write('/practice-failure\n\n');
    const code = terminal.run();
    await until(() => terminal.said().length === 1);
    terminal.signal('SIGTERM');
    expect(await code).toBe(2);
    expect(terminal.complaints()).toContain('The practice is kept');
  });

  test('a reader that goes away ends it without a crash', async () => {
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    const terminal = openTerminal(practice, { isTty: false, output });
    expect(await terminal.play('/practice-failure\n\nstory')).toBe(1);
    expect(terminal.outcomes.every(({ outcome }) => outcome === 'later')).toBe(true);
  });

  test('a slow reader gets every card before the next block is played', async () => {
    const order: string[] = [];
    const output = new Writable({
      highWaterMark: 1,
      write(chunk, _, done) {
        setTimeout(() => {
          order.push(String(chunk).trim());
          done();
        }, 5);
      },
    });
    const terminal = openTerminal(
      (what) => {
        if (what.type === 'said') order.push(`sent ${what.text}`);
        return practice(what, 0);
      },
      { isTty: false, output },
    );
    await terminal.play('/practice-failure\n\na\n\nb');
    expect(order.slice(0, 6)).toEqual([
      'sent /practice-failure',
      'heard /practice-failure',
      'sent a',
      'heard a',
      'sent b',
      'heard b',
    ]);
  });
});

test('a person whose screen goes into a file is shown where the practice stands before they type', async () => {
  const terminal = openTerminal(practice, piped);
  Object.assign(terminal.input, { isTTY: true });
  const code = terminal.run();
  await until(() => terminal.screen().includes('2 of 5'));
  terminal.input.end('It was late.\n');
  expect(await code).toBe(2);
  expect(terminal.what()).toMatchObject([{ type: 'attached' }, { type: 'said', text: 'It was late.' }]);
});

describe('the messages of a terminal', () => {
  test('have ids of their own and stamps that rise, though the clock stands still', async () => {
    const terminal = openTerminal(practice, piped);
    await terminal.play(`/practice-failure\n\n${Array.from({ length: 30 }, () => 'same').join('\n\n')}`);
    const messages = terminal.heard.flatMap(({ id, what }) =>
      what.type === 'said' ? [{ id, ...what }] : [],
    );
    const stamps = messages.map(({ stamp }) => stamp);
    expect([...stamps].sort()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(31);
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(31);
    for (const { id, messageId } of messages) expect(id).toBe(`terminal-${messageId}`);
    expect(terminal.heard[0]).toMatchObject({ person: ADA, place: { platform: 'terminal', channel: 'ada' } });
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}
