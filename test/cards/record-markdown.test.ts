// The whole record of a session: one example read in full, then what may be missing and what may come twice.
import { describe, expect, test } from '@jest/globals';
import { recordMarkdown } from '../../src/cards/record-markdown.ts';
import { personId, sessionId } from '../../src/core/keys.ts';
import type { ActionEntry, HistoryEntry, NoteEntry, OutcomeEntry, SessionEntry } from '../../src/core/history/entry.ts';
import { emptyWriteUp } from '../../src/core/problem/write-up.ts';
import { dayMs, minutes, seconds } from '../../src/core/time.ts';
import { en } from '../../src/texts/en.ts';
import { record } from '../../src/texts/en/record.ts';

const texts = { ...en, record };
const startedAt = Date.UTC(2027, 3, 5, 15, 0);
const base = { partition: 't|c', session: sessionId('s1'), people: [] };
const person = (name: string): { id: ReturnType<typeof personId>; name: string } => ({ id: personId(name), name });
const aisha = person('Aisha');
const ben = person('Ben *B*');

let count = 0;
const note = (turn: number | null, phase: string, text: string): NoteEntry =>
  ({ ...base, kind: 'note', id: `n${++count}`, at: startedAt + count, turn, phase, by: ben, text });
const action = (at: number, text: string, writtenBy = aisha): ActionEntry =>
  ({ ...base, kind: 'action', id: `a${++count}`, at: startedAt + at, turn: 0, owner: aisha, writtenBy, text, dueOn: '2027-04-19' });
const step = (turn: number | null, phase: string, from: number, plannedMinutes: number): SessionEntry['phases'][number] =>
  ({ turn, phase, plannedMs: minutes(plannedMinutes), beganAt: startedAt + minutes(from), endedAt: startedAt + minutes(from + plannedMinutes) });
const session: SessionEntry = {
  ...base, kind: 'session', id: 'session', at: startedAt + minutes(25), zone: 'Europe/London', protocol: { id: 'npq-community', version: 1 },
  plannedAt: Date.UTC(2027, 3, 5, 14, 55), startedAt, endedAt: startedAt + minutes(25), ending: 'completed', chair: ben,
  attendance: [{ ...aisha, part: 'owner' }, { ...ben, part: 'helper' }],
  turns: [
    { owner: aisha, problem: 'They forget', wasHeld: true, writeUp: { ...emptyWriteUp, problem: 'They forget\n\n# maths', why: 'It *lasts*', npqArea: 'senco', specific: 'not sure' } },
    { owner: ben, problem: null, wasHeld: false, writeUp: null },
  ],
  phases: [
    step(null, 'start-on-time', 0, 5), step(0, 'introduce', 5, 2),
    { turn: 0, phase: 'clarify', plannedMs: minutes(2), beganAt: startedAt + minutes(7), endedAt: startedAt + minutes(8) + seconds(15) },
    { turn: 1, phase: 'introduce', plannedMs: minutes(2), beganAt: null, endedAt: null }, step(null, 'close', 20, 5),
  ],
  nextChair: aisha, nextMeetingAt: Date.UTC(2027, 3, 19, 15, 0),
};

const whole = (entries: readonly HistoryEntry[]): string => recordMarkdown(entries, texts);
const some = [
  note(null, 'close', 'Who knows <at>Jo</at>?'), note(0, 'clarify', 'Since when?\n- and why'), note(0, 'introduce', 'A | B'),
  note(null, 'start-on-time', 'A good week'), action(5, 'first'), action(9, 'Ask the *team*'), session,
];

