/** An event whose turn was not committed in time, or that came while the process ends: Slack shall send it again. */
export class LateEvent extends Error {
  override readonly name = 'LateEvent';
  readonly code = 'late-event';

  constructor() {
    super('not committed in time');
  }
}
