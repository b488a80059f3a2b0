// What a session, and a pair in a year, ask of Cosmos DB, estimated: operations and the sizes of their items are counted, and
// charged by Microsoft's table of sizes. The local server charges nothing that could be measured.

import type { Documents, History, Store } from '../../src/app/ports.ts';
import { minutes, seconds } from '../../src/core/time.ts';
import { begin, chair, everyone, last, press } from '../support/fleet-session.ts';
import { Fleet, over } from '../support/fleet.ts';
import { nowOf } from '../support/sim/fake-teams.ts';
import { storeOver, Tables } from '../support/sim/memory-tables.ts';
import { casts } from '../years/casts.ts';
import { live } from '../years/living.ts';
import { tell } from '../years/telling.ts';

interface Tally { count: number; bytes: number; requestUnits: number }
type Tallies = Map<string, Tally>;

/** KB, a read, a write: "Understand request unit consumption", as published in November 2026. */
const published = [[1, 1, 4.95], [2, 1.04, 6.29], [4, 1.14, 6.67], [8, 1.33, 7.04], [16, 1.67, 9.52], [32, 2.19, 11.23], [64, 4.76, 22.67], [128, 9.95, 48.19]] as const;
/** The account is strongly consistent, by which a read costs twice as much. */
const strong = 2;
/** What a query costs that finds next to nothing, before it is doubled; each of its items is charged as read besides. */
const queryUnits = 2.8;

/** Between two sizes of the table by proportion. */
function unitsOf(bytes: number, column: 1 | 2): number {
  const kb = bytes / 1024;
  const above = published.findIndex(([size]) => size >= kb);
  const [upper, lower] = [published[above] ?? published[published.length - 1], published[above - 1]];
  if (upper === undefined || lower === undefined) return published[0][column];
  return lower[column] + (upper[column] - lower[column]) * (kb - lower[0]) / (upper[0] - lower[0]);
}
const readUnits = (bytes: number): number => strong * unitsOf(bytes, 1);
const writeUnits = (bytes: number): number => unitsOf(bytes, 2);
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Counts what is asked of a store; looking for what is due belongs to the process, not to anybody's session. */
function counted(store: Store, tallies: Tallies): Store {
  const add = (operation: string, bytes: number, requestUnits: number): void => {
    const tally = tallies.get(operation) ?? { count: 0, bytes: 0, requestUnits: 0 };
    tallies.set(operation, { count: tally.count + 1, bytes: tally.bytes + bytes, requestUnits: tally.requestUnits + requestUnits });
  };
  const written = (how: string, doc: { readonly kind: string }): void => { add(`${how} ${doc.kind}`, bytesOf(doc), writeUnits(bytesOf(doc))); };
  const documents: Documents = over(store.documents, {
    load: async (key) => {
      const stored = await store.documents.load(key);
      add(`load ${stored?.doc.kind ?? 'nothing'}`, bytesOf(stored?.doc ?? null), readUnits(bytesOf(stored?.doc ?? null)));
      return stored;
    },
    create: (doc) => { written('create', doc); return store.documents.create(doc); },
    replace: (doc, version) => { written('replace', doc); return store.documents.replace(doc, version); },
    list: async (partition, kind) => {
      const found = await store.documents.list(partition, kind);
      add(`list ${kind}`, bytesOf(found), strong * queryUnits + found.reduce((sum, { doc }) => sum + readUnits(bytesOf(doc)), 0));
      return found;
    },
  });
  const history: History = over(store.history, {
    add: (entry, keptFrom) => { add(`add ${entry.kind}`, bytesOf(entry), writeUnits(bytesOf(entry))); return store.history.add(entry, keptFrom); },
    ofSession: async (partition, session) => {
      const found = await store.history.ofSession(partition, session);
      add('read a record', bytesOf(found), strong * queryUnits + found.reduce((sum, entry) => sum + readUnits(bytesOf(entry)), 0));
      return found;
    },
  });
  return { documents, history, charges: () => store.charges(), close: () => store.close() };
}

