import { type Block, type Button, type Card, text } from '../../card/card.ts';
import type { Group, Mock } from '../mock.ts';
import type { Pressed } from '../mock-event.ts';

/** What a button of a session's card can say: a press, or what is opened beside it. */
export type MockAction =
  | Pressed
  /** "Not with my manager or report." */
  | 'apart'
  /** Type the answer. */
  | 'type'
  /** Open the form of a card in listening words. */
  | 'card-partner'
  | 'card-own'
  | 'card-observer'
  /** Practise alone now. */
  | 'solo'
  /** Show what could not be written to whoever presses. */
  | 'unread';

/** A card of a session: none of a practice's. */
export function mockCard(blocks: readonly Block[], buttons: readonly Button[] = []): Card {
  return { v: 1, blocks, buttons, asks: 'nothing' };
}

/** A card that comes unasked, in private messages. `notice`: what a lock screen shows of it, to whoever stands beside. */
export function unasked(notice: string, blocks: readonly Block[], buttons: readonly Button[] = []): Card {
  return { ...mockCard(blocks, buttons), notice };
}

export function mockButton(mock: Mock, what: MockAction, label: string, style?: Button['style']): Button {
  return {
    action: `mock:${mock.id}:${what}`,
    word: `team ${what}`,
    label,
    ...(style === undefined ? {} : { style }),
  };
}

/** On to what comes next: an old one of an earlier phase moves nothing. */
export function nextButton(mock: Mock, { no, turn, phase }: Group, label: string): Button {
  return {
    action: `mock:${mock.id}:next:${no}-${turn}-${phase}`,
    word: 'team next',
    label,
    style: 'primary',
  };
}

/** Opens the form of a card. It names the telling: on an old card it is still of that one. */
export function cardButton(
  mock: Mock,
  { no, turn }: Pick<Group, 'no' | 'turn'>,
  by: 'partner' | 'own' | 'observer',
  label: string,
  style?: Button['style'],
): Button {
  const button = mockButton(mock, `card-${by}`, label, style);
  return { ...button, action: `${button.action}:${no}-${turn}` };
}

/** What is practised with colleagues is theirs to hear. */
export const CHOOSING = 'Choose a story you would tell colleagues; an old job or your studies are fine.';

/** What is practised, so that nobody comes without knowing. */
export function questionLines({ question }: Mock): Block[] {
  return question === undefined ? [] : [text(`The question: ${question}`)];
}

/** In a group's own place: the form of each. Who pressed which is theirs to know. */
export function cardButtons(mock: Mock, group: Group): Button[] {
  return [
    cardButton(mock, group, 'partner', 'I listened'),
    cardButton(mock, group, 'own', 'I answered'),
    ...(group.observer === undefined ? [] : [cardButton(mock, group, 'observer', 'I observed')]),
  ];
}

/** They want to see numbers: offered until they said so. */
export function numbersButton(mock: Mock, id: string): Button[] {
  const wants = mock.members.find((member) => member.id === id)?.numbers === true;
  return wants ? [] : [mockButton(mock, 'numbers', 'Numbers too, if we both want')];
}
