// The real service, put together by src/compose.ts, that kills itself with SIGKILL at the n-th moment of one kind:
// `node test/proof/killable-main.ts after-write 7`. SIGUSR2 makes the next moment the one; at SIGHUP it stops
// there instead (SIGSTOP), and goes on at SIGCONT. It prints one line when it listens.

import { compose } from '../../src/compose.ts';
import { environment, readConfig } from '../../src/config.ts';
import type { Documents, History, Messenger, Store } from '../../src/app/ports.ts';
import { createLog } from '../../src/log.ts';
import { realNow, systemRandom, systemScheduler } from '../../src/system.ts';

/** `during-send` is when the bytes have left and no answer has come: the fake connector takes 50 ms. */
const answerIsUnderWayMs = 25;

/** As src/main.ts. */
const drainWithinMs = 9_000;

const [, , kind = 'none', count = '0'] = process.argv;
let left = Number(count);
let signal: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL';
function pass(moment: string): void {
  if (moment === kind && --left === 0) process.kill(process.pid, signal);
}
function atNext(wanted: typeof signal): void {
  signal = wanted;
  left = 1;
}

async function write<T>(work: () => Promise<T>): Promise<T> {
  pass('before-write');
  const result = await work();
  pass('after-write');
  return result;
}

async function send<T>(work: () => Promise<T>): Promise<T> {
  pass('before-send');
  systemScheduler.after(answerIsUnderWayMs, () => { pass('during-send'); });
  const outcome = await work();
  pass('after-send');
  return outcome;
}

const wrapStore = (store: Store): Store => ({ ...store, documents: killableDocuments(store.documents), history: killableHistory(store.history) });
const killableDocuments = (documents: Documents): Documents => ({
  load: (key) => documents.load(key),
  create: (doc) => write(() => documents.create(doc)),
  replace: (doc, version) => write(() => documents.replace(doc, version)),
  due: (until, limit) => documents.due(until, limit),
  nextWake: () => documents.nextWake(),
  list: (partition, of) => documents.list(partition, of),
  of: (tenant, person) => documents.of(tenant, person),
  expired: (before, limit) => documents.expired(before, limit),
  remove: (key, version) => write(() => documents.remove(key, version)),
  forget: (partition) => write(() => documents.forget(partition)),
});
const killableHistory = (history: History): History => ({
  add: (entry, keptFrom) => write(() => history.add(entry, keptFrom)),
  page: (partition, olderThan, limit) => history.page(partition, olderThan, limit),
  ofSession: (partition, session) => history.ofSession(partition, session),
  of: (tenant, person) => history.of(tenant, person),
  search: (partition, terms, page) => history.search(partition, terms, page),
  expired: (before, limit) => history.expired(before, limit),
  remove: (record) => write(() => history.remove(record)),
  forget: (partition) => history.forget(partition),
});
const wrapMessenger = (messenger: Messenger): Messenger => ({
  post: (to, message) => send(() => messenger.post(to, message)),
  edit: (to, id, message) => send(() => messenger.edit(to, id, message)),
  delete: (to, id) => send(() => messenger.delete(to, id)),
  openPrivate: (to, teamsUserId) => send(() => messenger.openPrivate(to, teamsUserId)),
});

const log = createLog('error', (line) => { process.stderr.write(line); });
const service = await compose(readConfig(environment()), { log, realNow, random: systemRandom, scheduler: systemScheduler, wrapStore, wrapMessenger });
process.once('SIGTERM', () => {
  systemScheduler.after(drainWithinMs, () => process.exit(0));
  void service.drain().then(() => process.exit(0));
});
process.on('SIGUSR2', () => { atNext('SIGKILL'); }).on('SIGHUP', () => { atNext('SIGSTOP'); }).on('SIGCONT', () => { left = 0; });
process.stdout.write('listening\n');
