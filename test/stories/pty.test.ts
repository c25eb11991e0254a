import { afterAll, describe, expect, test, vi } from 'vitest';
import { practise, startCoach, type Walk } from '../support/human.ts';
import { ownHome } from '../support/own-home.ts';
import type { Pty } from '../support/pty.ts';
import { runCoach } from '../support/run-coach.ts';

const DOWN = '\u001b[B';
const LEFT = '\u001b[D';
const CTRL_C = '\u0003';
const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;

// Each test starts the product several times.
vi.setConfig({ testTimeout: 90_000 });

const home = ownHome();
afterAll(() => home.remove());
const start = (user: string) => startCoach(home.path, { COACH_USER: user });

async function exportOf(user: string) {
  return JSON.parse((await runCoach(['export', '--json'], { COACH_HOME: home.path, COACH_USER: user })).out);
}

/** Types, and waits for what should come after it. */
async function types(pty: Pty, keys: string, seen: RegExp): Promise<void> {
  const from = pty.text().length;
  pty.type(keys);
  await pty.until(seen, from);
}

describe('in a terminal', () => {
  test('choices are taken with arrow keys, a line is edited, and three pasted paragraphs make one answer', async () => {
    const pty = start('ada');
    await pty.until(/Earlier practices/);
    await types(pty, '\r', /\[nothing\]/);
    await types(pty, DOWN, /> story/);
    await types(pty, '\r', /What are you practising for\?[\s\S]*\[more\]/);
    await types(pty, `evnt manager${LEFT.repeat(10)}e\r`, /in a line or two[\s\S]*\[more\]/);
    await types(pty, 'I agreed a room by phone.\r', /another line/);
    await types(pty, '\r', /1 of 5[\s\S]*\[more\]/);
    await types(
      pty,
      paste('Two years ago I organised our customer day.\n\n120 guests.\n\nskip'),
      /Pasted 3 paragraphs/,
    );
    await types(pty, '\r', /another line/);
    await types(pty, '\r', /2 of 5[\s\S]*\[more\]/);
    pty.type(CTRL_C);
    expect(await pty.ended).toBe(0);
    expect(pty.text()).toContain('Kept.');
    const { practices } = await exportOf('ada');
    expect(practices[0].purpose).toEqual({ kind: 'role', name: 'event manager' });
    expect(practices[0].answers.context).toBe(
      'Two years ago I organised our customer day.\n\n120 guests.\n\nskip',
    );
  });

  test('closing it and starting again goes on at the same question', async () => {
    const again = start('ada');
    await again.until(/2 of 5: The Failure/);
    // Told before the steps: it stands there already, and more of it can be added.
    await again.until(/You have already told me:[\s\S]*I agreed a room by phone\.[\s\S]*\[more\]/);
    await types(again, 'I never got it in writing.\r', /another line/);
    again.process.kill('SIGKILL');
    await again.ended;
    const third = start('ada');
    await third.until(
      /2 of 5: The Failure[\s\S]*You have already told me:[\s\S]*I never got it in writing\./,
    );
    await types(third, '\r', /3 of 5/);
    third.type(CTRL_C);
    await third.ended;
  });

  test('a whole first practice as a person types it: critique, one improvement, a run aloud, and the date', async () => {
    const pty = start('grace');
    const walk: Walk = { asked: [], finished: false };
    await practise(pty, walk);
    await pty.until(/\[done\] Done for today/);
    await types(pty, 'more\r', /Judged by the offline critic/);
    await types(pty, 'answer\r', /, one question:[\s\S]*\[more\]/);
    // A reply of several lines, one of them pasted.
    await types(pty, 'Before I invite anyone I hold the signed page in my hand.\r', /another line/);
    await types(pty, paste('In May that page was missing.\n\nI waited with the invitations.'), /Pasted 2/);
    await types(pty, '\r', /\(sent\)/);
    await types(pty, '\r', /WAS [\s\S]*NOW [\s\S]*\[use it\]⏎/);
    await types(pty, '\r', /KEEP [\s\S]*Done for today/);
    await types(pty, 'aloud\r', /How long may it take\?[\s\S]*\[more\]/);
    await types(pty, '60\r', /The clock runs: 60 seconds[\s\S]*\[more\]/);
    await types(pty, '\r', /Which steps did you say\?[\s\S]*\[more\]/);
    await types(pty, '1 2 5\r', /3 of 5 steps said\.[\s\S]*When is the interview\?[\s\S]*\[more\]/);
    await types(pty, 'a Tuesday in May\r', /Done for today/);
    await types(pty, 'history\r', /of 5 steps clear/);
    pty.type(CTRL_C);
    expect(await pty.ended).toBe(0);
    expect(walk.asked).toEqual(['1', '2', '3', '4', '5']);
    const [practice] = (await exportOf('grace')).practices;
    expect(practice).toMatchObject({
      stage: 'done',
      interview: 'a Tuesday in May',
      runs: [{ seconds: 60, said: ['context', 'failure', 'growth-evidence'] }],
    });
    const reply =
      'Before I invite anyone I hold the signed page in my hand.\nIn May that page was missing.\n\nI waited with the invitations.';
    expect(JSON.stringify(practice.answers)).toContain(JSON.stringify(reply).slice(1, -1));
  });

  test('a second terminal is told where the practice is open, and can take it over while the first ends', async () => {
    const first = start('mary');
    await first.until(/Earlier practices/);
    await types(first, '\r', /\[nothing\]/);
    const second = start('mary');
    await second.until(/open in another terminal/);
    await types(second, 'take over\r', /How would you like to begin\?/);
    expect(await first.ended).toBe(0);
    expect(first.text()).toContain('went on in another terminal');
    await types(second, 'story\r', /What are you practising for\?/);
    second.type(CTRL_C);
    expect(await second.ended).toBe(0);
  });

  test('two people practise at once on one database, and the first to leave does not stop the other', async () => {
    const one = start('one');
    const two = start('two');
    await Promise.all([one.until(/Earlier practices/), two.until(/Earlier practices/)]);
    await Promise.all([types(one, '\r', /\[nothing\]/), types(two, '\r', /\[nothing\]/)]);
    one.type(CTRL_C);
    expect(await one.ended).toBe(0);
    await types(two, 'story\r', /What are you practising for\?/);
    two.type(CTRL_C);
    expect(await two.ended).toBe(0);
  });
});
