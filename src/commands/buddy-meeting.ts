import { buddyForms, type BuddySubmission } from '../cards/submissions/buddy-forms.ts';
import type { Submission } from '../cards/submissions.ts';
import { type Caller, type Desk, refusal, type Reply } from './desk.ts';

export const isAboutBuddies = (submission: Submission): submission is BuddySubmission => Object.hasOwn(buddyForms, submission.verb);

export function pressBuddy(_desk: Desk, _caller: Caller, _submission: BuddySubmission): Promise<Reply> {
  return Promise.resolve(refusal({ reason: 'no-pair' }));
}
