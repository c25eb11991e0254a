import { describe, expect, test } from 'vitest';
import { allCommands, COMMAND, CRITIQUE_COMMAND } from '../../../adapters/discord/commands/commands.ts';
import { JOB_NAMES } from '../../../adapters/discord/commands/job-names.ts';
import { roleChoices } from '../../../adapters/discord/commands/role-choices.ts';
import { roleFamilies, roleFamilyOf } from '../../../src/guide/roles.ts';
import { checkCommands } from '../../fakes/discord/command-limits.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../../fakes/slack/json.ts';

const commands = allCommands().map((command) => fieldsOf(command));
const practice = commands.find(({ name }) => name === COMMAND.slice(1)) ?? {};
const words = listOf(practice.options);

/** Every name, description and choice of a command, as Discord counts them. */
function textsOf(holder: Fields): string[] {
  return [
    textOf(holder.name),
    textOf(holder.description),
    ...(typeof holder.value === 'string' ? [holder.value] : []),
    ...[...listOf(holder.options), ...listOf(holder.choices)].flatMap(textsOf),
  ].filter((text) => text !== '');
}

describe('the commands', () => {
  test('are the words people know from everywhere, and a look at one of their own messages', () => {
    expect(words.map(({ name }) => name)).toEqual([
      'start',
      'help',
      'tips',
      'example',
      'history',
      'progress',
      'stories',
      'remind',
      'team',
      'settings',
      'export',
      'delete-my-data',
    ]);
    expect(commands.map(({ name, type }) => [type, name])).toEqual([
      [1, 'practice-failure'],
      [3, CRITIQUE_COMMAND],
    ]);
  });

  test('are what Discord takes', () => {
    expect(checkCommands(commands)).toEqual([]);
  });

  test('are offered in servers, in direct messages and anywhere for whoever installed the app to themselves', () => {
    for (const { contexts, integration_types, default_member_permissions } of commands) {
      expect({ contexts, integration_types, default_member_permissions }).toEqual({
        contexts: [0, 1, 2],
        integration_types: [0, 1],
        default_member_permissions: null,
      });
    }
  });

  test('leave half of Discord’s 8,000 characters to what is still to come', () => {
    const characters = textsOf(practice).join('').length;
    expect(characters).toBeGreaterThan(500);
    expect(characters).toBeLessThanOrEqual(4_000);
  });

  test('speak as the coach does: of what they do, without shouting', () => {
    const descriptions = [practice, ...words, ...words.flatMap(({ options }) => listOf(options))].map(
      ({ description }) => textOf(description),
    );
    for (const description of descriptions) {
      expect(description).toMatch(/^[A-Z].{9,}/);
      expect(description).not.toMatch(/!|invalid|error|failed to|weak|poor|\bbad\b/i);
    }
  });

  test('warn of who can read a thread before one is chosen', () => {
    const where = words.flatMap(({ options }) => listOf(options)).find(({ name }) => name === 'where');
    expect(textOf(where?.description)).toContain('moderators of this server can read');
    expect(listOf(where?.choices).map(({ value }) => value)).toEqual(['dm', 'thread']);
  });

  test('offer just the tones and switches that the coach takes', () => {
    const options = listOf(words.find(({ name }) => name === 'settings')?.options);
    expect(options.map(({ name, choices }) => [name, listOf(choices).map(({ value }) => value)])).toEqual([
      ['tone', ['gentle', 'plain', 'direct']],
      ['numbers', ['on', 'off']],
      ['level', ['student', 'early', 'experienced', 'leading']],
      ['critic', ['offline', 'model']],
    ]);
  });
});

const names = (typed: string) => roleChoices(typed).map(({ name }) => name);

describe('the jobs offered while a role is typed', () => {
  test('are common ones where nothing is typed yet', () => {
    expect(names('')).toEqual(JOB_NAMES.slice(0, 25));
    expect(names(' \n ')).toEqual(names(''));
  });

  test('have what was typed first, where it is none of them: nobody’s job is replaced by one of ours', () => {
    expect(names('lighthouse keeper')).toEqual(['lighthouse keeper']);
    expect(names('nur').slice(0, 2)).toEqual(['nur', 'Nurse']);
    expect(names('manager')[0]).toBe('manager');
    expect(names('manager').length).toBe(25);
  });

  test('have the very job first where it was typed, however it was written', () => {
    expect(names('  SOFTWARE   engineer')[0]).toBe('Software engineer');
    expect(names('nurse')[0]).toBe('Nurse');
    expect(names('nurse')).toContain('Veterinary nurse');
  });

  test('are found by the beginnings of their words, the closest first', () => {
    expect(names('eng soft')).toEqual(['eng soft', 'Software engineer']);
    expect(names('front end')).toEqual(['front end', 'Front-end developer']);
    const found = names('driver');
    expect(found[0]).toBe('Driver');
    expect(found.slice(1)).toEqual(['Bus driver', 'Forklift driver', 'Train driver']);
  });

  test.each([
    ['a text of many lines', 'event\nmanager\tin   a hotel', 'event manager in a hotel'],
    ['control characters', 'che\u0000f de rang', 'chef de rang'],
    ['100 characters and more', 'x'.repeat(300), 'x'.repeat(100)],
    ['emoji at the end of what is taken', `${'x'.repeat(99)}👩‍🚒`, 'x'.repeat(99)],
  ])('take %s in a form that Discord takes', (_what, typed, first) => {
    expect(names(typed)[0]).toBe(first);
  });

  test('are at most 25 for any letter, each of 1 to 100 characters and offered once', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz -/(*') {
      const choices = roleChoices(letter);
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
      for (const { name, value } of choices) {
        expect(name).toBe(value);
        expect(name.length).toBeGreaterThanOrEqual(1);
        expect(name.length).toBeLessThanOrEqual(100);
      }
    }
  });

  test('are jobs whose core the guide knows, and of every family there is one', () => {
    const families = JOB_NAMES.map((name) => `${name}: ${roleFamilyOf(name)?.id}`);
    expect(families.filter((line) => line.endsWith(': undefined'))).toEqual([]);
    const covered = new Set(JOB_NAMES.map((name) => roleFamilyOf(name)?.id));
    expect(roleFamilies.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});
