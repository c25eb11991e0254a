import { DATES, type RoleFamily, TEMPER } from './family.ts';

export const softwareFamilies: readonly RoleFamily[] = [
  {
    id: 'software',
    name: 'software engineering',
    titles: [
      'software(?: \\p{L}+)? (?:engineer|developer|architect)(?:s|ing)?',
      'software',
      'programmers?',
      'coder',
      'sde(?: (?:i{1,3}|\\d))?',
      'swe',
      'web ?dev(?:eloper)?',
      '(?:front|back)[ -]?end(?: \\p{L}+)?',
      'full[ -]?stack(?: \\p{L}+)?',
      '(?:mobile|ios|android|java|javascript|typescript|python|php|ruby|go|rust|react|embedded|firmware|game|app|junior|senior) (?:developer|engineer)',
      'dev',
      'engineering manager',
      'tech(?:nical)? lead',
      'cto',
    ],
    otherwise: ['developers?'],
    core: [
      {
        name: 'writing code that works and others can read',
        skill: '(?:writing )?code|coding|programming|algorithms|software',
      },
      {
        name: 'finding out why something is broken',
        skill: "debug(?:ging)?(?: code)?|troubleshooting|reading (?:other people's )?code",
      },
      {
        name: 'testing before it goes out',
        skill: 'testing|writing tests',
        lapse:
          '(?:push|pushed|pushing|ship|shipped|shipping|deploy|deployed|deploying|merge|merged) (?:\\p{L}+ ){0,5}(?:without (?:tests?|testing|review)|untested)|(?:break|broke|breaking) (?:production|the build|prod)',
      },
      { name: 'building together', skill: 'code reviews?|working in a team|teamwork|feedback on my code' },
    ],
  },
  {
    id: 'data',
    name: 'data work',
    titles: [
      'data (?:analyst|scientist|engineer|science|analytics|manager|architect|steward)s?',
      'business (?:intelligence|analyst)(?: \\p{L}+)?',
      'bi analyst',
      'statisticians?',
      'analytics(?: \\p{L}+)?',
      'machine learning(?: \\p{L}+)?',
      'ml engineer',
      'ai engineer',
      'database administrator',
      'dba',
      'data',
      'analysts?',
    ],
    core: [
      {
        name: 'figures that are right',
        skill: 'numbers|figures|statistics|maths?|analysis|data|sql',
        lapse:
          '(?:send|sent|report|reported|present|presented|deliver|delivered) (?:\\p{L}+ ){0,3}wrong (?:figures|numbers|data|results)',
      },
      {
        name: 'saying what the data can and cannot show',
        skill: 'explaining (?:data|results|figures)|presenting',
        breach:
          '(?:dropped|left out|hid) (?:\\p{L}+ ){0,4}(?:data|results|figures) (?:that|which) (?:\\p{L}+ ){0,3}(?:not fit|disagreed|looked bad)',
      },
      {
        name: "looking after other people's data",
        skill: 'data protection|privacy|backups',
        lapse: '(?:delete|deleted|lose|lost|leak|leaked) (?:\\p{L}+ ){0,3}(?:data|records|tables?)',
      },
    ],
  },
  {
    id: 'devops',
    name: 'operations engineering',
    titles: [
      'dev ?ops(?: \\p{L}+)?',
      'sre',
      'site reliability(?: \\p{L}+)?',
      'platform engineer',
      'infrastructure(?: \\p{L}+)?',
      'cloud (?:engineer|architect|operations)',
      'system(?:s)? (?:administrator|admin|engineer)',
      'sysadmin',
      'network (?:engineer|administrator)',
    ],
    core: [
      {
        name: 'keeping systems up',
        skill: 'servers|linux|networks|infrastructure|automation',
        lapse:
          '(?:take|took|bring|brought) (?:\\p{L}+ ){0,3}(?:down|offline)|(?:break|broke|breaking) (?:production|prod)',
      },
      {
        name: 'staying calm when they are down',
        skill: 'incidents|on[ -]call|pressure|stress|emergencies',
        lapse:
          '(?:ignore|ignored|sleep through|slept through|miss|missed) (?:\\p{L}+ ){0,3}(?:alarms?|alerts?|pages?|pager|on[ -]call)',
      },
      {
        name: 'a way back for every change',
        skill: 'backups|planning changes',
        lapse: '(?:forget|forgot|skip|skipped) (?:\\p{L}+ ){0,3}backups?',
      },
    ],
  },
  {
    id: 'quality',
    name: 'testing',
    titles: [
      'qa(?: \\p{L}+)?',
      'testers?',
      'test (?:engineer|analyst|manager|automation)(?: engineer)?',
      'software tester',
      'quality assurance(?: \\p{L}+)?',
      'sdet',
    ],
    core: [
      {
        name: 'seeing what others overlook',
        skill: 'details?|detail work|attention to detail|concentrating',
        lapse: '(?:miss|missed|overlook|overlooked|missing) (?:\\p{L}+ ){0,3}(?:bugs?|defects?|errors)',
      },
      { name: 'reporting faults so that they can be mended', skill: 'writing (?:bug )?reports|bug reports' },
      {
        name: 'saying no to a release that is not ready',
        skill: 'saying no|speaking up',
        breach:
          '(?:marked|ticked|signed) (?:\\p{L}+ ){0,4}(?:as passed|passed) (?:\\p{L}+ ){0,3}(?:never|not|without)',
      },
    ],
  },
  {
    id: 'security',
    name: 'information security',
    titles: [
      '(?:cyber ?|information |it |application |network |cloud )?security (?:engineer|analyst|architect|consultant|specialist|manager)s?',
      'cyber ?security',
      'infosec',
      'penetration tester',
      'pen ?tester',
      'ciso',
      'soc analyst',
      'ethical hacker',
    ],
    core: [
      {
        name: 'keeping secrets secret',
        skill: 'passwords|security',
        lapse:
          '(?:leak|leaked|share|shared|write down|wrote down|reuse|reused) (?:\\p{L}+ ){0,3}(?:passwords?|credentials|keys|secrets)|(?:click|clicked|fall for|fell for) (?:\\p{L}+ ){0,3}phishing',
      },
      {
        name: 'seeing an attack in time',
        skill: 'log analysis|logs|monitoring',
        lapse: '(?:ignore|ignored|miss|missed) (?:\\p{L}+ ){0,3}(?:alerts?|alarms?|warnings?)',
      },
      {
        name: 'telling people about risks so that they act',
        skill: 'explaining risks|explaining',
        breach: '(?:hid|covered up|kept quiet about) (?:\\p{L}+ ){0,3}(?:breach|leak|attack|vulnerability)',
      },
    ],
  },
  {
    id: 'it-support',
    name: 'IT support',
    titles: [
      'it (?:support|technician|manager|assistant|specialist|administrator|helpdesk)(?: \\p{L}+)?',
      'help ?desk(?: \\p{L}+)?',
      'service desk(?: \\p{L}+)?',
      'desktop support',
      'technical support(?: \\p{L}+)?',
      'tech support',
      'support engineer',
    ],
    core: [
      {
        name: 'patience with people who are stuck',
        skill: 'users|people|explaining|non-technical people',
        lapse: TEMPER,
      },
      { name: 'finding the fault', skill: 'troubleshooting|computers|hardware|networks' },
      {
        name: 'closing what one has opened',
        skill: 'documentation|tickets|follow-up',
        lapse: '(?:forget|forgot|close|closed|lose|lost|leave|left) (?:\\p{L}+ ){0,3}tickets?',
      },
    ],
  },
  {
    id: 'product',
    name: 'product management',
    titles: [
      'product (?:manager|owner|lead|management|director)s?',
      'head of product',
      'cpo',
      'group product manager',
    ],
    core: [
      {
        name: 'knowing what users need',
        skill: 'users|talking to (?:users|customers)|user research',
        lapse:
          '(?:build|built|ship|shipped|launch|launched) (?:\\p{L}+ ){0,4}(?:nobody|no one) (?:wants|wanted|needs|needed|uses|used)',
      },
      {
        name: 'deciding what comes first',
        skill: 'prioriti[sz]ing|priorities|decisions|making decisions|saying no',
      },
      {
        name: 'taking the team along',
        skill: 'communication|communicating|stakeholders|engineers',
        lapse: TEMPER,
      },
    ],
  },
  {
    id: 'design',
    name: 'design',
    titles: [
      '(?:ux|ui|product|graphic|visual|web|interaction|interior|fashion|industrial|game|service|motion)[ /]?(?:ui|ux)? design(?:er|ers)?',
      'design(?:er|ers)?',
      'ux(?: \\p{L}+)?',
      'art director',
      'illustrators?',
      'user research(?:er)?',
      'architects?',
      'photographers?',
      'creative director',
    ],
    core: [
      { name: 'an eye for form', skill: 'design(?:ing)?|colou?rs?|typography|layouts?|drawing' },
      {
        name: 'designing for the people who use it',
        skill: 'user research|users|usability',
        lapse: '(?:ignore|ignored|skip|skipped) (?:\\p{L}+ ){0,3}(?:user tests?|feedback|users)',
      },
      {
        name: 'taking criticism and dates',
        skill: 'criticism|feedback|deadlines',
        lapse: DATES,
        breach: '(?:copied|stole|traced) (?:\\p{L}+ ){0,3}(?:designs?|logo|work|artwork)',
      },
    ],
  },
];
