import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { slackPlace } from '../../adapters/slack/slack-place.ts';
import { type Card, text } from '../../src/card/card.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import { oneStep } from '../card/one-step.ts';
import { byOneTransport, talkOf, tellUpTo } from '../support/slack-talk.ts';

byOneTransport(
  'socket',
  'slack aloud',
  (coach) => {
    test('a run aloud has cue words and a clock that moves, and is kept with the parts that were said', async () => {
      const ada = talkOf(coach(), 'U0ADA', 'Ada');
      await tellUpTo(ada, 'Your answer so far');
      await ada.presses('Say it aloud', 'Say it aloud, from these words alone:');
      expect(ada.newest().split('\n')[1]).toMatch(/^"\S+"(?: · "\S+")+$/);
      await ada.presses('60 seconds', 'left');
      const running = coach().slack.messages(ada.dm).at(-1)?.ts;
      const updates = () =>
        coach().slack.calls.filter(({ method, args }) => method === 'chat.update' && args.ts === running);
      await coach().slack.until(() => updates().length > 1, 'the clock moves');
      await ada.presses('Done', 'Which steps did you say?');
      // One that was on its way still comes.
      await coach().slack.calm(150);
      const moved = updates().length;
      await ada.says('1 2 4', '');
      await coach().slack.calm(150);
      expect(updates()).toHaveLength(moved);
      expect(await runsOf('U0ADA')).toMatchObject([{ said: ['context', 'failure', 'reflections'] }]);
    });

    test('a picture is uploaded into the thread with words for those who do not see it', async () => {
      const bea = talkOf(coach(), 'U0BEA', 'Bea');
      await bea.begins();
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
        installationId: coach().slack.teamId,
        person: coach().ref('U0BEA'),
        place: slackPlace(bea.dm, bea.thread()),
        order: { kind: 'say', card },
        inDoubt: false,
      });
      expect(outcome).toMatchObject({ outcome: 'done' });
      const files = () =>
        coach()
          .slack.messages(bea.dm, bea.thread())
          .flatMap((message) => message.files ?? []);
      await coach().slack.until(() => files().length > 0, 'the picture');
      expect(files()).toMatchObject([{ alt_txt: 'Context: clear.', mimetype: 'image/png' }]);
      expect(bea.cards().join('\n')).toContain('Here is how it stands.');
    });

    async function runsOf(userId: string) {
      const { world } = coach();
      const person = await findPerson(world.db, world.ring, coach().ref(userId));
      if (person === undefined) throw new Error('nobody');
      const practices = await practicesOf(world.db, person, { as: 'owner', personId: person.id });
      return practices.flatMap(({ runs }) => runs);
    }
  },
  { tickMs: 40 },
);
