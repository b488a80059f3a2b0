// The words on cards that tell what was, is, or can be done: write-ups, summary, history, record, status, help, protocols.

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const writeUps = {
  heading: (page: number, pageCount: number) => pageCount === 1 ? 'Write-ups' : `Write-ups, page ${page} of ${pageCount}`,
  owner: (name: string) => name,
  label: (title: string) => `${title}: `,
  continued: (name: string) => `${name} (continued)`,
  summary: 'The write-ups of this session',
};

const summary = {
  heading: 'Summary',
  privateHeading: 'Your turn in the session',
  held: (date: string, start: string, end: string) => `${date}, ${start} to ${end}`,
  chair: (name: string) => `Chair: ${name}`,
  turn: (number: number, owner: string) => `${number} · ${owner}`,
  notHeld: 'Carried over: this turn was not held.',
  unfinished: 'Carried over: this turn was not finished.',
  problem: 'Problem: ',
  note: (title: string, by: string) => `${title}, ${by}: `,
  moreNotes: (count: number) => `and ${plural(count, 'more note', 'more notes')} in the whole record`,
  action: 'Next action: ',
  due: (day: string) => ` (by ${day})`,
  noAction: 'No next action was saved.',
  successes: 'Successes',
  reflections: 'Our reflections',
  requests: 'Requests for help',
  by: (name: string) => `${name}: `,
  more: (count: number) => `and ${count} more in the whole record`,
  attendance: (count: number, names: string) => `Here (${count}): ${names}`,
  nextChair: (name: string) => `Next chair: ${name}`,
  nextMeeting: (date: string, time: string) => `Next meeting: ${date}, ${time}`,
  proposedMeeting: (date: string, time: string) => `Next meeting: ${date}, ${time}, as the rhythm has it`,
  open: 'Open the whole record',
  calendar: 'Calendar file',
  summary: 'The summary of the session',
};

const history = {
  heading: 'Sessions held',
  search: 'Search: ',
  by: (name: string) => `With ${name}`,
  area: (title: string) => `NPQ area: ${title}`,
  nameUnknown: 'Nobody of that name has taken part here, so it was looked for as words.',
  openOne: (date: string) => `Open ${date}`,
  openGroup: (date: string, number: number) => `Open ${date}, group ${number}`,
  none: 'None yet.',
  noneFound: 'None found. Try other words, or fewer.',
  held: (date: string, time: string) => `${date}, ${time}`,
  led: (chair: string, count: number) => `Chair: ${chair} · ${plural(count, 'person', 'people')}`,
  noProblem: 'no write-up',
  action: ' → ',
  record: 'Whole record',
  more: (count: number) => `and ${count} more`,
  last: 'That is all.',
  heldIn: (chat: string) => `Held in ${chat}, before this community went on here.`,
  unnamed: 'another chat',
  earlier: 'Earlier sessions were held in another chat. If you took part there, press Older: you alone will see them.',
  summary: 'Sessions held',
};

const record = {
  heading: 'Record of a session',
  page: (page: number, pageCount: number) => `Record of a session, page ${page} of ${pageCount}`,
  came: (outcome: string) => `What came of it: ${outcome}.`,
  next: 'Next page',
  back: 'Sessions held',
  summary: 'The record of a session',
};

const status = {
  heading: 'Where we are',
  now: (time: string) => `Now: ${time}`,
  none: 'There is no session now. Type “start” to open one.',
  nextMeeting: (date: string, time: string) => `Next meeting: ${date}, ${time}`,
  nextChair: (name: string) => `Next chair: ${name}`,
  calendar: 'Calendar file',
  lobby: (inCount: number, ownerCount: number) => `Not started yet: ${inCount} in, ${plural(ownerCount, 'problem', 'problems')}. The buttons are on the card “Before we start” further up.`,
  lobbyChair: (name: string) => `Proposed chair: ${name}`,
  running: (title: string, left: string) => `${title}: ${left} left`,
  overtime: (title: string, over: string) => `${title}: ${over} over its time`,
  paused: (title: string, left: string) => `Paused in ${title}: ${left} left`,
  summary: 'Where we are',
};

const help = {
  heading: 'What you can do here',
  channel: 'In a channel or group chat, mention me first.',
  does: (line: string) => `: ${line}`,
  summary: 'What you can do here',
};

const protocols = {
  heading: 'Kinds of session',
  lengths: (lengths: string) => `${lengths} minutes`,
  group: (min: number, max: number) => `groups of ${min} to ${max}`,
  roles: (roles: string) => `Roles: ${roles}`,
  credit: 'Credit: ',
  source: 'Source: ',
  start: (id: string) => `To choose it, type: start ${id}`,
  summary: 'Kinds of session',
};

const problems = {
  heading: 'Who has a problem ready?',
  ready: (names: string) => `Ready: ${names}`,
  noneReady: 'Ready: no one yet',
  drafting: (names: string) => `Still writing: ${names}`,
  hint: 'Type “problem” to write up yours.',
  summary: 'Who has a problem ready',
};

const calendar = {
  meeting: (name: string | null) => (name === null ? 'Problem-solving hour' : `Problem-solving hour: ${name}`),
};

const which = {
  heading: 'Which community?',
  line: 'You are in more than one. Which one do you mean this time?',
  label: 'Community',
  choice: (name: string, lastUsed: string) => `${name} · last used ${lastUsed}`,
  unnamed: 'A chat without a name',
  summary: 'Which community do you mean?',
};

export const records = { writeUps, summary, history, record, status, help, protocols, problems, calendar, which };
