// Sessions of the other protocols (protocols.md): their phases in order, who is silent, and what they leave behind.

import type { Theme } from '../situation.ts';
import { at, passes, presses, says, sees, told } from '../steps.ts';

const owner = "I'm in, with a problem";
const helper = "I'm in, to help others";

export const protocols: Theme = {
  name: 'Other protocols',
  situations: [
    {
      number: 200, title: 'A consultancy with one presenter among four',
      who: { owners: 'Aisha', startsAt: null },
      happens: [
        presses('Aisha', 'Cancel this session'), passes({ s: 2 }), says('Aisha', 'start consultancy'), passes({ s: 2 }), presses('Aisha', owner),
        presses('Ben', helper), presses('Chloe', helper), presses('Dev', helper), at('16:00', presses('Aisha', 'Start session')), passes({ s: 2 }),
        at('16:35', presses('Ben', 'Add note', { note: 'From a consultant' })),
      ],
      then: { ends: '16:50', turns: ['16:00 Aisha'], says: [/^Agenda/, /^Turn 1 of 1/, /^Debrief/, /^Summary/], never: [/^Start on time/, /^One success each/], summary: [/From a consultant/], attended: 'Aisha, Ben, Chloe, Dev' },
    },
    {
      number: 201, title: 'Troika Consulting: three people, each is client once, nobody brings a problem by button',
      who: { startsAt: null },
      happens: [
        says('Aisha', 'start troika'), passes({ s: 2 }), ...['Aisha', 'Ben', 'Chloe'].map((name) => presses(name, helper)), at('16:00', presses('Aisha', 'Start session')), passes({ s: 2 }),
        says('Ben', 'note Thought of it in silence'), at('16:05', says('Ben', 'note Turn your back, Aisha')), at('16:10:20', says('Aisha', 'action Ask for less')),
      ],
      then: {
        ends: '16:29:30', turns: ['16:01 Aisha', '16:10:30 Ben', '16:20 Chloe'], never: [/^Before we go/, /^Close/], summary: [/Ask for less/, /Next chair: Ben Cole/],
        attended: 'Aisha, Ben, Chloe', carriedOver: '' },
    },
    {
      number: 202, title: 'An action learning set of five with one issue',
      who: { startsAt: null },
      happens: [
        says('Aisha', 'start action-learning'), passes({ s: 2 }), presses('Aisha', owner), ...['Ben', 'Chloe', 'Dev', 'Eve'].map((name) => presses(name, helper)),
        at('16:00', presses('Ben', 'Start session')), passes({ s: 2 }), at('16:20', says('Chloe', 'status'), told(/Where we are/)),
      ],
      then: { ends: '16:46', turns: ['16:05 Aisha'], says: [/In turn: Aisha Khan, Ben Cole/, /^Turn 1 of 1/, /In turn: Ben Cole, Chloe Diaz, Dev Patel and Eve Ford/, /^Summary/] },
    },
    {
      number: 203, title: 'Tuning of eighty minutes: one presenter, the others silent while they read',
      who: { startsAt: null },
      happens: [
        says('Aisha', 'start tuning 80'), passes({ s: 2 }), presses('Aisha', owner), ...['Ben', 'Chloe', 'Dev', 'Eve', 'Finn'].map((name) => presses(name, helper)),
        at('16:00', presses('Ben', 'Start session')), passes({ s: 2 }), sees('Agenda', /Ends at 17:/),
      ],
      then: { ends: '17:17', turns: ['16:10 Aisha'], says: [/^Agenda/, /Silent: /, /^Summary/] },
    },
    {
      number: 204, title: 'A case-study discussion with two cases brought',
      who: { startsAt: null },
      happens: [
        says('Aisha', 'start case-study'), passes({ s: 2 }), presses('Aisha', owner), presses('Ben', owner), presses('Chloe', helper),
        at('16:00', presses('Ben', 'Start session')), passes({ s: 2 }),
      ],
      then: { ends: '16:30', turns: ['16:02 Aisha', '16:14 Ben'], says: [/^Agenda/, /Silent: /, /^Summary/] },
    },
    {
      number: 205, title: 'A protocol nobody knows is refused with the names there are, and nothing is opened',
      who: {},
      happens: [says('Aisha', 'start tea party'), told(/I do not know that protocol[^]*consultancy/i)],
    },
  ],
};
