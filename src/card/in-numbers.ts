const SPELLED = [
  ...[
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
];
const DOZEN = 12;
const TIMES = ['never', 'once', 'twice'];

/** "7", and "seven" for a person who hides numbers; beyond a dozen nobody spells them out. */
export function countIn(count: number, numbers: boolean): string {
  if (numbers) return String(count);
  return SPELLED[count] ?? (count < 2 * DOZEN ? 'more than a dozen' : 'dozens of');
}

/** "once", "twice", "3 times" or "three times". */
export function timesIn(count: number, numbers: boolean): string {
  return TIMES[count] ?? (!numbers && count > DOZEN ? 'many times' : `${countIn(count, numbers)} times`);
}

/** How long something took, said roughly: "about 14 minutes", "about a quarter of an hour". */
export function timeSpentIn(seconds: number, numbers: boolean): string {
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return 'about a minute';
  if (numbers) return `about ${minutes} minutes`;
  const roughly = ROUGHLY.find(({ below }) => minutes < below);
  return roughly?.words ?? `about ${countIn(Math.round(minutes / 60), false)} hours`;
}

const ROUGHLY = [
  { below: 4, words: 'a few minutes' },
  { below: 8, words: 'about five minutes' },
  { below: 13, words: 'about ten minutes' },
  { below: 23, words: 'about a quarter of an hour' },
  { below: 45, words: 'about half an hour' },
  { below: 90, words: 'about an hour' },
] as const;
