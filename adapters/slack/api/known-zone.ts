/**
 * The zone that a profile names, where this computer's tables know it. One they do not know, newer than they are for example,
 * is as none: then the person is asked, and nothing reckons with a name that stands for no clock.
 */
export function knownZone(tz: string | undefined): string | undefined {
  if (tz === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tz }) && tz;
  } catch {
    return undefined;
  }
}
