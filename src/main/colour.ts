/** Whether standard output shows colours: https://no-color.org */
export function hasColour(): boolean {
  return process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
}
