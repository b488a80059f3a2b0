// Every short line, and how dates and times are written.

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../src/cards/render.ts';
import { createWhen } from '../../src/cards/when.ts';
import type { Notice, Refusal } from '../../src/core/notices.ts';
import { minutes } from '../../src/core/time.ts';
import { commands } from '../../src/texts/en/commands.ts';
import { en } from '../../src/texts/en.ts';
import { startAt } from './samples.ts';
import { textsOf } from './walk.ts';

const render = createRender(en);
const say = (notice: Notice): string => render({ card: 'notice', notice }).text ?? '';
const refuse = (refusal: Refusal): string => say({ kind: 'refusal', refusal });
const typed = 'TYPED';
const inLondon = { zone: 'Europe/London' };

const refusals: { readonly [R in Refusal['reason']]: readonly [Refusal & { readonly reason: R }, string] } = {
  'chair-only': [{ reason: 'chair-only', chair: 'Ben', also: ['Cho', 'Dan'] }, 'Ben'],
  'participants-only': [{ reason: 'participants-only' }, 'in the session'],
  'opener-only': [{ reason: 'opener-only', who: ['Ben', 'Cho', 'Dan'] }, 'Ben, Cho or Dan'],
  'owner-or-chair-only': [{ reason: 'owner-or-chair-only', owner: 'Aisha', chair: 'Ben' }, 'Aisha or Ben'],
  'no-questions': [{ reason: 'no-questions', why: 'not-taken' }, 'set up'],
  'not-yours-to-see': [{ reason: 'not-yours-to-see', who: 'members' }, 'Only members'],
  'start-in-private': [{ reason: 'start-in-private' }, 'rehearse'],
  'rehearse-in-private': [{ reason: 'rehearse-in-private' }, 'our own chat'],
  'no-pair': [{ reason: 'no-pair' }, 'That is not a pair of yours, or not any more. Type “buddy” to see yours.'],
  'bad-move': [{ reason: 'bad-move', why: 'too-far' }, 'Please choose an earlier time.'],
  'two-needed': [{ reason: 'two-needed' }, 'It takes two of you to meet.'],
  'agreement-changed': [{ reason: 'agreement-changed' }, 'then save again'],
  'meeting-settled': [{ reason: 'meeting-settled', why: 'moved' }, 'That meeting has another time now. Type “buddy” to see it.'],
  'day-off': [{ reason: 'day-off', dayOff: 'holiday' }, 'That is a bank holiday. If you mean it all the same, press Choose another time once more.'],
  'old-proposal': [{ reason: 'old-proposal', isOver: false }, 'changed since'],
  'bad-group': [{ reason: 'bad-group', fault: 'too-many' }, 'more than three'],
  'wants-no-buddy': [{ reason: 'wants-no-buddy', names: ['Ben', 'Cho'] }, 'Ben and Cho'],
  'no-coordinator': [{ reason: 'no-coordinator' }, 'set up'],
  'nobody-called': [{ reason: 'nobody-called', name: 'Jo Ray' }, 'Jo Ray'],
  'no-session': [{ reason: 'no-session' }, 'start'],
  'not-running': [{ reason: 'not-running', state: 'paused' }, 'Resume'],
  'stale': [{ reason: 'stale', phase: 'look-deeper' }, 'Look deeper'],
  'already-paused': [{ reason: 'already-paused', by: 'Ben' }, 'Ben'],
  'not-paused': [{ reason: 'not-paused' }, 'not paused'],
  'action-too-late': [{ reason: 'action-too-late' }, '24 hours'],
  'no-turn-yet': [{ reason: 'no-turn-yet' }, 'turn'],
  'name-missing': [{ reason: 'name-missing', command: 'chair' }, 'chair Aisha'],
  'unknown-name': [{ reason: 'unknown-name', name: typed }, 'name shown in Teams'],
  'ambiguous-name': [{ reason: 'ambiguous-name', name: typed, matches: ['Jo Lee', 'Jo Ray'] }, 'Jo Lee and Jo Ray'],
  'cannot-chair': [{ reason: 'cannot-chair', name: typed }, 'cannot chair'],
  'not-your-action': [{ reason: 'not-your-action', owners: ['Aisha', 'Ben'] }, 'Only Aisha or Ben'],
  'which-action': [{ reason: 'which-action' }, 'choose which one'],
  'action-gone': [{ reason: 'action-gone' }, 'actions'],
  'empty-text': [{ reason: 'empty-text', what: 'action' }, 'next action'],
  'too-long': [{ reason: 'too-long', what: 'note', maxChars: 2_000, lengthChars: 2_431 }, '2431'],
  'bad-date': [{ reason: 'bad-date', example: '2026-12-05' }, '2026-12-05'],
  'ambiguous-date': [{ reason: 'ambiguous-date', options: ['2027-03-12', '2027-12-03'] }, 'Friday 12 March 2027 or Friday 3 December 2027'],
  'bad-meeting': [{ reason: 'bad-meeting', why: 'past' }, 'has passed'],
  'past-date': [{ reason: 'past-date' }, 'passed'],
  'continue-too-late': [{ reason: 'continue-too-late' }, 'session of its own'],
  'unknown-area': [{ reason: 'unknown-area', areas: ['headship', 'senco'] }, 'Headship, Special educational needs co-ordinator'],
  'several-areas': [{ reason: 'several-areas', areas: ['headship', 'leading-literacy'] }, 'Headship, Leading literacy'],
  'record-gone': [{ reason: 'record-gone' }, 'history'],
  'history-elsewhere': [{ reason: 'history-elsewhere', why: 'not-a-member' }, 'took part there'],
  'bad-birthday': [{ reason: 'bad-birthday' }, 'birthday 14 March'],
  'unknown-command': [{ reason: 'unknown-command', suggestion: 'start' }, 'start'],
  'unknown-protocol': [{ reason: 'unknown-protocol', name: typed, known: ['npq-community'] }, 'npq-community'],
  'unknown-button': [{ reason: 'unknown-button' }, 'button'],
  'bad-form': [{ reason: 'bad-form' }, 'nothing was saved'],
  'community-only': [{ reason: 'community-only' }, 'channel or group chat'],
  'local-only': [{ reason: 'local-only' }, 'local mode'],
  'no-community': [{ reason: 'no-community' }, 'set up'],
  'coordinator-only': [{ reason: 'coordinator-only', coordinator: 'Cho' }, 'Cho'],
  'guest': [{ reason: 'guest' }, 'here'],
  'bad-clock': [{ reason: 'bad-clock' }, 'clock +2d 3h'],
  'too-late-for-this': [{ reason: 'too-late-for-this' }, 'status'],
  'too-late-to-join': [{ reason: 'too-late-to-join', chair: 'Ben Okafor' }, 'Ben Okafor, who chairs, can type “here”'],
  'in-groups': [{ reason: 'in-groups' }, 'status'],
  'too-much-waiting': [{ reason: 'too-much-waiting' }, 'again'],
  'nothing-to-bring': [{ reason: 'nothing-to-bring' }, 'Type “problem”'],
  'file-elsewhere': [{ reason: 'file-elsewhere' }, 'our own chat'],
  'file-unreadable': [{ reason: 'file-unreadable' }, 'Artefact link'],
  'newer-release': [{ reason: 'newer-release' }, 'again in a minute'],
};

