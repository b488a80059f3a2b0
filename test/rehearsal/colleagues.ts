// Four pretend colleagues with the guidance's four example problems (domain.md 1.5), in our own words, and what each
// says in a meeting.

import type { WriteUp } from '../../src/core/problem/write-up.ts';
import { emptyWriteUp } from '../../src/core/problem/write-up.ts';

export interface Colleague {
  readonly name: string;
  readonly id: string;
  readonly birthday: string;
  readonly writeUp: WriteUp;
  readonly success: string;
  readonly action: string;
}

export const colleagues: readonly Colleague[] = [
  {
    name: 'Aisha Khan', id: 'a1c00000-0000-4000-8000-000000000001', birthday: '2 February',
    writeUp: {
      ...emptyWriteUp, npqArea: 'leading-teaching', frameworkSection: '3: how pupils learn',
      problem: 'Pupils forget what they are taught, most of all in mathematics.',
      evidence: 'They answer rightly in the lesson but not three weeks later; learning walks and end-of-unit results agree.',
      context: 'After the closures teachers hurry to fill gaps; several, the head of mathematics among them, are new.',
      why: 'Only learning that lasts lets knowledge build and gives every pupil the whole curriculum.',
      specific: 'yes', solvable: 'yes', controllable: 'yes',
    },
    success: 'Year 9 asked for more retrieval quizzes.', action: 'Plan two weeks of spaced retrieval with the mathematics team.',
  },
  {
    name: 'Ben Cole', id: 'a1c00000-0000-4000-8000-000000000002', birthday: '14 March',
    writeUp: {
      ...emptyWriteUp, npqArea: 'senior-leadership',
      problem: 'Practice in assessment differs from class to class.',
      evidence: 'Moderation gave the same piece of work three different marks.',
      context: 'Two of our year teams merged last summer.', why: 'Parents and pupils cannot trust what they are told.',
      specific: 'no', solvable: 'yes', controllable: 'yes',
    },
    success: 'The first moderation meeting ended on time.', action: 'Bring one moderated sample to the next phase meeting.',
  },
  {
    name: 'Chloe Diaz', id: 'a1c00000-0000-4000-8000-000000000003', birthday: '30 June',
    writeUp: {
      ...emptyWriteUp, npqArea: 'headship',
      problem: 'The people in my team are not in the roles that suit them best.',
      evidence: 'Three of five told me so in their reviews.', context: 'A small school with few posts to move between.', why: 'Good people leave.',
      specific: 'no', solvable: 'not sure', controllable: 'yes',
    },
    success: 'Everybody came to the training day.', action: 'Ask each of the three what one change would help most.',
  },
  {
    name: 'Dev Patel', id: 'a1c00000-0000-4000-8000-000000000004', birthday: '5 November',
    writeUp: {
      ...emptyWriteUp, npqArea: 'executive-leadership',
      problem: 'School funding is not enough.',
      evidence: 'The three-year forecast shows a gap.', context: 'Falling numbers in the town.', why: 'It limits everything else.',
      specific: 'no', solvable: 'not sure', controllable: 'no',
    },
    success: 'We found a partner for the sports hall.', action: 'List the three costs we can decide ourselves.',
  },
];
