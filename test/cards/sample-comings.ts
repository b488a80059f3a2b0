// Samples of the cards of coming and going while the hour runs.

import { sessionId } from '../../src/core/keys.ts';
import { minutes, seconds } from '../../src/core/time.ts';

const origin = { session: sessionId('s1a2b3'), rev: 2 };
const jo = { name: 'Jo Price', teamsId: '29:jo' };
const away = {
  card: 'owner-away', origin, name: 'Aisha Khan', decider: 'Ben Okafor', decideWithinMs: seconds(30), mayMove: true, isOpen: true, answer: null,
} as const;
const overAway = { ...away, decider: null, decideWithinMs: null, mayMove: false, isOpen: false } as const;
const noTime = { card: 'no-time', origin, name: 'Jo Price', turnMs: minutes(8), chair: 'Ben Okafor', isOpen: true, answer: null } as const;

export const comings = {
  'join': { alone: { card: 'join', origin, who: null }, inChat: { card: 'join', origin, who: jo } },
  'owner-away': {
    open: away,
    lastTurn: { ...away, mayMove: false },
    paused: { ...away, decideWithinMs: null },
    nobodyToChoose: { ...away, decider: null },
    movedOn: overAway,
    goneOn: { ...overAway, answer: 'go-on' },
    moved: { ...overAway, answer: 'to-end' },
    skipped: { ...overAway, answer: 'skip' },
    back: { ...overAway, answer: 'back' },
  },
  'no-time': { open: noTime, given: { ...noTime, isOpen: false, answer: 'given' }, over: { ...noTime, isOpen: false } },
} as const;
