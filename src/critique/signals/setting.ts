import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

const PATTERN = anyOf(
  '(?:a|one|two|three|four|five|six|\\d+|some|a few|a couple of) (?:years?|months?|weeks?|summers?|winters?) ago|last (?:year|spring|summer|autumn|fall|winter|month|quarter)|in (?:19|20)\\d\\d',
  'early in my|in my (?:first|last|previous|second|third|old|former|early) (?:\\p{L}+ )?(?:job|role|year|month|week|position|company|post|weeks|months|internship|placement|season|team)',
  'at my (?:\\p{L}+ )?(?:company|firm|job|employer|school|hospital|agency|restaurant|shop|workplace)|when i (?:was|joined|started|worked|took|ran|led|had)|while i (?:was|worked)',
  "i(?:'ve| have) been (?:a|an|the|in)|i (?:work (?:as|at|for|in|with)|teach|manage|run|lead|look after)",
  'i was (?:tasked|asked|hired|responsible|leading|working|running|managing|in charge|the \\p{L}+|a \\p{L}+|an \\p{L}+|new|organi[sz]ing|planning|teaching|promoted|put in charge)',
  "i(?:'ve| have)? (?:led|ran|managed|organi[sz]ed|joined|worked (?:as|at|for|in|on)|coordinated|taught|looked after|headed|planned|took over|was on)",
  'i was (?:[\\p{L}-]+ ){1,5}(?:at|in|of|for|on) (?:[\\p{L}\\p{N}-]+,? ){1,7}and (?:i )?had to|as (?:a|an|the) (?:\\p{L}+ ){0,2}(?:lead|manager|engineer|developer|nurse|teacher|designer|analyst|assistant|intern|supervisor|consultant|accountant|chef|coordinator|officer|trainee|director|seller|buyer|recruiter|lawyer|doctor|student|planner|head)',
  '(?:my|our) (?:team|company|department|ward|store|shop|kitchen|clinic|office|class|school|hotel|agency|startup|studio|plant|warehouse|practice)',
);

/** Where, when and in which part the story plays. */
export const setting: Signal = {
  name: 'setting',
  explains: 'I look for when and where it was, and what your part was.',
  weight: 34,
  effect: 'Time and place are there at once: a listener is in the room.',
  find: (text) => clausesWith(text, PATTERN),
};
