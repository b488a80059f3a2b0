// Every command, in the order help shows them.

import type { Command } from './command.ts';
import { absent } from './typed/absent.ts';
import { action } from './typed/action.ts';
import { actions } from './typed/actions.ts';
import { birthday } from './typed/birthday.ts';
import { buddy } from './typed/buddy.ts';
import { chair } from './typed/chair.ts';
import { clock } from './typed/clock.ts';
import { coordinator } from './typed/coordinator.ts';
import { deliveries } from './typed/deliveries.ts';
import { end } from './typed/end.ts';
import { helpAmong } from './typed/help.ts';
import { here } from './typed/here.ts';
import { history } from './typed/history.ts';
import { me } from './typed/me.ts';
import { moreTime } from './typed/more-time.ts';
import { next } from './typed/next.ts';
import { note } from './typed/note.ts';
import { order } from './typed/order.ts';
import { pairs } from './typed/pairs.ts';
import { pause } from './typed/pause.ts';
import { problem } from './typed/problem.ts';
import { problems } from './typed/problems.ts';
import { protocols } from './typed/protocols.ts';
import { rehearse } from './typed/rehearse.ts';
import { report } from './typed/report.ts';
import { resume } from './typed/resume.ts';
import { setUp } from './typed/set-up.ts';
import { start } from './typed/start.ts';
import { status } from './typed/status.ts';

export const commands: readonly Command[] = [
  helpAmong(() => commands), setUp, start, next, pause, resume, moreTime, end,
  note, action, status, order, absent, here, chair,
  problem, problems, history, actions, buddy, pairs, report, me, birthday, protocols, rehearse, coordinator, deliveries, clock,
];
