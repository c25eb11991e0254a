import { fallbackText } from '../../card/fallback.ts';
import { momentInWords } from '../../reminders/in-words.ts';
import type { Mock } from '../mock.ts';
import type { Played, Seen } from './play-mock.ts';

/** What was seen in a simulated session, in its order, as Markdown. `only`: by this person alone. */
export function transcript({ mock, seen }: Played, only?: string): string {
  const shown =
    only === undefined ? seen : seen.filter(({ to, where }) => where === 'channel' || to.includes(only));
  return shown.map((one) => `### ${headed(one, mock)}\n\n${wordsOf(one)}\n`).join('\n');
}

function headed({ at, where, group, to }: Seen, mock: Mock): string {
  const names = to.map((id) => nameOf(mock, id));
  const whom =
    where === 'channel'
      ? 'in the channel'
      : where === 'group'
        ? `in the room of group ${group}: ${names.join(', ')}`
        : `to ${names.join(', ')} alone`;
  return `${momentInWords(at, mock.zone)}, ${whom}`;
}

function wordsOf({ what }: Seen): string {
  if (what.kind === 'calendar')
    return what.status === 'confirmed'
      ? `A calendar file (number ${what.sequence}).`
      : `A calendar file that takes the entry out (number ${what.sequence}).`;
  const buttons = what.card.buttons.map(({ label }) => `[${label}]`).join(' ');
  const words = [
    ...(what.isChange ? ['(In the place of the announcement.)'] : []),
    fallbackText(what.card),
    ...(buttons === '' ? [] : [buttons]),
  ];
  return words
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function nameOf(mock: Mock, id: string): string {
  if (id === mock.organizer.id) return mock.organizer.name;
  return mock.members.find((one) => one.id === id)?.name ?? id;
}
