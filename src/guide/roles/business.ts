import { DATES, type RoleFamily, TEMPER } from './family.ts';

const BROKEN_WORD =
  "(?:promise|promised|promising) (?:\\p{L}+ ){0,4}(?:cannot|can't|could not|couldn't) (?:keep|deliver)";

export const businessFamilies: readonly RoleFamily[] = [
  {
    id: 'project',
    name: 'project management',
    titles: [
      '(?:project|programme|program|delivery) (?:manager|lead|coordinator|assistant|officer|management|director|planner|administrator)s?',
      'scrum master',
      'pmo(?: \\p{L}+)?',
      'agile coach',
      'planners?',
    ],
    core: [
      {
        name: 'keeping time, money and people together',
        skill: 'planning|organi[sz]ing|organi[sz]ation|budgets|keeping an overview|multitasking',
        lapse: `${DATES}|(?:go|went|run|ran|going) (?:\\p{L}+ ){0,2}over budget`,
      },
      {
        name: 'saying early that something slips',
        skill: 'bad news|communication|communicating',
        breach: '(?:lied|reported green) (?:\\p{L}+ ){0,4}(?:status|progress|steering|red)',
      },
      {
        name: 'leading without giving orders',
        skill: 'people|conflicts?|leading|stakeholders',
        lapse: TEMPER,
      },
    ],
  },
  {
    id: 'marketing',
    name: 'marketing',
    titles: [
      'marketing',
      'brand (?:manager|strategist|ambassador)',
      'social media(?: \\p{L}+)?',
      'content (?:manager|strategist|marketer|creator)',
      'seo(?: \\p{L}+)?',
      'growth (?:manager|marketer|hacker)',
      'pr (?:manager|assistant|officer|consultant)',
      'public relations(?: \\p{L}+)?',
      'communications (?:manager|officer|assistant|director)',
      'advertising(?: \\p{L}+)?',
      'campaign manager',
      'e-?commerce(?: \\p{L}+)?',
      'community manager',
      'cmo',
    ],
    core: [
      { name: 'knowing whom one speaks to', skill: 'target groups|customers|trends|creativity|ideas' },
      {
        name: 'words and pictures that can be trusted',
        skill: 'writing|copy|storytelling',
        breach: '(?:bought|wrote|posted) (?:\\p{L}+ ){0,2}fake (?:reviews|followers|comments)',
      },
      {
        name: 'measuring what a campaign brings',
        skill: 'numbers|figures|budgets|analytics',
        lapse: '(?:waste|wasted|overspend|overspent) (?:\\p{L}+ ){0,3}budgets?',
      },
    ],
  },
  {
    id: 'sales',
    name: 'sales',
    titles: [
      'sales',
      'sales (?!assistant)\\p{L}+',
      'account executive',
      'business development(?: \\p{L}+)?',
      'business developer',
      'sdr',
      'bdr',
      'sellers?',
      'sales(?:man|woman|person)',
      'field representative',
      'pre-?sales(?: \\p{L}+)?',
    ],
    core: [
      {
        name: 'talking to customers and asking for the order',
        skill:
          'sell(?:ing)?|sales|talking to (?:customers|clients|people)|closing|cold calls?|calling|calls|rejection',
        lapse:
          '(?:avoid|avoided|put off) (?:\\p{L}+ ){0,3}calls?|(?:miss|missed|missing) (?:\\p{L}+ ){0,3}(?:targets?|quotas?)',
      },
      {
        name: 'promising only what can be kept',
        skill: 'being honest',
        lapse: BROKEN_WORD,
        breach:
          'lied to (?:\\p{L}+ ){0,3}(?:customers?|clients?|buyers?)|(?:sold|talked) (?:\\p{L}+ ){0,4}(?:they|he|she|nobody) did not need',
      },
      {
        name: 'following up',
        skill: 'follow(?:ing)?[ -]ups?|organi[sz]ation',
        lapse: '(?:forget|forgot) (?:\\p{L}+ ){0,3}(?:call back|customers?|leads?|follow[ -]ups?)',
      },
    ],
  },
  {
    id: 'account-management',
    name: 'account management',
    titles: [
      '(?:key )?account manag(?:er|ers|ement)',
      'client (?:manager|partner|director|success)(?: \\p{L}+)?',
      'customer success(?: \\p{L}+)?',
      'relationship manager',
      'account director',
    ],
    core: [
      {
        name: 'knowing what a client needs before they complain',
        skill: 'clients|customers|listening',
        lapse: '(?:lose|lost|losing) (?:\\p{L}+ ){0,2}(?:clients|customers|accounts)',
      },
      {
        name: 'answering reliably',
        skill: 'replying|follow(?:ing)?[ -]ups?|emails?',
        lapse: '(?:forget|forgot|ignore|ignored) (?:\\p{L}+ ){0,3}(?:clients?|customers?|emails?|calls?)',
      },
      {
        name: 'honest dealing on both sides',
        skill: 'difficult conversations|conflicts?|negotiating',
        lapse: BROKEN_WORD,
        breach: 'lied to (?:\\p{L}+ ){0,3}(?:customers?|clients?)',
      },
    ],
  },
  {
    id: 'customer-support',
    name: 'customer support',
    titles: [
      'customer (?:support|service|care|service lead)(?: \\p{L}+){0,2}',
      'support (?:agent|specialist|representative|lead|manager|advisor)s?',
      'call cent(?:re|er)(?: \\p{L}+)?',
      'service (?:agent|advisor|representative)',
      'complaints handler',
    ],
    core: [
      {
        name: 'staying friendly with upset people',
        skill:
          '(?:angry |upset |difficult )?customers|customer service|talking to (?:customers|people)|people|complaints',
        lapse: `${TEMPER}|(?:hang|hung|hanging) up on`,
        breach: 'insulted (?:\\p{L}+ ){0,2}customers?',
      },
      {
        name: 'solving what they came for',
        skill: 'solving problems|listening',
        lapse: '(?:give|gave|giving) (?:\\p{L}+ ){0,3}wrong (?:information|answers?|advice)',
      },
      {
        name: 'calling back when one said so',
        skill: 'follow(?:ing)?[ -]ups?',
        lapse: '(?:forget|forgot) (?:\\p{L}+ ){0,3}(?:call back|ring back|tickets?)',
      },
    ],
  },
  {
    id: 'consulting',
    name: 'consulting',
    titles: ['(?:management|strategy|business|it) consult(?:ant|ants|ing)', 'advisory'],
    otherwise: ['consult(?:ant|ants|ing|ancy)', 'advis[oe]rs?'],
    core: [
      {
        name: 'getting to the heart of a problem',
        skill: 'analysis|numbers|figures|problem[ -]solving|structuring',
      },
      {
        name: 'being trusted by clients',
        skill: 'clients|presenting|talking to clients',
        lapse: TEMPER,
        breach:
          'lied to (?:\\p{L}+ ){0,3}clients?|(?:billed|charged) (?:\\p{L}+ ){0,4}(?:hours|days) (?:\\p{L}+ ){0,2}(?:never|not)',
      },
      { name: 'delivering on the day', skill: 'deadlines|pressure|stress', lapse: DATES },
    ],
  },
  {
    id: 'procurement',
    name: 'procurement',
    titles: [
      'procurement(?: \\p{L}+)?',
      'purchas(?:er|ing)(?: \\p{L}+)?',
      'buyers?',
      'sourcing(?: \\p{L}+)?',
      'category manager',
      'supply (?:manager|buyer)',
    ],
    core: [
      { name: 'bargaining well', skill: 'negotiat(?:ing|ions?)|bargaining|numbers' },
      {
        name: 'the right goods at the right time',
        skill: 'planning|organi[sz]ation',
        lapse: '(?:order|ordered|ordering) (?:\\p{L}+ ){0,3}(?:wrong|late|too late)',
      },
      {
        name: 'taking no favours',
        skill: 'being honest',
        breach: '(?:took|accepted) (?:\\p{L}+ ){0,3}(?:bribes?|presents?|gifts?|kickbacks?|money) from',
      },
    ],
  },
  {
    id: 'management',
    name: 'leading people',
    titles: [
      'chief (?:executive|operating|of staff)(?: officer)?',
      'ceo',
      'coo',
      'managing director',
      'general manager',
      'executives?',
      'founders?',
      'team (?:lead|leader|manager)',
      'operations manager',
      'department head',
      'vice president',
      'vp',
      'shift (?:manager|leader|lead)',
      'leadership',
      'management',
      'management trainee',
    ],
    otherwise: ['managers?', 'directors?', 'head', 'leads?', 'leader', 'supervisors?', 'boss'],
    core: [
      {
        name: 'leading people fairly',
        skill: 'managing people|leading(?: people| a team)?|leadership|people|delegating|giving feedback',
        lapse: TEMPER,
        breach: '(?:harassed|bullied|humiliated) (?:my|a|an|the|our|one)',
      },
      {
        name: 'deciding, and standing by it',
        skill: 'decisions|making decisions|deciding|conflicts?',
        lapse: '(?:avoid|avoided|put off) (?:\\p{L}+ ){0,3}(?:decisions?|conflicts?)',
      },
      {
        name: 'handling money that others depend on',
        skill: 'budgets|numbers|finance|figures',
        lapse: '(?:overspend|overspent|blow|blew) (?:\\p{L}+ ){0,3}budgets?',
      },
      {
        name: 'telling owners and staff the truth',
        skill: 'being honest',
        breach: 'lied to (?:\\p{L}+ ){0,3}(?:board|investors?|team|staff|shareholders?|owners?)',
      },
    ],
  },
];
