import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Card, text } from '../../src/card/card.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import { oneStep } from '../card/one-step.ts';
import { inEitherPlace, talkOf, tellUpTo } from '../support/discord-talk.ts';

inEitherPlace(
  'discord aloud',
  (coach, where) => {
    const talk = (number: number, name: string) =>
      talkOf(coach(), `44444444444444448${number.toString().padStart(2, '0')}`, name, { where });

    test('a run aloud has cue words and a clock that Discord itself counts down, and keeps what was said', async () => {
      const ada = talk(1, 'Ada');
      await tellUpTo(ada, 'Your answer so far');
      await ada.presses('Say it aloud', 'Say it aloud, from these words alone:');
      expect(ada.newest().split('\n')[1]).toMatch(/^"\S+"(?: · "\S+")+$/);
      const before = coach().discord.calls.length;
      await ada.presses('60 seconds', 'The clock runs: 60 seconds.');
      expect(ada.newest()).toMatch(/<t:\d+:R>/);
      await coach().discord.calm(150);
      const edits = coach()
        .discord.calls.slice(before)
        .filter(({ method, path }) => method === 'PATCH' && path.includes('/channels/'));
      expect(edits).toEqual([]);
      await ada.presses('Done', 'Which steps did you say?');
      await ada.says('1 2 4', '');
      expect(await runsOf(ada.person.id)).toMatchObject([{ said: ['context', 'failure', 'reflections'] }]);
    });

    test('a voice message is a run: its length against one to two minutes, and the parts are ticked', async () => {
      const bea = talk(2, 'Bea');
      await tellUpTo(bea, 'Your answer so far');
      await bea.says('', 'A voice message between one and two minutes: that fits.', {
        voice: { seconds: 84 },
      });
      expect(bea.newest()).toContain('That took 84 seconds. Which steps did you say?');
      await bea.chooses(['setting', 'what you did', 'lesson'], '');
      expect(await runsOf(bea.person.id)).toMatchObject([
        { seconds: 120, took: 84, said: ['context', 'immediate-actions', 'reflections'] },
      ]);
    });

    test('a voice message that comes before there is an answer is said to be unheard, and the question stays', async () => {
      const cleo = talk(3, 'Cleo');
      await tellUpTo(cleo, '2 of 5');
      await cleo.says('', 'I cannot hear voice messages, so please type it.', { voice: { seconds: 12 } });
      expect((await cleo.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
      expect(await runsOf(cleo.person.id)).toEqual([]);
    });

    test('a picture is sent with words for those who do not see it', async () => {
      const dora = talk(4, 'Dora');
      await dora.begins();
      const card: Card = {
        v: 1,
        blocks: [
          text('Here is how it stands.'),
          {
            kind: 'picture',
            picture: oneStep(),
            alt: 'Context: clear.',
          },
        ],
        buttons: [],
        asks: 'nothing',
      };
      const outcome = await coach().adapter.performer.perform({
        key: `picture-${randomUUID()}`,
        deliveryId: randomUUID().slice(0, 18),
        installationId: coach().discord.appId,
        person: coach().ref(dora.person.id),
        place: dora.place(),
        order: { kind: 'say', card },
        inDoubt: false,
      });
      expect(outcome).toMatchObject({ outcome: 'done' });
      expect(dora.newest()).toBe('Here is how it stands.\n(picture: Context: clear.)');
      const [file] = coach().discord.messages(dora.channel()).at(-1)?.attachments ?? [];
      expect(file).toMatchObject({ description: 'Context: clear.' });
    });

    async function runsOf(userId: string) {
      const { world } = coach();
      const person = await findPerson(world.db, world.ring, coach().ref(userId));
      if (person === undefined) throw new Error('nobody');
      const practices = await practicesOf(world.db, person, { as: 'owner', personId: person.id });
      return practices.flatMap(({ runs }) => runs);
    }
  },
  { contentIntent: true },
);
