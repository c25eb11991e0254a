import type { Fields } from '../slack/json.ts';

/** What Discord answers when it does not do what was asked. Codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Fields | undefined;

  constructor(status: number, code: number, message: string, errors?: Fields) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): Fields {
    const errors = this.errors === undefined ? {} : { errors: this.errors };
    return { message: this.message, code: this.code, ...errors };
  }
}

export const unknownChannel = () => new Refusal(404, 10003, 'Unknown Channel');
export const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');
export const unknownEvent = () => new Refusal(404, 10070, 'Unknown Guild Scheduled Event');
export const unknownInteraction = () => new Refusal(404, 10062, 'Unknown interaction');
export const unknownWebhook = () => new Refusal(404, 10015, 'Unknown Webhook');
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');
export const missingPermissions = () => new Refusal(403, 50013, 'Missing Permissions');
export const threadArchived = () => new Refusal(400, 50083, 'Thread is archived');
export const threadLocked = () => new Refusal(403, 160005, 'Thread is locked');
/** Of a body that Discord does not take: each reason is named. */
export const formBody = (...reasons: readonly string[]) =>
  new Refusal(400, 50035, 'Invalid Form Body', {
    _errors: reasons.map((message) => ({ code: 'FAKE_CHECK', message })),
  });
