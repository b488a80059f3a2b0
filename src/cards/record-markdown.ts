// The whole record of one session as a Markdown file, for the link in the summary and for export (domain.md 1.6). It is
// read together from the session's entries; people's words stand there as they typed them.

import type { ActionEntry, HistoryEntry, NoteEntry, SessionEntry } from '../core/history/entry.ts';
import { protocols as catalog } from '../core/protocols/catalog.ts';
import { protocols } from '../core/protocols/catalog.ts';
import { type ActionOutcome, outcomesOf } from '../core/history/outcomes.ts';
import { criteria, writeUpProblems } from '../core/problem/write-up.ts';
import type { Criterion, WriteUp } from '../core/problem/write-up.ts';
import type { record } from '../texts/en/record.ts';
import type { Texts } from '../texts/texts.ts';
import { markdownText, plainName } from './plain.ts';
import { createWhen } from './when.ts';
import type { When } from './when.ts';

interface Titled {
  readonly title: string;
}
/** The words it takes: its own, and those that cards use too. */
export interface RecordTexts {
  readonly when: Texts['when'];
  readonly phases: Readonly<Record<string, Titled>>;
  readonly protocols: Readonly<Record<string, Titled>>;
  readonly problem: Pick<Texts['problem'], 'labels' | 'npqAreas' | 'answers'>;
  readonly record: typeof record;
  readonly groups: Pick<Texts['groups'], 'line'>;
}
type Turn = SessionEntry['turns'][number];

/** One session's entries, sorted out. */
interface Sorted {
  readonly texts: RecordTexts;
  readonly when: When;
  readonly session: SessionEntry | null;
  readonly notes: readonly NoteEntry[];
  readonly actions: readonly ActionEntry[];
  readonly came: readonly ActionOutcome[];
}

/**
 * Entries of one session in any order; the same entry twice counts once, a later action replaces an earlier one.
 * Before the session has ended it holds what was written so far. Times are in the session's own zone; throws a
 * RangeError if that is no IANA zone.
 */
export function recordMarkdown(entries: readonly HistoryEntry[], texts: RecordTexts): string {
  const sorted = sortOut(entries, texts);
  const { session } = sorted;
  const turns = turnNumbers(sorted).flatMap((turn) => turnSection(turn, sorted));
  const sections = session === null
    ? [`# ${texts.record.unfinished}`, ...turns, ...phaseNotes(null, '##', sorted)]
    : [
      ...head(session, sorted), ...around('opening', session, sorted), ...turns, ...around('close', session, sorted),
      ...whatIsNext(session, sorted), ...timesTable(session, sorted),
    ];
  return `${sections.join('\n\n')}\n`;
}

