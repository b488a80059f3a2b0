// The process itself: what it says when it may not start, and how it goes when it is told to.

import { afterEach, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { authenticated, posts } from '../support/authenticated.ts';
import { FakeConnector } from '../support/fake-connector.ts';
import { freshFolder } from '../support/open-stores.ts';
import { Person } from '../support/person.ts';
import { group, tenant } from '../support/service.ts';
import { Authority } from '../teams/authority.ts';

const root = join(import.meta.dirname, '../..');
const left: (() => unknown)[] = [];
afterEach(async () => { for (const leave of left.splice(0).reverse()) await leave(); });

/** `src/main.ts` with these settings, in a folder without any of its own. */
function start(environment: Readonly<Record<string, string>>): ChildProcess & { readonly said: () => string } {
  const folder = freshFolder();
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', SQLITE_PATH: join(folder, 'store.db'), ...environment };
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], { cwd: folder, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += String(chunk); child.emit('said'); });
  left.push(() => child.kill('SIGKILL'));
  return Object.assign(child, { said: () => said });
}
async function hears(child: ReturnType<typeof start>, what: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = what.exec(child.said());
    if (found !== null) return found;
    if (child.exitCode !== null) throw new Error(`ended without ${what.source}: ${child.said()}`);
    await Promise.race([once(child, 'said'), once(child, 'exit')]);
  }
}
async function openAuthority(): Promise<Authority> {
  const authority = await new Authority().start();
  left.push(() => authority.stop());
  return authority;
}

test('told to go, it is not ready at once, answers for a moment more, and ends well, however often it is told', async () => {
  const authority = await openAuthority();
  const connector = await new FakeConnector().start();
  left.push(() => connector.stop());
  const child = start(authenticated(authority));
  const [, port = ''] = await hears(child, /"port":(\d+),[^\n]*"service\.(?:listening|started)"/);
  const botUrl = `http://127.0.0.1:${port}`;
  const aisha = new Person({ name: 'Aisha Khan', id: 'aisha', tenant, connector, botUrl, token: () => authority.token(connector.url) });
  expect((await posts(botUrl, aisha.saying(group, 'help'), [])).status).toBe(401);
  const toldAt = Date.now();
  child.kill('SIGTERM');
  await hears(child, /service\.draining/);
  const ready = await fetch(`${botUrl}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { pid: child.pid, ready: false }]);
  expect(await aisha.says(group, 'help')).toEqual({ status: 200, body: '' });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(Date.now() - toldAt).toBeLessThan(10_000);
  expect(connector.visible(group.id)).toHaveLength(1);
  expect(child.said()).not.toMatch(/"level":"error"|cut-short/);
  expect(child.said().match(/service\.draining/g)).toHaveLength(1);
});

test('an authority of a test is refused in production, in a sentence; told to go while it still starts, it just goes', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve); });
  left.push(() => silent.close());
  const address = silent.address();
  const settings = authenticated({ appId: 'app', url: `http://127.0.0.1:${typeof address === 'object' ? address?.port ?? 0 : 0}` });
  const [starting, refused] = [start(settings), start({ ...settings, NODE_ENV: 'production' })];
  const ends = [once(starting, 'exit'), once(refused, 'exit')];
  const socket = await new Promise<Socket>((resolve) => { silent.once('connection', resolve); });
  left.push(() => socket.destroy());
  starting.kill('SIGTERM');
  expect(await Promise.all(ends)).toEqual([[0, null], [1, null]]);
  expect(refused.said()).toContain('TEST_AUTHORITY is refused with NODE_ENV=production');
});
