// What must hold in every situation, judged by everything that was told and by the record: promises of the end, phases
// once and in order, nothing for people who are not there, nothing typed lost (product.md 4, issue "How it must behave").

import { en } from '../../src/texts/en.ts';
import type { SessionEntry } from '../../src/core/history/entry.ts';
import { clockOf } from '../support/session-steps.ts';
import type { Sent } from '../support/service.ts';
import type { Stage } from './stage.ts';
import { actionsOf, endsPromised, hasInputs, isPhaseCard, isPost, mentionsOf, partsOf, pausesIn, type Seen } from './told.ts';

/** What went wrong, in a line each; empty when all is well. */
export type Faults = readonly string[];

const where = (each: Sent): string => `${clockOf(each.at)} ${each.lines[0] ?? ''}`;
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const turnLineOf = ({ lines }: Sent): string => lines.find((line, index) => index > 0 && /^Turn \d+ of/.test(line)) ?? '';
const phaseTitle = (id: string): string => (en.phases as Readonly<Record<string, { readonly title: string }>>)[id]?.title ?? id;

/** Cards as such: at most six buttons; the buttons that drive only on phase cards, which have no inputs. */
export function cardFaults(sent: readonly Sent[]): Faults {
  return sent.flatMap((each) => {
    const titles = actionsOf(each.body).map(({ title }) => String(title));
    const drives = titles.some((title) => title === 'Next phase' || title === 'Pause');
    return [
      ...(titles.length > 6 ? [`${where(each)}: ${titles.length} buttons`] : []),
      ...(drives && !isPhaseCard(each) ? [`${where(each)}: drives, though it is no phase card or begins with other words`] : []),
      ...refreshFaults(each),
      ...(isPhaseCard(each) && hasInputs(each.body) ? [`${where(each)}: inputs on a phase card`] : []),
    ];
  });
}

/** A card that clients ask for again by themselves does so for sixty people at most, each named once (platform.md). */
function refreshFaults(each: Sent): Faults {
  return partsOf(each.body).flatMap(({ userIds }) => (Array.isArray(userIds) && (userIds.length > 60 || new Set(userIds).size < userIds.length) ? [`${where(each)}: refresh for ${userIds.length} people`] : []));
}

/** A card with inputs is not edited while the session runs: somebody may be typing. */
export function typingFaults({ messages, summary }: Seen): Faults {
  const withInputs = new Set(messages.filter((each) => isPost(each) && hasInputs(each.body) && each.lines[0] !== 'Paused').map(({ messageId }) => messageId));
  return messages.filter((each) => each.act === 'edit' && withInputs.has(each.messageId) && (summary === null || each.at < summary.at))
    .map((each) => `${where(each)}: edited though people may be typing`);
}

/** Cards that stand once in a session. */
export function twiceFaults({ messages }: Seen): Faults {
  const keys = messages.filter(isPost).flatMap((each) => {
    const [title = ''] = each.lines;
    if (isPhaseCard(each)) return [`${title} | ${turnLineOf(each)}`];
    return /^(Agenda|Summary|One success each|Before we go|Write-ups.*|Turn \d+ of \d+.*|Paused)$/.test(title) && title !== 'Paused' ? [title] : [];
  });
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `twice: ${key}`);
}

/** The last end that was told is the end, on the agenda too, and a later one was told before the earlier had passed. */
export function promiseFaults(stage: Stage, seen: Seen, entry: SessionEntry | null): Faults {
  const { summary } = seen;
  if (summary === null) return [];
  const promised = endsPromised(seen);
  const lastTold = [promised.at(-1), promised.findLast(({ isAgenda }) => isAgenda)].filter((each) => each !== undefined);
  if (lastTold.length < 2) return ['no end was ever told'];
  const pauses = pausesIn(seen);
  // Where the chair moves on, a time that is up is said once; then the end is as open as in a pause.
  const isOpen = (from: number, to: number): boolean => seen.messages.some(({ at, lines }) => from <= at && at <= to && lines[0]?.startsWith('Time is up'));
  const broken = promised.slice(1).filter((next, index) => {
    const earlier = promised[index];
    const isPaused = pauses.some(({ from, to }) => from <= next.at && next.at <= to + 5_000);
    return earlier !== undefined && !isPaused && !isOpen(seen.agendaAt, next.at) && minuteOf(clockOf(next.at)) > minuteOf(earlier.end);
  });
  const endsIt = /Next phase|End session|says “(next|end)”|call ends/;
  const isByHand = entry?.ending === 'ended-early' || stage.deeds.some(({ at, what }) => endsIt.test(what) && at <= summary.at && summary.at < at + 3_000);
  const ended = [clockOf(summary.at - 5_000), clockOf(summary.at)].map(minuteOf);
  return [
    ...broken.map(({ at, end }) => `${clockOf(at)}: told of the end at ${end} only when the end told before had passed`),
    ...lastTold.filter(({ end, isAgenda }) => !isByHand && !(isAgenda && entry?.ending === 'forgotten') && !ended.includes(minuteOf(end)))
      .map(({ at, end, isAgenda }) => `ended at ${clockOf(summary.at)}, but ${end} was told last${isAgenda ? ' on the agenda' : ''} (${clockOf(at)})`),
  ];
}

