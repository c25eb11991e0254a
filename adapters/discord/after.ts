/** Resolves after so many milliseconds. To be raced with: nothing is kept running for it. */
export function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });
}
