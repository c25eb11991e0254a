import path from 'node:path';

/** The places of one home. `root` appears whole or not at all: it is renamed into place, password and cluster together. */
export interface ClusterPaths {
  readonly home: string;
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  /** The password, and the port of the last start. */
  readonly serverFile: string;
  /** What PostgreSQL tells about itself. */
  readonly log: string;
}

/** `root` other than the default is for a cluster in the making. */
export function clusterPaths(home: string, root: string = path.join(home, 'pg')): ClusterPaths {
  return {
    home,
    root,
    data: path.join(root, 'data'),
    serverFile: path.join(root, 'server.json'),
    log: path.join(home, 'postgres.log'),
  };
}