/** Phase cards as posted are the phases of the record that were held: each once, in order, at its time. */
export function phaseFaults({ messages }: Seen, entry: SessionEntry, lateSeconds: number): Faults {
  const posted = messages.filter((each) => isPost(each) && isPhaseCard(each));
  const held = entry.phases.filter(({ beganAt }) => beganAt !== null);
  const titles = posted.map(({ lines }) => lines[0]);
  const expected = held.map(({ phase }) => phaseTitle(phase));
  if (titles.join() !== expected.join()) return [`phases posted: ${titles.join(', ')}; in the record: ${expected.join(', ')}`];
  return posted.flatMap((each, index) => {
    const { turn = null, beganAt = null } = held[index] ?? {};
    const turnOnCard = /^Turn (\d+) of/.exec(turnLineOf(each))?.[1] ?? null;
    const lateMs = each.at - (beganAt ?? 0);
    return [
      ...(turn !== null && turnOnCard !== String(turn + 1) ? [`${where(each)}: turn ${turnOnCard} on the card, ${turn + 1} in the record`] : []),
      ...(lateMs < 0 || lateMs > lateSeconds * 1000 ? [`${where(each)}: began at ${clockOf(beganAt ?? 0)} by the record`] : []),
    ];
  });
}

/** A phase that is over has no buttons and says its actual times. */
export function overFaults(stage: Stage, { conversation, messages }: Seen): Faults {
  const ids = new Set(messages.filter((each) => isPost(each) && isPhaseCard(each)).map(({ messageId }) => messageId));
  const visible = stage.service.connector.visible(conversation).filter(({ id }) => ids.has(id));
  return visible.flatMap(({ activity }) => {
    const text = JSON.stringify(activity);
    return actionsOf(activity).length === 0 && /Over: /.test(text) ? [] : [`a phase card still stands as if it ran: ${/"text":"([^"]+)"/.exec(text)?.[1] ?? ''}`];
  });
}

/** Nobody is mentioned who is away or never was there; no turn is opened for an owner who is away. */
export function presenceFaults(stage: Stage, sent: readonly Sent[]): Faults {
  const known = (name: string, when: number): boolean => stage.deeds.some(({ by, at }) => at <= when && name.startsWith(`${by} `));
  return sent.filter(isPost).flatMap((each) => {
    const mentioned = mentionsOf(each.body).filter((name) => stage.isAway(name, each.at) || !known(name, each.at));
    const owner = /^Turn \d+ of \d+: (?:<at>)?([^<]+)/.exec(each.lines[0] ?? '')?.[1] ?? '';
    const speaking = /^Speaking: ([A-Z].*)$/m.exec(each.lines.join('\n'))?.[1] ?? '';
    return [
      ...mentioned.map((name) => `${where(each)}: mentions ${name}, who is not there`),
      ...(stage.isAway(owner, each.at) ? [`${where(each)}: a turn for ${owner}, who is not there`] : []),
      ...(stage.isAway(speaking, each.at) && !stage.goneOnWithout.has(speaking) ? [`${where(each)}: asks ${speaking} to speak, who is not there`] : []),
    ];
  });
}

/** What the summary says is what the record holds. */
export function summaryFaults({ summary }: Seen, entry: SessionEntry): Faults {
  const text = summary?.lines.join('\n') ?? '';
  const names = entry.attendance.map(({ name }) => name);
  const here = new RegExp(`Here \\(${names.length}\\): (.*)`).exec(text)?.[1] ?? '';
  const expected = [
    `${clockOf(entry.startedAt).slice(0, 5)} to ${clockOf(entry.endedAt).slice(0, 5)}`, `Chair: ${entry.chair.name}`,
    ...(entry.nextChair === null ? [] : [`Next chair: ${entry.nextChair.name}`]),
  ];
  return [
    ...expected.filter((words) => !text.includes(words)).map((words) => `the summary does not say “${words}”`),
    ...names.filter((name) => !here.includes(name)).map((name) => `${name} attended by the record, not by the summary (${here})`),
    ...entry.turns.filter(({ owner }) => !text.includes(owner.name)).map(({ owner }) => `the summary lacks the turn of ${owner.name}`),
    ...entry.turns.filter(({ owner, wasHeld }) => wasHeld && stageless(entry, owner.id)).map(({ owner }) => `a turn of ${owner.name}, who did not attend`),
  ];
}

const stageless = ({ attendance }: SessionEntry, owner: string): boolean => !attendance.some(({ id }) => id === owner);

/** Letters and digits alone: however Markdown keeps the rest from being read as marks. */
const plain = (text: string): string => text.replaceAll(/<\/?at>/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

/** What people typed and were told is saved stands in a record; what was not saved they were told. */
export function typedFaults(stage: Stage, records: readonly string[]): Faults {
  const all = plain(records.join('\n'));
  const typed = stage.deeds.flatMap((deed) => (deed.typed === null ? [] : [{ ...deed, typed: deed.typed, answers: stage.answers(deed) }]));
  const lastAction = new Map(typed.filter(({ answers }) => answers.some((line) => /^Next action saved/.test(line))).map(({ typed: text, answers }) => [answers.join(), text]));
  return typed.flatMap(({ by, typed: text, answers }) => {
    const isAction = answers.some((line) => /^Next action saved/.test(line));
    if (isAction && ![...lastAction.values()].includes(text)) return [];
    if (isAction || answers.some((line) => /^(Note|Request for help) saved/.test(line))) return all.includes(plain(text)) ? [] : [`“${text}” by ${by} was saved and is in no record`];
    return answers.length > 0 ? [] : [`${by} typed “${text}” and heard nothing`];
  });
}
