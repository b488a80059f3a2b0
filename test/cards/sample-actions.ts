// Samples of the card that shows committed actions and asks what came of them.

import { sessionId } from '../../src/core/keys.ts';

const quiz = { ref: 's0a1b2/0', owner: 'Aisha Khan', text: 'Agree a five-minute quiz for all Year 4 maths lessons.', dueOn: '2026-12-19', outcome: null, line: '' } as const;
const visit = { ref: 's0a1b2/1', owner: 'Ben Okafor', text: 'Visit two lessons of every new teacher.', dueOn: '2026-12-17', outcome: 'partly', line: 'One teacher so far; it helped both of us.' } as const;
const guests = { ...quiz, ref: '', owner: 'Jo Price', text: 'Ring the parents.', outcome: 'not-yet' } as const;

const list = {
  card: 'actions', asked: 'list', community: '19:abc@thread.tacv2', communityName: null, session: null, isShared: true, asks: [visit, quiz], others: [], typed: null, saved: null,
} as const;
const own = { ...list, isShared: false, communityName: 'Northern leaders' } as const;
const opening = { ...list, asked: 'opening', session: sessionId('s1a2b3') } as const;

export const actionCards = {
  actions: {
    shared: list,
    sharedSeveral: { ...list, asks: [visit, quiz, { ...visit, ref: 's0a1b2/2', text: 'Ask the new teachers what helped.', outcome: null, line: '' }] },
    sharedNone: { ...list, asks: [] },
    own: { ...own, asks: [quiz], others: [visit, guests] },
    ownSaved: { ...own, asks: [{ ...quiz, outcome: 'not-yet' }], others: [], saved: 'not-yet' },
    ownNone: { ...own, asks: [], others: [visit], saved: 'done' },
    ownWhich: { ...own, asks: [quiz, { ...visit, owner: 'Aisha Khan' }], typed: { ref: '', line: 'Tried in "two" classes', error: 'which' } },
    tooLong: { ...own, asks: [quiz, visit], typed: { ref: quiz.ref, line: 'x'.repeat(2_001), error: 'too-long' } },
    opening,
    openingSeveral: { ...opening, asks: [visit, { ...quiz, owner: 'Ben Okafor' }] },
    openingOne: { ...opening, asks: [quiz], others: [guests] },
    openingOfGuests: { ...opening, asks: [], others: [guests] },
    due: { ...own, asked: 'due', asks: [quiz], communityName: null },
    dueSeveral: { ...own, asked: 'due', asks: [quiz, { ...visit, owner: 'Aisha Khan' }] },
  },
} as const;
