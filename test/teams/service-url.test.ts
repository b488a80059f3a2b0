// Where the bot may send, and who counts as this machine.

import { describe, expect, test } from '@jest/globals';
import { isAllowedServiceUrl, isLoopback } from '../../src/teams/service-url.ts';

describe('a service URL', () => {
  const service = { isLocal: false, allowsLoopback: false };
  test.each([
    ['https://smba.trafficmanager.net/uk/', true], ['https://smba.trafficmanager.net/uk/tenant/', true], ['https://smba.onyx.prod.teams.trafficmanager.net/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/', true], ['https://smba.infra.gov.teams.microsoft.us/', true], ['https://europe.botframework.com/', true],
    ['https://SMBA.trafficmanager.net/', true], ['https://smba.trafficmanager.net:443/uk/', true],
    ['https://smba.trafficmanager.net./uk/', false], ['https://smba.trafficmanager.net:444/uk/', false], ['https://xsmba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.EXAMPLE.COM/', false], ['https://smba.trafficmanager.net%2eexample.com/', false], ['https://smba-trafficmanager.net/', false],
    ['https://botframework.com/', false], ['https://evil.com/.botframework.com/', false], ['https://teams.microsoft.com.evil.example/', false],
    ['https://:secret@smba.trafficmanager.net/', false], ['https://smba.trafficmanager.net\\@example.com/', false], ['//smba.trafficmanager.net/', false],
    ['https://[2001:db8::1]/', false], ['https://[::1]/', false], ['http://[::ffff:127.0.0.1]/', false], ['https://0x7f.1/', false], ['https://0.0.0.0/', false],
    ['ftp://smba.trafficmanager.net/', false], ['wss://smba.trafficmanager.net/', false], [`https://smba.trafficmanager.net/${'x'.repeat(500)}`, false],
    ['http://smba.trafficmanager.net/', false], ['https://evil.trafficmanager.net/', false], ['https://botframework.com.example.org/', false],
    ['https://xbotframework.com/', false], ['https://smba.trafficmanager.net:8443/', false], ['https://a@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@example.com/', false], ['https://smba.trafficmanager.net/?x=', false], ['https://smba.trafficmanager.net/#', false],
    ['https://127.0.0.1/', false], ['http://localhost:5000/', false], ['file:///etc/passwd', false], ['not a url', false], ['', false],
  ])('%s may be sent to: %p', (url, expected) => {
    expect(isAllowedServiceUrl(url, service)).toBe(expected);
  });

  test.each([['127.0.0.1', true], ['127.9.9.9', true], ['::1', true], ['[::1]', true], ['::ffff:127.0.0.1', true], ['LOCALHOST', true],
    ['127.0.0.1.example.com', false], ['10.0.0.1', false], ['', false], ['0.0.0.0', false]])('%s is this machine: %p', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
