import { LATE, type RoleFamily, TEMPER } from './family.ts';

const TILL = '(?:took|stole|taken|pocketed) (?:\\p{L}+ ){0,3}(?:from the till|from the cash|tips)';

export const serviceFamilies: readonly RoleFamily[] = [
  {
    id: 'retail',
    name: 'retail',
    titles: [
      'shop (?:assistant|manager|worker|owner|keeper)s?',
      'shopkeeper',
      'retail(?: \\p{L}+)?',
      'store (?:manager|assistant|associate)s?',
      'cashiers?',
      'sales assistant',
      'visual merchandiser',
      'supermarket(?: \\p{L}+)?',
      'florists?',
      'bookseller',
    ],
    core: [
      {
        name: 'being good to customers',
        skill: 'customers|people|talking to (?:customers|people)|selling',
        lapse: TEMPER,
      },
      {
        name: 'a till that is right',
        skill: 'numbers|money|mental arithmetic|cash',
        lapse:
          '(?:give|gave|giving) (?:\\p{L}+ ){0,3}wrong change|(?:am|was|be) (?:\\p{L}+ ){0,2}short in the till',
        breach: TILL,
      },
      { name: 'being there when the doors open', skill: 'punctuality|being on time|getting up', lapse: LATE },
    ],
  },
  {
    id: 'hospitality',
    name: 'hospitality',
    titles: [
      '(?:caf[eé]|restaurant|hotel|bar|pub|hospitality|food and beverage|f&b|canteen) (?:manager|supervisor|assistant|worker|staff|owner|receptionist|director)s?',
      'wait(?:er|ers|ress|resses|staff)',
      'barista',
      'bar ?(?:tender|man|maid|keeper)',
      'sommelier',
      'housekeep(?:er|ing)',
      'hotel(?: \\p{L}+)?',
      'hospitality',
      'concierge',
      'tour guide',
      'travel agent',
      'flight attendant',
      'cabin crew',
      'caf[eé]',
      'restaurant',
      'cleaners?',
      'hair ?dresser',
      'barber',
      'beautician',
    ],
    core: [
      { name: 'making guests feel welcome', skill: 'guests|customers|people|service', lapse: TEMPER },
      {
        name: 'keeping an overview when it is full',
        skill: 'stress|pressure|multitasking|rush hours?|remembering orders',
        lapse:
          '(?:forget|forgot|mix up|mixed up|mixing up|confuse|confused) (?:\\p{L}+ ){0,3}(?:orders?|tables?|bookings?|reservations?)',
      },
      {
        name: 'clean and safe food and rooms',
        skill: 'hygiene|cleaning',
        lapse:
          '(?:forget|forgot|skip|skipped|ignore|ignored) (?:\\p{L}+ ){0,3}(?:allerg\\p{L}+|hygiene|cleaning)',
      },
      {
        name: 'being there for the shift, honest with the till',
        skill: 'punctuality|being on time|early shifts',
        lapse: LATE,
        breach: TILL,
      },
    ],
  },
  {
    id: 'cooking',
    name: 'cooking',
    titles: [
      'chefs?',
      'cooks?',
      'sous[ -]?chef',
      'kitchen (?:assistant|porter|hand|manager)',
      'bakers?',
      'pastry chef',
      'caterers?',
      'catering(?: \\p{L}+)?',
      'butcher',
      'confectioner',
    ],
    core: [
      {
        name: 'food that is good and safe to eat',
        skill: 'cooking|baking|hygiene|seasoning',
        lapse:
          '(?:forget|forgot|ignore|ignored|serve|served|miss|missed) (?:\\p{L}+ ){0,4}(?:allerg\\p{L}+|raw|spoiled|out of date|hygiene)',
      },
      {
        name: 'plates that go out together',
        skill: 'timing|stress|pressure|speed',
        lapse: '(?:send|sent|sending) (?:\\p{L}+ ){0,4}(?:late|cold)',
      },
      { name: 'a kitchen people want to work in', skill: 'teamwork|people', lapse: `${TEMPER}|${LATE}` },
    ],
  },
  {
    id: 'events',
    name: 'events',
    titles: [
      'events?(?: \\p{L}+)?',
      'wedding planner',
      'event (?:manager|organi[sz]er|planner|coordinator|assistant)s?',
      'conference (?:manager|organi[sz]er|producer)',
      'festival(?: \\p{L}+)?',
      'organi[sz]ers?',
      'stage manager',
      'tour manager',
      'venue manager',
    ],
    core: [
      {
        name: 'thinking of everything before the day',
        skill: 'organi[sz]ing|planning|organi[sz]ation|details?',
        lapse:
          '(?:forget|forgot|miss|missed) (?:\\p{L}+ ){0,3}(?:bookings?|permits?|contracts?|confirmations?)',
      },
      {
        name: 'a cool head on the day',
        skill: 'stress|pressure|improvising|surprises',
        lapse: `${TEMPER}|(?:panic|panicked|panicking)`,
      },
      {
        name: 'keeping to the money',
        skill: 'budgets|numbers|negotiating',
        lapse: '(?:go|went|going) (?:\\p{L}+ ){0,2}over budget',
      },
      {
        name: 'the safety of the guests',
        skill: 'safety',
        lapse:
          '(?:ignore|ignored|block|blocked|skip|skipped) (?:\\p{L}+ ){0,3}(?:fire exits?|emergency exits?|safety)',
      },
    ],
  },
  {
    id: 'real-estate',
    name: 'real estate',
    titles: [
      'real estate(?: \\p{L}+)?',
      'estate agents?',
      'letting agent',
      'realtors?',
      'property (?:manager|developer|agent|consultant)',
      'facility manager',
      'facilities manager',
      'caretaker',
      'janitor',
      'landlord',
    ],
    core: [
      {
        name: 'being straight about a house',
        skill: 'being honest',
        breach:
          '(?:hid|kept quiet about|lied about) (?:\\p{L}+ ){0,3}(?:damp|mould|mold|damage|defects?|cracks?)|lied to (?:\\p{L}+ ){0,2}(?:buyers?|tenants?)',
      },
      {
        name: 'winning and keeping trust',
        skill: 'selling|people|talking to people|negotiating',
        lapse: TEMPER,
      },
      {
        name: 'dates, keys and contracts',
        skill: 'paperwork|contracts|organi[sz]ation',
        lapse: `${LATE}|(?:lose|lost|losing) (?:\\p{L}+ ){0,2}keys`,
      },
    ],
  },
  {
    id: 'science',
    name: 'science and laboratory work',
    titles: [
      'scientists?',
      'research(?:er|ers)?(?: \\p{L}+)?',
      'post-?doc(?:toral)?(?: \\p{L}+)?',
      'ph\\.?d(?: \\p{L}+)?',
      'lab(?:oratory)?(?: \\p{L}+)?',
      'chemists?',
      'biologists?',
      'physicists?',
      'biomedical(?: \\p{L}+)?',
      'clinical trial(?: \\p{L}+)?',
      'geologists?',
      'librarians?',
      'archivist',
    ],
    core: [
      {
        name: 'results others can repeat',
        skill: 'statistics|experiments|methods|accuracy|measuring',
        lapse: '(?:mix up|mixed up|mixing up|contaminate|contaminated|lose|lost) (?:\\p{L}+ ){0,3}samples?',
      },
      {
        name: 'reporting what was found, liked or not',
        skill: 'writing papers|writing up',
        breach:
          'plagiari[sz]ed|(?:left out|dropped|changed) (?:\\p{L}+ ){0,3}(?:results?|data points?|measurements?) (?:\\p{L}+ ){0,3}(?:not fit|fit|wanted)',
      },
      {
        name: 'working safely',
        skill: 'lab safety|chemicals|safety',
        lapse:
          '(?:forget|forgot|skip|skipped|ignore|ignored) (?:\\p{L}+ ){0,3}(?:gloves|goggles|safety|fume)',
      },
      { name: 'a notebook one can rely on', skill: 'documentation|record keeping|notes' },
    ],
  },
];
