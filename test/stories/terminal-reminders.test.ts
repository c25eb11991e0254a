import { afterAll, expect, test, vi } from 'vitest';
import { startCoach } from '../support/human.ts';
import { ownHome } from '../support/own-home.ts';
import type { Pty } from '../support/pty.ts';

const CTRL_C = '\u0003';

// The product is started with a database of its own.
vi.setConfig({ testTimeout: 90_000 });

const home = ownHome();
afterAll(() => home.remove());

/** Types, and waits for what should come after it. */
async function types(pty: Pty, keys: string, seen: RegExp): Promise<void> {
  const from = pty.text().length;
  pty.type(keys);
  await pty.until(seen, from);
}

test('a zone is completed by Tab, and whoever leaves is told when the next reminder is', async () => {
  const pty = startCoach(home.path, { COACH_USER: 'ada' });
  await pty.until(/Earlier practices/);
  await types(
    pty,
    'remind weekdays 8:30 zone Eur\t',
    /Europe\/Berlin[\s\S]*and \d+ more[\s\S]*zone Europe\//,
  );
  await types(pty, 'lju\t', /weekdays 8:30 zone Europe\/Ljubljana/);
  await types(pty, '\r', /every weekday at 8:30 \(Europe\/Ljubljana\)[\s\S]*Is that right\?/);
  await types(pty, 'yes\r', /Set\. I remind you here/);
  const from = pty.text().length;
  pty.type(CTRL_C);
  expect(await pty.ended).toBe(0);
  expect(pty.text().slice(from)).toMatch(
    /Kept\. [\s\S]*\nYour next reminder is \w+day \d+ \w+ \d{4}, 8:30: I show it when\s[\s\S]*later\.\n/,
  );
});
