import { type Fields, fieldsOf, listOf, textOf } from './json.ts';

/** A modal or a Home tab as it stands. `fields` is the view as it was sent. */
export interface FakeView {
  readonly id: string;
  readonly type: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly externalId: string;
  readonly title: string;
  readonly blocks: readonly Fields[];
  readonly fields: Fields;
  readonly previousId: string | undefined;
  readonly rootId: string;
  /** What the person read beside an input after sending: by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface ViewIds {
  readonly id: string;
  readonly hash: string;
  readonly previousId?: string | undefined;
  readonly rootId?: string | undefined;
}

export function viewOf(fields: Fields, { id, hash, previousId, rootId }: ViewIds): FakeView {
  return {
    id,
    hash,
    previousId,
    rootId: rootId ?? id,
    type: textOf(fields.type),
    callbackId: textOf(fields.callback_id),
    privateMetadata: textOf(fields.private_metadata),
    externalId: textOf(fields.external_id),
    title: textOf(fieldsOf(fields.title).text),
    blocks: listOf(fields.blocks),
    fields,
    errors: {},
  };
}

/** What is open on whose screen: modals as a stack, the Home tab beside it. */
export class ViewStacks {
  readonly #modals = new Map<string, FakeView[]>();
  readonly #homes = new Map<string, FakeView>();

  stack(userId: string): readonly FakeView[] {
    return this.#modals.get(userId) ?? [];
  }

  top(userId: string): FakeView | undefined {
    return this.stack(userId).at(-1);
  }

  setStack(userId: string, views: readonly FakeView[]): void {
    this.#modals.set(userId, [...views]);
  }

  /** Puts the newer state of a view in its place, wherever it is shown. */
  replace(view: FakeView): void {
    for (const [userId, views] of this.#modals) {
      this.setStack(
        userId,
        views.map((each) => (each.id === view.id ? view : each)),
      );
    }
    for (const [userId, home] of this.#homes) if (home.id === view.id) this.#homes.set(userId, view);
  }

  home(userId: string): FakeView | undefined {
    return this.#homes.get(userId);
  }

  setHome(userId: string, view: FakeView): void {
    this.#homes.set(userId, view);
  }

  all(): FakeView[] {
    return [...[...this.#modals.values()].flat(), ...this.#homes.values()];
  }
}
