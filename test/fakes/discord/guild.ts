import { INSTALLED_WITH, PERMISSIONS, type Permission } from './permissions.ts';

export interface Role {
  readonly name: string;
  readonly permissions: bigint;
  readonly members: readonly string[];
}

/** A server, and what the bot may do in it. */
export class Guild {
  readonly id: string;
  name: string;
  /** False: the app is installed to a person only, and the bot sees nothing here. */
  botIsMember = true;
  ownerId = '2222222222222222299';
  /** Beside the one of everybody: who has it, and what they may do by it. */
  readonly roles = new Map<string, Role>();
  /** Of everybody, as bits: they see every channel that says nothing else. */
  everybodyMay = PERMISSIONS.VIEW_CHANNEL | PERMISSIONS.SEND_MESSAGES;
  /** People who have not agreed to the rules yet. */
  readonly pending = new Set<string>();
  /** People who left. Everybody else is a member. */
  readonly gone = new Set<string>();
  readonly #granted: Set<Permission>;
  threadCap = 1000;

  constructor(id: string, name: string, granted: readonly Permission[] = INSTALLED_WITH) {
    this.id = id;
    this.name = name;
    // People may use apps of their own in a server unless it says otherwise.
    this.#granted = new Set([...granted, 'USE_EXTERNAL_APPS']);
  }

  get granted(): ReadonlySet<Permission> {
    return this.#granted;
  }

  can(permission: Permission): boolean {
    return this.#granted.has(permission);
  }

  /** Takes permissions from the bot. */
  forbid(...permissions: readonly Permission[]): void {
    for (const each of permissions) this.#granted.delete(each);
  }

  allow(...permissions: readonly Permission[]): void {
    for (const each of permissions) this.#granted.add(each);
  }
}
