import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { codeOf } from '../src/errors.ts';
import { type BackendSettings, type Engine, KEEP, RETRIES, STALLED } from './engine.ts';

const PREFIX = 'comeback';

/** BullMQ on Redis. */
export function createRedisEngine(settings: BackendSettings, url: string): Engine {
  const prefix = settings.namespace ?? PREFIX;
  const connections: Redis[] = [];
  const connect = () => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      // Its check asks INFO, which hosted Redis may forbid.
      enableReadyCheck: false,
      retryStrategy: (times) => Math.min(2_000, times * 100),
    });
    redis.on('error', (error) => settings.log('redis-error', { code: codeOf(error) }));
    connections.push(redis);
    return redis;
  };
  const shared = connect();
  // Asks INFO too, and writes what it thinks of it to the terminal; see redis-policy.ts.
  const common = { prefix, skipVersionCheck: true };
  return {
    kind: 'redis',
    queue: (name) =>
      new Queue(name, { connection: shared, ...common, defaultJobOptions: { ...RETRIES, ...KEEP } }),
    worker: (name, processor) =>
      new Worker(name, processor, { connection: connect(), ...common, ...STALLED, concurrency: 4 }),
    isReady: async () => shared.status === 'ready' && (await shared.ping()) === 'PONG',
    end: async () => {
      for (const redis of connections) redis.disconnect();
    },
  };
}
