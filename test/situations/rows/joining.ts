// Joining late: `Join` and `here`, as helper, with a problem, as a guest, in every phase (product.md 4 "Joining late").
// The booked hour ends at 17:00, so turns may reach to 16:55; columns are 13, 12, 10 and 8 minutes.

import type { Theme } from '../situation.ts';
import { at, joins, leaves, noButton, passes, presses, says, saysAlone, sees, told } from '../steps.ts';

const two = { owners: 'Aisha, Ben' };
const four = { owners: 'Aisha, Ben, Chloe, Dev' };
const toHelp = 'to help others';
const withProblem = 'with a problem';
const whole = ['16:05 Aisha', '16:18 Ben'];

export const joining: Theme = {
  name: 'Joining late',
  situations: [
    ...(['16:02', '16:06', '16:08', '16:10', '16:14', '16:16', '16:17:30'] as const).map((clock, index) => ({
      number: 90 + index, title: `A helper joins at ${clock} (${['Start on time', 'Introduce', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'][index] ?? ''} of the first turn): nothing changes for the others, and they attended`,
      who: two, happens: [at(clock, joins('Chloe', toHelp)), passes({ s: 5 }), says('Chloe', 'note From the late one'), told(/Note saved/)],
      then: { ends: '16:36', turns: whole, attended: 'Aisha, Ben, Chloe', summary: [/From the late one/] },
    })),
    {
      number: 97, title: 'A third problem comes in the opening: three turns of 13, as if it had been there from the start',
      who: two, happens: [at('16:02', joins('Chloe', withProblem)), sees('Agenda', /16:05 · Aisha Khan[^]*16:18 · Ben Cole[^]*16:31 · Chloe Diaz[^]*Ends at 16:49/)],
      then: { ends: '16:49', turns: [...whole, '16:31 Chloe'], attended: 'Aisha, Ben, Chloe', carriedOver: '' },
    },
    {
      number: 98, title: 'A third problem comes in the first turn: it goes last, the running turn keeps its minutes, the end is told anew',
      who: two, happens: [at('16:10', joins('Chloe', withProblem)), sees('Agenda', /16:31 · Chloe Diaz[^]*Ends at 16:49/)],
      then: { ends: '16:49', turns: [...whole, '16:31 Chloe'] },
    },
    {
      number: 99, title: 'A fifth problem comes in the opening of four: the column of ten minutes',
      who: four, happens: [at('16:02', joins('Eve', withProblem)), sees('Agenda', /Eve Ford/)],
      then: { ends: '17:00', turns: ['16:05 Aisha', '16:15 Ben', '16:25 Chloe', '16:35 Dev', '16:45 Eve'] },
    },
    {
      number: 100, title: 'A fifth problem comes in the first of four turns: the others have eight minutes each',
      who: four, happens: [at('16:10', joins('Eve', withProblem))],
      then: { turns: ['16:05 Aisha', '16:17 Ben', '16:25 Chloe', '16:33 Dev', '16:41 Eve'], carriedOver: '' },
    },
    {
      number: 101, title: 'A fifth problem comes in the second of four turns: eight minutes for each that is left',
      who: four, happens: [at('16:20', joins('Eve', withProblem))],
      then: { turns: ['16:05 Aisha', '16:17 Ben', '16:30 Chloe', '16:38 Dev', '16:46 Eve'], carriedOver: '' },
    },
    {
      number: 102, title: 'A fifth problem comes in the third of four turns: no time, so it is carried over, and its owner helps',
      who: four, happens: [at('16:35', joins('Eve', withProblem)), passes({ s: 3 })],
      then: { ends: '17:00', turns: ['16:05 Aisha', '16:17 Ben', '16:30 Chloe', '16:43 Dev'], attended: 'Aisha, Ben, Chloe, Dev, Eve', never: [/^Turn \d of \d: <at>Eve/] },
    },
    {
      number: 103, title: 'The same, but the chair gives them the last turn: eight minutes, and a line says what it costs',
      who: four,
      happens: [at('16:35', joins('Eve', withProblem)), passes({ s: 3 }), presses('Ben', 'Give them the last turn'), told(/^Only the chair, Aisha Khan/), presses('Aisha', 'Give them the last turn'), told(/^Done/)],
      then: { says: [/^Turn 5 of 5: <at>Eve/, /^Close/, /^Summary/], carriedOver: '' },
    },
    {
      number: 104, title: 'In the last turn nobody can join by button any more; the chair enters a helper with here',
      who: two, happens: [at('16:20', noButton('Join'), says('Aisha', 'here Jo'), told(/Jo is (marked as )?here/)), passes({ s: 3 })],
      then: { ends: '16:36', turns: whole, attended: 'Aisha, Ben, Jo' },
    },
    {
      number: 105, title: 'Somebody who is in presses Join and is told so',
      who: two, happens: [at('16:10', presses('Ben', 'Join'), told(/already in/))], then: { ends: '16:36', turns: whole },
    },
    {
      number: 106, title: 'Join on a client that only knows Submit: the answer is posted, and works for whoever presses it',
      who: two,
      happens: [at('16:10', presses('Chloe', 'Join', {}, 'submit')), passes({ s: 3 }), presses('Chloe', "I'm in, to help others", {}, 'submit'), passes({ s: 3 })],
      then: { ends: '16:36', says: [/Join the session/], attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 107, title: 'A new owner whose write-up is ready has it shown before the turn',
      who: two,
      happens: [
        says('Chloe', 'problem'), saysAlone('Chloe', 'problem'),
        async (stage) => { await stage.person('Chloe').presses(stage.person('Chloe').privateChat, { title: 'Submit problem', inputs: { problem: 'Latecomers', evidence: 'Today' } }); },
        at('16:10', joins('Chloe', withProblem)),
      ],
      then: { turns: [...whole, '16:31 Chloe'], says: [/^Write-ups[^]*Latecomers/, /^Turn 3 of 3[^]*Latecomers/], summary: [/Latecomers/] },
    },
    {
      number: 108, title: 'A guest comes by telephone in the middle, with a problem: the chair enters and writes for them',
      who: two,
      happens: [
        at('16:10', says('Aisha', 'here Jo with a problem'), told(/Jo/)), at('16:41', presses('Aisha', 'Save my next action', { action: 'Jo asks the head' }), told(/^Next action saved for Jo/)),
      ],
      then: { ends: '16:49', turns: [...whole, '16:31 Jo'], summary: [/Jo asks the head/], attended: 'Aisha, Ben, Jo', never: [/<at>Jo/] },
    },
    {
      number: 109, title: 'Somebody says here for themselves while the session is paused: they are in afterwards',
      who: two, happens: [at('16:10', presses('Ben', 'Pause')), at('16:11', says('Chloe', 'here')), passes({ s: 2 }), presses('Aisha', 'Resume')],
      then: { ends: '16:36', attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 110, title: 'A helper cannot enter somebody else, and is told who can',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' }, happens: [at('16:20', says('Chloe', 'here Jo'), told(/Only the chair, Aisha Khan/))],
      then: { ends: '16:36', attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 111, title: 'Two owners use the whole hour and a third joins: the turns that have not begun share what is left',
      who: two, happens: [presses('Aisha', 'Use the whole hour'), at('16:10', joins('Chloe', withProblem)), sees('Agenda', /Chloe Diaz/)],
      then: { says: [/^Turn 3 of 3: <at>Chloe/, /^Summary/], carriedOver: '' },
    },
    {
      number: 112, title: 'One person alone is joined by a second with a problem in the opening: a turn for each',
      who: { owners: 'Aisha' }, happens: [at('16:03', joins('Ben', withProblem))], then: { ends: '16:36', turns: whole },
    },
    {
      number: 113, title: 'Nobody brought a problem, then somebody joins with one in the opening: it gets its turn',
      who: { helpers: 'Aisha, Ben' }, happens: [at('16:02', joins('Chloe', withProblem)), passes({ s: 3 })],
      then: { turns: ['16:05 Chloe'], ends: '16:23', attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 114, title: 'A late start and a late problem: the turns share what the planned end leaves',
      who: { owners: 'Aisha, Ben, Chloe', settings: { nextDate: '2026-12-03', nextTime: '16:00', zone: 'Europe/London' }, startsAt: '16:06' },
      happens: [at('16:08', joins('Dev', withProblem)), sees('Agenda', /Dev Patel[^]*Ends at 1[67]:\d\d/)],
      then: { says: [/^Turn 4 of 4: <at>Dev/, /^Summary/] },
    },
    {
      number: 115, title: 'Three join at once in the opening, two with problems: each is fitted in, nobody is lost',
      who: two, happens: [at('16:02', joins('Chloe', withProblem), joins('Dev', toHelp), joins('Eve', withProblem)), passes({ s: 3 })],
      then: { ends: '16:58', turns: ['16:05 Aisha', '16:17 Ben', '16:29 Chloe', '16:41 Eve'], attended: 'Aisha, Ben, Chloe, Dev, Eve' },
    },
    {
      number: 116, title: 'A helper of the session brings a problem after all: it goes last',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' }, happens: [at('16:10', says('Aisha', 'here Chloe with a problem')), passes({ s: 3 })],
      then: { ends: '16:49', turns: [...whole, '16:31 Chloe'] },
    },
    {
      number: 117, title: 'A latecomer takes the chair from one who is gone quiet',
      who: two, happens: [at('16:08', joins('Chloe', toHelp)), at('16:20', presses('Chloe', 'Take the chair')), at('16:22', presses('Chloe', 'Next phase'), told(/^Done/))],
      then: { says: [/^Chloe Diaz is now in the chair/, /^Summary/], summary: [/Chair: Chloe Diaz/] },
    },
    {
      number: 118, title: 'The answer to Join is chosen twice, with and without a problem: the last choice counts, one place each',
      who: two, happens: [at('16:08', joins('Chloe', toHelp)), at('16:09', presses('Chloe', 'Join'))],
      then: { ends: '16:36', attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 119, title: 'Somebody joins with a problem and leaves again before their turn: carried over, the end comes back',
      who: two, happens: [at('16:08', joins('Chloe', withProblem)), at('16:20', leaves('Chloe')), sees('Agenda', /Chloe Diaz · carried over[^]*Ends at 16:36/)],
      then: { ends: '16:36', turns: whole, carriedOver: 'Chloe', attended: 'Aisha, Ben, Chloe' },
    },
  ],
};
