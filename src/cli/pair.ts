import { Command } from 'commander';
import type { SimulatedSession, Simulation } from '../mocks/pairing/simulate-pairing.ts';
import type { App } from './app.ts';

interface Options {
  readonly people: string;
  readonly sessions: string;
  readonly absent: string;
  readonly seed: string;
  readonly avoid?: string;
  readonly json?: true;
}

/** How a series of mock sessions would be paired: a team lead sees how long it takes until all have met. */
export function createPairCommand(app: App): Command {
  return new Command('pair')
    .description('play how a team would be paired over some sessions; opens no database, stores nothing')
    .requiredOption(
      '--people <number>',
      'how many belong to the series, 1 to 2000; they are called p1, p2, …',
    )
    .requiredOption('--sessions <number>', 'how many sessions, 1 to 1000')
    .option('--absent <part>', 'how likely each is to be away each time, 0 to 1', '0')
    .option('--seed <number>', 'draws who is away: the same number, the same absences', '1')
    .option('--avoid <pairs>', 'who is never in one group, such as 1-2,3-4')
    .option('--json', 'print JSON')
    .action(async ({ people, sessions, absent, seed, avoid, json }: Options) => {
      // Loaded here: no other command waits for them.
      const named = await import('./pair-options.ts');
      const { simulatePairing } = await import('../mocks/pairing/simulate-pairing.ts');
      const many = named.peopleNamed(people);
      const simulation = simulatePairing({
        people: many,
        sessions: named.sessionsNamed(sessions),
        absent: named.absentNamed(absent),
        seed: named.seedNamed(seed),
        apart: avoid === undefined ? [] : named.avoidNamed(avoid, many),
      });
      app.out(json === true ? inJson(simulation) : inWords(simulation));
    });
}

function inJson({ sessions, repeats, coverage }: Simulation): string {
  return `${JSON.stringify({ sessions: sessions.map(({ groups }) => groups), repeats, coverage })}\n`;
}

function inWords(simulation: Simulation): string {
  const width = String(simulation.sessions.length).length;
  const lines = simulation.sessions.map(
    (session, index) => `Session ${String(index + 1).padStart(width)}  ${sessionInWords(session)}\n`,
  );
  return `${lines.join('')}\n${repeatsInWords(simulation)} ${coverageInWords(simulation)}\n`;
}

function sessionInWords({ groups, away }: SimulatedSession): string {
  const there = groups.map((group) => (group.length === 1 ? `${group[0]} alone` : group.join(' + ')));
  const gone = away.length === 0 ? [] : [`away: ${away.join(', ')}`];
  return [there.length === 0 ? 'nobody was there' : there.join(',  '), ...gone].join('   ');
}

function repeatsInWords({ repeats }: Simulation): string {
  if (repeats === 0) return 'Nobody met the same partner twice.';
  return repeats === 1
    ? 'Once, two met who had met before.'
    : `${repeats} times, two met who had met before.`;
}

function coverageInWords({ met, possible, coverage, allMetAfter }: Simulation): string {
  if (possible === 0) return 'There are no two who may meet.';
  if (allMetAfter !== undefined)
    return `All who may meet had met after ${allMetAfter} ${allMetAfter === 1 ? 'session' : 'sessions'}.`;
  // Rounded down: 100 % is said only where it is all.
  return `${met} of ${possible} pairs have met (${Math.floor(coverage * 100)} %); not all yet.`;
}
