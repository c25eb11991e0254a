import type { FakeCall } from './call.ts';

/** What Discord would not take of this call. */
export function violationsOf(_call: Pick<FakeCall, 'method' | 'path' | 'body' | 'files'>): string[] {
  return [];
}
