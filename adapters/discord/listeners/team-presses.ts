import type { Happening } from '../../../src/coach/incoming.ts';
import { isTeamAction, type TeamAction, teamAction } from '../../../src/coach/teams/team-action.ts';
import type { CustomId } from '../custom-id.ts';
import { ALL_OF_THEM } from '../deliver/of-team.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { answered, deferUpdate, followUpAlone } from './answering.ts';
import { happens } from './happens.ts';
import { teamFrom } from './team-from.ts';
import { waysOf } from './ways.ts';
import { toTalk } from './where-it-goes-on.ts';

type Press = InteractionOf<'component'>;

/** A button of a team's, on a card of them all or on one that this person alone was shown. */
export function isOfTheirTeam({ customId: { action, userId }, ...i }: Press): boolean {
  return isTeamAction(action) && (userId === ALL_OF_THEM.userId || userId === i.userId);
}

/** A press on it opens a modal, which has to be the first response. */
export function opensTeamForm({ action }: CustomId): boolean {
  const read = teamAction(action);
  return read?.of === 'series' ? read.verb === 'edit' : read !== undefined && FORMS.has(read.of);
}

const FORMS: ReadonlySet<TeamAction['of']> = new Set(['card', 'form', 'schedule', 'avoid']);

/** Deferred at once. What comes of it is said where it belongs; what is for this person alone, to them. */
export async function takeTeamPress(desk: Desk, i: Press): Promise<void> {
  await answered(desk, i, deferUpdate(desk, i), () => pressed(desk, i), followUpAlone);
}

async function pressed(desk: Desk, i: Press): Promise<readonly DiscordMessage[]> {
  const { reply, solo } = await desk.world.teamDesk.pressed(i.customId.action, teamFrom(desk, i));
  if (reply !== undefined) return renderCard(reply, { userId: i.userId, writesInForm: true });
  if (solo !== true) return [];
  const start: Happening = { type: 'pressed', action: 'start' };
  const handled = await happens(desk, i, start, { at: 'large', begins: { ways: waysOf(i, 'dm') } });
  return toTalk(desk, handled, 'Your practice is open:');
}
