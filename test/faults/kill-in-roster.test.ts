import { expect, test } from 'vitest';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { faultsSeed, howMany, isPlayed } from './sample.ts';
import { CHANNEL, type KillAt, OLGA, startTeamRun } from './team-run.ts';

/** A whole channel is asked, by a coach that is killed while it looks people up and writes to them. */

const draw = drawing(faultsSeed());
/** A start has passed so many before anything of the team's. */
const TO_BEGIN = 8;
const DAY_MS = 24 * 60 * 60_000;
const MEMBERS = Array.from({ length: 9 }, (_, index) => `U0P${index}`);
const BOT = 'U0BOT';

interface Asked {
  /** How many invitations each reads. */
  readonly invited: Readonly<Record<string, number>>;
  readonly gaps: number;
  readonly deaths: number;
}

/** `killAt`: where the lives end that find the time to announce it. */
async function asked(killAt: KillAt): Promise<Asked> {
  const run = await startTeamRun('kill in roster', undefined);
  try {
    for (const id of MEMBERS) run.slack.user(id, { name: id, tz: 'Europe/Berlin' });
    run.slack.user(BOT, { isBot: true });
    run.slack.channel(CHANNEL, { members: [...MEMBERS, BOT, OLGA] });
    const olga = run.slack.user(OLGA, { name: 'Olga', tz: 'Europe/Berlin' });
    const weekday = new Date(Date.now() + 5 * DAY_MS).toLocaleDateString('en', {
      weekday: 'long',
      timeZone: 'Europe/Berlin',
    });
    await run.live(
      new Date(),
      () => undefined,
      async () => {
        await olga.slash(`team schedule every ${weekday} 15:00 for the whole channel`, { channel: CHANNEL });
        await run.slack.until(() => olga.reads().includes('Scheduled:'), 'the card of the series', 20_000);
      },
    );
    const before = async () => (await run.session())?.announceAt ?? '';
    for (
      let due = await run.nextDue();
      (await run.session())?.stage === 'planned';
      due = await run.nextDue()
    ) {
      if (due === undefined) throw new Error('it is never announced');
      const isAnnounced = due.toISOString() >= (await before());
      await run.live(due, isAnnounced ? killAt : () => undefined, async () => undefined);
    }
    expect(run.slack.violations).toEqual([]);
    const invitations = (id: string) =>
      run.slack.messages(run.slack.dmOf(id)).filter((one) => readMessage(one).includes('Olga invites you'))
        .length;
    return {
      invited: Object.fromEntries([...MEMBERS, BOT, OLGA].map((id) => [id, invitations(id)])),
      gaps: run.passed.gaps.at(-1) ?? 0,
      deaths: run.passed.deaths,
    };
  } finally {
    await run.close();
  }
}

test('kill -9 while a channel is looked up and asked: each is asked, and nobody twice', async () => {
  const expected = { ...Object.fromEntries(MEMBERS.map((id) => [id, 1])), [BOT]: 0, [OLGA]: 0 };
  const whole = await asked(() => undefined);
  expect(whole.invited).toEqual(expected);
  const passes = whole.gaps - TO_BEGIN;
  for (let number = 0; number < howMany(3, passes); number += 1) {
    const first = TO_BEGIN + 1 + (howMany(0, 1) === 1 ? number : Math.floor(draw() * passes));
    const second = TO_BEGIN + 1 + Math.floor(draw() * 10);
    if (!isPlayed(number)) continue;
    const killed = await asked((n) => [first, second][n]);
    console.log(`  of ${whole.gaps} gaps killed at ${first} and ${second}: ${killed.deaths} kills`);
    expect(killed.deaths).toBeGreaterThan(0);
    expect(killed.invited).toEqual(expected);
  }
});
