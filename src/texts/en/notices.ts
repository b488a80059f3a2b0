// Short lines that are no refusals: acknowledgements, warnings, and what everybody should know at once.

import type { Notice } from '../../core/notices.ts';
import type { Say } from '../say.ts';

/** What is told in a line of its own; refusals have theirs by reason. */
export type Told = Exclude<Notice, { kind: 'refusal' }>;
/** One line per kind; an intersection, since `Extract` would drop members that stand for several. */
export type Lines = { readonly [K in Told['kind']]: (notice: Told & { readonly kind: K }, say: Say) => string };

export const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const outcomes = { 'done': 'done', 'partly': 'partly', 'not-yet': 'not yet' };

const lines: Lines = {
  'warning': ({ phase, leftMs }, say) => `${say.length(leftMs)} left: ${say.phase(phase)}.`,
  'welcome': () => 'Hello, I am Turnstone. I lead a group of school leaders through an hour of solving problems together. In a channel or group chat, mention me and type “start”. Type “help” for the rest.',
  'note-saved': () => 'Note saved.',
  'request-saved': () => 'Request for help saved.',
  'action-saved': ({ owner, dueOn }, say) => `Next action saved for ${say.name(owner)}, by ${say.day(dueOn)}.`,
  'outcome-saved': ({ owner, outcome }, say) => `What came of ${say.name(owner)}’s action is saved: ${outcomes[outcome]}.`,
  'action-written-for': ({ owner, by }, say) => `${say.name(by)} wrote down the next action for ${say.name(owner)}. To change it, save it again on the card of that turn.`,
  'done': () => 'Done.',
  'take-chair-asked': ({ by, chair, chairTeamsId }, say) => `${say.mention(chair, chairTeamsId)}: ${say.name(by)} has asked to chair. The chair passes in one minute unless you press or write something.`,
  'chair-stays': ({ chair }, say) => `${say.name(chair)} stays in the chair.`,
  'chair-is': ({ chair, by }, say) => by === null || by === chair ? `${say.name(chair)} is now in the chair.` : `${say.name(by)} made ${say.name(chair)} the chair.`,
  'next-chair-is': ({ chair }, say) => `${say.name(chair)} chairs the next meeting.`,
  'next-meeting-is': ({ date, at, zone, dayOff }, say) => [
    `The next meeting is on ${say.day(date)}, ${say.time(at, zone)}.`,
    dayOff === null ? '' : `Please note: ${dayOff === 'holiday' ? 'that is a bank holiday' : 'the community is closed on that day'}.`,
  ].filter((part) => part !== '').join(' '),
  'order-is': ({ names }, say) => `The turns in order: ${say.names(names)}.`,
  'marked-absent': ({ name }, say) => `${say.name(name)} is marked as not here.`,
  'marked-here': ({ name }, say) => `${say.name(name)} is marked as here.`,
  'join-offered': () => 'Please choose how you join.',
  'already-in': () => 'You are already in this session.',
  'you-are-in': () => 'You are in.',
  'owner-joined': ({ name, ownMs, isShared, endsAt, zone }, say) => [
    isShared ? `${say.name(name)} joins with a problem, and goes last. The turns to come are now ${say.length(ownMs)} each.`
      : `${say.name(name)} has the last turn, with ${say.length(ownMs)}. The agenda has the new times.`,
    endsAt === null ? '' : `The session now ends at ${say.time(endsAt, zone)}.`,
  ].filter((part) => part !== '').join(' '),
  'problem-carried-over': ({ name, turnMs, endsAt, zone }, say) => [
    `${say.name(name)}’s problem is carried over to a later session.`,
    turnMs === null ? '' : `The turns to come are now ${say.length(turnMs)} each.`,
    endsAt === null ? '' : `The session now ends at ${say.time(endsAt, zone)}.`,
  ].filter((part) => part !== '').join(' '),
  'turn-moved': ({ name }, say) => `${say.name(name)} is not here. Their turn moves to the end.`,
  'chair-left': ({ chair }, say) => `${say.name(chair)}, who chairs, is not here. Who takes the chair? Press Take the chair.`,
  'end-asked': () => 'To end the session now for everyone, press End session once more on the new card.',
  'ends-later': ({ endsAt, zone, cause }, say) => `The later phases cannot make up for all of the ${cause === 'overtime' ? 'overtime' : 'pause'}. The session now ends at ${say.time(endsAt, zone)}.`,
  'time-up': ({ phase, chair, isLast }, say) => isLast
    ? `Time is up: ${say.phase(phase)}. The session ends when ${say.name(chair)} presses Next phase.`
    : `Time is up: ${say.phase(phase)}. ${say.name(chair)} presses Next phase to go on; the later phases pay for what runs over.`,
  'end-would-move': ({ endsAt, zone }, say) => `No later phase can give a minute. Once more, and the session ends at ${say.time(endsAt, zone)}.`,
  'session-forgotten': ({ chair, chairTeamsId, endsAt, zone }, say) => `${say.mention(chair, chairTeamsId)}: this session is still open. Please go on or end it; otherwise I end it at ${say.time(endsAt, zone)}.`,
  'went-on-elsewhere': ({ by, place }, say) => `This community goes on in ${place === null ? 'another chat' : `the chat “${say.name(place)}”`}: ${say.name(by)} set it up there. You can still meet here too.`,
  'call-began': () => 'The meeting has begun, so here is the lobby.',
  'call-ended': ({ chair, chairTeamsId }, say) => `The call has ended; the session still runs. ${say.mention(chair, chairTeamsId)}, please go on in a new call, or press End session.`,
  'birthday-saved': ({ day, month }) => `Saved: ${day} ${months[month - 1] ?? ''}. I use it only to propose who chairs.`,
  'coordinator-is': ({ name }, say) => `${say.name(name)} is now the coordinator.`,
  'see-private': ({ name, teamsId }, say) => `${say.mention(name, teamsId)}: I have written to you in our own chat.`,
  'unreachable-privately': ({ name, teamsId }, say) => `${say.mention(name, teamsId)}: I have something for you alone but cannot write to you. Please add me to your own chats.`,
  'chair-called': ({ chair, chairTeamsId, plannedAt, zone }, say) => `${say.mention(chair, chairTeamsId)}: the meeting was planned for ${say.time(plannedAt, zone)}. Anyone who is in can press Start session on the card “Before we start”.`,
  'meeting-not-held': ({ meetingAt, nextMeetingAt, zone }, say) => `The meeting planned for ${say.date(meetingAt, zone)} was not held. ${nextMeetingAt === null
    ? 'To plan another, the coordinator can type “set up”.' : `The next one: ${say.date(nextMeetingAt, zone)}, ${say.time(nextMeetingAt, zone)}.`}`,
  'question-saved': ({ owner }, say) => `Saved. ${say.name(owner)} is told, and it opens the Clarify phase.`,
  'clock': ({ now, rate }) => `It is ${new Date(now).toISOString()}. The clock runs at ${rate} times real speed.`,
  'clock-arrived': ({ now, deadlineCount }) => `It is ${new Date(now).toISOString()}. Deadlines passed on the way: ${deadlineCount}.`,
  'write-up-saved': ({ isReady, isSuitable, isShared = false }) => [
    isShared ? 'Your problem is submitted and shared with the group.' : isReady ? 'Your problem is submitted. The group sees it when the session starts.' : 'Draft saved. Only you can see it.',
    isSuitable === null ? '' : isSuitable ? 'It looks suitable.' : 'It may need sharpening: see the questions on the form.',
  ].filter((part) => part !== '').join(' '),
  'rehearsal-opens': () => 'A rehearsal: pretend colleagues come in, and an hour takes about a minute. Choose a seat on the card and press what you like; if you do nothing, they begin in 20 seconds.',
  'rehearsal-over': () => 'That was a rehearsal: nothing of it is kept in your community.',
  'failed': ({ incident }) => `Something went wrong on my side; please try again in a minute, since what was sent here just now may not be kept. If it happens again, give your administrator this code: ${incident}.`,
};

export const notices = {
  lines,
  /** Answers to a press that has none of its own. */
  done: 'Done.',
  notUnderstood: 'That button could not be read. Type “status” to see where we are.',
  /** In place of a calendar file without meetings. */
  noMeeting: 'There is no meeting to come. Type “set up” in the chat to plan one.',
  /** In place of a record whose link is out of date. */
  linkOver: 'This link is out of date. Type “history” in your chat for a fresh one.',
  /** The same of a calendar file. */
  calendarOver: 'This link is out of date. Type “status” in your group’s chat, or “buddy” in your chat with Turnstone, for a fresh one.',
  /** In place of the calendar file of a pair that has agreed on nothing. */
  noSlot: 'You have agreed on no slot yet. Type “buddy” in your chat with Turnstone to agree on one.',
};
