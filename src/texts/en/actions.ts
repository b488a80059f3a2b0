// The words of the card that shows committed actions and asks what came of them.

export const actions = {
  heading: { list: 'Actions', opening: 'Actions due', due: (count: number) => `Your ${count === 1 ? 'action is' : 'actions are'} due` },
  intro: {
    list: '',
    opening: 'What came of them? Each owner presses a button for their own, at any time in this session. Nothing waits for it.',
    due: 'You committed to this with your group. What came of it?',
  },
  owner: (name: string) => `${name}: `,
  due: (day: string) => ` (by ${day})`,
  said: (outcome: string, line: string) => (line === '' ? `${outcome}. ` : `${outcome}: ${line}`),
  none: 'No action is open.',
  noneOfYours: 'None of yours is open.',
  which: 'Which one?',
  whichShared: 'Which one? Only if you have several',
  whichHint: 'Choose one',
  choice: (name: string, text: string) => `${name}: ${text}`,
  line: 'What came of it, in one line (optional)',
  lineHint: 'Example: tried in two classes',
  others: 'Of others',
  more: (count: number) => `and ${count} more`,
  moreDue: (count: number) => `and ${count} more: type “actions” to see them`,
  saved: (outcome: string) => `Saved: ${outcome}.`,
  errors: {
    'which': 'Not saved yet: please choose which one. What you typed is still here.',
    'too-long': (lengthChars: number, maxChars: number) => `Not saved yet: the line has ${lengthChars} characters, and ${maxChars} fit. What you typed is still here.`,
  },
  why: 'This comes once, since the day you set is here. Stop these reminders ends them for good.',
  summary: { list: 'Actions', opening: 'Actions due', due: 'An action of yours is due' },
};
