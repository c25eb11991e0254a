import { fallbackText } from '../../card/fallback.ts';
import { momentInWords } from '../../reminders/in-words.ts';
import type { Mock } from '../mock.ts';
import type { Played, Seen } from './play-mock.ts';

/** What was shown in a simulated session, in its order. `only`: what this person alone sees of it. */
export function seenBy({ seen }: Played, only?: string): readonly Seen[] {
  return only === undefined ? seen : seen.filter(({ to, where }) => where === 'channel' || to.includes(only));
}

/** When and where it was shown. */
export function headed({ at, where, group, to }: Seen, mock: Mock): string {
  const names = to.map((id) => nameOf(mock, id));
  const whom =
    where === 'channel'
      ? 'in the channel'
      : where === 'group'
        ? `in the room of group ${group}: ${names.join(', ')}`
        : `to ${names.join(', ')} alone`;
  return `${momentInWords(at, mock.zone)}, ${whom}`;
}

/** What it says, as Markdown. */
export function inMarkdown({ what }: Seen): string {
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
