/** What answers a reminder that came, in plain words, and what is typed after `remind` for it. */
const TO_REMINDER: readonly (readonly [RegExp, words: string])[] = [
  [
    /^(?:start|start (?:now|it)|begin|now|go|let'?s go|let us go|do it|ready|i am ready|i'm ready|yes,? (?:now|start))$/u,
    'start',
  ],
  [
    /^(?:skip|skip it|skip this|skip this one|skip (?:for )?today|skip today's|not today|not this time|pass|leave it)$/u,
    'skip',
  ],
  [
    /^(?:snooze|later|later on|a bit later|not yet|(?:remind me|snooze) (?:later|in a bit)|in a bit)$/u,
    'snooze 1h',
  ],
  [/^(?:snooze )?(?:for |in )?(?:1 ?h|(?:an?|one|1) hour)$/u, 'snooze 1h'],
  [/^(?:snooze )?(?:until |till |to )?(?:this evening|tonight|evening)$/u, 'snooze evening'],
  [/^(?:snooze )?(?:until |till |to )?tomorrow$/u, 'snooze tomorrow'],
  [/^(?:wake|wake it|wake up|wake it up|go on)$/u, 'wake'],
  [/^(?:change|change it|another time)$/u, 'change'],
  [/^(?:stop|stop it|stop reminders|no more|no more reminders|stop reminding me)$/u, 'stop'],
  [/^(?:back|undo|take (?:it|that) back)$/u, 'back'],
];

/** So plain that beside a practice, too, they are said to the reminder. */
const BESIDE = /^(?:start|start now|not today|skip today|snooze|remind me later)$|^snooze /u;
/** What stands before a time and says only that it comes later. */
const LEAD =
  /^(?:(?:no|not now|not yet|ok|okay|yes|yeah|sure|better|rather|make it|let's say|let's do it|how about|what about|maybe|perhaps|(?:put|move|push|do) (?:it|this|this one)(?: off)?|remind me(?: again)?|ask me(?: again)?|wait|snooze)[, ]+(?=\S))+/u;

/** The words after `remind`; undefined where it is no answer. `bare`: in small letters, without a full stop. */
export function toReminder(bare: string, isBeside: boolean): string | undefined {
  if (isBeside && !BESIDE.test(bare)) return undefined;
  return TO_REMINDER.find(([form]) => form.test(bare))?.[1];
}

/**
 * The words for another moment, in a reply that says nothing else but perhaps that it is to be later: they may be none.
 * Undefined where a practice asks beside it, unless they say what for.
 */
export function momentWords(bare: string, isBeside: boolean): string | undefined {
  return isBeside && !bare.startsWith('snooze ') ? undefined : bare.replace(LEAD, '');
}

/** Whether plain words start the practice that a reminder offers, where one just came. */
export function isStarting(text: string): boolean {
  const bare = text
    .trim()
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replace(/(?<![.!?])[.!?]+$/u, '');
  return toReminder(bare, false) === 'start' || YES.test(bare);
}

/** Yes, as people say it. */
export const YES =
  /^(?:yes|yep|yeah|yup|y|ok(?:ay)?|sure|right|correct|good|great|fine|perfect|please do|go ahead|sounds (?:good|right)|(?:that is|that's) (?:right|fine|good|it|correct))(?:,? (?:yes|please|sure|thanks?|thank you|that is right|that's (?:right|fine|it)|do|go ahead|it is|thing))*$/u;
