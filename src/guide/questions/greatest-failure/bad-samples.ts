import type { Sample } from '../../guide.ts';

/** Invented answers that do not hold up yet, each for a reason of its own; its note says what would mend it. */
export const badSamples: readonly Sample[] = [
  {
    id: 'engineer-everyone-else',
    profession: 'software engineer',
    quality: 'bad',
    steps: {
      context: 'At my last company we were building a payment page for a large online shop.',
      failure:
        'It came out two months late because the product manager kept changing her mind, the designer sent his files after every deadline and the testers missed half of the bugs. The other developers did not read my comments either.',
      'immediate-actions': 'I told them several times that it could not work like that.',
      reflections: 'I learned that you have to watch people closely, because they do not do their part.',
    },
    note: 'It tells a lot about four other people. Two things are still to come: what was yours to decide, and what is different since then.',
  },
  {
    id: 'sales-hates-calling',
    profession: 'sales representative',
    quality: 'bad',
    steps: {
      context: 'I have been a sales representative for a printing company for three years.',
      failure:
        'I lost two of our biggest customers in one spring, because I am not good at talking to customers and I put off every difficult call.',
      'immediate-actions': 'I wrote both of them an email, but they had already signed with somebody else.',
      reflections: 'I learned that selling is really not my strength.',
      'growth-evidence': 'Now I prefer to let a colleague do the calls.',
    },
    note: 'Honest and clear, but it touches what the job needs most. Another story may be easier, or one hard call since then that went well.',
  },
  {
    id: 'accountant-more-careful',
    profession: 'accountant',
    quality: 'bad',
    steps: {
      context: 'I worked in the accounts office of a haulage firm and was the contact for our suppliers.',
      failure:
        'I forgot to tell our tyre supplier about the new payment dates. They thought we had stopped paying, held back a delivery, and four lorries stood still for two days.',
      'immediate-actions': 'I called them, apologised, and the tyres came two days later.',
      reflections: 'I learned to communicate better and to be more careful.',
      'growth-evidence': 'I am much more organised now.',
    },
    note: 'Good up to the repair. "Communicate better" could end any story. Which habit came out of those four lorries, and when did it last help?',
  },
  {
    id: 'organiser-weather-and-city',
    profession: 'event organiser',
    quality: 'bad',
    steps: {
      context: 'Last summer I organised an open-air concert for 600 people in a city park.',
      failure:
        'It had to be stopped after half an hour. The weather was terrible that week, the city gave us the permit far too late, and with such a small budget there was no way to get a tent. It was simply bad luck.',
      'immediate-actions': 'There was nothing anyone could have done.',
      reflections: 'I learned that some things are out of your control.',
      'growth-evidence': 'This summer the weather was better and the concert went well.',
    },
    note: 'Here it sounds as if the rain did it. Who had to make a plan for rain? The lesson may start there.',
  },
  {
    id: 'teacher-wrong-folder',
    profession: 'teacher',
    quality: 'bad',
    steps: {
      context: 'I teach mathematics at a secondary school.',
      failure: 'I once took the wrong folder to a staff meeting and had to walk back to my room for it.',
      'immediate-actions': 'I fetched the right one, and we began two minutes later.',
      reflections: 'I learned to look at the label.',
      'growth-evidence': 'Now I look at the label every time, and it has not happened again.',
    },
    note: 'All five steps are there, but nobody lost anything. An interviewer may want a bigger one. Who else felt it?',
  },
  {
    id: 'nurse-never-forgive',
    profession: 'nurse',
    quality: 'bad',
    steps: {
      context: 'Last year I worked as a nurse on a rehabilitation ward.',
      failure:
        'I forgot to pass on a message from the physiotherapist, and a patient missed her session before she went home. I felt terrible. I cried in the break room, I could not sleep, and I was so ashamed that I could hardly look at anyone.',
      'immediate-actions':
        'I was in a panic and just wanted to disappear. I felt like the worst nurse in the world.',
      reflections: 'It still breaks my heart, and I will never forgive myself.',
    },
    note: 'The feeling takes more room than the repair. One line about the feeling is enough. What was done about the session, and what is different since then?',
  },
];
