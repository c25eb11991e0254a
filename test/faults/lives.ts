import type { CoachLife, CoachProcess } from '../support/slack-process.ts';

export interface Lives extends CoachLife {
  /** How often one ended that was not asked to. */
  deaths(): number;
  /** Resolves with the exit code of the last one, which is asked to end. */
  end(): Promise<number | null>;
  /** What the last one printed. */
  printed(): string;
}

/** Restarts that come to nothing: the test ends then, and shows what was printed. */
const MOST_LIVES = 60;

/**
 * A coach that is started again whenever it ends. `begin` starts the n-th, or one that is never killed; `whenUp` is what
 * the platform does once the n-th is there, as sending again what nobody acknowledged.
 */
export function liveAgainAndAgain(
  begin: (n: number | undefined) => CoachProcess,
  whenUp: (n: number) => Promise<void> = async () => undefined,
): Lives {
  let current: CoachProcess;
  let deaths = 0;
  let isOver = false;
  let up: Promise<void>;

  function live(n: number): void {
    const process = begin(n);
    current = process;
    up = process.started;
    void process.started.then(() => whenUp(n));
    void process.ended.then(() => {
      if (isOver || n + 1 >= MOST_LIVES) return;
      deaths += 1;
      live(n + 1);
    });
  }

  async function endsByItself(): Promise<number | null> {
    deaths += 1;
    current = begin(undefined);
    await current.started;
    current.terminate();
    return current.ended;
  }

  live(0);
  return {
    up: () => up,
    deaths: () => deaths,
    async end() {
      isOver = true;
      await current.started;
      current.terminate();
      const code = await current.ended;
      // Its gap lay behind the end of the practice: one more has to come up, find everything done, and end by itself.
      return code === null && deaths < MOST_LIVES ? endsByItself() : code;
    },
    printed: () => current.printed(),
  };
}
