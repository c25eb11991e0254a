import { describe, expect, test } from 'vitest';
import { namesJob, roleFamilies, roleFamilyOf } from '../../src/guide/roles.ts';

test.each([
  ['event manager', 'events'],
  ['ward nurse', 'nursing'],
  ['Nurse Manager', 'nursing'],
  ['nursery teacher', 'childcare'],
  ['café manager ☕', 'hospitality'],
  ['cafe\u0301 manager', 'hospitality'],
  ['office manager', 'office'],
  ['project assistant', 'project'],
  ['backend developer', 'software'],
  ['Senior Software Engineer (Payments)', 'software'],
  ['SDE II', 'software'],
  ['React developer', 'software'],
  ['trainee solicitor', 'law'],
  ['business development manager', 'sales'],
  ['property developer', 'real-estate'],
  ['data engineer', 'data'],
  ['database administrator', 'data'],
  ['SRE at a bank', 'devops'],
  ['security guard', 'guarding'],
  ['security engineer', 'security'],
  ['head of marketing', 'marketing'],
  ['head chef', 'cooking'],
  ['sales engineer', 'sales'],
  ['test engineer', 'quality'],
  ['mechanical engineer', 'engineering'],
  ['engineer', 'engineering'],
  ['manager', 'management'],
  ['Managing Director', 'management'],
  ['assistant', 'office'],
  ['shop assistant', 'retail'],
  ['research assistant', 'science'],
  ['teaching assistant', 'teaching'],
  ['care assistant', 'care'],
  ["doctor's receptionist", 'office'],
  ['junior doctor', 'medicine'],
  ['vet', 'veterinary'],
  ['train dispatcher', 'dispatch'],
  ['bus driver', 'driving'],
  ['warehouse supervisor', 'warehouse'],
  ['accounts payable clerk', 'accounting'],
  ['internal auditor', 'audit'],
  ['key account manager', 'account-management'],
  ['customer service lead', 'customer-support'],
  ['IT support', 'it-support'],
  ['product owner', 'product'],
  ['UX designer', 'design'],
  ['recruitment consultant', 'recruiting'],
  ['consultant', 'consulting'],
  ['HR assistant', 'hr'],
  ['civil servant', 'public-administration'],
  ['site manager', 'construction'],
  ['electrician', 'trades'],
  ['a role as a journalist', 'journalism'],
  ['vineyard worker', 'agriculture'],
])('"%s" belongs to %s', (role, family) => {
  expect(roleFamilyOf(role)?.id).toBe(family);
});

test.each(['astronaut', 'beekeeper', 'Krankenpfleger', 'goalkeeper', '', '☕', '???', 'a'.repeat(40_000)])(
  '"%.20s" is none we know',
  (role) => {
    expect(roleFamilyOf(role)).toBeUndefined();
  },
);

test.each([
  ['a promotion', false],
  ['just practice', false],
  ['study place in Leeds', false],
  ["master's programme", false],
  ['intern', false],
  ['no', false],
  ['42', false],
  ['astronaut', true],
  ['office assistant', true],
])('"%s" names a job: %s', (said, isJob) => {
  expect(namesJob(said)).toBe(isJob);
});

describe('every family', () => {
  test('is one of about forty, each once', () => {
    const ids = roleFamilies.map((family) => family.id);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(roleFamilies)('$id is found by each of its plain titles', (family) => {
    for (const title of family.titles.filter((one) => /^[\p{L} ]+$/u.test(one)))
      expect([title, roleFamilyOf(title)?.id]).toEqual([title, family.id]);
  });

  test.each(roleFamilies)(
    '$id has three to six requirements that words can touch, told in few words',
    ({ core }) => {
      expect(core.length).toBeGreaterThanOrEqual(3);
      expect(core.length).toBeLessThanOrEqual(6);
      for (const { name, skill, lapse, breach } of core) {
        // It stands inside a question of at most 25 words.
        expect(name.split(' ').length).toBeLessThanOrEqual(10);
        expect(name).toMatch(/^[a-z]/);
        const sources = [skill, lapse, breach].flatMap((source) => source ?? []);
        expect(sources.length).toBeGreaterThan(0);
        for (const source of sources) {
          expect(() => new RegExp(`(?:${source})`, 'u')).not.toThrow();
          // An unbounded gap would make a long answer slow; an empty choice would match anything.
          expect(source).not.toMatch(/\)[*+]|\.[*+]|\|\||^\||\|$/);
        }
      }
    },
  );
});
