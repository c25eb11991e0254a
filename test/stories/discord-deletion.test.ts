import { expect, test } from 'vitest';
import type { FakeCall } from '../fakes/discord/call.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import { type DiscordTalk, GENERAL, inBothPlaces, talkOf, tellUpTo } from '../support/discord-talk.ts';
import { dumpDatabase } from '../support/dump.ts';

const GONE = 'Deleted: all I held about you.';
const REMAINS = 'What remains: the messages you wrote yourself, and what you chose to share with others.';

inBothPlaces(
  'discord deletion',
  (coach, where) => {
    const talk = (number: number, name: string) =>
      talkOf(coach(), `44444444444444440${number.toString().padStart(2, '0')}`, name, { where });
    const told = (of: DiscordTalk) => of.person.toldAlone.join('\n');
    const own = (of: DiscordTalk) =>
      coach()
        .discord.messages(of.channel())
        .filter(({ author }) => author.id === coach().discord.botUserId);

    /** Nobody but the person has anything of theirs left in Discord: the coach's messages are removed. */
    async function isTidied(of: DiscordTalk, reports: number): Promise<void> {
      await coach()
        .discord.until(() => own(of).length === reports, 'the coach’s messages are removed', 15_000)
        .catch((error: unknown) => {
          throw new Error(`${String(error)}\nThere is: ${own(of).map(readMessage).join('\n---\n')}`);
        });
    }

    /** Presses while the place is shut, so that the practice goes on elsewhere; then it is open again. The channel it left. */
    async function movesOut(of: DiscordTalk, presses: string): Promise<string> {
      const old = of.channel();
      if (where === 'dm') of.person.closesDms();
      else coach().discord.archive(old, { locked: true });
      of.looks();
      await of.person.presses(presses, { channel: old });
      await of.until('we go on here');
      if (where === 'dm') of.person.opensDms();
      else coach().discord.unarchive(old);
      return old;
    }

    /** Not even who they were. */
    async function isForgotten(of: DiscordTalk): Promise<void> {
      expect(await coach().sessions(of.person.id)).toEqual([]);
      expect(await dumpDatabase(coach().world.url)).not.toContain(of.person.id);
    }

    test('typed and confirmed in the talk, it is all gone, and the report lists what remains', async () => {
      const ada = talk(1, 'Ada');
      await tellUpTo(ada, '1 of 5');
      expect(await dumpDatabase(coach().world.url)).toContain(ada.person.id);
      await ada.says('delete my data', 'This deletes all I hold about you');
      expect(await coach().sessions(ada.person.id)).toHaveLength(1);
      await ada.says('delete everything', GONE);
      expect(ada.newest()).toContain(REMAINS);
      await isTidied(ada, 1);
      await isForgotten(ada);
    });

    test('by the command it is asked for, confirmed and reported to the person alone', async () => {
      const bea = talk(2, 'Bea');
      await tellUpTo(bea, '1 of 5');
      await bea.person.slash('practice-failure', { sub: 'delete-my-data', in: GENERAL });
      await coach().discord.until(
        () => told(bea).includes('This deletes all I hold about you'),
        'the question',
      );
      expect(await coach().sessions(bea.person.id)).toHaveLength(1);
      await bea.person.presses('Delete everything');
      await coach().discord.until(() => told(bea).includes(GONE), 'the report');
      expect(told(bea)).toContain(REMAINS);
      expect(coach().discord.messages(GENERAL)).toEqual([]);
      await isTidied(bea, 0);
      await isForgotten(bea);
    });

    test('confirmed twice is one deletion and one report', async () => {
      const dora = talk(3, 'Dora');
      await tellUpTo(dora, '1 of 5');
      await dora.says('delete my data', 'This deletes all I hold about you');
      dora.looks();
      await Promise.all([dora.adds('delete everything'), dora.adds('delete everything')]);
      await dora.until(GONE);
      await coach().discord.calm();
      expect(dora.cards().filter((card) => card.includes(GONE))).toHaveLength(1);
      await isForgotten(dora);
    });

    test.each([
      ['is cut before it', { refuse: true }],
      ['is cut after it', { lostAnswer: true }],
      ['is busy', { retryAfter: 1 }],
    ] as const)('a report is not lost, and comes once, where the line %s', async (how, fault) => {
      const kim = talk(15 + how.length, 'Kim');
      await tellUpTo(kim, '1 of 5');
      await kim.says('delete my data', 'This deletes all I hold about you');
      const isReport = ({ method, body }: FakeCall) =>
        method === 'POST' && JSON.stringify(body).includes(GONE);
      coach().discord.fault({ when: isReport }, fault);
      await kim.says('delete everything', GONE);
      await coach().discord.calm();
      expect(kim.cards().filter((card) => card.includes(GONE))).toHaveLength(1);
      await isForgotten(kim);
    });

    test('who kept it goes on where they were', async () => {
      const eve = talk(4, 'Eve');
      await tellUpTo(eve, '1 of 5');
      await eve.says('delete my data', 'This deletes all I hold about you');
      await eve.presses('Keep it', '1 of 5');
      expect((await eve.session()).stage).toMatchObject({ at: 'asking', step: 'context' });
    });

    test('who comes back begins anew, as somebody the coach does not know', async () => {
      const flo = talk(5, 'Flo');
      await tellUpTo(flo, '1 of 5');
      await flo.says('delete my data', 'This deletes all I hold about you');
      await flo.says('delete everything', GONE);
      await flo.begins();
      expect(await coach().sessions(flo.person.id)).toHaveLength(1);
      expect((await flo.session()).first).toBe(true);
    });

    test('a place that the practice moved out of is tidied as well', async () => {
      const gus = talk(9, 'Gus');
      await tellUpTo(gus, '3 of 5');
      const { discord } = coach();
      const old = await movesOut(gus, 'next');
      const left = () => discord.messages(old).filter(({ author }) => author.id === discord.botUserId);
      expect(left().length).toBeGreaterThan(3);
      await gus.person.slash('practice-failure', { sub: 'delete-my-data', in: GENERAL });
      await discord.until(() => told(gus).includes('This deletes all I hold about you'), 'the question');
      await gus.person.presses('Delete everything');
      await discord.until(() => left().length === 0, 'the old place is tidied', 15_000);
      await isForgotten(gus);
    });

    test('a hard story that moved and is deleted leaves no card where it began', async () => {
      const hal = talk(10, 'Hal');
      const { discord } = coach();
      await hal.begins();
      await hal.says('My brother died that spring, and I was not there for him.', 'Nothing here is scored');
      const old = await movesOut(hal, 'delete');
      const left = () =>
        discord
          .messages(old)
          .filter(({ author }) => author.id === discord.botUserId)
          .map(readMessage)
          // Who can read direct messages stays true of them.
          .filter((text) => !(where === 'dm' && text.startsWith('We practise here')));
      expect(left().length).toBeGreaterThan(1);
      const now = where === 'dm' ? discord.threads(GENERAL).at(-1)?.id : discord.dmOf(hal.person.id);
      hal.looks();
      await hal.person.presses('Delete it', { channel: now ?? '' });
      await hal.until('Deleted. I keep nothing of it.');
      await discord.until(() => left().length === 0, 'the old place is tidied', 15_000);
    });

    test('what could not be listed or removed just now is removed later', async () => {
      const gus = talk(6, 'Gus');
      await tellUpTo(gus, '1 of 5');
      const before = own(gus).length;
      const messages = new RegExp(`^/channels/${gus.channel()}/messages`);
      for (const method of ['GET', 'DELETE'])
        coach().discord.fault({ method, path: messages }, { status: 503 }, 50);
      await gus.person.slash('practice-failure', { sub: 'delete-my-data', in: GENERAL });
      await coach().discord.until(
        () => told(gus).includes('This deletes all I hold about you'),
        'the question',
      );
      await gus.person.presses('Delete everything');
      await coach().discord.until(
        () => coach().discord.calls.some(({ method, status }) => method === 'GET' && status === 503),
        'it could not be listed',
      );
      await coach().discord.calm(200);
      expect(own(gus)).toHaveLength(before);
      coach().discord.healFaults();
      // A minute later, or two, when somebody else is deleted: a call of the first may be lost on its own.
      for (const number of [7, 8]) {
        await coach().world.pool.query(`UPDATE leftovers SET next_at = now() - interval '1 minute'`);
        const other = talk(number, `Ivy ${number}`);
        await tellUpTo(other, '1 of 5');
        await other.says('delete my data', 'This deletes all I hold about you');
        await other.says('delete everything', GONE);
        await coach().discord.calm(500);
      }
      await isTidied(gus, 0);
    });
  },
  { contentIntent: true, pauseMs: 5 },
);
