// The whole service with authentication on: settings that name an authority of the test, and people whose words come with
// a token of the service that speaks for Teams.

import { request } from 'node:http';
import { Authority, type TokenParts } from '../teams/authority.ts';
import type { Person } from './person.ts';
import { tenant, TestService } from './service.ts';

export const authenticated = (authority: { readonly appId: string; readonly url: string }): Readonly<Record<string, string>> => ({
  LOCAL: 'false', HOST: '127.0.0.1', MicrosoftAppId: authority.appId, MicrosoftAppTenantId: tenant, MicrosoftAppPassword: 'secret',
  ALLOWED_TENANTS: tenant.toUpperCase(), TEST_AUTHORITY: authority.url,
});

/** A service and its authority, on one clock. */
export interface Guarded {
  readonly authority: Authority;
  readonly service: TestService;
  token(parts?: TokenParts): string;
  /** Somebody whose words come with `token`, a fresh one each time if absent. */
  person(name: string, token?: () => string): Person;
  close(): Promise<void>;
}

/** @param isWithoutKeys the authority cannot give its keys while the service starts. */
export async function openGuarded({ isWithoutKeys = false } = {}): Promise<Guarded> {
  let now = Date.now;
  const authority = await new Authority(() => now()).start();
  authority.hasNoKeys = isWithoutKeys;
  const service = new TestService({ environment: authenticated(authority) });
  now = () => service.now();
  await service.start();
  const token = (parts?: TokenParts): string => authority.token(service.connector.url, parts);
  return {
    authority, service, token,
    person: (name, ofTeams = () => token()) => service.person(name, { token: ofTeams }),
    close: async () => {
      await service.close();
      await authority.stop();
    },
  };
}

/** Posts an activity with these `Authorization` headers, however many: status and body of the answer. */
export function posts(botUrl: string, activity: unknown, authorization: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const headers = { 'Content-Type': 'application/json', ...(authorization.length === 0 ? {} : { Authorization: [...authorization] }) };
  request(`${botUrl}/api/messages`, { method: 'POST', headers }, (response) => {
    let text = '';
    response.on('data', (chunk) => { text += String(chunk); }).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
  }).on('error', reject).end(JSON.stringify(activity));
  return promise;
}
