// The whole hour over HTTP, for every number of problem owners, against the guidance's table (domain.md 1.2): what is
// posted when, who may speak, who only listens, and in which order Teams is told.

import { describe, expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, names } from '../support/session-steps.ts';

const titles = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'] as const;

interface Hour {
  readonly owners: number;
  readonly isReady: boolean;
  /** Minutes of the six phases of each turn, as in the table. */
  readonly turns: readonly (readonly number[])[];
  readonly starts: readonly string[];
  readonly close: readonly [string, string];
}

const usual = [2, 2, 4, 2, 2, 1];
const short = [1, 2, 4, 2, 2, 1];
const five = [0, 1, 4, 2, 2, 1];
const fiveUnwritten = [1, 1, 3, 2, 2, 1];
const six = [0, 1, 3, 2, 1, 1];
const hours: readonly Hour[] = [
  { owners: 1, isReady: false, turns: [usual], starts: ['16:05'], close: ['16:18', '16:23'] },
  { owners: 2, isReady: true, turns: [usual, usual], starts: ['16:05', '16:18'], close: ['16:31', '16:36'] },
  { owners: 4, isReady: true, turns: [short, usual, usual, short], starts: ['16:05', '16:17', '16:30', '16:43'], close: ['16:55', '17:00'] },
  { owners: 5, isReady: true, turns: Array(5).fill(five), starts: ['16:05', '16:15', '16:25', '16:35', '16:45'], close: ['16:55', '17:00'] },
  { owners: 5, isReady: false, turns: Array(5).fill(fiveUnwritten), starts: ['16:05', '16:15', '16:25', '16:35', '16:45'], close: ['16:55', '17:00'] },
  { owners: 6, isReady: true, turns: Array(6).fill(six), starts: ['16:05', '16:13', '16:21', '16:29', '16:37', '16:45'], close: ['16:53', '17:00'] },
];

/** When each phase is posted, with its title, who speaks and who only listens, as the guidance has it. */
function phasesOf({ turns, starts, close }: Hour): readonly string[] {
  const phases = turns.flatMap((minutes, turn) => {
    const owner = names[turn] ?? '';
    let startAt = at(starts[turn] ?? '');
    return titles.flatMap((title, index) => {
      const lengthMinutes = minutes[index] ?? 0;
      const begins = clockOf(startAt);
      startAt += lengthMinutes * 60_000;
      return lengthMinutes === 0 ? [] : [`${begins} ${title} | ${speakersOf(title, owner)}`];
    });
  });
  return ['16:00 Start on time | everyone, no one', ...phases, `${close[0]} Close | everyone, no one`];
}

function speakersOf(title: (typeof titles)[number], owner: string): string {
  switch (title) {
    case 'Introduce the problem':
    case 'Response': return `${owner}, all peers`;
    case 'Look deeper':
    case 'Action step': return `all peers, ${owner}`;
    case 'Clarify':
    case 'Our reflections': return 'everyone, no one';
  }
}

/** The phase cards as they were posted. */
function postedPhases(service: TestService): readonly string[] {
  const isPhase = (title: string | undefined): boolean => ['Start on time', ...titles, 'Close'].some((known) => known === title);
  const after = (lines: readonly string[], mark: string): string => lines.find((line) => line.startsWith(mark))?.slice(mark.length) ?? 'not said';
  return service.posts(channel).filter(({ lines }) => isPhase(lines[0]))
    .map(({ at: postedAt, lines }) => `${clockOf(postedAt)} ${lines[0]} | ${after(lines, 'Speaking: ')}, ${after(lines, 'Listening only: ')}`);
}

describe.each(hours)('An hour with $owners problem owners (write-ups: $isReady)', (hour) => {
  test('has every phase at its minute, says who speaks and who listens, and ends by itself', async () => {
    const service = await openService();
    const people = colleagues(service, hour.owners);
    await begin(service, people, { ready: hour.isReady ? people : [] });
    await service.pass(hourMs + seconds(10));

    expect(postedPhases(service)).toEqual(phasesOf(hour));
    const summary = service.posts(channel).filter(({ lines }) => lines[0] === 'Summary');
    expect(summary.map((each) => clockOf(each.at))).toEqual([hour.close[1]]);
    const turnCards = service.posts(channel).filter(({ lines }) => lines[0]?.startsWith('Turn '));
    expect(turnCards.map((each) => clockOf(each.at))).toEqual(hour.starts);
    expect(service.last(channel)[0]).toBe('Summary');
  });
});

test('With four owners Teams is told everything in one order: posts in theirs, edits of what is over in theirs', async () => {
  const service = await openService();
  const people = colleagues(service, 4);
  await begin(service, people, { ready: people.slice(0, 1) });
  await service.passTo(at('16:17:30'));
  const told = (act: string): readonly string[] => service.sent(channel).filter((each) => each.at >= at('16:00') && each.act === act)
    .map((each) => `${clockOf(each.at)} ${each.lines[0]}`);
  expect(told('post')).toEqual([
    '16:00 Agenda', '16:00 Start on time', '16:00 Write-ups', '16:00 One success each', '16:04:30 30 s left: Start on time.',
    '16:05 Turn 1 of 4: <at>Aisha Khan</at>', '16:05 Introduce the problem', '16:06 Clarify', '16:08 Look deeper', '16:11:30 30 s left: Look deeper.',
    '16:12 Action step', '16:14 Response', '16:16 Our reflections', '16:17 Turn 2 of 4: <at>Ben Cole</at>', '16:17 Introduce the problem',
  ]);
  expect(told('edit').map((line) => line.replace(/:0[12] /, ' '))).toEqual([
    "16:00 Before we start: who's here?", '16:05 Start on time', '16:05 Agenda', '16:06 Introduce the problem', '16:08 Clarify', '16:12 Look deeper',
    '16:14 Action step', '16:16 Response', '16:17 Our reflections',
  ]);
});
