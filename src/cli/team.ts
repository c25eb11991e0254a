import { Command, Option } from 'commander';
import { PersonError } from '../errors.ts';
import type { App } from './app.ts';

/** Thursday 4 March 2027, 15:00 in Berlin: three weeks before its clocks change. */
const STARTS_AT = '2027-03-04T14:00:00.000Z';
const ZONE = 'Europe/Berlin';

interface Options {
  readonly mode: 'live' | 'async';
  readonly to?: string;
  readonly markdown?: true;
}

/** What a team may expect of a session, without a team. */
export function createTeamCommand(app: App): Command {
  const simulate = new Command('simulate')
    .description('play a whole practice session with scripted people; opens no database, sends nothing')
    .addOption(
      new Option('--mode <mode>', 'live: half an hour together; async: in writing over three days')
        .choices(['live', 'async'])
        .default('live'),
    )
    .option('--to <name>', 'only what this person sees, such as Ada')
    .option('--markdown', 'print Markdown')
    .action(async ({ mode, to, markdown }: Options) => {
      const { simulatedTeam } = await import('../mocks/simulate/simulated-team.ts');
      const { headed, inMarkdown, seenBy } = await import('../mocks/simulate/transcript.ts');
      const { catalog } = await import('../guide/catalog.ts');
      const { coachCards } = await import('./coach-cards.ts');
      const played = simulatedTeam({
        mode: mode === 'live' ? { kind: 'live' } : { kind: 'async', days: 3 },
        startsAt: STARTS_AT,
        zone: ZONE,
        grounds: { guide: catalog.default },
        react: await coachCards(app, catalog.default),
      });
      const id = to?.toLowerCase();
      const people = [...played.mock.members, played.mock.organizer];
      if (id !== undefined && !people.some((one) => one.id === id))
        throw new PersonError(
          'no-such-person',
          `--to: nobody in this session is called "${to}". Take one of ${people.map(({ name }) => name).join(', ')}.`,
        );
      for (const one of seenBy(played, id)) {
        const head = headed(one, played.mock);
        if (markdown === true) app.out(`### ${head}\n\n${inMarkdown(one)}\n\n`);
        else
          app.out(
            `── ${head}\n${one.what.kind === 'card' ? app.draw(one.what.card) : `${inMarkdown(one)}\n`}\n`,
          );
      }
    });
  return new Command('team').description('practice sessions of a team').addCommand(simulate);
}
