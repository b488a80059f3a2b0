// Two communities with the same people at the same time, and one community that meets week after week in the same chat.

import { expect, test } from '@jest/globals';
import { dayMs, minutes, seconds } from '../../src/core/time.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, startAt } from '../support/service.ts';
import { at, begin, colleagues, gather, nth } from '../support/session-steps.ts';

test('The same people in two sessions at once: commands and presses stay where they are made', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  const [aisha, ben] = [nth(people, 0), nth(people, 1)];
  await begin(service, people);
  await service.passTo(at('16:02'));
  await gather(service, people, { chat: group });
  await aisha.presses(group, { title: 'Start session' });
  await service.passTo(at('16:06'));
  const [channelIs, groupIs] = [(): string => service.card(channel, 'Agenda').join('\n'), (): string => service.card(group, 'Agenda').join('\n')];
  const [channelEnd, groupEnd] = [/Ends at [\d:]+/.exec(channelIs())?.[0], /Ends at [\d:]+/.exec(groupIs())?.[0]];
  expect(groupEnd).not.toBe(channelEnd);

  await aisha.says(group, 'next');
  await ben.presses(channel, { title: 'Pause' });
  await ben.says(group, 'note Said in the group');
  await service.pass(seconds(3));
  expect(service.card(channel, 'Paused').join('\n')).toMatch(/Introduce the problem/);
  expect(service.seen(group).some(([first]) => first === 'Paused')).toBe(false);
  expect(service.card(group, 'Introduce the problem').join('\n')).toMatch(/Ends at/);
  expect(/Ends at [\d:]+/.exec(channelIs())?.[0]).toBe(channelEnd);

  // A card of one session that is pressed in the other chat is no card of it.
  const stray = service.connector.visible(group.id).findLast(({ activity }) => JSON.stringify(activity).includes('"Next phase"'))?.activity ?? {};
  const session = /"session":"([^"]+)"/.exec(JSON.stringify(stray))?.[1] ?? '';
  const answered = await aisha.forges(channel, { verb: 'next', data: { verb: 'next', session, rev: 99 } });
  expect(linesOfAnswer(answered.body).join()).toMatch(/out of date/);

  await aisha.says(aisha.privateChat, 'next');
  expect(service.last(aisha.privateChat)[0]).toBe('Which community?');
  await aisha.presses(channel, { title: 'Resume' });
  await service.passTo(at('17:10'));
  expect([channel, group].map((chat) => service.posts(chat).filter(({ lines }) => lines[0] === 'Summary').length)).toEqual([1, 1]);
  await aisha.says(channel, 'history group');
  expect(service.last(channel).join('\n')).toMatch(/None found/);
});

test('A meeting that recurs in one chat is one community: three weeks with their rota, due actions and history', async () => {
  const service = await openService();
  const people = colleagues(service, 3);
  const chairs: string[] = [];
  for (const week of [0, 1, 2]) {
    const start = startAt + week * 7 * dayMs;
    if (week > 0) await service.skipTo(start - minutes(5));
    await gather(service, people, { chat: group });
    await service.passTo(start);
    await nth(people, 0).presses(group, { title: 'Start session' });
    await service.pass(seconds(3));
    const opening = service.card(group, 'Start on time').join('\n');
    chairs.push(/Chair: (\w+)/.exec(opening)?.[1] ?? '');
    expect(service.posts(group).filter(({ lines }) => lines[0] === 'Actions due' && /Ask week 0/.test(lines.join())).length).toBe(week === 2 ? 1 : 0);
    await service.pass(minutes(6));
    const owner = /Turn 1 of 3 · (\w+)/.exec(service.card(group, 'Introduce the problem').join('\n'))?.[1] ?? '';
    // All had a turn each week: whoever had the first one waited longest since.
    expect(owner).toBe('Aisha');
    if (week === 0) await nth(people, 0).presses(group, { title: 'Save my next action', inputs: { action: 'Ask week 0', due: '2026-12-14' } });
    await service.pass(minutes(60));
  }
  expect(new Set(chairs).size).toBe(3);
  await nth(people, 0).says(group, 'history');
  expect(service.last(group).filter((line) => /^Chair: /.test(line))).toHaveLength(3);
});
