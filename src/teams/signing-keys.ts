// The keys with which Microsoft (or the authority of a test) signs what it sends us. Fetched at start, one fetch in
// flight, renewed daily; an unknown key is looked for again at most once a minute, a failure is remembered for ten seconds.

import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';

const fetchDeadlineMs = 5_000;
const renewAfterMs = 24 * 3_600_000;
const unknownKeyPauseMs = 60_000;
const failurePauseMs = 10_000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional(), kty: z.string(), endorsements: z.array(z.string()).optional() })) });

export interface SigningKey {
  readonly key: KeyObject;
  /** Channels that it may sign for; none named: all. */
  readonly endorsements: readonly string[];
}

/** `unreachable`: the keys could not be asked for, so that nobody can say whether the token is good. */
export type KeyFound = { readonly kind: 'key'; readonly key: SigningKey } | { readonly kind: 'unknown' } | { readonly kind: 'unreachable' };

export interface SigningKeys {
  find(keyId: string): Promise<KeyFound>;
  /** Fetches ahead of the first request; a failure is not an error, the first request asks again. */
  warm(): Promise<void>;
}

/** @param metadataUrl OpenID metadata that names `jwks_uri`. @param now real time in ms. */
export function createSigningKeys(metadataUrl: string, now: () => number): SigningKeys {
  let keys = new Map<string, SigningKey>();
  let fetchedAt = -Infinity;
  let failedAt = -Infinity;
  let inFlight: Promise<void> | null = null;

  const renew = (): Promise<void> => {
    inFlight ??= fetchKeys(metadataUrl)
      .then((fresh) => { keys = fresh; fetchedAt = now(); failedAt = -Infinity; }, () => { failedAt = now(); })
      .finally(() => { inFlight = null; });
    return inFlight;
  };
  return {
    warm: renew,
    async find(keyId) {
      const known = keys.get(keyId);
      const isStale = now() - fetchedAt > (known === undefined ? unknownKeyPauseMs : renewAfterMs);
      const renewal = isStale && now() - failedAt > failurePauseMs ? renew() : null;
      // Nobody waits for news of a key that is there: an issuer that hangs would cost everybody seconds.
      if (known !== undefined) return { kind: 'key', key: known };
      await renewal;
      const key = keys.get(keyId);
      if (key !== undefined) return { kind: 'key', key };
      return { kind: failedAt === -Infinity ? 'unknown' : 'unreachable' };
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<Map<string, SigningKey>> {
  const metadata = metadataSchema.parse(await fetchJson(metadataUrl));
  const { keys } = keysSchema.parse(await fetchJson(metadata.jwks_uri));
  const found = new Map<string, SigningKey>();
  for (const key of keys) {
    if (key.kid !== undefined && key.kty === 'RSA') {
      found.set(key.kid, { key: createPublicKey({ key, format: 'jwk' }), endorsements: key.endorsements ?? [] });
    }
  }
  if (found.size === 0) throw new Error('No RSA key is published');
  return found;
}

/** The JSON at a URL. Throws when it does not answer with 2xx in time. */
export async function fetchJson(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(fetchDeadlineMs), redirect: 'error' });
  if (!response.ok) throw new Error(`${new URL(url).hostname} answered ${response.status}`);
  return await response.json();
}
