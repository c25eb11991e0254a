import type { App, ViewSubmitAction } from '@slack/bolt';
import { createImpatience } from '../../../src/coach/impatience.ts';
import { codeOf } from '../../../src/errors.ts';
import { isSlackUrl } from '../api/slack-hosts.ts';
import type { Desk } from '../desk.ts';
import { lifecycleIn } from '../receive/home-event.ts';
import { takeHomeOpened } from './home.ts';
import { takeMessageEvent } from './messages.ts';
import { takePress } from './presses.ts';
import { takeShortcut } from './shortcuts.ts';
import { takeSlash } from './slash.ts';
import { takeSubmission } from './submissions.ts';
import { takeSuggestion } from './suggestions.ts';
import type { Respond } from './told-alone.ts';

/** Everything this app hears of Slack. `onRetry`: something did not arrive the first time. Listeners of events resolve at the commit: then the event is acknowledged. */
export function listen(app: App, desk: Desk, onRetry: () => void): void {
  // Until a start with a token that works: then it is another installation.
  app.use(async ({ body, next }) => {
    if (!desk.isOver() || lifecycleIn(body) !== undefined) await next();
  });
  const impatience = createImpatience({ now: desk.now });
  app.event('message', ({ body, context }) => {
    const { retryNum = 0 } = context;
    if (retryNum > 0) onRetry();
    return takeMessageEvent(desk, body, retryNum);
  });
  app.event('app_home_opened', ({ body }) => takeHomeOpened(desk, body));
  for (const gone of ['app_uninstalled', 'tokens_revoked'] as const)
    app.event(gone, ({ body }) => uninstalled(desk, body));
  app.command(/.*/, ({ body, ack, respond }) => takeSlash(desk, body, ack, respondTo(desk, body, respond)));
  app.action(/.*/, ({ body, ack, respond }) =>
    takePress(desk, body, () => ack(), respondTo(desk, body, respond), impatience),
  );
  app.view<ViewSubmitAction>(/.*/, ({ body, ack }) => takeSubmission(desk, body, ack));
  app.options(/.*/, ({ body, ack }) => takeSuggestion(desk, body, ack));
  app.shortcut(/.*/, ({ body, ack, respond }) =>
    takeShortcut(desk, body, ack, respondTo(desk, body, respond)),
  );
}

/** An address in a payload is asked only where it is Slack's own: anything else is a door into the operator's network. */
function respondTo(desk: Desk, body: unknown, respond: Respond): Respond {
  const url = (body as { response_url?: unknown }).response_url;
  if (typeof url === 'string' && isSlackUrl(url, desk.apiUrl)) return respond;
  return async () => desk.log('slack-response-url-refused');
}

/** In either order, and twice: the second finds nothing. */
async function uninstalled(desk: Desk, body: unknown): Promise<void> {
  const gone = lifecycleIn(body);
  if (gone === undefined) return;
  desk.log('slack-uninstalled', { installation: gone.installation });
  desk.over(gone.installation);
  try {
    await desk.world.uninstall(gone.installation);
  } catch (error) {
    desk.log('slack-uninstall-failed', { code: codeOf(error) });
    throw error;
  }
}
