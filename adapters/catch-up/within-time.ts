/**
 * What comes in time, and `late` otherwise: what is waited for goes on, and counts for nobody then. A rejection in time is
 * passed on, a later one is not unhandled. Waiting keeps no process alive.
 */
export async function withinTime<T, Late>(work: Promise<T>, ms: number, late: Late): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, ms, late).unref();
  });
  try {
    return await Promise.race([work, isLate]);
  } finally {
    clearTimeout(timer);
  }
}
