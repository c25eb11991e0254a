import type { WebClient } from '@slack/web-api';
import { expect, test, vi } from 'vitest';
import { createClockTicker } from '../../../adapters/slack/deliver/clock-ticker.ts';

test('a clock that is nearly over at one look and over at the next still says that its time is up', async () => {
  const shown: string[] = [];
  const client = {
    chat: {
      update: async ({ text }: { text: string }) => {
        shown.push(text);
      },
    },
  } as unknown as WebClient;
  // What is left is 50 ms at one look, which is not nearly nothing yet, and 49 at the one after it.
  const looks = [900, 900, 950, 951, 960];
  const now = () => new Date(looks.length > 1 ? (looks.shift() ?? 0) : (looks[0] ?? 0));
  const ticker = createClockTicker(client, now, () => true, 1);
  ticker.start(
    'place',
    { channel: 'D1', ts: '1.1' },
    {
      runs: { startedAt: new Date(0).toISOString(), seconds: 1 },
      render: (left) => ({ text: `${left} left`, blocks: [] }),
      stopped: () => ({ text: 'stopped', blocks: [] }),
    },
  );
  await vi.waitFor(() => expect(shown.at(-1)).toBe('0 left'));
});
