import { z } from 'zod';

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
const SuggestionSchema = z.object({
  type: z.literal('block_suggestion'),
  action_id: z.string(),
  value: z.string(),
});

/** Somebody types in a menu whose options the app knows. */
export interface SuggestionIn {
  readonly actionId: string;
  /** What was typed so far. */
  readonly typed: string;
}

/** What a `block_suggestion` payload tells; undefined for anything else. */
export function suggestionIn(body: unknown): SuggestionIn | undefined {
  const { data } = SuggestionSchema.safeParse(body);
  return data === undefined ? undefined : { actionId: data.action_id, typed: data.value };
}
