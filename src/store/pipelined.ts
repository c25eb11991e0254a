/**
 * All pipelined queries must have been answered before the client may be given back: one that fails leaves the
 * others in flight.
 */
export async function allSettledThenAll<T>(queries: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(queries);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return settled.filter((one) => one.status === 'fulfilled').map((one) => one.value);
}

/** Adds a statement to the trip that is under way. Statements of one name have one text: it is prepared once a connection. */
export type Run = (name: string, text: string, values: unknown[]) => void;
