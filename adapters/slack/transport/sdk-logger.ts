import { type Logger, LogLevel } from '@slack/bolt';
import { codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';

/**
 * What the SDK says, by how it begins. Its texts carry bodies, tickets and pieces of JSON that could not be read, so a
 * known beginning becomes a word of ours and the rest is never looked at.
 */
const KNOWN: readonly (readonly [beginning: string, word: string])[] = [
  ['Failed to parse and verify', 'request-refused'],
  ['Malformed request body', 'body-unreadable'],
  ['Request body exceeded', 'body-too-long'],
  ['Failed to retrieve a new WSS URL', 'no-socket-address'],
  ['Failed to send', 'send-failed'],
  ['WebSocket error', 'socket-broken'],
  ['A ping', 'no-ping'],
  ['A pong', 'no-pong'],
  ['Peer did not complete', 'no-goodbye'],
  ['ack() has already', 'acked-twice'],
  ['Authorization of incoming event', 'not-authorized'],
  ['Could not determine the type', 'unknown-kind'],
];

/** The SDK's logger, on ours: warnings and errors as words and codes. Its debug lines hold whole bodies and are dropped. */
export function createSdkLogger(log: Log): Logger {
  const note =
    (level: 'warn' | 'error') =>
    (...said: unknown[]) => {
      const code = said.find((part): part is Error => part instanceof Error);
      log('slack-sdk', {
        severity: level,
        what: wordFor(said[0]),
        ...(code === undefined ? {} : { code: codeOf(code) }),
      });
    };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: note('warn'),
    error: note('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function wordFor(said: unknown): string {
  if (typeof said !== 'string') return 'other';
  return KNOWN.find(([beginning]) => said.startsWith(beginning))?.[1] ?? 'other';
}
