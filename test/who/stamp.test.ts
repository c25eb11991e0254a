import { expect, test } from 'vitest';
import { stampedAt } from '../../src/who/stamp.ts';

test('a Slack ts and a Discord snowflake tell when they were made; an instant in words and a short number do not', () => {
  expect(stampedAt('1764072000.001200')).toBeCloseTo(1_764_072_000_001.2, 1);
  // The example of Discord's own reference.
  expect(stampedAt('175928847299117063')).toBe(Date.parse('2016-04-30T11:18:25.796Z'));
  for (const other of ['2026-03-01T10:00:00.000Z', '0001', 'form-1', '1764072000', ''])
    expect(stampedAt(other)).toBeUndefined();
});
