import { type Block, type Card, type Runs, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import { dateInWords } from '../../reminders/in-words.ts';
import { mockCard } from '../cards/mock-card.ts';
import { listed, plainName } from '../cards/names.ts';
import type { Series } from '../series/series.ts';
import { dayIn } from './day-in.ts';
import type { Meetings, SessionStats, TeamStats } from './team-stats.ts';

/** Older ones are in the file. */
const SESSIONS_SHOWN = 8;
const NAMES_SHOWN = 10;

/**
 * To the organiser or an admin alone. `zone`: the organiser's, IANA. `readsSteps`: false for an admin who practised with
 * them: nobody reads a sum of which they know a part.
 */
export function statsCard(stats: TeamStats, guide: Guide, zone: string, readsSteps = true): Card {
  if (stats.sessions.length === 0)
    return mockCard([text('Nothing to show yet. It comes with the first session.')]);
  return mockCard([
    ...sessionBlocks(stats.sessions, zone),
    ...meetingBlocks(stats.meetings),
    ...(readsSteps ? stepBlocks(stats.wanted, guide) : [text(PRACTISED_TOO)]),
    text('What people say and write, their cards, and who did not come are not in here, for anybody.'),
  ]);
}

const PRACTISED_TOO =
  'Which steps listeners want more of, I show only to those who have not practised in this series, and to its organiser.';

/** To somebody who is neither. */
export function statsRefusedCard({ organizer }: Pick<Series, 'organizer'>): Card {
  return mockCard([
    text(
      `How the sessions went, in numbers, I show only to ${plainName(organizer.name)}, who organises them, and to admins.`,
    ),
    text('To see how your own practices went, send me progress. That is for you alone.'),
  ]);
}

function sessionBlocks(sessions: readonly SessionStats[], zone: string): Block[] {
  const shown = sessions.slice(-SESSIONS_SHOWN);
  return [
    text(shown.length < sessions.length ? 'The newest sessions; the file has all of them:' : 'Sessions:'),
    {
      kind: 'fields',
      fields: shown.map((session) => ({
        label: `${session.no}`,
        lines: [
          [`${dateInWords(dayIn(session.startsAt, zone))}: ${ending(session)}`],
          ...(session.ended === 'held' ? nameLines(session.named) : []),
        ],
      })),
    },
  ];
}

function ending({ ended, joined, tookPart, observed, groups }: SessionStats): string {
  switch (ended) {
    case 'cancelled':
      return 'called off.';
    case 'skipped':
      return 'skipped.';
    case 'nobody':
      return 'did not take place.';
    case 'missed':
      return 'not held; I was away, and I am sorry.';
    case 'held': {
      const beside = observed === 0 ? '' : `, ${observed} observed`;
      return `${joined} joined, ${tookPart} took part in ${groups} ${groups === 1 ? 'group' : 'groups'}${beside}.`;
    }
  }
}

function nameLines(named: readonly string[]): Runs[] {
  if (named.length === 0) return [];
  const more = named.length - NAMES_SHOWN;
  const names = more > 0 ? [...named.slice(0, NAMES_SHOWN), `${more} more`] : named;
  return [[`Agreed to be named: ${listed(names)}.`]];
}

function meetingBlocks(meetings: readonly Meetings[] | undefined): Block[] {
  if (meetings === undefined)
    return [
      text('From five people on I show how often pairs have met. Below that it would tell who met whom.'),
    ];
  return [
    text('How often pairs have met:'),
    {
      kind: 'fields',
      fields: meetings.map(({ times, pairs }) => ({
        label: OFTEN[times] ?? `${times} times`,
        lines: [[`${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`]],
      })),
    },
    text('Who met whom stays with them: anybody may ask not to be paired with somebody, unseen.'),
  ];
}

const OFTEN = ['', 'once', 'twice'];

function stepBlocks(wanted: readonly string[] | undefined, guide: Guide): Block[] {
  if (wanted === undefined)
    return [
      text(
        'From five people on I show which steps listeners want more of. Your own group does not count. With fewer, one person could be read out of it.',
      ),
    ];
  const names = guide.steps.filter(({ id }) => wanted.includes(id)).map(({ name }) => name);
  return [
    ...(names.length === 0
      ? [text('There is no step at which listeners wanted more from more than half of those who practised.')]
      : [
          text('Listeners wanted more from more than half of those who practised at:'),
          { kind: 'list', items: names.map((name): Runs => [name]) } as const,
        ]),
    text(
      'It rests on five people or more, without your own group. I say it anew once five have practised again, and count nothing twice: so no two reports show one person.',
    ),
  ];
}
