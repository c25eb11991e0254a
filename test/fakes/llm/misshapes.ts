import type { Said } from './wire.ts';

/** What models put around a critique, or do to it, and it can still be read. */
export const READABLE = [
  'in a fence',
  'in a fence without a name',
  'in a fence that nobody closes',
  'with prose around it',
  'with a brace in the prose before it',
  'behind what it thought',
  'with scores as text',
  'with scores as fractions',
  'with steps by name',
  'with a comma too many',
  'cut off behind its last whole part',
  'in a fence, cut off behind its last whole part',
] as const;
/** And what leaves no critique behind. */
export const UNREADABLE = [
  'cut off in its first word',
  'cut off before a word is written',
  'cut off while it still thinks',
  'described in prose',
  'as a list of words',
] as const;
export type Misshape = (typeof READABLE)[number] | (typeof UNREADABLE)[number];

export interface Scored {
  readonly steps: readonly { readonly step: string; readonly score: number; readonly quote: string }[];
}

/** A critique as a model sends it that does not keep to the form. `critique` ends in a part that may be lost: its `notes`. */
export function misshaped(how: Misshape, critique: Scored): Said {
  const json = JSON.stringify(critique);
  const pretty = JSON.stringify(critique, null, 2);
  const whole = (text: string): Said => ({ text, ended: 'stop' });
  const cut = (text: string): Said => ({ text, ended: 'length' });
  const scored = (score: (of: number) => unknown) =>
    JSON.stringify({
      ...critique,
      steps: critique.steps.map((one) => ({ ...one, score: score(one.score) })),
    });
  switch (how) {
    case 'in a fence':
      return whole(`\`\`\`json\n${pretty}\n\`\`\``);
    case 'in a fence without a name':
      return whole(`\`\`\`\n${json}\n\`\`\`\n`);
    case 'in a fence that nobody closes':
      return whole(`\`\`\`json\n${json}`);
    case 'with prose around it':
      return whole(`Sure, here is my critique:\n\n${pretty}\n\nTell me if you want more.`);
    case 'with a brace in the prose before it':
      return whole(`As {asked}, one object: ${json} I hope {this} helps.`);
    case 'behind what it thought':
      return whole(`<think>\nThe setting is {clear}. "Steps" come first.\n</think>\n\n${json}`);
    case 'with scores as text':
      return whole(scored(String));
    case 'with scores as fractions':
      return whole(scored((score) => `${score}/2`));
    case 'with steps by name':
      return whole(
        JSON.stringify({
          ...critique,
          steps: Object.fromEntries(critique.steps.map(({ step, ...one }) => [step, one])),
        }),
      );
    case 'with a comma too many':
      return whole(json.replace(/\}$/u, ',}'));
    case 'cut off behind its last whole part':
      return cut(untilNotes(json));
    case 'in a fence, cut off behind its last whole part':
      return cut(`\`\`\`json\n${untilNotes(json)}`);
    case 'cut off in its first word':
      return cut('{"st');
    case 'cut off before a word is written':
      return cut('');
    case 'cut off while it still thinks':
      return cut('<think>\nThe setting is clear. What was at stake is');
    case 'described in prose':
      return whole('The setting is clear (2 of 2). The lesson is thin: it could end any story.');
    case 'as a list of words':
      return whole('["context", "failure"]');
  }
}

const untilNotes = (json: string): string =>
  json.slice(0, json.indexOf('"notes":[{') + '"notes":[{"rule":"no'.length);
