import { type Block, type Button, menu, text } from '../card/card.ts';
import { type HouseModel, isSheltered, type Session } from './session.ts';
import type { CardDraft, Turn } from './turn.ts';

/** What is pressed by somebody who does without the language model. */
export const OFFLINE = 'settings:critic-offline';

const WITHOUT = 'Without the model';

/** Typed where no card offers the short word. */
const OFFLINE_WORDS = 'settings critic offline';

/** Where words go with the language model, and how to do without it. `word`: what is typed for that. */
export function noticeBlock({ where }: HouseModel, word = OFFLINE_WORDS): Block {
  const later = word === OFFLINE_WORDS ? ', now or later.' : `. Later: ${OFFLINE_WORDS}.`;
  return text(
    `For your critique, your answer and the role you name also go to a language model: ${where}. `,
    { typed: `To do without it, type ${word}${later}`, pressed: 'You can do without it, now or later.' },
  );
}

/** Chooses the critique that needs no language model. */
export function offlineButton(word = OFFLINE_WORDS): Button {
  return { action: OFFLINE, word, label: WITHOUT };
}

/** The model that the first card of a practice tells of while it stands, unless the person does without it by now. */
export function noticeOn(session: Session): HouseModel | undefined {
  const { notice, manner } = session;
  // A story that is not scored is sent nowhere.
  if (isSheltered(session)) return undefined;
  const { model } = manner;
  const isNews = notice === 'due' ? model?.told === false : notice === 'told' && model?.reads === true;
  return isNews ? model : undefined;
}

/**
 * A practice begins whose person does not know yet where words go with the language model: the first card says so, and
 * only from here on may anything be sent. A story that is not to be scored is not talked over: the next practice says it.
 */
export function withNotice(made: Turn): Turn {
  const begun = made.sessions.at(-1);
  const model = begun?.manner.model;
  if (begun?.notice !== 'due' || model?.told !== false || begun.stage.at === 'sheltered') return made;
  const told: Session = {
    ...begun,
    notice: 'told',
    manner: { ...begun.manner, model: { ...model, told: true, reads: true } },
  };
  const last = made.effects.findLastIndex(({ type }) => type === 'say');
  if (last < 0) return made;
  // The door says it itself.
  const isDoor = begun.stage.at === 'opening' && begun.stage.asks === 'door';
  const effects = made.effects.map((effect, index) =>
    index === last && effect.type === 'say' && !isDoor
      ? { ...effect, card: withNoticeAbove(effect.card, model) }
      : effect,
  );
  return {
    sessions: [...made.sessions.slice(0, -1), told],
    effects: [{ type: 'setManner', model: { reads: true, of: model.of } }, ...effects],
  };
}

const MOST_BUTTONS = 6;

function withNoticeAbove<C extends Pick<CardDraft, 'blocks' | 'buttons'>>(card: C, model: HouseModel): C {
  const hasRoom = card.buttons.length < MOST_BUTTONS;
  return {
    ...card,
    blocks: [
      noticeBlock(model),
      ...(hasRoom ? [] : menu('The language model', [{ action: OFFLINE, label: WITHOUT }])),
      ...card.blocks,
    ],
    buttons: hasRoom ? [...card.buttons, offlineButton()] : card.buttons,
  };
}
