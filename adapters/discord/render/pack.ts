/** How much of a message's room something takes. */
export interface Weighed {
  readonly characters: number;
  readonly components: number;
}

/**
 * Parts in their order, as few messages as hold them. The last of what is read stands with what is pressed: nobody gets
 * a message of buttons alone, as far as there is room beside them.
 */
export function packed<P extends Weighed>(content: readonly P[], tail: readonly P[], most: Weighed): P[][] {
  const end = [...content.slice(-1), ...tail];
  const isOne = fits(sumOf(end), most);
  const units = isOne
    ? [...content.slice(0, -1).map((part) => [part]), ...(end.length === 0 ? [] : [end])]
    : [...content, ...tail].map((part) => [part]);
  const messages: P[][] = [];
  for (const unit of units) {
    const message = messages.at(-1);
    if (message !== undefined && fits(sumOf([...message, ...unit]), most)) message.push(...unit);
    else messages.push([...unit]);
  }
  return messages;
}

function sumOf(parts: readonly Weighed[]): Weighed {
  return {
    characters: parts.reduce((sum, { characters }) => sum + characters, 0),
    components: parts.reduce((sum, { components }) => sum + components, 0),
  };
}

function fits(sum: Weighed, most: Weighed): boolean {
  return sum.characters <= most.characters && sum.components <= most.components;
}
