// A meeting in groups over HTTP: thirteen colleagues, where each group speaks, and what it was shown.

import { type Chat, type Person } from './person.ts';
import { channel, type Sent, startAt, type TestService } from './service.ts';
import { type Gathering, gather, nth } from './session-steps.ts';
import { seconds } from '../../src/core/time.ts';

const firstNames = ['Aisha', 'Ben', 'Chloe', 'Dev', 'Eve', 'Finn', 'Grace', 'Hugh', 'Ivy', 'Jack', 'Kate', 'Liam', 'Mia', 'Noah', 'Olga', 'Pete'];
/** In the order of their names: of thirteen Aisha, Ben and Chloe chair the three groups. */
export const crowd = (service: TestService, count: number): readonly Person[] => firstNames.slice(0, count).map((name) => service.person(`${name} Hall`));

/** The channel itself, where a new message begins a thread. */
export const channelItself: Chat = { ...channel, id: channel.id.split(';')[0] ?? '' };

export const groupLine = (number: number, count: number): string => `Group ${number} of ${count}`;

/** The thread of a group of the channel: that of its first message there, the last of its kind. */
export function threadOf(service: TestService, number: number, count: number): Chat {
  const root = service.posts(channelItself).findLast(({ lines }) => lines[0] === groupLine(number, count));
  if (root === undefined) throw new Error(`group ${number} has no thread`);
  return { ...channel, id: `${channelItself.id};messageid=${root.messageId}` };
}

/** Gathers, and starts at 16:00 to the second; five seconds later every message of the start is there. */
export async function beginInGroups(service: TestService, owners: readonly Person[], gathering: Gathering = {}): Promise<void> {
  await gather(service, owners, gathering);
  await service.passTo(startAt);
  await nth(owners, 0).presses(gathering.chat ?? channel, { title: 'Start session' });
  await service.pass(seconds(5));
}

/** What one group has been shown, wherever: messages that name it, as they were posted. */
export const postsOfGroup = (service: TestService, number: number, count: number): readonly Sent[] =>
  service.posts().filter(({ lines }) => lines.some((line) => line.startsWith(groupLine(number, count))));
