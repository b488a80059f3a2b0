// The end of a process: nothing more is taken in, what is in hand is finished, the store is closed last. Each step has its
// time, so that a Teams or a store that hangs costs what was in hand, never the steps behind it. Whatever is cut off stands
// in the store, and the next process goes on with it.

import { type Millis, seconds } from './core/time.ts';
import type { Courier } from './app/courier.ts';
import type { Loop } from './app/loop.ts';
import type { Scheduler, Store } from './app/ports.ts';
import type { Replies } from './app/replies.ts';
import type { Retention } from './app/retention.ts';
import type { Sweep } from './app/sweep.ts';
import { faultOf, type Log } from './log.ts';
import type { Connector } from './teams/connector.ts';
import type { RunningServer } from './teams/server.ts';

/** Since the drain began. A request to Teams has 5 s, and to write down what became of it takes a moment. */
const answeredWithinMs: Millis = seconds(3);
const settledWithinMs: Millis = seconds(4);
const sentWithinMs: Millis = seconds(6.5);
const closedWithinMs: Millis = seconds(7.2);

export interface InHand {
  readonly server: Pick<RunningServer, 'close' | 'cut'>;
  readonly sweep: Pick<Sweep, 'stop' | 'idle'>;
  readonly retention: Pick<Retention, 'stop' | 'idle'>;
  readonly replies: Pick<Replies, 'idle'>;
  readonly courier: Pick<Courier, 'hold' | 'idle'>;
  readonly loop: Pick<Loop, 'idle'>;
  readonly connector: Pick<Connector, 'close'>;
  readonly store: Pick<Store, 'charges' | 'close'>;
  readonly scheduler: Scheduler;
  readonly log: Log;
}

/** Resolves when the store is closed, or its time is over. Never rejects: what fails is logged, and the next step follows. */
export async function drain({ server, sweep, retention, replies, courier, loop, connector, store, scheduler, log }: InHand): Promise<void> {
  const [answered, settled] = [deadline(scheduler, answeredWithinMs), deadline(scheduler, settledWithinMs)];
  const [sent, closed] = [deadline(scheduler, sentWithinMs), deadline(scheduler, closedWithinMs)];
  const step = async (name: string, by: Deadline, work: () => Promise<unknown>): Promise<void> => {
    try {
      if (await Promise.race([work(), by.isOver]) === late) log.warn('drain.cut-short', { step: name });
    } catch (error) {
      log.error('drain.failed', { step: name, ...faultOf(error) });
    }
  };
  // No request to Teams is begun from now on: what is claimed is given back, for the others or the next process to send.
  courier.hold();
  await step('answers', answered, () => server.close());
  server.cut();
  sweep.stop();
  retention.stop();
  await step('deadlines', settled, () => Promise.all([sweep.idle(), retention.idle(), replies.idle()]));
  await step('sending', sent, () => courier.idle().then(() => loop.idle()));
  connector.close();
  for (const charge of store.charges()) log.info('store.charged', { ...charge });
  await step('store', closed, () => store.close());
  for (const { cancel } of [answered, settled, sent, closed]) cancel();
}

const late = Symbol('late');
interface Deadline {
  readonly isOver: Promise<typeof late>;
  readonly cancel: () => void;
}

function deadline(scheduler: Scheduler, afterMs: Millis): Deadline {
  const { promise, resolve } = Promise.withResolvers<typeof late>();
  const timer = scheduler.after(afterMs, () => resolve(late));
  return { isOver: promise, cancel: () => timer.cancel() };
}
