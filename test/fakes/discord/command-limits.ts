import { type Fields, fieldsOf, listOf, textOf } from '../slack/json.ts';
import { count, text, twice } from './component-limits.ts';

/**
 * What Discord takes as a command: https://discord.com/developers/docs/interactions/application-commands, "Application
 * Command Naming", "Application Command Option Structure" and "Registering a Command".
 */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const SLASH = 1;
const OPTION = { sub: 1, group: 2, string: 3 } as const;
const CHARACTERS = 8_000;
/** …#registering-a-command: global commands of an app. */
const SLASH_COMMANDS = 100;
const OTHER_COMMANDS = 15;

/** All commands of an app together. */
export function checkCommands(commands: readonly Fields[]): string[] {
  const slash = commands.filter(isSlash);
  const others = [2, 3].map((type) => commands.filter((each) => each.type === type).length);
  return [
    ...commands.flatMap(checkCommand),
    ...twice(
      commands.map(({ type = SLASH, name }) => `${textOf(type)} ${textOf(name)}`),
      'command',
    ),
    ...(slash.length > SLASH_COMMANDS ? [`${slash.length} commands, at most ${SLASH_COMMANDS}`] : []),
    ...(Math.max(...others) > OTHER_COMMANDS ? [`over ${OTHER_COMMANDS} commands of one kind`] : []),
  ];
}

/** One command. `isChange`: what it does not name stays as it is. */
export function checkCommand(command: Fields, isChange: unknown = false): string[] {
  const needs = isChange !== true;
  if (!isSlash(command))
    return [
      ...text(command.name, 'name', 32),
      ...(textOf(command.description) === '' ? [] : ['only slash commands have a description']),
      ...(listOf(command.options).length === 0 ? [] : ['only slash commands have options']),
    ];
  const characters = charactersOf(command);
  const wrong = [
    ...(needs || command.name !== undefined ? checkNames(command) : []),
    ...(needs || command.description !== undefined ? checkDescriptions(command) : []),
    ...checkOptions(listOf(command.options), 'command'),
    ...(characters > CHARACTERS ? [`${characters} characters, at most ${CHARACTERS}`] : []),
  ];
  return wrong.map((each) => `/${textOf(command.name)}: ${each}`);
}

function isSlash({ type }: Fields): boolean {
  return type === undefined || type === SLASH;
}

type Holder = 'command' | 'group' | 'sub';

function checkOptions(options: readonly Fields[], holder: Holder): string[] {
  const kinds = options.map(({ type }) => type);
  const holders = kinds.filter((type) => type === OPTION.sub || type === OPTION.group).length;
  const wrong = [
    ...count(options, 'options', 0, 25),
    ...twice(
      options.map(({ name }) => textOf(name)),
      'option',
    ),
    ...options.flatMap(checkOption),
  ];
  if (holders > 0 && holders < options.length) wrong.push('sub-commands beside plain options');
  if (holder === 'group' && kinds.some((type) => type !== OPTION.sub))
    wrong.push('a group holds only sub-commands');
  if (holder === 'group' && options.length === 0) wrong.push('a group of nothing');
  if (holder === 'sub' && holders > 0) wrong.push('a sub-command holds no other');
  const firstFree = options.findIndex(({ required }) => required !== true);
  if (firstFree !== -1 && options.slice(firstFree).some(({ required }) => required === true))
    wrong.push('a required option after one that is not');
  return wrong;
}

function checkOption(option: Fields): string[] {
  const choices = listOf(option.choices);
  const wrong = [...checkNames(option), ...checkDescriptions(option), ...count(choices, 'choices', 0, 25)];
  if (choices.length > 0 && option.autocomplete === true)
    wrong.push('choices and autocomplete exclude another');
  wrong.push(
    ...choices.flatMap((choice) => [
      ...text(choice.name, 'choice name', 100),
      ...localized(choice.name_localizations).flatMap((each) => text(each, 'choice name', 100)),
      ...(option.type === OPTION.string ? text(choice.value, 'choice value', 100) : []),
    ]),
    ...twice(
      choices.map(({ name }) => textOf(name)),
      'choice',
    ),
    ...twice(
      choices.map(({ value }) => textOf(value)),
      'choice value',
    ),
  );
  if (option.type === OPTION.sub || option.type === OPTION.group)
    wrong.push(...checkOptions(listOf(option.options), option.type === OPTION.sub ? 'sub' : 'group'));
  else if (listOf(option.options).length > 0) wrong.push('options in an option');
  return wrong.map((each) => `${textOf(option.name)}: ${each}`);
}

function checkNames({ name, name_localizations: others }: Fields): string[] {
  const names = [textOf(name), ...localized(others)];
  return names
    .filter((each) => !NAME.test(each) || each !== each.toLowerCase())
    .map((each) => `"${each}" is no name for a command or an option`);
}

function checkDescriptions({ description, description_localizations: others }: Fields): string[] {
  return [description, ...localized(others)].flatMap((each) => text(each, 'description', 100));
}

/** All that counts against the 8,000: each field at its longest localization. */
export function charactersOf(command: Fields): number {
  const own =
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations);
  const choices = listOf(command.choices).reduce(
    (sum, { name, name_localizations: others, value }) => sum + longest(name, others) + textOf(value).length,
    0,
  );
  return listOf(command.options).reduce((sum, option) => sum + charactersOf(option), own + choices);
}

function longest(text: unknown, others: unknown): number {
  return Math.max(textOf(text).length, ...localized(others).map(({ length }) => length));
}

function localized(others: unknown): string[] {
  return Object.values(fieldsOf(others)).map(textOf);
}
