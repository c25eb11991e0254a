import { type Fields, fieldsOf, isFields, listOf, textOf } from '../slack/json.ts';
import { isWhole } from '../slack/typed.ts';
import { checkCommand, checkCommands } from './command-limits.ts';
import { count, text } from './component-limits.ts';
import { CALLBACK } from './interaction.ts';
import { FLAGS } from './message.ts';
import { checkMessage, type NamedFile } from './message-limits.ts';
import { checkModal } from './modal-limits.ts';
import { checkAgainstContract } from './openapi.ts';
import { checkServerEvent } from './server-event.ts';

/** A call of the bot, as far as its body goes. */
export interface CheckedCall {
  readonly method: string;
  /** Without `/api/v10`, decoded. */
  readonly path: string;
  /** Parsed JSON, or the `payload_json` of a multipart body. */
  readonly body: unknown;
  readonly files: readonly NamedFile[];
}

/** What Discord would not take of this call, in words: by its published description where that is there, and by its limits. */
export function violationsOf(call: CheckedCall): string[] {
  return [
    ...new Set([
      ...(isWholeAll(call.body) ? [] : ['half a character']),
      ...limitsOf(call),
      ...checkAgainstContract(call.method, call.path, call.body),
    ]),
  ];
}

type Limits = (body: Fields, files: readonly NamedFile[], list: readonly Fields[]) => string[];

const LIMITS: readonly (readonly [RegExp, Limits])[] = [
  [/^POST \/channels\/\d+\/messages$/, (body, files) => checkMessage(body, files, 'posted')],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, (body, files) => checkMessage(body, files, 'edited')],
  [/^POST \/webhooks\/\d+\/[^/]+$/, (body, files) => checkMessage(body, files, 'answered')],
  [
    /^PATCH \/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/,
    (body, files) => checkMessage(body, files, 'answerEdited'),
  ],
  [/^POST \/interactions\/\d+\/[^/]+\/callback$/, checkCallback],
  [/^POST \/channels\/\d+\/threads$/, (body) => [...checkThreadName(body.name), ...checkThread(body)]],
  [
    /^PATCH \/channels\/\d+$/,
    (body) => [...(body.name === undefined ? [] : checkThreadName(body.name)), ...checkThread(body)],
  ],
  [/^POST \/guilds\/\d+\/scheduled-events$/, checkServerEvent],
  [/^PATCH \/guilds\/\d+\/scheduled-events\/\d+$/, checkServerEvent],
  [/^PUT \/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, (_body, _files, list) => checkCommands(list)],
  [/^POST \/applications\/\d+\/(?:guilds\/\d+\/)?commands$/, (body) => checkCommand(body)],
  [/^PATCH \/applications\/\d+\/(?:guilds\/\d+\/)?commands\/\d+$/, (body) => checkCommand(body, true)],
];

function limitsOf({ method, path, body, files }: CheckedCall): string[] {
  const call = `${method} ${path}`;
  const found = LIMITS.find(([pattern]) => pattern.test(call));
  return found === undefined ? [] : found[1](fieldsOf(body), files, listOf(body));
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object */
function checkCallback({ type, data }: Fields, files: readonly NamedFile[]): string[] {
  const given = fieldsOf(data);
  switch (type) {
    case CALLBACK.message:
      return checkMessage(given, files, 'answered');
    case CALLBACK.deferMessage: {
      const { flags = 0, ...others } = given;
      return [
        ...(flags === 0 || flags === FLAGS.ephemeral ? [] : [`a deferral with flags ${textOf(flags)}`]),
        ...(Object.keys(others).length === 0 ? [] : ['a deferral says nothing yet']),
      ];
    }
    case CALLBACK.deferUpdate:
      return data === undefined ? [] : ['a deferred update carries nothing'];
    case CALLBACK.update:
      return checkMessage(given, files, 'edited');
    case CALLBACK.choices:
      return [
        ...count(given.choices, 'choices', 0, 25),
        ...listOf(given.choices).flatMap(({ name, value }) => [
          ...text(name, 'choice name', 100),
          ...(typeof value === 'number' ? [] : text(value, 'choice value', 100)),
        ]),
      ];
    case CALLBACK.modal:
      return checkModal(given);
    default:
      return [`a first response of type ${textOf(type)}`];
  }
}

/** Characters that Discord takes out of a name: controls, what has no width, and blanks that are none. */
const STRIPPED = /[\p{Cc}\p{Cf}\p{Variation_Selector}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/** https://discord.com/developers/docs/resources/channel: 1 to 100 characters, counted as they were sent and as they are kept. */
function checkThreadName(name: unknown): string[] {
  const kept = textOf(name).replaceAll(STRIPPED, '').trim();
  return [
    ...text(name, 'thread name', 100),
    ...(kept === '' ? ['nothing is left of the thread name once Discord has stripped it'] : []),
  ];
}

const ARCHIVED_AFTER: ReadonlySet<unknown> = new Set([undefined, null, 60, 1440, 4320, 10_080]);

function checkThread({ auto_archive_duration: minutes }: Fields): string[] {
  return ARCHIVED_AFTER.has(minutes) ? [] : [`a thread is not archived after ${textOf(minutes)} minutes`];
}

function isWholeAll(value: unknown): boolean {
  if (typeof value === 'string') return isWhole(value);
  if (Array.isArray(value)) return value.every(isWholeAll);
  return isFields(value) ? Object.values(value).every(isWholeAll) : true;
}