test.each(Object.values(refusals))('the refusal %j says who may or what to do, and quotes nothing that was typed', (refusal, expected) => {
  expect(refuse(refusal)).toContain(expected);
  expect(refuse(refusal)).not.toContain(typed);
});

test('a chair who is the problem owner too is named once', () => {
  expect(refuse({ reason: 'owner-or-chair-only', owner: 'Aisha', chair: 'Aisha' })).toBe('Only Aisha can write this next action.');
});

test('a command without a near miss names help alone', () => {
  expect(refuse({ reason: 'unknown-command', suggestion: null })).toContain('help');
  expect(refuse({ reason: 'unknown-command', suggestion: null })).not.toContain('mean');
});

type Plain = Exclude<Notice['kind'], 'refusal'>;
const notices: { readonly [K in Plain]: readonly [Notice & { readonly kind: K }, string] } = {
  'warning': [{ kind: 'warning', phase: 'look-deeper', leftMs: 30_000 }, '30 s left: Look deeper.'],
  'welcome': [{ kind: 'welcome' }, 'Turnstone'],
  'note-saved': [{ kind: 'note-saved' }, 'Note saved'],
  'request-saved': [{ kind: 'request-saved' }, 'Request for help saved'],
  'action-saved': [{ kind: 'action-saved', owner: 'Aisha', dueOn: '2026-12-19' }, 'Saturday 19 December 2026'],
  'outcome-saved': [{ kind: 'outcome-saved', owner: 'Aisha', outcome: 'not-yet' }, 'Aisha’s action is saved: not yet'],
  'action-written-for': [{ kind: 'action-written-for', owner: 'Aisha', by: 'Ben' }, 'Ben wrote down the next action for Aisha'],
  'done': [{ kind: 'done' }, 'Done'],
  'take-chair-asked': [{ kind: 'take-chair-asked', by: 'Dan', chair: 'Ben', chairTeamsId: '29:b' }, '<at>Ben</at>'],
  'chair-stays': [{ kind: 'chair-stays', chair: 'Ben' }, 'Ben stays'],
  'chair-is': [{ kind: 'chair-is', chair: 'Dan', by: 'Ben' }, 'Ben made Dan the chair'],
  'next-chair-is': [{ kind: 'next-chair-is', chair: 'Dan' }, 'Dan chairs the next meeting'],
  'next-meeting-is': [{ kind: 'next-meeting-is', date: '2026-12-25', at: startAt, ...inLondon, dayOff: 'holiday' }, 'on Friday 25 December 2026, 16:00 (London time). Please note: that is a bank holiday.'],
  'order-is': [{ kind: 'order-is', names: ['Aisha', 'Ben'] }, 'Aisha and Ben'],
  'marked-absent': [{ kind: 'marked-absent', name: 'Dan' }, 'Dan is marked as not here'],
  'marked-here': [{ kind: 'marked-here', name: 'Dan' }, 'Dan is marked as here'],
  'join-offered': [{ kind: 'join-offered' }, 'how you join'],
  'already-in': [{ kind: 'already-in' }, 'already in'],
  'you-are-in': [{ kind: 'you-are-in' }, 'You are in'],
  'owner-joined': [{ kind: 'owner-joined', name: 'Jo Price', ownMs: 600_000, isShared: true, endsAt: null, zone: 'Europe/London' }, 'Jo Price joins with a problem, and goes last. The turns to come are now 10 min each.'],
  'problem-carried-over': [{ kind: 'problem-carried-over', name: 'Jo Price', turnMs: null, endsAt: null, zone: 'Europe/London' }, 'Jo Price’s problem is carried over to a later session.'],
  'turn-moved': [{ kind: 'turn-moved', name: 'Jo Price' }, 'Jo Price is not here. Their turn moves to the end.'],
  'chair-left': [{ kind: 'chair-left', chair: 'Ben Okafor' }, 'Press Take the chair'],
  'chair-called': [{ kind: 'chair-called', chair: 'Ben', chairTeamsId: '29:b', plannedAt: startAt, ...inLondon }, '<at>Ben</at>: the meeting was planned for 16:00 (London time)'],
  'meeting-not-held': [{ kind: 'meeting-not-held', meetingAt: startAt, nextMeetingAt: startAt + 14 * 86_400_000, ...inLondon }, 'The next one: Saturday 19 December 2026, 16:00 (London time).'],
  'question-saved': [{ kind: 'question-saved', owner: 'Aisha' }, 'Aisha'],
  'end-asked': [{ kind: 'end-asked' }, 'once more'],
  'end-would-move': [{ kind: 'end-would-move', endsAt: startAt, ...inLondon }, '16:00 (London time)'],
  'session-forgotten': [{ kind: 'session-forgotten', chair: 'Ben', chairTeamsId: null, endsAt: startAt, ...inLondon }, 'Ben'],
  'time-up': [{ kind: 'time-up', phase: 'look-deeper', chair: 'Ben', isLast: false }, 'Ben presses Next phase'],
  'went-on-elsewhere': [{ kind: 'went-on-elsewhere', by: 'Ben', place: 'Heads' }, 'in the chat “Heads”: Ben'],
  'call-began': [{ kind: 'call-began' }, 'meeting has begun'],
  'call-ended': [{ kind: 'call-ended', chair: 'Ben', chairTeamsId: '29:b' }, '<at>Ben</at>'],
  'ends-later': [{ kind: 'ends-later', endsAt: startAt, ...inLondon }, 'now ends at'],
  'birthday-saved': [{ kind: 'birthday-saved', day: 14, month: 3 }, '14 March'],
  'coordinator-is': [{ kind: 'coordinator-is', name: 'Cho' }, 'Cho is now the coordinator'],
  'see-private': [{ kind: 'see-private', name: 'Dan', teamsId: '29:d' }, '<at>Dan</at>'],
  'unreachable-privately': [{ kind: 'unreachable-privately', name: 'Dan', teamsId: '29:d' }, '<at>Dan</at>'],
  'clock': [{ kind: 'clock', now: startAt, rate: 60 }, '2026-12-05T16:00:00.000Z'],
  'clock-arrived': [{ kind: 'clock-arrived', now: startAt, deadlineCount: 3 }, '2026-12-05T16:00:00.000Z'],
  'write-up-saved': [{ kind: 'write-up-saved', isReady: true, isSuitable: false }, 'sharpening'],
  'rehearsal-opens': [{ kind: 'rehearsal-opens' }, 'about a minute'],
  'rehearsal-over': [{ kind: 'rehearsal-over' }, 'nothing of it is kept in your community'],
  'failed': [{ kind: 'failed', incident: 'ab12cd34' }, 'ab12cd34'],
};

