const MachineDate = Date;

/** A `Date` that runs so many ms ahead of the machine's: a platform of the test has the clock of the coach that is ahead. */
export function dateAhead(ms: number): DateConstructor {
  return class extends MachineDate {
    constructor(...parts: [] | [number | string]) {
      super(parts.length === 0 ? MachineDate.now() + ms : parts[0]);
    }
    static override now() {
      return MachineDate.now() + ms;
    }
  } as DateConstructor;
}
