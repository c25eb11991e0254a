import type pg from 'pg';

/** Tables whose rows belong to the schema: what was migrated so far. */
const KEPT = ['drizzle.__drizzle_migrations', 'bullmq.migration'];

/** Empties what a test filled, and lets its sequences begin anew. Tables that are empty already cost nothing. */
export async function empty(client: pg.Client): Promise<void> {
  await client.query(`DO $$
    DECLARE one record; is_filled boolean; filled text[] := '{}';
    BEGIN
      FOR one IN SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
          AND format('%s.%s', schemaname, tablename) <> ALL ('{${KEPT.join(',')}}') LOOP
        EXECUTE 'SELECT EXISTS (SELECT FROM ' || one.name || ')' INTO is_filled;
        IF is_filled THEN filled := filled || one.name; END IF;
      END LOOP;
      IF filled <> '{}' THEN EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' CASCADE'; END IF;
      FOR one IN SELECT format('%I.%I', schemaname, sequencename) AS name, start_value FROM pg_sequences
        WHERE last_value IS NOT NULL AND schemaname <> 'drizzle' LOOP
        PERFORM setval(one.name, one.start_value, false);
      END LOOP;
    END $$`);
}

/** Catalogs in which a test leaves traces when it changes tables, functions, triggers, rights or settings. */
const CATALOGS = [
  'attribute',
  'attrdef',
  'constraint',
  'index',
  'namespace',
  'policy',
  'proc',
  'rewrite',
  'trigger',
];

/**
 * What there is in this database besides rows, in one number. `xmin` is the transaction that wrote a catalog's row:
 * the template's in every copy of it. Emptying a table writes its row in `pg_class` alone.
 */
export async function schemaOf(client: pg.Client): Promise<string> {
  const written = CATALOGS.map(
    (catalog) => `SELECT hashtext(tableoid::text || xmin) AS one FROM pg_${catalog}`,
  );
  const kept = KEPT.map((table) => `SELECT hashtext(t::text) FROM ${table} t`);
  const { rows } = await client.query<{ all: string }>(`
    SELECT sum(one)::text AS all FROM (
      ${[...written, ...kept].join(' UNION ALL ')}
      UNION ALL SELECT hashtext(concat(oid, relname, relkind, relpersistence, relacl, reloptions)) FROM pg_class
      UNION ALL SELECT hashtext(setconfig::text) FROM pg_db_role_setting
    ) AS everything`);
  return rows[0]?.all ?? '';
}
