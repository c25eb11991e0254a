import { expect, test } from 'vitest';
import { readBlocks } from '../fakes/slack/plain.ts';
import { dumpDatabase } from '../support/dump.ts';
import { byOneTransport, type SlackTalk, STORY, talkOf, tellUpTo } from '../support/slack-talk.ts';

const GONE = 'Deleted: all I held about you.';
const REMAINS = 'What remains: the messages you wrote yourself, and what you chose to share with others.';

byOneTransport(
  'http',
  'slack deletion',
  (coach) => {
    /** Nobody but the person has anything of theirs left in Slack: the coach's messages are removed, the root last. */
    async function isTidied(talk: SlackTalk, reports: number): Promise<void> {
      const own = () =>
        coach()
          .slack.messages(talk.dm)
          .filter(({ bot_id }) => bot_id !== undefined);
      await coach().slack.until(() => own().length === reports, 'the coach’s messages are removed', 15_000);
      const asked = coach().slack.calls.filter(({ method }) => method === 'chat.delete');
      expect(asked.at(-1)?.args.channel).toBe(talk.dm);
    }

    /** Not even who they were. */
    async function isForgotten(userId: string): Promise<void> {
      expect(await coach().sessions(userId)).toEqual([]);
      expect(await dumpDatabase(coach().world.url)).not.toContain(userId);
    }

    test('typed and confirmed in the thread, it is all gone, and the report lists what remains', async () => {
      const ada = talkOf(coach(), 'U0ADA', 'Ada');
      await tellUpTo(ada, '1 of 5');
      expect(await dumpDatabase(coach().world.url)).toContain('U0ADA');
      const root = ada.thread();
      await ada.says('delete my data', 'This deletes all I hold about you');
      expect(await coach().sessions('U0ADA')).toHaveLength(1);
      await ada.says('delete everything', GONE);
      expect(ada.newest()).toContain(REMAINS);
      await isTidied(ada, 1);
      expect(
        coach()
          .slack.messages(ada.dm)
          .map(({ ts }) => ts),
      ).not.toContain(root);
      await isForgotten('U0ADA');
    });

    test('the picture of a scorecard goes with it: neither its message nor its file stays with Slack', async () => {
      const pia = talkOf(coach(), 'U0PIA', 'Pia');
      await tellUpTo(pia, '5 of 5');
      await pia.answers(STORY[5], 'Your answer so far');
      await pia.presses('Look at it', 'STEPS');
      const pictures = () => pia.cards().filter((card) => card.includes('(picture: '));
      await coach().slack.until(() => pictures().length === 1, 'the picture');
      await pia.says('delete my data', 'This deletes all I hold about you');
      await pia.says('delete everything', GONE);
      await isTidied(pia, 1);
      const called = (method: string) => coach().slack.calls.filter((call) => call.method === method);
      const [file] = called('files.delete');
      expect(file?.result).toBe('ok');
      expect(called('files.delete')).toHaveLength(called('files.completeUploadExternal').length);
    });

    test('by the command it is asked for, confirmed and reported to the person alone', async () => {
      const bea = talkOf(coach(), 'U0BEA', 'Bea');
      await tellUpTo(bea, '1 of 5');
      await bea.person.slash('delete my data', { channel: 'C0GENERAL' });
      await bea.person.presses('Delete everything');
      const told = () => bea.person.ephemerals.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
      await coach().slack.until(() => told().includes(GONE), 'the report');
      expect(told()).toContain(REMAINS);
      expect(coach().slack.messages('C0GENERAL')).toEqual([]);
      await isTidied(bea, 0);
      await isForgotten('U0BEA');
    });

    test.each([
      ['is cut', { refuse: true }],
      ['is busy', { retryAfter: 1 }],
    ] as const)('a report is not lost where the line %s', async (how, fault) => {
      const kim = talkOf(coach(), `U0KIM${how.length}`, 'Kim');
      await tellUpTo(kim, '1 of 5');
      await kim.says('delete my data', 'This deletes all I hold about you');
      coach().slack.fail('chat.postMessage', fault, 1, ({ text }) => String(text).includes(GONE));
      await kim.says('delete everything', GONE);
      expect(kim.cards().filter((card) => card.includes(GONE))).toHaveLength(1);
    });

    test('from Home it is asked for, and confirmed in the messages', async () => {
      const cleo = talkOf(coach(), 'U0CLEO', 'Cleo');
      await tellUpTo(cleo, '1 of 5');
      await cleo.person.opensHome();
      await coach().slack.until(() => cleo.person.home() !== undefined, 'the Home tab');
      await cleo.presses('Delete my data', 'This deletes all I hold about you');
      const told = () => cleo.person.ephemerals.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
      await cleo.person.presses('Delete everything');
      await coach().slack.until(() => told().includes(GONE) || cleo.newest().includes(GONE), 'the report');
      await isTidied(cleo, 0);
      await isForgotten('U0CLEO');
    });

    test('confirmed twice is one deletion and one report', async () => {
      const dora = talkOf(coach(), 'U0DORA', 'Dora');
      await tellUpTo(dora, '1 of 5');
      await dora.says('delete my data', 'This deletes all I hold about you');
      dora.looks();
      await Promise.all([dora.adds('delete everything'), dora.adds('delete everything')]);
      await dora.until(GONE);
      await coach().slack.calm();
      const reports = dora.cards().filter((card) => card.includes(GONE));
      expect(reports).toHaveLength(1);
      await isForgotten('U0DORA');
    });

    test('what could not be listed or removed just now is removed later, the root last', async () => {
      const gus = talkOf(coach(), 'U0GUS', 'Gus');
      await tellUpTo(gus, '1 of 5');
      const own = () =>
        coach()
          .slack.messages(gus.dm)
          .filter(({ bot_id }) => bot_id !== undefined);
      const before = own().length;
      coach().slack.fail('conversations.replies', { error: 'internal_error' }, 5);
      await gus.person.slash('delete my data', { channel: 'C0GENERAL' });
      await gus.person.presses('Delete everything');
      const asked = () => coach().slack.calls.filter(({ result }) => result === 'internal_error').length;
      await coach().slack.until(() => asked() === 5, 'it could not be listed');
      await coach().slack.calm(200);
      expect(own()).toHaveLength(before);
      // A minute later, when somebody else is deleted.
      await coach().world.pool.query(`UPDATE leftovers SET next_at = now() - interval '1 minute'`);
      coach().slack.fail('chat.delete', { retryAfter: 1 });
      const ivy = talkOf(coach(), 'U0IVY', 'Ivy');
      await ivy.person.says('hi');
      await ivy.person.slash('delete my data', { channel: 'C0GENERAL' });
      await ivy.person.presses('Delete everything');
      await coach().slack.until(
        () => own().length <= 2,
        'all but one that was refused, and the root',
        15_000,
      );
      await coach().slack.calm(300);
      expect(own().map(({ ts }) => ts)).toContain(gus.thread());
      await coach().world.pool.query(`UPDATE leftovers SET next_at = now() - interval '1 minute'`);
      const joy = talkOf(coach(), 'U0JOY', 'Joy');
      await joy.person.says('hi');
      await joy.person.slash('delete my data', { channel: 'C0GENERAL' });
      await joy.person.presses('Delete everything');
      await isTidied(gus, 0);
    });

    test('who kept it goes on where they were', async () => {
      const eve = talkOf(coach(), 'U0EVE', 'Eve');
      await tellUpTo(eve, '1 of 5');
      await eve.says('delete my data', 'This deletes all I hold about you');
      await eve.presses('Keep it', '1 of 5');
      expect((await eve.session()).stage).toMatchObject({ at: 'asking', step: 'context' });
    });

    test('who comes back begins anew, as somebody the coach does not know', async () => {
      const flo = talkOf(coach(), 'U0FLO', 'Flo');
      await tellUpTo(flo, '1 of 5');
      await flo.says('delete my data', 'This deletes all I hold about you');
      await flo.says('delete everything', GONE);
      await flo.begins();
      expect(await coach().sessions('U0FLO')).toHaveLength(1);
      expect((await flo.session()).first).toBe(true);
    });
  },
  { pauseMs: 5 },
);
