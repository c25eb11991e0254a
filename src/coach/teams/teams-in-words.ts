import type { MockCard } from '../../mocks/mock.ts';
import type { HeldInTeams } from '../../store/teams/held-in-teams.ts';
import { lines, list, verbatim, words } from '../markdown.ts';

const BY: Readonly<Record<MockCard['by'], string>> = {
  partner: 'Card of your partner',
  own: 'Your own card',
  coach: 'Card of the coach',
  observer: 'Card of who observed',
};

/** What is held about somebody because of their teams, as Markdown. */
export function teamsInWords(held: HeldInTeams | undefined): string[] {
  if (held === undefined) return [];
  return [
    '## Team sessions',
    ...lines('Teams you belong to', held.teams),
    ...lines('Not to be paired with (seen by no one else)', held.apart),
    ...lines(
      'Paused (seen by no one else)',
      held.pauses.map(
        ({ from, zone, channel }) =>
          `until ${from} (${zone}), ${channel === undefined ? 'all team sessions' : `those of ${channel}`}`,
      ),
    ),
    ...lines('Invitations to practise once that you began', held.invited),
    ...lines(
      'Invitations to practise once that you answered',
      held.onces.map(
        ({ once, answer, tells, done }) =>
          `${once}: ${answer === 'joined' ? 'you take part' : 'not this time'}, ${done === true ? 'done' : 'not yet'}, ${tells === true ? 'shown to who invited' : 'shown to nobody'}`,
      ),
    ),
    ...held.sessions.flatMap(({ session, cards, words: typed }) => [
      `### Session ${session}`,
      ...typed.flatMap(({ text, sent }) => [
        sent === true ? 'What you typed and sent' : 'What you typed and did not send',
        verbatim(text),
      ]),
      ...cards.flatMap(cardInWords),
    ]),
  ];
}

function cardInWords({ by, turn, card }: MockCard): string[] {
  const { steps, stayed, question, effects } = card;
  return [
    ...lines(
      `${BY[by]}, ${turn === 0 ? 'first' : 'second'} telling`,
      Object.entries(steps).map(([step, heard]) => `${step}: ${heard}`),
    ),
    ...words('What stayed', stayed),
    ...words('A question still open', question),
    ...list('What it did to the listener', effects),
  ];
}
