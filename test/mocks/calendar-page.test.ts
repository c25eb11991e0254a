import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALENDAR_PAGE, calendarPage } from '../support/record-calendar.ts';

test('docs/calendar-files.md shows the files as they are made now', () => {
  expect(readFileSync(CALENDAR_PAGE, 'utf8')).toBe(calendarPage());
});
