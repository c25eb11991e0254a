import { PersonError } from '../errors.ts';
import type { Guide } from './guide.ts';
import { greatestFailure } from './questions/greatest-failure.ts';

/** The guides an installation knows. */
export interface Catalog {
  /**
   * The guide with this id: of the version asked for, or the newest. A stored session names both, so that
   * a later wording never changes a practice that is under way.
   * Throws a PersonError (`unknown-guide`, `unknown-guide-version`) where there is none.
   */
  find(id: string, version?: number): Guide;
  /** What is practised when nobody named a question: the first one listed. */
  readonly default: Guide;
  readonly all: readonly Guide[];
}

/** A catalogue of these guides, the default first. Throws where it would be empty or a version is listed twice. */
export function createCatalog(guides: readonly Guide[]): Catalog {
  const [first] = guides;
  if (first === undefined) throw new Error('a catalogue needs at least one guide');
  const keys = new Set(guides.map((guide) => `${guide.id} ${guide.version}`));
  if (keys.size !== guides.length) throw new Error('a guide is listed twice with the same version');
  return { find: (id, version) => findIn(guides, id, version), default: first, all: guides };
}

function findIn(guides: readonly Guide[], id: string, version: number | undefined): Guide {
  const versions = guides.filter((guide) => guide.id === id);
  const newest = versions.reduce<Guide | undefined>(
    (best, guide) => (best === undefined || guide.version > best.version ? guide : best),
    undefined,
  );
  if (newest === undefined) {
    throw new PersonError('unknown-guide', `The question "${id}" is not installed here. ${WHAT_NEXT}`);
  }
  const found = version === undefined ? newest : versions.find((guide) => guide.version === version);
  if (found === undefined) {
    throw new PersonError(
      'unknown-guide-version',
      `Version ${version} of the question "${id}" is not installed here; the newest is ${newest.version}. ${WHAT_NEXT}`,
    );
  }
  return found;
}

const WHAT_NEXT =
  'What you wrote is kept. Whoever runs this coach can bring it back, or you can start a new practice.';

/** What this product coaches. A new question is one more line here. */
export const catalog: Catalog = createCatalog([greatestFailure]);
