// Preloaded into the product (`node --import`): its clock runs CLOCK_AHEAD_MS ahead of the machine's, so that tomorrow's
// reminder is due now, and it dies as kill-between-events.mjs says. Timers run as ever.

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

await import('./kill-between-events.mjs');
