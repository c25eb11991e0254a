import { describe, expect, test } from 'vitest';
import { decodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { PICKS } from '../../../adapters/discord/render/card-menus.ts';
import { renderCard, renderPlain } from '../../../adapters/discord/render/render.ts';
import { type Card, CardSchema } from '../../../src/card/card.ts';
import { fallbackText } from '../../../src/card/fallback.ts';
import { advance } from '../../../src/conversation/advance.ts';
import { eraseCard } from '../../../src/conversation/cards/erase-card.ts';
import { helpCard } from '../../../src/conversation/cards/help-cards.ts';
import { historyCard, noSuchPractice, practiceCard } from '../../../src/conversation/cards/history-cards.ts';
import { storiesCard } from '../../../src/conversation/cards/stories-card.ts';
import { closed } from '../../../src/conversation/closed.ts';
import { commandOfAction } from '../../../src/conversation/commands.ts';
import type { SessionEvent } from '../../../src/conversation/event.ts';
import { lobbyCard } from '../../../src/conversation/lobby.ts';
import type { Session } from '../../../src/conversation/session.ts';
import { standingCard } from '../../../src/conversation/standing.ts';
import type { View } from '../../../src/conversation/turn.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { progressCard } from '../../../src/progress/progress-card.ts';
import {
  AT,
  atCritique,
  atDraft,
  atFirstStep,
  beginPractice,
  type Practice,
  SEED,
  STORY,
} from '../../conversation/practice.ts';
import { judged, practised, progressOn } from '../../progress/practised.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { componentsIn, refused, refusedPlain, textsOf } from './seen.ts';

/** A thread without the Message Content intent: nobody hears what is typed there. */
const IN_FORMS = { userId: '123456789012345678', writesInForm: true };
const guide = catalog.default;
const HARD = 'I was fired after my breakdown last year and I still cannot talk about it.';

const atSecondCritique = () =>
  atCritique().presses('answer').says('Now I ask for a mail the same day.').presses('use');

/** Wherever a practice can stand. */
const PLACES: readonly (readonly [string, () => Practice])[] = [
  ['the door', () => beginPractice()],
  ['what it is for', () => beginPractice().presses('story')],
  ['a memory cue', () => beginPractice().presses('nothing').presses('skip')],
  [
    'what was jotted',
    () => beginPractice().presses('nothing').presses('skip').says('a hall').presses('pick'),
  ],
  ['the failure', () => beginPractice().presses('story').presses('skip')],
  ['the answer as a whole', () => beginPractice().presses('answer').presses('skip')],
  ['a step', () => atFirstStep()],
  ['a step that is written anew', () => atDraft().presses('redo:failure')],
  ['an empty draft', () => atFirstStep().presses('go')],
  ['the draft', () => atDraft()],
  ['the draft of another practice', () => atDraft({ isFirst: false })],
  ['the critique being made', () => atDraft().presses('go')],
  ['the critique', () => atCritique()],
  ['the critique without a point', () => atCritique().presses('not-so').isJudged()],
  ['one question', () => atCritique().presses('answer')],
  ['a reply in its place', () => atCritique().presses('answer').says('Now I ask for a mail.')],
  ['the draft after a reply', () => atSecondCritique().isJudged().presses('back')],
  ['a run', () => atCritique().presses('aloud')],
  ['a run under way', () => atCritique().presses('aloud').presses('s90')],
  ['what was said in a run', () => atCritique().presses('aloud').presses('s90').presses('finished')],
  [
    'the last question',
    () => atCritique().presses('aloud').presses('s90').presses('finished').presses('all'),
  ],
  ['a pause', () => atFirstStep().presses('pause')],
  ['the end', () => atFirstStep().presses('stop')],
  ['a hard story', () => atFirstStep().says(HARD)],
];

/** What a person may do that is answered with a line. */
const SIDEWAYS = [
  ...['next', 'tips', 'example', 'why', 'help', 'more', 'draft', 'settings', 'settings:numbers-on'],
  ...['explain', 'explain:2', 'not-so', 'redo', 'follow-up', 'go', 'erase', 'export', 'start', 'undo'],
  ...['settings:shares-off', 'settings:shares-on', 'done', 'skip', 'back', 'pause', 'stop', 'resume'],
] as const;

/** What is said of words, files and changes that do not fit where the practice stands. */
const UNFIT = ['', '🙂', 'I do not know what to say', 'no idea', 'What do you mean?'] as const;

type What = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at' | 'seed'> : never) : never;

/** What follows from one event; the practice stays as it is. */
function cardsAfter(session: Session, what: What, at = AT): readonly Card[] {
  const { effects } = advance(session, { ...what, at, seed: SEED } as SessionEvent, guide);
  return effects.flatMap((effect) => (effect.type === 'say' ? [effect.card] : []));
}

const pressing = (session: Session, action: string) =>
  cardsAfter(session, { type: 'pressed', action, turn: session.turn });

function cardsAt({ session, cards }: Practice): readonly Card[] {
  const written = Object.values(session.answers).flat();
  // Where nothing is asked there is no form to write in.
  const unfit = standingCard(session, guide).asks === 'nothing' ? [] : UNFIT;
  const threeDaysOn = new Date(Date.parse(AT) + 3 * 86_400_000).toISOString();
  return [
    ...cards,
    ...SIDEWAYS.flatMap((action) => pressing(session, action)),
    ...unfit.flatMap((text) =>
      cardsAfter(session, { type: 'said', part: { id: 'unfit', stamp: '9999', text }, ends: 'now' }),
    ),
    ...cardsAfter(session, { type: 'filesUnread', names: ['answer.pdf'] }),
    ...cardsAfter(session, { type: 'spoke', seconds: 74 }),
    ...cardsAfter(session, { type: 'tooLong', length: 41_200 }),
    ...cardsAfter(session, { type: 'attached' }),
    ...cardsAfter(session, { type: 'attached' }, threeDaysOn),
    ...cardsAfter(session, { type: 'critiqueFailed', draftNo: session.drafts, code: 'timeout' }),
    ...written.flatMap(({ id: partId }) => [
      ...cardsAfter(session, { type: 'deleted', partId }),
      ...cardsAfter(session, { type: 'edited', partId, text: 'Another hall.' }),
    ]),
  ];
}

const MANY = [1, 2, 3].map((number) => practised(number, { judged: [judged([1, 2])], runs: [90] }));

/** Cards of no turn: what the history, the lobby and a deletion show. */
function otherCards(): readonly Card[] {
  const past = (practice: Practice, number: number) => {
    const made = practice.session.critique;
    const critiques = made === undefined ? [] : [made];
    return { number, day: '4 November 2026', session: practice.session, guide, critiques };
  };
  const pasts = [past(atCritique(), 3), past(atFirstStep().says(HARD), 2), past(beginPractice(), 1)];
  const replies: readonly View[] = [
    historyCard([]),
    historyCard(pasts),
    historyCard(Array.from({ length: 12 }, (_, index) => ({ ...past(atCritique(), 3), number: index + 1 }))),
    { blocks: progressCard(progressOn([]), guide, { numbers: false, isUnderWay: false }) },
    { blocks: progressCard(progressOn(MANY), guide, { numbers: false, isUnderWay: false }) },
    ...pasts.map(practiceCard),
    noSuchPractice(undefined),
    noSuchPractice(9),
    storiesCard([], undefined),
    storiesCard(
      pasts.map((one) => ({ practices: [one], doubts: [] })),
      'ward nurse',
    ),
    helpCard(),
  ];
  return [
    ...replies.map(({ blocks, buttons = [] }): Card => ({ v: 1, blocks, buttons, asks: 'nothing' })),
    { v: 1, ...lobbyCard(guide) },
    { v: 1, ...eraseCard() },
  ];
}

/** All that is read on a card: its texts, and what stands on its buttons and in its menus. */
function readOn(card: Card): string[] {
  return [...renderCard(card, IN_FORMS), ...renderPlain(card, IN_FORMS)].flatMap((message) => [
    ...textsOf(message),
    ...componentsIn(message.components).flatMap(({ label, placeholder, options }) => [
      ...[label, placeholder].filter((words) => typeof words === 'string'),
      ...(Array.isArray(options) ? options.map((option) => String(option.label)) : []),
    ]),
  ]);
}

/** What the presses on a card tell the coach. */
function actionsOn(card: Card): string[] {
  return renderCard(card, IN_FORMS).flatMap(({ components }) =>
    componentsIn(components).flatMap(({ custom_id: written, options }) => {
      const id = typeof written === 'string' ? decodeCustomId(written) : undefined;
      if (id === undefined || id.kind === 'open') return [];
      const values = Array.isArray(options) ? options.map((option) => String(option.value)) : [];
      if (values.length === 0) return [id.action];
      return values.map((value) => (id.action === PICKS ? value : `${id.action}:${value}`));
    }),
  );
}

const anew = (card: Card): Card => ({
  ...card,
  ...(card.origin === undefined
    ? {}
    : { origin: { ...card.origin, sessionId: '0f8fad5b-d9cb-469f-a165-70867728950e' } }),
});

describe.each(PLACES)('where nothing typed is heard, at %s', (_, there) => {
  const cards = cardsAt(there()).map(anew);

  test('no card asks to type, and Discord takes each of them', () => {
    for (const card of cards) {
      CardSchema.parse(card);
      for (const words of readOn(card)) {
        expect(words).not.toMatch(/\btype\b/i);
        expect(judgingWordsIn(words.replace(STORY.growth, ''))).toEqual([]);
      }
      for (const message of renderCard(card, IN_FORMS)) expect(refused(message)).toEqual([]);
      for (const message of renderPlain(card, IN_FORMS)) expect(refusedPlain(message)).toEqual([]);
    }
  });

  test('whatever can be pressed is understood', () => {
    const unknown = cards.flatMap(actionsOn).filter((action) => commandOfAction(action, guide) === undefined);
    expect(unknown).toEqual([]);
  });

  test('each command that stands in the menu of its own card, or behind More, does something there', () => {
    const { session, card } = there();
    const offered = [card, ...pressing(session, 'more')].flatMap((one) => actionsOn(anew(one)));
    // What only looks at what is stored, begins another practice, or is the plan's is answered before the practice is asked.
    const own = offered.filter(
      (action) => !/^(?:history|progress|stories|remind|show|start|new|fresh|resume:)/.test(action),
    );
    for (const action of own) {
      const shown = pressing(session, action).map(fallbackText).join('\n');
      expect(shown, action).not.toContain('does nothing here');
      expect(shown, action).not.toContain('belongs to an earlier card');
    }
  });
});

test('cards of no practice do not ask to type, and what can be pressed there is understood', () => {
  for (const card of otherCards()) {
    for (const words of readOn(card)) expect(words).not.toMatch(/\btype\b/i);
    for (const action of actionsOn(card)) expect(commandOfAction(action, guide), action).toBeDefined();
  }
});

test('every question offers to skip, to go back, to pause and to stop, at once or behind More', () => {
  for (const [place, there] of PLACES) {
    const { session } = there();
    if (!['opening', 'finding', 'choosing', 'asking', 'improving', 'closing'].includes(session.stage.at))
      continue;
    const offered = new Set(
      [{ v: 1 as const, ...standingCard(session, guide) }, ...pressing(session, 'more')]
        .map(anew)
        .flatMap(actionsOn),
    );
    const wanted = place === 'the door' ? ['skip', 'pause', 'stop'] : ['skip', 'back', 'pause', 'stop'];
    expect(
      wanted.filter((action) => !offered.has(action)),
      place,
    ).toEqual([]);
  }
});

test('a tip that took the place of the question still offers its form, and leads back to it', () => {
  const card = anew(atFirstStep().presses('tips').card);
  const ids = renderCard(card, IN_FORMS).flatMap(({ components }) =>
    componentsIn(components).flatMap(({ custom_id: id }) => decodeCustomId(String(id)) ?? []),
  );
  expect(ids).toContainEqual(expect.objectContaining({ kind: 'open', action: 'write' }));
  expect(ids).toContainEqual(expect.objectContaining({ kind: 'press', action: 'resume' }));
});

test('where a practice ended, the way to the earlier ones stands as a button', () => {
  const practice = atFirstStep();
  const made = closed(practice.session, { guide, at: AT, reading: undefined });
  const [said] = made.effects.flatMap((effect) => (effect.type === 'say' ? [anew(effect.card)] : []));
  expect(said === undefined ? [] : actionsOn(said)).toContain('history');
});
