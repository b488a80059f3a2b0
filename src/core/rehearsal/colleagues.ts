// The pretend colleagues of a rehearsal, as data: three who bring example problems like those of the guidance
// (domain.md 1.5), one suitable and two not quite, in our own words. Not people: no mail, no mention, no place in a rota.

import { personId, type PersonId } from '../keys.ts';
import type { Birthday } from '../community/birthday.ts';
import { emptyWriteUp, type WriteUp } from '../problem/write-up.ts';
import type { Phase } from '../protocols/protocol.ts';
import type { Person } from '../session/session.ts';

export interface Colleague {
  readonly who: Person;
  readonly birthday: Birthday;
  readonly writeUp: WriteUp;
  readonly success: string;
  /** What they answer to a question about their problem. */
  readonly answer: string;
  readonly action: string;
}

const prefix = 'pretend:';
const pretend = (id: string, name: string): Person => ({ id: personId(`${prefix}${id}`), name, teamsId: null });
export const isPretend = (id: PersonId): boolean => id.startsWith(prefix);

export const colleagues: readonly Colleague[] = [
  {
    who: pretend('nadia', 'Nadia Shah'), birthday: { day: 2, month: 2 },
    writeUp: {
      ...emptyWriteUp, npqArea: 'leading-teaching', frameworkSection: 'How pupils learn',
      problem: 'Pupils forget what we have taught them, in mathematics more than anywhere.',
      evidence: 'Right answers in the lesson, blank faces three weeks later; the end-of-unit results say the same.',
      context: 'Everybody hurries to close gaps, and half of the mathematics team is new this year.',
      why: 'What does not last cannot be built on.',
      specific: 'yes', solvable: 'yes', controllable: 'yes',
    },
    success: 'Year 9 asked for a second quiz.', answer: 'It began with the new scheme of work; we have tried homework, with little effect.',
    action: 'Plan two weeks of spaced quizzes with the mathematics team.',
  },
  {
    who: pretend('owen', 'Owen Price'), birthday: { day: 14, month: 3 },
    writeUp: {
      ...emptyWriteUp, npqArea: 'senior-leadership',
      problem: 'We do not all assess in the same way.',
      evidence: 'The same piece of writing came back with three different marks.',
      context: 'Two year teams became one last summer.',
      why: 'Families cannot trust a mark that depends on the room.',
      specific: 'no', solvable: 'yes', controllable: 'yes',
    },
    success: 'Our first moderation meeting ended on time.', answer: 'Mostly in writing; each team kept its own mark scheme.',
    action: 'Bring one moderated sample to the next phase meeting.',
  },
  {
    who: pretend('priya', 'Priya Nair'), birthday: { day: 30, month: 6 },
    writeUp: {
      ...emptyWriteUp, npqArea: 'headship',
      problem: 'Good people in my team are in roles that do not suit them.',
      evidence: 'Three of five said so in their reviews.',
      context: 'A small school has few posts to move between.',
      why: 'If nothing moves, they will go.',
      specific: 'no', solvable: 'not sure', controllable: 'yes',
    },
    success: 'Everybody stayed for the whole training day.', answer: 'I have asked two of them; both would rather lead something small than nothing.',
    action: 'Ask each of the three which one change would help most.',
  },
];

/** What peers write down, by the way people talk in a phase. */
export const remarks: Readonly<Record<Phase['mode'], readonly string[]>> = {
  monologue: [],
  facts: ['When did this last happen?', 'What have you tried so far?', 'Whom does it touch most?'],
  probe: ['What would you see if it were solved?', 'What makes this matter to you just now?'],
  discuss: ['Perhaps we reward what is quick rather than what lasts.', 'I would begin with one team and one term.', 'What do colleagues themselves believe about it?'],
  silent: ['I noticed how often time was named, and how seldom people.'],
  round: ['One thing I would keep as it is.', 'One question I take away for my own school.'],
  feedback: ['Warm: the aim is clear from the first line.', 'Cool: who would notice if it were left out?'],
  debrief: ['It was easier to advise than to ask.', 'Each of us had half of the answer already.', 'We name time more often than people.', 'A smaller problem is one that somebody solves.'],
};

export const requestForHelp = 'Who can show me a short agenda for a moderation meeting?';
