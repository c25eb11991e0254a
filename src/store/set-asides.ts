import type pg from 'pg';

/** How often findings of one rule of one critic were said to be not so. */
export interface SetAside {
  readonly rule: string;
  readonly critic: string;
  readonly version: string;
  readonly count: number;
}

/** The counts of everybody together, highest first. */
export async function readSetAsides(pool: pg.Pool): Promise<readonly SetAside[]> {
  const { rows } = await pool.query<SetAside>(
    `SELECT rule, critic, critic_version AS version, count FROM set_asides
     ORDER BY count DESC, rule, critic, critic_version`,
  );
  return rows;
}
