/**
 * Codes of Discord that are looked for by themselves, as `answerOf` gives them: what all the others mean for a delivery
 * stands there. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
export const CODES = {
  unknownChannel: '10003',
  unknownGuild: '10004',
  unknownMember: '10007',
  unknownMessage: '10008',
  unknownUser: '10013',
  /** "Unknown Guild Scheduled Event". */
  unknownEvent: '10070',
  /** "Interaction has already been acknowledged". */
  acknowledged: '40060',
  /** "This interaction has hit the maximum number of follow-up messages". */
  noMoreFollowUps: '40094',
  /** The channel may not be seen; also where only its history is closed. */
  missingAccess: '50001',
  threadArchived: '50083',
  threadLocked: '160005',
  tooManyThreads: '160006',
} as const;

/** The channel, or the whole server, is no more. */
export const NO_CHANNEL: ReadonlySet<string> = new Set([CODES.unknownChannel, CODES.unknownGuild]);
