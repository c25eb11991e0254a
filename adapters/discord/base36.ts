/** A snowflake in fewer characters: a custom id holds 100 of them. */
export function toBase36(snowflake: string): string {
  return BigInt(snowflake).toString(36);
}

/** Reads what `toBase36` wrote: letters in lower case, and digits. By hand, since a number loses the last digits of an id. */
export function fromBase36(digits: string): string {
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}
