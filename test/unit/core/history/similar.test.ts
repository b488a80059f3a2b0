// What counts as something like it before: sets of problems that a reader would call alike, and of those they would not.

import { describe, expect, test } from '@jest/globals';
import { similarOn } from '../../../../src/commands/similar.ts';
import type { HistoryEntry } from '../../../../src/core/history/entry.ts';
import { personId, sessionId } from '../../../../src/core/keys.ts';
import { emptyWriteUp, type WriteUp } from '../../../../src/core/problem/write-up.ts';
import { storeOver, Tables } from '../../../support/sim/memory-tables.ts';

const ann = { id: personId('p-ann'), name: 'Ann' };
const partition = 't|c';

/** What one community has met, each in a session of its own. */
const met: Readonly<Record<string, Partial<WriteUp>>> = {
  forgetting: { problem: 'Pupils forget what they are taught, most of all in maths', evidence: 'End-of-unit tests; answers are right in the lesson and wrong a month later', context: 'Several new teachers after the closures' },
  lunchtime: { problem: 'Behaviour at lunchtime spills over into afternoon lessons', evidence: 'Detentions after lunch have doubled', context: 'Midday supervisors are new' },
  reading: { problem: 'Reluctant readers in Year 8 avoid reading at home', evidence: 'Library loans and reading logs', why: 'Vocabulary falls behind' },
  attendance: { problem: 'Attendance of disadvantaged pupils on Fridays is falling', evidence: 'Registers show 86 per cent', context: 'Families travel at weekends' },
  marking: { problem: 'Marking takes teachers hours and pupils do not act on feedback', evidence: 'Book scrutiny', why: 'Workload' },
  phonics: { problem: 'Our phonics scheme is taught differently in every Reception and Year 1 class', evidence: 'Learning walks', context: 'Two schemes were merged' },
  mentors: { problem: 'Mentors of early career teachers cancel their meetings', evidence: 'Half of the mentor logs are empty', context: 'Timetables clash' },
  parents: { problem: 'Parents of children with SEND say they hear from us only when something goes wrong', evidence: 'Parent survey', why: 'Trust' },
  homework: { problem: 'Homework is set online but a third of pupils have no device', evidence: 'Submission rates', context: 'Rural catchment' },
  assessment: { problem: 'Writing moderation between schools gives different judgements', evidence: 'Moderation meetings', context: 'Three partner schools' },
  corridors: { problem: 'Noise and pushing in corridors between lessons', evidence: 'Incident log', context: 'Narrow building' },
  oracy: { problem: 'Pupils answer in single words and rarely speak in full sentences', evidence: 'Lesson observations', why: 'Oracy underlies writing' },
};

function historyOf(problems: Readonly<Record<string, Partial<WriteUp>>>): Parameters<typeof similarOn>[0] {
  const tables = new Tables();
  Object.entries(problems).forEach(([name, given], n) => {
    const base = { partition, session: sessionId(name), people: [] };
    const writeUp = { ...emptyWriteUp, ...given };
    const entries: readonly HistoryEntry[] = [
      { ...base, kind: 'action', id: `action-${name}`, at: n * 10 + 1, turn: 0, owner: ann, writtenBy: ann, text: `Try something with ${name}`, dueOn: '2026-12-01' },
      { ...base, kind: 'session', id: `session-${name}`, at: n * 10 + 5, zone: 'Europe/London', protocol: { id: 'npq-community', version: 1 }, plannedAt: null, startedAt: n * 10, endedAt: n * 10 + 5, ending: 'completed',
        chair: ann, attendance: [], turns: [{ owner: ann, problem: writeUp.problem, writeUp, wasHeld: true }], phases: [], nextChair: null, nextMeetingAt: null },
      { ...base, kind: 'outcome', id: `outcome-${name}`, at: n * 10 + 9, turn: 0, owner: ann, outcome: 'partly', line: 'Half of it' },
    ];
    for (const entry of entries) tables.add(entry, 1e15);
  });
  return { history: storeOver(tables, (_what, work) => Promise.resolve(work())).history, partition };
}
const community = historyOf(met);
const like = async (given: Partial<WriteUp>, shelf = community): Promise<readonly string[]> => (await similarOn(shelf, { ...emptyWriteUp, ...given }, null)).map(({ session }) => session);

