import { EventEmitter } from 'node:events';
import { SimpleShardingStrategy } from 'discord.js';

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

const CONNECTING = 0;

/**
 * How discord.js runs its shards, with an end that is one. Its own has three gaps: a shard whose first try fails rejects
 * the log-in and goes on trying beside the next one; a shard that is taken away while it says who it is comes back by
 * itself; and a socket that is taken away while it is connecting throws its error at nobody, which ends the process.
 * (Read in @discordjs/ws 1.2.3, `WebSocketShard.destroy` and `waitForEvent`.)
 */
export class EndingStrategy extends SimpleShardingStrategy {
  #isOver = false;

  constructor(manager: Manager) {
    super(manager);
    const { options } = manager;
    const known = options.retrieveSessionInfo.bind(options);
    // Asked before every connect and before every event is told: without an answer there is neither.
    options.retrieveSessionInfo = (shardId) => (this.#isOver ? new Promise(() => undefined) : known(shardId));
  }

  /** Returns at once: a shard tries until it is connected, or until Discord says that it never will be. */
  override async connect(): Promise<void> {
    super.connect().catch(() => undefined);
  }

  /** Nothing connects and nothing is told any more, whatever is under way. */
  end(): void {
    this.#isOver = true;
    for (const socket of socketsOf(this)) {
      if (socket.readyState !== CONNECTING) continue;
      socket.on('error', () => undefined);
      socket.terminate();
    }
  }
}

interface Socket extends EventEmitter {
  readonly readyState: number;
  terminate(): void;
}

/** They are private to discord.js. Where a later version keeps them elsewhere there are none to be found. */
function socketsOf(strategy: SimpleShardingStrategy): Socket[] {
  const shards: unknown = Reflect.get(strategy, 'shards');
  if (!(shards instanceof Map)) return [];
  return [...shards.values()].flatMap((shard: unknown) => {
    const socket: unknown =
      shard instanceof EventEmitter || isObject(shard) ? Reflect.get(shard, 'connection') : null;
    return isSocket(socket) ? [socket] : [];
  });
}

function isSocket(value: unknown): value is Socket {
  return value instanceof EventEmitter && 'readyState' in value && 'terminate' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
