// Leaving and coming back, in every phase, as helper, owner and chair (product.md 4 "Leaving", 4.4).

import { seconds } from '../../../src/core/time.ts';
import type { Theme } from '../situation.ts';
import { at, comesBackBy, goesOnWithout, leaves, noButton, passes, presses, restarts, says, sees, told } from '../steps.ts';

const three = { owners: 'Aisha, Ben, Chloe' };
const inOrder = ['16:05 Aisha', '16:18 Ben', '16:31 Chloe'];
const phasesOfBen = ['16:19', '16:21', '16:23', '16:27', '16:29'];
const names = ['Introduce', 'Clarify', 'Look deeper', 'Action step', 'Response'];

export const leaving: Theme = {
  name: 'Leaving and coming back',
  situations: [
    ...['16:02', '16:10', '16:34'].map((clock, index) => ({
      number: 120 + index, title: `A helper leaves at ${clock} (${['the opening', 'Look deeper', 'the Close'][index] ?? ''}): nothing changes, they attended all the same`,
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' }, happens: [at(clock, leaves('Chloe', index === 1 ? 'Aisha' : 'Chloe')), passes({ s: 3 })],
      then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Ben'], attended: 'Aisha, Ben, Chloe' },
    })),
    {
      number: 123, title: 'An owner leaves before their turn and comes back: it has moved to the end, and there it is held',
      who: three, happens: [at('16:10', leaves('Ben', 'Aisha')), sees('Agenda', /16:18 · Chloe Diaz[^]*16:31 · Ben Cole/), at('16:20', comesBackBy('Ben', says('Ben', 'here')))],
      then: { ends: '16:49', turns: ['16:05 Aisha', '16:18 Chloe', '16:31 Ben'], carriedOver: '' },
    },
    {
      number: 124, title: 'An owner leaves before their turn and stays away: moved to the end, then carried over, and no card asks for them',
      who: three, happens: [at('16:10', leaves('Ben', 'Aisha'))],
      then: { turns: ['16:05 Aisha', '16:18 Chloe'], ends: '16:36', carriedOver: 'Ben', attended: 'Aisha, Ben, Chloe', summary: [/Ben Cole[^]*Carried over/] },
    },
    {
      number: 125, title: 'The owner of the last turn leaves before it: there is no later place, so it is carried over',
      who: three, happens: [at('16:20', leaves('Chloe', 'Aisha')), passes({ s: 3 })], then: { turns: inOrder.slice(0, 2), ends: '16:36', carriedOver: 'Chloe' },
    },
    {
      number: 126, title: 'An owner is marked absent a second time: carried over at once, the agenda says so',
      who: three, happens: [at('16:10', leaves('Ben', 'Aisha')), at('16:20', comesBackBy('Ben', says('Ben', 'here'))), at('16:22', leaves('Ben', 'Aisha')), sees('Agenda', /Ben Cole · carried over/)],
      then: { turns: ['16:05 Aisha', '16:18 Chloe'], carriedOver: 'Ben' },
    },
    ...phasesOfBen.map((clock, index) => ({
      number: 127 + index, title: `An owner leaves in ${names[index] ?? ''} of their own turn and nobody decides: after 30 seconds the turn moves to the end`,
      who: three,
      happens: [at(clock, leaves('Ben', 'Aisha'), sees('Ben Cole is not here', /Ben Cole/)), passes({ s: 32 }), sees('Agenda', /Chloe Diaz[^]*Ben Cole/), at('16:31:20', comesBackBy('Ben', says('Ben', 'here')))],
      then: { says: [/^Turn 2 of/, /^Ben Cole is not here/, /^Turn \d of \d: <at>Chloe/, /^Turn \d of \d: <at>Ben/, /^Close/, /^Summary/] },
    })),
    {
      number: 133, title: 'Go on without: the turn of the owner who left goes on, nobody mentions them, and it counts as held',
      who: three, happens: [at('16:23', leaves('Ben', 'Aisha')), passes({ s: 3 }), presses('Aisha', 'Go on without'), told(/^Done/), goesOnWithout('Ben')],
      then: { turns: inOrder, ends: '16:49', carriedOver: '' },
    },
    {
      number: 134, title: 'Move to the end, chosen by the chair: the next turn begins at once',
      who: three, happens: [at('16:23', leaves('Ben', 'Aisha')), passes({ s: 3 }), presses('Chloe', 'Move to the end'), told(/^Only the chair, Aisha Khan/), presses('Aisha', 'Move to the end'), at('16:30', comesBackBy('Ben', says('Ben', 'here')))],
      then: { says: [/^Turn \d of \d: <at>Ben/, /^Ben Cole is not here/, /^Turn \d of \d: <at>Chloe/, /^Turn \d of \d: <at>Ben/, /^Summary/] },
    },
    {
      number: 135, title: 'Skip: the next turn begins at once, the problem is carried over',
      who: three, happens: [at('16:23', leaves('Ben', 'Aisha')), passes({ s: 3 }), presses('Aisha', 'Skip')],
      then: { says: [/^Turn 2 of 3: <at>Ben/, /^Ben Cole is not here/, /^Turn 3 of 3: <at>Chloe/, /^Summary/], summary: [/Ben Cole[^]*[Cc]arried over/] },
    },
    {
      number: 136, title: 'The owner comes back within the 30 seconds: the turn simply goes on',
      who: three, happens: [at('16:23', leaves('Ben', 'Aisha')), at('16:23:20', comesBackBy('Ben', presses('Ben', 'Add note', { note: 'My line was gone' }))), at('16:24', noButton('Skip'))],
      then: { turns: inOrder, ends: '16:49', summary: [/My line was gone/], carriedOver: '' },
    },
    {
      number: 137, title: 'The chair leaves in their own turn: the next in order chooses',
      who: three, happens: [at('16:08', leaves('Aisha')), passes({ s: 3 }), presses('Chloe', 'Skip'), told(/^Only the chair|Ben Cole/), presses('Ben', 'Skip'), told(/^Done/)],
      then: { says: [/^Aisha Khan is not here/, /^Turn 2 of 3: <at>Ben/, /^Summary/] },
    },
    {
      number: 138, title: 'The chair, a helper, leaves: a line asks who takes the chair, and it passes at once',
      who: { owners: 'Ben, Chloe', helpers: 'Aisha' },
      happens: [at('16:20', leaves('Aisha')), passes({ s: 3 }), presses('Chloe', 'Take the chair'), passes({ s: 3 }), presses('Chloe', 'Next phase'), told(/^Done/)],
      then: { says: [/[Tt]ake the chair/, /Chloe Diaz is now in the chair/, /^Summary/], summary: [/Chair: Chloe Diaz/] },
    },
    {
      number: 139, title: 'The chair leaves and nobody takes the chair: the clock leads to the end, nobody is made chair',
      who: { owners: 'Ben, Chloe', helpers: 'Aisha' }, happens: [at('16:20', leaves('Aisha'))],
      then: { ends: '16:36', turns: ['16:05 Ben', '16:18 Chloe'], never: [/is now in the chair/], attended: 'Ben, Chloe, Aisha' },
    },
    {
      number: 140, title: 'The chair leaves and comes back: still in the chair',
      who: { owners: 'Ben, Chloe', helpers: 'Aisha' }, happens: [at('16:20', leaves('Aisha')), at('16:24', comesBackBy('Aisha', says('Aisha', 'here'))), at('16:25', presses('Aisha', 'Next phase'), told(/^Done/))],
      then: { summary: [/Chair: Aisha Khan/] },
    },
    {
      number: 141, title: 'Everyone leaves: nothing is asked of anybody, and the summary comes',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' }, happens: [at('16:03', leaves('Chloe'), leaves('Ben'), leaves('Aisha')), passes({ s: 3 })],
      then: { says: [/^Summary/], turns: [], carriedOver: 'Ben, Aisha', attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 142, title: 'The only owner leaves in their turn and stays away: carried over, then the Close',
      who: { owners: 'Ben', helpers: 'Aisha' }, happens: [at('16:08', leaves('Ben', 'Aisha')), passes({ s: 35 })],
      then: { says: [/^Ben Cole is not here/, /^Close/, /^Summary/] },
    },
    {
      number: 143, title: 'A helper leaves and comes back by writing a note: they are here again, and the note is kept',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' }, happens: [at('16:08', leaves('Chloe')), at('16:20', comesBackBy('Chloe', says('Chloe', 'note Back again')))],
      then: { ends: '16:36', summary: [/Back again/], attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 144, title: 'An owner carried over comes back in time: as a new owner would, last',
      who: { owners: 'Aisha, Ben, Chloe' },
      happens: [at('16:10', leaves('Chloe', 'Aisha')), passes({ s: 3 }), at('16:15', comesBackBy('Chloe', presses('Chloe', 'Join')), told(/Chloe Diaz joins with a problem, and goes last/))],
      then: { turns: inOrder, carriedOver: '' },
    },
    {
      number: 145, title: 'What was written in a turn that was broken off stands in the record, once',
      who: three,
      happens: [
        at('16:23', presses('Aisha', 'Add note', { note: 'Before the line went' }), leaves('Ben', 'Aisha')), passes({ s: 35 }),
        at('16:30', comesBackBy('Ben', says('Ben', 'here'))), at('16:38', says('Aisha', 'note After the line was back')),
      ],
      then: { summary: [/Before the line went/, /After the line was back/], never: [/Before the line went[^]*Before the line went/] },
    },
    {
      number: 146, title: 'Somebody leaves while the session is paused, and the choice waits for the clock',
      who: three, happens: [at('16:23', presses('Chloe', 'Pause')), at('16:24', leaves('Ben', 'Aisha')), at('16:26', presses('Aisha', 'Resume', { finish: 'later' })), passes({ s: 35 }), at('16:40', comesBackBy('Ben', says('Ben', 'here')))],
      then: { says: [/^Paused/, /^Turn \d of \d: <at>Chloe/, /^Summary/] },
    },
    {
      number: 147, title: 'A helper cannot mark somebody else absent, and is told who can; a name nobody has is refused',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' }, happens: [at('16:20', says('Chloe', 'absent Ben'), told(/Only the chair, Aisha Khan/), says('Aisha', 'absent Zoe'), told(/cannot find anyone/))],
      then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Ben'] },
    },
    {
      number: 148, title: 'The service stops while the chair decides about an owner who left: one card, then it moves to the end',
      who: three, lateSeconds: 40, happens: [at('16:23', leaves('Ben', 'Aisha'), passes({ s: 3 }), restarts(seconds(20))), passes({ s: 30 }), sees('Agenda', /Chloe Diaz[^]*Ben Cole/)],
      then: { says: [/^Ben Cole is not here/, /^Turn \d of \d: <at>Chloe/, /^Summary/] },
    },
    {
      number: 149, title: 'The next chair is proposed among those who are here at the end',
      who: { owners: 'Aisha', helpers: 'Ben, Chloe' }, happens: [at('16:10', leaves('Ben'))], then: { ends: '16:23', summary: [/Next chair: Chloe Diaz/] },
    },
    {
      number: 150, title: 'An owner of five leaves for good: nobody waits for them, and the end is told anew or stays',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve' }, happens: [at('16:12', leaves('Ben', 'Aisha')), at('16:20', leaves('Eve'))],
      then: { says: [/^Turn \d of \d: <at>Chloe/, /^Turn \d of \d: <at>Dev/, /^Summary/], carriedOver: 'Ben, Eve' },
    },
    {
      number: 151, title: 'A guest is marked absent and comes back: the chair enters both',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [says('Aisha', 'here Jo'), at('16:00', presses('Aisha', 'Start session')), at('16:20', says('Aisha', 'absent Jo')), at('16:25', says('Aisha', 'here Jo')), passes({ s: 2 })],
      then: { ends: '16:36', attended: 'Aisha, Ben, Jo' },
    },
    {
      number: 152, title: 'An owner says absent after their own turn: nothing is left to move',
      who: { owners: 'Aisha, Ben' }, happens: [at('16:20', leaves('Aisha')), passes({ s: 3 })], then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Ben'], carriedOver: '', attended: 'Aisha, Ben' },
    },
    {
      number: 153, title: 'The chair presses Next phase instead of answering about the owner who left: the session goes on, nothing is asked twice',
      who: three, happens: [at('16:23', leaves('Ben', 'Aisha')), at('16:23:10', presses('Aisha', 'Next phase')), passes({ min: 1 })],
      then: { says: [/^Ben Cole is not here/, /^Summary/], attended: 'Aisha, Ben, Chloe' },
    },
    {
      number: 154, title: 'The chair ends the session while the choice about an owner is open: the card is closed with it',
      who: three, happens: [at('16:23', leaves('Ben', 'Aisha')), passes({ s: 5 }), says('Aisha', 'end'), says('Aisha', 'end'), passes({ s: 5 }), noButton('Skip')],
      then: { ends: '16:23:05', turns: inOrder.slice(0, 2) },
    },
    {
      number: 155, title: 'An owner leaves in the turn that had been moved already: carried over, not moved again',
      who: three, happens: [at('16:10', leaves('Ben', 'Aisha')), at('16:20', comesBackBy('Ben', says('Ben', 'here'))), at('16:34', leaves('Ben', 'Aisha')), passes({ s: 35 })],
      then: { turns: ['16:05 Aisha', '16:18 Chloe', '16:31 Ben'], says: [/^Ben Cole is not here/, /carried over/, /^Close/, /^Summary/] },
    },
    {
      number: 156, title: 'An old press on the card about an owner, when they are back, changes nothing and says so',
      who: three,
      happens: [
        at('16:23', leaves('Ben', 'Aisha')), passes({ s: 3 }),
        async (stage) => {
          const skip = stage.person('Aisha').pressing(stage.chat, { title: 'Skip' });
          await comesBackBy('Ben', says('Ben', 'here'))(stage);
          await stage.service.pass(seconds(3));
          await stage.does('Aisha', 'presses the old Skip', { typed: null, send: () => stage.person('Aisha').send(skip) });
        },
        told(/out of date/),
      ],
      then: { ends: '16:49', turns: inOrder, carriedOver: '' },
    },
    {
      number: 157, title: 'The order is changed while an owner is away: they keep their place in it until it comes',
      who: three, happens: [at('16:10', leaves('Chloe', 'Aisha')), at('16:11', comesBackBy('Chloe', says('Chloe', 'here'))), at('16:12', says('Aisha', 'order Chloe'))],
      then: { says: [/^Turn 1/, /^Summary/] },
    },
    {
      number: 158, title: 'Two owners leave at once before their turns and come back in time: every turn is held',
      who: { owners: 'Aisha, Ben, Chloe, Dev' },
      happens: [at('16:08', leaves('Ben', 'Aisha'), leaves('Chloe', 'Aisha')), at('16:15', comesBackBy('Ben', says('Ben', 'here')), comesBackBy('Chloe', says('Chloe', 'note Here again')))],
      then: { says: [/^Turn 2 of 4: <at>Dev/, /^Turn 3 of 4/, /^Turn 4 of 4/, /^Summary/], carriedOver: '' },
    },
    {
      number: 159, title: 'An owner leaves in Our reflections of their own turn: what the card says of it is what happens',
      who: three, happens: [at('16:30:10', leaves('Ben', 'Aisha')), passes({ s: 35 })],
      then: { never: [/moves to the end/], says: [/^Turn 3 of 3: <at>Chloe/, /^Summary/] },
    },
  ],
};
