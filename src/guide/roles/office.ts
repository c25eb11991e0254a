import { DATES, LATE, type RoleFamily, TEMPER } from './family.ts';

const CLIENT_MONEY = "(?:used|took|borrowed) (?:\\p{L}+ ){0,3}clients?(?:'s|s'|')? money";

export const officeFamilies: readonly RoleFamily[] = [
  {
    id: 'office',
    name: 'office work',
    titles: [
      'office (?:assistant|manager|clerk|administrator|worker|administration|junior)s?',
      'reception(?:ist|ists)?',
      'secretar(?:y|ies)',
      'personal assistant',
      'executive assistant',
      'pa',
      'administrative (?:assistant|officer)',
      'admin(?:istrator)?',
      'administration(?: \\p{L}+)?',
      'clerks?',
      'data entry(?: \\p{L}+)?',
      'front desk',
      "doctor's receptionist",
      'medical (?:secretary|receptionist)',
      'typist',
    ],
    otherwise: ['assistants?'],
    core: [
      {
        name: 'keeping dates and papers in order',
        skill: 'organi[sz]ing|organi[sz]ation|filing|calendars?|details?|paperwork',
        lapse:
          '(?:forget|forgot|mix up|mixed up|double[ -]book|double[ -]booked|lose|lost) (?:\\p{L}+ ){0,3}(?:appointments?|dates?|meetings?|files?|documents?)',
      },
      {
        name: 'being friendly to whoever comes or calls',
        skill: 'visitors|people|the phone|phone calls|talking to (?:people|customers)',
        lapse: TEMPER,
      },
      { name: 'being there on time', skill: 'punctuality|being on time|getting up', lapse: LATE },
      {
        name: 'keeping to oneself what one sees',
        skill: 'confidentiality|discretion|keeping secrets',
        breach:
          '(?:read|opened) (?:\\p{L}+ ){0,4}(?:private|confidential) (?:mail|letters?|emails?)|gossiped about',
      },
    ],
  },
  {
    id: 'accounting',
    name: 'accounting and finance',
    titles: [
      'account(?:ant|ants|ing|ancy)',
      'book-?keep(?:er|ers|ing)',
      'accounts (?:payable|receivable|assistant|clerk|manager)',
      'financ(?:e|ial)(?: \\p{L}+)?',
      'financial controller',
      'controllers?',
      'cfo',
      'tax (?:adviser|advisor|consultant|assistant|accountant)',
      'treasurer',
      'bank(?:er|ing| clerk| teller)',
      'investment (?:analyst|banker|manager)',
      'traders?',
      'actuar(?:y|ies)',
      'insurance(?: \\p{L}+)?',
      'credit (?:analyst|controller)',
    ],
    core: [
      {
        name: 'figures that are right to the cent',
        skill: 'numbers|figures|accounting|bookkeeping|maths?|spreadsheets|details?',
        lapse:
          '(?:make|made|book|booked|enter|entered|post|posted|pay|paid) (?:\\p{L}+ ){0,4}(?:calculation errors?|wrong|twice by mistake|miscalculat\\p{L}+)',
      },
      {
        name: "honesty with other people's money",
        skill: 'money|being honest',
        breach: `${CLIENT_MONEY}|(?:hid|moved|shifted) (?:\\p{L}+ ){0,3}(?:losses|loss|debts?|costs?) (?:\\p{L}+ ){0,4}(?:from|so that|to look)`,
      },
      {
        name: 'closing on the day',
        skill: 'deadlines',
        lapse: `${DATES}|(?:miss|missed|missing) (?:\\p{L}+ ){0,3}(?:closing|filing|tax) ?dates?`,
      },
    ],
  },
  {
    id: 'audit',
    name: 'auditing',
    titles: [
      'audit(?:or|ors|ing)?',
      'internal audit(?: \\p{L}+)?',
      'compliance(?: \\p{L}+)?',
      'risk (?:manager|analyst|officer)',
      'quality auditor',
    ],
    core: [
      {
        name: 'looking closely and independently',
        skill: 'details?|numbers|figures|saying no|speaking up',
        lapse: '(?:overlook|overlooked|miss|missed) (?:\\p{L}+ ){0,3}(?:errors|fraud|findings)',
      },
      {
        name: 'writing down what was found',
        skill: 'reports|writing',
        breach: '(?:left out|removed|softened|deleted|hid) (?:\\p{L}+ ){0,3}findings?',
      },
      {
        name: 'taking nothing from those one checks',
        skill: 'independence',
        breach:
          '(?:took|accepted) (?:\\p{L}+ ){0,3}(?:bribes?|presents?|gifts?|money) from|signed (?:\\p{L}+ ){0,4}without (?:looking|reading|checking)',
      },
    ],
  },
  {
    id: 'law',
    name: 'law',
    titles: [
      'lawyers?',
      'solicitors?',
      'barristers?',
      'attorneys?',
      'paralegals?',
      'legal(?: \\p{L}+)?',
      'judge',
      'notary',
      'law',
      'associate at (?:a )?law firm',
      'in-house counsel',
      'counsel',
      'prosecutor',
    ],
    core: [
      {
        name: 'never letting a date pass',
        skill: 'deadlines|organi[sz]ation',
        lapse:
          '(?:miss|missed|missing) (?:\\p{L}+ ){0,4}(?:deadlines?|filings?|court dates?|hearings?|limitation)',
      },
      { name: 'reading and writing exactly', skill: 'contracts|drafting|research|details?|writing|arguing' },
      {
        name: "keeping a client's trust",
        skill: 'confidentiality|clients',
        lapse: TEMPER,
        breach: `${CLIENT_MONEY}|lied to (?:\\p{L}+ ){0,3}(?:court|judge|clients?)|(?:told|leaked) (?:\\p{L}+ ){0,5}(?:clients?'? secrets?|privileged)`,
      },
    ],
  },
  {
    id: 'public-administration',
    name: 'public administration',
    titles: [
      'civil serv(?:ant|ants|ice)',
      'public (?:administration|servant|sector|policy)(?: \\p{L}+)?',
      'council(?: \\p{L}+)?',
      'municipal(?: \\p{L}+)?',
      'city (?:clerk|planner|administration)',
      'town clerk',
      'policy (?:officer|adviser|advisor|analyst)',
      'government(?: \\p{L}+)?',
      'immigration officer',
      'tax officer',
      'diplomat',
    ],
    core: [
      {
        name: 'treating everyone by the same rule',
        skill: 'being fair|rules|regulations',
        breach:
          '(?:favou?red|helped|preferred) (?:\\p{L}+ ){0,3}(?:friends?|cousin|relatives?|family)|(?:took|accepted) (?:\\p{L}+ ){0,3}(?:bribes?|gifts?|money) from',
      },
      {
        name: 'files that hold up',
        skill: 'paperwork|files|reports|details?|law',
        lapse: '(?:lose|lost|losing) (?:\\p{L}+ ){0,3}(?:files?|applications?|documents?)',
      },
      { name: 'explaining decisions to people', skill: 'citizens|people|explaining', lapse: TEMPER },
    ],
  },
  {
    id: 'journalism',
    name: 'journalism and writing',
    titles: [
      'journalis[tm]s?',
      'reporters?',
      'editors?',
      'writers?',
      'copywriters?',
      'copy ?editor',
      'technical writer',
      'authors?',
      'newsreader',
      'correspondent',
      'blogger',
      'content writer',
      'podcaster',
      'speech ?writer',
    ],
    core: [
      {
        name: 'facts that are checked',
        skill: 'research|fact[ -]checking|facts',
        lapse:
          '(?:publish|published|print|printed|write|wrote) (?:\\p{L}+ ){0,4}(?:wrong|unchecked|without checking)',
        breach: '(?:made up|invented) (?:\\p{L}+ ){0,3}(?:interviews?|people|person|story|source|quote)',
      },
      {
        name: "writing that is one's own and clear",
        skill: 'writing|grammar|editing|spelling',
        breach: 'plagiari[sz]ed|copied (?:\\p{L}+ ){0,4}(?:articles?|texts?|paragraphs?|passages?) from',
      },
      { name: 'handing in on time', skill: 'deadlines', lapse: DATES },
      {
        name: 'protecting sources',
        skill: 'sources',
        breach: '(?:gave away|named|exposed|betrayed) (?:\\p{L}+ ){0,2}source',
      },
    ],
  },
  {
    id: 'translation',
    name: 'translation',
    titles: [
      'translat(?:or|ors|ion)',
      'interpret(?:er|ers|ing)',
      'locali[sz]ation(?: \\p{L}+)?',
      'linguists?',
      'proof ?readers?',
      'subtitler',
    ],
    core: [
      {
        name: 'knowing both languages well',
        skill: 'languages|grammar|vocabulary|english|translating',
        lapse: '(?:mistranslate|mistranslated|translate|translated) (?:\\p{L}+ ){0,4}wrong',
      },
      {
        name: 'asking instead of guessing',
        skill: 'terminology|research',
        breach: '(?:handed in|delivered|sold) (?:\\p{L}+ ){0,3}machine translations? as',
      },
      { name: 'discretion and dates', skill: 'deadlines|discretion', lapse: DATES },
    ],
  },
];
