import type { AckFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Handled } from '../../../src/coach/coach.ts';
import { shorten } from '../../../src/text/graphemes.ts';
import { readFiles } from '../api/read-file.ts';
import type { Desk } from '../desk.ts';
import { withFileTexts } from '../receive/files.ts';
import { type ShortcutIn, shortcutIn } from '../receive/shortcut-event.ts';
import { typedText } from '../receive/typed-text.ts';
import type { Piece } from '../render/coach-lines.ts';
import { noticeModal } from '../render/forms.ts';
import { withinAck } from '../transport/within-ack.ts';
import { happensAtLarge } from './at-large.ts';
import { openFilled } from './modals.ts';
import { fault, faultLine, line, type Respond, tellAlone } from './told-alone.ts';
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
  const appId = (body as { api_app_id?: string }).api_app_id;
  if (shortcut.kind === 'global') return practises(desk, shortcut, ack, appId);
  if (!shortcut.own) {
    await ack();
    return tellAlone(
      desk,
      respond,
      line('I look at your own messages only. Ask the person who wrote this one to try it.'),
    );
  }
  try {
    const within = await withinAck(() => ack(), looksAt(desk, shortcut));
    const { handled, unread } = within.when === 'in-time' ? within.value : await within.work;
    if (unread.length > 0) await tellAlone(desk, respond, line(...leftOut(unread)));
    if (handled === undefined)
      return tellAlone(desk, respond, line('There are no words in that message for me to look at.'));
    const url = (await linkToTalk(desk, handled)) ?? appLink(appId, shortcut.person);
    const link = url === undefined ? 'look there.' : ({ type: 'link', url, text: 'go there' } as const);
    await tellAlone(desk, respond, line('I look at it in our direct messages, just for you: ', link));
  } catch (error) {
    await ack().catch(() => undefined);
    await tellAlone(desk, respond, fault(desk, error));
  }
}

/** It comes from no conversation: a modal is where its answer can be seen. */
async function practises(
  desk: Desk,
  shortcut: ShortcutIn,
  ack: AckFn<void>,
  appId: string | undefined,
): Promise<void> {
  const begun = happensAtLarge(desk, shortcut, { type: 'pressed', action: 'start' });
  const shown = openFilled(desk, shortcut.triggerId, whereItIs(desk, shortcut, begun, appId));
  await withinAck(() => ack(), begun).catch(() => ack().catch(() => undefined));
  await shown;
}

/** Never rejects. */
async function whereItIs(
  desk: Desk,
  { person }: ShortcutIn,
  begun: Promise<Handled>,
  appId: string | undefined,
): Promise<ModalView> {
  try {
    const url = (await linkToTalk(desk, await begun)) ?? appLink(appId, person);
    const link = url === undefined ? undefined : { label: 'Open it', url };
    return noticeModal('Your practice', ['It is open in our direct messages, just for you.'], link);
  } catch (error) {
    return noticeModal('Not yet', [faultLine(desk, error)]);
  }
}

interface Looked {
  /** Undefined where the message holds nothing to look at. */
  readonly handled: Handled | undefined;
  /** Names of files that could not be read. */
  readonly unread: readonly string[];
}

async function looksAt(desk: Desk, shortcut: Extract<ShortcutIn, { kind: 'message' }>): Promise<Looked> {
  const typed = typedText(shortcut.text, () => undefined);
  const { texts, unread } = await readFiles(shortcut.files, { token: desk.token, apiUrl: desk.apiUrl });
  const text = withFileTexts(typed, texts);
  if (text.trim() === '') return { handled: undefined, unread };
  const what = { type: 'brought', messageId: shortcut.ts, stamp: shortcut.ts, text } as const;
  return { handled: await happensAtLarge(desk, shortcut, what), unread };
}

function leftOut(names: readonly string[]): Piece[] {
  const quoted = names.map((name) => `"${shorten(name, LONGEST_NAME)}"`).join(', ');
  return [
    `I could not read ${quoted} of that message. To use it, write or paste what it says in our messages.`,
  ];
}

/** Graphemes. */
const LONGEST_NAME = 60;
