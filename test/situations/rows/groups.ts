// Seven problems and more: groups side by side, each with its chair and its thread or its name on every card
// (product.md 4 "Groups").

import { expect } from '@jest/globals';
import { minutes, seconds } from '../../../src/core/time.ts';
import { group } from '../../support/service.ts';
import { groupsHeld, inGroup, pressesOf } from '../group-steps.ts';
import type { Theme } from '../situation.ts';
import { at, noButton, passes, presses, restarts, says, sees, seesNo, told } from '../steps.ts';

const lobby = "Before we start: who's here?";
const seven = 'Aisha, Ben, Chloe, Dev, Eve, Finn, Grace';
const thirteen = `${seven}, Hana, Idris, Jack, Kit, Lena, Milo`;

export const groups: Theme = {
  name: 'Groups',
  situations: [
    {
      number: 170, title: 'Seven problems in a channel: two groups of four and three, each in a thread of its own, none posted twice',
      who: { owners: seven },
      happens: [
        at('16:00:10', sees(lobby, /has started/)), at('16:10', inGroup(1, sees('Agenda', /Group 1 of 2[^]*Chair: Aisha Khan/)), inGroup(2, sees('Agenda', /Group 2 of 2/))),
        at('17:05', groupsHeld({ 'Group 1 of 2': 'Aisha, Chloe, Eve, Grace', 'Group 2 of 2': 'Ben, Dev, Finn' })),
      ],
    },
    {
      number: 171, title: 'The lobby lists the groups from the seventh problem on, with a hint at breakout rooms, and offers to stay together once',
      who: { owners: seven, helpers: 'Hana, Idris', startsAt: null },
      happens: [
        sees(lobby, /Group 1: [^]*Group 2: /), sees('7 problems: 2 groups', /breakout rooms/), presses('Aisha', "I'm out"), presses('Aisha', "I'm in, with a problem"), passes({ s: 3 }),
        async (stage) => { expect(stage.service.posts(stage.chat).filter(({ lines }) => lines[0]?.includes('problems: '))).toHaveLength(1); },
        at('16:00', presses('Aisha', 'Cancel this session')), noButton('Stay together'),
      ],
    },
    {
      number: 172, title: 'Stay together: the first six have a turn, the seventh helps and is carried over',
      who: { owners: seven, ready: 'Grace', startsAt: null },
      happens: [
        presses('Ben', 'Stay together'), told(/^Only /), presses('Aisha', 'Stay together'), sees('7 problems: staying together', /Grace Hall/),
        at('16:00', presses('Aisha', 'Start session')), sees('Agenda', /Grace Hall · carried over[^]*Ends at 17:00|Ends at 17:00/),
      ],
      then: { ends: '17:00', turns: ['16:05 Aisha', '16:13 Ben', '16:21 Chloe', '16:29 Dev', '16:37 Eve', '16:45 Finn'], carriedOver: 'Grace', attended: 'Aisha, Ben, Chloe, Dev, Eve, Finn, Grace' },
    },
    {
      number: 173, title: 'Stay together and back: two groups after all',
      who: { owners: seven, startsAt: null },
      happens: [
        presses('Aisha', 'Stay together'), passes({ s: 3 }), presses('Aisha', 'Split into groups'), sees(lobby, /Group 1: [^]*Group 2: /),
        at('16:00', presses('Aisha', 'Start session')), at('17:05', groupsHeld({ 'Group 1 of 2': 'Aisha, Chloe, Eve, Grace', 'Group 2 of 2': 'Ben, Dev, Finn' })),
      ],
    },
    {
      number: 174, title: 'Nine problems in a flat chat: five and four, every card and line names its group',
      who: { owners: `${seven}, Hana, Idris`, chat: group },
      happens: [
        at('17:10', groupsHeld({ 'Group 1 of 2': 'Aisha, Chloe, Eve, Grace, Idris', 'Group 2 of 2': 'Ben, Dev, Finn, Hana' })),
        async (stage) => {
          const unnamed = stage.service.posts(group).filter(({ at: postedAt, lines }) => postedAt >= stage.at('16:00') && !/Group \d of 2/.test(lines.join('\n')));
          expect(unnamed.map(({ lines }) => lines[0])).toEqual([]);
        },
      ],
    },
    {
      number: 175, title: 'Thirteen problems in a channel: three groups of five, four and four, all at their minutes',
      who: { owners: thirteen }, lateSeconds: 6,
      happens: [at('17:05', groupsHeld({ 'Group 1 of 3': 'Aisha, Dev, Grace, Jack, Milo', 'Group 2 of 3': 'Ben, Eve, Hana, Kit', 'Group 3 of 3': 'Chloe, Finn, Idris, Lena' }))],
    },
    {
      number: 176, title: 'Thirteen problems in a flat chat, two of them with helpers: punctual though all start at once',
      who: { owners: thirteen, chat: group }, lateSeconds: 8,
      happens: [at('17:05', groupsHeld({ 'Group 1 of 3': 'Aisha, Dev, Grace, Jack, Milo', 'Group 2 of 3': 'Ben, Eve, Hana, Kit', 'Group 3 of 3': 'Chloe, Finn, Idris, Lena' }))],
    },
    {
      number: 177, title: 'The chair of one group drives that group alone; in the other they are told who may',
      who: { owners: seven, chat: group },
      happens: [
        at('16:02', pressesOf(1, 'Aisha', 'Next phase', /Done/), pressesOf(2, 'Chloe', 'Next phase', /Only the chair, Ben Cole/), pressesOf(1, 'Ben', 'Next phase', /Only the chair, Aisha Khan/)),
      ],
    },
    {
      number: 178, title: 'Typed commands mean the sender’s own group, from wherever they are typed',
      who: { owners: seven, chat: group },
      happens: [
        at('16:06', says('Ben', 'note For the second group')), at('16:07', says('Grace', 'note For the first group')), at('16:08', says('Ben', 'status'), told(/Group 2 of 2[^]*Ben Cole|Ben Cole[^]*Group 2 of 2/)),
        at('16:09', says('Dev', 'pause')), passes({ s: 3 }),
        async (stage) => { expect(stage.service.posts(group).filter(({ lines }) => lines[0] === 'Paused').map(({ lines }) => /Group \d/.exec(lines.join())?.[0])).toEqual(['Group 2']); },
        at('16:10', says('Ben', 'resume')),
      ],
    },
    {
      number: 179, title: 'One group ends early: the other goes on to its end, and the chat is free only after both',
      who: { owners: seven, chat: group },
      happens: [
        at('16:20', says('Aisha', 'end'), says('Aisha', 'end')), passes({ s: 5 }), at('16:30', says('Dev', 'start'), told(/Where we are|Group 2/)),
        at('17:10', says('Dev', 'start'), told(/Before we start/)),
      ],
    },
    {
      number: 180, title: 'The service is stopped twice in a split session: every group goes on, each phase once',
      who: { owners: seven }, lateSeconds: 40,
      happens: [at('16:05:50', restarts(seconds(30))), at('16:29:50', restarts(seconds(30)))],
    },
    {
      number: 181, title: 'Stopped at the moment of the split: both groups begin on return',
      who: { owners: seven, startsAt: null }, lateSeconds: 40,
      happens: [at('16:00', presses('Aisha', 'Start session'), restarts(seconds(20))), at('17:10', groupsHeld({ 'Group 1 of 2': 'Aisha, Chloe, Eve, Grace', 'Group 2 of 2': 'Ben, Dev, Finn' }))],
    },
    {
      number: 182, title: 'Next week’s rota knows both groups: who had a turn waits, who chaired is not proposed again',
      who: { owners: seven, chat: group },
      happens: [
        at('17:10'), says('Aisha', 'start'), passes({ s: 2 }), ...['Aisha', 'Ben', 'Chloe'].map((name) => presses(name, "I'm in, with a problem")), passes({ s: 3 }),
        sees(lobby, /Chair: Chloe Diaz/), presses('Aisha', 'Cancel this session'),
      ],
    },
    {
      number: 183, title: 'Seven problems of which one is a guest’s: the guest’s group has somebody who can press',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve, Finn', startsAt: null },
      happens: [says('Aisha', 'here Jo with a problem'), passes({ s: 3 }), at('16:00', presses('Aisha', 'Start session')), at('17:10', groupsHeld({ 'Group 1 of 2': 'Aisha, Chloe, Eve, Jo', 'Group 2 of 2': 'Ben, Dev, Finn' }))],
    },
    {
      number: 184, title: 'A pause of one group moves nothing in the other, in a channel',
      who: { owners: seven },
      happens: [at('16:10', inGroup(2, presses('Dev', 'Pause'))), at('16:15', inGroup(2, presses('Ben', 'Resume', { finish: 'later' }))), inGroup(1, sees('Agenda', /Ends at 17:00/), seesNo('Paused'))],
    },
    {
      number: 225, title: 'Groups where the chairs move on: each at their own pace, each to its own end',
      who: { owners: seven, settings: { movesOn: 'chair', zone: 'Europe/London' } },
      happens: [
        at('16:06', inGroup(1, presses('Aisha', 'Next phase'))), at('16:08', inGroup(2, presses('Ben', 'Next phase'))), inGroup(1, sees('Introduce the problem', /Turn 1 of 4/)),
        at('16:10', inGroup(1, says('Aisha', 'end'), says('Aisha', 'end'))), at('16:12', inGroup(2, says('Ben', 'end'), says('Ben', 'end'))),
      ],
    },
    {
      number: 232, title: 'Seven people in a Troika: two groups, everyone is client once',
      who: { chat: group, startsAt: null }, lateSeconds: 6, 
      happens: [
        says('Aisha', 'start troika'), passes({ s: 2 }), ...seven.split(', ').map((name) => presses(name, "I'm in, to help others")), passes({ s: 2 }), at('16:00', presses('Aisha', 'Start session')),
        at('17:00', groupsHeld({ 'Group 1 of 2': 'Aisha, Chloe, Eve, Grace', 'Group 2 of 2': 'Ben, Dev, Finn' })),
      ],
    },
    {
      number: 235, title: 'The service is away for eight minutes in groups: each is paused, each chair resumes their own',
      who: { owners: seven }, lateSeconds: 600,
      happens: [at('16:08:30', restarts(minutes(8))), inGroup(1, presses('Aisha', 'Resume')), at('16:18', inGroup(2, presses('Ben', 'Resume')))],
    },
    {
      number: 185, title: 'Take the chair in one group: its own chair is asked, and the other chair is left in peace',
      who: { owners: seven },
      happens: [at('16:20', inGroup(2, presses('Finn', 'Take the chair'))), at('16:22', inGroup(2, presses('Finn', 'Next phase'), told(/Done/))), inGroup(1, sees('Agenda', /Chair: Aisha Khan/))],
    },
    {
      number: 186, title: 'A second start in a split meeting shows the groups and opens nothing',
      who: { owners: seven, chat: group }, happens: [at('16:10', says('Zoe', 'start'), told(/Group 1 of 2[^]*Group 2 of 2/)), async (stage) => { expect(stage.service.posts(group).filter(({ lines }) => lines[0] === lobby)).toHaveLength(1); }],
    },
    {
      number: 187, title: 'Seven problems and One minute more in the last phase of one group: its end moves, told; the other keeps its own',
      who: { owners: seven },
      happens: [at('16:45', inGroup(2, presses('Ben', 'One minute more'), passes({ s: 2 }), presses('Ben', 'One minute more'))), inGroup(2, sees('Agenda', /Ends at 16:50/)), inGroup(1, sees('Agenda', /Ends at 17:00/))],
    },
  ],
};
