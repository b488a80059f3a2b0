// Meetings: their start and end where Teams tells of them, never needed; a community that goes on in a new chat
// (product.md 2).

import { expect } from '@jest/globals';
import type { Chat } from '../../support/person.ts';
import { group } from '../../support/service.ts';
import type { Stage } from '../stage.ts';
import type { Step, Theme } from '../situation.ts';
import { at, daysLater, passes, presses, says, saysAlone, sees, seesNo, there, told } from '../steps.ts';

const lobby = "Before we start: who's here?";
const owner = "I'm in, with a problem";
const meeting: Chat = { id: '19:meeting_heads@thread.v2', type: 'groupChat', name: 'Heads, weekly' };
const fresh: Chat = { id: '19:meeting_heads_spring@thread.v2', type: 'groupChat', name: 'Heads, spring' };
const planned = { nextDate: '2026-12-03', nextTime: '16:00', zone: 'Europe/London' };

/** The event that Teams sends when the call of the meeting starts or ends. */
const call = (is: 'Start' | 'End', by = 'Aisha'): Step => async (stage) => {
  const instant = new Date(stage.at('16:00')).toISOString();
  const value = { MeetingType: 'Recurring', Title: 'Heads', Id: 'bWVldGluZw==', JoinUrl: 'https://teams.microsoft.com/l/x', [`${is}Time`]: instant };
  const activity = stage.person(by).activity(stage.chat, { type: 'event', name: `application/vnd.microsoft.meeting${is}`, value });
  await stage.does(by, `is told by Teams that the call ${is === 'Start' ? 'starts' : 'ends'}`, { typed: null, send: () => stage.person(by).send(activity) });
  await stage.service.pass(2_000);
};
const postsOf = (stage: Stage, title: string): number => stage.service.posts(stage.chat).filter(({ lines }) => lines[0] === title).length;
const plans: readonly Step[] = [says('Aisha', 'set up'), presses('Aisha', 'Save', planned), passes({ s: 2 })];
const held: readonly Step[] = [at('16:16', presses('Aisha', 'Save my next action', { action: 'Low-stakes quizzes', due: '2026-12-10' })), at('16:55')];

