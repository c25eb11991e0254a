import type { AckFn } from '@slack/bolt';
import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import type { Desk } from '../desk.ts';
import { readFiles } from '../read-file.ts';
import { withFileTexts } from '../receive/files.ts';
import { type ShortcutIn, shortcutIn } from '../receive/shortcut-event.ts';
import { withinAck } from '../transport/within-ack.ts';
import { typedText } from '../typed-text.ts';
import { happensAtLarge } from './at-large.ts';
import { showNotice } from './modals.ts';
import { type Ephemeral, fault, line, type Respond, tellAlone } from './told-alone.ts';
import { appLink, linkToTalk } from './where-it-goes-on.ts';

/** "Practise an answer" from the search bar, and "Critique this answer" on a message. */
export async function takeShortcut(
  desk: Desk,
  body: unknown,
  ack: AckFn<void>,
  respond: Respond,
): Promise<void> {
  const shortcut = shortcutIn(body);
  if (shortcut === undefined) return ack();
  const tell = (message: Ephemeral, lines: readonly string[]) =>
    shortcut.responseUrl === undefined
      ? showNotice(desk, shortcut.triggerId, 'Comeback', lines)
      : tellAlone(desk, respond, message);
  if (shortcut.kind === 'message' && !shortcut.own) {
    await ack();
    const words = 'I look at your own messages only. Ask the person who wrote this one to try it.';
    return tell(line(words), [words]);
  }
  try {
    const within = await withinAck(() => ack(), begins(desk, shortcut));
    const handled = within.when === 'in-time' ? within.value : await within.work;
    if (handled === undefined) {
      const words = 'There are no words in that message for me to look at.';
      return tell(line(words), [words]);
    }
    const appId = (body as { api_app_id?: string }).api_app_id;
    const url = (await linkToTalk(desk, handled)) ?? appLink(appId, shortcut.person);
    if (shortcut.responseUrl === undefined)
      return showNotice(
        desk,
        shortcut.triggerId,
        'Your practice',
        ['It is open in our direct messages, just for you.'],
        url === undefined ? undefined : { label: 'Open it', url },
      );
    const link = url === undefined ? 'look there.' : ({ type: 'link', url, text: 'go there' } as const);
    await tellAlone(desk, respond, line('I look at it in our direct messages, just for you: ', link));
  } catch (error) {
    await ack().catch(() => undefined);
    await tell(fault(desk, error), ['That did not get through. Please try again in a minute.']);
  }
}

/** Undefined where the message holds nothing to look at. */
async function begins(desk: Desk, shortcut: ShortcutIn): Promise<Handled | undefined> {
  const what = await broughtBy(desk, shortcut);
  return what === undefined ? undefined : happensAtLarge(desk, shortcut, what);
}

async function broughtBy(desk: Desk, shortcut: ShortcutIn): Promise<Happening | undefined> {
  if (shortcut.kind === 'global') return { type: 'pressed', action: 'start' };
  const typed = typedText(shortcut.text, () => undefined);
  const { texts } = await readFiles(shortcut.files, { token: desk.token, apiUrl: desk.apiUrl }).catch(() => ({
    texts: [],
  }));
  const text = withFileTexts(typed, texts);
  if (text.trim() === '') return undefined;
  return { type: 'brought', messageId: shortcut.ts, stamp: shortcut.ts, text };
}
