import { LATE, type RoleFamily, TEMPER } from './family.ts';

const DRINK =
  '(?:drive|drove|driven|driving|work|worked|come|came) (?:\\p{L}+ ){0,4}(?:drunk|after drinking|hung ?over)';
const SAFETY =
  '(?:ignore|ignored|skip|skipped|forget|forgot|bypass|bypassed) (?:\\p{L}+ ){0,3}(?:safety|helmets?|harness|lock[ -]?out|guards?|goggles)';

export const tradesFamilies: readonly RoleFamily[] = [
  {
    id: 'logistics',
    name: 'logistics',
    titles: [
      'logistics?(?: \\p{L}+)?',
      'supply chain(?: \\p{L}+)?',
      'transport (?:manager|planner|coordinator)',
      'freight(?: \\p{L}+)?',
      'shipping(?: \\p{L}+)?',
      'fleet manager',
      'route planner',
      'import(?:/export)?(?: \\p{L}+)?',
      'forwarder',
      'demand planner',
      'materials manager',
    ],
    core: [
      {
        name: 'goods where they should be, when they should be there',
        skill: 'planning|logistics|organi[sz]ation|overview',
        lapse: '(?:send|sent|sending|ship|shipped) (?:\\p{L}+ ){0,4}(?:wrong|late)',
      },
      {
        name: 'counts and papers that are right',
        skill: 'numbers|figures|customs|paperwork|details?',
        lapse:
          '(?:lose|lost|mix up|mixed up|forget|forgot) (?:\\p{L}+ ){0,3}(?:papers|documents|pallets|deliver(?:y|ies))',
      },
      { name: 'a plan for when it goes wrong', skill: 'stress|pressure|improvising', lapse: TEMPER },
    ],
  },
  {
    id: 'warehouse',
    name: 'warehouse work',
    titles: [
      'warehouse(?: \\p{L}+)?',
      'store ?(?:man|person)',
      'order picker',
      'pickers?',
      'packers?',
      'fork ?lift(?: \\p{L}+)?',
      'stock (?:clerk|controller|keeper)',
      'goods in',
      'inventory(?: \\p{L}+)?',
    ],
    core: [
      {
        name: 'the right thing in the right box',
        skill: 'accuracy|details?|counting|concentrating',
        lapse: '(?:pick|picked|pack|packed|count|counted|send|sent) (?:\\p{L}+ ){0,4}wrong',
      },
      {
        name: 'moving heavy things safely',
        skill: 'forklifts?|driving|lifting|safety',
        lapse: `${SAFETY}|(?:drop|dropped|hit|crash|crashed) (?:\\p{L}+ ){0,3}(?:pallets?|rack|shelves|forklift)`,
        breach: DRINK,
      },
      { name: 'being there for the shift', skill: 'punctuality|being on time|early shifts', lapse: LATE },
    ],
  },
  {
    id: 'driving',
    name: 'driving',
    titles: [
      'drivers?',
      'chauffeur',
      'couriers?',
      'truckers?',
      'pilots?',
      'train driver',
      'delivery (?:driver|rider)',
      'captain',
      'bus driver',
      'ambulance driver',
    ],
    core: [
      {
        name: 'bringing everyone home safe',
        skill: 'driving|parking|reversing',
        lapse:
          '(?:crash|crashed|speed|sped|text|texted|look at my phone|looked at my phone|looking at my phone|on my phone|run red lights|fall asleep|fell asleep)|(?:scratch|scratched|hit|damage|damaged) (?:\\p{L}+ ){0,3}(?:cars?|van|bus|lorry|truck|gate|wall)',
        breach: `${DRINK}|(?:fell asleep|slept) at the wheel|(?:changed|switched off|cheated) (?:\\p{L}+ ){0,2}(?:tachograph|log ?book)`,
      },
      { name: 'being on time', skill: 'punctuality|being on time|getting up|timing', lapse: LATE },
      {
        name: 'looking after the vehicle',
        skill: 'checks|maintenance',
        lapse: '(?:forget|forgot|skip|skipped) (?:\\p{L}+ ){0,3}(?:checks?|oil|tyres|tires|fuel)',
      },
    ],
  },
  {
    id: 'dispatch',
    name: 'dispatch and traffic control',
    titles: [
      'dispatch(?:er|ers|ing)?',
      'train dispatcher',
      'signal(?:ler|man|ling)',
      'air traffic control(?:ler|lers)?',
      'emergency (?:dispatcher|call handler)',
      'control room(?: \\p{L}+)?',
      'traffic controller',
      'duty controller',
    ],
    core: [
      {
        name: 'being there to the minute',
        skill: 'punctuality|being on time|timing|getting up',
        lapse: LATE,
      },
      {
        name: 'full attention for the whole shift',
        skill: 'concentrating|concentration|staying focused|focus|night shifts',
        lapse:
          '(?:miss|missed|overlook|overlooked) (?:\\p{L}+ ){0,3}(?:signals?|calls?|alarms?)|(?:sleep|slept|fall asleep|fell asleep|falling asleep)',
        breach: '(?:slept|fell asleep) on duty',
      },
      {
        name: 'clear words under pressure',
        skill: 'stress|pressure|staying calm|radio|quick decisions',
        lapse: `${TEMPER}|(?:panic|panicked|panicking)`,
      },
    ],
  },
  {
    id: 'construction',
    name: 'construction',
    titles: [
      'construction(?: \\p{L}+)?',
      'site (?:manager|foreman|supervisor|engineer|lead)',
      'foremen',
      'foreman',
      'builders?',
      'brick ?layers?',
      'roofers?',
      'scaffolders?',
      'quantity surveyor',
      'surveyors?',
      'labou?rer',
      'painter and decorator',
      'painters?',
      'tilers?',
      'clerk of works',
    ],
    core: [
      { name: 'nobody getting hurt on site', skill: 'safety|heights', lapse: SAFETY, breach: DRINK },
      {
        name: 'building to plan',
        skill: 'reading plans|measuring|plans',
        lapse: '(?:measure|measured|build|built|pour|poured|cut) (?:\\p{L}+ ){0,4}wrong',
      },
      {
        name: 'time, material and trades in step',
        skill: 'planning|organi[sz]ation|coordination',
        lapse: '(?:order|ordered) (?:\\p{L}+ ){0,3}(?:late|too late|wrong)',
      },
      { name: 'a firm and fair word on site', skill: 'people|leading', lapse: TEMPER },
    ],
  },
  {
    id: 'trades',
    name: 'skilled trades',
    titles: [
      'electricians?',
      'plumbers?',
      'carpenters?',
      'joiners?',
      'welders?',
      'fitters?',
      'mechanics?',
      'technicians?',
      'locksmith',
      'heating engineer',
      'gas engineer',
      'hvac(?: \\p{L}+)?',
      'car mechanic',
      'maintenance(?: \\p{L}+)?',
      'craftsman',
      'gardeners?',
      'landscapers?',
      'tailor',
      'installer',
    ],
    core: [
      {
        name: 'work that holds and is safe',
        skill: 'wiring|electrics|measuring|welding|my hands|tools',
        lapse: `${SAFETY}|(?:wire|wired|connect|connected|fit|fitted|cut|measure|measured) (?:\\p{L}+ ){0,4}wrong`,
        breach:
          '(?:signed|ticked|filled in) (?:\\p{L}+ ){0,4}(?:test|checks?|inspections?) (?:\\p{L}+ ){0,3}(?:never|not)',
      },
      { name: 'finding the fault', skill: 'fault[ -]finding|troubleshooting|reading diagrams' },
      {
        name: 'being straight with customers about time and price',
        skill: 'customers|prices|quotes',
        lapse: LATE,
        breach: '(?:charged|billed) (?:\\p{L}+ ){0,4}(?:never did|not done|did not do)',
      },
    ],
  },
  {
    id: 'engineering',
    name: 'engineering',
    titles: [
      '(?:mechanical|civil|structural|electrical|chemical|process|hardware|design|automotive|aerospace|industrial|manufacturing|production|quality|environmental|project|field|service|maintenance|biomedical|building|mining|petroleum|systems|control|hydraulic) engineer(?:s|ing)?',
      'quality manager',
      'machine operator',
      'cnc(?: \\p{L}+)?',
      'production (?:manager|planner|supervisor|worker)',
      'plant manager',
      'draughtsman',
      'drafter',
    ],
    otherwise: ['engineer(?:s|ing)?'],
    core: [
      {
        name: 'calculations that hold',
        skill: 'calculations?|maths?|physics|numbers',
        lapse:
          '(?:calculate|calculated|miscalculate|miscalculated|dimension|dimensioned) (?:\\p{L}+ ){0,4}(?:wrong|loads?)|(?:use|used) (?:\\p{L}+ ){0,3}wrong units?',
      },
      {
        name: 'safety before speed',
        skill: 'safety|standards',
        lapse: SAFETY,
        breach:
          'signed (?:\\p{L}+ ){0,4}drawings? (?:\\p{L}+ ){0,3}(?:never|not)|(?:covered up|hid|kept quiet about) (?:\\p{L}+ ){0,3}(?:defects?|cracks?|faults?)',
      },
      { name: 'drawings and changes others can follow', skill: 'drawings|cad|documentation|details?' },
    ],
  },
  {
    id: 'agriculture',
    name: 'farming',
    titles: [
      'farm(?:er|ers|ing|hand| worker| manager)?',
      'agricultur\\p{L}+(?: \\p{L}+)?',
      'agronomist',
      'vine ?yard(?: \\p{L}+)?',
      'winemaker',
      'wine ?grower',
      'forest(?:er|ry)(?: \\p{L}+)?',
      'horticultur\\p{L}+',
      'dairy(?: \\p{L}+)?',
      'shepherd',
      'fisher(?:man)?',
    ],
    core: [
      {
        name: 'looking after animals and crops every day',
        skill: 'animals|plants|crops|early mornings|getting up',
        lapse:
          '(?:forget|forgot|skip|skipped) (?:\\p{L}+ ){0,3}(?:feed|feeding|water|milk|milking|spray|harvest)',
      },
      {
        name: 'safe hands with machines and chemicals',
        skill: 'machines|tractors|chemicals|machinery',
        lapse: SAFETY,
        breach: DRINK,
      },
      {
        name: 'planning by season and weather',
        skill: 'planning|timing',
        lapse: '(?:sow|sowed|plant|planted|harvest|harvested) (?:\\p{L}+ ){0,3}(?:late|too late|wrong)',
      },
    ],
  },
];
