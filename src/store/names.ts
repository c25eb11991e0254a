import { createHash } from 'node:crypto';

/** A UUID made from a name: the same row again has the same id, so that writing it twice is a no-op. */
export function idFromName(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the sealed bytes of a row are bound to: moved to another row they do not open. */
export function outboxSeal(key: string): string {
  return `outbox.body:${key}`;
}

export function attemptSeal(id: string): string {
  return `attempts.body:${id}`;
}

export function scorecardSeal(id: string): string {
  return `scorecards.body:${id}`;
}

/** What a person's sealed plan is bound to. */
export function planSeal(personId: string): string {
  return `plans.state:${personId}`;
}

/** What a session's sealed state is bound to. */
export function sessionSeal(sessionId: string): string {
  return `sessions.state:${sessionId}`;
}

/** What a team's sealed series, a session of it, and what was written about somebody's answers in one are bound to. */
export function teamSeal(teamId: string): string {
  return `teams.state:${teamId}`;
}

export function teamSessionSeal(sessionId: string): string {
  return `team_sessions.state:${sessionId}`;
}

export function teamWordsSeal(sessionId: string, personId: string): string {
  return `team_words.body:${sessionId}:${personId}`;
}

export function apartSeal(personId: string): string {
  return `aparts.body:${personId}`;
}

export function teamPauseSeal(personId: string): string {
  return `team_pauses.body:${personId}`;
}

/** What an invitation to practise once, and what somebody said to it, are bound to. */
export function onceSeal(onceId: string): string {
  return `onces.state:${onceId}`;
}

export function oncePersonSeal(onceId: string, personId: string): string {
  return `once_people.body:${onceId}:${personId}`;
}
