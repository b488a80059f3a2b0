// How each protocol is rehearsed: who brings something, who helps, and what they write down in its phases.

/** What colleagues and whoever has the turn write, by the title of the phase. */
export type Remarks = Readonly<Record<string, readonly string[]>>;

export interface Casting {
  /** What is typed to open the lobby. */
  readonly start: string;
  /** Of the four colleagues: so many bring something, and so many come to help. */
  readonly ownerCount: number;
  readonly helperCount: number;
  readonly hasWriteUps: boolean;
  readonly remarks: Remarks;
  /** In this phase whoever has the turn saves a next action. */
  readonly actionIn: string;
  /** The last phase, with its requests for help and the next chair; null without one. */
  readonly close: string | null;
}

export const castings: Readonly<Record<string, Casting>> = {
  'npq-community': {
    start: 'start', ownerCount: 4, helperCount: 0, hasWriteUps: true, actionIn: 'Response', close: 'Close',
    remarks: {
      'Clarify': ['Has it happened before, and what was done then?'],
      'Look deeper': ['Perhaps we reward what is done quickly, not what lasts.', 'Which of this do colleagues believe themselves?'],
      'Action step': ['If this were my school, I would begin with one team and one term.'],
      'Our reflections': ['It is easier to ask than to suggest.'],
    },
  },
  'consultancy': {
    start: 'start consultancy', ownerCount: 1, helperCount: 3, hasWriteUps: true, actionIn: 'The presenter reflects', close: 'Debrief',
    remarks: {
      'Clarifying questions': ['How many of the team are in their first two years?'],
      'Probing questions': ['What would you lose if you covered less?', 'Whose permission would your teachers need?'],
      'The group talks': ['I hear a worry about inspection behind the hurry.', 'Nobody has told them that leaving out is allowed.'],
    },
  },
  'troika': {
    start: 'start troika', ownerCount: 3, helperCount: 0, hasWriteUps: false, actionIn: 'What helped', close: null,
    remarks: {
      'Questions to the client': ['What have you tried already?'],
      'The consultants talk': ['I would ask one of them to show the others.', 'And give it half a term before judging it.'],
    },
  },
  'action-learning': {
    start: 'start action learning set', ownerCount: 1, helperCount: 3, hasWriteUps: true, actionIn: 'My action', close: 'How we worked',
    remarks: {
      'Clarify the issue': ['Who plans the units now?'],
      'Helping questions': ['What would you do if nobody could object?', 'Which part of this is yours to decide?', 'What will you see in three weeks if it works?'],
      'Round of resources': ['My head of mathematics has a bank of quizzes; I will send it.', 'There is a short guide on spacing that my staff liked.'],
    },
  },
  'tuning': {
    start: 'start tuning', ownerCount: 1, helperCount: 3, hasWriteUps: true, actionIn: 'The presenter thinks aloud', close: 'Look back on the tuning',
    remarks: {
      'Questions of fact': ['Which classes would begin with the quizzes?'],
      'Questions that go deeper': ['Why quizzes and not homework?'],
      'Warm and cool feedback': ['Warm: it asks little of a new teacher.', 'Cool: I wonder who looks at the results, and when.'],
    },
  },
  'case-study': {
    start: 'start case study', ownerCount: 2, helperCount: 2, hasWriteUps: true, actionIn: 'Compare with our practice', close: 'Gathering',
    remarks: {
      'Discuss the case': ['The results were there; nobody had the time to look at them together.'],
      'Compare with our practice': ['We moderate once a year. That is too late to change anything.'],
    },
  },
};
