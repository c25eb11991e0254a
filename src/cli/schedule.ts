import { Command } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { PersonError } from '../errors.ts';
import type { Choice, Wish } from '../reminders/when/when-read.ts';
import type { App } from './app.ts';
import type { Zoned } from './schedule-options.ts';

const EXAMPLES = ['weekdays 8:30', 'Mon and Thu 18:00', 'first Tuesday of the month 9:00', 'tomorrow 9:00'];

interface Options {
  readonly tz: string;
  readonly from?: string;
  readonly count: string;
  readonly quiet: string;
  readonly json?: true;
}

/**
 * What a plan means, as instants: people and operators check one with it. A zone in the words goes before `--tz`; behind the
 * words ("zone Europe/Berlin") it must not differ from one that is given.
 */
export function createScheduleCommand(app: App): Command {
  return new Command('schedule')
    .description('print when a plan of reminders would fire; opens no database, stores nothing')
    .argument('<words...>', 'the plan, as remind takes it, such as "weekdays 8:30"')
    .option('--tz <zone>', 'the time zone (IANA)', app.zone)
    .option('--from <instant>', 'what it counts from, such as 2027-03-10T00:00:00Z (default: now)')
    .option('--count <number>', 'how many, 1 to 10000', '10')
    .option('--quiet <hours>', 'none, or quiet hours such as 21:00-8:00', 'none')
    .option('--json', 'print JSON')
    .action(async (words: string[], { tz, from, count, quiet, json }: Options, command: Command) => {
      // Loaded here: no other command waits for them.
      const { countNamed, instantNamed, quietNamed, zonedWords } = await import('./schedule-options.ts');
      const { fires } = await import('../reminders/fires.ts');
      const { momentInWords } = await import('../reminders/in-words.ts');
      const most = countNamed(count);
      const hours = quietNamed(quiet);
      const start = instantNamed(from ?? app.now().toISOString());
      const isGiven = command.getOptionValueSource('tz') === 'cli';
      const typed = zonedWords(words.join(' '), { tz, isGiven }, start);
      const { wish, zone } = await wishIn(typed, start);
      const instants = firstOf(most, fires(wish, zone, start, { quiet: hours }));
      if (json === true) app.out(`${JSON.stringify({ instants: instants.map(inUtc) })}\n`);
      else if (instants.length === 0) app.out('Nothing: such a plan would not fire any more.\n');
      else
        app.out(
          instants.map((at) => `${momentInWords(at.toString(), zone)} (${zone})  ${inUtc(at)}\n`).join(''),
        );
      // Beside the instants, for people: what follows from practice nobody can print.
      if (json !== true && (wish.kind === 'adaptive' || wish.kind === 'interview'))
        app.err('So it is for somebody who does not practise meanwhile: each practice moves what follows.\n');
    });
}

async function wishIn(
  { words, zone, isNamed }: Zoned,
  from: Temporal.Instant,
): Promise<{ wish: Wish; zone: string }> {
  const behind = isNamed ? ` zone ${zone}` : '';
  const { readWhen } = await import('../reminders/when/read-when.ts');
  const read = readWhen(words, { now: from.toString({ fractionalSecondDigits: 3 }), zone, takesNear: true });
  switch (read.read) {
    case 'wish':
      return { wish: read.wish, zone: read.zone ?? zone };
    case 'ask':
      throw new PersonError('ambiguous-time', withChoices(read.question, read.choices, behind));
    case 'refused':
      throw new PersonError('impossible-time', withChoices(read.message, read.choices, behind));
    case 'unread':
      throw new PersonError(
        'no-time',
        `"${words}" is no plan I can read. Type for example:\n${EXAMPLES.map(typed).join('\n')}`,
      );
  }
}

/** `behind`: the zone that was typed behind the words, and is typed again. */
function withChoices(said: string, choices: readonly Choice[], behind: string): string {
  if (choices.length === 0) return said;
  return [
    said,
    'Type one of these, with the same options:',
    ...choices.map(({ label, words }) => {
      const line = typed(`${words}${behind}`);
      return label === words ? line : `${line}  ${label}`;
    }),
  ].join('\n');
}

function typed(words: string): string {
  return `  coach schedule "${words}"`;
}

function firstOf(most: number, instants: Iterable<Temporal.Instant>): Temporal.Instant[] {
  const first: Temporal.Instant[] = [];
  for (const instant of instants) {
    first.push(instant);
    if (first.length === most) break;
  }
  return first;
}

function inUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}
