import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Fields, fieldsOf, isFields, listOf, parseJson, textOf } from '../slack/json.ts';

const CONTRACTS = process.env.CONTRACTS_DIR ?? join(import.meta.dirname, '../../../../shared/contracts');
const CONTRACT = join(CONTRACTS, 'discord-openapi.json');

/** Fields that came after the published description of July 2026: …/components/reference#file-upload. */
const NEWER: ReadonlySet<string> = new Set(['file_types']);
/** What one broken body is said to be at most: the first of a union's many complaints is enough. */
const MOST_TOLD = 3;

/** Whether Discord's own published description is there to check bodies by. Read only when first needed. */
export function contractsWereChecked(): boolean {
  return existsSync(CONTRACT);
}

interface Operation {
  readonly schema: Fields;
  readonly isSound: ValidateFunction;
}

let contract: Fields | undefined;
let ajv: Ajv2020 | undefined;
const operations = new Map<string, Operation | undefined>();

/** What Discord's description does not have, or forbids, in the body of this call; nothing where there is no description. */
export function checkAgainstContract(method: string, path: string, body: unknown): string[] {
  if (!contractsWereChecked()) return [];
  const operation = operationOf(method, path);
  if (operation === undefined) return [];
  const unknown = unknownFields(body, [operation.schema]).map(
    (name) => `openapi: no field is called ${name}`,
  );
  if (operation.isSound(body)) return unknown;
  return [...unknown, ...told(operation.isSound.errors ?? [])];
}

function operationOf(method: string, path: string): Operation | undefined {
  contract ??= fieldsOf(parseJson(readFileSync(CONTRACT, 'utf8')));
  const template = templateOf(Object.keys(fieldsOf(contract.paths)), path);
  if (template === undefined) return undefined;
  const key = `${method} ${template}`;
  if (!operations.has(key)) operations.set(key, compiled(contract, method, template));
  return operations.get(key);
}

function compiled(described: Fields, method: string, template: string): Operation | undefined {
  const operation = fieldsOf(fieldsOf(fieldsOf(described.paths)[template])[method.toLowerCase()]);
  const { content } = fieldsOf(operation.requestBody);
  // A multipart body is checked by its payload_json, which is the same object.
  const { schema } = fieldsOf(fieldsOf(content)['application/json']);
  if (!isFields(schema)) return undefined;
  ajv ??= createAjv(described);
  return { schema, isSound: ajv.compile(mapRefs(schema)) };
}

/** The schemas are known to ajv once; each operation only points at them. */
function createAjv({ components }: Fields): Ajv2020 {
  const fresh = new Ajv2020({
    strict: false,
    validateSchema: false,
    // Their ranges are written beside them; what else they mean is not checked here.
    formats: {
      snowflake: true,
      nonce: true,
      int32: true,
      int64: true,
      double: true,
      uri: true,
      'date-time': true,
    },
  });
  fresh.addSchema({ components }, 'discord');
  return fresh;
}

function mapRefs(schema: Fields): Fields {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"discord#/components/')) as Fields;
}

/** The path's template with the most words of its own: `…/@original` before `…/{message_id}`. */
function templateOf(templates: readonly string[], path: string): string | undefined {
  const parts = path.split('/');
  const words = (template: string) => template.split('/').filter((word) => !word.startsWith('{')).length;
  return templates
    .filter((template) => {
      const wanted = template.split('/');
      return (
        wanted.length === parts.length &&
        wanted.every((word, at) => (word.startsWith('{') ? parts[at] !== '' : word === parts[at]))
      );
    })
    .sort((a, b) => words(b) - words(a))[0];
}

/** The complaints that reach deepest: those of the branch of a union that was meant. */
function told(errors: readonly ErrorObject[]): string[] {
  const meant = errors.filter(isMeant);
  const from = meant.length > 0 ? meant : errors;
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const deepest = Math.max(...from.map(depth));
  const lines = from
    .filter((each) => depth(each) === deepest)
    .map(({ instancePath, message }) => `openapi: ${instancePath || 'the body'} ${message}`);
  return [...new Set(lines)].slice(0, MOST_TOLD);
}

/** Not that a union has other branches as well. */
function isMeant({ keyword, instancePath, params }: ErrorObject): boolean {
  if (keyword === 'oneOf' || keyword === 'anyOf') return false;
  return !(keyword === 'enum' && instancePath.endsWith('type')) && fieldsOf(params).type !== 'null';
}

/** Discord passes over fields it does not know; here they are slips of the pen. */
function unknownFields(value: unknown, schemas: readonly Fields[], at = ''): string[] {
  if (Array.isArray(value)) {
    const items = all(schemas).flatMap(({ items: each }) => (isFields(each) ? [each] : []));
    return [...new Set(value.flatMap((each: unknown) => unknownFields(each, items, at)))];
  }
  if (!isFields(value)) return [];
  const here = all(schemas);
  if (here.some(({ additionalProperties: any }) => any !== undefined && any !== false)) return [];
  const known = here.map(({ properties }) => fieldsOf(properties));
  if (known.every((each) => Object.keys(each).length === 0)) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const fitting = known.flatMap((each) => (isFields(each[name]) ? [each[name]] : []));
    if (fitting.length > 0) return unknownFields(inside, fitting, `${at}${name}.`);
    return NEWER.has(name) ? [] : [`${at}${name}`];
  });
}

/** Everything that these schemas are, each once. */
function all(schemas: readonly Fields[]): Fields[] {
  return [...new Set(schemas.flatMap(branches))];
}

/** Every message is checked: what a schema is made of is looked up once. */
const made = new WeakMap<Fields, readonly Fields[]>();

/** A schema and everything it is a union or a reference of. */
function branches(schema: Fields): readonly Fields[] {
  const before = made.get(schema);
  if (before !== undefined) return before;
  const reference = /^#\/components\/schemas\/(.+)$/.exec(textOf(schema.$ref))?.[1];
  const schemas = fieldsOf(fieldsOf(contract?.components).schemas);
  const others = [
    ...listOf(schema.anyOf),
    ...listOf(schema.oneOf),
    ...listOf(schema.allOf),
    ...(reference === undefined ? [] : [fieldsOf(schemas[reference])]),
  ];
  const found = [schema, ...others.flatMap(branches)];
  made.set(schema, found);
  return found;
}
