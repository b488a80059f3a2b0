// One process of the service, put together from the real parts as compose.ts does it, on ports of the simulation.

import type { Answer, Arrival } from '../../../src/app/arrival.ts';
import { Courier } from '../../../src/app/courier.ts';
import { Loop } from '../../../src/app/loop.ts';
import { Pace } from '../../../src/app/pace.ts';
import type { Address, Clock, Messenger, Scheduler, Store } from '../../../src/app/ports.ts';
import { presentShapes } from '../../../src/app/present-shapes.ts';
import { Replies } from '../../../src/app/replies.ts';
import { SharedPlaces } from '../../../src/app/shared-places.ts';
import { Sweep } from '../../../src/app/sweep.ts';
import type { Desk } from '../../../src/commands/desk.ts';
import { createReceive } from '../../../src/commands/receive.ts';
import type { Message } from '../../../src/core/messages.ts';
import { dayMs, seconds } from '../../../src/core/time.ts';
import type { Log } from '../../../src/log.ts';
import type { Dice } from './dice.ts';
import { looking } from './looking.ts';
import type { Life } from './timeline.ts';

export interface InstanceParts {
  readonly life: Life;
  readonly store: Store;
  readonly messenger: Messenger;
  /** The same for answers, so that the checks can tell them apart. */
  readonly replier: Messenger;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly log: Log;
  readonly isExclusive: boolean;
}

export interface Instance {
  readonly life: Life;
  /** Names it in claims. */
  readonly owner: string;
  /** Rejects when the store does not answer: the process then ends. */
  start(): Promise<void>;
  /** `onSaid` hears what is answered in the chat. */
  take(arrival: Arrival, onSaid: (message: Message) => void): Promise<Answer>;
}

const unlinked = (message: Message): Message => message;

export function instanceOf({ life, store: stored, messenger, replier, clock, scheduler, dice, log, isExclusive }: InstanceParts): Instance {
  const store = presentShapes(stored);
  const loop = new Loop({ documents: store.documents, clock, random: dice, scheduler, log, retentionMs: 730 * dayMs });
  const pace = new Pace(clock, scheduler, isExclusive ? null : new SharedPlaces({ documents: store.documents, clock, random: dice, scheduler, log }));
  const courier = new Courier({ loop, messenger, history: store.history, pace, withLinks: unlinked });
  const sweep = new Sweep({ loop, courier, everyMs: seconds(2), isExclusive, tidy: () => { pace.tidy(); } });
  // What is sent because of a write is nobody's look any more.
  loop.onSaved((doc) => { looking.exit(() => { courier.attend(doc); sweep.see(doc); }); });
  const replies = new Replies({ messenger: replier, pace, scheduler, realNow: () => clock.realNow(), log, withLinks: unlinked });
  const desk: Desk = {
    loop, history: store.history, clock, random: dice, log, clockControl: null,
    directory: { members: () => Promise.reject(new Error('no roster here')) },
    roster: { members: () => Promise.resolve(null), has: () => Promise.resolve(null) },
  };
  return {
    life, owner: loop.owner,
    start: () => sweep.start(),
    take: (arrival, onSaid) => {
      const overheard = (how: 'say' | 'complain') => (to: Address, message: Message): void => { onSaid(message); replies[how](to, message); };
      return createReceive(desk, { say: overheard('say'), complain: overheard('complain') } as Replies)(arrival);
    },
  };
}
