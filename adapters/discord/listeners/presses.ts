import type { Handled } from '../../../src/coach/coach.ts';
import type { Impatience } from '../../../src/coach/impatience.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { answered, deferUpdate, followUpAlone, tellAtOnce } from './answering.ts';
import { happens, personOf } from './happens.ts';
import { openForm } from './open-forms.ts';
import { actionOf, resumeIn, viewIn } from './picked.ts';
import { SEND, shares } from './sharing.ts';
import { openTeamForm } from './team-forms.ts';
import { isOfTheirTeam, opensTeamForm, takeTeamPress } from './team-presses.ts';
import { waysOf } from './ways.ts';
import { toTalk } from './where-it-goes-on.ts';
import { whereRemindersCome } from './where-reminders-come.ts';

type Press = InteractionOf<'component'>;

/** A button was pressed or an option chosen. Deferred at once, unless it opens a modal: that is the first response. */
export async function takePress(desk: Desk, i: Press, impatience: Impatience): Promise<void> {
  const { customId } = i;
  const isOfTeam = isOfTheirTeam(i);
  if (isOfTeam && opensTeamForm(customId)) return openTeamForm(desk, i);
  if (!isOfTeam && customId.userId !== i.userId) {
    await tellAtOnce(desk, i, coachLines(['This card is somebody else’s, so nothing happened.']));
    return;
  }
  // The same form twice is one form; a second press that opens none would be a dead button.
  if (customId.kind === 'open') return openForm(desk, i);
  const button = [i.userId, i.messageId, customId.action, ...i.values].join(' ');
  if (impatience.again({ key: button, eventId: i.eventId })) {
    await deferUpdate(desk, i);
    return;
  }
  if (isOfTeam) return takeTeamPress(desk, i);
  const where = { channel: i.channel.id, userId: i.userId };
  const work = async () => {
    await desk.caughtUp(i.userId);
    return desk.inOrder(where, () => (customId.action === SEND ? shares(desk, i) : pressed(desk, i)));
  };
  await answered(desk, i, deferUpdate(desk, i), work, followUpAlone);
}

async function pressed(desk: Desk, i: Press): Promise<readonly DiscordMessage[]> {
  const { sessionId, turn } = i.customId;
  const action = actionOf(i);
  const view = viewIn(action);
  // Other practices are shown to their person alone; in direct messages nobody else reads, and they stay.
  if (view !== undefined && (i.isEphemeral || !i.channel.isDm)) return shownAlone(desk, i, view);
  const isOfNoPractice = i.isEphemeral && sessionId === undefined;
  if (isOfNoPractice && action.startsWith('settings')) return settings(desk, i, action);
  const resume = resumeIn(action);
  if (resume !== undefined) {
    // A practice by its number is found as if it were typed.
    const what: Happening = { type: 'said', messageId: i.eventId, stamp: i.stamp, text: resume, ends: 'now' };
    return followed(desk, i, await happens(desk, i, what, { begins: { ways: waysOf(i, 'dm') } }));
  }
  const what: Happening = {
    type: 'pressed',
    action,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(turn === undefined ? {} : { turn }),
  };
  const alone = i.isEphemeral && action.startsWith('remind') ? ({ repliesAlone: true } as const) : {};
  const handled = await happens(desk, i, what, { begins: { ways: waysOf(i, 'dm') }, ...alone });
  return followed(desk, i, handled);
}

/** What only looks is shown where it was asked for, to the person alone. */
async function shownAlone(desk: Desk, i: Press, words: string): Promise<readonly DiscordMessage[]> {
  const card = await desk.world.looks.card(words, personOf(i));
  return card === undefined ? [] : renderCard(card, { userId: i.userId, writesInForm: true });
}

/** On a card of no practice a setting is changed without a word of it in the conversation, and shown here. */
async function settings(desk: Desk, i: Press, action: string): Promise<readonly DiscordMessage[]> {
  await happens(desk, i, { type: 'pressed', action }, { at: 'large', unsaid: true });
  return shownAlone(desk, i, 'settings');
}

/** What the person is told beside what the coach says in the conversation. */
async function followed(desk: Desk, i: Press, handled: Handled): Promise<readonly DiscordMessage[]> {
  if (handled.hasForgotten === true) desk.tidy();
  if (handled.reply !== undefined) {
    return renderCard(handled.reply, { userId: i.userId, writesInForm: i.isEphemeral });
  }
  if (handled.outcome === 'gone') {
    const line = 'Nothing of yours is kept here any more. To begin anew, send me a message.';
    return [coachLines([line])];
  }
  if (!i.isEphemeral) return [];
  return i.customId.action.startsWith('remind:yes') && handled.outcome === 'done'
    ? whereRemindersCome(desk, i, handled)
    : toTalk(desk, handled, 'It goes on in our messages:');
}
