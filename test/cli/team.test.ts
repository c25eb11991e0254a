import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/guide/catalog.ts';
import { TEAM_PAGES, teamPage } from '../support/record-team.ts';
import { runLine } from './stub-app.ts';

/** No card of the coach's: what people see of each other does not depend on it. */
const undecided = async () => ({ judgement: undefined, isHard: false, guide: catalog.default });

describe('coach team simulate', () => {
  test.each(['live', 'async'] as const)('docs/ show a %s session as it is played now', async (mode) => {
    expect(readFileSync(TEAM_PAGES[mode], 'utf8')).toBe(await teamPage(mode));
  });

  test('shows with --to what one person sees, and nothing that was for others alone', async () => {
    const { out, code } = await runLine(['team', 'simulate', '--to', 'Ben'], { critique: undecided });
    expect(code).toBe(0);
    expect(out).toContain('to Ben alone');
    expect(out).not.toMatch(/to (?:Ada|Chloe|Dev|Eve|Farid|Gita|Olga) alone/u);
  });

  test('says who is in the session where --to names nobody', async () => {
    const { err, code } = await runLine(['team', 'simulate', '--to', 'Zoe'], { critique: undecided });
    expect([code, err]).toEqual([
      1,
      '--to: nobody in this session is called "Zoe". Take one of Ada, Ben, Chloe, Dev, Eve, Farid, Gita, Olga.\n',
    ]);
  });

  test('opens nothing: it asks the product for the coach’s cards alone', async () => {
    const { asked } = await runLine(['team', 'simulate'], { critique: undecided });
    expect(asked).toEqual([]);
  });
});

test('whoever has read enough of it ends it, without an error: coach team simulate | head -1', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'team', 'simulate'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
});
