const SLASHED = /^\/?practice(?:-failure)? team(?:\s|$)/iu;
const BARE =
  /^team(?: (?:help|list|schedule|edit|skip|now|cancel|stats|once|pause|avoid|go on|end)\b.*)?[.!?]?$/iu;

const ELSEWHERE =
  'Team sessions are in Slack and Discord, where your colleagues are. To see how one goes, leave with exit and type: npm run coach -- team simulate';

/**
 * What is said to words about a team's sessions, which nobody alone in a terminal can hold; undefined for all other words.
 * `isAnswering`: an answer may begin "Team", so that only what has the command before it is none.
 */
export function teamElsewhere(
  text: string,
  { isAnswering }: { readonly isAnswering: boolean },
): string | undefined {
  const words = text.trim().replace(/\s+/gu, ' ');
  return SLASHED.test(words) || (!isAnswering && BARE.test(words)) ? ELSEWHERE : undefined;
}
