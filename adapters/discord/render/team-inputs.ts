import type { Card, Input } from '../../../src/card/card.ts';

/** It is announced where it was asked for: a place's key is nothing to read. */
const WHERE = 'channel';
/** The one input that takes several people. */
const SEVERAL_PEOPLE = 'people';
/** For words alone here: with it there are more menus than a page of a form holds. */
const WITH_WHOM = 'pairs';
const WHEN = 'when';

/** A line that reads days and rhythms alike. As long as the label of an input can be. */
export const WHEN_LABEL = 'When: every Thursday 15:00, or 12 March 15:00';

/**
 * The inputs of a team's card, as its form in Discord has them. A day has no input of its own here, and would be two lines: where
 * there is a line for the rhythm, that takes a day as well.
 */
export function teamInputs(card: Card): readonly Input[] {
  const inputs = card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
  const hasWhen = inputs.some(({ id }) => id === WHEN);
  return inputs.flatMap((input): Input[] => {
    if (input.id === WHERE || input.id === WITH_WHOM || (hasWhen && input.type === 'moment')) return [];
    return input.id === WHEN ? [{ ...input, label: WHEN_LABEL }] : [input];
  });
}

/** Whether several people can be picked in it. */
export function takesSeveral({ type, id }: Input): boolean {
  return type === 'person' && id === SEVERAL_PEOPLE;
}

/** What stands in the inputs of a card, by their ids. */
export function valuesIn(card: Card): Readonly<Record<string, string>> {
  return Object.fromEntries(
    teamInputs(card).flatMap((input) =>
      'value' in input && typeof input.value === 'string' ? [[input.id, input.value] as const] : [],
    ),
  );
}
