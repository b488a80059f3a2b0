// One line of help per command of product.md 3: how it is typed and what it does.

export interface CommandText {
  readonly usage: string;
  readonly does: string;
}

export const commands = {
  'help': { usage: 'help', does: 'what you can do here, now' },
  'set up': { usage: 'set up', does: 'NPQ, time zone, protocol, length, next meeting, language' },
  'start': { usage: 'start', does: 'open a session: who is here, who has a problem' },
  'next': { usage: 'next', does: 'go to the next phase (chair)' },
  'pause': { usage: 'pause', does: 'stop the clock; anyone may' },
  'resume': { usage: 'resume', does: 'start the clock again (chair)' },
  'more time': { usage: 'more time', does: 'one minute more for this phase (chair)' },
  'end': { usage: 'end', does: 'end the session; asks once more (chair)' },
  'note': { usage: 'note <text>', does: 'save a note to this phase' },
  'action': { usage: 'action <text>', does: 'save your next action' },
  'status': { usage: 'status', does: 'the phase, the time left, who speaks, what comes next' },
  'order': { usage: 'order <names>', does: 'change the order of the turns' },
  'absent': { usage: 'absent <name>', does: 'mark somebody as not here; without a name yourself' },
  'here': { usage: 'here <name>', does: 'mark somebody as here, also a guest, without a name yourself; add “with a problem” for a turn' },
  'chair': { usage: 'chair <name>', does: 'hand over the chair' },
  'problem': { usage: 'problem', does: 'write up your problem; only you see it until the session' },
  'problems': { usage: 'problems', does: 'who has a problem ready (names only)' },
  'history': { usage: 'history <words>', does: 'past sessions, newest first; with words, by <name> or on <NPQ area>, those that fit' },
  'actions': { usage: 'actions', does: 'what people said they would do; say what came of yours' },
  'buddy': { usage: 'buddy', does: 'your buddy pair: when you meet next, what you agreed, your actions' },
  'pairs': { usage: 'pairs <names>', does: 'buddy pairs: who has one, who waits; propose or change them (coordinator)' },
  'report': { usage: 'report', does: 'meetings, attendance and what came of actions, in numbers' },
  'me': { usage: 'me', does: 'about you: school, role, when I may write to you, a pause' },
  'birthday': { usage: 'birthday 14 March', does: 'day and month, to choose the first chair' },
  'protocols': { usage: 'protocols', does: 'the kinds of session there are' },
  'rehearse': { usage: 'rehearse', does: 'try an hour in about a minute, with pretend colleagues' },
  'coordinator': { usage: 'coordinator <name>', does: 'pass on the coordinator’s part' },
  'deliveries': { usage: 'deliveries', does: 'what could not be delivered to whom, for the coordinator' },
  'clock': { usage: 'clock +2d 3h', does: 'show or move the clock (local mode only)' },
} satisfies Readonly<Record<string, CommandText>>;
