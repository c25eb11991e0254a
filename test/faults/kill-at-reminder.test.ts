import { readFileSync, rmSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { jitterMs } from '../../src/reminders/jitter.ts';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { personKey } from '../../src/who/person.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { readBlocks, readMessage } from '../fakes/slack/plain.ts';
import { ownHome } from '../support/own-home.ts';
import { type CoachProcess, slackVariables, startCoachProcess } from '../support/slack-process.ts';
import { dateAhead } from './date-ahead.ts';
import { howMany } from './sample.ts';

const HOOK = './test/faults/kill-ahead.mjs';
const ZONE = 'Europe/Berlin';
const WITHIN_MS = 30_000;
const MachineDate = Date;

/** Before the turn of a reminder is committed, between its commit and its post, and between its post and the mark of it. */
const SAMPLE = ['before commit', 'after commit', 'after chat.postMessage'];
const ALL = ['before begin', 'after begin', ...SAMPLE, 'before chat.postMessage'];

/** A start's first transaction looks at the schema; the second is the turn of what is due. */
const nthOf = (point: string) => (/begin|commit/.test(point) ? '2' : '1');

test('kill -9 around a due reminder: it is posted once, and the next comes on its day', async () => {
  const home = ownHome('comeback-fault-reminder-');
  const file = `${home.path}.gaps`;
  const slack = await startFakeSlack();
  const ada = slack.user('U0ADA', { name: 'ada', tz: ZONE });
  const dm = slack.dmOf(ada.id);
  const env = { ...slackVariables(slack, 'socket', await freePort()), COACH_HOME: home.path };
  const read = () =>
    slack
      .messages(dm)
      .filter(({ bot_id }) => bot_id !== undefined)
      .map(readMessage);
  const asked = () => ada.ephemerals.map(({ blocks }) => readBlocks(blocks ?? [])).join('\n');
  const reminders = () => read().filter((text) => text.includes('[Skip this one]')).length;
  const sees = (isSo: () => boolean, what: string) =>
    slack.until(isSo, what, WITHIN_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${read().join('\n---\n')}\n${coach.printed().slice(-2_000)}`);
    });
  let coach: CoachProcess = startCoachProcess(env, HOOK);
  const endsWell = async () => {
    coach.terminate();
    expect(await coach.ended).toBe(0);
  };
  try {
    await coach.started;
    await ada.slash('remind daily 12:00', { channel: 'C0GENERAL' });
    await sees(() => asked().includes('Is that right?'), 'the question');
    await ada.presses('Yes, remind me');
    await sees(() => read().some((text) => text.includes('Set. I remind you here')), 'the plan');
    await endsWell();

    const ref = { platform: 'slack', scope: slack.teamId, userId: ada.id } as const;
    const points = howMany(0, 1) === 1 ? ALL : SAMPLE;
    let day = firstDay(read().join('\n'));
    for (const [index, point] of points.entries()) {
      const due = day.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).epochMilliseconds;
      const aheadMs = due + jitterMs(personKey(ref)) - MachineDate.now();
      const ahead = { CLOCK_AHEAD_MS: String(aheadMs) };
      // Slack's stamps are of the same day: what was posted is looked for by them.
      globalThis.Date = dateAhead(aheadMs);
      coach = startCoachProcess(
        { ...env, ...ahead, KILL_AT: point, KILL_NTH: nthOf(point), GAPS_FILE: file },
        HOOK,
      );
      expect(await coach.ended, `${point}: ${coach.printed().slice(-2_000)}`).toBeNull();
      const isPosted = point === 'after chat.postMessage';
      expect(reminders(), `as it died ${point}`).toBe(isPosted ? index + 1 : index);
      coach = startCoachProcess({ ...env, ...ahead }, HOOK);
      await coach.started;
      await sees(() => reminders() > index, `reminder ${index + 1}, killed ${point}`);
      await ada.presses('Skip this one');
      await sees(() => read().filter((text) => text.includes('Let go.')).length > index, 'that it is let go');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(reminders(), point).toBe(index + 1);
      await endsWell();
      day = day.add({ days: 1 });
    }
    console.log(
      `fault tests: a reminder, killed ${points.join(', ')}: posted once each, the next on its day`,
    );
    const killed = readFileSync(file, 'utf8').split('killed ').slice(0, -1);
    // Slack was spoken to before each of them: it was no part of the start.
    expect(killed.every((life) => life.includes('before auth.test'))).toBe(true);
    expect(slack.violations).toEqual([]);
  } finally {
    globalThis.Date = MachineDate;
    coach.kill();
    await coach.ended;
    await slack.close();
    home.remove();
    rmSync(file, { force: true });
  }
});

/** The day that was said as the plan was armed: "next on Saturday 28 November 2026, 12:00". */
function firstDay(text: string): Temporal.PlainDate {
  const [, said = ''] = /next on \w+ (\d+ \w+ \d{4})/.exec(text) ?? [];
  return Temporal.PlainDate.from(new Date(`${said} UTC`).toISOString().slice(0, 10));
}
