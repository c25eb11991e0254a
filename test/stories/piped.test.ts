import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type EmbeddedServer, joinEmbedded } from '../../src/store/embedded/cluster.ts';
import { ownHome, postmasterPid } from '../support/own-home.ts';
import { runCoach } from '../support/run-coach.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');
const answersIn = (text: string) =>
  text
    .split(/\n{2,}/)
    .slice(4, 9)
    .map((block) => block.trim());

/** The end of each answer, as long as what was typed for it: words told before the steps may stand above them. */
const asTyped = (answers: Readonly<Record<string, string>>, typed: readonly string[]) =>
  Object.values(answers).map((answer, index) => answer.slice(-(typed[index]?.length ?? 0)));

// Each test starts the product several times.
vi.setConfig({ testTimeout: 90_000 });

// One home for all, with accents and spaces, and a person each: the tests follow one another on one cluster.
const home = ownHome('Élan Café ');
const as = (user: string) => ({
  COACH_HOME: home.path,
  COACH_USER: user,
  LC_ALL: '',
  LANG: 'xx_YY.nonsense',
});
let held: EmbeddedServer | undefined;
afterAll(async () => {
  await held?.leave();
  home.remove();
});

async function exportOf(user: string) {
  const ran = await runCoach(['export', '--json'], as(user));
  expect(ran.err).toBe('');
  return JSON.parse(ran.out);
}

