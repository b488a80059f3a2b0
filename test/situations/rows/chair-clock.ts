// Where the chair moves on (a setting): time up is said once, the overtime shows, later phases pay (domain.md 1.4,
// product.md 4 "Moves").

import { minutes, seconds } from '../../../src/core/time.ts';
import type { Theme } from '../situation.ts';
import { at, passes, presses, restarts, says, sees, told } from '../steps.ts';

const byHand = { movesOn: 'chair', zone: 'Europe/London' };
const next = (name = 'Aisha') => presses(name, 'Next phase');

export const chairClock: Theme = {
  name: 'The chair’s own clock',
  situations: [
    {
      number: 160, title: 'A phase runs over by four minutes: said once, shown on its card, paid by the later phases, and the planned end holds',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [
        at('16:05', next()), at('16:07', next('Ben')), at('16:09', next('Ben')), at('16:13:30', passes({ s: 1 })),
        at('16:17:05', sees('Look deeper', /4 min over/), says('Ben', 'status'), told(/4 min over/)), at('16:17:10', next('Ben')), sees('Agenda', /Ends at 16:36/),
        at('16:18', next('Ben')), at('16:19', next('Ben')), at('16:20', next('Ben')), sees('Introduce the problem', /Turn 2 of 2[^]*session ends at 16:3/),
        ...['16:22', '16:24', '16:26', '16:28', '16:30', '16:31'].map((clock) => at(clock, next())), at('16:35', next()),
      ],
      then: { ends: '16:35', says: [/^Time is up: Look deeper/, /^Action step/, /^Summary/] },
    },
    {
      number: 161, title: 'Nothing happens by itself while the chair does nothing: said once per phase, forgotten after 15 minutes, ended after 60',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [at('16:10'), at('16:50', sees('Start on time', /over/))],
      then: { says: [/^Time is up: Start on time/, /still open/, /^Summary/], turns: [], carriedOver: 'Aisha, Ben' },
    },
    {
      number: 162, title: 'Next phase pressed early works as ever: all that follows comes forward',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [at('16:03', next()), sees('Agenda', /16:03 · Aisha Khan[^]*Ends at 16:34/), at('16:04', says('Aisha', 'end'), says('Aisha', 'end'))],
      then: { ends: '16:04', turns: ['16:03 Aisha'], never: [/Time is up/] },
    },
    {
      number: 163, title: 'Overtime that the later phases cannot pay: a line says to when the end moves',
      who: { owners: 'Aisha', settings: byHand },
      happens: [
        at('16:05', next()), at('16:20', next()), sees('Agenda', /Ends at 16:/),
        ...['16:22', '16:24', '16:26', '16:28', '16:30'].map((clock) => at(clock, next())), at('16:35', next()),
      ],
      then: { says: [/^Time is up: Introduce the problem/, /now ends at 16:/, /^Summary/] },
    },
    {
      number: 164, title: 'One minute more in overtime counts from now, and the time is said to be up again after it',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [
        at('16:05', next()), at('16:08:30', presses('Ben', 'One minute more'), sees('Introduce the problem', /16:09/)),
        at('16:10:30', next('Ben')), at('16:11', says('Aisha', 'end'), says('Aisha', 'end')),
      ],
      then: { says: [/^Time is up: Introduce the problem/, /^Time is up: Introduce the problem/, /^Clarify/, /^Summary/] },
    },
    {
      number: 165, title: 'A helper presses Next phase in overtime and is told who may; the chair takes their time',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe', settings: byHand },
      happens: [at('16:06', next('Chloe'), told(/^Only the chair, Aisha Khan/), next(), told(/^Done/)), at('16:07', says('Aisha', 'end'), says('Aisha', 'end'))],
      then: { says: [/^Time is up: Start on time/, /^Turn 1/, /^Summary/] },
    },
    {
      number: 166, title: 'Paused in overtime and resumed: nothing is said twice, and what ran over is paid',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [
        at('16:06', presses('Ben', 'Pause')), at('16:08', presses('Aisha', 'Resume')), passes({ s: 3 }), at('16:09', next()),
        at('16:10', says('Aisha', 'end'), says('Aisha', 'end')),
      ],
      then: { says: [/^Time is up: Start on time/, /^Paused/, /^Turn 1/, /^Summary/] },
    },
    {
      number: 167, title: 'The service is away when the time is up: said late, once, and no pause for it',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [at('16:04:50', restarts(minutes(5))), at('16:11', next()), at('16:12', restarts(seconds(20)), says('Aisha', 'end'), says('Aisha', 'end'))],
      then: { says: [/^Time is up: Start on time/, /^Turn 1/, /^Summary/], never: [/^Paused/] },
    },
    {
      number: 168, title: 'The Close runs over: it ends when the chair presses, and the end was said to be theirs',
      who: { owners: 'Aisha', settings: byHand },
      happens: [at('16:05', next()), ...['16:07', '16:09', '16:13', '16:15', '16:17', '16:18'].map((clock) => at(clock, next())), at('16:25', next())],
      then: { ends: '16:25', says: [/^Time is up: Close[^]*ends when Aisha Khan presses/, /^Summary/] },
    },
  ],
};
