/** The line above a critique, as every critic says it. */
export const READY = 'Ready to say aloud.';
export const HIDDEN_PART = 'A real start. I do not hear yet which part was yours.';
export const OWN_PART_FIRST = 'Tell it once more, and begin with your own part.';
export const MOSTLY_UNTOLD = 'A start. Most of the story is still to come.';

export function weakLine(things: number): string {
  if (things === 1) return 'Right story, one thing to fix.';
  return things === 2 ? 'Right story, two things to fix.' : 'Right story, a few things to fix.';
}

/** Where another story would be better, and why; `isClear` where this one is told well all the same. */
export function anotherStoryLine(why: string, isClear: boolean): string {
  return isClear
    ? `Well told. I would still try another story, because ${why}.`
    : `I would try another story, because ${why}.`;
}
