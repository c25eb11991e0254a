import type { InputBlock, ModalView } from '@slack/types';
import { FORM_DAYS, FORM_TIME } from '../../../src/reminders/when-form.ts';
import { FORMS, modal, option, words } from './forms.ts';
import { isOffered, zoneOption } from './zone-options.ts';

/** How often, by the number of weeks. */
const EVERY_WEEK = option('Every week', '1');
const EVERY_TWO_WEEKS = option('Every two weeks', '2');

/** Days, rhythm, time and zone in one form. `zone`: theirs (IANA), where it is known. */
export function whenModal(form: {
  readonly zone: string | undefined;
  readonly privateMetadata: string;
}): ModalView {
  return {
    ...modal('When to remind you', { submit: 'Next', close: 'Close' }),
    callback_id: FORMS.when,
    private_metadata: form.privateMetadata,
    blocks: [
      input('days', 'Days', {
        type: 'checkboxes',
        action_id: 'days',
        options: Object.entries(FORM_DAYS).map(([day, label]) => option(label, day)),
      }),
      input('often', 'How often', {
        type: 'radio_buttons',
        action_id: 'often',
        options: [EVERY_WEEK, EVERY_TWO_WEEKS],
        initial_option: EVERY_WEEK,
      }),
      input('time', 'Time', { type: 'timepicker', action_id: 'time', initial_time: FORM_TIME }),
      input('zone', 'Time zone', zonePicker(form.zone), 'Type a city or a country to find another.'),
    ],
  };
}

function zonePicker(zone: string | undefined): InputBlock['element'] {
  return {
    type: 'external_select',
    action_id: ZONE_SEARCH,
    placeholder: words('Type a city'),
    min_query_length: 2,
    ...(zone === undefined || !isOffered(zone) ? {} : { initial_option: zoneOption(zone) }),
  };
}

/** The `action_id` by which zones are asked for while they are typed. */
export const ZONE_SEARCH = 'zone';

function input(id: string, label: string, element: InputBlock['element'], hint?: string): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: words(label),
    ...(hint === undefined ? {} : { hint: words(hint) }),
    element,
  };
}
