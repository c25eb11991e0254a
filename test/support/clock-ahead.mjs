// Preloaded into the product (`node --import`): its clock runs CLOCK_AHEAD_MS ahead of the machine's, for "three days later" and
// for tomorrow's reminder now. Timers run as ever, and nothing else reads the variable.

const ahead = Number(process.env.CLOCK_AHEAD_MS ?? '0');
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
