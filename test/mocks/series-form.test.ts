import { expect, test } from 'vitest';
import {
  type FormPlace,
  type FormValues,
  freshValues,
  scheduleForm,
  valuesOf,
} from '../../src/mocks/series/cards/schedule-form.ts';
import { readEditForm, readScheduleForm } from '../../src/mocks/series/read-schedule-form.ts';
import { NOW, Organised, ZONE } from './series-kit.ts';

const SAID = { now: NOW, zone: ZONE };
const FRESH = freshValues('slack/C1', ZONE);

function problems(change: FormValues) {
  const read = readScheduleForm({ ...FRESH, ...change }, SAID);
  return 'problems' in read ? read.problems : {};
}

test('what a form holds is what is scheduled', () => {
  expect(
    readScheduleForm(
      { ...FRESH, title: ' Stories ', when: 'every two weeks on Thursday 15:00', mode: 'async', days: '2' },
      SAID,
    ),
  ).toEqual({
    schedule: {
      title: 'Stories',
      channel: 'slack/C1',
      zone: ZONE,
      mode: { kind: 'async', days: 2 },
      rounds: 1,
      who: 'joiners',
      when: {
        kind: 'recurring',
        recurrence: { each: 'week', every: 2, days: [4], times: ['15:00'], from: '2027-03-04' },
      },
      total: 4,
    },
  });
  expect(readScheduleForm({ ...FRESH, date: '2027-03-20', 'date-time': '15:00' }, SAID)).toMatchObject({
    schedule: { when: { kind: 'once', moment: { wall: '2027-03-20T15:00' } } },
  });
  expect(
    readScheduleForm(
      { ...FRESH, when: 'weekly Friday 9:30', zone: 'Tokyo', who: 'people', people: 'U1, U2 U1' },
      SAID,
    ),
  ).toMatchObject({ schedule: { zone: 'Asia/Tokyo', who: { ids: ['U1', 'U2'] } } });
});

test('each field that cannot be says what to do next', () => {
  const ok = { when: 'weekly Thursday 15:00' };
  expect(problems({})).toEqual({
    when: 'Say when, for example: every two weeks on Thursday 15:00. Or choose a day.',
  });
  expect(problems({ date: '2027-02-20', 'date-time': '15:00' }).date).toContain('is past');
  expect(problems({ date: '2027-03-20' }).date).toContain('time of the day');
  expect(problems({ ...ok, date: '2027-03-20', 'date-time': '15:00' }).when).toContain('Empty this line');
  expect(problems({ ...ok, mode: 'async', days: '0' }).days).toContain('one to seven days');
  expect(problems({ ...ok, mode: 'async', days: '9' }).days).toContain('one to seven days');
  expect(problems({ ...ok, zone: 'Atlantis' }).zone).toContain('Name a city');
  expect(problems({ ...ok, zone: 'EST' }).zone).toContain('Type one of these');
  expect(problems({ ...ok, who: 'people' }).people).toContain('at least one person');
  expect(problems({ ...ok, who: 'group' }).group).toContain('Choose the group');
  expect(problems({ ...ok, channel: '' }).channel).toContain('channel');
  expect(problems({ ...ok, rounds: 'many' }).rounds).toContain('rounds 1');
  expect(problems({ ...ok, total: '0' }).total).toContain('Four are usual');
  expect(problems({ when: 'next Friday 15:00' }).when).toBe(
    'Which of them? Type: 2027-03-05 15:00, or 2027-03-12 15:00.',
  );
  expect(problems({ when: 'daily 9:00' }).when).toContain('once a week at most');
  expect(
    Object.keys(problems({ when: 'banana', zone: 'Atlantis', title: 'x'.repeat(121) })).toSorted(),
  ).toEqual(['title', 'when', 'zone']);
});

test.each([
  'every two weeks on Thursday 15:00',
  'first Tuesday 10:00',
  'last Friday of the month 16:00',
  'monthly on the 31st 10:00',
  'first and third Tuesday 10:00',
  '20 March 2027 15:00',
])('a form sent back as it was shown changes nothing, also weeks later: %s', (words) => {
  const { known } = new Organised(words);
  const later = { now: '2027-03-12T09:00:00.000Z', zone: 'Asia/Tokyo' };
  expect(readEditForm(valuesOf(known), known, later)).toEqual({ change: {} });
  expect(readEditForm({}, known, later)).toEqual({ change: {} });
  // Its rhythm can be typed as it is shown, and means the same.
  const read = readScheduleForm(valuesOf(known), SAID);
  expect(read).toMatchObject({ schedule: { when: { kind: known.when.kind } } });
  if ('schedule' in read)
    expect(new Organised(words, read.schedule).current.startsAt).toBe(new Organised(words).current.startsAt);
});

test('only what was changed in the form is changed', () => {
  const { known } = new Organised('every two weeks on Thursday 15:00');
  expect(readEditForm({ ...valuesOf(known), title: 'Other' }, known, SAID)).toEqual({
    change: { title: 'Other' },
  });
  expect(
    readEditForm({ ...valuesOf(known), date: '2027-03-09', 'date-time': '10:00' }, known, SAID),
  ).toMatchObject({ change: { when: { kind: 'once', moment: { wall: '2027-03-09T10:00' } } } });
  expect(readEditForm({ ...valuesOf(known), when: 'weekly Friday 10:00' }, known, SAID)).toMatchObject({
    change: { when: { kind: 'recurring', recurrence: { days: [5] } } },
  });
  const once = new Organised('20 March 2027 15:00').known;
  expect(readEditForm({ ...valuesOf(once), when: 'weekly Friday 10:00' }, once, SAID)).toMatchObject({
    change: { when: { kind: 'recurring' } },
  });
});

test('a form offers what the place can do, and nothing else', () => {
  const bare: FormPlace = { channels: [], groups: [], knowsMembers: false };
  const rich: FormPlace = {
    channels: [{ value: 'slack/C1', label: 'general' }],
    groups: [{ value: 'S1', label: 'Designers' }],
    knowsMembers: true,
  };
  const options = (place: FormPlace) =>
    scheduleForm(FRESH, place).blocks.flatMap((block) =>
      block.kind === 'input' && block.input.type === 'choice' && block.input.id === 'who'
        ? block.input.options.map(({ value }) => value)
        : [],
    );
  expect(options(bare)).toEqual(['joiners', 'people']);
  expect(options(rich)).toEqual(['joiners', 'channel', 'people', 'group']);
});
