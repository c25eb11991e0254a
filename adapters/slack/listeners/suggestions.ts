import type { PlainTextOption } from '@slack/types';
import { codeOf } from '../../../src/errors.ts';
import type { Desk } from '../desk.ts';
import { suggestionIn } from '../receive/suggestion-event.ts';
import { ZONE_SEARCH } from '../render/when-modal.ts';
import { zoneOptions } from '../render/zone-options.ts';

type Ack = (offered: { readonly options: PlainTextOption[] }) => Promise<void>;

/** While a time zone is typed: zones of the IANA database. It is looked up here alone, well within Slack's three seconds. */
export async function takeSuggestion(desk: Desk, body: unknown, ack: Ack): Promise<void> {
  const asked = suggestionIn(body);
  await ack({ options: asked?.actionId === ZONE_SEARCH ? offered(desk, asked.typed) : [] });
}

function offered(desk: Desk, typed: string): PlainTextOption[] {
  try {
    return zoneOptions(typed, new Date(desk.now()).toISOString());
  } catch (error) {
    desk.log('slack-zones-not-found', { code: codeOf(error) });
    return [];
  }
}
