/** Whether `later` tells again what `earlier` said. */
export function retells(_earlier: string, _later: string): boolean {
  return false;
}
