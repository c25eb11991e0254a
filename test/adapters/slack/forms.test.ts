import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { errorsOf, readAnswers, readValues } from '../../../adapters/slack/receive/form-values.ts';
import {
  answersModal,
  FORMS,
  loadingModal,
  noticeModal,
  ratingModal,
  shareModal,
  sharePreviewModal,
} from '../../../adapters/slack/render/forms.ts';
import { INPUT_CHARACTERS, MODAL_TITLE } from '../../../adapters/slack/render/limits.ts';
import { renderCard } from '../../../adapters/slack/render/render.ts';
import { type Card, type Input, quote, text } from '../../../src/card/card.ts';
import type { Session } from '../../../src/conversation/session.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { everyBlock } from '../../card/every-block.ts';
import { atDraft } from '../../conversation/practice.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { parsedBySlack, refused, seen, sent } from './seen.ts';

const guide = catalog.default;
const PINGS = ['<!channel>', '<@U1>', '@here'];

function inputsOf(view: ModalView): InputBlock[] {
  return view.blocks.filter((block): block is InputBlock => block.type === 'input');
}

function withAnswer(step: string, words: string): Session {
  const { session } = atDraft();
  return { ...session, answers: { ...session.answers, [step]: [{ id: 'm1', stamp: '1', text: words }] } };
}

const answers = (session: Session) => answersModal({ guide, session, privateMetadata: 'm' });

/** All views of ours, as they are with ordinary words in them. */
const views: [string, ModalView][] = [
  ['the answers', answers(atDraft().session)],
  ['a moment to wait', loadingModal()],
  [
    'the inputs of a card',
    ratingModal(
      everyBlock.blocks.flatMap((b) => (b.kind === 'input' ? [b.input] : [])),
      'm',
    ),
  ],
  [
    'a notice',
    noticeModal('This practice is over', ['It ended.'], { label: 'Open the thread', url: 'https://ex.org' }),
  ],
  ['whom to show it', shareModal('m')],
  ['what will be sent', sharePreviewModal(everyBlock, 'Grace', 'm')],
];

describe.each(views)('the form of %s', (_, view) => {
  test('is taken by Slack', () => {
    expect(refused(view.blocks, 'view')).toEqual([]);
    for (const { text: shown } of [view.title, view.submit, view.close].flatMap((label) => label ?? [])) {
      expect(shown.length).toBeLessThanOrEqual(MODAL_TITLE);
      expect(judgingWordsIn(shown)).toEqual([]);
    }
    // Slack wants a submit button wherever there is an input.
    if (inputsOf(view).length > 0) expect(view.submit).toBeDefined();
  });
});

describe('all answers in one form', () => {
  test('a step each, with what a strong answer shows and what is written', () => {
    const { session } = atDraft();
    const inputs = inputsOf(answers(session));
    expect(inputs.map(({ block_id: id }) => id)).toEqual(guide.steps.map(({ id }) => id));
    expect(inputs.map(({ label }) => label.text)).toEqual(guide.steps.map(({ name }) => name));
    expect(inputs.map(({ hint }) => hint?.text)).toEqual(guide.steps.map(({ strong }) => strong));
    for (const { block_id: id = '', element } of inputs)
      expect(element).toMatchObject({
        type: 'plain_text_input',
        multiline: true,
        initial_value: session.answers[id]?.[0]?.text,
      });
  });

  test('a step without an answer is an empty input, and none has to be filled', () => {
    const view = answers({ ...atDraft().session, answers: {} });
    for (const input of inputsOf(view)) {
      expect(input.element).not.toHaveProperty('initial_value');
      expect(input.optional).toBe(true);
    }
  });

  test('an answer that fits to the last character is there letter for letter', () => {
    const longest = `${'a < b & c\n'.repeat(300)}`.slice(0, INPUT_CHARACTERS - 2).concat('🙂');
    const view = answers(withAnswer('context', longest));
    expect(inputsOf(view)[0]?.element).toMatchObject({ initial_value: longest });
    expect(refused(view.blocks, 'view')).toEqual([]);
  });

  test('a longer one is shown shortened, is no input, and says how to change it', () => {
    const view = answers(withAnswer('immediate-actions', `I rang ${'them & '.repeat(500)}`));
    expect(inputsOf(view).map(({ block_id: id }) => id)).not.toContain('immediate-actions');
    const shown = JSON.stringify(view.blocks);
    expect(shown).toContain('Longer than a form holds: edit your message, or type redo 3.');
    expect(shown).toContain('I rang them & them');
    expect(refused(view.blocks, 'view')).toEqual([]);
  });

  test('nothing written in it can wake anybody', () => {
    for (const words of [PINGS.join(' '), `${PINGS.join(' ')} ${'x '.repeat(2_000)}`]) {
      const view = answers(withAnswer('context', words));
      const elsewhere = parsedBySlack(view.blocks).join('\n');
      for (const ping of PINGS) {
        expect(JSON.stringify(view)).toContain(ping);
        expect(elsewhere).not.toContain(ping);
      }
      expect(elsewhere).not.toContain('mrkdwn');
    }
  });
});

