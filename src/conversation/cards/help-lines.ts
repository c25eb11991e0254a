import { type Block, text } from '../../card/card.ts';

/**
 * Said to somebody who wrote of not wanting to live, before anything else. The numbers: 112 is the emergency number of the
 * European Union, 911 of the USA and Canada, 999 of the UK; 988 is the crisis line of the USA and Canada, 116 123 the
 * Samaritans' in the UK and Ireland. findahelpline.com lists lines by country.
 */
export function helpLines(): Block[] {
  return [
    text('I am glad you said that. I am only a program, and this is for a person: please talk to one today.'),
    text(
      'If you might harm yourself, call 112 in Europe, 911 in the US or Canada, 999 in the UK, or the emergency number where you are.',
    ),
    text(
      'To talk to somebody at any hour: 988 in the US and Canada, 116 123 in the UK and Ireland. For other countries, see findahelpline.com.',
    ),
  ];
}
