/** Writes docs/calendar-files.md: `node --import tsx test/support/record-calendar.ts`. A test holds the page to it. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ReadEntry, readCalendar } from './calendar-program.ts';
import { fileFor, movedTwiceAndCancelled } from './calendar-story.ts';

export const CALENDAR_PAGE = fileURLToPath(new URL('../../docs/calendar-files.md', import.meta.url));

const HEADINGS = ['', 'made', 'moved', 'moved again', 'cancelled'];
const ROWS: readonly (readonly [string, (read: ReadEntry) => string | number])[] = [
  ['METHOD', ({ method }) => method],
  ['UID', ({ uid }) => uid],
  ['SEQUENCE', ({ sequence }) => sequence],
  ['DTSTAMP', ({ stamp }) => stamp],
  ['STATUS', ({ status }) => status],
  ['DTSTART', ({ starts }) => starts],
  ['DTEND', ({ ends }) => ends],
  ['ORGANIZER', ({ organizer }) => `${organizer.name}, ${organizer.address}`],
  ['ATTENDEE', ({ attendee }) => `${attendee.name}, ${attendee.address}`],
  ['SUMMARY', ({ summary }) => summary],
];

/** The page, from the files as they are made today. */
export function calendarPage(): string {
  const files = movedTwiceAndCancelled().map((entry) => fileFor(entry, 0));
  const read = files.map(({ text }) => readCalendar(text));
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return `# Calendar files

A practice session comes with a calendar file for each of those who take part. Opened, it puts the session into the calendar; the
file that comes when the session is moved moves it there, and the one that comes when it is cancelled takes it out. Below are
the four files that one person got of a session that was moved twice and then cancelled. Between any two of them the coach
was started anew, and before the third its clock had been set back by a minute; DTSTAMP rises all the same.

Read by ical.js, which is not what wrote them:

${line(HEADINGS)}
${line(HEADINGS.map(() => '---'))}
${line(['file', ...files.map(({ name }) => `\`${name}\``)])}
${ROWS.map(([name, of]) => line([name, ...read.map(of)])).join('\n')}

The times are instants in UTC, and a calendar shows them in its own zone. Each session of a series is an entry of its own,
with its own UID, so that none is an hour off after a change of clocks. The addresses lead nowhere: an answer sent from the
calendar reaches nobody, and the entry says so. [Decision 19](decisions/0019-calendar-files.md) tells why, and what has not
been tried in real calendar programs.

The second file as it is, each line ended by CR and LF and none longer than 75 octets:

\`\`\`
${files[1]?.text.replaceAll('\r\n', '\n').trimEnd()}
\`\`\`

This page is made by \`node --import tsx test/support/record-calendar.ts\`.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(CALENDAR_PAGE, calendarPage());
  console.log('docs/calendar-files.md');
}