describe('what a card asks for, as a form', () => {
  test('ratings are picked by their words and come back by their place', () => {
    const rating: Input = {
      type: 'rating',
      id: 'context',
      label: 'setting',
      choices: ['not yet', 'there, but thin', 'clear'],
      value: 1,
    };
    const [input] = inputsOf(ratingModal([rating], 'm'));
    expect(input).toMatchObject({
      block_id: 'context',
      element: {
        type: 'radio_buttons',
        options: [{ value: '0' }, { value: '1', text: { text: 'there, but thin' } }, { value: '2' }],
        initial_option: { value: '1' },
      },
    });
  });

  test('more choices than radio buttons hold are a menu', () => {
    const choices = Array.from({ length: 11 }, (_, index) => `${index}`);
    const view = ratingModal([{ type: 'rating', id: 'r', label: 'r', choices }], 'm');
    expect(inputsOf(view)[0]?.element.type).toBe('static_select');
    expect(refused(view.blocks, 'view')).toEqual([]);
  });
});

describe('what was filled in', () => {
  test('comes back by the id of its input, whatever kind it was', () => {
    expect(
      readValues({
        a: { value: { type: 'plain_text_input', value: 'words' } },
        b: { value: { type: 'radio_buttons', selected_option: { text: {}, value: '2' } } },
        c: { value: { type: 'users_select', selected_user: 'U2' } },
        d: { value: { type: 'datepicker', selected_date: '2026-12-01' } },
        e: { value: { type: 'timepicker', selected_time: '18:30' } },
      }),
    ).toEqual({ a: 'words', b: '2', c: 'U2', d: '2026-12-01', e: '18:30' });
  });

  test('a step without a value is left out, an empty one is kept', () => {
    expect(
      readAnswers({
        context: { value: { type: 'plain_text_input', value: null } },
        failure: { value: { type: 'plain_text_input', value: '' } },
        reflections: {},
        growth: { value: { type: 'radio_buttons', selected_option: null } },
      }),
    ).toEqual({ failure: '' });
  });

  test('what is no view’s values is not read', () => {
    for (const values of [undefined, 'x', { a: 'x' }, { a: { b: { value: 7 } } }])
      expect(() => readValues(values)).toThrow();
  });

  test('a form stays open with a line under each input', () => {
    expect(
      errorsOf(['context', 'failure'], 'Not saved yet. Your text is still here: press Save again.'),
    ).toEqual({
      response_action: 'errors',
      errors: {
        context: 'Not saved yet. Your text is still here: press Save again.',
        failure: 'Not saved yet. Your text is still here: press Save again.',
      },
    });
  });
});

describe('sharing with a coach', () => {
  test('asks for one person', () => {
    const view = shareModal('m');
    expect(inputsOf(view)).toMatchObject([{ block_id: 'to', element: { type: 'users_select' } }]);
    expect([view.callback_id, view.private_metadata]).toEqual([FORMS.share, 'm']);
  });

  test('shows the very blocks that will be sent, and nothing to press', () => {
    const card: Card = { v: 1, blocks: [text('They wrote: ', quote('A YES'))], buttons: [], asks: 'nothing' };
    const view = sharePreviewModal(card, '<!channel> Grace', 'm');
    const [message] = renderCard(card, { userId: 'U2' });
    expect(sent(view.blocks).slice(-1)).toEqual(sent(message?.blocks));
    expect(seen(sharePreviewModal(everyBlock, 'Grace', 'm').blocks as never)).toContain(
      'Grace gets exactly this:',
    );
    expect(JSON.stringify(sharePreviewModal(everyBlock, 'Grace', 'm'))).not.toContain('"actions"');
    expect(parsedBySlack(view.blocks).join('\n')).not.toContain('<!channel>');
  });

  test('a long card is shown whole', () => {
    const words = Array.from({ length: 150 }, (_, index) => `line ${index}.`);
    const long: Card = { v: 1, blocks: words.map((line) => text(line)), buttons: [], asks: 'nothing' };
    const view = sharePreviewModal(long, 'Grace', 'm');
    expect(refused(view.blocks, 'view')).toEqual([]);
    for (const line of words) expect(JSON.stringify(view.blocks)).toContain(line);
  });

  test('what is sent shortened is shown so, letter for letter', () => {
    const heavy: Card = {
      v: 1,
      blocks: Array.from({ length: 5 }, () => ({
        kind: 'passage' as const,
        text: '&<>&& '.repeat(6_600),
        by: 'person' as const,
      })),
      buttons: [],
      asks: 'nothing',
    };
    const view = sharePreviewModal(heavy, 'Grace', 'm');
    const blocks = renderCard(heavy, { userId: 'U2' }).flatMap((message) => message.blocks);
    expect(sent(view.blocks.slice(2))).toEqual(sent(blocks));
    expect(view.submit).toBeDefined();
  });
});
