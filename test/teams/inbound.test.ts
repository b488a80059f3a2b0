// From activities to arrivals: what is read, what is ignored, what is malformed, and that nothing ever throws.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tenantId } from '../../src/core/keys.ts';
import { readInbound } from '../../src/teams/inbound.ts';
import type { Reading } from '../../src/teams/inbound.ts';

type Json = Readonly<Record<string, unknown>>;
const tenant = tenantId('t');
const bot = { id: '28:bot', name: 'Turnstone' };
const mention = { type: 'mention', text: '<at>Turnstone</at>', mentioned: bot };
const inGroup = { id: '19:g@thread.v2', conversationType: 'groupChat', isGroup: true };
const inChannel = { id: '19:c@thread.tacv2', conversationType: 'channel', isGroup: true, name: 'Heads' };

const base = (rest: Json): Json => ({
  type: 'message', id: '17', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/uk/', recipient: bot,
  from: { id: '29:jo', name: 'Jo', aadObjectId: 'jo-id' }, conversation: { id: 'a:1', conversationType: 'personal' }, text: 'help', ...rest,
});
const read = (rest: Json): Reading => readInbound(base(rest), tenant);
const arrivalOf = (rest: Json) => {
  const reading = read(rest);
  if (reading.kind !== 'arrival') throw new Error(`It was ${reading.kind}`);
  return reading.arrival;
};
const textOf = (text: string, rest: Json = {}): string => {
  const { what } = arrivalOf({ text, ...rest });
  return what.kind === 'said' ? what.text : '';
};

describe('a message', () => {
  test('in a 1:1 chat is read whole', () => {
    expect(arrivalOf({})).toEqual({
      activityId: '17', tenant, place: 'personal', conversation: 'a:1', placeName: null,
      address: { tenant, serviceUrl: 'https://smba.trafficmanager.net/uk/', thread: 'a:1', bot, language: null },
      from: { id: 'jo-id', teamsId: '29:jo', name: 'Jo' }, locale: null, what: { kind: 'said', text: 'help', mentioned: [] },
    });
  });

  test('in company counts only with a mention of the bot', () => {
    expect(read({ conversation: inGroup }).kind).toBe('ignored');
    expect(read({ conversation: inGroup, entities: [{ ...mention, mentioned: { id: '29:someone' } }] }).kind).toBe('ignored');
    expect(read({ conversation: inGroup, entities: [mention] }).kind).toBe('arrival');
  });

  test('that opens a thread is its root, and one within a thread stays there', () => {
    const opened = arrivalOf({ conversation: inChannel, entities: [mention] });
    expect(opened).toMatchObject({ place: 'channel', conversation: inChannel.id, address: { thread: `${inChannel.id};messageid=17` }, placeName: 'Heads' });
    const within = arrivalOf({ conversation: { ...inChannel, id: `${inChannel.id};messageid=3` }, entities: [mention] });
    expect(within).toMatchObject({ conversation: inChannel.id, address: { thread: `${inChannel.id};messageid=3` } });
  });

  test('names the others that are mentioned, in order', () => {
    const sam = { type: 'mention', text: '<at>Sam</at>', mentioned: { id: '29:sam', name: 'Sam', aadObjectId: 'sam-id' } };
    const guest = { type: 'mention', text: '<at>Guest</at>', mentioned: { id: '29:guest' } };
    const { what } = arrivalOf({ conversation: inGroup, text: '<at>Turnstone</at> order <at>Sam</at>, <at>Guest</at>', entities: [mention, sam, { type: 'clientInfo' }, guest] });
    expect(what).toEqual({ kind: 'said', text: 'order Sam, Guest', mentioned: [{ id: 'sam-id', teamsId: '29:sam', name: 'Sam' }, { id: null, teamsId: '29:guest', name: 'Someone' }] });
  });

  test.each([
    ['<at>Turnstone</at>&nbsp;start\r\n', 'start'], ['a &lt;b&gt; &amp;amp; &#233; &#x1F600;', 'a <b> &amp; é 😀'], ['note\u00a0 two   words', 'note two words'],
    ['a\u200bb\u202ec\u0000d\ufeff', 'abcd'], ['a&#8203;b&#x202e;c', 'abc'], ['line\r\nline', 'line\nline'], ['👩\u200d🏫 and 👩🏽\u200d🏫 x\u200dy', '👩\u200d🏫 and 👩🏽\u200d🏫 xy'],
    ['\ud800lone', 'lone'], ['&#0;&#x110000;&unknown;', '&unknown;'], ['<at id="0">Turnstone</at> next', 'Turnstone next'], ['   ', ''],
  ])('%j is read as %j', (typed, expected) => {
    expect(textOf(typed, { entities: [mention] })).toBe(expected);
  });

  test('of someone without an Entra id is a guest\'s, and names are cut', () => {
    expect(arrivalOf({ from: { id: '29:guest', name: null } }).from).toEqual({ id: null, teamsId: '29:guest', name: 'Someone' });
    expect(arrivalOf({ from: { id: '29:x', name: `A\u202e\n${'é'.repeat(100)}`, aadObjectId: ' ' } }).from).toEqual({ id: null, teamsId: '29:x', name: `A ${'é'.repeat(78)}` });
  });
});

