// The words about groups: more problems than one session has time for.

const list = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between);

export const groups = {
  /** On every card of a group, and before every line. */
  line: (number: number, count: number) => `Group ${number} of ${count}`,
  said: (group: string, text: string) => `${group} · ${text}`,
  headings: {
    offered: (who: string, count: number) => `${who}: ${count} groups`,
    together: (who: string) => `${who}: staying together`,
    stayed: (who: string) => `${who} in one session`,
    closed: () => 'No session',
    one: () => 'One session',
    started: (_who: string, count: number) => `We are in ${count} groups`,
    over: (_who: string, count: number) => `All ${count} groups have finished`,
  },
  lines: {
    offered: 'One session has no time for all of them. In groups everyone gets a turn: each group has its own chair and its own clock. The lobby lists who is where.',
    together: 'One session for everyone, without groups.',
    one: 'There is time for every problem in one session.',
    stayed: '',
    closed: '',
    started: '',
    over: '',
  },
  places: { threads: 'Each group has its own thread in this channel.', chat: 'Every card here names its group: press only on those of yours.' },
  rooms: 'In a call, groups need breakout rooms. The organiser of the meeting opens them.',
  members: {
    problems: (count: number) => `${count} problems`,
    people: (count: number) => `${count} people`,
    offeredToSome: 'One session has no time for all of them. In groups more of you get a turn: each group has its own chair and its own clock. The lobby lists who is where.',
    offered: 'It works best with three or four. Each group has its own chair and its own clock. The lobby lists who is where.',
  },
  carriedOver: (names: string) => `No time today, carried over to another meeting: ${names}`,
  list: ({ number, chair, others, helpers }: { number: number; chair: string; others: string; helpers: string }) =>
    `Group ${number}: ${list([list([chair === '' ? '' : `${chair} (chair)`, others], ', '), helpers === '' ? '' : `helping: ${helpers}`], '; ')}`,
  root: { chair: (name: string) => `Chair: ${name}`, members: (names: string) => `With: ${names}`, line: 'This is your thread: everything for this group is posted here.' },
  summary: 'We are in groups',
  offer: 'Groups, or stay together?',
  status: {
    over: (group: string) => `${group}: finished`,
    running: (group: string, title: string, left: string) => `${group}: ${title}, ${left} left`,
    overtime: (group: string, title: string, over: string) => `${group}: ${title}, ${over} over its time`,
    paused: (group: string, title: string, left: string) => `${group}: paused in ${title}, ${left} left`,
    owner: (line: string, owner: string) => `${line} · ${owner}`,
    chair: (line: string, chair: string) => `${line} · chair: ${chair}`,
    starting: (group: string) => `${group}: about to begin`,
  },
};
