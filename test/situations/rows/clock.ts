// The clock: next phase, one minute more, pauses, an end by hand, a session that is left lying (domain.md 1.4).

import type { Theme } from '../situation.ts';
import { at, noButton, passes, presses, says, sees, told } from '../steps.ts';

export const clock: Theme = {
  name: 'The clock',
  situations: [
    {
      number: 40, title: 'Next phase early: all that follows comes forward, and the cards say the earlier end',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:06', presses('Aisha', 'Next phase')), sees('Agenda', /16:17 · Ben Cole[^]*Ends at 16:35/), sees('Clarify', /session ends at 16:35/)],
      then: { ends: '16:35', turns: ['16:05 Aisha', '16:17 Ben'] },
    },
    {
      number: 41, title: 'The chair skips through a whole turn by Next phase: each phase is still announced',
      who: { owners: 'Aisha, Ben' },
      happens: [1, 2, 3, 4, 5, 6].map((n) => at(`16:05:${n}0`, says('Aisha', 'next'))),
      then: { ends: '16:24', turns: ['16:05 Aisha', '16:06 Ben'] },
    },
    {
      number: 42, title: 'Next phase pressed twice at once by two people moves on once',
      who: { owners: 'Ben, Chloe', helpers: 'Aisha' },
      happens: [at('16:06', async (stage) => {
        const first = stage.person('Aisha').pressing(stage.chat, { title: 'Next phase' });
        await Promise.all([stage.person('Aisha').send(first), stage.person('Aisha').send({ ...(first as object), id: 'again' })]);
      }), sees('Clarify', /Ends at 16:08/)],
      then: { ends: '16:35' },
    },
    {
      number: 43, title: 'One minute more: the later phases of the turn pay, the session ends on time',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:06', presses('Aisha', 'One minute more')), at('16:08:30', sees('Clarify', /session ends at 16:36/))],
      then: { ends: '16:36', turns: ['16:05 Aisha', '16:18 Ben'], says: [/^Look deeper/, /^Summary/] },
    },
    {
      number: 44, title: 'One minute more until nothing is left: the end it would mean is named first, and only then moves',
      who: { owners: 'Aisha' },
      happens: [
        at('16:05:30', ...Array.from({ length: 6 }, () => says('Aisha', 'more time')), sees('Agenda', /Ends at 16:23/), says('Aisha', 'more time')),
        told(/No later phase can give a minute[^]*ends at 16:24/), sees('Introduce the problem', /session ends at 16:23/),
        says('Aisha', 'more time'), sees('Agenda', /Ends at 16:24/),
      ],
      then: { ends: '16:24' },
    },
    {
      number: 45, title: 'One minute more in the Close moves the end at the second press, and it is told before the old end has passed',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:35', presses('Aisha', 'One minute more'), told(/ends at 16:37/)), at('16:35:30', presses('Aisha', 'One minute more')), sees('Close', /session ends at 16:37/)],
      then: { ends: '16:37' },
    },
    {
      number: 46, title: 'A pause that ends at the planned time: later phases pay for it',
      who: { owners: 'Aisha, Ben', helpers: 'Chloe' },
      happens: [
        at('16:10', presses('Chloe', 'Pause')), sees('Paused', /Chloe Diaz paused the session/), noButton('Next phase'),
        at('16:12', presses('Chloe', 'Resume'), told(/^Only the chair, Aisha Khan/)), at('16:13', presses('Aisha', 'Resume')), sees('Agenda', /Ends at 16:36/),
      ],
      then: { ends: '16:36', says: [/^Paused/, /^Action step/] },
    },
    {
      number: 47, title: 'A pause so long that the later phases cannot pay: a line says when it ends now',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', says('Ben', 'pause')), at('16:40', presses('Aisha', 'Resume')), told(/now ends at 1[67]:\d\d|^Done/)],
      then: { says: [/^Paused/, /The session now ends at/, /^Summary/] },
    },
    {
      number: 48, title: 'Resumed later: the end moves by the length of the pause',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', presses('Ben', 'Pause')), at('16:14', presses('Aisha', 'Resume', { finish: 'later' })), sees('Agenda', /Ends at 16:40/)],
      then: { ends: '16:40' },
    },
    {
      number: 49, title: 'Notes and actions are written while the session is paused, and none is lost',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:10', presses('Ben', 'Pause'), presses('Ben', 'Add note', { note: 'Written in the pause' }), says('Aisha', 'action Ask again')),
        at('16:12', presses('Aisha', 'Resume')),
      ],
      then: { summary: [/Written in the pause/, /Ask again/] },
    },
    {
      number: 50, title: 'A pause in the opening and one in the Close: the end holds or is told',
      who: { owners: 'Aisha, Ben' },
      happens: [
        at('16:02', presses('Ben', 'Pause')), at('16:03', presses('Aisha', 'Resume')), at('16:33', presses('Ben', 'Pause')), at('16:35', presses('Aisha', 'Resume')),
      ],
      then: { says: [/^Paused/, /^Close/, /^Paused/, /now ends at 16:38/, /^Summary/], ends: '16:38' },
    },
    {
      number: 51, title: 'A pause that nobody ends: said to be open after 15 minutes, ended after 60',
      who: { owners: 'Aisha, Ben' },
      happens: [at('16:10', presses('Ben', 'Pause')), at('16:52', passes({ s: 1 }))],
      then: { ends: '17:36', says: [/^Paused/, /<at>Aisha Khan<\/at>: this session is still open[^]*17:36/, /^Summary/], carriedOver: 'Ben' },
    },
    {
      number: 52, title: 'Ended early: asked once more, thought better of, then ended; the turn not held is carried over',
      who: { owners: 'Aisha, Ben', ready: 'Ben' },
      happens: [
        at('16:02', presses('Ben', 'End session'), told(/^Only the chair, Aisha Khan/), presses('Aisha', 'End session'), sees('End the session?', /Aisha Khan pressed End session/)),
        presses('Aisha', 'Carry on'), at('16:09:30', says('Aisha', 'end')), passes({ s: 3 }), presses('Aisha', 'End session'),
      ],
      then: { ends: '16:09:33', summary: [/2 · Ben Cole[^]*Carried over/], carriedOver: 'Ben' },
    },
  ],
};
