import { type Button, text } from '../../card/card.ts';
import { START_WORD } from '../commands.ts';
import type { CardDraft } from '../turn.ts';
import { helpLines } from './help-lines.ts';

const ANOTHER: Button = { action: 'new', word: 'another', label: 'Another story' };
const STOP: Button = { action: 'pause', word: 'stop', label: 'Stop for today' };
const DELETE: Button = { action: 'delete', word: 'delete', label: 'Delete this' };
const STAY: Button = { action: 'resume', word: 'go on', label: 'Stay with it' };

/** One human sentence, and what can be done; no score, no quote, no advice on anything but the practice. */
export function shelteredCard(asks: 'what' | 'help' | 'delete' | 'deleted'): CardDraft {
  switch (asks) {
    case 'what':
      return {
        blocks: [
          text('That sounds hard, and it is yours to keep private.'),
          text(
            'We can choose another story, stop for today, delete this, or stay with it. Nothing here is scored.',
          ),
        ],
        buttons: [ANOTHER, STOP, DELETE, STAY],
        asks: 'nothing',
        standing: true,
      };
    case 'help':
      return {
        blocks: [...helpLines(), text('The practice can wait. Nothing here is scored.')],
        buttons: [STOP, ANOTHER, DELETE, STAY],
        asks: 'nothing',
        standing: true,
      };
    case 'delete':
      return {
        blocks: [
          text('Delete this story, with everything you wrote for it here? It cannot be brought back.'),
        ],
        buttons: [
          { action: 'delete-yes', word: 'delete', label: 'Delete it', style: 'danger' },
          { action: 'back', word: 'keep', label: 'Keep it' },
        ],
        asks: 'nothing',
        standing: true,
      };
    case 'deleted':
      return {
        blocks: [
          text('Deleted. I keep nothing of it. Messages you sent in a chat stay yours to delete there.'),
        ],
        buttons: [{ action: 'start', word: START_WORD, label: 'Another story' }],
        asks: 'nothing',
        standing: true,
      };
  }
}