const unitsIn = (tallies: Tallies): number => [...tallies.values()].reduce((sum, { requestUnits }) => sum + requestUnits, 0);

/** An hour of four owners and two helpers, who write two notes each in every turn and a next action; three processes. Gives what a change of phase takes by itself. */
async function session(tallies: Tallies): Promise<number> {
  const fleet = new Fleet(counted(storeOver(new Tables(), async (_what, work) => work()), tallies));
  const processes = [await fleet.start(), await fleet.start(), await fleet.start()] as const;
  const group = everyone.slice(0, 6);
  await begin(fleet, processes[0], group.slice(0, 4));
  for (const helper of group.slice(4)) await fleet.atOnce([processes[1], press(fleet, helper, { card: 'phase', verb: 'join' })]);
  let turnCount = 0;
  const changes: number[] = [];
  for (let minute = 0; minute < 70; minute++) {
    const turns = fleet.teams.shown.filter((shown) => nowOf(shown).card === 'turn').length;
    if (turns > turnCount) {
      turnCount = turns;
      for (const [n, by] of [...group, ...group].entries()) await fleet.atOnce([processes[n % 3] ?? processes[0], press(fleet, by, { card: 'turn', verb: 'note', text: `What ${by.name} noted, the ${n + 1}th of this turn, in a line as long as people write.` })]);
      await fleet.atOnce([processes[2], press(fleet, group[turns - 1] ?? chair, { card: 'turn', verb: 'action', text: 'Ask the two heads of year what they have tried already' })]);
    }
    const phases = (): number => fleet.teams.shown.filter((shown) => nowOf(shown).card === 'phase').length;
    const [before, phaseCount] = [unitsIn(tallies), phases()];
    await fleet.time.pass(minutes(1));
    if (phases() === phaseCount + 1) changes.push(unitsIn(tallies) - before);
  }
  if (turnCount !== 4 || nowOf(last(fleet, 'summary')).card !== 'summary') throw new Error(`the hour had ${turnCount} turns`);
  await fleet.time.pass(seconds(60));
  await fleet.close();
  return changes.reduce((sum, each) => sum + each, 0) / changes.length;
}

function print(title: string, tallies: Tallies, per: number): number {
  const total = unitsIn(tallies) / per;
  console.log(`\n${title}: ${total.toFixed(0)} RU`);
  for (const [operation, { count, bytes, requestUnits }] of [...tallies].sort(([, a], [, b]) => b.requestUnits - a.requestUnits)) {
    console.log(`  ${operation.padEnd(22)} ${(count / per).toFixed(1).padStart(8)} x ${(bytes / count / 1024).toFixed(2).padStart(6)} KB ${(requestUnits / per).toFixed(1).padStart(8)} RU`);
  }
  return total;
}

/** Prints both estimates. Gives false when what was played did not come to its end. */
export async function benchCharges(): Promise<boolean> {
  const [hour, years]: readonly [Tallies, Tallies] = [new Map(), new Map()];
  const perChange = await session(hour);
  print('One session, estimated', hour, 1);
  console.log(`  of which a minute with one change of phase, and nothing pressed: ${perChange.toFixed(0)} RU`);
  const [cast] = casts;
  if (cast === undefined) throw new Error('no pair');
  const { faults, sentCount } = await live([{ ...tell({ ...cast, outages: [] }), cast: { ...cast, outages: [] } }], (store) => counted(store, years));
  const perYear = print('One pair and year, without the places to send, estimated', years, 2);
  // A place is a small document written for the chat and one for the tenant (app/shared-places.ts).
  const places = sentCount / 2 * 2 * writeUnits(500);
  console.log(`  with places for ${(sentCount / 2).toFixed(0)} messages a year: ${(perYear + places).toFixed(0)} RU`);
  return faults.length === 0;
}
