import type { Desk } from '../desk.ts';
import type { PressIn } from '../receive/press-event.ts';
import { calledIn } from '../receive/team-payload.ts';
import { withinAck } from '../transport/within-ack.ts';
import { offerAgain } from './open-forms.ts';
import { teamAnswer } from './team-answer.ts';
import { type TeamActor, teamFrom } from './team-from.ts';
import { fault, type Respond, tellAlone } from './told-alone.ts';
import { appLink } from './where-it-goes-on.ts';

/**
 * A button of a team's card: anybody who sees it may press it, and the coach knows who may do what. Commit, then acknowledge,
 * then the form: its trigger is good for three seconds.
 */
export async function takeTeamPress(
  desk: Desk,
  press: PressIn,
  body: unknown,
  ack: () => Promise<void>,
  respond: Respond,
): Promise<void> {
  const { person, installation, eventId, channel, triggerId, responseUrl } = press;
  const actor: TeamActor = { person, installation, eventId, channel, called: calledIn(body) };
  const app = appLink((body as { api_app_id?: string }).api_app_id, person);
  const pressed = async () => desk.world.teamDesk.pressed(press.press.action, await teamFrom(desk, actor));
  try {
    const within = await withinAck(ack, pressed());
    const answer = within.when === 'in-time' ? within.value : await within.work;
    const told = await teamAnswer(desk, { actor, triggerId, responseUrl, app }, answer);
    if (told === 'not-opened') return await offerAgain(desk, press, respond);
    for (const message of told) await tellAlone(desk, respond, message);
  } catch (error) {
    await ack().catch(() => undefined);
    await tellAlone(desk, respond, fault(desk, error));
  }
}
