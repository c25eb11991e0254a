/** One thing that was looked at. `cure`: what to do, where it is not well. */
export interface Finding {
  readonly what: string;
  readonly state: 'well' | 'note' | 'ill';
  readonly says: string;
  readonly cure?: string;
}
