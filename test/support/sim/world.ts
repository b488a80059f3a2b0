// One schedule from seed to verdict: people, processes that die, freeze and return, a store and a Teams with weather, and
// the checks that watch them.

import type { Instant } from '../../../src/core/time.ts';
import { minuteMs, seconds } from '../../../src/core/time.ts';
import { conversationKey, conversationOf, type SessionId, sessionKey, type ThreadId } from '../../../src/core/keys.ts';
import type { Conversation } from '../../../src/core/conversation/conversation.ts';
import type { Community } from '../../../src/core/community/community.ts';
import type { Message } from '../../../src/core/messages.ts';
import type { Session } from '../../../src/core/session/session.ts';
import type { Clock } from '../../../src/app/ports.ts';
import type { Doc } from '../../../src/app/document.ts';
import type { Log } from '../../../src/log.ts';
import { type Act, colleagues, type Colleague, installed, restartActivityIds, tenant, thread } from './acts.ts';
import { Crowd } from './crowd.ts';
import { Dice } from './dice.ts';
import { FakeTeams } from './fake-teams.ts';
import { type Final, finalCheck } from './final-check.ts';
import { type Instance, instanceOf } from './instance.ts';
import { Tables } from './memory-tables.ts';
import { calm, type Plan, planOf, type Weather } from './plan.ts';
import { placeOf } from './slots.ts';
import { Life, type Step, Timeline } from './timeline.ts';
import { callFaults, closedFaults, PaceWatch } from './watch-attempts.ts';
import { faultsOf } from './watch-commits.ts';
import { type Attempt, messengerOf } from './wire.ts';
import { wildStore, type Writing } from './wild-store.ts';
