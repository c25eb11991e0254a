import { z } from 'zod';
import { ConfigError } from './errors.ts';

/** Kinds of values that a variable of the environment may hold. Each says what was wrong, with an example. */

/** An address whose value is never repeated: it may hold a password. */
export const url = (variable: string, protocols: readonly string[], example: string) =>
  z.string().transform((value) => {
    const protocol = URL.canParse(value) ? new URL(value).protocol : undefined;
    if (protocol === undefined || !protocols.includes(protocol)) {
      throw new ConfigError(
        variable,
        `expected an address that begins with ${protocols.join('// or ')}//.`,
        example,
      );
    }
    return value;
  });

const isHere = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/**
 * Where tokens are sent: https, or http on this machine, without a password, `?` or `#`. It is not repeated: what was
 * set may hold a password.
 */
export const address = (variable: string, example: string) =>
  z.string().transform((value) => {
    const parsed = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
    if (
      parsed === undefined ||
      !(parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isHere(parsed))) ||
      `${parsed.username}${parsed.password}${parsed.search}${parsed.hash}` !== ''
    ) {
      throw new ConfigError(
        variable,
        'expected an https:// address without a password, ? or # (http:// on this machine only: the tokens go there).',
        example,
      );
    }
    return parsed;
  });

/** A whole number from `from` to `to`, both included. */
export const whole = (variable: string, from: number, to: number, example: string) =>
  z.string().transform((value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < from || number > to) {
      throw new ConfigError(
        variable,
        `expected a whole number from ${from} to ${to}, got "${value}".`,
        example,
      );
    }
    return number;
  });

/** How much of a wrong token is shown: its kind (`xoxp-`), never the rest. */
const SHOWN = 5;

/** A token of one kind. What was set instead is shown by its first characters, which say its kind and no more. */
export const token = (variable: string, prefix: string, example: string) =>
  z.string().transform((value) => {
    const trimmed = value.trim();
    if (!trimmed.startsWith(prefix) || trimmed.length === prefix.length || !/^[\x21-\x7e]+$/.test(trimmed)) {
      const got = trimmed.startsWith(prefix)
        ? 'one that is cut short, or has a space or a "…" in it'
        : begins(trimmed);
      throw new ConfigError(variable, `expected a token that begins with ${prefix}, got ${got}.`, example);
    }
    return trimmed;
  });

const begins = (value: string) => `one that begins with "${value.slice(0, SHOWN)}"`;
