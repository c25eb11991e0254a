import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';

/** Drizzle on a pool: for every query but the turn's. */
export type Drizzle = ReturnType<typeof drizzleOn>;

export function drizzleOn(pool: pg.Pool) {
  return drizzle(pool);
}