describe('npm start < practice.txt', () => {
  test('plays a practice from nothing to the critique and exits 0', async () => {
    const ran = await runCoach(['start'], as('whole'), fixture('story'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const step of [
      '1 of 5: Context',
      '2 of 5: The Failure',
      '3 of 5: Immediate Actions',
      '4 of 5: Reflections',
      '5 of 5: Growth Evidence',
    ]) {
      expect(ran.out).toContain(step);
    }
    expect(ran.out).toMatch(/KEEP [\s\S]*CHANGE [\s\S]*STEPS [\s\S]*LENGTH [\s\S]*NEXT /);
    expect(ran.out).not.toContain('\u001b');
    const { practices } = await exportOf('whole');
    const typed = answersIn(fixture('story'));
    expect(asTyped(practices[0].answers, typed)).toEqual(typed);
    expect(practices[0].drafts[0].critiques[0]).toMatchObject({
      critic: 'rubric',
      version: expect.stringMatching(/^rubric-\d+$/),
    });
  });

  test('its database server ends with it', async () => {
    expect(postmasterPid(home.path)).toBeUndefined();
    // From here on it is kept up: the tests that follow look at what is said, not at how a server starts.
    held = await joinEmbedded(home.path);
  });

  test('input that ends at the draft means go on', async () => {
    const blocks = fixture('story')
      .split(/\n{2,}/)
      .slice(0, 9);
    const ran = await runCoach(['start'], as('no-go'), blocks.join('\n\n'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('KEEP');
  });

  test('input that ends earlier keeps the practice, says so, exits 2, and the rest goes on with it', async () => {
    const first = await runCoach(['start'], as('halves'), fixture('interrupted'));
    expect(first.code).toBe(2);
    expect(first.out + first.err).toMatch(/kept/i);
    const rest = fixture('story')
      .split(/\n{2,}/)
      .slice(7);
    const second = await runCoach(['start'], as('halves'), rest.join('\n\n'));
    expect(second.code).toBe(0);
    expect(second.out).toContain('KEEP');
    const { practices } = await exportOf('halves');
    expect(practices).toHaveLength(1);
    const typed = [
      ...answersIn(fixture('interrupted')).slice(0, 3),
      ...rest.slice(0, 2).map((block) => block.trim()),
    ];
    expect(asTyped(practices[0].answers, typed)).toEqual(typed);
  });

  test('a first block /practice-failure begins a new story and keeps the open one', async () => {
    await runCoach(['start'], as('twice'), fixture('interrupted'));
    expect((await runCoach(['start'], as('twice'), fixture('story-nurse'))).code).toBe(0);
    const { practices } = await exportOf('twice');
    expect(practices.map((practice: { stage: string }) => practice.stage)).toEqual(['paused', 'critiqued']);
  });

  test('a pasted answer is one message, split into its steps, and looked at', async () => {
    const ran = await runCoach(['start'], as('paste'), fixture('answer'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('STEPS');
    const { practices } = await exportOf('paste');
    const [, , , pasted] = fixture('answer').split(/\n{2,}/);
    expect(practices[0].answer).toBe(pasted?.replaceAll('\n\\\n', '\n\n'));
  });

  test('nothing comes to mind: what was jotted becomes the story, and each step still takes one message', async () => {
    const ran = await runCoach(['start'], as('no-idea'), fixture('nothing'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { practices } = await exportOf('no-idea');
    const blocks = fixture('nothing')
      .split(/\n{2,}/)
      .map((block) => block.trim());
    expect(practices[0].inALineOrTwo).toBe(blocks[6]);
    const typed = blocks.slice(7, 12);
    expect(asTyped(practices[0].answers, typed)).toEqual(typed);
    expect(ran.out).toContain('KEEP');
  });

  test('a hard story is met kindly, is not scored, and exits 0', async () => {
    const told = "I was fired after my breakdown last year and I still can't talk about it.";
    const ran = await runCoach(['start'], as('hard'), `/practice-failure\n\nstory\n\nclerk\n\n${told}`);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/Nothing here is scored\.\s+The practice is kept: npm start goes on\.\n$/);
    expect(ran.out).not.toContain('breakdown');
  });

  test('a step is rewritten after the critique, and both drafts are kept with their critiques', async () => {
    const ran = await runCoach(['start'], as('redo'), fixture('redo'));
    expect(ran.code).toBe(0);
    expect(ran.out.match(/^KEEP/gm)).toHaveLength(2);
    const { practices } = await exportOf('redo');
    expect(practices[0].drafts.map((draft: { critiques: unknown[] }) => draft.critiques.length)).toEqual([
      1, 1,
    ]);
    expect(practices[0].rewritten).toHaveLength(1);
  });

  test('emoji, accents and curly quotes come back as they were typed', async () => {
    expect((await runCoach(['start'], as('emoji'), fixture('emoji'))).code).toBe(0);
    const { practices } = await exportOf('emoji');
    const typed = answersIn(fixture('emoji'));
    expect(asTyped(practices[0].answers, typed)).toEqual(typed);
    expect(practices[0].inALineOrTwo).toBe(fixture('emoji').split(/\n{2,}/)[3]);
  });

  test('nothing at all on standard input is an end with a line that says what to do', async () => {
    const ran = await runCoach(['start'], as('nothing'), '');
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/npm start < answers\.txt/);
  });
});

describe('coach COMMAND', () => {
  test('history and show look at past practices', async () => {
    const history = await runCoach(['history'], as('whole'));
    expect(history).toMatchObject({ code: 0, err: '' });
    expect(history.out).toContain('of 5 steps clear');
    const shown = await runCoach(['show', '1'], as('whole'));
    expect(shown.out).toContain('partner evening');
    expect((await runCoach(['show', '7'], as('whole'))).out).toContain('There is no practice 7.');
  });

  test('critique judges a file without a database', async () => {
    const elsewhere = join(home.path, 'elsewhere');
    const ran = await runCoach(
      ['critique', '-', '--json', '--role', 'event manager'],
      { COACH_HOME: elsewhere },
      answersIn(fixture('story')).join('\n\n'),
    );
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ critic: 'rubric' });
    expect(existsSync(join(elsewhere, 'pg'))).toBe(false);
  });

  test('export writes Markdown and JSON files with the words as they were typed', async () => {
    const out = join(home.path, 'out');
    expect((await runCoach(['export', '--out', out], as('emoji'))).code).toBe(0);
    const files = readdirSync(out).sort();
    expect(files).toEqual(['comeback-terminal-local-emoji.json', 'comeback-terminal-local-emoji.md']);
    for (const file of files)
      expect(readFileSync(join(out, file), 'utf8')).toContain('no cake, no flour, one oven 🫠');
    rmSync(out, { recursive: true });
  });

  test('delete asks, and deletes everything with --yes', async () => {
    const refused = await runCoach(['delete'], as('whole'), 'no\n');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Nothing was deleted');
    expect((await runCoach(['delete', '--yes'], as('whole'))).code).toBe(0);
    expect((await runCoach(['export', '--json'], as('whole'))).err).toContain('Nothing is held');
    expect((await runCoach(['history', '--person', 'terminal:local:emoji'], as('whole'))).out).toContain(
      '1.',
    );
  });

  test('doctor finds this machine well', async () => {
    const ran = await runCoach(['doctor'], as('whole'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/PostgreSQL: 18/);
  });

  test('a wrong setting names the variable, what was wrong and an example', async () => {
    const ran = await runCoach(['start'], { ...as('x'), RETENTION_DAYS: 'soon' });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(
      'RETENTION_DAYS: expected a whole number from 1 to 36500, got "soon". Example: 365',
    );
  });

  // Each command's own help: test/cli/program.test.ts.
  test('a command has its help', async () => {
    const ran = await runCoach(['practice', '--help'], as('x'));
    expect(ran.out).toContain('Usage: coach practice');
    expect(ran.code).toBe(0);
  });
});
