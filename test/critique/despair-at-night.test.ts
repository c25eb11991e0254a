import { describe, expect, test } from 'vitest';
import { tellsDespair, tellsDespairAnew } from '../../src/critique/despair.ts';
import { tellsDistress } from '../../src/critique/distress.ts';
import { loadLanguage } from '../../src/critique/language.ts';

const language = loadLanguage();

// Invented. Written as people type them at night: slurred, misspelt, short, and often beside words of work.
const AT_NIGHT = [
  'I failed my training and I want to kill myself.',
  'I want to kill myself. The training broke me.',
  'I want to die. I lost the charity all its money.',
  'i wanna die',
  'wanna die',
  "I don't wanna live anymore",
  'i dont wanna be here anymore',
  'dnt want to live no more',
  'I took an overdose',
  'i took an overdose last night',
  'i overdosed last year and nobody at work knows',
  'took all my pills',
  'i swallowed a whole pack of paracetamol',
  'thinking about overdosing',
  'I have been cutting myself',
  'ive been cutting myself again',
  'i cut myself last night',
  'i cut myself',
  'I hurt myself on purpose',
  'i keep hurting myself at night',
  'i self harm',
  'started self-harming again',
  'I relapsed into self harm',
  "I don't want to live like this anymore",
  'i cant live like this anymore',
  'cant live anymore',
  'gonna kill myself tonight',
  'imma kill myself',
  'im gonna end it tonight',
  'i am going to end it all',
  'i wnat to die',
  'i just wanna dieeee',
  'i want too die',
  'want 2 die',
  'i want to kil myself',
  'kill my self',
  'im sucidal',
  'thinking about sucide',
  'this job makes me want to die',
  'so tired just want to die',
  'i screwed up the launch and wanna be dead',
  'honestly kms',
  'im gonna kms',
  'i want to unalive myself',
  'I would rather be dead',
  'wish i was dead',
  "i wish i'd never been born",
  'i wish i wasnt alive',
  'wish i didnt exist',
  'i hope i dont wake up tomorrow',
  'i want to go to sleep and never wake up',
  'everyone would be better off without me',
  'theyd be better off without me, even the team',
  'im worth more dead than alive',
  'no reason to live',
  'whats the point of living',
  'i dont see the point in being alive',
  'theres nothing to live for',
  'life isnt worth living anymore',
  'im tired of living',
  'i am done with life',
  'i hate being alive',
  'i should just die',
  'I should have died instead of him.',
  'i dont deserve to live',
  'I keep thinking about driving into a tree',
  'i was thinking about jumping off the bridge on the way home',
  'i want to jump in front of a train',
  'sometimes i think of stepping in front of the train',
  'i want to slit my wrists',
  'I tried to hang myself in spring.',
  'i attempted suicide after the review',
  'suicide feels like the only way out, i keep thinking about suicide',
  'After my suicide attempt I never went back to the office.',
  'I ran the suicide prevention campaign and now I want to kill myself',
  'I wrote the self-harm policy for our school. I self-harm.',
  'I nearly died of shame, and that night I wanted to kill myself.',
  'i want to kill myself over this deadline',
  'bad day\nwanna die',
  'somebody please kill me',
  'i want to disappear forever',
  'i have been thinking about dying every day',
  'no will to live',
  'i feel like dying',
  'im scared i will hurt myself',
  'I nearly jumped off a bridge.',
  'suicide',
  'i want die',
  'please let me die',
  'i want to take all my pills',
  "My brother took his life, and now I don't want to live either.",
];

