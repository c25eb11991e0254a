import type { Part } from './part.ts';
import type { Session } from './session.ts';

/** A day without a turn: whoever comes back then is told where they were. */
export const AWAY_MS = 24 * 60 * 60_000;

/** How long ago the person's last turn was, in milliseconds; 0 where there was none. */
export function awayFor(session: Session, at: string): number {
  return session.touchedAt === undefined ? 0 : Math.max(0, Date.parse(at) - Date.parse(session.touchedAt));
}

/** The last thing the person wrote for their answer. */
export function lastWords(session: Session): string | undefined {
  const { stage } = session;
  const reply = stage.at === 'improving' ? stage.reply : [];
  const parts: Part[] = [...session.failure, ...Object.values(session.answers).flat(), ...reply].filter(
    (part) => part.text.trim() !== '',
  );
  const last = parts.sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0)).at(-1);
  if (last === undefined) return undefined;
  // A copy says part of what its message said: the message itself is what they wrote.
  return session.failure.find((part) => last.id.startsWith(`${part.id}.`))?.text ?? last.text;
}

/** "three days ago", "a day ago". */
export function agoInWords(milliseconds: number): string {
  const days = Math.round(milliseconds / AWAY_MS);
  if (days <= 1) return 'a day ago';
  const names = ['two', 'three', 'four', 'five', 'six'];
  if (days <= 6) return `${names[days - 2] ?? days} days ago`;
  const weeks = Math.floor(days / 7);
  return weeks === 1 ? 'a week ago' : `${weeks} weeks ago`;
}