function sortOut(entries: readonly HistoryEntry[], texts: RecordTexts): Sorted {
  const inOrder = [...new Map(entries.map((entry) => [entry.id, entry])).values()].toSorted((a, b) => a.at - b.at);
  return {
    texts, when: createWhen(texts.when),
    session: inOrder.findLast((entry) => entry.kind === 'session') ?? null,
    notes: inOrder.filter((entry) => entry.kind === 'note'),
    actions: inOrder.filter((entry) => entry.kind === 'action'),
    came: outcomesOf(inOrder),
  };
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function head(session: SessionEntry, { texts: { record: words, protocols, groups }, when }: Sorted): readonly string[] {
  const { zone, startedAt, endedAt, plannedAt, attendance, protocol } = session;
  const facts = [
    ...(session.group === undefined ? [] : [groups.line(session.group.number, session.group.count)]),
    words.held(when.time(startedAt, zone), when.time(endedAt, zone)),
    ...(plannedAt === null ? [] : [words.planned(when.date(plannedAt, zone), when.time(plannedAt, zone))]),
    words.endings[session.ending],
    words.protocol(protocols[protocol.id]?.title ?? plainName(protocol.id)),
    words.chair(plainName(session.chair.name)),
  ];
  return [
    `# ${words.title(when.date(startedAt, zone))}`, list(facts), `## ${words.attendance(attendance.length)}`,
    ...(attendance.length === 0 ? [] : [list(attendance.map(({ name, part }) => `${plainName(name)}, ${words.parts[part]}`))]),
  ];
}

/** A heading and a line for each note; nothing at all without notes. */
function noteList(heading: string, notes: readonly NoteEntry[]): readonly string[] {
  return notes.length === 0 ? [] : [heading, list(notes.map(({ by, text }) => `**${plainName(by.name)}:** ${markdownText(text, '  ')}`))];
}

/** What was written around the turns: in the opening, successes where it asks for them; requests for help in the close. */
function around(place: 'opening' | 'close', { phases, protocol }: SessionEntry, { texts, notes }: Sorted): readonly string[] {
  const { record: words } = texts;
  const [first] = phases;
  // An hour that begins with its first turn has no opening, and one without turns has a close all the same.
  const opening = first?.turn === null && phases.length > 1 ? first.phase : null;
  const own = notes.filter(({ turn, phase }) => turn === null && (phase === opening) === (place === 'opening'));
  const isSuccesses = Object.hasOwn(catalog, protocol.id) && catalog[protocol.id]?.opening?.collects === 'successes';
  const openingTitle = isSuccesses || opening === null ? words.successes : titleOf(opening, texts);
  return noteList(`## ${place === 'opening' ? openingTitle : words.requests}`, own);
}

const titleOf = (phase: string, { phases }: RecordTexts): string => phases[phase]?.title ?? plainName(phase);

/** The notes of a turn (or around the turns) under the titles of their phases, in the order of the session. */
function phaseNotes(turn: number | null, level: '##' | '###', { texts, session, notes }: Sorted): readonly string[] {
  const own = notes.filter((entry) => entry.turn === turn);
  const planned = session?.phases.filter((step) => step.turn === turn) ?? [];
  const phases = new Set([...planned, ...own].map(({ phase }) => phase));
  return [...phases].flatMap((phase) => noteList(`${level} ${titleOf(phase, texts)}`, own.filter((entry) => entry.phase === phase)));
}

/** Every turn that anything is known of, from 0. */
function turnNumbers({ session, notes, actions }: Sorted): readonly number[] {
  const known = [...(session?.turns.keys() ?? []), ...[...notes, ...actions].flatMap(({ turn }) => turn ?? [])];
  return [...new Set(known)].toSorted((a, b) => a - b);
}

function turnSection(turn: number, sorted: Sorted): readonly string[] {
  const { texts: { record: words }, session, actions } = sorted;
  const planned = session?.turns[turn];
  const action = actions.findLast((entry) => entry.turn === turn);
  const owner = planned?.owner ?? action?.owner;
  return [
    `## ${owner === undefined ? words.turnOf(turn + 1) : words.turn(turn + 1, plainName(owner.name))}`,
    ...(planned === undefined ? [] : problemOf(planned, sorted)),
    ...phaseNotes(turn, '###', sorted),
    ...(action !== undefined ? [actionLine(action, sorted), ...cameLine(turn, sorted)] : planned?.wasHeld === true ? [words.noAction] : []),
  ];
}

function problemOf({ writeUp, problem, wasHeld }: Turn, { texts, session }: Sorted): readonly string[] {
  const { record: words, problem: { labels } } = texts;
  const carriedOver = wasHeld ? [] : [words.notHeld];
  if (writeUp !== null) return [...carriedOver, ...writeUpOf(writeUp, texts.problem)];
  // A protocol that asks for none lacks none.
  const none = protocols[session?.protocol.id ?? '']?.asksForWriteUp === false ? [] : [words.noWriteUp];
  return [...carriedOver, ...(problem === null ? none : [field(labels.problem, problem)])];
}

const field = (label: string, text: string): string => `**${label}:** ${markdownText(text)}`;

/** Every field that was filled, in the guidance's order. */
function writeUpOf(writeUp: WriteUp, { labels, npqAreas, answers }: RecordTexts['problem']): readonly string[] {
  const shown: Readonly<Record<keyof WriteUp, string>> = {
    ...writeUp,
    npqArea: writeUp.npqArea && npqAreas[writeUp.npqArea],
    specific: answerOf(writeUp.specific, answers),
    solvable: answerOf(writeUp.solvable, answers),
    controllable: answerOf(writeUp.controllable, answers),
  };
  const order = [...writeUpProblems, 'npqArea', 'frameworkSection', ...criteria, 'artefactLink', 'artefactDescription'] as const;
  return order.filter((id) => shown[id] !== '').map((id) => field(labels[id], shown[id]));
}

const answerOf = (answer: WriteUp[Criterion], answers: RecordTexts['problem']['answers']): string => answer && answers[answer];

function actionLine({ owner, writtenBy, text, dueOn }: ActionEntry, { texts: { record: words }, when }: Sorted): string {
  const by = writtenBy.id === owner.id ? '' : `, ${words.writtenBy(plainName(writtenBy.name))}`;
  return `**${words.action}** (${words.due(when.day(dueOn))}${by}): ${markdownText(text)}`;
}

/** What its owner said of it last; nothing while nobody has. */
function cameLine(turn: number, { texts: { record: words }, when, session, came }: Sorted): readonly string[] {
  const last = came.find((each) => each.turn === turn);
  if (last === undefined || last.outcome === null || last.toldAt === null) return [];
  const label = words.came(words.outcomes[last.outcome], when.date(last.toldAt, session?.zone ?? 'UTC'));
  return [last.line === '' ? `**${label}**` : `**${label}:** ${markdownText(last.line)}`];
}

function whatIsNext({ zone, nextChair, nextMeetingAt }: SessionEntry, { texts: { record: words }, when }: Sorted): readonly string[] {
  return [`## ${words.next}`, list([
    nextMeetingAt === null ? words.noNextMeeting : words.nextMeeting(when.date(nextMeetingAt, zone), when.time(nextMeetingAt, zone)),
    nextChair === null ? words.noNextChair : words.nextChair(plainName(nextChair.name)),
  ])];
}

function timesTable({ zone, phases }: SessionEntry, { texts, when }: Sorted): readonly string[] {
  const { columns, never, times } = texts.record;
  const rows = phases.map(({ turn, phase, plannedMs, beganAt, endedAt }) => [
    turn === null ? '' : String(turn + 1), titleOf(phase, texts), when.length(plannedMs),
    beganAt === null ? never : when.clock(beganAt, zone),
    endedAt === null ? '' : when.clock(endedAt, zone),
    beganAt === null || endedAt === null ? '' : when.length(endedAt - beganAt),
  ]);
  const head = [columns.turn, columns.phase, columns.planned, columns.began, columns.ended, columns.took];
  return [`## ${times}`, [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}
