/** A family of jobs with what it cannot do without. */
export interface RoleFamily {
  readonly id: string;
  /** "nursing": for "the core of nursing". */
  readonly name: string;
  readonly core: readonly CoreRequirement[];
}

export interface CoreRequirement {
  /** In our own words: "giving the right medicine to the right patient". */
  readonly name: string;
}

/** The family a role belongs to, by its name as people type it; undefined where it is none we know. */
export function roleFamilyOf(_role: string): RoleFamily | undefined {
  return undefined;
}
