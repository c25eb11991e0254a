import { type Block, type Menu, menu, text } from '../../card/card.ts';
import type { Effect } from '../effect.ts';
import { OFFLINE } from '../notice.ts';
import { type HouseModel, type Manner, ToneSchema } from '../session.ts';
import type { CardDraft } from '../turn.ts';
import { LEVEL_WORDS, levelOptions } from './level-asked.ts';

const TAKE_AGAIN: Menu['options'][number] = { action: 'settings:shares-on', label: 'Take shared answers' };

/** To somebody who wants nothing of others any more. */
function noMore(): Block[] {
  const how = { typed: ' To change that, type settings shares on.', pressed: '' };
  return [
    text('Noted. Nobody can send you their practice answers through me any more.', how),
    ...menu('Settings', [TAKE_AGAIN]),
  ];
}

/**
 * How the coach speaks, and how to change it: the findings are the same in every tone. `set`: what was just changed; who
 * wants nothing of others may have no practice of their own, and reads of that alone.
 */
export function settingsCard(
  manner: Manner,
  set: Extract<Effect, { type: 'setManner' }> | undefined,
): Pick<CardDraft, 'blocks'> {
  if (set?.shares === false) return { blocks: noMore() };
  if (set?.shares === true)
    return { blocks: [text('Noted. Others can share their answers with you again.')] };
  const numbers = manner.numbers ? 'on' : 'off';
  return {
    blocks: [
      text(
        `${set === undefined ? '' : `Changed, and remembered. ${levelNow(set)}`}My tone is ${manner.tone}, numbers are ${numbers}.`,
      ),
      {
        kind: 'list',
        items: [
          [
            {
              typed: 'settings gentle, settings plain or settings direct: what I find stays the same',
              pressed: 'Gentle, plain or direct: what I find stays the same',
            },
          ],
          [
            { typed: `settings numbers ${manner.numbers ? 'off' : 'on'}: `, pressed: 'Numbers: ' },
            `ratings ${manner.numbers ? 'in words only' : 'as numbers too, from the second practice on'}`,
          ],
          [
            {
              typed: 'settings level student, early, experienced or leading: ',
              pressed: 'How far along you are: ',
            },
            levelLine(manner),
          ],
        ],
      },
      ...(manner.shares === false
        ? [
            text('You take no answers that others share.', {
              typed: ' To take them again: settings shares on.',
              pressed: '',
            }),
          ]
        : []),
      ...(manner.model === undefined ? [] : [readerBlock(manner.model)]),
      ...(manner.wordsPerMinute === undefined
        ? []
        : [text(`Your own pace, from a run aloud: ${manner.wordsPerMinute} words a minute.`)]),
      ...menu('Change a setting', optionsFor(manner)),
    ],
  };
}

/** What was just set is said first. */
function levelNow({ seniority }: Extract<Effect, { type: 'setManner' }>): string {
  return seniority === undefined ? '' : `You are ${LEVEL_WORDS[seniority]}. `;
}

/** What the person said of how far along they are; else the role they name is what says it. */
function levelLine({ seniority }: Manner): string {
  return seniority === undefined ? 'taken from the role you name' : `you said ${LEVEL_WORDS[seniority]}`;
}

function optionsFor(manner: Manner): Menu['options'] {
  const tones = ToneSchema.options.filter((tone) => tone !== manner.tone);
  return [
    ...tones.map((tone) => ({ action: `settings:tone-${tone}`, label: `A ${tone} tone` })),
    manner.numbers
      ? { action: 'settings:numbers-off', label: 'Ratings in words only' }
      : { action: 'settings:numbers-on', label: 'Ratings as numbers too' },
    ...levelOptions().filter(({ action }) => action !== `settings:level-${manner.seniority}`),
    ...(manner.model === undefined ? [] : [readerOption(manner.model)]),
    ...(manner.shares === false ? [TAKE_AGAIN] : []),
  ];
}

/** Whether the language model reads along, where words go with it, and how to change that. */
function readerBlock({ reads, where }: HouseModel): Block {
  return reads
    ? text(`For a critique, your answer and the role you name also go to a language model: ${where}.`, {
        typed: ' To do without it: settings critic offline.',
        pressed: '',
      })
    : text(
        `Your critiques are made without the language model. With it, your answer and the role you name also go to ${where}.`,
        { typed: ' To use it: settings critic model.', pressed: '' },
      );
}

function readerOption({ reads }: HouseModel): Menu['options'][number] {
  return reads
    ? { action: OFFLINE, label: 'Critiques without the language model' }
    : { action: 'settings:critic-model', label: 'Critiques with the language model' };
}
