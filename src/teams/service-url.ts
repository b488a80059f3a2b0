// Where the bot may send and who counts as this machine. Checked before a service URL is stored and before every request,
// since an activity names the address that its answer, with our token, goes to (reliability.md 2).

/** Hosts of the connector: Microsoft's published list of the public cloud, and the US government's clouds. */
const connectorHosts: readonly RegExp[] = [
  /^smba\.trafficmanager\.net$/,
  /^smba\.onyx\.prod\.teams\.trafficmanager\.net$/,
  /^([a-z0-9-]+\.)+botframework\.com$/,
  /^([a-z0-9-]+\.)+teams\.microsoft\.com$/,
  /^([a-z0-9-]+\.)+botframework\.us$/,
  /^([a-z0-9-]+\.)+teams\.microsoft\.us$/,
];

/** A loopback address or `localhost`, as it stands in a URL or a socket (IPv4 mapped into IPv6 included). */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/**
 * Whether a service URL may be stored and sent to: https on a connector's own host; in local mode, and for
 * authenticated tests (`allowsLoopback`), loopback with http as well. In local mode nothing but loopback.
 */
export function isAllowedServiceUrl(url: string, mode: { readonly isLocal: boolean; readonly allowsLoopback: boolean }): boolean {
  // Paths are appended to it: a query or a fragment, even an empty one, would swallow them.
  if (url.length > 500 || /[?#\\\s]/.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (isLoopback(hostname)) return (mode.isLocal || mode.allowsLoopback) && (protocol === 'http:' || protocol === 'https:');
  if (mode.isLocal) return false;
  return protocol === 'https:' && port === '' && connectorHosts.some((host) => host.test(hostname));
}
