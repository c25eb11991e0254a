import { pathToFileURL } from 'node:url';
import { freshBuild } from './build.mjs';

// The `coach` command: runs the bundle, built anew where a source is newer.
const main = await freshBuild();
if (main === undefined) {
  process.stderr.write(
    'This folder cannot be written and holds no fresh build. Run "npm ci" where it can be written.\n',
  );
  process.exit(1);
}
await import(pathToFileURL(main).href);
