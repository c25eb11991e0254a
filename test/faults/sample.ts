/** The seed of this run: FAULTS_SEED, else today's. Printed, so that a failure can be drawn again. */
export function faultsSeed(): number {
  const seed = Number(process.env.FAULTS_SEED ?? Math.floor(Date.now() / 86_400_000));
  console.log(
    `fault tests: seed ${seed} (FAULTS_SEED=${seed} draws the same again), ${process.env.FAULTS === 'all' ? 'all' : 'a sample'}`,
  );
  return seed;
}

/** Whether the run of this number (from 0) is played: all are, or with FAULTS_RUN=8 the eighth alone, as it was drawn. */
export function isPlayed(run: number): boolean {
  const only = process.env.FAULTS_RUN;
  return only === undefined || Number(only) === run + 1;
}

/** How many faults to draw: `some` in CI, `all` with FAULTS=all. */
export function howMany(some: number, all: number): number {
  return process.env.FAULTS === 'all' ? all : some;
}
