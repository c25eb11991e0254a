import { LogLevel } from '@slack/bolt';

const nothing = () => undefined;

/** For the SDK's clients: the faults here are meant, nobody needs to read of them. */
export const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