describe('a group that met something like it before is told', () => {
  test.each<readonly [string, string]>([
    ['forgetting', 'Children forget the maths we taught them last term'], ['forgetting', 'In mathematics, what is taught is forgotten within weeks'],
    ['lunchtime', 'Poor behaviour over lunchtime and how it spills into the afternoon'], ['reading', 'Boys are reluctant readers and will not read at home'],
    ['attendance', 'Friday attendance of disadvantaged pupils'], ['marking', 'Teachers spend hours on marking, and nobody acts on the feedback'],
    ['phonics', 'Reception and Year 1 use the phonics scheme in different ways'], ['mentors', 'ECT mentors keep cancelling mentor meetings'],
    ['parents', 'Parents of SEND pupils do not trust us and hear only bad news'], ['homework', 'Online homework without devices at home'],
    ['assessment', 'Moderating writing: judgments differ between our schools'], ['corridors', 'Pushing in the corridors when lessons change'],
    ['oracy', 'Getting pupils to speak in full sentences'],
  ])('%s: %s', async (session, problem) => {
    expect((await like({ problem }))[0]).toBe(session);
  });
  test('also by a whole write-up, with many words of its own', async () => {
    expect(await like({
      problem: 'Year 5 forget their times tables and other maths facts as soon as we move on', evidence: 'Quizzes in autumn were fine, by spring half of it had gone',
      context: 'Two classes, one led by a supply teacher', why: 'They cannot do long multiplication or fractions without them',
    })).toEqual(['forgetting']);
  });
  test('with the problem, the action and what came of it', async () => {
    expect(await similarOn(community, { ...emptyWriteUp, problem: 'Maths that pupils forget' }, null)).toEqual([{
      session: 'forgetting', turn: 0, heldOn: '1970-01-01', owner: 'Ann', problem: met['forgetting']?.problem, came: { text: 'Try something with forgetting', dueOn: '2026-12-01', outcome: 'partly', line: 'Half of it' },
    }]);
  });
});

describe('nothing is said', () => {
  test.each([
    'Teachers do not use the new behaviour policy consistently', 'My team of subject leaders is not working well together', 'School funding has been cut by a tenth', 'Middle leaders avoid difficult conversations',
    'The curriculum in art and design lacks progression', 'Pupils in Year 6 are anxious about their SATs', 'Cover lessons are poor because supply teachers do not know the routines', 'Staff meetings overrun and decide nothing',
    'Our most able pupils are not stretched in science', 'Recruiting teaching assistants is hard', 'Teachers find it hard to adapt lessons for pupils with English as an additional language', 'Uniform rules are not followed',
    'Pupils with SEND are taken out of lessons too often', 'Writing in history is weak', 'Phonics', 'Maths', '', 'Pupils', 'New teachers need support', 'The home visits programme has stopped',
  ])('for %j', async (problem) => {
    expect(await like({ problem })).toEqual([]);
  });
  test('of an empty history, nor of a history of one other thing', async () => {
    expect(await like({ problem: 'Pupils forget the maths they are taught' }, historyOf({}))).toEqual([]);
    expect(await like({ problem: 'Pupils forget the maths they are taught' }, historyOf({ oracy: met['oracy'] ?? {} }))).toEqual([]);
  });
  test('of a turn in which this very problem was discussed', async () => {
    expect(await similarOn(community, { ...emptyWriteUp, ...met['oracy'] }, { session: sessionId('oracy'), turn: 0 })).toEqual([]);
  });
});

test('a problem of few words is like itself, and like one that says little more', async () => {
  const few = historyOf({ short: { problem: 'Pupils forget what they are taught' }, one: { problem: 'Phonics' } });
  for (const problem of ['Pupils forget what they are taught', 'Year 4 forget the times tables they are taught']) expect(await like({ problem }, few)).toEqual(['short']);
  expect(await like({ problem: 'phonics' }, few)).toEqual(['one']);
  for (const problem of ['Colleagues forget to fill in the register', 'Phonics in the holidays']) expect(await like({ problem }, few)).toEqual([]);
});

test('at most two are told, the more alike first, then the newer', async () => {
  const many = historyOf(Object.fromEntries(['a', 'b', 'c', 'd'].map((name, n) => [name, { problem: n === 1 ? 'Lunchtime queues and noise in the hall' : 'Lunchtime queues' }])));
  expect(await like({ problem: 'Noise and queues at lunchtime in the hall' }, many)).toEqual(['b', 'd']);
});
