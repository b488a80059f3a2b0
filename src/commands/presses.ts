// From a submission to what it asks for. Both shapes of a press come through here, and the typed commands do the same.

import type { Refusal } from '../core/notices.ts';
import type { Submission } from '../cards/submissions.ts';
import { giveOutcome } from './actions.ts';
import { askQuestion, openQuestion } from './asking.ts';
import { isAboutBuddies, pressBuddy } from './buddy-meeting.ts';
import { switchReminders } from './reminders.ts';
import { keepFile } from './given-file.ts';
import { isPairs, pressPairs } from './pairs-presses.ts';
import { pressMe } from './me-form.ts';
import { openForm } from './problem-form.ts';
import { saveProblem } from './problem-saving.ts';
import { openAgreement, saveAgreement } from './buddy-form.ts';
import { askToLeave, leavePair, openBuddy, takePart } from './buddy-opening.ts';
import { olderPage } from './history-page.ts';
import { openRecord } from './record-page.ts';
import { saveSetUp } from './set-up-form.ts';
import { type Caller, type Desk, eventIdOf, onBehalfOf, refusal, type Reply } from './desk.ts';
import { whereRehearsed } from './rehearsing.ts';
import { withTyped } from './again.ts';
import { toSession, type Wish } from './to-session.ts';
import { typedCommand } from './typed-command.ts';
import { dateWords } from './words.ts';
import type { SessionSubmission, SessionVerb } from '../cards/submissions/session-forms.ts';

const plainWishes: Readonly<Record<SessionVerb, (rev: number) => Wish>> = {
  'in-owner': (rev) => ({ type: 'joined', rev, part: 'owner' }),
  'in-helper': (rev) => ({ type: 'joined', rev, part: 'helper' }),
  'out': (rev) => ({ type: 'joined', rev, part: 'out' }),
  'chair-me': (rev) => ({ type: 'volunteered', rev }),
  'start': (rev) => ({ type: 'started', rev }),
  'cancel': (rev) => ({ type: 'cancelled', rev }),
  'next': (rev) => ({ type: 'next-asked', rev }),
  'pause': (rev) => ({ type: 'pause-asked', rev }),
  'minute': (rev) => ({ type: 'minute-asked', rev }),
  'end': (rev) => ({ type: 'end-asked', rev }),
  'end-confirm': (rev) => ({ type: 'end-confirmed', rev }),
  'end-cancel': (rev) => ({ type: 'end-dismissed', rev }),
  'take-chair': (rev) => ({ type: 'chair-asked', rev }),
  'join': (rev) => ({ type: 'join-asked', rev }),
  // The answer to Join stays good however far the session has moved on meanwhile.
  'join-helper': () => ({ type: 'joined', rev: null, part: 'helper' }),
  'join-owner': () => ({ type: 'joined', rev: null, part: 'owner' }),
  'owner-go-on': (rev) => ({ type: 'owner-decided', rev, choice: 'go-on' }),
  'owner-to-end': (rev) => ({ type: 'owner-decided', rev, choice: 'to-end' }),
  'owner-skip': (rev) => ({ type: 'owner-decided', rev, choice: 'skip' }),
  'give-last-turn': (rev) => ({ type: 'last-turn-given', rev }),
  'full-length': (rev) => ({ type: 'full-length-asked', rev }),
  'whole-hour': (rev) => ({ type: 'whole-hour-asked', rev }),
  'stay-together': (rev) => ({ type: 'together-asked', rev, isTogether: true }),
  'split-up': (rev) => ({ type: 'together-asked', rev, isTogether: false }),
};

/** What a person presses; what a client asks by itself is answered elsewhere (own-view.ts). */
type Pressed = Exclude<SessionSubmission, { verb: 'my-view' }>;

