// What must stand once in a chat, judged by every request the fake connector took: a second copy is a fault unless it is the
// one ambiguity that Teams leaves (reliability.md 1): its sender was in trouble, or not told, when the first one had come.

import type { Recorded } from '../../support/connector-faults.ts';
import { linesOf } from '../../support/read-card.ts';
import { en } from '../../../src/texts/en.ts';
import type { Instance } from './instance.ts';
import type { Mood } from './mood.ts';

const phaseTitles = new Set(Object.values(en.phases as Readonly<Record<string, { readonly title?: string }>>).map(({ title }) => title));
const onceTitles = /^(Agenda|Summary|One success each|Before we go|Write-ups.*|Turn \d+ of \d+.*|Group \d+ of \d+[^:]*|Before we start.*)$/;
/** From when a request is under way until its outcome is written down, with some time for machines at work. */
const beforeMs = 1_500;
const afterMs = 6_000;
/** What is doubted waits six seconds for evidence. */
const doubtMs = 5_900;

export interface Told {
  readonly instances: readonly Instance[];
  readonly mood: Mood;
}

/** What a post is the only one of in its chat; null for what may be said again. */
export function onceOf({ body }: Pick<Recorded, 'body'>): string | null {
  const lines = linesOf(body);
  const [title = ''] = lines;
  if (phaseTitles.has(title)) return `${title} | ${lines.find((line) => /^Turn \d+ of/.test(line)) ?? ''}`;
  return onceTitles.test(title) ? title : null;
}

/** Whether whoever sent this could fail to know, or to keep, that it came. */
export function isAmbiguous(request: Recorded, { instances, mood }: Told): boolean {
  if (mood.leftOpen(request)) return true;
  const sender = instances.find(({ address }) => address === request.from);
  return sender === undefined || sender.troubles.some(({ from, to }) => from <= request.at + afterMs && to >= request.at - beforeMs);
}

/** Evidence of the copy before it was waited for. */
const isNeeded = (copy: Recorded, before: Recorded, told: Told): boolean => copy.at - before.at >= doubtMs && isAmbiguous(before, told);

export interface Copies {
  /** Second copies without need. */
  readonly faults: readonly string[];
  /** Second copies that are the ambiguity: those taken away since, and those that stand. */
  readonly foldedCount: number;
  readonly leftCount: number;
}

/** @param standing ids of the messages that can be seen now. */
export function copiesIn(requests: readonly Recorded[], standing: ReadonlySet<string>, told: Told): Copies {
  const posts = requests.filter(({ act, isApplied }) => act === 'post' && isApplied);
  const known = new Map<string, Recorded[]>();
  for (const request of posts) {
    const once = onceOf(request);
    const name = `${request.conversation} ${once}`;
    if (once !== null) known.set(name, [...known.get(name) ?? [], request]);
  }
  const faults: string[] = [];
  let [foldedCount, leftCount] = [0, 0];
  for (const [name, copies] of known) {
    const leftStanding = copies.filter(({ activityId }) => standing.has(activityId ?? '')).length;
    leftCount += Math.max(0, leftStanding - 1);
    foldedCount += copies.length - Math.max(1, leftStanding);
    if (leftStanding === 0) faults.push(`${name} stands nowhere any more`);
    const needless = copies.some((copy, n) => n > 0 && !isNeeded(copy, copies[n - 1] ?? copy, told));
    if (needless) faults.push(`${name} came again without need: ${described(copies, told)}`);
  }
  return { faults, foldedCount, leftCount };
}

/** Who sent each copy when, and in which trouble: what somebody needs who looks for the reason. */
const described = (copies: readonly Recorded[], { instances }: Told): string => copies.map(({ from, at }) => {
  const troubles = instances.find(({ address }) => address === from)?.troubles ?? [];
  const near = troubles.filter((each) => each.from <= at + 30_000 && each.to >= at - 90_000).map((each) => `${each.kind} ${each.from - at}..${each.to - at}`);
  return `${from} +${at - (copies[0]?.at ?? at)} ms [${near.join(', ')}]`;
}).join(' then ');
