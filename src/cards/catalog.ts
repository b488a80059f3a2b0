// Every card: the view that fills `cards/<card>.json`. A card of `Message` without an entry does not compile; a
// template without an entry, or an entry without a template, fails a test and stops the start.

import type { Kit } from './kit.ts';
import type { View } from './template.ts';
import { actionsView } from './views/actions.ts';
import { agendaView } from './views/agenda.ts';
import { closingView, successesView } from './views/ends.ts';
import { groupRootView, groupsView } from './views/groups.ts';
import { historyView } from './views/history.ts';
import { lobbyView } from './views/lobby.ts';
import { joinView, noTimeView, ownerAwayView } from './views/coming.ts';
import { endAskedView, pausedView } from './views/paused.ts';
import { buddyFollowUpView, buddyReminderView } from './views/buddy-meeting.ts';
import { buddyOfferView, buddyProposalView } from './views/buddy-moving.ts';
import { buddyNewsView } from './views/buddy-news.ts';
import { buddyFormView, buddyLeaveView } from './views/buddy-form.ts';
import { buddyNoneView, buddySharedView, buddyView } from './views/buddy-page.ts';
import { pairingNewsView, pairsAnnouncedView, pairsFormView, pairsSureView, pairsView } from './views/pairs.ts';
import { pairsProposalView } from './views/pairs-proposal.ts';
import { meView } from './views/me.ts';
import { phaseView } from './views/phase.ts';
import { problemDoorView, problemFormView } from './views/problem-form.ts';
import { questionFormView, questionsAskedView, askedAheadView } from './views/questions.ts';
import { cribView, deliveriesView, nudgeView, readAheadView, remindersView } from './views/readiness.ts';
import { recordView } from './views/record.ts';
import { helpView, problemsView, protocolsView } from './views/reference.ts';
import { reportView } from './views/report.ts';
import { sharedProblemView } from './views/shared-problem.ts';
import { setUpView } from './views/set-up.ts';
import { statusView } from './views/status.ts';
import { summaryView } from './views/summary.ts';
import { turnView } from './views/turn.ts';
import { whichCommunityView } from './views/which-community.ts';
import { writeUpsView } from './views/write-ups.ts';
import type { Card, Message } from '../core/messages.ts';

/** The cards that have a template: all but the notice, which is one line of text. */
export type Drawn = Exclude<Card, 'notice'>;
export type MessageOf = { readonly [C in Drawn]: Extract<Message, { card: C }> };

/** A view holds `summary`, the text of the notification, besides the fields its template names. */
export type CardView = View & { readonly summary: string };

export const catalog: { readonly [C in Drawn]: (message: MessageOf[C], kit: Kit) => CardView } = {
  'lobby': lobbyView,
  'agenda': agendaView,
  'actions': actionsView,
  'write-ups': writeUpsView,
  'turn': turnView,
  'successes': successesView,
  'closing': closingView,
  'phase': phaseView,
  'paused': pausedView,
  'end-asked': endAskedView,
  'join': joinView,
  'owner-away': ownerAwayView,
  'no-time': noTimeView,
  'summary': summaryView,
  'history': historyView,
  'record': recordView,
  'status': statusView,
  'help': helpView,
  'protocols': protocolsView,
  'problem-form': problemFormView,
  'problem-door': problemDoorView,
  'shared-problem': sharedProblemView,
  'which-community': whichCommunityView,
  'problems': problemsView,
  'set-up': setUpView,
  'report': reportView,
  'groups': groupsView,
  'group-root': groupRootView,
  'nudge': nudgeView,
  'crib': cribView,
  'read-ahead': readAheadView,
  'deliveries': deliveriesView,
  'question-form': questionFormView,
  'questions-asked': questionsAskedView,
  'asked-ahead': askedAheadView,
  'reminders': remindersView,
  'buddy-reminder': buddyReminderView,
  'buddy-follow-up': buddyFollowUpView,
  'buddy-offer': buddyOfferView,
  'buddy-proposal': buddyProposalView,
  'buddy-news': buddyNewsView,
  'buddy': buddyView,
  'buddy-shared': buddySharedView,
  'buddy-none': buddyNoneView,
  'buddy-form': buddyFormView,
  'buddy-leave': buddyLeaveView,
  'pairs': pairsView,
  'pairs-form': pairsFormView,
  'pairs-sure': pairsSureView,
  'pairs-proposal': pairsProposalView,
  'pairs-announced': pairsAnnouncedView,
  'pairing-news': pairingNewsView,
  'me': meView,
};

/** What the template of a card is filled with. */
export function viewOf<C extends Drawn>(card: C, message: MessageOf[C], kit: Kit): CardView {
  return catalog[card](message, kit);
}
