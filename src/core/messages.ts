// Everything the bot can show, as data: instants, names and keys of texts, never layout and never words of ours.
// A message is drawn by cards/catalog.ts; the union is keyed on `card`.

import type { Notice } from './notices.ts';
import type { LobbyMessage, AgendaMessage, WriteUpsMessage, TurnMessage, SuccessesMessage, ClosingMessage, PhaseMessage, PausedMessage, EndAskedMessage } from './messages/session-messages.ts';
import type { ActionsMessage } from './messages/action-messages.ts';
import type { JoinMessage, NoTimeMessage, OwnerAwayMessage } from './messages/coming-messages.ts';
import type { GroupRootMessage, GroupsMessage } from './messages/group-messages.ts';
import type { OpenedRecordMessage } from './messages/opened-record.ts';
import type { HistoryMessage, StatusMessage, SummaryMessage } from './messages/record-messages.ts';
import type { CribMessage, DeliveriesMessage, NudgeMessage, QuestionFormMessage, QuestionsAskedMessage, AskedAheadMessage, ReadAheadMessage, RemindersMessage } from './messages/readiness-messages.ts';
import type { BuddyFollowUpMessage, BuddyNewsMessage, BuddyOfferMessage, BuddyProposalMessage, BuddyReminderMessage } from './messages/pair-messages.ts';
import type { BuddyFormMessage, BuddyLeaveMessage, BuddyMessage, BuddyNoneMessage, BuddySharedMessage } from './messages/buddy-page-messages.ts';
import type { PairingNewsMessage, PairsAnnouncedMessage, PairsFormMessage, PairsMessage, PairsProposalMessage, PairsSureMessage } from './messages/pairing-messages.ts';
import type { MeMessage } from './messages/me-messages.ts';
import type { ReportMessage } from './messages/report-messages.ts';
import type { ProblemFormMessage, SharedProblemMessage } from './messages/problem-messages.ts';
import type { HelpMessage, ProtocolsMessage, ProblemDoorMessage, ProblemsMessage, SetUpMessage, WhichCommunityMessage } from './messages/form-messages.ts';

export type * from './messages/shared.ts';
export type * from './messages/group-messages.ts';
export type * from './messages/session-messages.ts';
export type * from './messages/record-messages.ts';
export type * from './messages/opened-record.ts';
export type * from './messages/form-messages.ts';
export type * from './messages/report-messages.ts';
export type * from './messages/coming-messages.ts';
export type * from './messages/readiness-messages.ts';
export type * from './messages/problem-messages.ts';
export type * from './messages/action-messages.ts';
export type * from './messages/pair-messages.ts';
export type * from './messages/buddy-page-messages.ts';
export type * from './messages/pairing-messages.ts';
export type * from './messages/me-messages.ts';

/** One short line: refusals, acknowledgements, warnings. */
export interface NoticeMessage {
  readonly card: 'notice';
  readonly notice: Notice;
}

/** Named on whatever one of several groups says (product.md 4, "Groups"); absent for a session that is whole. */
export interface OfGroup {
  readonly group?: { readonly number: number; readonly count: number };
}

export type Message = OfGroup & (
  | LobbyMessage | AgendaMessage | WriteUpsMessage | TurnMessage | SuccessesMessage | ClosingMessage
  | PhaseMessage | PausedMessage | EndAskedMessage | SummaryMessage | HistoryMessage | OpenedRecordMessage | StatusMessage
  | HelpMessage | ProtocolsMessage | ProblemFormMessage | ProblemDoorMessage | WhichCommunityMessage
  | ProblemsMessage | SetUpMessage | JoinMessage | OwnerAwayMessage | NoTimeMessage | ActionsMessage | NoticeMessage | ReportMessage | GroupsMessage | GroupRootMessage | SharedProblemMessage
  | NudgeMessage | CribMessage | ReadAheadMessage | DeliveriesMessage | QuestionFormMessage | QuestionsAskedMessage | AskedAheadMessage | RemindersMessage
  | BuddyReminderMessage | BuddyFollowUpMessage | BuddyOfferMessage | BuddyProposalMessage | BuddyNewsMessage
  | BuddyMessage | BuddySharedMessage | BuddyNoneMessage | BuddyFormMessage | BuddyLeaveMessage
  | PairsMessage | PairsFormMessage | PairsSureMessage | PairsProposalMessage | PairsAnnouncedMessage | PairingNewsMessage
  | MeMessage);
export type Card = Message['card'];
