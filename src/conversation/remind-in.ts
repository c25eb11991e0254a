/** Longer than this it is an answer. */
const LONGEST = 100;
/** The same, where it names a zone as well. */
const LONGEST_IN_ZONE = 140;
/** What can follow `remind`: "Remind customers earlier" is an answer. */
const FOLLOWS =
  /^(?:me|us|yes|no|set|change|stop|off|none|never|wake|resume|on|at|in|skip|snooze|pause|quiet|zone|asked|start|every|each|daily|weekly|biweekly|fortnightly|monthly|weekdays?|weekends?|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|first|second|third|fourth|last|today|tonight|tomorrow|next|this|when|whenever|adaptive|smart|interview|noon|midnight|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\d\S*|half|a|an)\b/iu;
const INTERVIEW =
  /^(?:my )?interview(?: is)? (?:on|in|tomorrow|today|next|this|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** The words after `remind`, or those of "interview on 20 March"; undefined where a message is neither. */
export function remindIn(message: string): string | undefined {
  const longest = /^remind .* zone \S/iu.test(message) ? LONGEST_IN_ZONE : LONGEST;
  if (message.length > longest || message.includes('\n')) return undefined;
  const bare = message.trim().replace(/[.!?]+$/u, '');
  if (/^(?:reminders?|remind(?: me)?)$/iu.test(bare)) return '';
  const words = /^(?:remind(?:ers?)?)\s+(.+)$/iu.exec(bare)?.[1];
  if (words !== undefined) return FOLLOWS.test(words.replace(/^(?:me|us)\s+/iu, '')) ? words : undefined;
  return INTERVIEW.test(bare) ? bare : undefined;
}
