import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { blocksPeople } from '../support/blocked-people.ts';
import { cutLine } from '../support/cut-line.ts';
import { ownDatabase } from '../support/database.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { atDraft, type DiscordPractice } from '../support/discord-practice.ts';

/** Forms that open too late, and forms whose words have to be stored before Discord lets go of them. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-forms', { contentIntent: true });
});
afterEach(async () => {
  coach.discord.healFaults();
  await coach.world.pool.query('DROP FUNCTION IF EXISTS slowly CASCADE');
});
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const FIVE = {
  context: 'Three years ago, for 80 guests.',
  failure: 'I booked the hall by phone only.',
  'immediate-actions': 'I found another one the same day.',
  reflections: 'I learned that a yes on the phone is none.',
  'growth-evidence': 'Since then I ask for it in writing.',
};
const STEPS = Object.keys(FIVE);
const stored = async (practice: DiscordPractice) =>
  Object.fromEntries(
    await Promise.all(STEPS.map(async (step) => [step, (await practice.parts(step)).join('\n')])),
  );
const saved = (practice: DiscordPractice) => practice.reads().filter((text) => text.startsWith('Saved.'));

async function opens(practice: DiscordPractice): Promise<void> {
  await practice.person.presses('Edit in a form');
  expect(practice.person.modal()?.title).toBe('Your answers');
}

describe('a form asked for while the database is slow', () => {
  test('is the first response, within three seconds', async () => {
    const ada = await atDraft(coach);
    const release = await blocksPeople(coach.world.url);
    setTimeout(() => void release(), 1_000);
    const press = await ada.person.presses('Edit in a form');
    expect(press).toMatchObject({ callbackType: 9, lost: false });
    expect(press.msToCallback ?? 9_999).toBeLessThan(3_000);
    expect(JSON.stringify(ada.person.modal()?.components)).toContain('customer day for 120 guests');
  });

  test('or is offered again, to the person alone, with a button that opens it then', async () => {
    const bea = await atDraft(coach);
    const before = await bea.session();
    const release = await blocksPeople(coach.world.url);
    const press = await bea.person.presses('Edit in a form');
    expect(press).toMatchObject({ callbackType: 4, lost: false });
    expect(press.msToCallback ?? 9_999).toBeLessThan(3_000);
    expect(bea.person.modal()).toBeUndefined();
    expect(bea.person.toldAlone.at(-1)).toBe('That took a moment too long. Nothing is lost.\n[Try again]');
    await release();
    expect(await bea.session()).toEqual(before);
    await bea.person.presses('Try again');
    expect(JSON.stringify(bea.person.modal()?.components)).toContain('customer day for 120 guests');
  });

  test('and that Discord gave up on (10062) changes nothing; the next press opens it', async () => {
    const cy = await atDraft(coach);
    const before = await cy.session();
    coach.discord.interactionFault(10062);
    expect((await cy.person.presses('Edit in a form')).lost).toBe(true);
    expect(await cy.session()).toEqual(before);
    await opens(cy);
  });
});

describe('a form that is sent', () => {
  test('and whose answer Discord does not take is kept, all five texts, and sent again changes nothing more', async () => {
    const dee = await atDraft(coach);
    await opens(dee);
    coach.discord.interactionFault(10062);
    expect((await dee.person.submits(FIVE)).lost).toBe(true);
    await dee.until('Saved.');
    expect(await stored(dee)).toEqual(FIVE);
    await dee.person.submits(FIVE);
    await coach.discord.calm(200);
    expect(await stored(dee)).toEqual(FIVE);
    expect(await coach.sessions(dee.person.id)).toHaveLength(1);
  });

  test('twice by Discord is stored once', async () => {
    const eva = await atDraft(coach);
    await opens(eva);
    coach.discord.redeliver(await eva.person.submits(FIVE));
    await eva.until('Saved.');
    await coach.discord.calm(200);
    expect(saved(eva)).toHaveLength(1);
    expect((await eva.session()).replaced.filter(({ step }) => step === 'context')).toHaveLength(1);
  });

  test('while the database is blocked is answered in time, and stored once it is not', async () => {
    const flo = await atDraft(coach);
    await opens(flo);
    const release = await blocksPeople(coach.world.url);
    const sent = await flo.person.submits(FIVE);
    expect(sent).toMatchObject({ callbackType: 6, lost: false });
    expect(sent.msToCallback ?? 9_999).toBeLessThan(3_000);
    await release();
    await flo.until('Saved.');
    expect(await stored(flo)).toEqual(FIVE);
    expect(saved(flo)).toHaveLength(1);
  });

  test('and comes to nothing after Discord let go of it gives the words back as a file', async () => {
    const gil = await atDraft(coach);
    const before = await stored(gil);
    await opens(gil);
    await coach.world.pool.query(
      `CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN PERFORM pg_sleep(2.6); RAISE EXCEPTION 'refused by the test'; END $$;
       CREATE TRIGGER slowly BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION slowly()`,
    );
    expect((await gil.person.submits(FIVE)).lost).toBe(false);
    const told = () => gil.person.toldAlone.at(-1) ?? '';
    const words = 'Here is what you wrote in the form, so that you have it.';
    await coach.discord.until(() => told().includes(words), 'what became of it', 12_000);
    const line = gil.person.ephemerals.at(-1);
    const [, id] = /\((\w{8})\)/.exec(told()) ?? [];
    expect(JSON.stringify(coach.adapterLogged)).toContain(id ?? 'no id');
    const file = await fetch(String(line?.attachments[0]?.url));
    expect(await file.text()).toBe(Object.values(FIVE).join('\n\n'));
    await coach.world.pool.query('DROP FUNCTION slowly CASCADE');
    expect(await stored(gil)).toEqual(before);
  });

  test('of a practice that was deleted meanwhile says that it is gone', async () => {
    const hal = await atDraft(coach);
    await opens(hal);
    await hal.person.slash('practice-failure', { sub: 'delete-my-data' });
    await coach.discord.until(
      () => hal.person.toldAlone.at(-1)?.includes('Delete everything') === true,
      'asked',
    );
    await hal.person.presses('erase-yes');
    await hal.person.submits(FIVE);
    const gone = () => hal.person.toldAlone.some((text) => text.includes('nothing of it is kept'));
    await coach.discord.until(gone, 'told that it is gone');
    expect(await coach.sessions(hal.person.id)).toEqual([]);
  });
});

test('a form sent while the database is away stays open with its words; sent again it is stored once', async () => {
  const { url, drop } = await ownDatabase('discord-faults-forms-away');
  const line = await cutLine(url);
  const keys = newKeyringValue('test');
  const own = await startDiscordCoach('discord-faults-forms-away', {
    contentIntent: true,
    url: line.url,
    keys,
  });
  try {
    const ida = await atDraft(own);
    await opens(ida);
    line.cut();
    expect((await ida.person.submits(FIVE)).lost).toBe(true);
    expect(ida.person.modal()).toBeDefined();
    line.mend();
    expect((await ida.person.submits(FIVE)).lost).toBe(false);
    expect(ida.person.modal()).toBeUndefined();
    expect(await stored(ida)).toEqual(FIVE);
    expect(own.discord.violations).toEqual([]);
  } finally {
    await own.close();
    await line.close();
    await drop();
  }
});
