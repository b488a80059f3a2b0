// Every short line the bot says: refusals first, then acknowledgements and warnings. Words live in texts/.

import type { DayOff } from './calendar/open-days.ts';
import type { Instant, Millis } from './time.ts';
import type { Outcome } from './problem/came-of.ts';
import type { NpqArea } from './problem/write-up.ts';
import type { PhaseId } from './protocols/protocol.ts';

/** A polite no. Each names who may, or what to do instead (product.md 4). */
export type Refusal =
  | { readonly reason: 'chair-only'; readonly chair: string; readonly also: readonly string[] }
  | { readonly reason: 'participants-only' }
  | { readonly reason: 'opener-only'; readonly who: readonly string[] }
  | { readonly reason: 'owner-or-chair-only'; readonly owner: string; readonly chair: string }
  | { readonly reason: 'no-session' }
  | { readonly reason: 'not-running'; readonly state: 'lobby' | 'paused' | 'ended' }
  | { readonly reason: 'stale'; readonly phase: PhaseId | null }
  | { readonly reason: 'already-paused'; readonly by: string | null }
  | { readonly reason: 'not-paused' }
  | { readonly reason: 'action-too-late' }
  | { readonly reason: 'no-turn-yet' }
  | { readonly reason: 'name-missing'; readonly command: string }
  | { readonly reason: 'unknown-name'; readonly name: string }
  | { readonly reason: 'ambiguous-name'; readonly name: string; readonly matches: readonly string[] }
  | { readonly reason: 'cannot-chair'; readonly name: string }
  | { readonly reason: 'not-your-action'; readonly owners: readonly string[] }
  | { readonly reason: 'which-action' }
  | { readonly reason: 'action-gone' }
  | { readonly reason: 'empty-text'; readonly what: 'note' | 'action' | 'request' }
  | { readonly reason: 'too-long'; readonly what: 'note' | 'action' | 'request' | 'outcome' | 'feedback' | 'agreement'; readonly maxChars: number; readonly lengthChars: number }
  | { readonly reason: 'bad-date'; readonly example: string }
  | { readonly reason: 'past-date' }
  /** Dates `YYYY-MM-DD` that the words may mean. */
  | { readonly reason: 'ambiguous-date'; readonly options: readonly string[] }
  | { readonly reason: 'bad-meeting'; readonly why: 'incomplete' | 'past' | 'time' }
  | { readonly reason: 'bad-birthday' }
  | { readonly reason: 'unknown-command'; readonly suggestion: string | null }
  | { readonly reason: 'unknown-protocol'; readonly name: string; readonly known: readonly string[] }
  | { readonly reason: 'unknown-button' }
  | { readonly reason: 'bad-form' }
  | { readonly reason: 'community-only' }
  | { readonly reason: 'local-only' }
  | { readonly reason: 'no-community' }
  | { readonly reason: 'coordinator-only'; readonly coordinator: string }
  | { readonly reason: 'continue-too-late' }
  | { readonly reason: 'unknown-area'; readonly areas: readonly NpqArea[] }
  | { readonly reason: 'several-areas'; readonly areas: readonly NpqArea[] }
  | { readonly reason: 'record-gone' }
  | { readonly reason: 'history-elsewhere'; readonly why: 'not-a-member' | 'read-by-all' }
  | { readonly reason: 'guest' }
  | { readonly reason: 'bad-clock' }
  | { readonly reason: 'too-late-for-this' }
  | { readonly reason: 'too-late-to-join'; readonly chair: string }
  | { readonly reason: 'in-groups' }
  | { readonly reason: 'too-much-waiting' }
  | { readonly reason: 'nothing-to-bring' }
  | { readonly reason: 'file-elsewhere' | 'file-unreadable' }
  | { readonly reason: 'newer-release' }
  /** No write-up of that person is shared, or none of this community takes questions ahead. */
  | { readonly reason: 'no-questions'; readonly why: 'not-shared' | 'not-taken' | 'own' | 'enough' }
  | { readonly reason: 'start-in-private' }
  | { readonly reason: 'not-yours-to-see'; readonly who: 'members' | 'coordinator' }
  | { readonly reason: 'rehearse-in-private' }
  /** Of a pair that is none, or none of the sender's. */
  | { readonly reason: 'no-pair' }
  /** The meeting is over, was moved or is settled otherwise. */
  | { readonly reason: 'meeting-settled'; readonly why: 'over' | 'moved' | 'alone' | 'standing' | 'unsettled' }
  /** Another time for a buddy meeting that it cannot have. */
  | { readonly reason: 'bad-move'; readonly why: 'unreadable' | 'past' | 'same' | 'too-far' | 'taken' | 'no-alternative' | 'incomplete' | 'another-alternative' }
  /** Fewer than two would be left to meet. */
  | { readonly reason: 'two-needed' }
  /** Somebody else of the pair has changed what was agreed since the form was opened. */
  | { readonly reason: 'agreement-changed' }
  /** Asked about once, since nobody meets on that day. */
  | { readonly reason: 'day-off'; readonly dayOff: DayOff }
  /** The card of a proposal of pairs that was changed since, or is announced or discarded. */
  | { readonly reason: 'old-proposal'; readonly isOver: boolean }
  /** People who cannot be put together like that. */
  | { readonly reason: 'bad-group'; readonly fault: 'same' | 'not-in' | 'too-many' | 'too-few' | 'nobody' | 'together' | 'gone' | 'who' | 'with-whom' | 'which' }
  /** They asked to be left out. */
  | { readonly reason: 'wants-no-buddy'; readonly names: readonly string[] }
  | { readonly reason: 'no-coordinator' }
  /** Answered in private alone, since it says what was typed. */
  | { readonly reason: 'nobody-called'; readonly name: string };

