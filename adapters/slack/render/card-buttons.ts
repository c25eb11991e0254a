import type { ActionsBlock, Button as SlackButton } from '@slack/types';
import type { Button, Card } from '../../../src/card/card.ts';
import { asksWhen } from '../../../src/reminders/when-form.ts';
import { encodePress } from '../press.ts';
import { BUTTON_LABEL } from './limits.ts';
import { safeText } from './safe-text.ts';
import { fitted } from './split.ts';

/** Whose card it is. */
export interface Addressee {
  readonly userId: string;
}

/** The value of a button or an option on this card. */
export function pressValue(card: Card, { userId }: Addressee, action: string): string {
  return encodePress({ action, userId, ...card.origin });
}

/** The choices of a card as one row of buttons; none where it has none. */
export function buttonBlocks(card: Card, to: Addressee): ActionsBlock[] {
  const drawn = withForms(card, to, (button) =>
    slackButton(`press:${button.action}`, button.label, pressValue(card, to, button.action), button.style),
  );
  // Slack refuses a message with two buttons of one id; two that do the same are one.
  const elements = [...new Map(drawn.map((button) => [button.action_id, button])).values()];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/**
 * The form with all answers stands before `more`, and in place of the button that asks which step to rewrite: they mean
 * the same. So does what can be shown to somebody else. The form for when to be reminded stands behind the usual times.
 */
function withForms(card: Card, to: Addressee, draw: (button: Button) => SlackButton): SlackButton[] {
  const hasForm = card.form === 'answers';
  const extra = [
    ...(hasForm ? [slackButton('form', 'Edit in a form', pressValue(card, to, 'form'))] : []),
    ...(card.share === true
      ? [slackButton('share', 'Share with a coach', pressValue(card, to, 'share'))]
      : []),
    ...(asksWhen(card)
      ? [slackButton('when', 'Pick days and time', pressValue(card, to, 'remind:form'))]
      : []),
  ];
  // The card behind `more` has room for few: what is about the first screen stands there.
  const left = [...(hasForm ? ['redo'] : []), ...(card.share === true ? ['explain', 'not-so', 'more'] : [])];
  const buttons = card.buttons.filter(({ action }) => !left.includes(action));
  const more = buttons.findIndex(({ action }) => action === 'more');
  const before = more === -1 ? buttons : buttons.slice(0, more);
  return [...before.map(draw), ...extra, ...buttons.slice(before.length).map(draw)];
}

export function slackButton(id: string, label: string, value: string, style?: Button['style']): SlackButton {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: labelOf(label, BUTTON_LABEL), emoji: false },
    value,
    ...(style === undefined || style === 'plain' ? {} : { style }),
  };
}

/** A label in one line that fits; never empty, which Slack would refuse. */
export function labelOf(words: string, most: number): string {
  const line = safeText(words).replace(/\s+/gu, ' ').trim();
  return line === '' ? '…' : fitted(line, most);
}
