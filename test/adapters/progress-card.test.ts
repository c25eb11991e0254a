import { expect, test } from 'vitest';
import { renderCard as onDiscord } from '../../adapters/discord/render/render.ts';
import { renderCard as onSlack } from '../../adapters/slack/render/render.ts';
import { renderCard as inTerminal } from '../../adapters/terminal/render.ts';
import type { Card } from '../../src/card/card.ts';
import { progressCard } from '../../src/progress/progress-card.ts';
import { guide, judged, practised, progressOn, scores } from '../progress/practised.ts';

const card: Card = {
  v: 1,
  blocks: progressCard(
    progressOn([
      practised(1, { judged: [judged([0, 1, 1, 0, 0])] }),
      practised(9, { judged: [judged([1, 2, 1, 0, 0])], own: scores(2, 1, 1, 1, 0) }),
    ]),
    guide,
    { numbers: false, isUnderWay: true },
  ),
  buttons: [],
  asks: 'nothing',
};

test('progress is one picture in Discord, with its words beside it', () => {
  const messages = onDiscord(card, { userId: '1', writesInForm: false });
  const pictures = messages.flatMap((message) => message.pictures ?? []);
  expect(pictures.map(({ name }) => name)).toEqual(['progress.png']);
  expect(pictures[0]?.alt).toContain('Context: not yet, then thin; your own view: clear.');
  expect(JSON.stringify(messages)).toContain('not yet, then thin');
});

test('its words are in the message of Slack, once; the picture is a file beside', () => {
  const shown = JSON.stringify(onSlack(card, { userId: 'U1' }));
  expect(shown.split('not yet, then thin')).toHaveLength(2);
});

test('the terminal shows its words and its bars', () => {
  const shown = inTerminal(card, { width: 80, colour: false, choices: true });
  expect(shown).toContain('Context           not yet, then thin');
  expect(shown).toContain('Context           ▁▄  your own view ·█');
});
