import { LATE, type RoleFamily, TEMPER } from './family.ts';

const WRONG_MEDICINE =
  '(?:give|gave|given|giving|hand|handed|draw|drew|prepare|prepared) (?:[\\p{L}\\p{N}]+ ){0,4}(?:wrong|double) (?:\\p{L}+ )?(?:dose|dosage|medicine|medication|drugs?|tablets?|injection|insulin|pills?|infusion)|(?:mix|mixed|mixing) up (?:\\p{L}+ ){0,2}(?:doses|medicines?|medications?|drugs|patients)';
const STOLEN_MEDICINE =
  '(?:took|stole|taken) (?:\\p{L}+ ){0,3}(?:medication|medicine|drugs|morphine|tablets|pills|painkillers) (?:from|home|for myself)';

export const healthFamilies: readonly RoleFamily[] = [
  {
    id: 'nursing',
    name: 'nursing',
    titles: [
      'nurses?',
      'nursing',
      'midwi(?:fe|ves)',
      'midwifery',
      'matron',
      'rn',
      'ward sister',
      'nurse manager',
      'nursing assistant',
      'paramedics?',
    ],
    core: [
      {
        name: 'giving the right medicine to the right patient',
        skill: 'medication|medicines?|doses|dosages|drug calculations',
        lapse: WRONG_MEDICINE,
        breach: STOLEN_MEDICINE,
      },
      {
        name: 'seeing to people with patience and respect',
        skill: '(?:the )?patients|nursing|caring for people|sick people',
        lapse: TEMPER,
      },
      {
        name: 'noticing and passing on what changes in a patient',
        skill: 'handovers?|observations',
        lapse:
          '(?:miss|missed|ignore|ignored|skip|skipped) (?:\\p{L}+ ){0,3}(?:vital signs|observations|handovers?|alarms?)',
        breach:
          '(?:filled in|wrote down|signed) (?:\\p{L}+ ){0,3}(?:observations|checks|rounds) (?:\\p{L}+ ){0,2}(?:never|not|without)',
      },
      {
        name: 'keeping clean and safe',
        skill: 'hygiene',
        lapse:
          '(?:forget|forgot|skip|skipped) (?:\\p{L}+ ){0,3}(?:gloves|disinfect\\p{L}*|hygiene|wash my hands)|(?:slept|sleep|fall asleep|fell asleep) on (?:\\p{L}+ )?(?:duty|shift|nights)',
      },
    ],
  },
  {
    id: 'medicine',
    name: 'medicine',
    titles: [
      'doctors?',
      'physicians?',
      'surgeons?',
      'gp',
      'general practitioner',
      'medicine',
      'medical student',
      'anaesthetist',
      'anesthesiologist',
      'radiologist',
      'psychiatrist',
      'p(?:a)?ediatrician',
      'dentists?',
      'registrar',
      'medical consultant',
      'junior doctor',
    ],
    core: [
      {
        name: 'coming to the right finding',
        skill: 'diagnos\\p{L}+|reading scans',
        lapse: '(?:make|made|give|gave|miss|missed) (?:\\p{L}+ ){0,3}(?:wrong )?diagnos[ie]s',
      },
      {
        name: 'treating safely',
        skill: 'procedures|prescrib\\p{L}+|surgery|operating',
        lapse: `${WRONG_MEDICINE}|(?:prescribe|prescribed|prescribing) (?:\\p{L}+ ){0,3}wrong`,
        breach: `${STOLEN_MEDICINE}|operated (?:\\p{L}+ ){0,3}(?:drunk|without consent)`,
      },
      {
        name: 'hearing patients out and telling them the truth',
        skill: '(?:the |talking to )?patients|breaking bad news|bedside manner',
        lapse: TEMPER,
        breach: 'lied to (?:\\p{L}+ ){0,2}patients?',
      },
    ],
  },
  {
    id: 'pharmacy',
    name: 'pharmacy',
    titles: ['pharmacists?', 'pharmacy', 'pharmaceutical assistant', 'dispensing', 'chemist shop'],
    core: [
      {
        name: 'handing out exactly what was prescribed',
        skill: 'prescriptions|dispensing|doses',
        lapse: `${WRONG_MEDICINE}|(?:dispense|dispensed|dispensing) (?:\\p{L}+ ){0,3}wrong`,
        breach: STOLEN_MEDICINE,
      },
      {
        name: 'catching what must not be taken together',
        skill: 'interactions',
        lapse: '(?:miss|missed|overlook|overlooked) (?:\\p{L}+ ){0,3}interactions?',
      },
      {
        name: 'explaining medicines so that people can use them',
        skill: 'explaining|customers|patients',
        lapse: TEMPER,
      },
    ],
  },
  {
    id: 'therapy',
    name: 'therapy',
    titles: [
      'physio(?:therapist|therapy)?s?',
      'physical therap\\p{L}+',
      'occupational therap\\p{L}+',
      'speech therap\\p{L}+',
      'therapists?',
      'psychologists?',
      'counsellors?',
      'counselors?',
      'osteopath',
      'dental hygienist',
      'psychotherapist',
    ],
    core: [
      { name: 'listening before treating', skill: 'listening|patients|clients|people', lapse: TEMPER },
      {
        name: 'knowing what helps and what could harm',
        skill: 'anatomy|exercises|treatment plans',
        lapse: '(?:hurt|injure|injured) (?:\\p{L}+ ){0,2}patients?',
      },
      {
        name: 'keeping what is told in confidence',
        skill: 'confidentiality|boundaries',
        lapse:
          '(?:tell|told|share|shared) (?:\\p{L}+ ){0,3}what (?:\\p{L}+ ){0,2}(?:patients?|clients?) (?:said|told)',
        breach: '(?:slept|started (?:a relationship|an affair)) with (?:a|my) (?:patient|client)',
      },
    ],
  },
  {
    id: 'care',
    name: 'care work',
    titles: [
      'carers?',
      'caregivers?',
      'care (?:assistant|worker|home|helper|manager)s?',
      'home care',
      'healthcare assistant',
      'health care assistant',
      'support worker',
      'personal care',
    ],
    core: [
      { name: 'being there when somebody depends on it', skill: 'being on time|punctuality', lapse: LATE },
      {
        name: 'treating people with patience and dignity',
        skill: 'old people|elderly people|residents|caring for people|people',
        lapse: TEMPER,
        breach: '(?:hit|slapped|pushed) (?:\\p{L}+ ){0,2}(?:resident|patient|client|lady|man|woman)',
      },
      {
        name: 'keeping people clean, fed and safe',
        skill: 'hygiene|lifting',
        lapse: `${WRONG_MEDICINE}|(?:leave|left|leaving) (?:\\p{L}+ ){0,3}(?:alone|unattended)`,
      },
    ],
  },
  {
    id: 'veterinary',
    name: 'animal care',
    titles: [
      'vets?',
      'veterinar\\p{L}+',
      'vet nurse',
      'veterinary nurse',
      'animal (?:keeper|carer|care)',
      'zookeeper',
      'dog groomer',
      'groomer',
    ],
    core: [
      { name: 'handling animals calmly', skill: 'animals|dogs|cats|horses', lapse: TEMPER },
      {
        name: 'treating them safely',
        skill: 'treatments|surgery|doses',
        lapse: WRONG_MEDICINE,
        breach: STOLEN_MEDICINE,
      },
      {
        name: 'being straight with owners',
        skill: 'owners|talking to owners',
        breach: 'lied to (?:\\p{L}+ ){0,2}owners?',
      },
    ],
  },
];
