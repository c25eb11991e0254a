/** One process that uses a home: prints its url once joined, leaves when told to by a line on stdin. */
import { once } from 'node:events';
import { joinEmbedded } from '../../../src/store/embedded/cluster.ts';

const [, , home = '', native] = process.argv;
const server = await joinEmbedded(home, native === undefined ? {} : { native });
console.log(server.url);
await once(process.stdin, 'data');
await server.leave();
process.exit(0);
