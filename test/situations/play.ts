// Plays one situation from an empty store to the last summary, then judges it: by its own outcome, and by what must
// always hold. What was told is written down beside the table, whether it went well or not.

import { expect } from '@jest/globals';
import { type Instant, minutes, seconds } from '../../src/core/time.ts';
import { conversationId, partitionOf, tenantId } from '../../src/core/keys.ts';
import type { SessionEntry } from '../../src/core/history/entry.ts';
import { channel, openService, tenant } from '../support/service.ts';
import { linkIn } from '../support/read-card.ts';
import { clockOf, submits } from '../support/session-steps.ts';
import * as always from './always.ts';
import type { Outcome, Situation } from './situation.ts';
import { firstNameOf, fullNameOf, listed, Stage } from './stage.ts';
import { at, presses, says } from './steps.ts';
import { writeTimeline } from './timeline.ts';
import { isPhaseCard, isPost, type Seen, sessionsIn } from './told.ts';

/** A session that is still open so long after the last step is not waited for. */
const patienceMs = minutes(180);

export async function play(situation: Situation): Promise<void> {
  const stage = new Stage(await openService({ sweepEveryMs: seconds(10) }), situation.who.chat ?? channel);
  try {
    await gather(stage, situation);
    for (const step of situation.happens) await step(stage);
    await untilOver(stage);
    const records = await recordsOf(stage);
    await judge(stage, situation, records);
  } finally {
    writeTimeline(situation, stage);
  }
}

async function gather(stage: Stage, { who }: Situation): Promise<void> {
  const owners = listed(who.owners);
  const helpers = listed(who.helpers);
  const [first] = [...owners, ...helpers];
  if (first === undefined) return;
  if (who.settings !== undefined) {
    await says(first, 'set up')(stage);
    await presses(first, 'Save', who.settings)(stage);
  }
  await says(first, 'start')(stage);
  for (const owner of owners) await presses(owner, "I'm in, with a problem")(stage);
  for (const helper of helpers) await presses(helper, "I'm in, to help others")(stage);
  for (const ready of listed(who.ready)) await submits(stage.person(ready), { problem: `The problem of ${ready}` });
  await stage.service.pass(seconds(5));
  if (who.startsAt === null) return;
  await at(who.startsAt ?? '16:00', presses(first, 'Start session'))(stage);
  await stage.service.pass(seconds(2));
}

/** Lets time pass until every session has its summary. */
async function untilOver(stage: Stage): Promise<void> {
  const patientUntil: Instant = stage.now + patienceMs;
  await stage.service.pass(seconds(3));
  while (stage.now < patientUntil && sessionsIn(stage.service.sent()).some(({ summary }) => summary === null)) await stage.service.pass(minutes(5));
  await stage.service.pass(seconds(10));
}

interface Kept {
  readonly entries: readonly SessionEntry[];
  /** As Markdown, behind the link of each summary. */
  readonly markdown: readonly string[];
}

async function recordsOf(stage: Stage): Promise<Kept> {
  const seen = sessionsIn(stage.service.sent());
  const conversations = [...new Set(seen.map(({ conversation }) => conversation.split(';')[0] ?? ''))];
  const { history } = stage.service.service.store;
  const pages = await Promise.all(conversations.map((id) => history.page(partitionOf(tenantId(tenant), conversationId(id)), null, 50)));
  const links = seen.flatMap(({ summary }) => (summary === null ? [] : [linkIn(summary.body) ?? '']));
  const markdown = await Promise.all(links.map(async (link) => (await fetch(link)).text()));
  return { entries: pages.flatMap(({ entries }) => entries).filter((entry) => entry.kind === 'session'), markdown };
}

async function judge(stage: Stage, situation: Situation, { entries, markdown }: Kept): Promise<void> {
  const sent = stage.service.sent();
  const seen = sessionsIn(sent);
  const faults = seen.flatMap((each) => {
    const entry = entryOf(each, entries);
    const name = `${each.group ?? ''} ${clockOf(each.agendaAt)}`.trim();
    if (each.summary !== null && entry === null) return [`${name}: no record fits the summary`];
    const ofRecord = entry === null ? [] : [...always.phaseFaults(each, entry, situation.lateSeconds ?? 3), ...always.summaryFaults(each, entry), ...always.overFaults(stage, each)];
    return [...always.promiseFaults(stage, each, entry), ...always.twiceFaults(each), ...always.typingFaults(each), ...ofRecord].map((fault) => `${name}: ${fault}`);
  });
  expect([...faults, ...always.cardFaults(sent), ...always.presenceFaults(stage, sent), ...always.typedFaults(stage, markdown)]).toEqual([]);
  expect(entries).toHaveLength(seen.length);
  judgeOutcome(stage, situation.then ?? {}, entries);
}

/** The record of a session as it was seen: the one that ended when its summary came, with the same people. */
function entryOf({ summary }: Seen, entries: readonly SessionEntry[]): SessionEntry | null {
  const here = summary?.lines.find((line) => line.startsWith('Here (')) ?? '';
  return entries.find(({ endedAt, attendance }) => summary !== null && Math.abs(summary.at - endedAt) < 60_000 && attendance.every(({ name }) => here.includes(name))) ?? null;
}

function judgeOutcome(stage: Stage, then: Outcome, entries: readonly SessionEntry[]): void {
  const sent = stage.service.sent(stage.chat);
  const posts = sent.filter(isPost);
  const texts = posts.map(({ lines }) => lines.join('\n'));
  const summary = posts.findLast(({ lines }) => lines[0] === 'Summary');
  const now = summary === undefined ? '' : stage.service.card(stage.chat, 'Summary').join('\n');
  if (then.ends !== undefined) expect(`Summary ${clockOf(summary?.at ?? 0)}`).toBe(`Summary ${then.ends}`);
  const told = (each: (typeof posts)[number], what: string): string => `${clockOf(each.at)} ${what}`;
  if (then.turns !== undefined) {
    const turns = posts.flatMap((each) => { const owner = /^Turn \d+ of \d+: (?:<at>)?(\w+)/.exec(each.lines[0] ?? '')?.[1]; return owner === undefined ? [] : [told(each, owner)]; });
    expect(turns).toEqual(then.turns);
  }
  if (then.phases !== undefined) expect(posts.filter(isPhaseCard).map((each) => told(each, each.lines[0] ?? ''))).toEqual(then.phases);
  let from = 0;
  for (const pattern of then.says ?? []) {
    const index = texts.findIndex((text, n) => n >= from && pattern.test(text));
    if (index < 0) throw new Error(`Nobody said ${String(pattern)}${from > 0 ? ` after “${texts[from - 1] ?? ''}”` : ''}:\n${texts.map((text) => text.split('\n')[0]).join('\n')}`);
    from = index + 1;
  }
  for (const pattern of then.never ?? []) expect(sent.map(({ lines }) => lines.join('\n')).filter((text) => pattern.test(text))).toEqual([]);
  for (const pattern of then.summary ?? []) expect(now).toMatch(pattern);
  const attended = entries[0]?.attendance.map(({ name }) => firstNameOf(name)).join(', ');
  if (then.attended !== undefined) expect(attended).toBe(then.attended);
  const carried = entries[0]?.turns.filter(({ wasHeld }) => !wasHeld).map(({ owner }) => owner.name);
  if (then.carriedOver !== undefined) expect(carried).toEqual(listed(then.carriedOver).map(fullNameOf));
}
