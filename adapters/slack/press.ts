/** What a button or an option of a card carries: what it does, whose card it is, and of which turn. */
export interface Press {
  readonly action: string;
  /** The card's owner: a press by anybody else does nothing. A card in a team's place has the team, and is everybody's there. */
  readonly userId: string;
  readonly sessionId?: string;
  readonly turn?: number;
}

/** An option's value holds 150 characters, a button's 2,000: https://docs.slack.dev/reference/block-kit/ */
const LONGEST = 150;

/** The one written form of a press: `action|user|session|turn`, the last two empty where the card is of no practice. */
export function encodePress({ action, userId, sessionId = '', turn }: Press): string {
  const value = [action, userId, sessionId, turn ?? ''].join('|');
  if (value.length > LONGEST) throw new Error(`a press of ${value.length} characters`);
  return value;
}

/** Reads what `encodePress` wrote; undefined for anything else. */
export function decodePress(value: string): Press | undefined {
  const match = /^([a-z0-9:_-]+)\|([A-Z0-9]+|team:[a-z0-9]+)\|([0-9a-f-]*)\|(\d*)$/.exec(value);
  const [, action, userId, sessionId, turn] = match ?? [];
  if (action === undefined || userId === undefined) return undefined;
  return {
    action,
    userId,
    ...(sessionId === undefined || sessionId === '' ? {} : { sessionId }),
    ...(turn === undefined || turn === '' ? {} : { turn: Number(turn) }),
  };
}
