import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Button, Card } from '../../../src/card/card.ts';
import { asksWhen } from '../../../src/reminders/when-form.ts';
import { type CustomId, encodeCustomId } from '../custom-id.ts';
import { BUTTON_LABEL, ROW_BUTTONS } from './limits.ts';
import type { Addressee } from './message.ts';
import { labelOf } from './split.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What the buttons that open a form carry as their action. */
export const OPENS = {
  answers: 'answers',
  ratings: 'ratings',
  share: 'share',
  when: 'when',
  write: 'write',
} as const;

/** What the note of a form says that is written for the plan of reminders. */
export const FOR_PLAN = 'plan';

const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

/** The id of a button or a menu on this card. */
export function idOn(
  card: Card,
  { userId }: Pick<Addressee, 'userId'>,
  what: Pick<CustomId, 'kind' | 'action' | 'note'>,
): string {
  return encodeCustomId({ ...what, userId, ...card.origin });
}

/** The choices of a card in rows of five; none where it has none. */
export function buttonRows(card: Card, to: Addressee): Row[] {
  const write = writeButtons(card, to);
  const buttons = [
    ...write,
    ...withForms(card, to, write.length === 0 ? STYLES : { ...STYLES, primary: STYLES.plain }),
  ];
  // Discord refuses a message with two components of one id; two that do the same are one.
  const each = buttons.filter(
    ({ custom_id: id }, at) => buttons.findIndex((one) => one.custom_id === id) === at,
  );
  const rows: Row[] = [];
  for (let from = 0; from < each.length; from += ROW_BUTTONS)
    rows.push(rowOf(...each.slice(from, from + ROW_BUTTONS)));
  return rows;
}

/** Where what is typed is not heard, what is asked for is written in a form: then that comes before all else. */
function writeButtons(card: Card, to: Addressee): APIButtonComponentWithCustomId[] {
  if (!to.writesInForm || card.asks === 'nothing') return [];
  // A card of the plan belongs to no practice: what is written for it must not go to the one that is open.
  const isOfPlan = card.buttons.some(({ action }) => action.startsWith('remind:asked'));
  const id = idOn(card, to, {
    kind: 'open',
    action: OPENS.write,
    ...(isOfPlan ? { note: FOR_PLAN } : {}),
  });
  return [buttonOf(id, 'Write your answer', ButtonStyle.Primary)];
}

/** What the buttons of a card do, as they are drawn. */
export function pressedOn(card: Card): string[] {
  return shownButtons(card).map(({ action }) => action);
}

/** Without what a form stands in for; the card behind `more` has room for few, and what is about the first screen stands there. */
function shownButtons({ form, share, buttons }: Card): readonly Button[] {
  const left = [
    ...(form === 'answers' ? ['redo'] : []),
    ...(share === true ? ['explain', 'not-so', 'more'] : []),
  ];
  return buttons.filter(({ action }) => !left.includes(action));
}

/**
 * The form with all answers stands before `more`, and in place of the button that asks which step to rewrite: they mean
 * the same. So does what can be shown to somebody else. The form for when to be reminded stands behind the usual times.
 */
function withForms(
  card: Card,
  to: Addressee,
  styles: Readonly<Record<NonNullable<Button['style']>, APIButtonComponentWithCustomId['style']>>,
): APIButtonComponentWithCustomId[] {
  const hasForm = card.form === 'answers';
  const isShared = card.share === true;
  const extra = [
    ...(hasForm ? [opening(card, to, OPENS.answers, 'Edit in a form')] : []),
    ...(isShared ? [opening(card, to, OPENS.share, 'Share with a coach')] : []),
    ...(asksWhen(card) ? [opening(card, to, OPENS.when, 'Pick days and time')] : []),
  ];
  const buttons = shownButtons(card);
  const more = buttons.findIndex(({ action }) => action === 'more');
  const before = more === -1 ? buttons.length : more;
  const drawn = buttons.map(({ action, label, style = 'plain' }) =>
    buttonOf(idOn(card, to, { kind: 'press', action }), label, styles[style]),
  );
  return [...drawn.slice(0, before), ...extra, ...drawn.slice(before)];
}

function opening(
  card: Card,
  to: Addressee,
  form: (typeof OPENS)[keyof typeof OPENS],
  label: string,
  style?: APIButtonComponentWithCustomId['style'],
): APIButtonComponentWithCustomId {
  return buttonOf(idOn(card, to, { kind: 'open', action: form }), label, style);
}

/** The row with the one button to a form for all there is to fill in. */
export function ratingsRow(card: Card, to: Addressee): Row {
  return rowOf(opening(card, to, OPENS.ratings, 'Rate the parts'));
}

/** A button of ours; its label is shortened to what fits. */
export function buttonOf(
  customId: string,
  label: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, custom_id: customId, style, label: labelOf(label, BUTTON_LABEL) };
}

/** At most five buttons, or one menu. */
export function rowOf(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}
