// The words of the phases of the protocols that look at a piece of work: tuning, and the discussion of cases. All our own.

import type { PhaseText } from './phases.ts';

const tuning = {
  'tuning-introduction': {
    title: 'Introduction',
    line: 'The chair goes through the steps; those who do not know each other say who they are.',
    example: '“Warm feedback says what works; cool feedback asks what does not yet.”',
  },
  'tuning-present': {
    title: 'Present the work',
    line: 'The presenter shows the work, what it is for, and what feedback is wanted.',
    rule: 'No interruptions.',
    example: '“This is a draft of … and I would like to know whether …”',
  },
  'tuning-clarify': {
    title: 'Questions of fact',
    line: 'Colleagues ask what they need to know; the presenter answers in a line.',
    rule: 'Feedback dressed as a question waits.',
    example: '“Which year group is this for?”',
  },
  'tuning-probe': {
    title: 'Questions that go deeper',
    line: 'Colleagues ask about choices and reasons; the presenter answers.',
    rule: 'No discussion of the answers.',
    example: '“Why did you begin with this task?”',
  },
  'tuning-note': {
    title: 'Note your feedback',
    line: 'Write down one warm and one cool point for this work.',
    silent: 'everyone writes',
    example: '“Warm: … Cool: …”',
  },
  'tuning-feedback': {
    title: 'Warm and cool feedback',
    line: 'Colleagues share what works, then what does not yet, with each other. The presenter listens and writes.',
    rule: 'Warm first. The presenter stays silent.',
    example: '“I wonder whether …”',
  },
  'tuning-reflect': {
    title: 'The presenter thinks aloud',
    line: 'The presenter takes up the points that matter, and saves one next action on the card of this turn.',
    rule: 'Not a defence: nobody needs an answer to every point. Colleagues listen.',
    example: '“The point that stays with me is …”',
  },
  'tuning-debrief': {
    title: 'Look back on the tuning',
    line: 'Everyone: did the steps help? Then requests for help, and who chairs the next meeting.',
    rule: 'About the steps, no longer about the work.',
    example: '“The cool feedback was easier to hear because …”',
  },
} satisfies Readonly<Record<string, PhaseText>>;

const caseStudy = {
  'case-study-opening': {
    title: 'Opening',
    line: 'The chair says which cases there are and where to read them.',
    example: '“Our first case is …”',
  },
  'case-study-read': {
    title: 'Read the case',
    line: 'Read the write-up or the papers of this case, and note what strikes you.',
    silent: 'everyone reads',
    example: '“What surprises me here?”',
  },
  'case-study-discuss': {
    title: 'Discuss the case',
    line: 'What happened here, why, and what could have been done? If there was nothing to read, whoever brought the case tells it first.',
    rule: 'Stay with the case; your own school comes next.',
    example: '“What do you think the teacher saw?”',
  },
  'case-study-compare': {
    title: 'Compare with our practice',
    line: 'What is it like in our own schools, and what do we take from the case?',
    example: '“With us this would …”',
  },
  'case-study-gathering': {
    title: 'Gathering',
    line: 'One thing each that you take back to school. Then requests for help, and who chairs the next meeting.',
    example: '“On Monday I will …”',
  },
} satisfies Readonly<Record<string, PhaseText>>;

export const workPhases = { ...tuning, ...caseStudy };
