// Preloaded into the product (`node --import`) by the recorder, for "three days later": the clock of the process runs
// CLOCK_AHEAD_DAYS ahead of the machine's. Timers run as ever, and nothing else reads the variable.

const ahead = Number(process.env.CLOCK_AHEAD_DAYS ?? '0') * 24 * 60 * 60_000;
const MachineDate = Date;

globalThis.Date = class extends MachineDate {
  constructor(...parts) {
    if (parts.length === 0) super(MachineDate.now() + ahead);
    else super(...parts);
  }

  static now() {
    return MachineDate.now() + ahead;
  }
};
