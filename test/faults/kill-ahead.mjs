// Preloaded into the product (`node --import`): its clock runs ahead, so that tomorrow's reminder is due now, and it dies as
// kill-between-events.mjs says.

await import('../support/clock-ahead.mjs');
await import('./kill-between-events.mjs');
