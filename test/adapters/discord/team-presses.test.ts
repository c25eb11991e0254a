import { describe, expect, test } from 'vitest';
import { teamLine, typeForm } from '../../../src/coach/teams/team-forms.ts';
import type { TeamFrom } from '../../../src/coach/teams/team-from.ts';
import { CALLBACK } from '../../fakes/discord/interaction.ts';
import { atTheDesk } from './at-the-desk.ts';

/** Buttons of a team's and their forms, before a team desk that answers as the test wants it to. */

const ALL = { userId: '0' } as const;
const JOIN = 'mock:s1n1:join';
const TYPE = 'mock:s1n1:type';
const form = (typed = '') => ({ title: 'Your answer', card: typeForm(typed), action: TYPE });

describe('a press on a card of a team', () => {
  test('is anybody’s who sees it: the desk hears who pressed, and what it answers is told to them alone', async () => {
    const heard: [string, TeamFrom][] = [];
    await using at = await atTheDesk({
      teamDesk: {
        pressed: async (action, from) => {
          heard.push([action, from]);
          return { reply: teamLine('Noted.') };
        },
      },
    });
    const pressed = await at.presses({ kind: 'press', action: JOIN, ...ALL });
    expect(pressed.callbackType).toBe(CALLBACK.deferUpdate);
    await at.isTold('Noted.');
    expect(heard).toMatchObject([
      [JOIN, { id: `discord-i-${pressed.id}`, name: 'Ada', isAdmin: false, channel: undefined }],
    ]);
    expect(at.told).toEqual([]);
  });

  test('that stands on what somebody else alone was shown does nothing', async () => {
    const heard: string[] = [];
    await using at = await atTheDesk({
      teamDesk: {
        pressed: async (action) => {
          heard.push(action);
          return {};
        },
      },
    });
    await at.presses({ kind: 'press', action: JOIN, userId: '4444444444444444098' });
    await at.isTold('somebody else’s');
    expect(heard).toEqual([]);
  });

  test('of who wants to practise alone begins a practice, as a bare start does', async () => {
    await using at = await atTheDesk({ teamDesk: { pressed: async () => ({ solo: true }) } });
    await at.presses({ kind: 'press', action: 'mock:s1n1:solo', ...ALL });
    await at.isTold('Your practice is open');
    expect(at.told.map(({ what }) => what)).toMatchObject([{ type: 'pressed', action: 'start' }]);
  });

  test('that did not get through says so, and how it is tried again', async () => {
    await using at = await atTheDesk({ teamDesk: { pressed: () => Promise.reject(new Error('away')) } });
    await at.presses({ kind: 'press', action: JOIN, ...ALL });
    await at.isTold('That did not get through');
  });
});

describe('a press that opens a form of a team', () => {
  test('shows what stands in it', async () => {
    await using at = await atTheDesk({
      teamDesk: { pressed: async () => ({ form: form('I did not ask.') }) },
    });
    expect((await at.presses({ kind: 'press', action: TYPE, ...ALL })).callbackType).toBe(CALLBACK.modal);
    expect(JSON.stringify(at.ada.modal()?.components)).toContain('I did not ask.');
  });

  test('and is answered too late offers it once more', async () => {
    let presses = 0;
    await using at = await atTheDesk({
      teamDesk: {
        pressed: () => {
          presses += 1;
          return presses === 1 ? new Promise(() => undefined) : Promise.resolve({ form: form() });
        },
      },
    });
    const pressed = await at.presses({ kind: 'press', action: TYPE, ...ALL });
    expect(pressed).toMatchObject({ lost: false, callbackType: CALLBACK.message });
    expect((await at.ada.presses('Try again')).callbackType).toBe(CALLBACK.modal);
  });

  test('of a session that is over says so', async () => {
    await using at = await atTheDesk({
      teamDesk: { pressed: async () => ({ reply: teamLine('It is over.') }) },
    });
    await at.presses({ kind: 'press', action: TYPE, ...ALL });
    await at.isTold('It is over.');
    expect(at.ada.modal()).toBeUndefined();
  });
});

describe('a form of a team that was sent', () => {
  test('and could not be stored stays open, with what was written in it', async () => {
    await using at = await atTheDesk({
      teamDesk: {
        pressed: async () => ({ form: form() }),
        filled: () => Promise.reject(new Error('away')),
      },
    });
    await at.presses({ kind: 'press', action: TYPE, ...ALL });
    expect((await at.ada.submits({ answer: 'I did not ask.' })).lost).toBe(true);
    expect(at.ada.modal()).toBeDefined();
    expect(at.logged).toContain('discord-form-not-stored');
  });

  test('when its session was over gives back what was written', async () => {
    let isOver = false;
    await using at = await atTheDesk({
      teamDesk: { pressed: async () => (isOver ? { reply: teamLine('It is over.') } : { form: form() }) },
    });
    await at.presses({ kind: 'press', action: TYPE, ...ALL });
    isOver = true;
    expect((await at.ada.submits({ answer: 'I did not ask.' })).lost).toBe(false);
    await at.isTold('It is over.');
    expect(at.ada.toldAlone.at(-1)).toContain('your-words.txt');
  });

  test('with something missing says what, and opens again with what was written', async () => {
    await using at = await atTheDesk({
      teamDesk: {
        pressed: async () => ({ form: form() }),
        filled: async () => ({ problems: { answer: 'Say a little more.' } }),
      },
    });
    await at.presses({ kind: 'press', action: TYPE, ...ALL });
    await at.ada.submits({ answer: 'I did not ask.' });
    await at.isTold('Say a little more.');
    await at.ada.presses('Open it again');
    expect(JSON.stringify(at.ada.modal()?.components)).toContain('I did not ask.');
  });
});
