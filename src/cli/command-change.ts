/** What came, or would come, of one command of the application. */
export interface CommandChange {
  readonly name: string;
  readonly outcome: 'created' | 'changed' | 'removed' | 'unchanged' | 'not done';
  /** What to do, where it is not done. */
  readonly cure?: string;
}
