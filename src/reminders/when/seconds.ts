const SECONDS = /(?<![\d:.])(\d{1,2}:\d\d):(\d\d)(?![\d:])(?:\.0+(?!\d))?/gu;

/** Words without the seconds of their times. `typed`: the first time whose seconds are not 0. */
export function withoutSeconds(words: string): { readonly words: string; readonly typed?: string } {
  let typed: string | undefined;
  const left = words.replace(SECONDS, (whole, time: string, seconds: string) => {
    if (seconds !== '00') typed ??= whole;
    return time;
  });
  return { words: left, ...(typed === undefined ? {} : { typed }) };
}
