import { ComponentType } from 'discord.js';
import type { Card, Menu } from '../../../src/card/card.ts';
import { buttonOf, idOn, pressedOn, type Row, rowOf } from './card-buttons.ts';
import type { Asked } from './card-inputs.ts';
import { MENU_OPTIONS, OPTION_LABEL, PLACEHOLDER } from './limits.ts';
import { grouped, plain } from './markdown.ts';
import type { Addressee } from './message.ts';
import { labelOf } from './split.ts';

/** The action of a menu of commands: what was picked is one itself. */
export const PICKS = 'do';

/** So few are seen at once, as buttons. */
const MOST_BUTTONS = 2;

/** Commands to pick from, where what is typed is not heard; elsewhere they are typed. What a button of the card does is not offered twice. */
export function menusOf(card: Card, to: Addressee): Asked[] {
  if (!to.writesInForm) return [];
  const menus = card.blocks.filter((block): block is Menu => block.kind === 'menu');
  const taken = new Set(pressedOn(card));
  const asked: Asked[] = [];
  for (const { label, options } of menus) {
    const left = options.filter(({ action }) => !taken.has(action));
    if (left.length === 0) continue;
    for (const { action } of left.length <= MOST_BUTTONS ? left : []) taken.add(action);
    asked.push({
      words: [],
      rows: [
        left.length <= MOST_BUTTONS ? buttons(left, card, to) : select(label, left, card, to, asked.length),
      ],
      options: grouped(plain(left.map((option) => option.label).join(' · '))),
    });
  }
  return asked;
}

function buttons(options: Menu['options'], card: Card, to: Addressee): Row {
  return rowOf(
    ...options.map(({ action, label }) => buttonOf(idOn(card, to, { kind: 'press', action }), label)),
  );
}

/** A second menu of a message has a number: no two of its components have one id. */
function select(label: string, options: Menu['options'], card: Card, to: Addressee, before: number): Row {
  return rowOf({
    type: ComponentType.StringSelect,
    custom_id: idOn(card, to, {
      kind: 'press',
      action: PICKS,
      ...(before === 0 ? {} : { note: String(before + 1) }),
    }),
    placeholder: labelOf(label, PLACEHOLDER),
    options: options
      .slice(0, MENU_OPTIONS)
      .map((option) => ({ label: labelOf(option.label, OPTION_LABEL), value: option.action })),
  });
}
