import type { Handled } from '../../../src/coach/coach.ts';
import type { Impatience } from '../../../src/coach/impatience.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { answered, deferUpdate, followUpAlone, tellAtOnce } from './answering.ts';
import { happens } from './happens.ts';
import { openForm } from './open-forms.ts';
import { SEND, shares } from './sharing.ts';
import { waysOf } from './ways.ts';
import { toTalk } from './where-it-goes-on.ts';

type Press = InteractionOf<'component'>;

/** A button was pressed or an option chosen. Deferred at once, unless it opens a modal: that is the first response. */
export async function takePress(desk: Desk, i: Press, impatience: Impatience): Promise<void> {
  const { customId } = i;
  if (customId.userId !== i.userId) {
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
  const work = () => (customId.action === SEND ? shares(desk, i) : pressed(desk, i));
  await answered(desk, i, deferUpdate(desk, i), work, followUpAlone);
}

async function pressed(desk: Desk, i: Press): Promise<readonly DiscordMessage[]> {
  const { action, sessionId, turn } = i.customId;
  const what: Happening = {
    type: 'pressed',
    action: i.values.length === 0 ? action : `${action}:${i.values.join('-')}`,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(turn === undefined ? {} : { turn }),
  };
  const handled = await happens(desk, i, what, { begins: { ways: waysOf(i, 'dm') } });
  return followed(desk, i, handled);
}

/** What the person is told beside what the coach says in the conversation. */
async function followed(desk: Desk, i: Press, handled: Handled): Promise<readonly DiscordMessage[]> {
  if (handled.reply !== undefined) {
    desk.tidy();
    return renderCard(handled.reply, { userId: i.userId, writesInForm: false });
  }
  if (handled.outcome === 'gone') {
    const line = 'Nothing of yours is kept here any more. To begin anew, send me a message.';
    return [coachLines([line])];
  }
  return i.isEphemeral ? toTalk(desk, handled, 'It goes on in our messages:') : [];
}
