// `npm run rehearse`: a whole session with pretend colleagues, through the real HTTP endpoint of a real process, at high
// speed. Prints a timeline, then the summary and the history as stored. `npm run rehearse -- 240 troika` is another
// protocol, `npm run rehearse -- all` every one of them.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProtocol } from '../../src/core/protocols/catalog.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import { localKey } from '../support/cosmos/local-key.ts';
import { FakeConnector } from '../support/fake-connector.ts';
import { type Chat, Person } from '../support/person.ts';
import { castings } from './castings.ts';
import { colleagues } from './colleagues.ts';
import { textsOf } from './card-texts.ts';

/** The hour passes in a quarter of a minute; `npm run rehearse -- 60` takes a minute. */
const rate = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 240);
const wished = process.argv.slice(2).filter((word) => !/^\d+$/.test(word)).join(' ');
if (wished === 'all') rehearseAll();
const protocol = findProtocol(wished === '' ? 'npq-community' : wished)?.id ?? '';
const casting = castings[protocol] ?? unknownProtocol();

function unknownProtocol(): never {
  process.stderr.write(`There is no such protocol. There is: ${Object.keys(castings).join(', ')}, all.\n`);
  process.exit(1);
}

/** Each in a process of its own, one after the other; does not come back. */
function rehearseAll(): never {
  const codes = Object.keys(castings).map((each) => {
    process.stdout.write(`\n${'='.repeat(20)} ${each} ${'='.repeat(20)}\n\n`);
    return spawnSync(process.execPath, [...process.execArgv, import.meta.filename, String(rate), each], { stdio: 'inherit' }).status ?? 1;
  });
  process.exit(Math.max(...codes));
}

/** Nobody and nothing of an earlier rehearsal, where the store outlives it. */
const run = Date.now().toString(36);
const tenant = `rehearsal-${run}`;
const chat: Chat = { id: `19:rehearsal-${run}@thread.v2`, type: 'groupChat', name: 'Rehearsal' };
const say = (line = ''): void => { process.stdout.write(`${line}\n`); };

/** With STORE=cosmos and nothing more it is the server of `npm run cosmos`. */
const cosmos = { COSMOS_ENDPOINT: 'http://127.0.0.1:8081', COSMOS_DATABASE: 'turnstone', COSMOS_KEY: localKey };
const storeSettings = (folder: string): Readonly<Record<string, string>> => {
  if (process.env['STORE'] !== 'cosmos') return { SQLITE_PATH: join(folder, 'rehearsal.sqlite') };
  return process.env['COSMOS_ENDPOINT'] === undefined ? cosmos : {};
};

async function startService(folder: string): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: { ...process.env, LOCAL: 'true', PORT: '0', CLOCK_RATE: String(rate), LOG_LEVEL: 'info', ...storeSettings(folder) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const fact = JSON.parse(line) as { readonly fact: string; readonly port?: number };
    if (fact.fact === 'service.listening') return { process: child, url: `http://127.0.0.1:${fact.port}` };
  }
  throw new Error('the service did not start');
}

/** The instant the service says it is, and how it goes on from there. */
async function serviceClock(person: Person, connector: FakeConnector): Promise<() => Date> {
  await person.says(chat, 'clock');
  await connector.waitFor((seen) => seen.visible(chat.id).some(({ activity }) => /^It is \d/.test(String(activity['text']))));
  const text = String(connector.visible(chat.id).at(-1)?.activity['text']);
  const at = Date.parse(/\d{4}-[^ ]+Z/.exec(text)?.[0] ?? '');
  const began = Date.now();
  return () => new Date(at + (Date.now() - began) * rate);
}

const wallTime = (at: Date): string => at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', second: '2-digit' });

const folder = mkdtempSync(join(tmpdir(), 'turnstone-rehearsal-'));
const connector = await new FakeConnector().start();
const service = await startService(folder);
const cast = colleagues.slice(0, casting.ownerCount + casting.helperCount);
const people = cast.map(({ name, id }) => new Person({ name, id, tenant, connector, botUrl: service.url }));
const cards = () => connector.visible(chat.id).flatMap(({ id, activity }) => { const card = cardOf(activity); return card === null ? [] : [{ id, card }]; });

/** Everybody, with what they bring. */
const seats = cast.map((colleague, index) => {
  const person = people[index];
  if (person === undefined) throw new Error('a seat without a person');
  return { ...colleague, person };
});
type Seat = (typeof seats)[number];
const owners = seats.slice(0, casting.ownerCount);
const helpers = seats.slice(casting.ownerCount);
const { remarks, actionIn, close } = casting;

async function prepare(): Promise<void> {
  for (const { person, birthday } of seats) await person.says(chat, `birthday ${birthday}`);
  if (!casting.hasWriteUps) return say('Nobody prepares: each finds a challenge in the first minute.');
  say('Before the session: each who brings something writes it up in the 1:1 chat.');
  for (const { person, writeUp, name } of owners) {
    await person.says(person.privateChat, 'problem');
    await connector.waitFor((seen) => seen.visible(person.privateChat.id).some(({ activity }) => buttonsOf(cardOf(activity)).some(({ title }) => title === 'Submit problem')));
    const answer = await person.presses(person.privateChat, { title: 'Submit problem', inputs: { ...writeUp } });
    const value = (answer.body as { readonly value?: unknown }).value;
    say(`  ${name.padEnd(12)} "${writeUp.problem}"`);
    say(`  ${''.padEnd(12)} → ${verdictIn(textsOf(value))}`);
  }
}

