// What a calendar says of the meetings of a buddy pair.

export const pairCalendar = {
  title: (names: string) => `Buddy meeting with ${names}`,
  /** Why it is there. */
  why: (names: string, community: string | null) => `${names} and you are buddies${community === null ? '' : ` in ${community}`}: every second week you do an application module together.`,
  before: 'Do the insight module before you meet.',
  formats: { 'in-person': 'You meet in person.', 'teams': 'You meet on Teams, at a computer rather than on a phone.' },
  /** How to change it: what is moved in a calendar alone stays unknown to the others. */
  change: 'To move or cancel a meeting, or to agree on something else, type “buddy” in your chat with Turnstone. It tells your buddy; a change made only in your calendar tells nobody.',
  over: 'This buddy pair has come to an end.',
};
