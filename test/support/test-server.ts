import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { arrive } from '../../src/store/embedded/arrive.ts';
import { runnableBinaries } from '../../src/store/embedded/binaries.ts';
import { clusterPaths } from '../../src/store/embedded/cluster-paths.ts';
import { createCluster, DATABASE, ROLE } from '../../src/store/embedded/create-cluster.ts';
import { prepareHome } from '../../src/store/embedded/home.ts';
import { serverUser } from '../../src/store/embedded/os-user.ts';
import { serverProcess } from '../../src/store/embedded/server-command.ts';
import { readServerFile } from '../../src/store/embedded/server-file.ts';
import { settingArguments } from '../../src/store/embedded/server-settings.ts';

/**
 * The tests kill and restart processes, not the machine: waiting for the disk proves nothing here. What the
 * coach itself asks of its server is looked at in `test/store/embedded`.
 */
const UNSAFE_AND_QUICK = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

/** The bundled PostgreSQL with the coach's settings, for one run of the tests. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Makes a cluster in this empty home and starts it. */
export async function startTestServer(home: string): Promise<TestServer> {
  await prepareHome(home);
  const paths = clusterPaths(home);
  const user = await serverUser(paths.data);
  const binaries = await runnableBinaries(home, user);
  await createCluster(paths, binaries, user);
  const { password, port } = await readServerFile(paths.serverFile);
  const url = `postgres://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}?sslmode=disable`;
  const args = [
    '-D',
    paths.data,
    '-p',
    String(port),
    ...settingArguments(),
    ...settingArguments(UNSAFE_AND_QUICK),
  ];
  const server = spawn(binaries.postgres, args, {
    ...serverProcess(binaries.postgres, user),
    stdio: 'ignore',
  });
  const exited = once(server, 'exit');
  await arrive(paths, {
    signal: AbortSignal.timeout(60_000),
    start: async () => ({
      hasExited: () => server.exitCode !== null,
      whyExited: async () => 'no reason given',
    }),
    enter: async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`SET scram_iterations = 1`);
      await client.query(`ALTER ROLE CURRENT_USER PASSWORD '${password}'`);
      await client.end();
    },
  });
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await exited;
    },
  };
}
