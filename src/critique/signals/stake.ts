import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

const PATTERN = anyOf(
  '\\d[\\d,.]*k? (?:\\p{L}+ ){0,2}(?:people|guests|users|customers|clients|patients|students|pupils|children|families|staff|seats|orders|stores|shops|beds|euros|dollars|pounds|pages|units|employees|colleagues|servers|records|tickets|homes)',
  '(?:hundreds|thousands|dozens|millions) of|[$€£] ?\\d[\\d,.]*|(?:two|three|four|five|six|ten|twelve|twenty|thirty|forty|fifty|sixty|eighty) (?:\\p{L}+ )?(?:people|guests|users|customers|clients|patients|students|pupils|children|families|stores|shops|nurses|colleagues|houses)',
  '(?:customers?|clients?|patients?|guests?|users?|students?|investors?|families|parents|readers|voters|passengers|tenants)',
  '(?:the|our|my|their) (?:one|only|biggest|largest|main|busiest|most important|key|flagship)',
  'deadline|launch|contract|migration|rollout|opening|budget|audit|election|exam|trial|release|go-live|merger|tender|accreditation|inspection',
  'depend(?:ed|s)|count(?:ed|s|ing) on|relied on|relying on|mattered|at stake|important|critical|promised',
);

/** What hung on it: people, money, a date. */
export const stake: Signal = {
  name: 'stake',
  explains: 'I look for what hung on it: people, money, a date somebody counted on.',
  weight: 38,
  effect: 'A listener hears early why it mattered.',
  find: (text) => clausesWith(text, PATTERN),
};
