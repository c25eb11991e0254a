import type { TeamAnswer } from '../../../src/coach/teams/team-from.ts';
import { codeOf } from '../../../src/errors.ts';
import { withinTime } from '../../catch-up/within-time.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn, InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import { decodePicked, isPickedNote } from '../render/picked-note.ts';
import { renderCard } from '../render/render.ts';
import { retryRow } from '../render/retry.ts';
import { pagesOf, teamModal } from '../render/team-modal.ts';
import { openModal, tellAtOnce } from './answering.ts';
import { teamFrom } from './team-from.ts';

/** Discord's three seconds count from the press: what is not there by then is asked for again. */
export const READ_WITHIN_MS = 1_800;

/** Two forms of five things each do not hold it. */
const TOO_LONG =
  'That is more than a form can hold here. Say it in one line: /practice-failure team shows how.';

/** The form of an action, as it stands now. It changes nothing, so it is read as often as it is needed. */
export function readTeamForm(desk: Desk, i: InteractionIn, action: string): Promise<TeamAnswer | 'late'> {
  const read = desk.world.teamDesk.pressed(action, teamFrom(desk, i)).catch((error: unknown) => {
    desk.log('discord-form-not-filled', { code: codeOf(error) });
    return 'late' as const;
  });
  return withinTime(read, READ_WITHIN_MS, 'late' as const);
}

/** A press that asks for a form of a team's: its first page, or the second where the note says what was picked on the first. */
export async function openTeamForm(desk: Desk, i: InteractionOf<'component'>): Promise<void> {
  const { action, note } = i.customId;
  const { userId } = i;
  const answer = await readTeamForm(desk, i, action);
  if (answer === 'late') {
    const again = { kind: 'open', action, userId, ...(note === undefined ? {} : { note }) } as const;
    await tellAtOnce(
      desk,
      i,
      retryRow('That took a moment too long. Nothing is lost.', encodeCustomId(again)),
    );
    return;
  }
  await showTeamForm(desk, i, answer, note);
}

/** The form of an answer as the first response, or what it says instead. `note`: what was picked on the first page of it. */
export async function showTeamForm(
  desk: Desk,
  i: InteractionIn,
  { form, reply }: TeamAnswer,
  note?: string,
): Promise<void> {
  const { userId } = i;
  const pages = form === undefined ? undefined : pagesOf(form.card);
  if (form === undefined || pages === undefined) {
    const [first] = reply === undefined ? [] : renderCard(reply, { userId, writesInForm: true });
    await tellAtOnce(desk, i, first ?? coachLines([TOO_LONG]));
    return;
  }
  const [firstPage = [], secondPage] = pages;
  const isSecond = secondPage !== undefined && decodePicked(firstPage, note) !== undefined;
  const customId = encodeCustomId({
    kind: 'form',
    action: form.action,
    userId,
    ...(isSecond && isPickedNote(note) ? { note } : {}),
  });
  const page = isSecond ? secondPage : firstPage;
  const values = desk.teamDrafts.of(userId, form.action);
  await openModal(desk, i, teamModal({ ...form, page, values, customId }));
}
