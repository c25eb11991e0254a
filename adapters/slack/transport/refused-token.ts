import { webApi } from '@slack/bolt';
import { ConfigError, codeOf } from '../../../src/errors.ts';

const EXAMPLE = 'xapp-1-A0123-456-abc';

/** Answers of `apps.connections.open` that no waiting changes: https://docs.slack.dev/reference/methods/apps.connections.open */
const PROBLEMS: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know this token.',
  not_authed: 'Slack got no token.',
  not_allowed_token_type:
    'this is another kind of token; Socket Mode needs the app-level one, from Basic Information.',
  missing_scope: 'the token lacks the scope connections:write.',
  token_revoked: 'the token was revoked.',
  token_expired: 'the token has expired.',
  account_inactive: 'the workspace or the account of this token is gone.',
};

/** The configuration error behind a refusal; undefined where Slack is only away for a while. */
export function refusedToken(error: unknown): ConfigError | undefined {
  const code = slackCode(error);
  const problem = code === undefined ? undefined : PROBLEMS[code];
  return problem === undefined
    ? undefined
    : new ConfigError('SLACK_APP_TOKEN', `${problem} (${code})`, EXAMPLE);
}

/** Milliseconds until Slack wants to be asked again, where it said so. */
export function retryAfterMs(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1_000 : undefined;
}

/** Slack's own word for why it said no; the error's code where it did not answer at all. */
export function whyNoSocket(error: unknown): string {
  return slackCode(error) ?? codeOf(error);
}

function slackCode(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
