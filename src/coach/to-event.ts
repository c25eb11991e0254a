import type { SessionEvent } from '../conversation/event.ts';
import { unreachable } from '../errors.ts';
import { cleanText, MAX_TEXT } from '../text/clean.ts';
import type { Happening } from './incoming.ts';

/** What happened, as the conversation takes it: text cleaned, an over-long one named as such. */
export function toEvent(what: Happening, at: Date, seed: string): SessionEvent {
  const common = { at: at.toISOString(), seed };
  switch (what.type) {
    case 'said': {
      const text = cleanText(what.text);
      if (text.length > MAX_TEXT) return { type: 'tooLong', length: text.length, ...common };
      return {
        type: 'said',
        part: { id: what.messageId, stamp: what.stamp, text },
        ends: what.ends,
        ...('inForm' in what && what.inForm === true ? { inForm: true as const } : {}),
        ...common,
      };
    }
    case 'edited': {
      const text = cleanText(what.text);
      if (text.length > MAX_TEXT) return { type: 'tooLong', length: text.length, ...common };
      const { stamp } = what;
      return {
        type: 'edited',
        partId: what.messageId,
        text,
        ...(stamp === undefined ? {} : { stamp }),
        ...common,
      };
    }
    case 'deleted':
      return { type: 'deleted', partId: what.messageId, ...common };
    case 'pressed':
      return {
        type: 'pressed',
        action: what.action,
        ...(what.turn === undefined ? {} : { turn: what.turn }),
        ...common,
      };
    case 'filled':
      return {
        type: 'filled',
        action: what.action,
        values: Object.fromEntries(
          Object.entries(what.values).map(([id, value]) => [id, cleanText(value)] as const),
        ),
        ...(what.turn === undefined ? {} : { turn: what.turn }),
        ...(what.stamp === undefined ? {} : { stamp: what.stamp }),
        ...common,
      };
    case 'brought':
      return toEvent({ ...what, type: 'said', ends: 'now' }, at, seed);
    case 'spoke':
      return { type: 'spoke', seconds: what.seconds, ...common };
    case 'filesUnread':
      return { type: 'filesUnread', names: what.names.map(cleanText), ...common };
    case 'shared':
      return {
        type: 'shared',
        to: what.to,
        toName: cleanText(what.toName),
        fromName: cleanText(what.fromName),
        turn: what.turn,
        ...common,
      };
    case 'shareArrived':
      return { type: 'shareArrived', key: what.key, ...common };
    case 'attached':
      return { type: 'attached', ...common };
    case 'critiqueReady':
      return {
        type: 'critiqueReady',
        draftNo: what.draftNo,
        judgement: what.judgement,
        ...(what.past === undefined ? {} : { past: what.past }),
        ...common,
      };
    case 'critiqueFailed':
      return { type: 'critiqueFailed', draftNo: what.draftNo, code: what.code, ...common };
    case 'silent':
      return { type: 'silent', ...common };
    case 'woke':
      return { type: 'woke', key: what.key, ...common };
    // These are the plan's, and no practice hears of them.
    case 'reminderDue':
    case 'planOutdated':
      return { type: 'woke', key: what.key, ...common };
    case 'reminderFailed':
      return { type: 'deliveryFailed', key: what.key, reason: what.reason, ...common };
    case 'deliveryFailed':
      return {
        type: 'deliveryFailed',
        key: what.key,
        ...(what.kind === undefined ? {} : { kind: what.kind }),
        reason: what.reason,
        ...common,
      };
    default:
      return unreachable(what);
  }
}
