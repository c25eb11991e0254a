import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import { FORM_DAYS, FORM_TIME } from '../../../src/reminders/when-form.ts';
import { labelled, shortInput } from './modal-inputs.ts';

/** The ids of its inputs, by which what was filled in comes back. */
export const WHEN_FIELDS = { days: 'days', often: 'often', time: 'time', zone: 'zone' } as const;
export const EVERY_OTHER = '2';

/** Days, rhythm, time and zone in one form. Discord has no input for a time, and searches no list in a form: those are typed. */
export function whenModal(customId: string): APIModalInteractionResponseCallbackData {
  const days = Object.entries(FORM_DAYS).map(([value, label]) => ({ value, label }));
  return {
    title: 'When to remind you',
    custom_id: customId,
    components: [
      labelled('Days', {
        type: ComponentType.StringSelect,
        custom_id: WHEN_FIELDS.days,
        options: days,
        min_values: 1,
        max_values: days.length,
      }),
      labelled('How often', {
        type: ComponentType.RadioGroup,
        custom_id: WHEN_FIELDS.often,
        options: [
          { label: 'Every week', value: '1', default: true },
          { label: 'Every two weeks', value: EVERY_OTHER },
        ],
      }),
      labelled('Time', shortInput(WHEN_FIELDS.time, FORM_TIME, '18:30')),
      labelled(
        'Time zone',
        {
          ...shortInput(WHEN_FIELDS.zone, undefined, 'Europe/Berlin'),
          max_length: LONGEST_ZONE,
          required: false,
        },
        'A city near you, such as Berlin. Empty: the one I know, or I ask.',
      ),
    ],
  };
}

/** IANA's longest has 32 letters. */
const LONGEST_ZONE = 40;
