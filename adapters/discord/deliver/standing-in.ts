/** Messages that stand elsewhere than their practice does: where, for when they are to be removed. */
export function standingIn(channel: string, ref: string): string {
  return ref
    .split(' ')
    .map((id) => `${channel}/${id}`)
    .join(' ');
}
