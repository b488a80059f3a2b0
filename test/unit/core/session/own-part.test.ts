// What a phase card says to each person alone: six people, every phase of a turn (product.md 4.4).

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../../../src/cards/render.ts';
import { personId } from '../../../../src/core/keys.ts';
import { protocols } from '../../../../src/core/protocols/catalog.ts';
import { ownPhase } from '../../../../src/core/session/own-part.ts';
import { draw } from '../../../../src/core/session/draw.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { en } from '../../../../src/texts/en.ts';
import { textsOf } from '../../../cards/walk.ts';
import { aisha, anHour, ben, chairIs, chloe, dev, eve, finn, gita, type Story } from '../../../support/given.ts';

const render = createRender(en);

/** The line under the title, as `who` reads it. */
function lineFor(story: Story, who: Person): string {
  const hour = story.hour;
  if (hour.status === 'ended') throw new Error('over');
  return textsOf(render(ownPhase(hour, who.id, { at: story.now, rate: 1 })).card)[1] ?? '';
}

/** Aisha has the first turn from 16:05, Ben the second from 16:18 and chairs; Chloe has the third from 16:31. Dev and Eve help, Finn is not in. */
const hourAt = (minute: number): Story => anHour([aisha, ben, chloe], { ...chairIs(ben), helpers: [dev, eve] }).passes(minute);
const cast = [aisha, ben, chloe, dev, eve, finn] as const;
const out = 'You are not in this session: press Join';

const table: readonly (readonly [string, number, readonly string[]])[] = [
  ['Introduce the problem', 5, [
    'You speak now, until 16:07',
    'You listen and write; you speak again at 16:07 · Your turn begins at 16:18 · You chair',
    'You listen and write; you speak again at 16:07 · Your turn begins at 16:31',
    'You listen and write; you speak again at 16:07', 'You listen and write; you speak again at 16:07', out,
  ]],
  ['Clarify', 7, [
    'You answer in a few words, until 16:09',
    'You ask short questions, until 16:09; no advice yet · Your turn begins at 16:18 · You chair',
    'You ask short questions, until 16:09; no advice yet · Your turn begins at 16:31',
    'You ask short questions, until 16:09; no advice yet', 'You ask short questions, until 16:09; no advice yet', out,
  ]],
  ['Look deeper', 9, [
    'You listen and write; you speak again at 16:15',
    'You speak now, until 16:13 · Your turn begins at 16:18 · You chair', 'You speak now, until 16:13 · Your turn begins at 16:31',
    'You speak now, until 16:13', 'You speak now, until 16:13', out,
  ]],
  ['Action step', 13, [
    'You listen and write; you speak again at 16:15',
    'You speak now, until 16:15 · Your turn begins at 16:18 · You chair', 'You speak now, until 16:15 · Your turn begins at 16:31',
    'You speak now, until 16:15', 'You speak now, until 16:15', out,
  ]],
  ['Response', 15, [
    'You speak now, until 16:17',
    'You listen and write; you speak again at 16:17 · Your turn begins at 16:18 · You chair',
    'You listen and write; you speak again at 16:17 · Your turn begins at 16:31',
    'You listen and write; you speak again at 16:17', 'You listen and write; you speak again at 16:17', out,
  ]],
  ['Our reflections', 17, [
    'You speak now, until 16:18',
    'You speak now, until 16:18 · Your turn begins at 16:18 · You chair', 'You speak now, until 16:18 · Your turn begins at 16:31',
    'You speak now, until 16:18', 'You speak now, until 16:18', out,
  ]],
];

describe.each(table)('In %s', (title, minute, lines) => {
  const story = hourAt(minute);
  test.each(cast.map((who, index) => [who.name, who, lines[index] ?? ''] as const))('%s reads their own part', (_name, who, line) => {
    expect(textsOf(render(ownPhase(story.hour as never, who.id, { at: story.now, rate: 1 })).card)[0]).toBe(title);
    expect(lineFor(story, who)).toBe(line);
  });
});

test('in the opening each speaks in turn; in the last turn it is too late to join; in the close everyone speaks', () => {
  expect(lineFor(hourAt(1), dev)).toBe('You each speak in turn, until 16:05');
  expect(lineFor(hourAt(1), finn)).toBe(out);
  expect(lineFor(hourAt(32), finn)).toBe('You are not in this session');
  expect(lineFor(hourAt(45), finn)).toBe('You are not in this session');
  expect(lineFor(hourAt(45), ben)).toBe('You speak now, until 16:49 · You chair');
});

test('whoever has left is not in any more, and whoever comes back is', () => {
  const story = hourAt(9);
  const left = { ...story.hour, people: story.hour.people.map((each) => (each.id === dev.id ? { ...each, leftAt: story.now } : each)) };
  expect(ownPhase(left as never, dev.id, { at: story.now, rate: 1 }).mine).toMatchObject({ does: 'join' });
});

test('paused, nobody is given a time, since nobody knows it', () => {
  const story = hourAt(9).type(10, dev, { type: 'pause-asked' });
  expect(lineFor(story, aisha)).toBe('Nothing to do until the session goes on');
  expect(lineFor(story, ben)).toBe('Nothing to do until the session goes on · You chair');
});

test('in silence all write, until the time they may speak again', () => {
  const story = anHour([aisha, ben], { protocol: protocols['case-study'] as never, lengthMinutes: 30 }).passes(2.5);
  expect(lineFor(story, aisha)).toBe('Silence: you read and write; you speak again at 16:04 · You chair');
  expect(lineFor(story, ben)).toMatch(/^Silence: you read and write; you speak again at 16:04/);
});

describe('Who is asked by their client for a view', () => {
  const refreshOf = (story: Story, index: number): unknown => {
    const message = draw(story.state, `phase-${index}`, { at: story.now, rate: 1 });
    return message === null ? null : render(message).card?.['refresh'];
  };

  test('are those who are here and can be, the chair and the owner first', () => {
    const story = hourAt(32).type(32.5, ben, { type: 'pause-asked' });
    for (const each of [hourAt(32), story]) {
      expect(refreshOf(each, 13)).toEqual({
        action: { type: 'Action.Execute', title: 'Refresh', verb: 'my-view', data: { verb: 'my-view', session: 's1', rev: each.hour.rev, step: 13 } },
        userIds: ['29:ben', '29:chloe', '29:aisha', '29:dev', '29:eve'],
      });
    }
  });

  test('are at most sixty, and nobody when a phase or the session is over', () => {
    const many = Array.from({ length: 70 }, (_, index): Person => ({ id: personId(`p${index}`), name: `Person ${index}`, teamsId: `29:${index}` }));
    const story = anHour([aisha], { ...chairIs(gita), helpers: [...many, gita] }).passes(6);
    const { userIds } = refreshOf(story, 1) as { readonly userIds: readonly string[] };
    expect(userIds).toHaveLength(60);
    expect(userIds.slice(0, 3)).toEqual(['29:gita', '29:aisha', '29:0']);
    expect(refreshOf(story, 0)).toBeUndefined();
    expect(refreshOf(story.type(7, gita, { type: 'end-asked' }).type(7, gita, { type: 'end-asked' }), 1)).toBeUndefined();
  });
});