describe('a file', () => {
  const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', contentUrl: 'https://school.example/Unit plan.docx', name: 'Unit\u202e plan.docx', content: { downloadUrl: 'https://school.example/secret' } };
  const html = { contentType: 'text/html', content: '<p>x</p>' };
  const filesOf = (attachments: unknown, rest: Json = {}): unknown => {
    const { what } = arrivalOf({ attachments, ...rest });
    return what.kind === 'said' ? what.files : what;
  };

  test('is read by name and address, with or without words; what else is attached is none', () => {
    const read = [{ name: 'Unit plan.docx', link: 'https://school.example/Unit%20plan.docx' }];
    expect([filesOf([html, file]), filesOf([file], { text: undefined }), filesOf([{ ...file, contentType: 'reference' }])]).toEqual([read, read, read]);
    expect([filesOf([html]), filesOf([]), filesOf(null), filesOf('strange'), filesOf([7, null, { contentType: 5 }, { ...file, contentType: 'image/png' }])]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test.each([[null], [5], ['http://school.example/x'], ['javascript:alert(1)'], ['file:///etc/passwd'], ['https://user:secret@school.example/x'], [' '], ['https://'], [`https://x.example/${'a'.repeat(2_000)}`]])('with the address %j has none', (contentUrl) => {
    expect(filesOf([{ ...file, contentUrl }])).toEqual([{ name: 'Unit plan.docx', link: null }]);
  });

  test('without a name has a question mark, and a long one is cut', () => {
    expect(filesOf([{ ...file, name: null }, { ...file, name: 'x'.repeat(1_000) }])).toMatchObject([{ name: '?' }, { name: 'x'.repeat(200) }]);
  });

  test('in company counts only with a mention of the bot', () => {
    expect(read({ conversation: inGroup, attachments: [file], text: undefined }).kind).toBe('ignored');
    expect(filesOf([file], { conversation: inGroup, entities: [mention], text: '<at>Turnstone</at>' })).toHaveLength(1);
  });
});

describe('a press', () => {
  test('by execute carries verb and data, and the thread as it is', () => {
    const value = { action: { type: 'Action.Execute', verb: 'next', data: { rev: 3, note: 'typed' } }, trigger: 'manual' };
    expect(arrivalOf({ type: 'invoke', name: 'adaptiveCard/action', text: null, value, replyToId: '5', conversation: inChannel })).toMatchObject({
      address: { thread: inChannel.id }, what: { kind: 'pressed', shape: 'execute', verb: 'next', data: { rev: 3, note: 'typed' }, messageId: '5' },
    });
  });

  test('by submit needs no mention and wins over text', () => {
    expect(arrivalOf({ conversation: inGroup, text: 'typed too', value: { verb: 'add-note', note: 'x' } }).what)
      .toEqual({ kind: 'pressed', shape: 'submit', verb: 'add-note', data: { verb: 'add-note', note: 'x' }, messageId: null });
  });

  test('with `__proto__` in its data pollutes nothing', () => {
    const value: unknown = JSON.parse('{"action":{"verb":"v","data":{"__proto__":{"isChair":true}}}}');
    arrivalOf({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect(Object.hasOwn(Object.prototype, 'isChair')).toBe(false);
  });
});

describe('the call of a meeting', () => {
  const event = { type: 'event', name: 'application/vnd.microsoft.meetingStart', text: undefined, conversation: { id: '19:meeting_x@thread.v2', isGroup: true } };
  const value = { MeetingType: 'Scheduled', Title: 'Heads', Id: 'MCM', JoinUrl: 'https://teams.example', StartTime: '2026-12-03T16:00:10Z' };
  const callOf = (rest: Json) => arrivalOf({ ...event, ...rest });

  test('is read with which call it is, in a chat that no event says more of', () => {
    expect(callOf({ value })).toMatchObject({ place: 'group', conversation: '19:meeting_x@thread.v2', what: { kind: 'call', is: 'begun', occurrence: 'MCM 2026-12-03T16:00:10Z' } });
    expect(callOf({ name: 'application/vnd.microsoft.meetingEnd', value: { Id: 'MCM', EndTime: 'then' } }).what).toEqual({ kind: 'call', is: 'over', occurrence: 'MCM then' });
  });

  test.each([
    ['a person', { from: undefined }], ['a person with an id', { from: { name: 'Someone' } }], ['an id', { id: undefined }], ['a value', { value: null }],
    ['a value of its own shape', { value: { Id: 7, StartTime: {} } }], ['any of these', { from: null, id: null, value: undefined }],
  ])('counts without %s', (_what, rest) => {
    expect(callOf(rest).what).toMatchObject({ kind: 'call', is: 'begun' });
  });

  test('names the meeting by the channel data where the value does not', () => {
    expect(callOf({ channelData: { meeting: { id: 'M2' } }, timestamp: 'now' }).what).toMatchObject({ occurrence: 'M2 now' });
  });

  test('is the only thing that may come from nobody', () => {
    expect(read({ from: undefined }).kind).toBe('malformed');
  });
});

describe('coming and going', () => {
  test.each([
    [{ type: 'installationUpdate', action: 'add' }, 'installed'], [{ type: 'installationUpdate', action: 'remove' }, 'removed'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: '29:x' }, bot] }, 'installed'], [{ type: 'conversationUpdate', membersRemoved: [bot] }, 'removed'],
  ])('%j is %s', (rest, kind) => {
    expect(arrivalOf({ ...rest, id: null, timestamp: 'then' })).toMatchObject({ activityId: `${rest.type}@then`, what: { kind } });
  });

  test.each([
    [{ type: 'conversationUpdate', membersAdded: [] }], [{ type: 'conversationUpdate' }], [{ type: 'installationUpdate', action: 'other' }], [{ type: 'messageReaction' }], [{ type: 'typing' }],
    [{ type: 'endOfConversation' }], [{ type: 'invoke', name: 'task/fetch', value: {} }], [{ type: 'event', name: 'application/vnd.microsoft.meetingParticipantJoin' }], [{ type: 'event' }], [{ text: null }],
  ])('%j is nothing to us', (rest) => {
    expect(read(rest).kind).toBe('ignored');
  });

  test('of people is told with who they are, as far as Teams says, and of which team', () => {
    const rest = { type: 'conversationUpdate', text: undefined, id: null, membersRemoved: [{ id: '29:x' }, { id: '29:y', aadObjectId: 'id-y', name: 'Yasmin' }], channelData: { team: { id: '19:team', name: 'Team' } } };
    expect(arrivalOf(rest)).toMatchObject({ team: '19:team', what: { kind: 'members', came: [], left: [{ id: null, teamsId: '29:x' }, { id: 'id-y', teamsId: '29:y', name: 'Yasmin' }] } });
    expect(arrivalOf({ ...rest, membersRemoved: null, membersAdded: [{ id: '29:z', aadObjectId: 'id-z' }], channelData: { team: { id: 7 } } }))
      .toMatchObject({ what: { kind: 'members', came: [{ id: 'id-z' }], left: [] } });
  });

  test('of people in a private or shared channel is of that channel, whatever conversation it comes in, and of no team', () => {
    const channelData = { team: { id: '19:team' }, channel: { id: '19:private' }, eventType: 'channelMemberRemoved' };
    const rest = { type: 'conversationUpdate', text: undefined, id: null, membersRemoved: [{ id: '29:y', aadObjectId: 'id-y' }], channelData };
    expect(arrivalOf(rest)).toMatchObject({ conversation: '19:private', address: { thread: '19:private' }, what: { kind: 'members', left: [{ id: 'id-y' }] } });
    expect(arrivalOf(rest)).not.toHaveProperty('team');
    expect(arrivalOf({ ...rest, channelData: { ...channelData, channel: { id: 7 } } }).conversation).toBe(arrivalOf({}).conversation);
    expect(arrivalOf({ ...rest, channelData: { ...channelData, eventType: 'teamMemberRemoved' } })).toMatchObject({ team: '19:team' });
    expect(arrivalOf({ ...rest, membersRemoved: null, membersAdded: [bot] })).toMatchObject({ team: '19:team', what: { kind: 'installed' } });
  });
});

describe('malformed', () => {
  const press = { type: 'invoke', name: 'adaptiveCard/action' };
  test.each<[Json]>([
    [{ type: null }], [{ type: 7 }], [{ id: null }], [{ id: '' }], [{ id: { a: 1 } }], [{ from: null }], [{ from: {} }], [{ from: 'Jo' }], [{ from: { id: '29:x', aadObjectId: 5 } }],
    [{ recipient: null }], [{ conversation: { id: 7 } }], [{ conversation: { id: '' } }], [{ conversation: { id: 'x'.repeat(2_000) } }], [{ text: 5 }], [{ text: ['help'] }],
    [{ entities: 'none' }], [{ value: 'next' }], [{ value: [] }], [{ value: {} }], [{ value: { verb: 7 } }], [{ value: { verb: '' } }], [{ serviceUrl: 5 }],
    [{ type: 'conversationUpdate', membersAdded: 'bot' }], [{ type: 'conversationUpdate', membersAdded: [null] }], [{ channelData: 'x' }],
  ])('%j', (rest) => {
    expect(read(rest)).toEqual({ kind: 'malformed', isPress: false });
  });

  test.each<[unknown]>([[null], [undefined], ['next'], [{}], [{ action: null }], [{ action: {} }], [{ action: { verb: 5 } }], [{ action: { verb: 'v', data: 'x' } }], [{ action: { verb: 'v', data: [1] } }]])('a press with %j', (value) => {
    expect(read({ ...press, value })).toEqual({ kind: 'malformed', isPress: true });
  });

  test('a press without an id or a sender', () => {
    expect(read({ ...press, id: null, value: { action: { verb: 'v' } } })).toEqual({ kind: 'malformed', isPress: true });
    expect(read({ ...press, from: null })).toEqual({ kind: 'malformed', isPress: true });
  });

  test('whatever comes, nothing throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => { readInbound(body, tenant); }));
    const field = fc.constantFrom('attachments', 'type', 'id', 'from', 'recipient', 'conversation', 'entities', 'value', 'text', 'channelData', 'membersAdded', 'name', 'action');
    fc.assert(fc.property(field, fc.jsonValue(), (name, value) => { read({ [name]: value }); }), { numRuns: 500 });
  });
});