/** Something worth one line in the chat or to one person. */
export type Notice =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'warning'; readonly phase: PhaseId; readonly leftMs: Millis }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'note-saved' }
  | { readonly kind: 'request-saved' }
  | { readonly kind: 'action-saved'; readonly owner: string; readonly dueOn: string }
  | { readonly kind: 'outcome-saved'; readonly owner: string; readonly outcome: Outcome }
  | { readonly kind: 'action-written-for'; readonly owner: string; readonly by: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'take-chair-asked'; readonly by: string; readonly chair: string; readonly chairTeamsId: string | null }
  | { readonly kind: 'chair-stays'; readonly chair: string }
  | { readonly kind: 'chair-is'; readonly chair: string; readonly by: string | null }
  | { readonly kind: 'next-chair-is'; readonly chair: string }
  /** `dayOff`: why nobody meets on that day. */
  | { readonly kind: 'next-meeting-is'; readonly date: string; readonly at: Instant; readonly zone: string; readonly dayOff: DayOff | null }
  | { readonly kind: 'order-is'; readonly names: readonly string[] }
  | { readonly kind: 'marked-absent' | 'marked-here'; readonly name: string }
  /** Answered with the card that offers both ways to join. */
  | { readonly kind: 'join-offered' }
  | { readonly kind: 'already-in' | 'you-are-in' }
  /** `isShared`: every turn to come is as long as theirs; `endsAt`: where the session's end has moved. */
  | { readonly kind: 'owner-joined'; readonly name: string; readonly ownMs: Millis; readonly isShared: boolean; readonly endsAt: Instant | null; readonly zone: string }
  /** `turnMs`: how long each turn to come is now, where that has changed. */
  | { readonly kind: 'problem-carried-over'; readonly name: string; readonly turnMs: Millis | null; readonly endsAt: Instant | null; readonly zone: string }
  | { readonly kind: 'turn-moved'; readonly name: string }
  | { readonly kind: 'chair-left'; readonly chair: string }
  | { readonly kind: 'end-asked' }
  /** `cause`: the overtime of a phase; absent for a pause. */
  | { readonly kind: 'ends-later'; readonly endsAt: Instant; readonly zone: string; readonly cause?: 'overtime' }
  | { readonly kind: 'time-up'; readonly phase: PhaseId; readonly chair: string; readonly isLast: boolean }
  | { readonly kind: 'end-would-move'; readonly endsAt: Instant; readonly zone: string }
  | { readonly kind: 'session-forgotten'; readonly chair: string; readonly chairTeamsId: string | null; readonly endsAt: Instant; readonly zone: string }
  | { readonly kind: 'went-on-elsewhere'; readonly by: string; readonly place: string | null }
  | { readonly kind: 'call-began' }
  | { readonly kind: 'call-ended'; readonly chair: string; readonly chairTeamsId: string | null }
  | { readonly kind: 'birthday-saved'; readonly day: number; readonly month: number }
  | { readonly kind: 'coordinator-is'; readonly name: string }
  | { readonly kind: 'see-private'; readonly name: string; readonly teamsId: string | null }
  | { readonly kind: 'unreachable-privately'; readonly name: string; readonly teamsId: string | null }
  /** The lobby of the planned meeting is open and nobody has started. */
  | { readonly kind: 'chair-called'; readonly chair: string; readonly chairTeamsId: string | null; readonly plannedAt: Instant; readonly zone: string }
  /** `nextMeetingAt`: the one that is planned instead; null where there is none. */
  | { readonly kind: 'meeting-not-held'; readonly meetingAt: Instant; readonly nextMeetingAt: Instant | null; readonly zone: string }
  | { readonly kind: 'question-saved'; readonly owner: string }
  | { readonly kind: 'clock'; readonly now: Instant; readonly rate: number }
  | { readonly kind: 'clock-arrived'; readonly now: Instant; readonly deadlineCount: number }
  | { readonly kind: 'write-up-saved'; readonly isReady: boolean; readonly isSuitable: boolean | null; readonly isShared?: boolean }
  | { readonly kind: 'rehearsal-opens' | 'rehearsal-over' }
  | { readonly kind: 'failed'; readonly incident: string };
