import { describe, expect, test } from 'vitest';
import { tellsDespair } from '../../src/critique/despair.ts';
import { tellsDistress } from '../../src/critique/distress.ts';
import { loadLanguage } from '../../src/critique/language.ts';

const language = loadLanguage();

// Invented, most of them as somebody types at night: no capitals, no apostrophes.
const DESPAIR = [
  'i want to kill myself',
  'I want to die.',
  'i just want to die',
  'honestly i dont want to be here anymore',
  "I don't want to live anymore",
  'dont want to live',
  'i dont want to wake up tomorrow',
  'I wish I was dead',
  'i wish i were never born',
  'sometimes I think about suicide',
  'im suicidal',
  'I have been having suicidal thoughts since they fired me.',
  'i am thinking of ending it all',
  'i want to end it',
  'I am going to end my life.',
  'After the meeting I felt like hurting myself.',
  'I started to self-harm that winter.',
  'everyone would be better off without me',
  'they would be better off if i was gone',
  'There is no point in living any more.',
  'i have nothing to live for',
  'I thought of jumping off the bridge behind the office.',
  'I have lost the will to live.',
  'kms',
  'I tried to kill myself two years ago.',
  'i no longer want to be alive',
  'There is no point in any of this, I just want it all to end',
];

const WAYS_OF_SPEAKING = [
  'I wanted to die of embarrassment in front of the board.',
  'I nearly died of shame.',
  'We had to kill the process by hand.',
  'The project was a suicide mission from the start.',
  'I killed myself to meet the deadline, and still missed it.',
  'I do not want to be here when the auditors come.',
  'I did not want to live in Hamburg, so I turned the offer down.',
  'I cut myself off from the team for a week.',
  'I hurt myself on the job, lifting a crate.',
  'The dead code stayed for two years.',
  'I wanted to end it early, so I closed the meeting.',
  'We ended it all in one release.',
  'My brother took his own life, and I missed the launch.',
  'I could not live with the old process.',
  'The team would be better without me micromanaging it.',
  'There was no point in going on with the vendor.',
  'I ran a suicide prevention campaign and lost its budget.',
  'I wish I was better at asking for help.',
  'I wish I were more careful with contracts.',
  'I wanted the meeting to end, so I agreed to everything.',
  'There was no point in anything the vendor sent us.',
];

describe('words of despair', () => {
  test.each(DESPAIR)('%s', (words) => {
    expect(tellsDespair(words)).toBe(true);
    // Whatever names help is not scored either.
    expect(tellsDistress(language.parse(words))).toBe(true);
  });

  test.each(WAYS_OF_SPEAKING)('is none: %s', (words) => {
    expect(tellsDespair(words)).toBe(false);
  });
});

test.each([
  'I told them I want it all to be over by Friday, so I pushed the release.',
  'I want everything to stop at the scope we agreed.',
  'I just want all of this to end well for the client.',
  'There was no point in anything fancy, so I shipped a spreadsheet.',
  'I learned not to think I am a failure.',
  'It does not mean I am a failure.',
])('at work the same words are neither: %s', (words) => {
  expect(tellsDespair(words)).toBe(false);
  expect(tellsDistress(language.parse(words))).toBe(false);
});

test('hopelessness is no wish to die: it is met as a hard story', () => {
  for (const words of ["I'm going to fail, I am a complete failure", 'there is no point in any of this']) {
    expect(tellsDespair(words)).toBe(false);
    expect(tellsDistress(language.parse(words))).toBe(true);
  }
});

test('it is found in the middle of a long story', () => {
  const story = 'I agreed the room by phone and never got it in writing. '.repeat(20);
  expect(tellsDespair(`${story}That night I wanted to kill myself. ${story}`)).toBe(true);
});
