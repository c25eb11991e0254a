import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

/** Which words name the very skill of a role. Only plain cases: a wrong flag here hurts more than a missed one. */
const CORE: readonly { readonly role: RegExp; readonly skill: string }[] = [
  {
    role: /sales|account executive|seller/u,
    skill: 'sell(?:ing)?|sales|talking to (?:customers|clients|people)|closing|cold calls?|calling',
  },
  {
    role: /account(?:ant|ing)|bookkeep|audit|finance|controller/u,
    skill: 'numbers|figures|accounting|bookkeeping|maths?|spreadsheets',
  },
  { role: /software|developer|programmer|engineer/u, skill: 'coding|programming|code|debugging|software' },
  { role: /teach|lecturer|tutor/u, skill: 'teaching|explaining|children|pupils|students' },
  { role: /nurs|doctor|carer|care assistant|medic/u, skill: 'patients|caring for people|nursing|hygiene' },
  { role: /manager|lead|head of/u, skill: 'managing people|leading|leadership|people' },
  {
    role: /event|organiser|organizer|project manager|planner/u,
    skill: 'organi[sz]ing|planning|organi[sz]ation',
  },
  { role: /writer|editor|journalist|copywriter/u, skill: 'writing|editing|grammar' },
  { role: /design/u, skill: 'design|designing' },
  { role: /chef|cook/u, skill: 'cooking' },
  { role: /support|service|reception/u, skill: 'customers|customer service|talking to (?:customers|people)' },
  { role: /analyst|data/u, skill: 'analysis|data|statistics|numbers' },
  { role: /driver/u, skill: 'driving' },
];

/** The text itself says that the skill is weak, in the present or as a trait. */
function weakAt(skill: string): RegExp {
  return anyOf(
    `(?:not (?:very |really |that |so )?good (?:at|with)|bad (?:at|with)|terrible (?:at|with)|poor (?:at|with)|weak (?:at|in)|hopeless (?:at|with)|no good (?:at|with)|don'?t like|hate) (?:\\p{L}+ ){0,1}(?:${skill})`,
    `(?:${skill}) (?:is|was) (?:really |just |simply )?(?:not|never) (?:really )?(?:my (?:strength|thing)|for me)|(?:${skill}) (?:is|was) my (?:weakness|weak point)`,
  );
}

/** The failure is the very skill of the role in view. */
export const coreSkill: Signal = {
  name: 'core-skill',
  explains: 'I look for words that call the main skill of your role weak. I need the role for it.',
  weight: 102,
  anotherStory: 'this one touches the very skill the role asks for',
  find(text, hints = {}) {
    const role = hints.role?.toLowerCase() ?? '';
    if (role === '') return [];
    return CORE.filter((entry) => entry.role.test(role))
      .flatMap((entry) => clausesWith(text, weakAt(entry.skill)))
      .slice(0, 1);
  },
};