describe('the whole record', () => {
  test('reads from who was here to the times of every phase', () => {
    expect(whole(some)).toBe(`# Community session, Monday 5 April 2027

- Held from 16:00 (London time) to 16:25 (London time)
- Planned for Monday 5 April 2027, 15:55 (London time)
- Held to its end
- Kind of session: NPQ community session
- Chair: Ben ∗B∗

## Who was here (2)

- Aisha, with a problem
- Ben ∗B∗, to help others

## Successes

- **Ben ∗B∗:** A good week

## Turn 1: Aisha

**Problem:** They forget\\
\\
\\# maths

**Why:** It \\*lasts\\*

**NPQ area:** Special educational needs co-ordinator

**Specific:** not sure

### Introduce the problem

- **Ben ∗B∗:** A \\| B

### Clarify

- **Ben ∗B∗:** Since when?\\
  \\- and why

**Next action** (by Monday 19 April 2027): Ask the \\*team\\*

## Turn 2: Ben ∗B∗

This turn was not held; the problem is carried over.

There was no write-up.

## Requests for help

- **Ben ∗B∗:** Who knows &lt;at>Jo&lt;/at>?

## Next meeting

- Monday 19 April 2027, 16:00 (London time)
- Chair: Aisha

## Times

| Turn | Phase | Planned | Began | Ended | Took |
| --- | --- | --- | --- | --- | --- |
|  | Start on time | 5 min | 16:00 | 16:05 | 5 min |
| 1 | Introduce the problem | 2 min | 16:05 | 16:07 | 2 min |
| 1 | Clarify | 2 min | 16:07 | 16:08 | 1 min 15 s |
| 2 | Introduce the problem | 2 min | not held |  |  |
|  | Close | 5 min | 16:20 | 16:25 | 5 min |
`);
  });

  test('is the same in whatever order the entries come, and when some come twice', () => {
    expect(whole([...some].reverse())).toBe(whole(some));
    expect(whole([...some, ...some])).toBe(whole(some));
  });

  test('has what came of the latest action, as its owner said last', () => {
    const told = (at: number, outcome: OutcomeEntry['outcome'], line: string): OutcomeEntry => ({ ...base, kind: 'outcome', id: `o${++count}`, at: startedAt + at, turn: 0, owner: aisha, outcome, line });
    expect(whole([session, action(5, 'ask'), told(12 * dayMs, 'not-yet', 'no *time*')])).toContain('ask\n\n**What came of it (not yet, Saturday 17 April 2027):** no \\*time\\*\n');
    expect(whole([session, action(5, 'ask'), told(7, 'partly', 'some'), told(9, 'done', '')])).toMatch(/\*\*What came of it \(done, [\w ]+\)\*\*\n(?![^]*some)/);
    expect(whole([session, told(7, 'done', ''), action(9, 'new')])).not.toContain('What came of it');
  });

  test('has the latest action of a turn, says who wrote it for the owner, and when there was none', () => {
    expect(whole([session, action(9, 'new', ben), action(5, 'old')])).toContain('**Next action** (by Monday 19 April 2027, written down by Ben ∗B∗): new\n');
    expect(whole([session, action(9, 'new'), action(5, 'old')])).not.toContain('old');
    expect(whole([session])).toContain('No next action was saved.');
  });

  test('leaves out what nobody wrote and says what was not chosen', () => {
    const bare = whole([{ ...session, plannedAt: null, nextChair: null, nextMeetingAt: null, attendance: [], turns: [], phases: [] }]);
    expect(bare).not.toMatch(/Successes|Requests|Planned for|undefined|null/);
    expect(bare).toContain('- Not planned yet\n- Chair: not chosen yet');
  });

  test('before the session has ended it holds what was written so far', () => {
    expect(whole([])).toBe('# Community session, not ended yet\n');
    expect(whole([note(null, 'start-on-time', 'won'), note(1, 'clarify', 'why?'), action(5, 'ask')])).toBe(`# Community session, not ended yet

## Turn 1: Aisha

**Next action** (by Monday 19 April 2027): ask

## Turn 2

### Clarify

- **Ben ∗B∗:** why?

## Start on time

- **Ben ∗B∗:** won
`);
  });

  test('a phase or protocol without a title stands by its id, made harmless', () => {
    const odd = whole([{ ...session, protocol: { id: 'constructor', version: 1 }, phases: [step(0, '__proto__', 0, 1)] }]);
    expect(odd).toContain('Kind of session: constructor');
    expect(odd).toContain('| 1 | ˍˍprotoˍˍ |');
  });

  describe('of another protocol', () => {
    const around = [note(null, 'consultancy-debrief', 'Who has a quiz?'), note(null, 'tuning-introduction', 'First time here'), note(null, 'tuning-debrief', 'Who else tunes?')];
    const of = (id: string, phases: SessionEntry['phases']): string => whole([...around.filter(({ phase }) => phases.some((each) => each.phase === phase)), { ...session, protocol: { id, version: 1 }, phases }]);

    test('that has no opening keeps what was written in its close as requests, be it the only phase', () => {
      for (const phases of [[step(0, 'consultancy-present', 0, 10), step(null, 'consultancy-debrief', 10, 5)], [step(null, 'consultancy-debrief', 0, 5)]]) {
        expect(of('consultancy', phases)).toMatch(/## Requests for help\n\n- \*\*Ben ∗B∗:\*\* Who has a quiz\?/);
        expect(of('consultancy', phases)).not.toContain('## Successes');
      }
    });

    test('whose opening asks for no successes calls it by its title', () => {
      const written = of('tuning', [step(null, 'tuning-introduction', 0, 10), step(0, 'tuning-present', 10, 20), step(null, 'tuning-debrief', 30, 10)]);
      expect(written).toMatch(/## Introduction\n\n- \*\*Ben ∗B∗:\*\* First time here[^]*## Requests for help\n\n- \*\*Ben ∗B∗:\*\* Who else tunes\?/);
      expect(written).not.toContain('## Successes');
    });
  });

  test('a turn with only its problem known shows that', () => {
    const known = { ...session, turns: [{ owner: aisha, problem: 'It _is_', writeUp: null, wasHeld: true }] };
    expect(whole([known])).toContain('**Problem:** It \\_is\\_');
  });
});
