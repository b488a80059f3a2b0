// A whole edge on loopback for tests: fake connector, door, bot, server, and a `receive` that records what came in.

import type { Answer, Arrival } from '../../src/app/arrival.ts';
import { incidentId } from '../../src/app/incident.ts';
import type { Rendered } from '../../src/cards/rendered.ts';
import type { Message } from '../../src/core/messages.ts';
import { createLog } from '../../src/log.ts';
import { systemRandom } from '../../src/system.ts';
import { connectBotFramework } from '../../src/teams/bot-framework.ts';
import { createBot } from '../../src/teams/bot.ts';
import { createDoor } from '../../src/teams/door.ts';
import { startServer } from '../../src/teams/server.ts';
import type { ServerOptions } from '../../src/teams/server.ts';
import { turnedAwayLog } from '../../src/teams/turned-away.ts';
import { FakeConnector } from '../support/fake-connector.ts';
import { Person } from '../support/person.ts';
import type { Chat, PersonOptions } from '../support/person.ts';
import type { Authority } from './authority.ts';

export const tenant = 'aaaaaaaa-0000-0000-0000-00000000000a';
export const channel: Chat = { id: '19:heads@thread.tacv2;messageid=1700000000000', type: 'channel', name: 'Heads' };
export const group: Chat = { id: '19:group@thread.v2', type: 'groupChat', name: 'Group' };

export interface Rig {
  readonly url: string;
  readonly connector: FakeConnector;
  readonly arrivals: Arrival[];
  readonly logLines: string[];
  /** What `receive` does next; returns null until replaced. */
  receive: (arrival: Arrival) => Promise<Answer['message']>;
  person(options?: Partial<PersonOptions>): Person;
  /** Answers everybody still, and closes each connection with it. */
  retire(): void;
  close(): Promise<void>;
}

export interface RigOptions {
  /** Authenticated when given, else local mode. */
  readonly authority?: Authority;
  readonly allowedTenants?: readonly string[];
  readonly now?: () => number;
  readonly render?: (message: Message) => Rendered;
  readonly server?: Partial<ServerOptions>;
}

/** A text for each message, with its kind: enough to see which was answered. */
export const renderKind = (message: Message): Rendered =>
  ({ summary: message.card, card: null, text: `shown: ${message.card}`, mentions: [] });

export async function openRig({ authority, allowedTenants = [], now = Date.now, render = renderKind, server = {} }: RigOptions = {}): Promise<Rig> {
  const framework = authority === undefined ? null : await connectBotFramework({
    appId: authority.appId, appType: 'SingleTenant', tenantId: tenant, password: 'secret', federatedClientId: null, testAuthority: authority.url,
  });
  const logLines: string[] = [];
  const log = createLog('debug', (line) => void logLines.push(line));
  const door = createDoor({ framework, allowedTenants, now });
  const connector = await new FakeConnector().start();
  const arrivals: Arrival[] = [];
  const rig: { receive: Rig['receive'] } = { receive: async () => null };
  const take = createBot({
    door, render, log, doneText: () => 'Done.', notUnderstoodText: 'That was not understood.',
    receive: async (arrival) => {
      arrivals.push(arrival);
      return { message: await rig.receive(arrival), language: null };
    },
  });
  const running = await startServer({
    port: 0, host: '127.0.0.1', isLocal: framework === null, door, take, log, turnedAway: turnedAwayLog(log, now), isReady: () => true,
    privacyHtml: '<p>privacy</p>', termsHtml: '<p>terms</p>', metrics: null, incident: () => incidentId(systemRandom),
    record: async (token) => ({ status: 200, contentType: 'text/markdown', body: `record ${token}` }),
    calendar: async (token) => ({ status: 200, contentType: 'text/calendar', body: `calendar ${token}` }),
    report: async (token) => ({ status: 200, contentType: 'text/csv', fileName: 'report.csv', body: `report ${token}` }),
    ...server,
  }).catch(async (fault: unknown) => {
    await connector.stop();
    throw fault;
  });
  const url = `http://127.0.0.1:${running.port}`;
  return Object.assign(rig, {
    url, connector, arrivals, logLines,
    person: (options: Partial<PersonOptions> = {}) => new Person({ name: 'Aisha Khan', id: 'person-1', tenant, connector, botUrl: url, ...options }),
    retire: () => running.retire(),
    close: async () => {
      await running.close();
      await connector.stop();
    },
  });
}
