/**
 * The circle method: who meets whom where `size` places (an even number) all meet each other once, in `size - 1` rounds. The
 * last place stands still and the others walk round it, so in a round the two whose places add up to its number meet.
 */
export function partnerIn(round: number, place: number, size: number): number {
  const walking = size - 1;
  const still = size - 1;
  // Half of `round`, where counting starts again after `walking`, which is odd: 2 × (size / 2) is 1 there.
  if (place === still) return (round * (size / 2)) % walking;
  const partner = (((round - place) % walking) + walking) % walking;
  return partner === place ? still : partner;
}

/** Where an odd number of people stand in the circle, one place stays free, and its partner sits the round out. */
export function circleSize(people: number): number {
  return people + (people % 2);
}
