import { codeOf } from '../../src/errors.ts';

/** `isWhole`: nothing of it has to come again. */
export interface HandedOver {
  readonly taken: number;
  readonly isWhole: boolean;
}

/** Hands over what was read in one place, in its order, until one is not taken: what follows it may rest on it. */
export async function handOver<Message>(
  messages: readonly Message[],
  take: (message: Message) => Promise<void>,
  { signal, notTaken }: { readonly signal: AbortSignal; readonly notTaken: (code: string) => void },
): Promise<HandedOver> {
  let taken = 0;
  for (const message of messages) {
    if (signal.aborted) return { taken, isWhole: false };
    try {
      await take(message);
      taken += 1;
    } catch (error) {
      notTaken(codeOf(error));
      return { taken, isWhole: false };
    }
  }
  return { taken, isWhole: true };
}