export async function press(desk: Desk, caller: Caller, submission: Submission): Promise<Reply> {
  if (isAboutBuddies(submission)) return pressBuddy(desk, caller, submission);
  switch (submission.verb) {
    case 'older': return olderPage(desk, caller, submission);
    case 'record': return openRecord(desk, caller, submission);
    case 'problem-open': return openForm(desk, caller, submission.community);
    case 'nudges-off':
    case 'nudges-on': return switchReminders(desk, caller, submission);
    case 'ask-open': return openQuestion(desk, caller, submission.owner);
    case 'ask': return askQuestion(desk, caller, submission);
    case 'which': return choose(desk, caller, submission);
    case 'problem-save':
    case 'problem-submit':
    case 'problem-share':
    case 'problem-withdraw':
    case 'problem-again': return saveProblem(desk, caller, submission);
    case 'set-up':
    case 'set-up-more': return saveSetUp(desk, caller, submission);
    case 'outcome-done':
    case 'outcome-partly':
    case 'outcome-not-yet': return giveOutcome(desk, caller, submission);
    case 'buddy-open':
    case 'buddy-more': return openBuddy(desk, caller, { community: submission.community, isMore: submission.verb === 'buddy-more' });
    case 'buddy-form': return openAgreement(desk, caller, submission.ofPair);
    case 'buddy-save': return saveAgreement(desk, caller, submission);
    case 'buddy-leave': return askToLeave(desk, caller, submission.ofPair);
    case 'buddy-leave-sure': return leavePair(desk, caller, submission.ofPair);
    case 'buddy-join':
    case 'buddy-out': return takePart(desk, caller, { community: submission.community, isIn: submission.verb === 'buddy-join' });
    case 'me-save':
    case 'me-pause':
    case 'me-start-again':
    case 'me-remind': return pressMe(desk, caller, submission);
    case 'my-view': return null;
    default: return isPairs(submission) ? pressPairs(desk, caller, submission) : pressInSession(desk, caller, submission);
  }
}

/** Runs what was typed before, for the community chosen now and for this once. */
async function choose(desk: Desk, caller: Caller, { command, community, file }: Extract<Submission, { verb: 'which' }>): Promise<Reply> {
  const chosen = onBehalfOf(caller, community);
  if (chosen === null) return refusal({ reason: 'no-community' });
  return file === undefined ? typedCommand(desk, chosen, command) : keepFile(desk, chosen, { community, file });
}

async function pressInSession(desk: Desk, caller: Caller, submission: Pressed): Promise<Reply> {
  // Its cards stand in the community's chat alone, those of a rehearsal in the 1:1 chat too: from anywhere else the press is forged.
  const where = caller.arrival.place === 'personal' ? await whereRehearsed(desk, caller, submission.session) : caller;
  if (where === null) return refusal({ reason: 'community-only' });
  const wish = wishOf(caller, submission);
  if ('reason' in wish) return refusal(wish);
  // Texts are one effect per person, session, button, revision and text. Every other press is harmless to repeat; its id is
  // for the answer: Teams brings a press again, perhaps to another process, and shows what the last one was told.
  const eventId = 'noteId' in wish ? wish.noteId : eventIdOf('pressed', caller.by.id, caller.arrival.activityId);
  const reply = await toSession(desk, where, { session: submission.session, wish, eventId });
  return withTyped(desk, where, { submission, reply });
}

function wishOf(caller: Caller, submission: Pressed): Wish | Refusal {
  const { verb, session, rev } = submission;
  const idOf = (...inputs: readonly (string | number)[]): string => eventIdOf('pressed', caller.by.id, session, verb, rev, ...inputs);
  switch (verb) {
    case 'resume': return { type: 'resume-asked', rev, finish: submission.finish ?? 'planned' };
    case 'note': return { type: 'noted', rev, at: submission.at, text: submission.note, noteId: idOf(submission.at, submission.note) };
    case 'request': return { type: 'noted', rev, at: 'close', text: submission.request, noteId: idOf(submission.request) };
    case 'action':
      return { type: 'action-given', rev, at: submission.at, text: submission.action, dueOn: dateWords(submission.due, caller), noteId: idOf(submission.at, submission.action, submission.due) };
    case 'next-meeting': return { type: 'next-meeting-given', rev, date: dateWords(submission.nextDate, caller), time: submission.nextTime };
    case 'appoint':
      return submission.nextChair === null ? { reason: 'cannot-chair', name: '' } : { type: 'next-chair-given', rev, person: submission.nextChair };
    default: return plainWishes[verb](rev);
  }
}
