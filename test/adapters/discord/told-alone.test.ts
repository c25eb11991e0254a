import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/card/card.ts';
import { type AtTheDesk, atTheDesk } from './at-the-desk.ts';
import { PARENT, SERVER } from './performing.ts';

/** A long card that is shown to its person alone: `/practice-failure example` in a server. */

const COMMAND = 'practice-failure';
const WORDS_EACH = 700;
/** Each of them fills most of a message. */
const piece = (index: number) => `Piece ${index}${' word'.repeat(WORDS_EACH)}`;

function longCard(pieces: number): Card {
  const blocks = Array.from({ length: pieces }, (_, index) => ({
    kind: 'text' as const,
    runs: [piece(index + 1)],
  }));
  const button = { action: 'start', word: 'start', label: 'Practise this', style: 'primary' } as const;
  return { v: 1, blocks, buttons: [button], asks: 'nothing' };
}

const desk = (pieces: number) =>
  atTheDesk({
    looks: { card: async () => longCard(pieces) },
    before: (discord) => void discord.guild(SERVER, { channels: [PARENT] }),
  });
const FOLLOW_UPS = /^\/webhooks\/\d+\/[^/]+$/;
const pieceIn = (text: string) => /Piece \d+/.exec(text)?.[0];
const end = ({ ada }: AtTheDesk) => ada.toldAlone.at(-1);

describe('a card of more messages than five', () => {
  test('is shown whole where the bot is a member, its buttons last', async () => {
    await using at = await desk(9);
    await at.ada.slash(COMMAND, { sub: 'example', in: PARENT });
    await at.isTold('Piece 9');
    expect(at.ada.toldAlone.map(pieceIn)).toEqual(
      Array.from({ length: 9 }, (_, index) => `Piece ${index + 1}`),
    );
    expect(end(at)).toContain('Practise this');
  });

  test('is shown elsewhere by its beginning and its end, with a line for what is between', async () => {
    await using at = await desk(9);
    await at.ada.slash(COMMAND, { sub: 'example', in: 'user-install' });
    await at.isTold('Piece 9');
    expect(at.ada.toldAlone.map(pieceIn)).toEqual([1, 2, 3, 4, 5, 9].map((index) => `Piece ${index}`));
    expect(end(at)).toContain('… and 2,106 more words. There is no room for them here.');
    expect(end(at)).toContain('Practise this');
    expect(at.discord.messages(at.dm)).toEqual([]);
  });
});

test('of an answer that breaks off, only what was not told comes in direct messages', async () => {
  await using at = await desk(4);
  const { discord, ada, dm } = at;
  const isFourth = ({ body }: { readonly body: unknown }) => JSON.stringify(body).includes('Piece 4');
  discord.fault({ method: 'POST', path: FOLLOW_UPS, when: isFourth }, { status: 404, code: 10015 });
  await ada.slash(COMMAND, { sub: 'example', in: PARENT });
  await discord.until(() => discord.messages(dm).length > 0, 'the rest is told');
  await discord.calm();
  expect(ada.toldAlone.map(pieceIn)).toEqual(['Piece 1', 'Piece 2', 'Piece 3']);
  expect(ada.reads()).toContain('Piece 4');
  expect(ada.reads()).not.toContain('Piece 3');
});