/** The verdict, with the first question that would sharpen the problem. */
function verdictIn(texts: readonly string[]): string {
  const at = texts.findIndex((text) => /suitable/i.test(text));
  const [verdict = 'saved', question = ''] = texts.slice(at);
  return verdict.startsWith('Suitable') ? verdict : `Not quite suitable yet. ${question}`;
}

async function openLobby(first: Seat): Promise<void> {
  await first.person.says(chat, casting.start);
  await connector.waitFor(() => cards().some(({ card }) => buttonsOf(card).some(({ title }) => title === 'Start session')));
  for (const { person } of owners) await person.presses(chat, { title: "I'm in, with a problem" });
  for (const { person } of helpers) await person.presses(chat, { title: "I'm in, to help others" });
  // It shows the last to come in once its edit has landed.
  const lobby = () => textsOf(cards().findLast(({ card }) => buttonsOf(card).some(({ title }) => title === 'Start session'))?.card);
  await connector.waitFor(() => seats.every(({ name }) => lobby().some((text) => text.includes(name))));
  say('\nThe lobby, before Start session:');
  for (const text of lobby()) say(`  ${text}`);
  say('\nThe session:');
  await first.person.presses(chat, { title: 'Start session' });
}

/** What everybody does in a phase. `owner`: whose turn it is. */
async function play(title: string, owner: Seat | null): Promise<void> {
  if (title === 'Start on time') {
    await connector.waitFor(() => cards().some(({ card }) => buttonsOf(card).some(({ title: button }) => button === 'Add note')));
    for (const { person, success } of seats) await person.presses(chat, { title: 'Add note', inputs: { note: success } });
  }
  if (owner !== null) {
    const peers = seats.filter((seat) => seat !== owner);
    for (const [index, note] of (remarks[title] ?? []).entries()) await peers[index % peers.length]?.person.presses(chat, { title: 'Add note', inputs: { note } });
    if (title === actionIn) await owner.person.presses(chat, { title: 'Save my next action', inputs: { action: owner.action } });
  }
  if (title === close) {
    await connector.waitFor(() => cards().some(({ card }) => buttonsOf(card).some(({ title: button }) => button === 'Appoint')));
    await seats.at(-1)?.person.presses(chat, { title: 'Add request for help', inputs: { request: 'Who has a good model for setting a budget with governors?' } });
    await seats[0]?.person.presses(chat, { title: 'Appoint' });
  }
}

async function live(now: () => Date): Promise<void> {
  const printed = new Set<string>();
  for (let isOver = false; !isOver;) {
    for (const { id, card } of cards().filter(({ card: each }) => buttonsOf(each).some(({ title }) => title === 'Next phase'))) {
      if (printed.has(id)) continue;
      printed.add(id);
      const texts = textsOf(card);
      const part = (label: string): string => texts.find((text) => text.startsWith(label))?.slice(label.length) ?? '';
      const [title = ''] = texts;
      const turn = texts.find((text) => /^Turn \d/.test(text)) ?? '';
      const order = part('In turn: ');
      const quiet = part('Silent: ') === '' ? `listens: ${part('Listening only: ')}` : `silent: ${part('Silent: ')}`;
      say(`  ${wallTime(now())}  ${title.padEnd(26)} speaks: ${part('Speaking: ').padEnd(25)} ${quiet.padEnd(34)} ${turn}`);
      if (order !== '') say(`  ${''.padEnd(10)}in turn: ${order}`);
      await play(title, seats.find(({ name }) => turn.includes(name)) ?? null);
    }
    const requestCount = connector.requests.length;
    isOver = cards().some(({ card }) => JSON.stringify(card).includes('/records/'));
    if (!isOver) await connector.waitFor(({ requests }) => requests.length > requestCount, 60_000);
  }
}

async function show(): Promise<void> {
  const summary = cards().findLast(({ card }) => JSON.stringify(card).includes('/records/'));
  say('\nThe summary, as posted:');
  for (const text of textsOf(summary?.card)) say(`  ${text}`);
  await seats[0]?.person.says(chat, 'history');
  await connector.waitFor(() => cards().some(({ card }) => textsOf(card)[0] === 'Sessions held'));
  say('\nThe history, as stored:');
  for (const text of textsOf(cards().findLast(({ card }) => textsOf(card)[0] === 'Sessions held')?.card)) say(`  ${text}`);
  const url = /http[^"\\]+\/records\/[^"\\]+/.exec(JSON.stringify(summary?.card))?.[0];
  if (url === undefined) throw new Error('the summary has no link to the record');
  say('\nThe whole record, as downloaded:\n');
  say(await (await fetch(url)).text());
}

try {
  const [first] = seats;
  if (first === undefined) throw new Error('nobody there');
  say(`A rehearsal at ${rate} times real speed: an hour in ${Math.round(3_600 / rate)} seconds.\n`);
  await prepare();
  const now = await serviceClock(first.person, connector);
  await openLobby(first);
  await live(now);
  await show();
} finally {
  service.process.kill('SIGTERM');
  await new Promise((resolve) => service.process.once('exit', resolve));
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
}
