// Who may come in. `knock` is asked before the body is read, `admit` before anything in the body is used. A token says
// which service speaks, not which person or school: channel, tenant and service URL are checked as well (reliability.md 2).

import { z } from 'zod';
import { tenantId } from '../core/keys.ts';
import type { TenantId } from '../core/keys.ts';
import type { BotFramework } from './bot-framework.ts';
import { isAllowedServiceUrl, isLoopback } from './service-url.ts';
import { createTokenCheck } from './token-check.ts';
import type { Origin, Refusal } from './token-check.ts';

/** `why` is for the log; the caller only sees the status. */
export interface TurnedAway {
  readonly kind: 'turned-away';
  readonly status: 400 | 401 | 403 | 503;
  readonly why: string;
}
export interface Admitted {
  readonly kind: 'admitted';
  readonly tenant: TenantId;
}
export interface Caller {
  readonly authorization: string | undefined;
  readonly remoteAddress: string | undefined;
  /** The `Host` header. */
  readonly host: string | undefined;
}

export interface Door {
  /** Null: the body may be read. */
  knock(caller: Caller): Promise<TurnedAway | null>;
  admit(activity: unknown, authorization: string | undefined): Promise<Admitted | TurnedAway>;
  /** Fetches the signing keys ahead of the first request. */
  warm(): Promise<void>;
}

export interface DoorOptions {
  /** Null in local mode: no authentication, loopback only. */
  readonly framework: Pick<BotFramework, 'appId' | 'issuer' | 'metadataUrl' | 'allowsLoopback'> | null;
  /** Empty only in local mode, where it means every tenant. */
  readonly allowedTenants: readonly string[];
  /** Real time in ms. */
  readonly now: () => number;
}

const turnedAway = (status: TurnedAway['status'], why: string): TurnedAway => ({ kind: 'turned-away', status, why });
/** Without keys nobody can say whether a token is good: Teams may try again. */
const refusedBy = (why: Refusal): TurnedAway => turnedAway(why === 'keys-unreachable' ? 503 : 401, why);

export function createDoor({ framework, allowedTenants, now }: DoorOptions): Door {
  if (framework === null) {
    return {
      knock: async (caller) => knockLocally(caller),
      admit: async (activity) => checkEnvelope(activity, { isLocal: true, allowsLoopback: true, allowedTenants }),
      warm: async () => {},
    };
  }
  if (allowedTenants.length === 0) throw new Error('Outside local mode at least one tenant must be allowed');
  const tokens = createTokenCheck(framework.metadataUrl, { issuer: framework.issuer, audience: framework.appId }, now);
  return {
    async knock({ authorization }) {
      const refusal = await tokens.ofHeader(authorization);
      return refusal === null ? null : refusedBy(refusal);
    },
    warm: () => tokens.warm(),
    async admit(activity, authorization) {
      const checked = checkEnvelope(activity, { isLocal: false, allowsLoopback: framework.allowsLoopback, allowedTenants });
      if (checked.kind === 'turned-away') return checked;
      const refusal = await tokens.ofOrigin(authorization, checked.origin);
      return refusal === null ? checked : refusedBy(refusal);
    },
  };
}

/** The `Host` header is checked so that no web page can reach a local bot under a name of its own. */
function knockLocally({ remoteAddress, host }: Caller): TurnedAway | null {
  if (!isLoopback(remoteAddress ?? '')) return turnedAway(403, 'not-loopback');
  return isLoopback((host ?? '').replace(/:\d+$/, '')) ? null : turnedAway(403, 'foreign-host');
}

const envelopeSchema = z.object({
  channelId: z.string().max(100),
  serviceUrl: z.string().max(500),
  conversation: z.object({ tenantId: z.string().max(100).nullish() }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(100).nullish() }).nullish() }).nullish(),
});
interface House {
  readonly isLocal: boolean;
  readonly allowsLoopback: boolean;
  readonly allowedTenants: readonly string[];
}

function checkEnvelope(activity: unknown, house: House): (Admitted & { readonly origin: Origin }) | TurnedAway {
  const parsed = envelopeSchema.safeParse(activity);
  if (!parsed.success) return turnedAway(400, 'envelope-malformed');
  const { channelId, serviceUrl, conversation, channelData } = parsed.data;
  // The Playground may name the emulator's channel.
  if (channelId !== 'msteams' && !(house.isLocal && channelId === 'emulator')) return turnedAway(403, 'channel');
  if (!isAllowedServiceUrl(serviceUrl, house)) return turnedAway(403, 'service-url');
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => typeof id === 'string' && id !== '').map((id) => String(id).toLowerCase());
  const tenant = named[0] ?? (house.isLocal ? 'local' : null);
  if (tenant === null) return turnedAway(403, 'tenant-missing');
  if (named.some((other) => other !== tenant)) return turnedAway(403, 'tenants-differ');
  const isOpen = house.isLocal && house.allowedTenants.length === 0;
  if (!isOpen && !house.allowedTenants.some((allowed) => allowed.toLowerCase() === tenant)) return turnedAway(403, 'tenant');
  return { kind: 'admitted', tenant: tenantId(tenant), origin: { channelId, serviceUrl } };
}
