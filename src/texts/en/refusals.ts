// Every polite no: who may, or what to do instead. Nothing that was typed is quoted, since the line may be read by all.

import type { Refusal } from '../../core/notices.ts';
import type { Say } from '../say.ts';
import { groupFaults } from './buddy-pairing.ts';

/** One line per reason; an intersection, since `Extract` would drop members that stand for several. */
export type Refusals = { readonly [R in Refusal['reason']]: (refusal: Refusal & { readonly reason: R }, say: Say) => string };

const whats = { note: 'note', action: 'next action', request: 'request for help', outcome: 'line', feedback: 'feedback', agreement: 'form' };

export const refusals: Refusals = {
  'chair-only': ({ chair, also }, say) => `Only the chair, ${say.name(chair)}, ${also.length === 0 ? '' : `or ${say.anyOf(also)} `}can do that. To chair yourself, press Take the chair.`,
  'participants-only': () => 'Only those who are in the session can do that.',
  'opener-only': ({ who }, say) => `Only ${who.length === 0 ? 'the person who opened it, the chair or the coordinator' : say.anyOf(who)} can do that.`,
  'owner-or-chair-only': ({ owner, chair }, say) => `Only ${say.anyOf([owner, chair])} can write this next action.`,
  'no-session': () => 'There is no session here now. Type “start” to open one.',
  'not-running': ({ state }) => ({
    lobby: 'The session has not started yet. Press Start session first.',
    paused: 'The session is paused. The chair can press Resume.',
    ended: 'The session is over. Type “history” to see it.',
  })[state],
  'stale': ({ phase }, say) => phase === null
    ? 'That card is out of date, so nothing was changed. Please use the latest one.'
    : `That card is out of date, so nothing was changed. We are now at: ${say.phase(phase)}.`,
  'already-paused': ({ by }, say) => by === null ? 'The session is already paused.' : `${say.name(by)} has already paused the session.`,
  'not-paused': () => 'The session is not paused.',
  'action-too-late': () => 'Next actions can be saved until 24 hours after the session. Please keep this one in your own notes.',
  'no-turn-yet': () => 'No turn has begun yet. You can save a next action once your turn is here.',
  'name-missing': ({ command }) => `Please add a name, like “${command} Aisha Khan”.`,
  'unknown-name': () => 'I cannot find anyone of that name here. Please use the name shown in Teams.',
  'ambiguous-name': ({ matches }, say) => `More than one person fits: ${say.names(matches)}. Please type the full name.`,
  'cannot-chair': ({ name }) => name === '' ? 'Please choose who chairs.' : 'That person cannot chair: the chair must be in the session and able to press buttons.',
  'not-your-action': ({ owners }, say) => `Only ${say.anyOf(owners)} can say what came of that. Type “actions” to see your own.`,
  'which-action': () => 'Nothing was saved yet: you have more than one open action. Please choose which one, then press again.',
  'action-gone': () => 'I know of no such open action any more. Type “actions” to see those there are.',
  'empty-text': ({ what }) => `Nothing was saved: the ${whats[what]} is empty. Please write something first.`,
  'too-long': ({ what, maxChars, lengthChars }) => `Nothing was saved: the ${whats[what]} has ${lengthChars} characters, and ${maxChars} fit. Please shorten it.`,
  'bad-date': ({ example }) => `I cannot read that date. Please write it like ${example}.`,
  'ambiguous-date': ({ options }, say) => `Nothing was saved: that date may be ${say.anyOf(options.map((day) => say.day(day)))}. Please write the one you mean, like 12 March.`,
  'past-date': () => 'That date has passed. Please choose today or later.',
  'bad-meeting': ({ why }) => ({
    past: 'That time has passed. Please choose a later one for the next meeting.', incomplete: 'Please choose both a date and a time for the next meeting.',
    time: 'I cannot read that time. Please write it like 16:00.',
  })[why],
  'bad-birthday': () => 'I cannot read that birthday. Please type day and month, like “birthday 14 March”.',
  'unknown-command': ({ suggestion }) => suggestion === null
    ? 'I do not know that one. Type “help” to see what I can do.'
    : `I do not know that one. Did you mean “${suggestion}”? Type “help” for the rest.`,
  'unknown-protocol': ({ known }) => `I do not know that protocol. There is: ${known.join(', ')}.`,
  'unknown-button': () => 'I do not know that button. Please use a newer card, or type “help”.',
  'bad-form': () => 'I could not read that form, so nothing was saved. Please open it again.',
  'community-only': () => 'That works only in a channel or group chat that I have been added to.',
  'local-only': () => 'That works only when I run in local mode.',
  'no-community': () => 'You do not belong to a community yet. Type “set up” or “start” in its channel or group chat.',
  'coordinator-only': ({ coordinator }, say) => `Only the coordinator, ${say.name(coordinator)}, can do that.`,
  'continue-too-late': () => 'This chat has had a session of its own, so it cannot go on from another one.',
  'unknown-area': ({ areas }, say) => `I do not know that NPQ area. There is: ${areas.map((area) => say.area(area)).join(', ')}. To look for words, leave out “on”.`,
  'several-areas': ({ areas }, say) => `More than one NPQ area fits: ${areas.map((area) => say.area(area)).join(', ')}. Please type more of its title.`,
  'record-gone': () => 'That record is not kept any more. Type “history” to see what is.',
  'history-elsewhere': ({ why }) => why === 'not-a-member'
    ? 'The earlier sessions were held in another chat. Only those who took part there can see them.'
    : 'The earlier sessions were held in another chat, and everyone here would see them. Please type “history” in your own chat with me.',
  'guest': () => 'Guests can read along but cannot press buttons. The chair can type “here” and your name to give you a place.',
  'bad-clock': () => 'I cannot read that. Please type “clock”, “clock +2d 3h” or “clock rate 60”; it only moves forward.',
  'too-late-for-this': () => 'It is too late for that now. Type “status” to see where we are.',
  'too-late-to-join': ({ chair }, say) => `The last turn has begun, so it is too late to join by yourself. ${say.name(chair)}, who chairs, can type “here” and your name.`,
  'in-groups': () => 'We are in groups now. Please use the cards of the group you mean; “status” shows all groups.',
  'too-much-waiting': () => 'Too much is waiting to be sent here. Please try again in a minute.',
  'no-questions': ({ why }) => ({
    'not-shared': 'That problem is not shared with the group now, so it takes no questions.',
    'not-taken': 'This group takes no questions ahead. The coordinator can switch them on with “set up”.',
    'own': 'That is your own problem: the others ask.',
    'enough': 'There are many questions already. Please ask yours in the Clarify phase.',
  })[why],
  'not-yours-to-see': ({ who }) => who === 'members' ? 'Only members of that community can see this.' : 'Only the coordinator of that community can see this.',
  'start-in-private': () => 'That works only in a channel or group chat. To try a session here, with pretend colleagues, type “rehearse”.',
  'rehearse-in-private': () => 'A rehearsal is for you alone. Type “rehearse” in our own chat.',
  'no-pair': () => 'That is not a pair of yours, or not any more. Type “buddy” to see yours.',
  'meeting-settled': ({ why }) => ({
    over: 'That meeting is over. Type “buddy” to see the next ones.', moved: 'That meeting has another time now. Type “buddy” to see it.',
    alone: 'For that meeting each of you practises alone. Type “buddy” to see the next ones.', standing: 'That meeting stands as it was. Type “buddy” to see it.',
    unsettled: 'One of you cannot make that meeting, and it is not settled yet. Type “buddy” to see how it stands.',
  })[why],
  'bad-move': ({ why }) => ({
    unreadable: 'There is no such date and time. Please write the date like 12 March and the time like 16:00.', past: 'That time has passed. Please choose a later one.',
    same: 'The meeting is at that time already. Please choose another one.', 'too-far': 'That is too late: it is past the meetings that come after this one. Please choose an earlier time.',
    taken: 'You have another meeting at that time. Please choose another one.', 'no-alternative': 'The alternative slot does not come before your next meeting. Please choose another time.',
    incomplete: 'Please choose both a date and a time, then press Choose another time.',
    'another-alternative': 'Your alternative slot is not what that card showed any more. Please choose again.',
  })[why],
  'day-off': ({ dayOff }) => `${dayOff === 'holiday' ? 'That is a bank holiday.' : 'Your community is closed on that day.'} If you mean it all the same, press Choose another time once more.`,
  'two-needed': () => 'It takes two of you to meet. Please choose another time, or practise alone.',
  'agreement-changed': () => 'Your buddy has changed this in the meantime, so nothing of yours was saved yet. Please look at what stands now, then save again.',
  'old-proposal': ({ isOver }) => isOver ? 'That proposal is over: it was announced or discarded.' : 'The proposal has been changed since, so nothing was done. Here it is as it stands.',
  'bad-group': ({ fault }) => groupFaults[fault],
  'wants-no-buddy': ({ names }, say) => `${say.names(names)} asked to be left out, so nothing was changed. They can type “buddy” to take part.`,
  'no-coordinator': () => 'Nobody coordinates this group yet. Whoever types “set up” in its chat does.',
  'nobody-called': ({ name }, say) => `I find nobody called ${say.name(name)} in that group. Please use the name shown in Teams.`,
  'nothing-to-bring': () => 'There is no discussed problem of yours to bring again. Type “problem” to write up a new one.',
  'file-elsewhere': () => 'I can keep a file only in our own chat. Please send it to me there; it becomes the artefact of your write-up.',
  'file-unreadable': () => 'I could not keep that file, since it came without a link. Please copy its link into “Artefact link” of your write-up: type “problem”.',
  'newer-release': () => 'A newer version of me is taking over, so I could not finish that. Please do it again in a minute.',
};
