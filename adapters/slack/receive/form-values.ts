import { z } from 'zod';

/** What a view says was filled in: `view.state.values`, by block and action. */
const ValuesSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
      selected_user: z.string().nullish(),
      selected_date: z.string().nullish(),
      selected_time: z.string().nullish(),
    }),
  ),
);

/**
 * What was filled in, by the id of its block; an empty text stays one; several options are joined by commas. Null is left out: Slack sends it for an emptied
 * input, but also for one that still shows what it was given, after a view was updated (slackapi/bolt-js#1258). Taken
 * for an empty answer it would erase words nobody took out. Throws for what is no view's values.
 */
export function readValues(values: unknown): Record<string, string> {
  const filled: [string, string][] = [];
  for (const [id, actions] of Object.entries(ValuesSchema.parse(values))) {
    const [state] = Object.values(actions);
    const value =
      state?.value ??
      state?.selected_option?.value ??
      state?.selected_options?.map((option) => option.value).join(',') ??
      state?.selected_user ??
      state?.selected_date ??
      state?.selected_time;
    if (value !== undefined && value !== null) filled.push([id, value]);
  }
  return Object.fromEntries(filled);
}

/** The answers of the form with all steps, by step id. */
export function readAnswers(values: unknown): Record<string, string> {
  return readValues(values);
}

/** Keeps a form open with a line under each of these inputs: the answer to a `view_submission`. */
export function errorsOf(
  blockIds: readonly string[],
  message: string,
): { response_action: 'errors'; errors: Record<string, string> } {
  return { response_action: 'errors', errors: Object.fromEntries(blockIds.map((id) => [id, message])) };
}
