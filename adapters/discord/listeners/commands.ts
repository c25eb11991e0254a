import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import { eraseCard } from '../../../src/conversation/cards/erase-card.ts';
import type { Desk } from '../desk.ts';
import { missingForThread } from '../permissions.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { answerAlone, answered, deferAlone } from './answering.ts';
import { commandHelp } from './command-help.ts';
import { happens, personOf } from './happens.ts';
import { whoLeft } from './left.ts';
import { remindText } from './remind-text.ts';
import { takeTeamCommand } from './team-command.ts';
import { waysOf } from './ways.ts';
import { toTalk } from './where-it-goes-on.ts';
import { whereRemindersCome } from './where-reminders-come.ts';

type Command = InteractionOf<'command'>;

/** `/practice-failure` with one of its words. Deferred first; the answer, which only the person sees, follows. */
export async function takeCommand(desk: Desk, i: Command): Promise<void> {
  if (i.sub === 'team') return takeTeamCommand(desk, i);
  await answered(desk, i, deferAlone(desk, i), () => answersTo(desk, i), answerAlone);
}

async function answersTo(desk: Desk, i: Command): Promise<readonly DiscordMessage[]> {
  switch (i.sub) {
    case 'start':
      return started(desk, i);
    case 'tips':
    case 'example':
    case 'history':
    case 'progress':
      return viewed(desk, i, i.sub);
    case 'stories':
      return viewed(desk, i, i.options.role === undefined ? 'stories' : `stories for ${i.options.role}`);
    case 'remind':
      return reminded(desk, i);
    case 'settings':
      return settings(desk, i);
    case 'export':
      return toTalk(desk, await said(desk, i, 'export'), 'I put your files into our direct messages:');
    case 'delete-my-data':
      return cardAlone(i, eraseCard('nothing'));
    default:
      return commandHelp();
  }
}

async function started(desk: Desk, i: Command): Promise<readonly DiscordMessage[]> {
  const { role, where } = i.options;
  const wantsThread = where === 'thread';
  const missing = wantsThread ? missingForThread(i.appPermissions ?? 0n) : [];
  const asked = wantsThread && missing.length === 0 ? 'thread' : 'dm';
  const begins = {
    ways: waysOf(i, asked),
    ...(where === undefined ? {} : { insists: true as const }),
    ...(role === undefined ? {} : { role }),
  };
  const start: Happening = { type: 'pressed', action: 'start' };
  const handled = await happens(desk, i, start, { at: 'large', begins });
  await whoLeft(desk, i, handled);
  const [link, ...rest] = await toTalk(desk, handled, 'Your practice is open:');
  if (link === undefined) return [];
  return [...whyNotHere(i, wantsThread, missing), ...staysWhereItIs(where, handled), link, ...rest];
}

/** A place was asked for, and a practice is open in the other. A new one says itself why it is where it is. */
function staysWhereItIs(where: string | undefined, { stage, place }: Handled): DiscordMessage[] {
  const at = place();
  if (where === undefined || at === undefined || stage === 'opening') return [];
  if ((where === 'thread') === (at.thread !== undefined)) return [];
  const line =
    'A practice is open already, and stays where it is. Choose there: another one begins where you asked.';
  return [coachLines([line])];
}

/** A thread was asked for and cannot be had: named before anything is promised. */
function whyNotHere(
  i: Command,
  wantsThread: boolean,
  missing: readonly { readonly name: string }[],
): DiscordMessage[] {
  if (!wantsThread) return [];
  if (i.guildId === undefined) return [coachLines(['There are no threads in direct messages.'])];
  if (!i.isBotHere) return [coachLines(['I am no member of this server, so I cannot open a thread here.'])];
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => `"${name}"`).join(', ');
  return [
    coachLines([`I cannot open a thread here: I lack ${names}. Whoever runs this server can grant it.`]),
  ];
}

async function viewed(desk: Desk, i: Command, words: string): Promise<readonly DiscordMessage[]> {
  const card = await desk.world.looks.card(words, personOf(i));
  return card === undefined ? commandHelp() : renderCard(card, { userId: i.userId, writesInForm: true });
}

/** Changed here and shown here; without an option, shown. */
async function settings(desk: Desk, i: Command): Promise<readonly DiscordMessage[]> {
  for (const name of ['tone', 'numbers', 'level', 'critic'] as const) {
    const set = i.options[name];
    if (set !== undefined) await said(desk, i, `settings ${name} ${set}`, name);
  }
  return viewed(desk, i, 'settings');
}

/** What is said of their reminders is said here, to them alone; what is set is said where the reminders come. */
async function reminded(desk: Desk, i: Command): Promise<readonly DiscordMessage[]> {
  const text = remindText(i.options);
  const what: Happening = { type: 'said', messageId: i.eventId, stamp: i.stamp, text, ends: 'now' };
  const how = { at: 'large', repliesAlone: true, begins: { ways: waysOf(i, 'dm') } } as const;
  const handled = await happens(desk, i, what, how);
  if (handled.reply !== undefined) return renderCard(handled.reply, { userId: i.userId, writesInForm: true });
  if (handled.sessionId === undefined) return whereRemindersCome(desk, i, handled);
  return toTalk(desk, handled, 'Your practice is open:');
}

/** Something that acts, as if it were typed. `setting`: it is answered here, and one command may change two. */
function said(desk: Desk, i: Command, text: string, setting?: string): Promise<Handled> {
  const messageId = setting === undefined ? i.eventId : `${i.eventId}-${setting}`;
  const what: Happening = { type: 'said', messageId, stamp: i.stamp, text, ends: 'now' };
  const asSeen = { ...i, eventId: messageId };
  return happens(desk, asSeen, what, { at: 'large', ...(setting === undefined ? {} : { unsaid: true }) });
}

function cardAlone(i: Command, card: ReturnType<typeof eraseCard>): readonly DiscordMessage[] {
  return renderCard({ v: 1, ...card }, { userId: i.userId, writesInForm: true });
}
