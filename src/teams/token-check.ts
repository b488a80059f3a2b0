// Whether a bearer token is genuine, and whom it speaks for: signature by a published key, once a token, then the key's
// endorsement of the channel and the service URL that the token names. The SDK's own check is not asked: it keeps keys of
// its own, which it renews only after an hour and refuses everybody without once the authority is away (reliability.md 2).

import { createHash, verify } from 'node:crypto';
import { type Bearer, type Expected, readBearer, type TokenFault } from './bearer.ts';
import { ExpiringMap } from './expiring-map.ts';
import { createSigningKeys, type SigningKey } from './signing-keys.ts';

/** What a verified token lets its bearer do. */
interface Verified {
  readonly serviceUrl: string | null;
  /** Channels that its key may sign for; none named: all. */
  readonly endorsements: readonly string[];
}
export interface Origin {
  readonly channelId: string;
  readonly serviceUrl: string;
}
export type Refusal = TokenFault | 'key-unknown' | 'signature-wrong' | 'channel-not-endorsed' | 'service-url-not-claimed' | 'keys-unreachable';

export interface TokenCheck {
  /** Null: signed by who may speak for Teams, and meant for us. */
  ofHeader(authorization: string | undefined): Promise<Refusal | null>;
  /** Null: it may also speak for where the activity says it comes from. */
  ofOrigin(authorization: string | undefined, origin: Origin): Promise<Refusal | null>;
  /** Fetches the signing keys ahead of the first request. */
  warm(): Promise<void>;
}

const rememberedTokenCount = 1_000;

/** @param metadataUrl OpenID metadata of the issuer. @param now real time in ms. */
export function createTokenCheck(metadataUrl: string, expected: Expected, now: () => number): TokenCheck {
  const keys = createSigningKeys(metadataUrl, now);
  const known = new ExpiringMap<Verified>(rememberedTokenCount);

  async function verified(header: string | undefined): Promise<Verified | Refusal> {
    const name = hashOf(header ?? '');
    const before = known.get(name, now());
    if (before !== null) return before;
    const read = readBearer(header, expected, now());
    if (read.kind === 'refused') return read.why;
    const { bearer } = read;
    const found = await keys.find(bearer.keyId);
    if (found.kind !== 'key') return found.kind === 'unreachable' ? 'keys-unreachable' : 'key-unknown';
    if (!isSigned(bearer, found.key)) return 'signature-wrong';
    const fresh = { serviceUrl: bearer.serviceUrl, endorsements: found.key.endorsements };
    known.set(name, fresh, bearer.expiresAt);
    return fresh;
  }
  return {
    warm: () => keys.warm(),
    async ofHeader(authorization) {
      const answer = await verified(authorization);
      return typeof answer === 'string' ? answer : null;
    },
    async ofOrigin(authorization, { channelId, serviceUrl }) {
      const answer = await verified(authorization);
      if (typeof answer === 'string') return answer;
      if (answer.endorsements.length > 0 && !answer.endorsements.includes(channelId)) return 'channel-not-endorsed';
      return answer.serviceUrl === serviceUrl ? null : 'service-url-not-claimed';
    },
  };
}

const isSigned = ({ algorithm, signed, signature }: Bearer, { key }: SigningKey): boolean =>
  verify(algorithm.replace('RS', 'sha'), Buffer.from(signed), key, signature);

const hashOf = (header: string): string => createHash('sha256').update(header).digest('base64');
