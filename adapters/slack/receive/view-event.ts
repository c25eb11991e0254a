import { createHash } from 'node:crypto';
import { ViewSubmissionSchema } from './payload-schemas.ts';
import { type Who, whoActed } from './who.ts';

/** A modal was sent. */
export interface SubmissionIn extends Who {
  readonly callbackId: string;
  readonly viewId: string;
  /** `state.values`, by block and by action. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly privateMetadata: string;
  readonly triggerId?: string;
  /** Save pressed again with nothing changed is the same event; with another text it is another one. */
  readonly hashId: string;
}

/** What a `view_submission` payload tells; undefined for anything else. */
export function submissionIn(body: unknown): SubmissionIn | undefined {
  const parsed = ViewSubmissionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { view, trigger_id } = parsed.data;
  const who = whoActed(parsed.data, view.app_installed_team_id);
  if (who === undefined) return undefined;
  return {
    callbackId: view.callback_id,
    viewId: view.id,
    values: view.state.values,
    privateMetadata: view.private_metadata,
    ...who,
    ...(trigger_id === undefined ? {} : { triggerId: trigger_id }),
    hashId: `slack-view-${view.id}-${hashOf(view.state.values)}`,
  };
}

/** The same for the same values, in whatever order they come. 16 bytes: nobody's words can be read back from it. */
function hashOf(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values, sorted)).digest('hex').slice(0, 32);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
