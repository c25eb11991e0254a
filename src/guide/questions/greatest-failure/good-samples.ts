import type { Sample } from '../../guide.ts';

/** Invented answers that hold up, one a profession: each names its slip, its repair and one time since then. */
export const goodSamples: readonly Sample[] = [
  {
    id: 'nurse-promised-time',
    profession: 'nurse',
    quality: 'good',
    steps: {
      context:
        'Two years ago I was a staff nurse on an orthopaedic ward with 24 beds, and that winter I coordinated the discharges. Families and the evening team planned by my list.',
      failure:
        'One Friday I told a daughter that her mother could go home at four, without checking that the home care was arranged. It was not. A woman of 81 sat in the day room in her coat until seven, and then had to stay for the weekend.',
      'immediate-actions':
        'I rang the daughter myself and said that I had given her a time I had not checked. Then I told the ward sister, and on Saturday morning I booked the carers for Monday.',
      reflections:
        'I learned that a time sounds like a promise to a family, even when I mean it as a guess. I had thought it was mine to give, when it hung on three other people.',
      'growth-evidence':
        'Now I name a time only after pharmacy, transport and home care have each said yes, and the three ticks are on the discharge sheet. Last December we used it for 31 discharges, and 29 of them left within the hour we had named.',
    },
    note: 'The mistake is one sentence with a clear "I". The lesson is about a promised time, and the three ticks show it at work.',
  },
  {
    id: 'engineer-old-interface',
    profession: 'software engineer',
    quality: 'good',
    steps: {
      context:
        'Eighteen months ago I was a backend engineer at a company that makes booking software for dentists. I looked after the interface through which practices send us their appointments.',
      failure:
        'I switched off an old version of it, because the logs showed only a handful of calls. I never asked who was calling. It was a chain of 14 clinics, and for a whole morning none of their appointments reached us.',
      'immediate-actions':
        'I turned the old version on again within twenty minutes and wrote to their IT manager to say what I had done. That afternoon I sent the 212 missing appointments once more, and checked them one by one with our support team.',
      reflections:
        "I learned that a small number in a log can be somebody's whole business. I had measured the traffic and never thought of the people behind it.",
      'growth-evidence':
        'Now, before I remove anything, I write down who uses it and get a yes from each of them by name. Last spring I retired another interface this way: two customers needed a month longer, we waited, and nobody had to open a ticket.',
    },
    note: 'The numbers make it easy to picture: 14 clinics, 212 appointments, two customers. The code itself was fine, and that is what the job needs most.',
  },
  {
    id: 'sales-unchecked-date',
    profession: 'sales representative',
    quality: 'good',
    steps: {
      context:
        'In my second year of selling office furniture I won a law firm that was about to move 60 people into a new building.',
      failure:
        'To get the order signed I promised delivery in four weeks, and I did not ask our warehouse first. It took seven. Their first three weeks in the new office were spent at folding tables.',
      'immediate-actions':
        'As soon as I heard the real date I drove over and told the office manager face to face. The same week I borrowed 40 desks from our showroom and from a partner, and I helped to carry them in.',
      reflections:
        'I learned that a date I have not checked is a debt that somebody else pays. I had wanted the signature so much that I took a hope for a fact.',
      'growth-evidence':
        'Now I ring our planner before any date goes into an offer, and I put the name of who confirmed it beside the date. In May I offered nine weeks to a hospital that had asked for six. They took it, we came after eight, and in autumn they ordered again.',
    },
    note: 'The ending is strong because honesty could have cost the order, and the order still came.',
  },
  {
    id: 'teacher-exchange',
    profession: 'teacher',
    quality: 'good',
    steps: {
      context:
        'The year before last I taught history at a secondary school and ran our exchange with a school in Lyon for the first time. Twenty-two families had a guest for a week.',
      failure:
        'I matched the pupils by their forms alone and did not ring a single family. I overlooked a note about allergies, and one boy spent his first evening wheezing in a house with three cats.',
      'immediate-actions':
        "His host mother rang me at ten, and I fetched him myself and found him a bed at a colleague's house. The next morning I phoned the other 21 families and told my head teacher what I had overlooked.",
      reflections:
        'I learned that a form tells me what people thought of writing down, and a call tells me what they forgot. I had saved two hours of phoning, and a pupil paid for it.',
      'growth-evidence':
        'For the next exchange I rang every family before I matched anyone, with six fixed questions. The calls turned up two allergies and a move of house that were on no form. Last October all 24 guests stayed where we had put them.',
    },
    note: 'The repair is told calmly, and the last step shows the result: two allergies that no form had shown.',
  },
  {
    id: 'accountant-launch-by-mail',
    profession: 'accountant',
    quality: 'good',
    steps: {
      context:
        'Two years ago I was an accountant in a group of garden centres and was in charge of moving 140 colleagues to a new system for their expenses.',
      failure:
        'I wrote a guide, sent it round by mail on the day of the change, and thought that was enough. In the first month 50 claims got stuck, and some of our lowest paid people waited three weeks for their travel money.',
      'immediate-actions':
        'I went through the 50 claims by hand in two days and got them paid in an extra run. I told our finance director that the system was fine and that the launch, which was mine, was not.',
      reflections:
        'I learned that sending instructions does not mean anyone can follow them. I had written for accountants, and my readers were gardeners with a phone in one hand.',
      'growth-evidence':
        'Now I try every new form on three people from the shop floor before it goes out. In February they tripped over two questions on our holiday form; I changed both, and in the first month only four forms out of 140 came back.',
    },
    note: 'The sentence to the finance director says whose mistake it was. Two numbers show the change: 50 before, four after.',
  },
  {
    id: 'organiser-silent-helpers',
    profession: 'event organiser',
    quality: 'good',
    steps: {
      context:
        'In my first year as an event organiser I was responsible for the helpers at a charity run with 900 runners. The paramedics counted on us to keep the crossings clear.',
      failure:
        'I gave out the posts in a group chat and took silence for a yes. On the morning 11 of my 40 helpers were not there, and two crossings had nobody.',
      'immediate-actions':
        'I told the race director at once, before the start, and asked her to hold it for fifteen minutes. I moved three people over from the car park and stood at the last crossing myself.',
      reflections:
        'I learned that silence is not an answer, least of all from kind people who find it hard to say no. I had counted the messages I sent instead of the people who would come.',
      'growth-evidence':
        'Since then each helper says yes to one post and one time by text, and two days before I ring whoever has been quiet. At the run last June 44 of 46 came, and the two who could not had told me on the Thursday.',
    },
    note: 'Going to the race director before the start is the moment a listener remembers. The lesson fits this story and no other.',
  },
  {
    id: 'student-shared-file',
    profession: 'chemistry student',
    seniority: 'student',
    quality: 'good',
    steps: {
      context:
        'In my second year of chemistry I put together the lab report for our group of four. It was a third of the mark, and Jonas needed that mark to keep his grant.',
      failure:
        'I thought the upload closed at midnight and never opened the course page to look. It closed at six. At eight the report was ready, and there was no way left to hand it in.',
      'immediate-actions':
        'I wrote to the three of them before I wrote to anybody else, and said that it was my reading and not theirs. Next morning I went to the tutor and asked her to take the points off me alone. She took ten per cent off the report and let it count.',
      reflections:
        'I learned that a deadline in my memory is not the deadline. When other people stand behind me, the hour is worth one look at the page it is written on.',
      'growth-evidence':
        'For the three reports since then I have put the screenshot of the closing time into our group chat on the first day, and we hand in a day early. In March the server was down on the last evening, and ours was already there.',
    },
    note: 'A lab report is small to many, and here it is not: three others and a grant hung on it. Whom she told first shows whose failure it was.',
  },
  {
    id: 'director-unheard-shift',
    profession: 'operations director',
    seniority: 'leading',
    quality: 'good',
    steps: {
      context:
        'Three years ago I ran operations for a bakery group, six plants and about 700 people. I had promised the board that one shift plan would save us two million a year.',
      failure:
        'My mistake was that I drew it with two consultants and showed it to the shift leaders only when it was finished. I had not asked one of them how a night really runs. In the first eight weeks 43 people left, most of them bakers whom we could not replace.',
      'immediate-actions':
        'I took the plan back at the plant that had lost the most, and told the board the same week that my decision had cost the saving. Then I worked five nights on the line and asked what we had broken.',
      reflections:
        'I learned that a plan for people is only a guess with my name on it, until one of them has tried it. I had taken their silence for a yes, when it was that of people who have decided to go.',
      'growth-evidence':
        'Now nothing that changes a working day comes to me before two shift leaders have signed that they would work it. Last year four plants moved to a plan that they had drawn: it saved 1.3 million, and nine people left, as in any other year.',
    },
    note: 'At this level the failure is how a decision was made, not a slip of the hand. The change since works without the director in the room.',
  },
];