const AT_WORK = [
  // The road, the workshop, the site.
  'The parcel was 40 kms away and I delivered it a day late',
  'The last kms before the depot I drove without a working light.',
  'I was just stepping off the train when my manager rang',
  'I drove into a wall with the company van',
  'I jumped off the truck and broke the crate',
  'I was going to jump off the truck when the strap slipped.',
  'I was driving into a tree-lined street when the alarm went.',
  'I stepped in front of the bus to stop the driver and shouted at him.',
  'I cut myself on the slicer and hid it from the chef.',
  'I cut myself with a knife in the middle of service.',
  'I hurt myself lifting a crate because I skipped the briefing.',
  'I burned myself at the fryer and left the station.',
  'I almost killed myself falling off the scaffold, since I had not checked it.',
  'I shot myself in the foot with that email.',
  'I hang myself up on details.',
  'I was hanging myself up on details and missed the date.',
  'I left the crane at the end of my life as a rigger.',
  // Machines and products.
  'I had to kill the process and lost an hour of orders.',
  'The deadline killed me.',
  'Killing the wrong job took the site down.',
  'I wanted the old system to die, so I never tested the fallback.',
  'These old servers were ready to die and I ignored it.',
  'The branch was better off dead, so I deleted it.',
  'We were going to end it soon',
  'We ended it all in one release.',
  'I wanted to end it early, so I cut the demo.',
  'We overdosed the concrete with plasticiser.',
  'I overdosed the pool with chlorine.',
  'I overdosed on coffee before the pitch.',
  'There was no point in living with the old tool.',
  'The meeting made me lose the will to live somewhere around slide 40.',
  // Nurses, carers, teachers, helpers.
  'I missed signs of self-harm in a pupil',
  'The client was talking about wanting to commit suicide and I did not call my supervisor',
  'A caller said he wanted to die and I put him on hold.',
  'The patient took an overdose and I read the chart too late.',
  'I gave the patient an overdose of insulin and noticed it an hour later.',
  'I took all the tablets to the wrong ward.',
  'A resident no longer wanted to live, and I did not write it down.',
  'My pupil told me that she did not want to be here anymore and I let it go.',
  'I did not notice that one of my students was cutting herself.',
  'He told me "I want to die" and I went on to the next call.',
  'I teach teenagers who self-harm and I lost the trust of one.',
  'Two of our patients want to die at home, and I booked a ward.',
  'She was suicidal, and I sent her home.',
  'The client wanted to end it all, and I missed the call.',
  'Our residents are tired of living out of boxes.',
  'I was on the suicide watch rota and swapped my shift.',
  'I was close to suicidal patients every day and forgot to report one.',
  // Campaigns, papers, trainings.
  'I printed the suicide prevention leaflet with the wrong number.',
  'I wrote our self-harm policy and nobody read it.',
  'I gave the self harm training to the wrong team.',
  'I was planning a suicide prevention campaign and lost its budget.',
  'I planned a workshop on suicide and self-harm, and nobody came.',
  'I thought about suicide rates in older men for my thesis and used the wrong table.',
  'My charity works to prevent suicide, and I lost its biggest donor.',
  'I ran a talk about suicide at our school and did not warn the parents.',
  'It was career suicide and I did it anyway.',
  'I planned the suicide burn and miscounted the fuel.',
  // Ways of speaking.
  'I was dying to know the result, so I opened the file.',
  'I wanted to die of embarrassment when the slide came up.',
  'When the mic was still on I wanted to die on the spot.',
  'I would rather die than present that again.',
  'I killed myself to get it done and it was not enough.',
  'I was killing myself over that report for weeks.',
  'I was not going to kill myself for this project, and it showed.',
  'I could have killed myself for forgetting the adapter.',
  'I worked myself to death on a bid we never sent.',
  'I ended my life in Berlin and moved for the job, and the job was gone.',
  'I wish I was home in time for the handover.',
  'I wish I had never been promoted.',
  'I wish I were more careful.',
  'I wanted to disappear when the client laughed.',
  'I do not want to live in a big city, and I said so too late.',
  'I was sick of life in the warehouse and got careless.',
  'The team would be better off without me on the project, I thought.',
  'I did not want to wake up early, so I missed the handover.',
  'I was thinking of ending it early, the workshop I mean.',
  'It took my life over, that project.',
  'I took my own life jacket off on deck.',
  'I was thinking about suicide in young men for my paper, and misread the table.',
  'I do not want to exist in a silo, so I went to the other team.',
  'I gave up on life sciences too early.',
  'I do not want to die on that hill, but I should have said no.',
];

describe('words of despair, as they are typed at night, get help', () => {
  test.each(AT_NIGHT)('%s', (words) => {
    expect(tellsDespair(words)).toBe(true);
    // Whatever names help is not scored either.
    expect(tellsDistress(language.parse(words))).toBe(true);
  });
});

describe('a story of work beside them gets none', () => {
  test.each(AT_WORK)('%s', (words) => {
    expect(tellsDespair(words)).toBe(false);
  });
});

// A hard story of somebody else is met as one, without numbers to call; these are stories of work altogether.
test.each([
  'The parcel was 40 kms away and I delivered it a day late',
  'I was just stepping off the train when my manager rang',
  'I drove into a wall with the company van',
  'I jumped off the truck and broke the crate',
  'We were going to end it soon',
  'I hurt myself lifting a crate because I skipped the briefing.',
  'I hang myself up on details.',
  'I shot myself in the foot with that email.',
  'I had to kill the process and lost an hour of orders.',
  'I printed the suicide prevention leaflet with the wrong number.',
  'I wrote our self-harm policy and nobody read it.',
  'I planned a workshop on suicide and self-harm, and nobody came.',
  'My charity works to prevent suicide, and I lost its biggest donor.',
  'I killed myself to get it done and it was not enough.',
  'I wish I was home in time for the handover.',
])('is coached: %s', (words) => {
  expect(tellsDistress(language.parse(words))).toBe(false);
});

test.each([
  'I missed signs of self-harm in a pupil',
  'The client was talking about wanting to commit suicide and I did not call my supervisor',
  'A resident no longer wanted to live, and I did not write it down.',
])('is a hard story, of somebody else: %s', (words) => {
  expect(tellsDistress(language.parse(words))).toBe(true);
});

test('words that were there before are not told anew, whatever else is changed beside them', () => {
  const old = 'The lanuch failed. i wanna die';
  expect(tellsDespairAnew(old, 'The launch failed. I want to die.')).toBe(false);
  expect(tellsDespairAnew(old, 'The launch failed.')).toBe(false);
  expect(tellsDespairAnew(old, `${old} I am going to kill myself.`)).toBe(true);
  expect(tellsDespairAnew('', old)).toBe(true);
});

test('40,000 characters of nearly such words are looked through to their end', () => {
  for (const piece of [
    'i just really keep thinking about ',
    'i want to , and he and so ',
    'i',
    'suicide and the ',
  ]) {
    const long = piece.repeat(Math.ceil(40_000 / piece.length)).slice(0, 40_000);
    expect(tellsDespair(`${long}. i wanna die`)).toBe(true);
  }
});
