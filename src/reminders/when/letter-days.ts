const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const LETTERS: Readonly<Record<string, number>> = {
  ...{ m: 0, mo: 0, t: 1, tu: 1, w: 2, we: 2, th: 3, f: 4, fr: 4, sa: 5, su: 6 },
};
const PIECE = /th|tu|mo|we|fr|sa|su|[mtwrfs]/gu;
/** Its letters alone, and no more of them than a week may have: what two pieces can be read from takes no longer to refuse. */
const RUN = '[mtwrfshuoea]{1,14}';
const DAYS = new RegExp(
  String.raw`(?<![\p{L}\d'./-])${RUN}(?:(?: ?[/,&+] ?| and | to |-)${RUN}){0,6}(?![\p{L}\d'])`,
  'gu',
);
const BETWEEN = / and | to |[ /,&+-]+/u;
const MADE_OF_PIECES = new RegExp(`^(?:${PIECE.source})+$`, 'u');
/** Words that are made of such letters. */
const WORDS = /^(?:mth|moth|moss|mr|mt)$/u;

/** "m/w/f", "tth", "m-f" as the names of those days, in words in small letters. A lone letter may be anything, and stays. */
export function daysInFull(words: string): string {
  return words.replace(DAYS, (whole) => {
    const isOne = whole.split(BETWEEN).every((run) => MADE_OF_PIECES.test(run));
    const days =
      WORDS.test(whole) || !isOne ? [] : daysOf(whole.replace(/ (?:and|to) /gu, ' ').match(PIECE) ?? []);
    if (days.length < 2) return whole;
    const isSpan = /^\p{L}+(?: to |-)\p{L}+$/u.test(whole);
    return isSpan && days.length > 2 ? whole : days.map((day) => NAMES[day]).join(isSpan ? ' to ' : '/');
  });
}

/**
 * Their places in the week, which must rise; else none. A "t" after a Tuesday, and an "r", is Thursday, as on timetables; "ss" after others is the weekend.
 */
function daysOf(letters: readonly string[]): number[] {
  const days: number[] = [];
  for (const [index, letter] of letters.entries()) {
    const last = days.at(-1) ?? -1;
    const hasTuesday = days.includes(1);
    const day =
      (letter === 't' || letter === 'r') && hasTuesday
        ? 3
        : letter === 's' && index > 0
          ? last === 5
            ? 6
            : letters[index + 1] === 's'
              ? 5
              : undefined
          : LETTERS[letter];
    if (day === undefined || day <= last) return [];
    days.push(day);
  }
  return days;
}
