import { INSTALLED_WITH, type Permission } from './permissions.ts';

/** A server, and what the bot may do in it. */
export class Guild {
  readonly id: string;
  name: string;
  /** False: the app is installed to a person only, and the bot sees nothing here. */
  botIsMember = true;
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
