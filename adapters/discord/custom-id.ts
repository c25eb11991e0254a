import { fromBase36, toBase36 } from './base36.ts';

/** What a component or a modal of ours carries: what it does, whose card it is, and of which turn. */
export interface CustomId {
  /** `press`: for the coach. `open`: a press that opens a modal. `form`: a modal that is sent. */
  readonly kind: 'press' | 'open' | 'form';
  /** Of a select: the id of its input; what was picked is in its values. */
  readonly action: string;
  /** The card's owner: a press by anybody else does nothing. */
  readonly userId: string;
  readonly sessionId?: string;
  readonly turn?: number;
  /** What a form remembers of what it was filled with: letters, digits, `-` and `_`. */
  readonly note?: string;
}

/** https://discord.com/developers/docs/components/reference: `custom_id`. */
const LONGEST = 100;
/** Old cards stand for years: what a later version writes differently, it must still read. */
const VERSION = '1';
const KINDS = { press: 'p', open: 'o', form: 'f' } as const;
const KIND_OF = new Map(Object.entries(KINDS).map(([kind, letter]) => [letter, kind as CustomId['kind']]));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WRITTEN = /^1~([pof])~([a-z0-9:_-]+)~([0-9a-z]+)~([A-Za-z0-9_-]{22})?~([0-9a-z]*)~([A-Za-z0-9_-]*)$/;

/** The one written form: `1~p~action~user~session~turn~note`, ids shortened. Throws where it is longer than Discord allows. */
export function encodeCustomId({ kind, action, userId, sessionId, turn, note = '' }: CustomId): string {
  const user = toBase36(userId);
  const written = [VERSION, KINDS[kind], action, user, shortUuid(sessionId), turn?.toString(36) ?? '', note];
  const id = written.join('~');
  if (id.length > LONGEST || !WRITTEN.test(id)) throw new Error(`a custom id of ${id.length} characters`);
  return id;
}

/** Reads what `encodeCustomId` wrote; undefined for anything else. */
export function decodeCustomId(id: string): CustomId | undefined {
  const [, letter = '', action, user, session, turn, note] = WRITTEN.exec(id) ?? [];
  const kind = KIND_OF.get(letter as 'p');
  if (kind === undefined || action === undefined || user === undefined) return undefined;
  return {
    kind,
    action,
    userId: fromBase36(user),
    ...(session === undefined ? {} : { sessionId: longUuid(session) }),
    ...(turn === undefined || turn === '' ? {} : { turn: Number.parseInt(turn, 36) }),
    ...(note === undefined || note === '' ? {} : { note }),
  };
}

function shortUuid(uuid: string | undefined): string {
  if (uuid === undefined) return '';
  if (!UUID.test(uuid)) throw new Error('a practice has a UUID');
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

function longUuid(short: string): string {
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
