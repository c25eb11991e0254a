import { LATE, type RoleFamily, TEMPER } from './family.ts';

const HIT_CHILD =
  '(?:hit|slapped|smacked|grabbed|pushed) (?:\\p{L}+ ){0,2}(?:child|pupil|student|boy|girl|toddler|kid)';

export const peopleFamilies: readonly RoleFamily[] = [
  {
    id: 'teaching',
    name: 'teaching',
    titles: [
      'teach(?:er|ers|ing)',
      'lecturers?',
      'tutors?',
      'trainers?',
      'instructors?',
      'head ?teacher',
      'school principal',
      'professors?',
      'teaching assistant',
      'corporate trainer',
      'music teacher',
      'school',
    ],
    core: [
      { name: 'explaining so that learners understand', skill: 'teaching|explaining(?: things)?|my subject' },
      {
        name: 'keeping order without fear',
        skill: 'children|kids|pupils|students|teenagers|discipline|classroom management',
        lapse: `${TEMPER}|lose control of (?:the|my) class`,
        breach: HIT_CHILD,
      },
      {
        name: 'preparing lessons',
        skill: 'preparing|preparation|lesson plans',
        lapse: `(?:am|was|come|came|turn up|turned up|go|went|walk|walked) (?:\\p{L}+ ){0,4}unprepared|${LATE}`,
      },
      {
        name: 'marking fairly',
        skill: 'marking|grading',
        breach: '(?:changed|sold|gave away) (?:\\p{L}+ ){0,3}(?:grades?|marks|exam questions)',
      },
    ],
  },
  {
    id: 'childcare',
    name: 'childcare',
    titles: [
      'child ?minders?',
      'nann(?:y|ies)',
      'nursery (?:nurse|teacher|assistant|worker)s?',
      'kindergarten(?: teacher)?',
      'child ?care(?: worker)?',
      'day ?care',
      'early years(?: \\p{L}+)?',
      'babysitter',
      'au pair',
      'preschool teacher',
      'after-?school club',
    ],
    core: [
      {
        name: 'never losing sight of a child',
        skill: 'supervising|watching (?:the )?children',
        lapse:
          '(?:leave|left|leaving) (?:\\p{L}+ ){0,4}(?:alone|unattended|outside)|(?:lose|lost|losing) (?:sight of |track of )(?:\\p{L}+ ){0,2}(?:child|children|kids?|boy|girl)',
      },
      {
        name: 'patience with small children',
        skill: 'children|kids|babies|toddlers|little ones',
        lapse: TEMPER,
        breach: HIT_CHILD,
      },
      {
        name: 'telling parents how the day was',
        skill: 'parents|talking to parents',
        breach: 'lied to (?:\\p{L}+ ){0,2}(?:parents?|mother|father)',
      },
    ],
  },
  {
    id: 'social-work',
    name: 'social work',
    titles: [
      'social work(?:er|ers)?',
      'youth work(?:er|ers)?',
      'case ?workers?',
      'case manager',
      'community worker',
      'probation officer',
      'family support worker',
      'outreach worker',
      'charity worker',
    ],
    core: [
      {
        name: 'seeing when somebody is in danger',
        skill: 'risk assessments?|safeguarding',
        lapse:
          '(?:miss|missed|ignore|ignored|overlook|overlooked) (?:\\p{L}+ ){0,3}(?:signs?|warnings?|home visits?|visits)',
      },
      { name: 'meeting people without judging', skill: 'families|clients|people|listening', lapse: TEMPER },
      {
        name: 'keeping records others can act on',
        skill: 'records|case notes|paperwork|reports',
        breach: '(?:wrote|noted|recorded) (?:\\p{L}+ ){0,3}visits? (?:\\p{L}+ ){0,2}(?:never|not)',
      },
    ],
  },
  {
    id: 'hr',
    name: 'human resources',
    titles: [
      'hr',
      'human resources',
      'people (?:partner|operations|manager|officer)',
      'hr assistant',
      'hr manager',
      'personnel',
      'payroll(?: clerk)?',
      'learning and development',
    ],
    core: [
      {
        name: 'keeping what is personal to oneself',
        skill: 'confidentiality|discretion|keeping secrets',
        lapse:
          '(?:tell|told|talk|talked|gossip|gossiped) (?:\\p{L}+ ){0,3}(?:salaries|secrets|private matters|who earns)',
        breach: '(?:gossiped|told everyone) about',
      },
      { name: 'treating people fairly', skill: 'people|conflicts?|difficult conversations', lapse: TEMPER },
      {
        name: 'getting contracts and pay right',
        skill: 'employment law|contracts|payroll|paperwork',
        lapse: '(?:pay|paid) (?:\\p{L}+ ){0,3}(?:wrong|late)',
      },
    ],
  },
  {
    id: 'recruiting',
    name: 'recruiting',
    titles: [
      'recruit(?:er|ers|ing|ment)',
      'talent (?:acquisition|partner|sourcer|manager)',
      'headhunters?',
      'sourcer',
      'recruitment consultant',
    ],
    core: [
      {
        name: 'judging who fits',
        skill: 'judging people|interviewing|interviews',
        lapse: '(?:hire|hired|pick|picked) (?:\\p{L}+ ){0,2}wrong (?:people|person|candidates?)',
      },
      {
        name: 'answering candidates',
        skill: 'candidates|replying|following up',
        lapse: '(?:forget|forgot|ghost|ghosted|leave|left) (?:\\p{L}+ ){0,4}candidates?',
      },
      {
        name: 'choosing without prejudice',
        skill: 'being fair',
        breach:
          '(?:rejected|turned down|sorted out) (?:\\p{L}+ ){0,4}(?:because of (?:their|his|her) (?:age|name|skin|religion|accent|gender))',
      },
    ],
  },
  {
    id: 'policing',
    name: 'police work',
    titles: [
      'police(?: officer)?',
      'policing',
      'detectives?',
      'constable',
      'prison officer',
      'customs officer',
      'border guard',
      'firefighters?',
      'fire officer',
      'soldier',
      'army officer',
    ],
    core: [
      {
        name: 'staying calm and within the law',
        skill: 'staying calm|conflicts?|pressure|stress',
        lapse: TEMPER,
        breach:
          '(?:hit|beat|beat up|kicked) (?:\\p{L}+ ){0,2}(?:suspect|prisoner|man|woman)|used too much force',
      },
      {
        name: 'writing down what really happened',
        skill: 'reports|paperwork',
        breach:
          '(?:left out|changed|hid|lost) (?:\\p{L}+ ){0,3}evidence|lied (?:in|to) (?:\\p{L}+ ){0,2}(?:court|statement|report)',
      },
      { name: 'being relied on by the crew', skill: 'teamwork|following orders|orders', lapse: LATE },
    ],
  },
  {
    id: 'guarding',
    name: 'security guarding',
    titles: [
      'security (?:guard|officer|staff|steward)s?',
      'guards?',
      'bouncers?',
      'door ?(?:man|staff|supervisor)',
      'night ?watch(?:man)?',
      'night porter',
    ],
    core: [
      {
        name: 'staying awake and attentive',
        skill: 'night shifts|nights|staying awake|staying alert',
        lapse: `(?:sleep|slept|fall asleep|fell asleep|falling asleep)|${LATE}`,
        breach: '(?:sleep|slept|fell asleep) on duty',
      },
      {
        name: 'calming people down',
        skill: 'conflicts?|aggressive people|people',
        lapse: TEMPER,
        breach: '(?:hit|beat|beat up|kicked) (?:\\p{L}+ ){0,2}(?:guest|customer|visitor|man|woman)',
      },
      {
        name: 'keeping doors and keys in hand',
        skill: 'routine|rounds',
        lapse:
          '(?:leave|left|forget|forgot|lose|lost|skip|skipped) (?:\\p{L}+ ){0,3}(?:unlocked|keys|rounds?|doors?|lock)',
      },
    ],
  },
];
