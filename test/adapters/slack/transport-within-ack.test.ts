import { describe, expect, it } from 'vitest';
import { withinAck } from '../../../adapters/slack/transport/within-ack.ts';

/** Keeps what was acknowledged, in the order of things. */
function acks() {
  const given: unknown[] = [];
  return { given, ack: (payload?: string) => Promise.resolve(void given.push(payload ?? 'bare')) };
}

describe('commit, then acknowledge', () => {
  it('acknowledges with what the work found, after it', async () => {
    const { given, ack } = acks();
    const work = new Promise<string>((resolve) =>
      setTimeout(() => {
        given.push('committed');
        resolve('step 2');
      }, 20),
    );
    const end = await withinAck(ack, work, { inTime: (step) => `now at ${step}`, late: 'one moment' });
    expect(end).toEqual({ when: 'in-time', value: 'step 2', acked: true });
    expect(given).toEqual(['committed', 'now at step 2']);
  });

  it('acknowledges without words where there are none to say', async () => {
    const { given, ack } = acks();
    await withinAck(ack, Promise.resolve());
    expect(given).toEqual(['bare']);
  });

  it('says "one moment" once when the work takes longer, and the work goes on', async () => {
    const { given, ack } = acks();
    let finish: (value: string) => void = () => undefined;
    const work = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const end = await withinAck(ack, work, { patienceMs: 10, inTime: () => 'done', late: 'one moment' });
    expect(end.when).toBe('late');
    finish('the end');
    expect(end.when === 'late' && (await end.work)).toBe('the end');
    expect(given).toEqual(['one moment']);
  });

  it('acknowledges nothing when the work breaks in time: the caller decides what is said', async () => {
    const { given, ack } = acks();
    await expect(withinAck(ack, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(given).toEqual([]);
  });

  it('leaves a late break to whoever looks, and ends no process by it', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const { ack } = acks();
    const work = new Promise<string>((_, reject) => setTimeout(() => reject(new Error('broken')), 30));
    const end = await withinAck(ack, work, { patienceMs: 5 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
    await expect(end.when === 'late' ? end.work : undefined).rejects.toThrow('broken');
  });

  it('counts the turn when the socket closed before the acknowledgement', async () => {
    const end = await withinAck(() => Promise.reject(new Error('not connected')), Promise.resolve(7));
    expect(end).toEqual({ when: 'in-time', value: 7, acked: false });
  });
});
