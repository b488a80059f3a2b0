// Communities side by side and from week to week (product.md 2): the same people in two, a recurring meeting, guests.

import type { Chat } from '../../support/person.ts';
import { channel, group } from '../../support/service.ts';
import type { Step, Theme } from '../situation.ts';
import { at, daysLater, passes, presses, says, saysAlone, sees, there, told } from '../steps.ts';

const owner = "I'm in, with a problem";
const lobby = "Before we start: who's here?";
const second: Chat = { id: '19:second@thread.tacv2;messageid=1700000000001', type: 'channel', name: 'Primary leads' };
const all = (...steps: readonly Step[]): Step => async (stage) => { for (const step of steps) await step(stage); };
const opens = (...names: readonly string[]): Step => all(says(names[0] ?? '', 'start'), ...names.map((name) => presses(name, owner)), passes({ s: 3 }));

export const communities: Theme = {
  name: 'Communities, weeks and guests',
  situations: [
    {
      number: 70, title: 'Two communities with the same people run at once: a press in one changes nothing in the other',
      who: { owners: 'Aisha, Ben' },
      happens: [
        there(second, opens('Aisha', 'Ben'), presses('Aisha', 'Start session'), passes({ s: 3 })),
        at('16:06', presses('Aisha', 'Next phase')), at('16:10', there(second, presses('Ben', 'Add note', { note: 'Said among the primary leads' }), presses('Ben', 'Pause'))),
        at('16:11', sees('Look deeper', /Ends at/), there(second, presses('Aisha', 'Resume'), passes({ s: 3 }), sees('Agenda', /Ends at 16:36/))),
      ],
      then: { ends: '16:35', never: [/primary leads/, /Paused/] },
    },
    {
      number: 71, title: 'In the 1:1 chat somebody in two communities is asked which, and the note goes to the one chosen',
      who: { owners: 'Aisha, Ben' },
      happens: [
        there(second, opens('Aisha'), presses('Aisha', 'Start session'), passes({ s: 3 })),
        at('16:08', saysAlone('Aisha', 'note Only for the heads'), async (stage) => {
          const chat = stage.person('Aisha').privateChat;
          await there(chat, told(/Which community\?/), presses('Aisha', 'Go on', { community: channel.id.split(';')[0] ?? '' }))(stage);
        }),
      ],
      then: { summary: [/Only for the heads/], ends: '16:36' },
    },
    {
      number: 72, title: 'A recurring meeting in one chat: three weeks, the chair goes round, who waited longest goes first',
      who: { owners: 'Aisha, Ben, Chloe', chat: group },
      happens: [
        at('16:20', says('Aisha', 'end'), says('Aisha', 'end'), passes({ s: 5 })),
        daysLater(7, '15:55'), opens('Aisha', 'Ben', 'Chloe'), sees(lobby, /1 · Chloe Diaz[^]*2 · Aisha Khan[^]*3 · Ben Cole[^]*Chair: Ben Cole/),
        at('16:00', presses('Chloe', 'Start session'), passes({ s: 3 })), at('16:50'),
        daysLater(7, '15:55'), opens('Aisha', 'Ben', 'Chloe'), sees(lobby, /Chair: Chloe Diaz/), at('16:00', presses('Chloe', 'Start session'), passes({ s: 3 })),
      ],
      then: { ends: '16:49', says: [/^Summary/, /^Agenda\nChair: Ben Cole/, /^Summary/, /^Agenda\nChair: Chloe Diaz/] },
    },
    {
      number: 73, title: 'History of three weeks in one chat lists them newest first; another chat of the same people lists none of them',
      who: { owners: 'Aisha', chat: group },
      happens: [
        at('16:30'), daysLater(7, '16:00'), opens('Aisha'), presses('Aisha', 'Start session'), passes({ min: 25 }),
        says('Aisha', 'history'), told(/Thursday 10 December[^]*Thursday 3 December/), there(channel, says('Aisha', 'history'), told(/None yet/)),
      ],
    },
    {
      number: 74, title: 'A guest on the telephone is entered with a problem: the chair writes for them, nobody mentions them',
      who: { owners: 'Aisha', helpers: 'Ben', startsAt: null },
      happens: [
        says('Aisha', 'here Jo with a problem'), sees(lobby, /2 · Jo/), at('16:00', presses('Aisha', 'Start session')),
        at('16:28', presses('Aisha', 'Save my next action', { action: 'Jo rings the parents' }), told(/^Next action saved for Jo/)),
      ],
      then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Jo'], summary: [/2 · Jo[^]*Jo rings the parents/], attended: 'Aisha, Ben, Jo', never: [/<at>Jo/] },
    },
    {
      number: 75, title: 'A guest presses: told once that they cannot, and how the chair gives them a place',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [
        async (stage) => {
          const guest = stage.service.person('Gus', { id: null });
          const answered = await guest.presses(stage.chat, { title: owner });
          if (!JSON.stringify(answered.body).includes('Guests can read along')) throw new Error('the guest was not told');
          await stage.service.pass(1_000);
        },
        sees(lobby, /2 · Ben Cole/), at('16:00', presses('Aisha', 'Start session')),
      ],
      then: { ends: '16:36', attended: 'Aisha, Ben', never: [/Gus/] },
    },
    {
      number: 76, title: 'A guest has the first turn and nobody else a problem: the session is theirs',
      who: { helpers: 'Aisha, Ben', startsAt: null },
      happens: [says('Aisha', 'here Jo with a problem'), at('16:00', presses('Aisha', 'Start session'))],
      then: { ends: '16:23', turns: ['16:05 Jo'], attended: 'Aisha, Ben, Jo' },
    },
    {
      number: 77, title: 'Somebody marked absent in the lobby has no turn and is asked for nothing',
      who: { owners: 'Aisha, Ben', startsAt: null },
      happens: [says('Aisha', 'absent Ben'), async (stage) => stage.goesAway('Ben'), at('16:00', presses('Aisha', 'Start session'))],
      then: { ends: '16:23', turns: ['16:05 Aisha'], attended: 'Aisha' },
    },
    {
      number: 78, title: 'Two tenants in chats of their own at once: nothing of one is seen in the other',
      who: { owners: 'Aisha, Ben', ready: 'Aisha' },
      happens: [
        async (stage) => {
          const [umar] = ['Umar Vance'].map((name) => stage.service.person(name, { tenant: 'bbbbbbbb-0000-0000-0000-00000000000b' }));
          await umar?.says(second, 'start');
          await umar?.presses(second, { title: owner });
        },
        at('16:10', there(second, sees(lobby, /Umar Vance/))),
      ],
      then: { never: [/Umar/], ends: '16:36' },
    },
  ],
};