test.each(Object.values(notices))('the notice %j is said', (notice, expected) => {
  expect(say(notice)).toContain(expected);
});

test('a mention in a line comes with the person it means, and not in the notification', () => {
  const rendered = render({ card: 'notice', notice: { kind: 'see-private', name: 'D*n', teamsId: '29:d' } });
  const [mention] = rendered.mentions;
  expect(mention?.teamsId).toBe('29:d');
  expect(rendered.text).toContain(`<at>${mention?.name ?? 'nobody'}</at>`);
  expect(rendered.summary).not.toContain('<at>');
  expect(render({ card: 'notice', notice: { kind: 'see-private', name: 'Dan', teamsId: null } })).toMatchObject({ mentions: [], card: null });
});


describe('dates and times', () => {
  const when = createWhen(en.when);
  test.each([
    [when.time(startAt, 'Europe/London'), '16:00 (London time)'],
    [when.time(Date.UTC(2026, 6, 1, 23, 5), 'Europe/London'), '00:05 (London time)'],
    [when.time(startAt, 'America/Argentina/Buenos_Aires'), '13:00 (Buenos Aires time)'],
    [when.time(startAt, 'UTC'), '16:00 (UTC)'],
    [when.date(startAt, 'Europe/London'), 'Saturday 5 December 2026'],
    [when.date(Date.UTC(2026, 11, 5, 23), 'Asia/Tokyo'), 'Sunday 6 December 2026'],
    [when.day('2026-03-29'), 'Sunday 29 March 2026'],
    [when.day('some day'), 'some day'],
    [when.length(minutes(4)), '4 min'],
    [when.length(75_000), '1 min 15 s'],
    [when.length(30_000), '30 s'],
    [when.length(0), '0 min'],
    [when.length(-5), '0 min'],
    [when.length(59_600), '1 min'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
  test('a zone that does not exist is a fault, not a wrong time', () => {
    expect(() => when.time(startAt, 'Mars/Base')).toThrow(RangeError);
  });
});

test('long lists of names end in how many more there are', () => {
  const names = Array.from({ length: 30 }, (_, index) => `P${index}`);
  expect(say({ kind: 'order-is', names })).toMatch(/P23 and 6 more\./);
});

test('help shows the commands it is given, and only those it has words for', () => {
  const texts = textsOf(render({ card: 'help', commands: ['start', 'constructor', 'birthday'] }).card);
  expect(texts.slice(2)).toEqual([`${commands.start.usage}: ${commands.start.does}`, `${commands.birthday.usage}: ${commands.birthday.does}`]);
});

test('there is help for every command of the contract', () => {
  expect(Object.keys(commands)).toEqual([
    'help', 'set up', 'start', 'next', 'pause', 'resume', 'more time', 'end', 'note', 'action', 'status', 'order', 'absent', 'here', 'chair',
    'problem', 'problems', 'history', 'actions', 'buddy', 'pairs', 'report', 'me', 'birthday', 'protocols', 'rehearse', 'coordinator', 'deliveries', 'clock',
  ]);
});
