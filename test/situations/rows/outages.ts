// The service goes down and comes back, Teams is slow or away (product.md 4 "Moves", reliability.md).

import { minutes, seconds } from '../../../src/core/time.ts';
import type { Theme } from '../situation.ts';
import { at, daysLater, presses, restarts, says, sees, told } from '../steps.ts';

export const outages: Theme = {
  name: 'Outages',
  situations: [
    {
      number: 80, title: 'The service is stopped for a minute across the end of a phase: it simply goes on',
      who: { owners: 'Aisha, Ben' }, lateSeconds: 70,
      happens: [at('16:06:30', restarts(seconds(60)))],
      then: { ends: '16:36', never: [/^Paused/] },
    },
    {
      number: 81, title: 'Away for five minutes across two phases: paused, says by how much, and the chair goes on to the planned end',
      who: { owners: 'Aisha, Ben' }, lateSeconds: 70,
      happens: [at('16:08:30', restarts(minutes(5))), sees('Paused', /I was away and am \d+ min/), at('16:15', presses('Aisha', 'Resume'))],
      then: { says: [/^Paused/, /^Summary/] },
    },
    {
      number: 82, title: 'Stopped in the lobby: the lobby and who is in are there afterwards',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [restarts(minutes(2)), sees("Before we start: who's here?", /1 · Aisha Khan[^]*2 · Ben Cole/), at('16:00', presses('Aisha', 'Start session'))],
      then: { ends: '16:36' },
    },
    {
      number: 83, title: 'Stopped in every phase of a turn for ten seconds: each phase is announced once',
      who: { owners: 'Aisha' }, lateSeconds: 15,
      happens: ['16:06:55', '16:08:55', '16:12:55', '16:14:55', '16:16:55', '16:17:55', '16:22:55'].map((clock) => at(clock, restarts(seconds(10)))),
      then: { ends: '16:23:05' },
    },
    {
      number: 84, title: 'What was typed just before the service stopped is in the record',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', presses('Ben', 'Add note', { note: 'The last words' }), restarts(seconds(5))), at('16:16', says('Aisha', 'action After the stop'), restarts(seconds(5)))],
      then: { ends: '16:36', summary: [/The last words/, /After the stop/] },
    },
    {
      number: 85, title: 'Away over the whole rest of the hour and the day: paused long ago, ended, and the next week is free',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:08:30', restarts(minutes(120))), at('19:30'), daysLater(7, '16:00'), says('Aisha', 'start'), told(/Before we start/),
      ],
    },
    {
      number: 86, title: 'Teams answers nothing for twenty seconds: late, but in order and each once',
      who: { owners: 'Aisha, Ben' }, lateSeconds: 40,
      happens: [at('16:06:50', async (stage) => {
        const until = stage.now + seconds(20);
        stage.service.fault = () => (stage.now < until ? { kind: 'status', status: 429, retryAfter: '5', isApplied: false } : null);
      })],
      then: { ends: '16:36' },
    },
    {
      number: 87, title: 'Stopped while paused: still paused afterwards, by the same person',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', presses('Ben', 'Pause'), restarts(minutes(10))), sees('Paused', /Ben Cole paused the session/), presses('Aisha', 'Resume', { finish: 'later' })],
      then: { says: [/^Paused/, /^Summary/], never: [/I was away/] },
    },
    {
      number: 88, title: 'Stopped between pressing Start and the first card: agenda and Start on time come on return',
      who: { owners: 'Aisha, Ben', startsAt: null }, lateSeconds: 40,
      happens: [at('16:00', presses('Aisha', 'Start session'), restarts(seconds(30)))],
      then: { ends: '16:36' },
    },
  ],
};
