/** A story in five parts: sentences by step id. */
export interface FivePartStory {
  readonly id: string;
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

const story = (
  id: string,
  context: readonly string[],
  failure: readonly string[],
  actions: readonly string[],
  reflections: readonly string[],
  growth: readonly string[],
): FivePartStory => ({
  id,
  parts: {
    context,
    failure,
    'immediate-actions': actions,
    reflections,
    'growth-evidence': growth,
  },
});

/** Invented, one a profession; the sorting of sentences was worked out with these open. */
export const STORIES: readonly FivePartStory[] = [
  story(
    'librarian',
    [
      'Three years ago I worked in the library of a small town.',
      'Every summer we ran a reading club for about sixty children, and their parents planned the holidays around it.',
    ],
    [
      'I typed the dates into the newsletter from memory and nobody proofread it.',
      'The first meeting was printed a week too late.',
      'Nineteen children stood in front of a closed door.',
    ],
    [
      'I opened the library on my free Saturday and repeated the whole first meeting.',
      'On Monday I wrote a letter to every family and put my own name under it.',
    ],
    [
      'What I took from it is that a date in print cannot be called back.',
      'I used to think proofreading was for long texts.',
    ],
    [
      'Today a colleague reads every date aloud to me with the calendar open.',
      'In April she stopped me at a Thursday that was a Friday.',
    ],
  ),
  story(
    'electrician',
    [
      'I was in my second year as an electrician with a firm of seven people.',
      'We were rewiring a bakery, which had to open again on the Tuesday.',
    ],
    [
      'I ordered the fuse box by the old plan and did not measure the wall.',
      'It was eight centimetres too wide.',
      'The bakery stayed shut for two more days.',
    ],
    [
      'I drove to three suppliers that afternoon until one of them had a narrow box.',
      'I rang the baker and told him why his ovens were cold.',
      'Then I worked through the night with a colleague.',
    ],
    ['I learned that a plan shows the house somebody once wanted, and the wall shows the house there is.'],
    [
      'Since then I measure before I order, and I send the photo of the tape to the office.',
      'Last autumn that saved us a wrong cabinet for a dentist.',
    ],
  ),
  story(
    'product-manager',
    [
      'At my last company I was the product manager of an app for hikers.',
      'It had forty thousand users and a team of five.',
    ],
    [
      'I decided to hide the old map to push people to the new one.',
      'I had seen the complaints in the test group, and I waved them away.',
      'In the first weekend our rating fell from 4.6 to 2.9.',
    ],
    [
      'On the Sunday evening I brought the old map back with a switch.',
      'I answered the two hundred worst reviews one by one and said it had been my decision.',
    ],
    [
      'I understood that people on a mountain do not want to discover anything about their map.',
      'I had taken silence in the office for agreement outside.',
    ],
    [
      'Before we take anything away now, we leave both versions in for a month and count who goes back.',
      'This spring we kept an old search field because of that count, and nobody even noticed the change.',
    ],
  ),
  story(
    'chef',
    [
      'Two summers ago I ran the kitchen of a lake hotel.',
      'On Saturdays we cooked for weddings, up to a hundred and ten plates at once.',
    ],
    [
      'I let the new cook salt the sauce and never tasted it again.',
      'All the plates of one wedding went out too salty to eat.',
    ],
    [
      'I stopped the service and had every plate brought back.',
      'I made a butter sauce in twenty minutes and went out to the couple to apologise.',
    ],
    [
      'It taught me that handing over a task does not hand over the last spoon.',
      'I had believed that checking would hurt his pride.',
    ],
    [
      'These days the last spoon is mine, and I tell every new cook so on the first morning.',
      'At a wedding in June I sent a soup back with that spoon, and the cook thanked me.',
    ],
  ),
  story(
    'civil-servant',
    [
      'I joined the building office of a mid-sized city in 2021.',
      'My desk handled the permits for shops, and owners often had a lease running already.',
    ],
    [
      'One file lay in the wrong tray for five weeks, because I had sorted it by street and not by date.',
      'The owner of a flower shop paid rent for an empty room all that time.',
    ],
    [
      'The morning she called, I walked the file to the three desks that still had to sign.',
      'By four she had her permit.',
      'I offered her an appointment and explained the tray.',
    ],
    [
      'Looking back, the tray was never the point.',
      'A file has a person waiting at the other end, and I had stopped seeing them.',
    ],
    [
      'My list now shows the waiting days in red, oldest on top, and I read it with my first coffee.',
      'Since March of last year no permit on my desk has waited longer than ten days.',
    ],
  ),
  story(
    'translator',
    [
      'For six years I have been a freelance translator for medical devices.',
      'The leaflet in question was for an inhaler, and its printing slot was booked.',
    ],
    [
      'I took a second job for the same week and told neither client.',
      'I delivered the leaflet four hours after the printer had closed.',
      'The launch slipped by nine days.',
    ],
    [
      'I called the project lead before she could call me.',
      'I paid for the new printing slot out of my fee.',
      'The other client heard the truth from me on the same day.',
    ],
    [
      'I realised that I sell hours that do not exist when I say yes in a hurry.',
      'A no costs me one job, and a late yes costs them a launch.',
    ],
    [
      'Now I block the days in my calendar before I accept, and I leave Fridays free for what runs over.',
      'Last month I turned one offer down that way, and the client came back with a later date.',
    ],
  ),

  story(
    'physiotherapist',
    [
      'I worked as a physiotherapist in a rehabilitation centre near the coast.',
      'My group that winter was eight people with new knees.',
    ],
    [
      'I gave all eight the same exercise sheet.',
      'One of them, a retired roofer, needed a gentler start, and I had not looked at his notes.',
      'His knee swelled up and he lost two weeks.',
    ],
    [
      'I sat down with him the next morning and said that the sheet had been too hard for him.',
      'With his doctor I made a plan of his own.',
      'I also took back the other seven sheets and went through them one by one.',
    ],
    ['I learned that eight knees are eight people, and that a sheet saves my time at their expense.'],
    [
      'Since then I write the first sheet only after I have seen somebody climb a stair.',
      'In my current job I did that with a whole football team, and all of them were back on the pitch when we had said.',
    ],
  ),
  story(
    'logistics-planner',
    [
      'Four years ago I planned the trucks for a dairy.',
      'Sixty supermarkets got their milk from us before six in the morning.',
    ],
    [
      'I changed the shift plan on the evening before a public holiday.',
      'It never occurred to me that the drivers had already left.',
      'Eleven trucks stood in the yard with nobody to drive them.',
    ],
    [
      'I phoned drivers at home until I had seven of them.',
      'I took the wheel of a van myself and did the two nearest shops.',
      'Around noon I told the head of sales which shops would get nothing that day.',
    ],
    [
      'The lesson for me was that a plan only exists once the last driver has heard it.',
      'I had looked at the screen, not at the yard.',
    ],
    [
      'Today no change leaves my desk after two in the afternoon.',
      'When a bridge was closed last December, I called each driver, and all sixty shops had their milk by half past six.',
    ],
  ),
  story(
    'graphic-designer',
    [
      'I was the only designer in a small agency, fresh from school.',
      'Our biggest client was a brewery that was turning a hundred years old.',
    ],
    [
      'I sent the labels to print without asking for a proof.',
      'The year on the label said 1932 instead of 1923.',
      'Forty thousand labels were already on bottles when somebody saw it.',
    ],
    [
      'I went to the brewery the same day with my boss and showed them my mistake.',
      'We had new labels printed at our own cost and I helped to relabel on the weekend.',
    ],
    [
      'I found out that my eyes read what they expect.',
      'The more often I had looked at the label, the less I had seen.',
    ],
    [
      'Now somebody who has never seen the design reads me every number from the paper.',
      'That way we caught a wrong phone number on a poster in May.',
    ],
  ),
  story(
    'nursery-teacher',
    [
      'Last year I led a group of eighteen children in a nursery.',
      'We were getting ready for the summer party, where each child has a small part.',
    ],
    [
      'I gave the parts out by who was loud and keen.',
      'Three quiet children had nothing to say at all, and I only noticed at the party.',
      'One mother was in tears.',
    ],
    [
      'I spoke with her while the others were still eating.',
      'The week after, I invited the three families and we did a little show for them alone.',
    ],
    [
      'Since that party I know that quiet is not the same as content.',
      'I had listened to the ones who made it easy.',
    ],
    [
      'Every Friday I go down my list of names and ask myself what each child said that week.',
      'At Christmas the quietest boy of the group opened the play.',
    ],
  ),
  story(
    'data-analyst',
    [
      'My job at an energy supplier was the monthly report for the board.',
      'Twelve people made their decisions on those pages.',
    ],
    [
      'In one month I joined two tables on the wrong column.',
      'The report showed five hundred lost customers who had never left.',
      'The board stopped a campaign because of it.',
    ],
    [
      'As soon as I found the error I went up to the head of finance and laid both tables on her desk.',
      'I sent a corrected report with a note on top before the day was over.',
      'The campaign started again on the Wednesday.',
    ],
    [
      'A number that surprises everybody should have surprised me first.',
      'I learned to distrust a result that nobody has tried to break.',
    ],
    [
      'I now ask a colleague to break each report before it goes out, and I buy the cake when she does.',
      'In the year since, she has broken four of them, and the board has seen none of those.',
    ],
  ),
  story(
    'shift-lead',
    [
      'When I was a shift lead in a plant for car seats, I was responsible for twenty-two people and one line.',
    ],
    [
      'A sensor kept stopping the line, so I switched it off to reach the number for the day.',
      'I told nobody.',
      'Three hundred seats went out with a loose rail.',
    ],
    [
      'I stopped the next truck at the gate.',
      'I reported it to quality and to my own manager that night.',
      'For two days I stood at the line and checked rails with the team.',
    ],
    [
      'I know now that the number for the day was the smaller half of my job.',
      'The sensor had been the only one on my shift who dared to say stop.',
    ],
    [
      'Anyone on my line may stop it today, and I thank whoever does, in front of all.',
      'In February an apprentice stopped it for a cracked weld, and the customer wrote us a letter.',
    ],
  ),
  story(
    'box-office-manager',
    [
      'Until last spring I managed the box office of a small theatre.',
      'A musical was on, and coach parties came from all over the county.',
    ],
    [
      'I opened the sale for two extra nights before the cast had signed.',
      'Two of the actors were already booked elsewhere.',
      'We had to give six hundred people their money back.',
    ],
    [
      'I got on the phone to the coach firms that same evening.',
      'I wrote the apology for the website and signed it with my name.',
      'My director heard it from me, not from the papers.',
    ],
    [
      'What stayed with me is that a full house on paper is an empty promise.',
      'I was counting seats when I should have been counting people on the stage.',
    ],
    [
      'Nothing goes on sale with me now until every signature is in a folder.',
      'For the autumn play that took nine days longer, and not one ticket came back.',
    ],
  ),
  story(
    'site-manager',
    [
      'I spent four years as a site manager building terraced houses.',
      'Thirty families were waiting for their keys that autumn.',
    ],
    [
      'I let the painters in while the screed was still wet.',
      'The floors in five houses cracked and had to come out.',
    ],
    [
      'I stopped all work on the row and measured every floor myself.',
      'The next day I stood in front of the five families and told them what I had done.',
    ],
    [
      'I had to learn that drying is work, even if nobody is doing it.',
      'My schedule had room for men but none for water.',
    ],
    [
      'Every plan I draw has drying days in blue since then.',
      'Last winter my boss wanted to skip them, I showed him the old photos, and the blue days stayed.',
    ],
  ),
  story(
    'recruiter',
    [
      'As a recruiter for a hospital group I filled about forty posts a year.',
      'One of them was the head nurse of an intensive care unit.',
    ],
    [
      'I hired on a gut feeling and skipped the reference calls.',
      'She left after six weeks, and four of her nurses went with her.',
    ],
    [
      'I went to the ward and asked the team what they had needed from me.',
      'Then I found an interim head within ten days and told my boss why the first one had gone wrong.',
    ],
    [
      'It took me a while to see that my gut likes people who talk like me.',
      'A reference call is slow, and that is exactly what it is for.',
    ],
    [
      'I make three calls for each finalist these days, and one of them to somebody they did not name.',
      'In March such a call saved us from the same mistake, and the woman we took instead is still there.',
    ],
  ),
];

/** Invented afterwards, in words that avoid the usual ones, and met by rules that had not seen them. */
export const UNSEEN_STORIES: readonly FivePartStory[] = [
  story(
    'tram-driver',
    [
      'I drive a night tram in a city of half a million.',
      'On the last run the hospital staff ride home with me.',
    ],
    [
      'One January night I skipped a stop because the platform looked empty.',
      'A nurse was standing behind the shelter, out of the wind.',
      'She walked seven kilometres in the snow.',
    ],
    [
      'The control room called me at the depot and I owned up at once.',
      'I asked for her address and took flowers and a letter round in the morning.',
      'I also wrote the incident down in the log, although nobody would have found it.',
    ],
    ['A platform is not empty because I see no one on it.', 'My eyes were on the timetable that night.'],
    [
      'I come to a full stop everywhere now, doors open, count of three.',
      'Twice this winter somebody has come running out of the dark, and I was still there.',
    ],
  ),
  story(
    'charity-logistics',
    [
      'The charity I worked for sends school books to islands in the Pacific.',
      'I was the one who booked the containers.',
    ],
    [
      'I filled in the customs form with the wrong tariff code.',
      'The container sat in the port through the whole rainy season.',
      'A third of the books went mouldy.',
    ],
    [
      'I flew out with two volunteers and sorted the good ones from the wet ones.',
      'I rang our largest donor before the newsletter did.',
      'We reprinted the rest from our reserve.',
    ],
    [
      'Forms had always been the boring part to me.',
      'That code was the door to the whole project, and I had treated it like a box to tick.',
    ],
    [
      'Each form goes past a customs agent first these days, for the price of forty books.',
      'The container in September was through in two days.',
    ],
  ),
  story(
    'head-of-sixth-form',
    [
      'My first post as a head of sixth form was at a school with bad results.',
      'A hundred and twenty pupils had university places hanging on their predicted grades.',
    ],
    [
      'I trusted the spreadsheet and sent the grades off the night they were due.',
      'A column had shifted by one row.',
      'For four days every pupil had the grade of the child above.',
    ],
    [
      'I told the head, and then I told the pupils, in the hall, all of them together.',
      'My deputy and I rang thirty-one admissions offices in two days.',
    ],
    [
      'I had thought that being on time was the same as being done.',
      'It would have taken one person ten minutes to see it.',
    ],
    [
      'No list of mine leaves the building unless two people have read out five names at random.',
      'It has caught a shift twice since, both times before lunch.',
    ],
  ),
];
