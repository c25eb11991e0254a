import type { Pressed } from '../../mocks/mock-event.ts';
import { isOncePressed, type OncePressed } from '../../mocks/stats/once.ts';

/** What a button of a team's card says, by its action. */
export type TeamAction =
  | {
      readonly of: 'session';
      readonly team: string;
      readonly session: string;
      readonly what: Pressed;
      readonly at?: string;
    }
  | {
      readonly of: 'card';
      readonly team: string;
      readonly session: string;
      readonly by: 'partner' | 'own' | 'observer';
      readonly group: number;
      readonly turn: 0 | 1;
      /** Whose answer the form is about (`whoseAnswer`), once it was opened. */
      readonly about?: string;
    }
  | { readonly of: 'form'; readonly team: string; readonly session: string; readonly what: 'type' | 'apart' }
  | { readonly of: 'solo' }
  /** What they could not be shown in private messages. */
  | { readonly of: 'unread'; readonly team: string }
  | { readonly of: 'schedule' }
  /** Whom they are not to be paired with, outside any session. */
  | { readonly of: 'avoid' }
  | { readonly of: 'once'; readonly id: string; readonly what: OncePressed }
  /** They pause for so many days, or no longer. */
  | { readonly of: 'pause'; readonly until: number | 'off' }
  | {
      readonly of: 'series';
      readonly team: string;
      readonly verb: 'edit' | 'skip' | 'cancel' | 'now' | 'go-on' | 'end';
      readonly seq: number;
    };

const PRESSED: ReadonlySet<string> = new Set<Pressed>([
  ...([
    'join',
    'not-this',
    'observe',
    'here',
    'next',
    'leave',
    'leave-now',
    'name-me',
    'numbers',
    'send',
    'keep',
  ] as const),
]);

/** Whether an action is a team's: no practice knows it. */
export function isTeamAction(action: string): boolean {
  return /^(?:mock|team|once):/u.test(action);
}

/** Undefined where it is none of a team's, or of no version we know. */
export function teamAction(action: string): TeamAction | undefined {
  if (action === 'team:schedule') return { of: 'schedule' };
  if (action === 'team:avoid') return { of: 'avoid' };
  const [, once, pressed = ''] = /^once:(once[a-z0-9]+):([a-z-]+)$/u.exec(action) ?? [];
  if (once !== undefined && pressed === 'start') return { of: 'solo' };
  if (once !== undefined) return isOncePressed(pressed) ? { of: 'once', id: once, what: pressed } : undefined;
  const [, until] = /^team:pause:(off|\d{1,3})$/u.exec(action) ?? [];
  if (until !== undefined) return { of: 'pause', until: until === 'off' ? 'off' : Number(until) };
  const [, series, verb, seq] =
    /^team:([a-z0-9]+):(edit|skip|cancel|now|go-on|end):(\d+)$/u.exec(action) ?? [];
  if (series !== undefined) return { of: 'series', team: series, verb: verb as 'edit', seq: Number(seq) };
  const [, session = '', what = '', tail] =
    /^mock:([a-z0-9]+):([a-z-]+)(?::([a-z0-9-]+))?$/u.exec(action) ?? [];
  const team = /^(.+)n\d+$/u.exec(session)?.[1];
  if (team === undefined) return undefined;
  if (what === 'solo') return { of: 'solo' };
  if (what === 'unread') return { of: 'unread', team };
  if (what === 'type' || what === 'apart') return { of: 'form', team, session, what };
  const [, by] = /^card-(partner|own|observer)$/u.exec(what) ?? [];
  const [, group, turn, about] = /^(\d+)-([01])(?:-([0-9a-f]+))?$/u.exec(tail ?? '') ?? [];
  if (by !== undefined && group !== undefined)
    return {
      of: 'card',
      team,
      session,
      by: by as 'own',
      group: Number(group),
      turn: turn === '1' ? 1 : 0,
      ...(about === undefined ? {} : { about }),
    };
  if (!PRESSED.has(what)) return undefined;
  return { of: 'session', team, session, what: what as Pressed, ...(tail === undefined ? {} : { at: tail }) };
}
