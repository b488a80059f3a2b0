// The hour left to itself, for different numbers of problems, lengths and places (domain.md 1.2, protocols.md 1).

import { group } from '../../support/service.ts';
import type { Theme } from '../situation.ts';
import { at, passes, presses, says, sees, told } from '../steps.ts';

export const wholeHour: Theme = {
  name: 'The whole hour',
  situations: [
    {
      number: 20, title: 'Four problems: the guidance’s clock, to the minute, and who speaks in each phase',
      who: { owners: 'Aisha, Ben, Chloe, Dev', ready: 'Aisha, Ben, Chloe, Dev' },
      happens: [
        at('16:08:30', sees('Look deeper', /Speaking: all peers[^]*Listening only: Aisha Khan[^]*Ends at 16:12/)),
        at('16:14:30', sees('Response', /Speaking: Aisha Khan[^]*Listening only: all peers/)),
      ],
      then: { ends: '17:00', turns: ['16:05 Aisha', '16:17 Ben', '16:30 Chloe', '16:43 Dev'] },
    },
    {
      number: 21, title: 'Five problems, two of them without a write-up: only those get a minute of Introduce, and nothing moves for it',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve', ready: 'Aisha, Chloe, Eve' },
      happens: [at('16:15:30', sees('Introduce the problem', /Turn 2 of 5[^]*Ends at 16:16/))],
      then: { ends: '17:00', turns: ['16:05 Aisha', '16:15 Ben', '16:25 Chloe', '16:35 Dev', '16:45 Eve'], says: [/^Clarify\nTurn 1/, /^Introduce the problem\nTurn 2/, /^Clarify\nTurn 3/, /^Introduce the problem\nTurn 4/] },
    },
    {
      number: 22, title: 'Six problems and two helpers in a group chat: eight minutes each, the Close from 16:53',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve, Finn', helpers: 'Grace, Hana', ready: 'Aisha, Ben, Chloe, Dev, Eve, Finn', chat: group },
      happens: [],
      then: { ends: '17:00', turns: ['16:05 Aisha', '16:13 Ben', '16:21 Chloe', '16:29 Dev', '16:37 Eve', '16:45 Finn'], says: [/^Close/], attended: 'Aisha, Ben, Chloe, Dev, Eve, Finn, Grace, Hana' },
    },
    {
      number: 23, title: 'Seventy-five minutes with three problems: turns of 21',
      who: { owners: 'Aisha, Ben, Chloe', settings: { lengthMinutes: '75', zone: 'Europe/London' } },
      happens: [],
      then: { ends: '17:15', turns: ['16:06 Aisha', '16:27 Ben', '16:48 Chloe'] },
    },
    {
      number: 24, title: 'Seventy-five minutes with five problems: the hour’s table, and the agenda says the earlier end',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve', settings: { lengthMinutes: '75', zone: 'Europe/London' } },
      happens: [sees('Agenda', /Ends at 17:00/)],
      then: { ends: '17:00' },
    },
    {
      number: 25, title: 'Three problems use the whole hour; after the first turn has begun nobody can any more',
      who: { owners: 'Aisha, Ben, Chloe', helpers: 'Dev' },
      happens: [
        presses('Dev', 'Use the whole hour'), told(/^Only the chair, Aisha Khan/), presses('Aisha', 'Use the whole hour'),
        sees('Agenda', /16:05 · Aisha Khan/),
      ],
      then: { ends: '17:00' },
    },
    {
      number: 26, title: 'Nobody presses or types anything: the whole session still happens, in order and to its end',
      who: { owners: 'Aisha, Ben' },
      happens: [passes({ min: 60 })],
      then: {
        ends: '16:36',
        phases: [
          '16:00 Start on time', '16:05 Introduce the problem', '16:07 Clarify', '16:09 Look deeper', '16:13 Action step', '16:15 Response', '16:17 Our reflections',
          '16:18 Introduce the problem', '16:20 Clarify', '16:22 Look deeper', '16:26 Action step', '16:28 Response', '16:30 Our reflections', '16:31 Close',
        ],
        summary: [/No next action was saved/], carriedOver: '',
      },
    },
    {
      number: 27, title: 'Someone asks for the status in every kind of phase and sees clock, speaker and what comes next',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:02', says('Ben', 'status'), told(/Start on time: 3 min left[^]*Next: Introduce the problem · Aisha Khan/)),
        at('16:10', says('Ben', 'status'), told(/Look deeper: 3 min left[^]*Listening only: Aisha Khan[^]*Next: Action step/)),
        at('16:33', says('Aisha', 'status'), told(/Close: 3 min left[^]*Next: the summary/)),
        at('16:40', says('Aisha', 'status'), told(/There is no session now/)),
      ],
      then: { ends: '16:36' },
    },
  ],
};
