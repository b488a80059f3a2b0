// The only file that loads the Bot Framework SDK: its addresses and its credentials for outbound tokens. Its adapter, its
// connector client and its check of inbound tokens stay unused: the first tells callers what went wrong inside, the second
// sends twice, the third has keys of its own (token-check.ts). Local mode never loads it.

import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { z } from 'zod';
import { fetchJson } from './signing-keys.ts';

/** Who the bot is, as configured. */
export interface BotIdentity {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  /** Null with a managed identity or a federated credential. */
  readonly password: string | null;
  /** Client id of the managed identity that vouches for the app registration. */
  readonly federatedClientId: string | null;
  /** Loopback URL that serves OpenID metadata, keys and tokens for authenticated tests; null in service. */
  readonly testAuthority: string | null;
}

export interface BotFramework {
  readonly appId: string;
  readonly issuer: string;
  readonly metadataUrl: string;
  /** Loopback service URLs are allowed: authenticated tests only. */
  readonly allowsLoopback: boolean;
  /** A token for the connector, cached by the SDK. Throws when none can be had. */
  token(isFresh: boolean): Promise<string>;
}

/** Loads the SDK's credentials for this identity. Throws if the test authority does not answer. */
export async function connectBotFramework(identity: BotIdentity): Promise<BotFramework> {
  const { AuthenticationConstants: fixed } = await import('botframework-connector');
  const test = identity.testAuthority === null ? null : await readAuthority(identity.testAuthority);
  return {
    appId: identity.appId,
    issuer: test?.issuer ?? fixed.ToBotFromChannelTokenIssuer,
    metadataUrl: test?.metadataUrl ?? fixed.ToBotFromChannelOpenIdMetadataUrl,
    allowsLoopback: test !== null,
    token: test === null
      ? await sdkTokens(await credentialsFactory(identity), { appId: identity.appId, audience: fixed.ToChannelFromBotOAuthScope, login: fixed.ToChannelFromBotLoginUrl })
      : testTokens(test.tokenUrl, identity),
  };
}

async function credentialsFactory(identity: BotIdentity): Promise<ServiceClientCredentialsFactory> {
  const connector = await import('botframework-connector');
  const { appId, tenantId, password, federatedClientId } = identity;
  if (federatedClientId !== null) return new connector.FederatedServiceClientCredentialsFactory(appId, federatedClientId, tenantId);
  if (identity.appType === 'UserAssignedMSI') {
    return new connector.ManagedIdentityServiceClientCredentialsFactory(appId, new connector.JwtTokenProviderFactory());
  }
  if (password === null) throw new Error('A SingleTenant bot needs a password or a federated client id');
  return new connector.PasswordServiceClientCredentialFactory(appId, password, tenantId);
}

interface TokenRequest {
  readonly appId: string;
  readonly audience: string;
  readonly login: string;
}

async function sdkTokens(factory: ServiceClientCredentialsFactory, request: TokenRequest): Promise<(isFresh: boolean) => Promise<string>> {
  const credentials: unknown = await factory.createCredentials(request.appId, request.audience, request.login, true);
  const { AppCredentials } = await import('botframework-connector');
  if (!(credentials instanceof AppCredentials)) throw new Error('The SDK gave credentials without tokens');
  return (isFresh) => credentials.getToken(isFresh);
}

const authoritySchema = z.object({ issuer: z.string().min(1), token_endpoint: z.url() });
const tokenSchema = z.object({ access_token: z.string().min(1) });

/** Standard OpenID discovery under the authority's URL. */
async function readAuthority(url: string): Promise<{ issuer: string; metadataUrl: string; tokenUrl: string }> {
  const metadataUrl = `${url.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  const { issuer, token_endpoint: tokenUrl } = authoritySchema.parse(await fetchJson(metadataUrl));
  return { issuer, metadataUrl, tokenUrl };
}

/** Kept until a fresh one is asked for: a test is shorter than a token's life. */
function testTokens(tokenUrl: string, { appId, password }: BotIdentity): (isFresh: boolean) => Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: appId, client_secret: password ?? '' });
  const ask = async () => tokenSchema.parse(await fetchJson(tokenUrl, { method: 'POST', body })).access_token;
  let kept: Promise<string> | null = null;
  return (isFresh) => {
    if (isFresh || kept === null) kept = ask();
    kept.catch(() => { kept = null; });
    return kept;
  };
}
