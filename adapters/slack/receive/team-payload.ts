import { z } from 'zod';
import { readValues } from './form-values.ts';

const name = z.string().min(1).optional().catch(undefined);

const CalledSchema = z.object({
  user: z.object({ name, username: name }).optional().catch(undefined),
  user_name: name,
});

/** What a payload calls whoever acted: the handle, for where their profile cannot be read. */
export function calledIn(body: unknown): string | undefined {
  const called = CalledSchema.safeParse(body).data;
  return called?.user?.name ?? called?.user?.username ?? called?.user_name;
}

const StateSchema = z.object({
  type: z.string().optional().catch(undefined),
  value: z.string().nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_users: z.array(z.string()).nullish(),
});

/**
 * What was filled in of a team's form, by the ids of its inputs. Several choices are joined by hyphens and several people by
 * commas, as the forms read them. A line that was emptied is empty: this form is never updated, so Slack's null means that.
 */
export function teamValues(
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, string> {
  const read = readValues(values);
  for (const [id, actions] of Object.entries(values)) {
    const state = StateSchema.safeParse(Object.values(actions)[0]).data;
    if (state?.selected_options) read[id] = state.selected_options.map(({ value }) => value).join('-');
    else if (state?.selected_users) read[id] = state.selected_users.join(',');
    else if (state?.type === 'plain_text_input') read[id] = state.value ?? '';
  }
  return read;
}

/** Every problem under an input that the form has: one of a field that it has not stands under the first. */
export function problemsAt(
  problems: Readonly<Record<string, string>>,
  blockIds: readonly string[],
): Record<string, string> {
  const [first] = blockIds;
  const errors: Record<string, string> = {};
  for (const [field, problem] of Object.entries(problems)) {
    const at = blockIds.includes(field) ? field : first;
    if (at === undefined) continue;
    errors[at] = errors[at] === undefined ? problem : `${errors[at]} ${problem}`;
  }
  return errors;
}
