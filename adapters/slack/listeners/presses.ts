import type { Handled } from '../../../src/coach/coach.ts';
import type { Impatience } from '../../../src/coach/impatience.ts';
import type { Incoming } from '../../../src/coach/incoming.ts';
import { isTeamAction } from '../../../src/coach/teams/team-action.ts';
import type { Desk } from '../desk.ts';
import { buttonOf, isOthers, type PressIn, pressIn } from '../receive/press-event.ts';
import { renderCard } from '../render/render.ts';
import { slackPlace } from '../slack-place.ts';
import { withinAck } from '../transport/within-ack.ts';
import { publishHome } from './home.ts';
import { showNotice } from './modals.ts';
import { notReached } from './not-reached.ts';
import { openAnswersForm, openRatingsForm, openShareForm } from './open-forms.ts';
import { takeTeamPress } from './team-presses.ts';
import { ephemeral, fault, line, type Respond, tellAlone } from './told-alone.ts';
import { openWhenForm } from './when-form.ts';
import { appLink, linkToTalk } from './where-it-goes-on.ts';
import { withZone, zoneToLook } from './zone-of.ts';

type Ack = () => Promise<void>;

/** A button was pressed or an option chosen. Commit, then acknowledge; a form is opened at once instead. */
export async function takePress(
  desk: Desk,
  body: unknown,
  ack: Ack,
  respond: Respond,
  impatience: Impatience,
): Promise<void> {
  const press = pressIn(body);
  if (press === undefined || impatience.again({ key: buttonOf(press), eventId: press.eventId })) return ack();
  if (isTeamAction(press.press.action)) return takeTeamPress(desk, press, body, ack, respond);
  if (isOthers(press)) {
    await ack();
    return tellAlone(desk, respond, line('This card is somebody else’s, so nothing happened.'));
  }
  switch (press.actionId) {
    case 'form':
      await ack();
      return openAnswersForm(desk, press, respond);
    case 'fill':
      await ack();
      return openRatingsForm(desk, press, respond);
    case 'share':
      await ack();
      return openShareForm(desk, press, respond);
    case 'when':
      await ack();
      return openWhenForm(desk, press, respond);
    default:
      return pressed(desk, press, ack, respond, (body as { api_app_id?: string }).api_app_id);
  }
}

async function pressed(
  desk: Desk,
  press: PressIn,
  ack: Ack,
  respond: Respond,
  appId: string | undefined,
): Promise<void> {
  try {
    const view = press.isAlone ? viewIn(press.press.action) : undefined;
    if (view !== undefined) return await shownAlone(desk, press, view, ack, respond);
    const within = await withinAck(ack, happened(desk, press));
    await followed(desk, press, within.when === 'in-time' ? within.value : await within.work, respond, appId);
  } catch (error) {
    await ack().catch(() => undefined);
    await tellAlone(desk, respond, fault(desk, error));
  }
}

/** What is typed to look at practices; undefined for an action that does anything else. */
function viewIn(action: string): string | undefined {
  return /^(?:history|progress|(?:show|history):\d+)$/u.test(action) ? action.replace(':', ' ') : undefined;
}

/** What only looks is shown where it was asked for: to the person alone. */
async function shownAlone(
  desk: Desk,
  { person }: PressIn,
  words: string,
  ack: Ack,
  respond: Respond,
): Promise<void> {
  await ack();
  const card = await desk.world.looks.card(words, person, await zoneToLook(desk, words, person));
  if (card === undefined) return;
  for (const message of renderCard(card, person)) await tellAlone(desk, respond, ephemeral(message));
}

function isOfPlan({ press }: PressIn): boolean {
  return press.action.startsWith('remind');
}

async function happened(desk: Desk, press: PressIn): Promise<Handled> {
  const { person, installation, channel, thread, isHome } = press;
  const { action, sessionId, turn } = press.press;
  const isDirect = channel?.startsWith('D') === true;
  const incoming: Incoming = {
    id: press.eventId,
    person,
    installation,
    place: isDirect ? slackPlace(channel, thread) : slackPlace(person.userId),
    ...(isDirect && thread !== undefined ? {} : { atLarge: true }),
    ...(isDirect ? { pointer: true } : {}),
    ...(isHome && action.startsWith('settings:') ? { unsaid: true } : {}),
    ...(isOfPlan(press) && !isDirect && !isHome ? { repliesAlone: true } : {}),
    what: {
      type: 'pressed',
      action,
      ...(sessionId === undefined ? {} : { sessionId }),
      ...(turn === undefined ? {} : { turn }),
    },
  };
  return desk.world.coach.handle(await withZone(desk, incoming));
}

/** What the person is told beside what the coach says in the thread. */
async function followed(
  desk: Desk,
  press: PressIn,
  handled: Handled,
  respond: Respond,
  appId: string | undefined,
): Promise<void> {
  const { person, isHome, channel } = press;
  if (handled.hasForgotten === true) desk.tidy();
  if (handled.reply !== undefined) {
    for (const message of renderCard(handled.reply, person)) {
      if (isHome && handled.hasForgotten === true)
        await showNotice(desk, press.triggerId, 'Deleted', ['All I held about you is deleted.']);
      else await tellAlone(desk, respond, ephemeral(message));
    }
  } else if (handled.outcome === 'gone') {
    const nothing =
      'Nothing of yours is kept here any more. To begin anew, press Begin, or send me a message.';
    if (!isHome) await tellAlone(desk, respond, line(nothing));
  } else if (isHome && !press.press.action.startsWith('settings:')) {
    const url = (await linkToTalk(desk, handled)) ?? appLink(appId, person);
    const link = url === undefined ? undefined : { label: 'Open our messages', url };
    await showNotice(desk, press.triggerId, 'In our messages', ['It is waiting for you there.'], link);
  } else if (channel?.startsWith('D') !== true && !isHome) {
    const unreached = isOfPlan(press) ? await notReached(desk, person, handled) : undefined;
    const url = (await linkToTalk(desk, handled)) ?? appLink(appId, person);
    if (unreached !== undefined) await tellAlone(desk, respond, unreached);
    else if (url !== undefined)
      await tellAlone(
        desk,
        respond,
        line(isOfPlan(press) ? 'It is in our messages: ' : 'It goes on in our messages: ', {
          type: 'link',
          url,
          text: 'go there',
        }),
      );
  }
  if (isHome) await publishHome(desk, person);
}
