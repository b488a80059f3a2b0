// The words on the cards of coming and going while the hour runs.

const join = {
  heading: 'Join the session',
  line: 'Help the others, or bring a problem: then your turn is the last one.',
  forWho: (name: string) => `${name}, please choose:`,
  summary: 'Join the session',
};

const ownerAway = {
  heading: (name: string) => `${name} is not here`,
  summary: 'The owner of this turn is not here',
  choose: (decider: string) => `${decider} chooses: go on without them, or give up this turn.`,
  nobody: 'Whoever takes the chair chooses: go on without them, or give up this turn.',
  movesAfter: (length: string) => `Without an answer within ${length} the turn moves to the end.`,
  carriedOverAfter: (length: string) => `Without an answer within ${length} the problem is carried over, and the session goes on.`,
  outcomes: {
    'go-on': 'The turn goes on.', 'to-end': 'The turn has moved to the end.', 'skip': 'The problem is carried over to a later session.',
    'back': 'They are back.', 'given': '',
  },
  over: 'The session has gone on.',
};

const noTime = {
  heading: (name: string) => `${name}’s problem is carried over`,
  summary: 'A problem is carried over',
  line: (length: string, chair: string) => `There is no time for one more turn of ${length}. ${chair}, who chairs, can still give it: the turns before it get shorter, and if that is not enough, the session ends later.`,
  given: (name: string) => `${name} has the last turn after all.`,
  over: 'It stays ready for a later session.',
};

export const coming = { join, ownerAway, noTime };
