import { afterEach, describe, expect, test } from 'vitest';
import { type Card, isQuote, text } from '../../src/card/card.ts';
import { runWords } from '../../src/card/without-typing.ts';
import type { Delivery, Order, Performer } from '../../src/coach/ports.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { type Place, placeKey } from '../../src/who/place.ts';
import { AT_FIVE_IN_NEW_YORK, everyBlock } from '../card/every-block.ts';
import { oneStep } from '../card/one-step.ts';

/** An adapter as the suite drives it: its performer on a real connection, and what arrived at the other end. */
export interface AdapterUnderTest {
  readonly performer: Performer;
  readonly person: PersonRef;
  readonly place: Place;
  /** All that a person can read by now, as plain text, in the order it arrived. */
  shown(): Promise<string>;
  /** What arrived, byte for byte as far as the platform has bytes: for what must never reach it. */
  raw(): Promise<string>;
  close(): Promise<void>;
}

/** What every adapter owes the coach. A new platform passes by being listed in `adapter.test.ts`. */
export function describeAdapter(name: string, open: () => Promise<AdapterUnderTest>): void {
  describe(`${name} delivers`, () => {
    let adapter: AdapterUnderTest;
    afterEach(() => adapter?.close());

    let count = 0;
    function delivery(order: Order): Delivery {
      count += 1;
      const { person, place } = adapter;
      return {
        key: `e-${name}-1-${count}`,
        deliveryId: `d${count}`,
        installationId: 'i',
        person,
        place,
        order,
        inDoubt: false,
      };
    }
    const say = (card: Card) => adapter.performer.perform(delivery({ kind: 'say', card }));
    const saying = (words: string): Card => ({
      v: 1,
      blocks: [{ kind: 'text', runs: [words] }],
      buttons: [],
      asks: 'nothing',
    });
    const quoting = (words: string): Card => ({
      v: 1,
      blocks: [{ kind: 'text', runs: ['You said: ', { quote: words }] }],
      buttons: [],
      asks: 'nothing',
    });

    test('a card, and done means that it has arrived', async () => {
      adapter = await open();
      expect(await say(saying('The room was double booked.'))).toMatchObject({ outcome: 'done' });
      expect(await adapter.shown()).toContain('The room was double booked.');
    });

    test('cards in the order they were given', async () => {
      adapter = await open();
      for (const words of ['first', 'second', 'third']) await say(saying(`the ${words} card`));
      const shown = await adapter.shown();
      const places = ['first', 'second', 'third'].map((words) => shown.indexOf(`the ${words} card`));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    test('the words of every kind of block and input, shown or degraded', async () => {
      adapter = await open();
      expect(await say(everyBlock)).toMatchObject({ outcome: 'done' });
      const shown = (await adapter.shown()).replace(/\s+/g, ' ');
      for (const block of everyBlock.blocks) {
        switch (block.kind) {
          case 'text':
            for (const run of block.runs)
              expect(shown).toContain((isQuote(run) ? run.quote : runWords(run)).trim());
            break;
          case 'fields':
            for (const field of block.fields) expect(shown).toContain(field.label);
            break;
          case 'picture':
            // Where nothing is drawn it is said, or shown as bars.
            expect(shown).toMatch(name === 'terminal' ? /Context █+ clear/ : block.alt);
            break;
          case 'input':
            expect(shown).toContain(block.input.label);
            break;
          case 'passage':
            expect(shown).toContain(block.text.replace(/\s+/g, ' '));
            break;
          case 'list':
            for (const run of block.items.flat()) {
              expect(shown).toContain((isQuote(run) ? run.quote : runWords(run)).trim());
            }
            break;
        }
      }
    });

    test('a time by the reader’s clock where it is known, with the planner’s beside it', async () => {
      adapter = await open();
      const words = AT_FIVE_IN_NEW_YORK;
      await say({ v: 1, blocks: [text('It begins ', words, '.')], buttons: [], asks: 'nothing' });
      const shown = await adapter.shown();
      if (name === 'terminal') expect(shown).toContain(`It begins ${words.words}.`);
      // The fakes' readers have a clock that shows UTC.
      else expect(shown).toMatch(/It begins .*4.* at (?:10:30 PM|22:30) \(Thursday 17:30 in New York\)\./u);
    });

    test('somebody’s words as words: no escape sequence, control character or bidi override acts', async () => {
      adapter = await open();
      await say(quoting('a\u001b[2Jb\u001b]0;title\u0007c\u0000d\u202Ee'));
      const raw = await adapter.raw();
      for (const dangerous of ['\u001b[2J', '\u001b]0', '\u0007', '\u0000', '\u202E'])
        expect(raw).not.toContain(dangerous);
      expect(await adapter.shown()).toMatch(/a.*b.*c.*d.*e/s);
    });

    test('forty thousand characters, all of them, to the last word', async () => {
      adapter = await open();
      const long = `${'I never asked for the guest list. '.repeat(1_170)}The end of it.`;
      expect(
        await say({
          v: 1,
          blocks: [{ kind: 'passage', text: long, by: 'person' }],
          buttons: [],
          asks: 'nothing',
        }),
      ).toMatchObject({ outcome: 'done' });
      const without = (words: string) => words.replace(/\s+/g, '');
      expect(without(await adapter.shown())).toContain(without(long));
    });

    test('the same delivery again, in doubt, without harm', async () => {
      adapter = await open();
      const first = delivery({ kind: 'say', card: saying('the card in doubt') });
      expect(await adapter.performer.perform(first)).toMatchObject({ outcome: 'done' });
      expect(await adapter.performer.perform({ ...first, inDoubt: true })).toMatchObject({ outcome: 'done' });
      await say(saying('the card after it'));
      const shown = await adapter.shown();
      expect(shown.indexOf('the card in doubt')).toBeGreaterThanOrEqual(0);
      expect(shown.indexOf('the card after it')).toBeGreaterThan(shown.lastIndexOf('the card in doubt'));
    });

    test('no escape sequence from any part of a card: labels, titles, choices, alternative texts', async () => {
      adapter = await open();
      const bad = (words: string) => `${words}\u001b[2J\u009b31m`;
      await say({
        v: 1,
        blocks: [
          { kind: 'fields', fields: [{ label: bad('label'), lines: [[bad('line')]] }] },
          { kind: 'list', items: [[{ quote: bad('item') }]] },
          { kind: 'passage', title: bad('title'), text: bad('passage'), by: 'person' },
          {
            kind: 'picture',
            picture: oneStep(bad('alt')),
            alt: bad('alt'),
          },
          {
            kind: 'input',
            input: { type: 'rating', id: 'r', label: bad('rating'), choices: [bad('choice')] },
          },
          {
            kind: 'input',
            input: { type: 'text', id: 't', label: bad('text'), value: bad('value'), maxLength: 9 },
          },
        ],
        buttons: [{ action: 'go', word: bad('word'), label: bad('button') }],
        asks: 'answer',
      });
      const raw = await adapter.raw();
      for (const sequence of ['\u001b[2J', '\u009b']) expect(raw).not.toContain(sequence);
      for (const word of ['label', 'item', 'passage', 'alt', 'rating'])
        expect(await adapter.shown()).toContain(word);
    });

    test('emoji and accents as they were typed', async () => {
      adapter = await open();
      await say(quoting('Kraków 🇵🇱 👩🏽‍🍳 naïve'));
      expect(await adapter.shown()).toContain('Kraków 🇵🇱 👩🏽‍🍳 naïve');
    });

    test('a changed card, also where the old one was never shown', async () => {
      adapter = await open();
      expect(
        await adapter.performer.perform(
          delivery({ kind: 'revise', card: saying('the changed card'), ref: undefined }),
        ),
      ).toMatchObject({ outcome: 'done' });
      expect(await adapter.shown()).toContain('the changed card');
    });

    test('the end of a practice without a word', async () => {
      adapter = await open();
      expect(await adapter.performer.perform(delivery({ kind: 'close' }))).toMatchObject({ outcome: 'done' });
    });

    test('nothing into the places of others', async () => {
      adapter = await open();
      const elsewhere: Place = { ...adapter.place, channel: `${adapter.place.channel}-other` };
      if (adapter.performer.reach === undefined) return;
      expect(placeKey(adapter.performer.reach() ?? elsewhere)).toBe(placeKey(adapter.place));
      const outcome = await adapter.performer.perform({
        ...delivery({ kind: 'say', card: saying('not for you') }),
        place: elsewhere,
      });
      expect(outcome.outcome).toBe('later');
      expect(await adapter.shown()).not.toContain('not for you');
    });

    test('no word of an event of the platform’s own, whether there is such a thing or not', async () => {
      adapter = await open();
      const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString();
      const shown = {
        title: 'The Thursday round',
        words: 'Press Join.',
        mark: 'Session s1n1',
        startsAt: inDays(2),
        endsAt: inDays(3),
      };
      for (const status of ['scheduled', 'moved', 'cancelled'] as const) {
        const { outcome } = await adapter.performer.perform(
          delivery({ kind: 'event', status, shown, ref: undefined }),
        );
        expect(['done', 'refused']).toContain(outcome);
      }
      expect(await adapter.shown()).not.toContain(shown.title);
    });

    test('no job', async () => {
      adapter = await open();
      expect(
        await adapter.performer.perform(
          delivery({ kind: 'bell', key: 'k', dueAt: new Date(0).toISOString() }),
        ),
      ).toMatchObject({ outcome: 'refused' });
    });
  });
}
