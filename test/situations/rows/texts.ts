// What people write: notes, actions and requests, early, late and after the end (product.md 4.3, domain.md 1.6).

import { group } from '../../support/service.ts';
import type { Theme } from '../situation.ts';
import { at, daysLater, passes, presses, says, saysAlone, sees, there, told } from '../steps.ts';
import type { Step } from '../situation.ts';

/** Keeps what would be pressed now, to send it when its card is long out of date. */
const kept = new Map<string, unknown>();
const keeps = (name: string, title: string, inputs: Readonly<Record<string, string>>): Step => async (stage) => {
  kept.set(title, stage.person(name).pressing(stage.chat, { title, inputs }));
};
const sends = (name: string, title: string, typed: string | null): Step => async (stage) => {
  await stage.does(name, `presses the old ${title}`, { typed, send: () => stage.person(name).send(kept.get(title)) });
};

export const texts: Theme = {
  name: 'What people write',
  situations: [
    {
      number: 60, title: 'Everybody writes in every part of the session: all of it stands in the record, the summary shows what fits',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe', ready: 'Aisha' },
      happens: [
        presses('Chloe', 'Add note', { note: 'Reading is up' }),
        at('16:08', presses('Ben', 'Add note', { note: 'Is it all classes?' }), presses('Chloe', 'Add note', { note: 'Since when?' })),
        at('16:11', says('Chloe', 'note Ask the head of maths')),
        at('16:15:30', presses('Aisha', 'Save my next action', { action: 'Low-stakes quizzes', due: '2026-12-10' })),
        at('16:17:30', says('Ben', 'note We all forget')), at('16:32', presses('Ben', 'Add request for help', { request: 'A quiz bank?' })),
      ],
      then: { ends: '16:36', summary: [/Reading is up[^]*We all forget|We all forget[^]*Reading is up/, /Is it all classes\?/, /and 1 more note/, /Low-stakes quizzes/, /A quiz bank\?/] },
    },
    {
      number: 61, title: 'A note on the card of a turn that is over still goes to that turn',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', keeps('Ben', 'Add note', { note: 'Thought of it late' })), at('16:25', sends('Ben', 'Add note', 'Thought of it late'), told(/Note saved/))],
      then: { summary: [/1 · Aisha Khan[^]*Thought of it late[^]*2 · Ben Cole|Thought of it late/] },
    },
    {
      number: 62, title: 'An action saved the day after is told to the group; one a day and an hour after is refused in words',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:20', keeps('Ben', 'Save my next action', { action: 'Ring the parents' })), at('16:40'),
        daysLater(1, '16:30'), sends('Ben', 'Save my next action', 'Ring the parents'), told(/^Next action saved for Ben Cole/), sees('Summary', /Ring the parents/),
        at('17:40', presses('Ben', 'Save my next action', { action: 'Too late' }), told(/until 24 hours after/)),
      ],
      then: { ends: '16:36' },
    },
    {
      number: 63, title: 'The same press twice is one note; a different text is another',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', keeps('Ben', 'Add note', { note: 'Only once' }), sends('Ben', 'Add note', 'Only once'), sends('Ben', 'Add note', 'Only once'), presses('Ben', 'Add note', { note: 'And this' }))],
      then: { summary: [/Only once[^]*And this/], never: [/Only once[^]*Only once/] },
    },
    {
      number: 64, title: 'Empty and far too long texts are refused in words, and nothing else is lost by it',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:10', presses('Ben', 'Add note', { note: '  ' }), told(/Nothing was saved: the note is empty/), presses('Ben', 'Add note', { note: 'x'.repeat(2001) }), told(/2001 characters/)),
        presses('Ben', 'Add note', { note: 'A short one' }), told(/Note saved/),
      ],
      then: { summary: [/A short one/], ends: '16:36' },
    },
    {
      number: 65, title: 'A note typed after the end is refused and says where to look; a note before any session too',
      who: { owners: 'Aisha', startsAt: null },
      happens: [
        says('Aisha', 'note Too early'), told(/has not started yet/), at('16:00', presses('Aisha', 'Start session')),
        at('16:30', says('Aisha', 'note Too late'), told(/no session here now|session is over/)),
      ],
      then: { ends: '16:23' },
    },
    {
      number: 66, title: 'A helper cannot write an owner’s action, and is told who can',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [at('16:20', presses('Chloe', 'Save my next action', { action: 'Not mine' }), told(/Only Ben Cole or Aisha Khan can write/))],
      then: { summary: [/2 · Ben Cole[^]*No next action was saved/] },
    },
    {
      number: 67, title: 'Names, tags and Markdown in what people write are only text, on cards and in the record',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', says('Ben', 'note <at>Aisha Khan</at> **look** [here](https://example.org)'))],
      then: { ends: '16:36' },
    },
    {
      number: 68, title: 'A write-up submitted in the middle of the session is shown before its turn, and no minute changes',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:10', saysAlone('Ben', 'problem'), async (stage) => there(stage.person('Ben').privateChat, presses('Ben', 'Submit problem', { problem: 'Pupils forget', evidence: 'Tests' }))(stage)),
        sees('Agenda', /Ben Cole · write-up ready[^]*Ends at 16:36/),
      ],
      then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Ben'], says: [/^Write-ups[^]*Pupils forget/, /^Turn 2 of 2[^]*Pupils forget/] },
    },
    {
      number: 69, title: 'An action of one week is due in the opening of the next session of the same chat',
      who: { owners: 'Aisha, Ben', chat: group },
      happens: [
        at('16:16', presses('Aisha', 'Save my next action', { action: 'Low-stakes quizzes', due: '2026-12-10' })), at('16:40'),
        daysLater(7, '15:55'), says('Aisha', 'start'), presses('Aisha', "I'm in, with a problem"), at('16:00', presses('Aisha', 'Start session')), passes({ s: 3 }),
        sees('Actions due', /Aisha Khan: Low-stakes quizzes/),
      ],
      then: { ends: '16:23' },
    },
  ],
};
