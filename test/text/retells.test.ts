import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { retells } from '../../src/text/retells.ts';
import { words } from '../../src/text/words.ts';
import { anyUnits, anyWriting } from './any-text.ts';

/** The story in a line or two, then the answer to the first question about it. */
const TOLD_AGAIN = [
  [
    'I ordered the buffet for our partner evening on a number somebody told me in the corridor, and I never asked for the list.',
    'I ordered the buffet for 90 people, because a colleague had told me a number in the corridor and I never asked for the guest list. On the evening 150 people came, and the food was gone by half past seven.',
  ],
  [
    'I cancelled our old phone contract before the new one was working.',
    'I cancelled the old contract for the end of March without waiting for a date from the new provider. For four days nobody could ring us, and one client took a case elsewhere.',
  ],
  [
    'I set up the new handover sheet by myself over a weekend and switched to it on the Monday. The night shift could not use it.',
    'I designed a new handover sheet alone over a weekend and put it out on the Monday. I did not ask the night nurses, and I left out a box. Two patients got breakfast before an operation.',
  ],
  [
    'I agreed the room by phone and never got it in writing.',
    'I agreed the room on the phone with a man at the hotel, and I never asked for anything in writing. It was double booked.',
  ],
  [
    'I sent the labels to print without a proof.',
    'I was in a hurry and sent all the labels to print. I had not asked for a proof, and the year on them was wrong.',
  ],
  [
    'I switched off a sensor to make the number for the day.',
    'The sensor kept stopping the line, so I switched it off to reach our number for that day. 300 seats went out with a loose rail.',
  ],
  [
    'I promised a customer a delivery date our warehouse had never seen.',
    'To get the signature I promised the customer delivery in four weeks. The warehouse had not seen that date, and it took seven.',
  ],
  [
    'Forgot to back up the server.',
    'I forgot the backup. I had to back up the server every Friday, and I forgot it twice.',
  ],
  [
    'My handover was missing a dose and a patient waited in pain.',
    'I left a dose out of my handover. The patient waited for two hours, in pain, until somebody rang me.',
  ],
  [
    'I joined two tables on the wrong column and the board read a false report.',
    'In the April report I joined the two tables on a wrong column. It showed 500 lost customers, and the board read it and stopped a campaign.',
  ],
  ['i gave the wrong key to a guest', 'I gave a guest the wrong key, for a room where somebody was asleep.'],
  [
    'I changed the shift plan late in the evening and the drivers had already left.',
    'On the evening before a holiday I changed the plan for the shift. The drivers had left by then, so eleven trucks stood in the yard.',
  ],
] as const;

/** The same openings, and what adds to them: what came of it, what was done, another slip about the same matter. */
const GOES_ON = [
  [
    'I agreed the room by phone and never got it in writing.',
    'On the Monday before, the hotel told me it was double booked.',
  ],
  [
    'I agreed the room by phone and never got it in writing.',
    'So I found a smaller room the same day, and forty people could not come.',
  ],
  [
    'I ordered the buffet for our partner evening on a number somebody told me in the corridor, and I never asked for the list.',
    'There were 150 guests and food for 90. By half past seven the tables were empty.',
  ],
  [
    'I cancelled our old phone contract before the new one was working.',
    'For four days nobody could ring us, and one client took a case elsewhere.',
  ],
  [
    'I set up the new handover sheet by myself over a weekend and switched to it on the Monday. The night shift could not use it.',
    'Two patients got breakfast, and their operations were moved by a day.',
  ],
  [
    'I sent the labels to print without a proof.',
    'The year was wrong, and forty thousand bottles already had them on.',
  ],
  [
    'I switched off a sensor to make the number for the day.',
    'Three hundred seats with a loose rail went to the customer, and I told nobody.',
  ],
  [
    'I promised a customer a delivery date our warehouse had never seen.',
    'Their first three weeks in the new office were spent at folding tables.',
  ],
  ['Forgot to back up the server.', 'When the disk died on the Tuesday, two months of drawings were gone.'],
  [
    'My handover was missing a dose and a patient waited in pain.',
    'I had skipped the part at the bed because we were late, and nobody asked me anything.',
  ],
  [
    'I joined two tables on the wrong column and the board read a false report.',
    'They stopped a campaign for it, and it cost three weeks.',
  ],
  [
    'I changed the shift plan late in the evening and the drivers had already left.',
    'Sixty supermarkets opened without milk the next morning.',
  ],
] as const;

describe('whether an answer tells again what the opening said', () => {
  let right = 0;
  test.each(TOLD_AGAIN)('it takes the place of: %s', (earlier, later) => {
    expect(retells(earlier, later)).toBe(true);
    right += 1;
  });
  test.each(GOES_ON)('it goes on from: %s', (earlier, later) => {
    expect(retells(earlier, later)).toBe(false);
    right += 1;
  });
  afterAll(() => {
    console.log(`told again or gone on: ${right} of ${TOLD_AGAIN.length + GOES_ON.length} pairs right`);
  });
});

test('a line that sums up a longer text does not take its place', () => {
  const [short, long] = TOLD_AGAIN[0];
  expect(retells(`${long} I went next door and bought every pizza they could bake in an hour.`, short)).toBe(
    false,
  );
});

test('a text with words of its own is told again by itself, alone or within more', () => {
  fc.assert(
    fc.property(fc.oneof(anyWriting, fc.lorem({ mode: 'words', maxCount: 30 })), fc.lorem(), (text, more) => {
      const own = words(text).some((word) => /\p{L}{4}|語/u.test(word));
      if (!own) return;
      expect(retells(text, text)).toBe(true);
      expect(retells(text, `${text}\n\n${more}`)).toBe(true);
    }),
  );
});

test('what has no words of its own is never told again, and any text is read', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, (a, b) => {
      expect(typeof retells(a, b)).toBe('boolean');
      expect(retells('It was not.', a)).toBe(false);
      expect(retells(a.replace(/[^\p{P}\s]/gu, ''), b)).toBe(false);
    }),
  );
});
