// The chair: with a problem of their own, handing over, gone quiet, asked to go on (domain.md 1.3, product.md 4 "Moves").

import type { Theme } from '../situation.ts';
import { at, daysLater, presses, says, saysAlone, sees, told } from '../steps.ts';

const owner = "I'm in, with a problem";
const inBensTurn = '16:20:30';

export const chair: Theme = {
  name: 'The chair',
  situations: [
    {
      number: 30, title: 'The chair as problem owner: in their own turn the next in order drives, everybody else is told who may',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [
        at('16:05:30', presses('Chloe', 'Next phase'), told(/^Only the chair, Aisha Khan, or Ben Cole/), presses('Ben', 'Next phase'), told(/^Done/)),
        at('16:20', presses('Ben', 'Next phase'), told(/^Only the chair, Aisha Khan, can/), presses('Aisha', 'Next phase'), told(/^Done/)),
      ],
      then: { says: [/^Clarify/, /^Turn 2 of 2/, /^Clarify/, /^Summary/] },
    },
    {
      number: 31, title: 'The chair hands over in the middle: the new one drives, the old one no more, and the record names the new one',
      who: { owners: 'Ben, Chloe', helpers: 'Aisha' },
      happens: [
        at('16:10', says('Aisha', 'chair Chloe'), told(/Aisha Khan made Chloe Diaz the chair/), presses('Aisha', 'Next phase'), told(/^Only the chair, Chloe Diaz/)),
        at('16:12:30', presses('Chloe', 'Next phase'), told(/^Done/)),
      ],
      then: { says: [/Aisha Khan made Chloe Diaz the chair/, /^Action step/], summary: [/Chair: Chloe Diaz/] },
    },
    {
      number: 32, title: 'Take the chair from one who has gone quiet: mentioned at once, passes after a minute, said once',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [
        at(inBensTurn, presses('Chloe', 'Take the chair'), told(/^<at>Aisha Khan<\/at>: Chloe Diaz has asked to chair/)),
        at('16:21:20', presses('Chloe', 'Next phase'), told(/^Only the chair, Aisha Khan/)),
        at('16:21:40', presses('Chloe', 'Next phase'), told(/^Done/)),
      ],
      then: { says: [/has asked to chair/, /^Chloe Diaz is now in the chair/, /^Look deeper/, /^Summary/], summary: [/Chair: Chloe Diaz/] },
    },
    {
      number: 33, title: 'Take the chair, but the chair writes a note: they stay, and everybody is told',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [at(inBensTurn, presses('Chloe', 'Take the chair')), at('16:21', presses('Aisha', 'Add note', { note: 'Still here' })), at('16:22', presses('Chloe', 'Next phase'), told(/^Only the chair, Aisha Khan/))],
      then: { says: [/has asked to chair/, /^Aisha Khan stays in the chair/], never: [/is now in the chair/], summary: [/Still here/, /Chair: Aisha Khan/] },
    },
    {
      number: 34, title: 'Take the chair while the chair only writes in their own chat with the bot: they stay',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [at(inBensTurn, presses('Chloe', 'Take the chair')), at('16:21', saysAlone('Aisha', 'status'))],
      then: { says: [/^Aisha Khan stays in the chair/], ends: '16:36' },
    },
    {
      number: 35, title: 'Two people ask to chair at once: one request, the first has it',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe, Dev' },
      happens: [at(inBensTurn, presses('Chloe', 'Take the chair'), presses('Dev', 'Take the chair'))],
      then: { says: [/has asked to chair/, /^Chloe Diaz is now in the chair/], never: [/Dev Patel is now/] },
    },
    {
      number: 36, title: 'Nobody takes the chair and the chair says nothing: the clock leads the session to its end',
      who: { owners: 'Ben', helpers: 'Aisha' },
      happens: [],
      then: { ends: '16:23', never: [/chair\?/], summary: [/Chair: Aisha Khan/] },
    },
    {
      number: 37, title: 'Chair of the next meeting: appointed in the Close, then in the chair a week later',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [
        at('16:32', presses('Ben', 'Appoint', { nextChair: 'id-chloe-diaz' }), told(/^Only the chair/), presses('Aisha', 'Appoint', { nextChair: 'id-chloe-diaz' })),
        at('16:55'), daysLater(7, '15:55'), says('Ben', 'start'), presses('Ben', owner), presses('Chloe', owner),
        sees("Before we start: who's here?", /Chair: Chloe Diaz \(appointed at the last meeting\)/), at('16:00', presses('Ben', 'Start session')),
      ],
      then: { says: [/Next chair: Chloe Diaz/, /^Agenda\nChair: Chloe Diaz/], ends: '16:36' },
    },
    {
      number: 38, title: 'The appointed chair does not come: the next proposal chairs, and the agenda says in whose place',
      who: { owners: 'Aisha, Ben, Chloe' },
      happens: [
        at('16:46', presses('Aisha', 'Appoint', { nextChair: 'id-ben-cole' })),
        at('16:55'), daysLater(7, '15:55'), says('Aisha', 'start'), presses('Aisha', owner), presses('Chloe', owner), at('16:00', presses('Aisha', 'Start session')),
        sees('Agenda', /Chair: Chloe Diaz[^]*Ben Cole was proposed but is not in/),
      ],
      then: { ends: '16:36' },
    },
    {
      number: 39, title: 'A helper chairs who brought no problem, and writes down the action for an owner, who is told alone',
      who: { owners: 'Ben, Chloe', helpers: 'Aisha' },
      happens: [at('16:16', presses('Aisha', 'Save my next action', { action: 'Ask the head of maths' }), told(/^Next action saved for Ben Cole/))],
      then: { summary: [/Ask the head of maths/, /Chair: Aisha Khan/] },
    },
  ],
};
