import type { Card, Input } from '../../../src/card/card.ts';
import { teamAction } from '../../../src/coach/teams/team-action.ts';
import type { TeamFilled } from '../../../src/coach/teams/team-from.ts';
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
import {
  answerAlone,
  answered,
  deferAlone,
  deferUpdate,
  faultLine,
  followUpAlone,
  tellAtOnce,
} from './answering.ts';
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
  if (secondPage === undefined || isWhole(action)) return filledIn(desk, i, i.values, []);
  const picked = decodePicked(firstPage, note);
  if (picked !== undefined) return filledIn(desk, i, { ...picked, ...i.values }, firstPage);
  const draft = desk.teamDrafts.of(i.userId, action);
  desk.teamDrafts.keep(i.userId, action, { ...draft, ...i.values });
  const id = openingOf(i, encodePicked(firstPage, i.values));
  const { line, label } = nextPage(action);
  await tellAtOnce(desk, i, buttonRow(line, label, id));
}

/** What is said between two pages. */
function nextPage(action: string): { readonly line: string; readonly label: string } {
  switch (teamAction(action)?.of) {
    case 'schedule':
      return { line: NOT_SCHEDULED_YET, label: 'One more form' };
    case 'series':
      return { line: NOT_CHANGED_YET, label: 'One more form' };
    default:
      return { line: NOT_SENT_YET, label: 'Two more lines' };
  }
}

/** Nothing on its second page has to be filled in: it is left out. */
function isWhole(action: string): boolean {
  const read = teamAction(action);
  return read?.of === 'card' && read.by === 'own';
}

/** Stored first. What takes longer than two seconds is deferred, and goes on. */
async function filledIn(desk: Desk, i: Form, values: Values, firstPage: readonly Input[]): Promise<void> {
  const { action } = i.customId;
  const filled = desk.world.teamDesk.filled(action, values, { ...teamFrom(desk, i), id: eventOf(i) });
  const first = await Promise.race([
    filled.then(
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
    filled.then(
      (outcome) => toldOf(desk, i, outcome, { values, firstPage }),
      (error: unknown) => withTheirWords(desk, i, [coachLines([faultLine(desk, error)])]),
    );
  await answered(desk, i, deferred(desk, i), work, tellingOf(i));
}

/** A form that a command opened stands on no message: its answer is one. */
function tellingOf({ messageId }: Form): typeof answerAlone {
  return messageId === undefined ? answerAlone : (desk, i, messages) => followUpAlone(desk, i, messages);
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

/** Said once Discord has an answer: before that it shows nothing of it. */
async function toldOf(
  desk: Desk,
  i: Form,
  filled: TeamFilled,
  { values, firstPage }: { readonly values: Values; readonly firstPage: readonly Input[] },
): Promise<readonly DiscordMessage[]> {
  const { action, note } = i.customId;
  if ('problems' in filled) {
    desk.teamDrafts.keep(i.userId, action, values);
    const said = Object.values(filled.problems).map((line) => [line]);
    const isOnFirst = firstPage.some(({ id }) => filled.problems[id] !== undefined);
    const again = buttonOf(openingOf(i, isOnFirst ? undefined : note), 'Open it again');
    return inItsPlace(desk, i, [withButtons(coachLines(...said, ...givenBack(i.values)), again)]);
  }
  desk.teamDrafts.drop(i.userId, action);
  if (filled.reply !== undefined) {
    const replies = renderCard(filled.reply, { userId: i.userId, writesInForm: true });
    if (isOfSeries(i)) return inItsPlace(desk, i, replies);
    if (filled.unread === true) return replies;
    // Of a card nothing else is said but that its session is over.
    return teamAction(action)?.of === 'card' ? withTheirWords(desk, i, replies) : replies;
  }
  if (i.isEphemeral) {
    await withoutButton(desk, i);
    return [];
  }
  return i.channel.isDm ? [] : [coachLines([HAVE_IT])];
}

/** A form of a series: sent a second time it would be a second one. */
function isOfSeries({ customId: { action } }: Form): boolean {
  const of = teamAction(action)?.of;
  return of === 'schedule' || of === 'series';
}

/** The second page is sent from one message, which stays the same: however often it is sent, it schedules once. */
function eventOf(i: Form): string {
  return teamAction(i.customId.action)?.of === 'schedule' && i.messageId !== undefined
    ? `discord-form-${i.messageId}`
    : i.eventId;
}

/** Where the button stood that opened the page, so that it opens none again; of other forms, and else, it follows. */
async function inItsPlace(
  desk: Desk,
  i: Form,
  messages: readonly DiscordMessage[],
): Promise<readonly DiscordMessage[]> {
  const [first, ...rest] = messages;
  if (first === undefined || !isOfSeries(i) || !i.isEphemeral) return messages;
  return inTurn(desk, i, async (live) => {
    if (live?.isShown === true || !(await changeOriginal(desk, i, first))) return messages;
    if (live !== undefined) live.isShown = true;
    return rest;
  });
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
const NOT_SCHEDULED_YET = 'Nothing is scheduled yet. One more form: when it is, and what it is called.';
const NOT_CHANGED_YET = 'Nothing is changed yet. One more form: when it is, and what it is called.';
const HAVE_IT = 'I have that. What comes of it, I write to you alone.';
