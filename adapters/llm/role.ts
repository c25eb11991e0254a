import { ordersIn } from '../../src/critique/orders.ts';
import { words } from '../../src/text/words.ts';
import { veiledIn } from './veiled.ts';

/** "Advanced practitioner, children's services" has five; twice that is a sentence. */
const MOST_TITLE_WORDS = 8;
/** What no title of a job holds, and what speaks to a model does. */
const NO_TITLE = /[\n:;{}[\]<>"“”`|!?=_*]/u;

/** Whether a role is something else than the name of a job: it carries what a model might take for an order. */
export function isNoTitle(role: string | undefined): boolean {
  if (role === undefined) return false;
  const named = role.trim();
  return (
    NO_TITLE.test(named) ||
    words(named).length > MOST_TITLE_WORDS ||
    ordersIn(named).length > 0 ||
    veiledIn(named).length > 0
  );
}
