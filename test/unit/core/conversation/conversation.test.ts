// How a conversation is reached, and that a final no holds until somebody writes there again.

import { expect, test } from '@jest/globals';
import { conversationId, personId, tenantId } from '../../../../src/core/keys.ts';
import { type Conversation, conversationMachine, isSameReach } from '../../../../src/core/conversation/conversation.ts';

const from: Omit<Conversation, 'closed'> = {
  tenant: tenantId('t1'), id: conversationId('19:c'), place: 'channel', person: null, language: null, name: 'Heads', serviceUrl: 'https://a', bot: { id: '28:b', name: 'Turnstone' },
};
const moment = { at: 5, rate: 1 };
const heard: Conversation = { ...from, closed: null };

test('an arrival renews it, and keeps a name that Teams no longer tells', () => {
  expect(conversationMachine.step(null, { type: 'heard-from', from }, moment)).toMatchObject({ state: heard });
  expect(conversationMachine.step(null, { type: 'heard-from', from: { ...from, name: null } }, moment)).toMatchObject({ state: { name: null } });
  expect(conversationMachine.step(heard, { type: 'heard-from', from: { ...from, name: null, serviceUrl: 'https://b' } }, moment))
    .toMatchObject({ state: { name: 'Heads', serviceUrl: 'https://b' } });
});

test('a final no closes it until somebody writes again', () => {
  const closed = conversationMachine.step(heard, { type: 'closed', why: 'gone' }, moment);
  expect(closed).toMatchObject({ state: { closed: { at: 5, why: 'gone' } } });
  expect(conversationMachine.step({ ...heard, closed: { at: 5, why: 'gone' } }, { type: 'heard-from', from }, moment)).toMatchObject({ state: { closed: null } });
  expect(conversationMachine.step(null, { type: 'closed', why: 'gone' }, moment)).toEqual({ kind: 'refused', refusal: { reason: 'no-community' } });
});

test.each<[string, Partial<Conversation>, Partial<Conversation>, boolean]>([
  ['the same', {}, {}, true], ['closed before', { closed: { at: 1, why: '' } }, {}, false], ['another address', {}, { serviceUrl: 'https://b' }, false],
  ['another bot', {}, { bot: { id: '28:c', name: 'Turnstone' } }, false], ['a renamed bot', {}, { bot: { id: '28:b', name: 'T' } }, false],
  ['its person', {}, { person: personId('p') }, false], ['no person', { person: personId('p') }, {}, true], ['a new name', {}, { name: 'Heads 2' }, false], ['no name', {}, { name: null }, true],
  ['a client of another language', { language: 'en' }, { language: 'cy' }, false], ['no language', { language: 'cy' }, {}, true],
])('an arrival with %s tells nothing new: %j %j %s', (_, known, arrived, isSame) => {
  expect(isSameReach({ ...heard, ...known }, { ...from, ...arrived })).toBe(isSame);
});

test('as a document it waits for nothing', () => {
  const machine = conversationMachine;
  expect([machine.wakeAt(heard), machine.draw(heard, 'x', moment), machine.expiresAt(heard, 0)]).toEqual([null, null, null]);
  expect([machine.home(heard), machine.people(heard)]).toEqual([{ kind: 'thread', thread: '19:c' }, []]);
  expect(machine.people({ ...heard, place: 'personal', person: personId('p') })).toEqual(['p']);
});

test('a language that was chosen is kept by arrivals that tell none', () => {
  const chosen = conversationMachine.step(heard, { type: 'language-chosen', language: 'cy' }, moment);
  expect(chosen).toMatchObject({ kind: 'moved', state: { ...heard, language: 'cy' } });
  expect(conversationMachine.step({ ...heard, language: 'cy' }, { type: 'heard-from', from }, moment)).toMatchObject({ state: { language: 'cy' } });
  expect(conversationMachine.step(null, { type: 'language-chosen', language: 'cy' }, moment)).toMatchObject({ kind: 'refused' });
});
