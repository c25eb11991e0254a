import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { ConfigError } from '../errors.ts';

/**
 * The operator's keys. The first wraps and hashes; older ones only unwrap, so that keys can be changed without
 * reading every row. AES-256-GCM throughout: 12 random bytes of nonce, 16 bytes of tag.
 */
export interface Keyring {
  /** A new data key for a person, and how it is stored. */
  newDataKey(personId: string): { dataKey: Buffer; ringKey: string; wrappedKey: Buffer };
  /** The person's data key. Throws a `ConfigError` where the ring does not hold the key that wrapped it. */
  unwrap(personId: string, ringKey: string, wrappedKey: Buffer): Buffer;
  /** A keyed hash: the same for the same words, tells nothing without the ring. */
  hash(words: string): string;
}

const VARIABLE = 'ENCRYPTION_KEYS';
const EXAMPLE = `2026a:${Buffer.alloc(32, 1).toString('base64').slice(0, 8)}… (make one: openssl rand -base64 32)`;

/** Reads `id:base64(32 bytes)[,older…]`. Throws a `ConfigError` that says which part is wrong, never what it holds. */
export function parseKeyring(value: string): Keyring {
  const keys = value.split(',').map((part, index) => parseKey(part.trim(), index));
  const ids = new Set(keys.map((key) => key.id));
  if (ids.size !== keys.length) throw new ConfigError(VARIABLE, 'two keys have the same id.', EXAMPLE);
  const [first] = keys;
  if (first === undefined) throw new ConfigError(VARIABLE, 'is empty.', EXAMPLE);
  const byId = new Map(keys.map((key) => [key.id, key.bytes]));
  return {
    newDataKey(personId) {
      const dataKey = randomBytes(32);
      return { dataKey, ringKey: first.id, wrappedKey: encrypt(first.bytes, dataKey, `key:${personId}`) };
    },
    unwrap(personId, ringKey, wrappedKey) {
      const bytes = byId.get(ringKey);
      if (bytes === undefined)
        throw new ConfigError(
          VARIABLE,
          `the key "${ringKey}" is needed for stored data and is not in the ring.`,
          EXAMPLE,
        );
      return decrypt(bytes, wrappedKey, `key:${personId}`);
    },
    hash(words) {
      const oldest = keys.at(-1) ?? first;
      return createHmac('sha256', oldest.bytes).update(words).digest('base64url');
    },
  };
}

/** A value for `ENCRYPTION_KEYS` with one fresh key. */
export function newKeyringValue(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

/** Encrypts a text with a person's data key. `what` names table, column and row: bytes moved elsewhere do not open. */
export function seal(dataKey: Buffer, text: string, what: string): Buffer {
  return encrypt(dataKey, Buffer.from(text, 'utf8'), what);
}

/** Opens what `seal` closed. Throws where key, bytes or `what` differ. */
export function open(dataKey: Buffer, sealed: Buffer, what: string): string {
  return decrypt(dataKey, sealed, what).toString('utf8');
}

function parseKey(part: string, index: number): { id: string; bytes: Buffer } {
  const [id, base64, ...rest] = part.split(':');
  if (id === undefined || !/^[A-Za-z0-9_-]{1,32}$/.test(id) || base64 === undefined || rest.length > 0) {
    throw new ConfigError(VARIABLE, `key ${index + 1} is not of the form id:base64.`, EXAMPLE);
  }
  // The id is not named: with the two sides swapped it would be the key.
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32)
    throw new ConfigError(VARIABLE, `key ${index + 1} holds ${bytes.length} bytes, expected 32.`, EXAMPLE);
  return { id, bytes };
}

const FORMAT = 1;

function encrypt(key: Buffer, plain: Buffer, what: string): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(what));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), ...body]);
}

const NONCE_BYTES = 12;
const NONCES_AT_ONCE = 256;
let nonces = Buffer.alloc(0);

/** Random bytes that no other nonce has: drawn by the hundred, since every draw costs as much as an encryption. */
function freshNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

function decrypt(key: Buffer, sealed: Buffer, what: string): Buffer {
  if (sealed[0] !== FORMAT || sealed.length < 29) throw new Error('sealed bytes of an unknown format');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(what));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}
