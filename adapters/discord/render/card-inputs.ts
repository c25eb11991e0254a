import { type APISelectMenuOption, ComponentType } from 'discord.js';
import type { Card, Input } from '../../../src/card/card.ts';
import { unreachable } from '../../../src/errors.ts';
import { idOn, type Row, ratingsRow, rowOf } from './card-buttons.ts';
import { MENU_OPTIONS, OPTION_LABEL } from './limits.ts';
import { grouped, linesOf, plain } from './markdown.ts';
import type { Addressee } from './message.ts';
import { labelOf } from './split.ts';

type Choice = Extract<Input, { type: 'choice' }>;
type Filled = Exclude<Input, Choice>;

/** What a card asks to be picked or filled in: words, and under them what is pressed. */
export interface Asked {
  readonly words: readonly string[];
  readonly rows: readonly Row[];
  /** What there is to pick, as words: for where its menus find no room. */
  readonly options: readonly string[];
}

/** Choices as menus that answer at once; everything else is named in one place, with one button to a form for all of it. */
export function askedOf(card: Card, to: Addressee): Asked[] {
  if (to.fillsInForm === true) return [];
  const inputs = card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
  const filled = inputs.filter((input): input is Filled => input.type !== 'choice');
  const choices = inputs.flatMap((input) => (input.type === 'choice' ? [choiceOf(input, card, to)] : []));
  return filled.length === 0 ? choices : [...choices, formOf(filled, card, to)];
}

/** What was picked is in the values of a menu; its id says of which input. A second menu of one input has a number. */
function choiceOf(input: Choice, card: Card, to: Addressee): Asked {
  const rows: Row[] = [];
  for (let from = 0; from < input.options.length; from += MENU_OPTIONS) {
    const few = input.options.slice(from, from + MENU_OPTIONS);
    const number = rows.length + 1;
    rows.push(
      rowOf({
        type: ComponentType.StringSelect,
        custom_id: idOn(card, to, {
          kind: 'press',
          action: input.id,
          ...(number === 1 ? {} : { note: String(number) }),
        }),
        placeholder: input.many === true ? 'Pick one or more' : 'Pick one',
        options: few.map(
          ({ value, label }): APISelectMenuOption => ({
            label: labelOf(label, OPTION_LABEL),
            value,
            ...(value === input.value ? { default: true } : {}),
          }),
        ),
        ...(input.many === true ? { min_values: 1, max_values: few.length } : {}),
      }),
    );
  }
  return {
    words: grouped(plain(input.label)),
    rows,
    options: grouped(plain(input.options.map(({ label }) => label).join(' · '))),
  };
}

function formOf(inputs: readonly Filled[], card: Card, to: Addressee): Asked {
  return {
    words: grouped(linesOf(formLines(inputs).map(plain))),
    rows: [ratingsRow(card, to)],
    options: [],
  };
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