export const meetings: Theme = {
  name: 'Meetings and new chats',
  situations: [
    {
      number: 190, title: 'The call of a planned meeting begins: the lobby opens by itself, once, however often Teams says so',
      who: { chat: meeting },
      happens: [
        ...plans, at('15:58', call('Start'), call('Start', 'Ben')), sees(lobby, /Planned: 16:00/),
        async (stage) => { expect(postsOf(stage, lobby)).toBe(1); },
        presses('Ben', owner), at('16:00', presses('Ben', 'Start session')),
      ],
      then: { ends: '16:23', turns: ['16:05 Ben'] },
    },
    { number: 191, title: 'A call begins in a chat that planned nothing: nothing is said', who: { chat: meeting }, happens: [call('Start'), passes({ min: 5 }), seesNo(lobby)] },
    {
      number: 192, title: 'The call begins after somebody typed start: no second lobby', who: { owners: 'Aisha', chat: meeting, settings: planned, startsAt: null },
      happens: [at('15:59', call('Start')), async (stage) => { expect(postsOf(stage, lobby)).toBe(1); }, at('16:00', presses('Aisha', 'Start session'))],
      then: { ends: '16:23' },
    },
    {
      number: 193, title: 'The call ends in the Close: the session ends with it, and the summary comes', who: { owners: 'Aisha, Ben', chat: meeting },
      happens: [at('16:33', call('End'))], then: { summary: [/Next chair: Ben Cole/], attended: 'Aisha, Ben', carriedOver: '' },
    },
    {
      number: 194, title: 'The call ends in the middle: one line to the chair, once, and the session runs on to its end', who: { owners: 'Aisha, Ben', chat: meeting },
      happens: [at('16:10', call('End'), call('End', 'Ben'))],
      then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Ben'], says: [/^The call has ended[^]*<at>Aisha Khan<\/at>/, /^Summary/], never: [/The call has ended[^]*The call has ended/] },
    },
    {
      number: 195, title: 'The call ends before anybody started: the lobby waits', who: { owners: 'Aisha', chat: meeting, startsAt: null },
      happens: [call('End'), sees(lobby, /1 · Aisha Khan/), at('16:00', presses('Aisha', 'Start session'))], then: { ends: '16:23' },
    },
    {
      number: 196, title: 'An event nobody knows, and one without a person, change nothing', who: { owners: 'Aisha', chat: meeting },
      happens: [at('16:08', async (stage) => {
        const { from: _, ...unknown } = stage.person('Aisha').activity(stage.chat, { type: 'event', name: 'application/vnd.microsoft.meetingParticipantJoin', value: {} });
        expect((await stage.person('Aisha').send(unknown)).status).toBeLessThan(500);
      })],
      then: { ends: '16:23' },
    },
    {
      number: 197, title: 'A community goes on in a new chat: rota, actions due and settings come along, the old chat is told, and keeps working',
      who: { owners: 'Aisha, Ben', chat: group },
      happens: [
        ...held,
        there(fresh,
          says('Ben', 'set up'), told(/Continue/), presses('Ben', 'Save', { continues: group.id }), passes({ s: 3 }),
          daysLater(7, '15:55'), says('Aisha', 'start'), presses('Aisha', owner), presses('Ben', owner), sees(lobby, /Chair: Ben Cole/),
          at('16:00', presses('Aisha', 'Start session')), passes({ s: 3 }), sees('Actions due', /Aisha Khan: Low-stakes quizzes/), at('17:00')),
      ],
      then: { says: [/goes on in the chat “Heads, spring”: Ben Cole/], ends: '16:36' },
    },
    {
      number: 198, title: 'Somebody who never belonged to it is offered nothing, and cannot forge it', who: { owners: 'Aisha, Ben', chat: group },
      happens: [...held, there(fresh, says('Zoe', 'set up'), async (stage) => { expect(stage.service.last(fresh).join()).not.toMatch(/Continue/); }, presses('Zoe', 'Save', { continues: group.id }), told(/only those who took part|Only those who took part/))],
      then: { never: [/goes on in/] },
    },
    {
      number: 199, title: 'History in the new chat: its own sessions, then those of the old, to members of both alone', who: { owners: 'Aisha, Ben', chat: group },
      happens: [
        ...held,
        there(fresh,
          says('Ben', 'set up'), presses('Ben', 'Save', { continues: group.id }), daysLater(7, '16:00'), says('Ben', 'start'), presses('Ben', owner), presses('Chloe', "I'm in, to help others"),
          presses('Ben', 'Start session'), passes({ min: 30 })),
        saysAlone('Chloe', 'history'), async (stage) => { const seen = stage.service.last(stage.person('Chloe').privateChat).join('\n'); expect(seen).toContain('10 December'); expect(seen).not.toMatch(/Thursday 3 December/); },
      ],
    },
    {
      number: 210, title: 'The call ends while two groups run: each is told once in its own name, and both go on',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve, Finn, Grace', chat: meeting }, happens: [at('16:10', call('End'), call('End', 'Ben'))],
      then: { says: [/^Group 1 of 2[^]*call has ended[^]*<at>Aisha/, /^Group 2 of 2[^]*call has ended[^]*<at>Ben/] },
    },
    {
      number: 211, title: 'The call ends when one group is in its Close and the other is not: the one ends, the other is told',
      who: { owners: 'Aisha, Ben, Chloe, Dev, Eve, Finn, Grace', chat: meeting }, happens: [at('16:46', call('End'))],
      then: { says: [/^Group 1 of 2[^]*call has ended[^]*<at>Aisha/, /^Summary\nGroup 2 of 2/, /^Action step\nGroup 1 of 2/, /^Summary\nGroup 1 of 2/], never: [/^Group 2 of 2[^]*call has ended/] },
    },
  ],
};
