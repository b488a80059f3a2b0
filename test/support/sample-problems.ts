// Problems as school leaders bring them, with how their owners judge them and what a sharpening question should take up:
// for each criterion that is not a plain yes, the rule whose question fits, `or` another. Made up; the first four are the guidance's own
// (domain.md 1.5).

import { emptyWriteUp, type Criterion, type CriterionAnswer, type WriteUp } from '../../src/core/problem/write-up.ts';

export interface SampleProblem {
  readonly writeUp: WriteUp;
  readonly rules: Readonly<Partial<Record<Criterion, string>>>;
}

const answers: Readonly<Record<string, CriterionAnswer>> = { 'y': 'yes', '?': 'not sure', 'n': 'no' };

/** `judged`: specific, solvable, controllable, each `y`, `?` or `n`. `rules`: of those that fail, in the same order. */
function sample(judged: string, rules: readonly string[], [problem = '', evidence = '', context = '']: readonly string[]): SampleProblem {
  const [specific = 'yes', solvable = 'yes', controllable = 'yes'] = [...judged].map((mark) => answers[mark] ?? 'yes');
  const writeUp: WriteUp = { ...emptyWriteUp, problem, evidence, context, specific, solvable, controllable };
  const failed = (['specific', 'solvable', 'controllable'] as const).filter((criterion) => writeUp[criterion] !== 'yes');
  return { writeUp, rules: Object.fromEntries(failed.map((criterion, index) => [criterion, rules[index] ?? ''])) };
}

export const sampleProblems: readonly SampleProblem[] = [
  sample('n?n', ['plain', 'money', 'money'], ['School funding', '', '']),
  sample('n?y', ['roles', 'roles'], ['My team are not in the best roles', '', '']),
  sample('nyy', ['same'], ['Building consistency in assessment practice', '', '']),
  sample('yyy', [], ['Pupils forget what they are taught, most of all in maths', 'Right in lessons, wrong in the end-of-unit test', '']),
  sample('nyy', ['everyone'], ['Everyone marks books in another way', '14 of 20 books had no reply from the pupil']),
  sample('nny', ['culture', 'will'], ['There is no culture of reading for pleasure and little buy-in', 'Library loans fell']),
  sample('yyn', ['outside'], ['Ofsted wants evidence that we do not have', 'Two drop-ins last week']),
  sample('yyn', ['above'], ['SLT change the timetable every half-term', 'Three versions since September']),
  sample('y?y', ['behaviour'], ['Low-level disruption in Year 9 after lunch', '11 call-outs in two weeks']),
  sample('nyy', ['behaviour'], ['Behaviour is poor on wet days', '9 incidents on Tuesday']),
  sample('?yy', ['attendance'], ['Persistent absence among Year 10', '22 pupils below 90 %']),
  sample('yny', ['attendance'], ['Attendance on Fridays', '88 % last term']),
  sample('nyy', ['reading'], ['Reading fluency in Year 4', '7 children read below 60 words a minute']),
  sample('yyn', ['reading'], ['Phonics is not taught as planned in two rooms', 'Seen in 3 visits']),
  sample('ny?', ['writing', 'writing'], ['Handwriting slows older boys down', '6 books looked at']),
  sample('y?y', ['maths'], ['Times tables are not fluent by the end of Year 4', '41 % in the June check']),
  sample('nyy', ['send'], ['Support for pupils with SEND in mixed classes', '4 plans not followed']),
  sample('yyn', ['send'], ['Teaching assistants do the thinking for the children', '5 visits']),
  sample('nyn', ['workload', 'workload'], ['Teacher workload in the spring term', '9 of 14 answered the survey']),
  sample('nny', ['parents', 'parents'], ['Parents do not come to evenings', '30 of 112 in October']),
  sample('yyn', ['parents'], ['Homework is rarely handed in', '40 % in Year 8']),
  sample('ny?', ['curriculum', 'curriculum'], ['Our history curriculum does not build up', '2 units overlap']),
  sample('yyn', ['development or memory'], ['CPD is forgotten within a fortnight', '3 of 12 could name the strategy']),
  sample('y?y', ['development'], ['Mentors give early career teachers too many targets', '8 targets on average']),
  sample('nyy', ['leaders'], ['Middle leaders avoid hard conversations', 'Seen in 3 of 5 meetings']),
  sample('nyy', ['early-years'], ['Children in nursery flit from one thing to the next', '2 minutes at a table on average']),
  sample('?yy', ['disadvantage'], ['Disadvantaged boys fall behind between autumn and spring', '12 boys, 4 points']),
  sample('nyy', ['teaching'], ['Explanations in science run too long', '25 minutes in 2 visits']),
  sample('yny', ['time'], ['Not enough time to talk after an observation', '3 of 9 took place']),
  sample('yny', ['far'], ['Poverty shows in what children bring to school', '1 in 3 without a bag']),
  sample('yny', ['will'], ['Two experienced colleagues are resistant to the seating plan', '2 rooms of 8']),
  sample('yyn', ['will'], ['A department refuses to share planning', '1 of 6 shares']),
  sample('yyn', ['staffing'], ['Supply teachers do not know our routines', '31 days since January']),
  sample('yyn', ['money'], ['The budget leaves no money for visits', '1 visit this year']),
  sample('yy?', ['outside'], ['The local authority moves pupils to us in mid-year', '7 since Christmas']),
  sample('nyy', ['word'], ['Assemblies do not reach the older ones', 'In 3 assemblies they talked', 'Assemblies last 20 minutes']),
  sample('nyn', ['word', 'word'], ['Corridors between buildings', 'The corridors are blocked at 11']),
  sample('y?y', ['sign'], ['Lunch queues', 'They are long']),
  sample('??y', ['attendance', 'attendance'], ['It is the same thing each Monday', '8 pupils', 'Lateness of the first bus, and attendance in general']),
  sample('n?n', ['plain', 'plain', 'plain'], ['It is not good', '3 times', 'None']),
];
