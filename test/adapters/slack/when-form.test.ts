import type { InputBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { suggestionIn } from '../../../adapters/slack/receive/suggestion-event.ts';
import { whenFilled } from '../../../adapters/slack/receive/when-values.ts';
import { FORMS } from '../../../adapters/slack/render/forms.ts';
import { MODAL_TITLE } from '../../../adapters/slack/render/limits.ts';
import { renderCard } from '../../../adapters/slack/render/render.ts';
import { whenModal } from '../../../adapters/slack/render/when-modal.ts';
import { isOffered, zoneOption, zoneOptions } from '../../../adapters/slack/render/zone-options.ts';
import type { Card } from '../../../src/card/card.ts';
import { remindIn } from '../../../src/conversation/remind-in.ts';
import {
  askedCard,
  FIRST_CHOICES,
  lineCard,
  unreadCard,
  whenAskedCard,
  zoneAskedCard,
} from '../../../src/reminders/cards/plan-cards.ts';
import { readWhen } from '../../../src/reminders/when/read-when.ts';
import type { WhenRead } from '../../../src/reminders/when/when-read.ts';
import { FORM_DAYS } from '../../../src/reminders/when-form.ts';
import { allZones } from '../../../src/reminders/zones/names.ts';
import { everyBlock } from '../../card/every-block.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { refused } from './seen.ts';

const NOW = '2027-03-08T08:00:00Z';

function buttonsOf(card: Card): string[] {
  return renderCard(card, { userId: 'U1' })
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
}

describe('the button of the form', () => {
  test.each([
    ['asks when', whenAskedCard(3)],
    ['asks when instead', whenAskedCard(3, 'When instead?')],
    ['found no time in what was typed', unreadCard(undefined, 3)],
  ])('stands behind the usual times on a card that %s', (_, card) => {
    expect(buttonsOf(card)).toEqual([...FIRST_CHOICES.map(({ label }) => label), 'Pick days and time']);
  });

  test.each([
    ['asks something else', askedCard('Which day?', [{ label: 'Friday', words: 'friday 8:30' }], 3)],
    ['asks for the zone', zoneAskedCard(undefined, [{ label: 'UTC', words: 'zone UTC' }], 3)],
    ['only says something', lineCard('Nothing is changed.')],
    ['is of a practice', everyBlock],
  ])('is not on a card that %s', (_, card) => {
    expect(buttonsOf(card)).not.toContain('Pick days and time');
  });

  test('belongs to one person, and to no practice', () => {
    const [message] = renderCard(whenAskedCard(3), { userId: 'U1' });
    expect(JSON.stringify(message)).toContain('"action_id":"when"');
    expect(JSON.stringify(message)).toContain('"value":"remind:form|U1||"');
  });
});

describe('the form', () => {
  const modal = (zone?: string) => whenModal({ zone, privateMetadata: 'm' });
  const inputs = (zone?: string) =>
    modal(zone).blocks.filter((block): block is InputBlock => block.type === 'input');

  test('is taken by Slack, and judges nobody', () => {
    for (const zone of ['Europe/Berlin', undefined]) {
      const view = modal(zone);
      expect(refused(view.blocks, 'view')).toEqual([]);
      for (const label of [view.title, view.submit, view.close]) {
        expect(label?.text.length).toBeLessThanOrEqual(MODAL_TITLE);
        expect(label?.text.length).toBeGreaterThan(0);
      }
      expect(judgingWordsIn(JSON.stringify(view.blocks))).toEqual([]);
      expect([view.callback_id, view.private_metadata]).toEqual([FORMS.when, 'm']);
    }
  });

  test('asks for days, rhythm, time and zone, each of which has to be filled', () => {
    expect(inputs('Europe/Berlin')).toMatchObject([
      { block_id: 'days', element: { type: 'checkboxes' } },
      { block_id: 'often', element: { type: 'radio_buttons', initial_option: { value: '1' } } },
      { block_id: 'time', element: { type: 'timepicker', initial_time: '08:30' } },
      {
        block_id: 'zone',
        element: {
          type: 'external_select',
          min_query_length: 2,
          initial_option: { value: 'Europe/Berlin' },
        },
      },
    ]);
    expect(inputs().filter(({ optional }) => optional === true)).toEqual([]);
  });

  test.each([undefined, 'Japan', 'Mars/Olympus', '', '+02:00'])(
    'begins with no zone where Slack tells none that can be named (%s)',
    (zone) => {
      expect(inputs(zone).at(-1)?.element).not.toHaveProperty('initial_option');
    },
  );
});

const WORDS = Object.keys(FORM_DAYS);

/** Every set of days but the empty one, as ISO numbers. */
const SETS = Array.from({ length: 127 }, (_, index) =>
  WORDS.flatMap((__, day) => (((index + 1) >> day) & 1 ? [day + 1] : [])),
);

interface Filling {
  readonly days?: readonly string[];
  readonly often?: string;
  readonly time?: string | null;
  readonly zone?: string | null;
}

function values({ days = ['Mon'], often = '1', time = '08:30', zone = 'Europe/Berlin' }: Filling = {}) {
  return {
    days: { days: { type: 'checkboxes', selected_options: days.map((value) => ({ value })) } },
    often: { often: { type: 'radio_buttons', selected_option: { value: often } } },
    time: { time: { type: 'timepicker', selected_time: time } },
    zone: { zone: { type: 'external_select', selected_option: zone === null ? null : zoneOption(zone) } },
  };
}

/** What the coach makes of a filled form; their own zone is another one. */
function read(filling: Filling): WhenRead {
  const made = whenFilled(values(filling));
  if (made.filled !== 'all') throw new Error(JSON.stringify(made));
  const words = remindIn(made.text);
  if (words === undefined) throw new Error(`nothing about reminders: ${made.text}`);
  return readWhen(words, { now: NOW, zone: 'America/New_York' });
}

describe('what was filled in', () => {
  test('is what would have been typed', () => {
    expect(whenFilled(values({ days: ['Thu', 'Mon'], time: '18:00' }))).toEqual({
      filled: 'all',
      text: 'remind every Mon/Thu 18:00 Europe/Berlin',
    });
    expect(whenFilled(values({ often: '2' }))).toEqual({
      filled: 'all',
      text: 'remind every two weeks on Mon 08:30 Europe/Berlin',
    });
  });

  test.each([
    ['1', 1],
    ['2', 2],
  ])('is read as these days of the week, in every set of them, every %s', (often, every) => {
    for (const set of SETS) {
      const days = set.map((day) => WORDS[day - 1] ?? '');
      const made = read({ days, often, time: '18:00' });
      expect(made, days.join('/')).toMatchObject({
        read: 'wish',
        zone: 'Europe/Berlin',
        wish: { kind: 'recurrence', recurrence: { each: 'week', every, days: set, times: ['18:00'] } },
      });
    }
  });

  test('is at the very time that was picked, in the night and at noon too', () => {
    for (let minutes = 0; minutes < 24 * 60; minutes += 15) {
      const two = (number: number) => String(number).padStart(2, '0');
      const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      for (const [days, often] of [
        [['Sun'], '1'],
        [WORDS, '2'],
      ] as const)
        expect(read({ days, often, time }), time).toMatchObject({ wish: { recurrence: { times: [time] } } });
    }
  });

  test('is in the very zone that was picked, whichever is offered, in all its length', () => {
    const zones = allZones().filter(isOffered);
    expect(zones.length).toBeGreaterThan(400);
    for (const zone of zones)
      expect(read({ days: WORDS, often: '2', zone }), zone).toMatchObject({ read: 'wish', zone });
  });

  test('and what is missing is said under its input', () => {
    expect(whenFilled(values({ days: [] }))).toEqual({
      filled: 'some',
      errors: { days: 'Pick at least one day.' },
    });
    expect(whenFilled(values({ days: ['Someday'], time: null, zone: null }))).toEqual({
      filled: 'some',
      errors: {
        days: 'Pick at least one day.',
        time: 'Pick a time of the day.',
        zone: 'Pick your time zone: type a city near you, such as Berlin.',
      },
    });
    expect(whenFilled({})).toMatchObject({ filled: 'some' });
  });
});

describe('while a zone is typed', () => {
  const found = (typed: string) => zoneOptions(typed, NOW).map(({ value }) => value);

  test('those it names come first', () => {
    expect(found('berl')[0]).toBe('Europe/Berlin');
    expect(found('new york')[0]).toBe('America/New_York');
    expect(found('IST').slice(0, 3)).toEqual(['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']);
    expect(found('germany')).toEqual(['Europe/Berlin']);
    expect(found('13:30')).toContain('Asia/Kolkata');
  });

  test('are no more than Slack takes, each with the name it is read by', () => {
    for (const typed of ['a', 'am', 'e', '/', 'of', 'us', '9:00', 'zz top', '   ']) {
      const options = zoneOptions(typed, NOW);
      expect(options.length).toBeLessThanOrEqual(100);
      for (const { text, value } of options)
        expect([text.text, isOffered(value ?? '')]).toEqual([value, true]);
    }
    expect(found('am')).toHaveLength(100);
    expect(found('no such place')).toEqual([]);
  });

  test('Slack asks with what was typed so far', () => {
    const body = { type: 'block_suggestion', action_id: 'zone', block_id: 'zone', value: 'ber', team: null };
    expect(suggestionIn(body)).toEqual({ actionId: 'zone', typed: 'ber' });
    expect(suggestionIn({ ...body, type: 'block_actions' })).toBeUndefined();
  });
});
