import type { Card } from '../../../src/card/card.ts';
import { teamAction } from '../../../src/coach/teams/team-action.ts';
import { codeOf } from '../../../src/errors.ts';
import { after } from '../after.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { buttonOf } from '../render/card-buttons.ts';
import { coachLines, withButtons } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { decodePicked, encodePicked } from '../render/picked-note.ts';
import { renderCard } from '../render/render.ts';
import { buttonRow } from '../render/retry.ts';
import { pagesOf, type Values } from '../render/team-modal.ts';
import { answered, deferAlone, deferUpdate, faultLine, followUpAlone, tellAtOnce } from './answering.ts';
import type { Responded } from './first-response.ts';
import { readTeamForm } from './team-forms.ts';
import { teamFrom } from './team-from.ts';
import { changeOriginal, inTurn } from './told-alone.ts';

type Form = InteractionOf<'modal'>;

/** Without an answer in three seconds Discord keeps the form open with all its words. */
const STORED_WITHIN_MS = 2_000;

/** A form of a team's was sent. Where it was the first of two pages, the second is offered: a form answers no form. */
export async function takeTeamForm(desk: Desk, i: Form): Promise<void> {
  const { action, note } = i.customId;
  const form = await readTeamForm(desk, i, action);
  // Unanswered, the form stays open and says that it did not work.
  if (form === 'late') return;
  if (form.form === undefined && form.reply !== undefined) return over(desk, i, form.reply);
  const [firstPage = [], secondPage] = (form.form === undefined ? undefined : pagesOf(form.form.card)) ?? [];
  if (secondPage === undefined || isWhole(action)) return filledIn(desk, i, i.values);
  const picked = decodePicked(firstPage, note);
  if (picked !== undefined) return filledIn(desk, i, { ...picked, ...i.values });
  const draft = desk.teamDrafts.of(i.userId, action);
  desk.teamDrafts.keep(i.userId, action, { ...draft, ...i.values });
  const id = openingOf(i, encodePicked(firstPage, i.values));
  await tellAtOnce(desk, i, buttonRow(NOT_SENT_YET, 'Two more lines', id));
}

/** Nothing on its second page has to be filled in: it is left out. */
function isWhole(action: string): boolean {
  const read = teamAction(action);
  return read?.of === 'card' && read.by === 'own';
}

/** Stored first. What takes longer than two seconds is deferred, and goes on. */
async function filledIn(desk: Desk, i: Form, values: Values): Promise<void> {
  const told = toldOf(desk, i, values);
  const first = await Promise.race([
    told.then(
      () => undefined,
      (error: unknown) => ({ error }),
    ),
    after(STORED_WITHIN_MS),
  ]);
  if (first !== undefined) {
    desk.log('discord-form-not-stored', { code: codeOf(first.error) });
    return;
  }
  const work = () =>
    told.catch((error: unknown) => withTheirWords(desk, i, [coachLines([faultLine(desk, error)])]));
  await answered(desk, i, deferred(desk, i), work, followUpAlone);
}

/** There is nothing any more that it could be kept with. */
async function over(desk: Desk, i: Form, reply: Card): Promise<void> {
  const told = renderCard(reply, { userId: i.userId, writesInForm: true });
  await answered(desk, i, deferred(desk, i), () => withTheirWords(desk, i, told), followUpAlone);
}

function deferred(desk: Desk, i: Form): Promise<Responded> {
  return i.messageId === undefined ? deferAlone(desk, i) : deferUpdate(desk, i);
}

/** What was typed and is not kept comes back as a file that only they see. Nothing is left to be told. */
async function withTheirWords(desk: Desk, i: Form, messages: readonly DiscordMessage[]): Promise<[]> {
  const words = typedIn(i.values).join('\n\n');
  const files = words === '' ? [] : [{ name: 'your-words.txt', data: Buffer.from(words, 'utf8') }];
  await followUpAlone(desk, i, messages, files);
  return [];
}

async function toldOf(desk: Desk, i: Form, values: Values): Promise<readonly DiscordMessage[]> {
  const { action, note } = i.customId;
  const filled = await desk.world.teamDesk.filled(action, values, teamFrom(i));
  if ('problems' in filled) {
    desk.teamDrafts.keep(i.userId, action, values);
    const said = Object.values(filled.problems).map((line) => [line]);
    const again = buttonOf(openingOf(i, note), 'Open it again');
    return [withButtons(coachLines(...said, ...givenBack(i.values)), again)];
  }
  desk.teamDrafts.drop(i.userId, action);
  if (filled.reply !== undefined) {
    const replies = renderCard(filled.reply, { userId: i.userId, writesInForm: true });
    // Of a card nothing is said but that its session is over.
    return teamAction(action)?.of === 'card' ? withTheirWords(desk, i, replies) : replies;
  }
  if (i.isEphemeral) {
    await withoutButton(desk, i);
    return [];
  }
  return i.channel.isDm ? [] : [coachLines([HAVE_IT])];
}

/** What stood there asked for what is done now. */
function withoutButton(desk: Desk, i: Form): Promise<void> {
  return inTurn(desk, i, async (live) => {
    if (live?.isShown === true) return;
    if ((await changeOriginal(desk, i, coachLines([HAVE_IT]))) && live !== undefined) live.isShown = true;
  });
}

function openingOf({ userId, customId: { action } }: Form, note: string | undefined): string {
  return encodeCustomId({ kind: 'open', action, userId, ...(note === undefined ? {} : { note }) });
}

/** The two lines of a card, shown so that they are not lost with the form: a longer answer is refused where it is blank alone. */
function givenBack({ stayed = '', question = '' }: Values): [string][] {
  const lines = typedIn({ stayed, question });
  return lines.length === 0 ? [] : [['What you wrote:'], ...lines.map((words): [string] => [words])];
}

function typedIn({ stayed = '', question = '', answer = '' }: Values): string[] {
  return [stayed, question, answer].filter((words) => words.trim() !== '');
}

const NOT_SENT_YET =
  'The steps are in. Your card is not sent yet: it needs one sentence that stayed with you, and one question you still have.';
const HAVE_IT = 'I have that. What comes of it, I write to you alone.';
