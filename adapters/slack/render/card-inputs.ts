import type { ActionsBlock, KnownBlock, PlainTextOption } from '@slack/types';
import type { Card, Input } from '../../../src/card/card.ts';
import { isTeamAction } from '../../../src/coach/teams/team-action.ts';
import { unreachable } from '../../../src/errors.ts';
import { type Addressee, labelOf, pressValue, slackButton } from './card-buttons.ts';
import { OPTION_LABEL } from './limits.ts';
import { linesOf, plain, sectionBlocks } from './rich-text.ts';
import { safeText } from './safe-text.ts';

type Choice = Extract<Input, { type: 'choice' }>;
type Filled = Exclude<Input, Choice>;

/** A select holds 100 options; a message has room for fewer, with what each of them carries. */
const OPTIONS_TOGETHER = 25;

/** Several at once are typed here: a menu that answers at each tick would answer too soon. */
function isTicked(input: Input): boolean {
  return input.type === 'choice' && input.many === true;
}

/** What a card asks to be filled in. */
export function inputsOf(card: Card): Input[] {
  if (isTeamForm(card)) return [];
  return card.blocks.flatMap((block) =>
    block.kind === 'input' && !isTicked(block.input) ? [block.input] : [],
  );
}

/** What a team's card asks is filled in in the form that its button opens: there is more of it than a message shows well. */
function isTeamForm({ buttons }: Card): boolean {
  return buttons.some(({ action }) => isTeamAction(action));
}

/** Choices as menus that answer at once; everything else is named in one place, with one button to a form for all of it. */
export function inputBlocks(card: Card, to: Addressee): KnownBlock[] {
  const inputs = inputsOf(card);
  const filled = inputs.filter((input): input is Filled => input.type !== 'choice');
  let menus = 0;
  const choices = inputs.flatMap((input) => {
    if (input.type !== 'choice') return [];
    const blocks = choiceBlocks(input, card, to, menus);
    menus += blocks.length;
    return [...sectionBlocks(plain(input.label)), ...blocks];
  });
  return filled.length === 0 ? choices : [...choices, ...formBlocks(filled, card, to)];
}

/** What there is to pick, as words: where a menu cannot be shown, its options can. */
export function optionWords(card: Card): string[] {
  return inputsOf(card).flatMap((input) =>
    input.type === 'choice' ? [input.options.map(({ label }) => safeText(label)).join(' · ')] : [],
  );
}

function choiceBlocks(input: Choice, card: Card, to: Addressee, before: number): ActionsBlock[] {
  const options = input.options.map(
    ({ value, label }): PlainTextOption => ({
      text: { type: 'plain_text', text: labelOf(label, OPTION_LABEL), emoji: false },
      value: pressValue(card, to, `${input.id}:${value}`),
    }),
  );
  const chosen = options[input.options.findIndex(({ value }) => value === input.value)];
  return inMenus(options).map((few, index) => ({
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        // Unique in a message, as Slack wants it: a second menu has a number.
        action_id: before + index === 0 ? 'choose' : `choose:${before + index + 1}`,
        placeholder: { type: 'plain_text', text: 'Pick one', emoji: false },
        options: few,
        ...(chosen !== undefined && few.includes(chosen) ? { initial_option: chosen } : {}),
      },
    ],
  }));
}

function inMenus(options: readonly PlainTextOption[]): PlainTextOption[][] {
  const menus: PlainTextOption[][] = [];
  for (let from = 0; from < options.length; from += OPTIONS_TOGETHER)
    menus.push(options.slice(from, from + OPTIONS_TOGETHER));
  return menus;
}

function formBlocks(inputs: readonly Filled[], card: Card, to: Addressee): KnownBlock[] {
  const button = slackButton('fill', 'Rate the parts', pressValue(card, to, 'fill'));
  return [...sectionBlocks(linesOf(formLines(inputs).map(plain))), { type: 'actions', elements: [button] }];
}

/** "setting · failure · lesson (not yet / thin / clear)": ratings that are given in the same words stand in one line. */
function formLines(inputs: readonly Filled[]): string[] {
  const lines: { names: string[]; choices: string }[] = [];
  for (const input of inputs) {
    const choices = choicesOf(input);
    const last = lines.at(-1);
    if (choices !== '' && last?.choices === choices) last.names.push(input.label);
    else lines.push({ names: [input.label], choices });
  }
  return lines.map(({ names, choices }) => `${names.join(' · ')}${choices}`);
}

function choicesOf(input: Filled): string {
  switch (input.type) {
    case 'rating':
      return ` (${input.choices.join(' / ')})`;
    case 'text':
      return input.value === '' ? '' : `: ${input.value}`;
    case 'moment':
      return ` (${[input.date, input.time, input.zone].filter((part) => part !== undefined).join(' ')})`;
    case 'person':
      return '';
    default:
      return unreachable(input);
  }
}
