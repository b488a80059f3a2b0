// One thing with another: groups that people join and leave, the chair's clock with latecomers, other protocols in which
// somebody goes. Each holds alone; here they meet.

import { seconds } from '../../../src/core/time.ts';
import { group } from '../../support/service.ts';
import { inGroup } from '../group-steps.ts';
import type { Step, Theme } from '../situation.ts';
import { at, comesBackBy, joins, leaves, passes, presses, restarts, says, sees, told } from '../steps.ts';

const seven = 'Aisha, Ben, Chloe, Dev, Eve, Finn, Grace';
const byHand = { movesOn: 'chair', zone: 'Europe/London' };
const owner = "I'm in, with a problem";
const helper = "I'm in, to help others";
const next = (name = 'Aisha'): Step => presses(name, 'Next phase');
const opens = (command: string, owners: readonly string[], helpers: readonly string[]): readonly Step[] => [
  says('Aisha', command), passes({ s: 2 }), ...owners.map((name) => presses(name, owner)), ...helpers.map((name) => presses(name, helper)), passes({ s: 2 }),
  at('16:00', presses('Aisha', 'Start session')), passes({ s: 2 }),
];

export const together: Theme = {
  name: 'One thing with another',
  situations: [
    {
      number: 220, title: 'Somebody joins the second group late, to help: the first group hears nothing of it',
      who: { owners: seven }, happens: [at('16:08', inGroup(2, joins('Hana', 'to help others'))), passes({ s: 3 }), inGroup(2, says('Hana', 'note From the late one'), told(/Note saved/))],
    },
    {
      number: 221, title: 'Somebody joins the second group late with a problem: its turns are fitted again, those of the first stay',
      who: { owners: seven }, happens: [at('16:08', inGroup(2, joins('Hana', 'with a problem'))), inGroup(2, sees('Agenda', /Hana Ito/)), inGroup(1, sees('Agenda', /16:43 · Grace Hall[^]*Ends at 17:00/))],
    },
    {
      number: 222, title: 'An owner of one group leaves before their turn: that group alone changes',
      who: { owners: seven }, happens: [at('16:08', inGroup(2, leaves('Dev', 'Ben'))), inGroup(2, sees('Agenda', /Finn Gray[^]*Dev Patel/)), inGroup(1, sees('Agenda', /16:17 · Chloe Diaz[^]*Ends at 17:00/))],
    },
    {
      number: 223, title: 'The chair of one group leaves: its own people take the chair, the other group keeps its own',
      who: { owners: seven },
      happens: [at('16:20', inGroup(2, leaves('Ben'), passes({ s: 2 }), presses('Dev', 'Take the chair'), passes({ s: 2 }), says('Dev', 'note Now mine'))), inGroup(1, sees('Agenda', /Chair: Aisha Khan/))],
    },
    {
      number: 224, title: 'A member of one group joins the other: they belong to that one from then on',
      who: { owners: seven, helpers: 'Hana' }, happens: [at('16:02', inGroup(1, presses('Ben', 'Join'))), passes({ s: 3 })],
    },
    {
      number: 226, title: 'Groups stay together, and then somebody joins with an eighth problem: carried over, the hour stays as it is',
      who: { owners: seven, startsAt: null },
      happens: [presses('Aisha', 'Stay together'), passes({ s: 2 }), at('16:00', presses('Aisha', 'Start session')), at('16:10', joins('Hana', 'with a problem')), passes({ s: 3 })],
      then: { ends: '17:00', carriedOver: 'Grace, Hana' },
    },
    {
      number: 227, title: 'Where the chair moves on, an owner leaves in their own turn: after 30 seconds it moves to the end all the same',
      who: { owners: 'Aisha, Ben, Chloe', settings: byHand },
      happens: [
        at('16:05', next()), ...['16:07', '16:09', '16:13', '16:15', '16:17', '16:18'].map((clock) => at(clock, next('Ben'))),
        at('16:19', leaves('Ben', 'Aisha')), passes({ s: 35 }), sees('Agenda', /Chloe Diaz[^]*Ben Cole/), says('Aisha', 'end'), says('Aisha', 'end'),
      ],
      then: { says: [/^Ben Cole is not here/, /^Turn \d of \d: <at>Chloe/, /^Summary/] },
    },
    {
      number: 228, title: 'Where the chair moves on, somebody joins with a problem in overtime: what is left is shared, the end is told',
      who: { owners: 'Aisha, Ben', settings: byHand },
      happens: [
        at('16:05', next()), at('16:09', joins('Chloe', 'with a problem')), sees('Agenda', /Chloe Diaz/), at('16:10', next('Ben')), passes({ s: 2 }), sees('Agenda', /Chloe Diaz[^]*Ends at 1[67]:/),
        says('Aisha', 'end'), says('Aisha', 'end'),
      ],
      then: { says: [/^Time is up: Introduce/, /^Clarify/, /^Summary/] },
    },
    {
      number: 229, title: 'The only presenter of a consultancy leaves and stays away: the debrief, then the summary',
      who: { startsAt: null }, happens: [...opens('start consultancy', ['Aisha'], ['Ben', 'Chloe', 'Dev']), at('16:20', leaves('Aisha')), passes({ s: 40 })],
      then: { says: [/^Aisha Khan is not here/, /^Debrief/, /^Summary/], attended: 'Aisha, Ben, Chloe, Dev' },
    },
    {
      number: 230, title: 'Somebody joins a Troika late, to help: a consultant, and no turn of theirs',
      who: { startsAt: null }, happens: [...opens('start troika', [], ['Aisha', 'Ben', 'Chloe']), at('16:05', joins('Dev', 'to help others')), passes({ s: 3 })],
      then: { says: [/^Turn 3 of/, /^Summary/], attended: 'Aisha, Ben, Chloe, Dev' },
    },
    {
      number: 231, title: 'A client of a Troika leaves before their turn: it moves to the end, then is carried over',
      who: { startsAt: null }, happens: [...opens('start troika', [], ['Aisha', 'Ben', 'Chloe']), at('16:05', leaves('Ben', 'Aisha')), passes({ s: 3 })],
      then: { says: [/^Turn 1/, /Turn \d of \d: <at>Chloe/, /^Summary/], carriedOver: 'Ben' },
    },
    {
      number: 233, title: 'A third case is brought late to a case-study discussion',
      who: { startsAt: null }, happens: [...opens('start case-study', ['Aisha', 'Ben'], ['Chloe']), at('16:01', joins('Dev', 'with a problem')), passes({ s: 3 })],
      then: { says: [/^Turn 1/, /^Summary/], attended: 'Aisha, Ben, Chloe, Dev' },
    },
    {
      number: 234, title: 'An owner of a group is away when the service stops: the 30 seconds run on, nothing is asked twice',
      who: { owners: seven }, lateSeconds: 40,
      happens: [at('16:08', inGroup(2, leaves('Ben', 'Ben'), passes({ s: 3 })), restarts(seconds(20))), passes({ s: 40 }), inGroup(2, comesBackBy('Ben', says('Ben', 'here')))],
    },
    {
      number: 236, title: 'A guest is entered in the sender’s own group, with a problem',
      who: { owners: seven, chat: group }, happens: [at('16:08', says('Ben', 'here Jo with a problem'), told(/Group 2/)), passes({ s: 3 })],
    },
    {
      number: 237, title: 'A pause while an owner is away, a minute more, and a latecomer with a problem: the end holds or is told',
      who: { owners: 'Aisha, Ben, Chloe' },
      happens: [
        at('16:19', leaves('Ben', 'Aisha')), at('16:19:10', presses('Chloe', 'Pause')), at('16:21', says('Dev', 'here')),
        at('16:22', presses('Aisha', 'Resume')), at('16:22:05', comesBackBy('Ben', says('Ben', 'here'))), at('16:23', says('Aisha', 'more time')), at('16:24', joins('Eve', 'with a problem')), passes({ s: 2 }),
      ],
      then: { says: [/^Paused/, /^Turn \d of \d: <at>Eve/, /^Summary/], carriedOver: '' },
    },
    {
      number: 238, title: 'A late start, the full length, an owner who leaves and one who joins: everything told, nothing lost',
      who: { owners: 'Aisha, Ben, Chloe', settings: { nextDate: '2026-12-03', nextTime: '16:00', zone: 'Europe/London' }, startsAt: '16:05' },
      happens: [passes({ s: 3 }), presses('Aisha', 'Run full length'), at('16:12', leaves('Ben', 'Aisha')), at('16:14', joins('Dev', 'with a problem')), at('16:20', comesBackBy('Ben', says('Ben', 'here')))],
      then: { says: [/^Turn \d of 4: <at>Dev/, /^Summary/], carriedOver: '' },
    },
  ],
};
