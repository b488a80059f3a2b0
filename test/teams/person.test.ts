// The pretend colleague and the fake chat together: what a person sees is what a person can press.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createConnector } from '../../src/teams/connector.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { channel, openRig } from './rig.ts';
import type { Rig } from './rig.ts';

const notice = { card: 'notice', notice: { kind: 'done' } } as const;
const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'note', label: 'Note' }, { type: 'Input.Date', id: 'due', value: '2026-12-01' },
    { type: 'ActionSet', actions: [{
      type: 'Action.Execute', title: 'Add note', verb: 'add-note', data: { rev: 3 }, fallback: { type: 'Action.Submit', title: 'Add note', data: { verb: 'add-note', rev: 3 } },
    }] },
  ],
};
let rig: Rig;
beforeEach(async () => { rig = await openRig(); });
afterEach(async () => rig.close());

/** The bot answers `help` with the card, through its own messenger. */
async function showCard(): Promise<void> {
  const connector = createConnector({ token: null, mode: { isLocal: true, allowsLoopback: true }, now: Date.now });
  const messenger = createMessenger({ connector, render: () => ({ summary: 's', card, text: null, mentions: [] }), now: Date.now });
  await rig.person().says(channel, 'help');
  const [arrival] = rig.arrivals.splice(0);
  if (arrival !== undefined) await messenger.post(arrival.address, notice);
  connector.close();
}

test('a button is pressed with what the card carries and what is typed, in both shapes', async () => {
  await showCard();
  const [message] = rig.connector.visible(channel.id);
  for (const shape of ['execute', 'submit'] as const) await rig.person().presses(channel, { title: 'Add note', inputs: { note: 'x' }, shape });
  const whats = rig.arrivals.map(({ what }) => what);
  expect(whats).toEqual([
    { kind: 'pressed', shape: 'execute', verb: 'add-note', data: { rev: 3, note: 'x', due: '2026-12-01' }, messageId: message?.id },
    { kind: 'pressed', shape: 'submit', verb: 'add-note', data: { verb: 'add-note', rev: 3, note: 'x', due: '2026-12-01' }, messageId: message?.id },
  ]);
});

test('a button nobody can see is not pressed', async () => {
  await showCard();
  expect(() => rig.person().pressing(channel, { title: 'Next phase' })).toThrow('Nobody can see a button');
});

test('waiting ends when a request arrives, or says that it did not', async () => {
  const seen = rig.connector.waitFor((connector) => connector.visible(channel.id).length === 1);
  await showCard();
  await seen;
  await expect(rig.connector.waitFor(() => false, 20)).rejects.toThrow('Not seen within 20 ms');
});

test('coming and going of the bot arrive', async () => {
  await rig.person().installs(channel);
  await rig.person().removes(channel);
  expect(rig.arrivals.map(({ what }) => what.kind)).toEqual(['installed', 'removed']);
});
