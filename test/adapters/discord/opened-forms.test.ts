import { describe, expect, test } from 'vitest';
import { text } from '../../../src/card/card.ts';
import { atFirstStep } from '../../conversation/practice.ts';
import { atTheDesk, type Behind, lookedAt, SESSION } from './at-the-desk.ts';

/** Presses that ask for a form and get a line instead, and what is told of a share that is not sent. */

const LONG = 'It was all in my notes of that week. '.repeat(120).trim();

describe('a press that asks for a form', () => {
  const asks = async (action: string, practice = atFirstStep()) => {
    const at = await atTheDesk({ looks: { practice: async () => lookedAt(practice) } });
    const pressed = await at.presses({ kind: 'open', action, sessionId: SESSION, turn: 1 });
    return { at, pressed };
  };

  test('for a step that a form cannot hold says how it is edited', async () => {
    const { at, pressed } = await asks('write', atFirstStep().says(LONG, { ends: 'quiet' }));
    await using _ = at;
    expect(LONG.length).toBeGreaterThan(4_000);
    expect(pressed).toMatchObject({ callbackType: 4, lost: false });
    expect(at.ada.modal()).toBeUndefined();
    expect(at.ada.toldAlone.at(-1)).toMatch(/^This part is longer than a form can hold\. Edit your messages/);
  });

  test('for a step that just fits opens it, with all of it', async () => {
    const fits = LONG.slice(0, 4_000).trim();
    const { at } = await asks('write', atFirstStep().says(fits, { ends: 'quiet' }));
    await using _ = at;
    expect(JSON.stringify(at.ada.modal()?.components)).toContain(fits);
  });

  test('for ratings where nothing is to be rated says so', async () => {
    const { at, pressed } = await asks('ratings');
    await using _ = at;
    expect(pressed.callbackType).toBe(4);
    expect(at.ada.toldAlone.at(-1)).toBe('There is nothing to rate where your practice stands.');
  });

  test('of a version before this one says how it goes on', async () => {
    const { at, pressed } = await asks('interview');
    await using _ = at;
    expect(pressed.callbackType).toBe(4);
    const line = 'That button is from an earlier version of me. Send me a message, and we go on.';
    expect(at.ada.toldAlone.at(-1)).toBe(line);
  });
});

describe('an answer that is to be shown to somebody', () => {
  const MEG = '4444444444444444099';
  const picks = async (filled: Readonly<Record<string, string>>, looks: Behind['looks'] = {}) => {
    const practice = lookedAt(atFirstStep());
    const at = await atTheDesk({ looks: { practice: async () => practice, ...looks } });
    at.discord.user(MEG, { name: 'Meg' });
    await at.presses({ kind: 'open', action: 'share', sessionId: SESSION, turn: 1 });
    await at.ada.submits(filled);
    await at.discord.until(
      () => at.ada.toldAlone.at(-1) !== '(thinking)',
      'the preview, or why there is none',
    );
    return at;
  };
  const answer = (words: string) => ({
    share: async () => ({
      card: { v: 1, blocks: [text(words)], buttons: [], asks: 'nothing' } as const,
      turn: 1,
    }),
  });

  test('is not sent where nobody was picked', async () => {
    await using at = await picks({}, answer('It was double booked.'));
    expect(at.ada.toldAlone).toEqual(['Nobody was picked, so nothing is sent.']);
  });

  test('is not offered where there is nothing to show', async () => {
    await using at = await picks({ to: MEG });
    expect(at.ada.toldAlone).toEqual(['There is nothing in this practice that could be shown.']);
  });

  test('and is longer than can be shown before is not sent', async () => {
    await using at = await picks({ to: MEG }, answer(LONG.repeat(4)));
    expect(at.ada.toldAlone).toEqual([
      'This is longer than I can show you here, so I do not send it. To give it to somebody, use export.',
    ]);
  });

  test('and can be shown before is shown, and not yet sent', async () => {
    await using at = await picks({ to: MEG }, answer('It was double booked.'));
    await at.isTold('[Send]');
    expect(at.ada.toldAlone.join('\n')).toContain('It was double booked.');
    expect(at.told).toEqual([]);
  });
});
