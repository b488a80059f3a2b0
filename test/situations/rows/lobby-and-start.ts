// Before the start and at it: who is in, who proposes to chair, what the agenda promises (product.md 4.1 and 4.2).

import type { Theme } from '../situation.ts';
import { at, noButton, passes, presses, says, saysAlone, sees, seesNo, told } from '../steps.ts';

const lobby = "Before we start: who's here?";
const owner = "I'm in, with a problem";
const helper = "I'm in, to help others";
const planned = { nextDate: '2026-12-03', nextTime: '16:00', zone: 'Europe/London' };

export const lobbyAndStart: Theme = {
  name: 'Lobby and start',
  situations: [
    {
      number: 1, title: 'Three problems and a helper: everything is said before the start, and the hour ends when the agenda says',
      who: { owners: 'Aisha, Ben, Chloe', helpers: 'Dev', ready: 'Ben', startsAt: null },
      happens: [
        sees(lobby, /1 · Aisha Khan · no write-up yet[^]*2 · Ben Cole · write-up ready[^]*3 · Chloe Diaz[^]*help others: Dev Patel[^]*Chair: Aisha Khan/),
        at('16:00', presses('Dev', 'Start session')),
        sees('Agenda', /Chair: Aisha Khan[^]*16:05 · Aisha Khan[^]*16:18 · Ben Cole · write-up ready[^]*16:31 · Chloe Diaz[^]*16:44 · Close[^]*Ends at 16:49/),
        sees('Write-ups', /Ben Cole[^]*The problem of Ben/),
        sees(lobby, /has started/), noButton('Start session'),
      ],
      then: { ends: '16:49', turns: ['16:05 Aisha', '16:18 Ben', '16:31 Chloe'], attended: 'Aisha, Ben, Chloe, Dev', carriedOver: '' },
    },
    {
      number: 2, title: 'One person alone is told so and has a whole turn',
      who: { owners: 'Aisha', startsAt: null },
      happens: [sees(lobby, /Only you so far/), at('16:00', presses('Aisha', 'Start session'))],
      then: { ends: '16:23', turns: ['16:05 Aisha'], attended: 'Aisha' },
    },
    {
      number: 3, title: 'Nobody brings a problem: Start on time and Close, with one prompt, and no card of a turn',
      who: { helpers: 'Aisha, Ben' },
      happens: [sees('Start on time', /Nobody brought a problem today/)],
      then: { ends: '16:10', phases: ['16:00 Start on time', '16:05 Close'], turns: [], never: [/^Write-ups/, /Listening only: all peers/] },
    },
    {
      number: 4, title: 'One problem owner among five helpers: one turn, then the Close',
      who: { owners: 'Aisha', helpers: 'Ben, Chloe, Dev, Eve, Finn' },
      happens: [at('16:10', says('Finn', 'note Ask the pupils'), told(/Note saved/))],
      then: { ends: '16:23', turns: ['16:05 Aisha'], summary: [/Ask the pupils/], attended: 'Aisha, Ben, Chloe, Dev, Eve, Finn' },
    },
    {
      number: 5, title: 'People change their minds in the lobby: out, in again goes last, a helper becomes an owner',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe', startsAt: null },
      happens: [
        presses('Aisha', "I'm out"), presses('Chloe', owner), presses('Aisha', owner), sees(lobby, /1 · Ben Cole[^]*2 · Chloe Diaz[^]*3 · Aisha Khan/),
        presses('Ben', helper), sees(lobby, /1 · Chloe Diaz[^]*2 · Aisha Khan[^]*help others: Ben Cole/),
        at('16:00', presses('Ben', 'Start session')),
      ],
      then: { ends: '16:36', turns: ['16:05 Chloe', '16:18 Aisha'] },
    },
    {
      number: 6, title: 'A stranger may neither start nor cancel, and is told who may; the opener cancels and nothing is posted after it',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [
        presses('Zoe', 'Start session'), told(/Only those who are in/), presses('Ben', 'Cancel this session'), told(/Only .*Aisha Khan.* can do that/),
        presses('Aisha', 'Cancel this session'), sees(lobby, /was cancelled/), noButton('Start session'), passes({ min: 60 }), seesNo('Agenda'),
      ],
    },
    {
      number: 7, title: 'Nobody starts the lobby: it closes by itself and leaves no session behind',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [passes({ min: 242 }), sees(lobby, /Nobody started this session/), seesNo('Agenda'), says('Ben', 'status'), told(/There is no session now/)],
    },
    {
      number: 8, title: 'A volunteer chairs, the birthday proposes otherwise, and the agenda names who it is',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe', startsAt: null },
      happens: [
        saysAlone('Ben', 'birthday 29 February'), sees(lobby, /Chair: Ben Cole \(earliest birthday in the year\)/),
        presses('Chloe', "I'll chair"), sees(lobby, /Chair: Chloe Diaz \(offered to chair\)/),
        at('16:00', presses('Aisha', 'Start session')), sees('Agenda', /Chair: Chloe Diaz/),
        at('16:06', presses('Ben', 'Next phase'), told(/Only the chair, Chloe Diaz/)),
      ],
      then: { ends: '16:36', summary: [/Chair: Chloe Diaz/] },
    },
    {
      number: 9, title: 'The order is changed before the start and again in the first turn; who had waited goes on waiting',
      who: { owners: 'Aisha, Ben, Chloe', startsAt: null },
      happens: [
        says('Aisha', 'order Chloe'), told(/Chloe Diaz, Aisha Khan and Ben Cole/), at('16:00', presses('Aisha', 'Start session')),
        at('16:10', says('Aisha', 'order Ben'), told(/The turns in order|turns in order/)), sees('Agenda', /16:18 · Ben Cole[^]*16:31 · Aisha Khan/),
      ],
      then: { ends: '16:49', turns: ['16:05 Chloe', '16:18 Ben', '16:31 Aisha'] },
    },
    {
      number: 10, title: 'A second start shows what is open instead of opening another',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [says('Ben', 'start'), told(/Where we are[^]*2 in, 2 problems/), at('16:00', presses('Ben', 'Start session')), at('16:20', says('Ben', 'start'), told(/Where we are[^]*Clarify/))],
      then: { ends: '16:36' },
    },
    {
      number: 11, title: 'A start four minutes late finishes on time: the turns give the minutes, the Close keeps its five',
      who: { owners: 'Aisha, Ben, Chloe, Dev', settings: planned, startsAt: '16:04' },
      happens: [sees('Agenda', /4 min shorter[^]*16:09 · Aisha Khan[^]*Ends at 17:00/)],
      then: { ends: '17:00', says: [/^Agenda/, /^Close/, /^Summary/] },
    },
    {
      number: 12, title: 'A late start with Run full length: the chair presses it, and the new end is told',
      who: { owners: 'Aisha, Ben, Chloe, Dev', settings: planned, startsAt: '16:04' },
      happens: [presses('Ben', 'Run full length'), told(/Only the chair, Aisha Khan/), presses('Aisha', 'Run full length'), sees('Agenda', /Ends at 17:04/)],
      then: { ends: '17:04' },
    },
    {
      number: 13, title: 'A start so late that the turns cannot give it all: the end that is told is the end',
      who: { owners: 'Aisha, Ben, Chloe, Dev', settings: planned, startsAt: '16:50' },
      happens: [],
    },
    {
      number: 14, title: 'Two owners use the whole hour, late as they are',
      who: { owners: 'Aisha, Ben', settings: planned, startsAt: '16:05' },
      happens: [presses('Aisha', 'Use the whole hour'), sees('Agenda', /Ends at 1[67]:\d\d/)],
    },
  ],
};
