import { afterAll, describe, expect, test } from 'vitest';
import { ANSWERS, practise, startCoach, type Walk } from '../support/human.ts';
import { ownHome } from '../support/own-home.ts';
import type { Pty } from '../support/pty.ts';
import { runCoach } from '../support/run-coach.ts';

const DOWN = '\u001b[B';
const LEFT = '\u001b[D';
const CTRL_C = '\u0003';
const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;

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
    await types(pty, '\r', /look at it \(2 min\)/);
    await types(pty, DOWN, /> story/);
    await types(pty, '\r', /Skip this/);
    await types(pty, `evnt manager${LEFT.repeat(10)}e\r`, /\[skip\]/);
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

  test('a whole practice as a person types it ends in a critique', async () => {
    const pty = start('grace');
    const walk: Walk = { asked: [], finished: false };
    await practise(pty, walk);
    await types(pty, 'more\r', /Judged by the built-in rubric/);
    await types(pty, 'history\r', /of 5 steps clear/);
    await types(pty, 'done\r', /Done for today/);
    pty.type(CTRL_C);
    expect(await pty.ended).toBe(0);
    expect(walk.asked).toEqual(['1', '2', '3', '4', '5']);
    expect(Object.values((await exportOf('grace')).practices[0].answers)).toEqual(Object.values(ANSWERS));
  });

  test('a second terminal is told where the practice is open, and can take it over while the first ends', async () => {
    const first = start('mary');
    await first.until(/Earlier practices/);
    await types(first, '\r', /look at it \(2 min\)/);
    const second = start('mary');
    await second.until(/open in another terminal/);
    await types(second, 'take over\r', /How would you like to begin\?/);
    expect(await first.ended).toBe(0);
    expect(first.text()).toContain('went on in another terminal');
    await types(second, 'story\r', /What is it for\?/);
    second.type(CTRL_C);
    expect(await second.ended).toBe(0);
  });

  test('two people practise at once on one database, and the first to leave does not stop the other', async () => {
    const one = start('one');
    const two = start('two');
    await Promise.all([one.until(/Earlier practices/), two.until(/Earlier practices/)]);
    await Promise.all([types(one, '\r', /look at it/), types(two, '\r', /look at it/)]);
    one.type(CTRL_C);
    expect(await one.ended).toBe(0);
    await types(two, 'story\r', /What is it for\?/);
    two.type(CTRL_C);
    expect(await two.ended).toBe(0);
  });
});
