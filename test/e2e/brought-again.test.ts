// A problem carried on to a later session with its last response and what came of it (domain.md 1.5), and a file sent in
// the 1:1 chat as what is brought with it.

import { describe, expect, test } from '@jest/globals';
import { hourMs, seconds } from '../../src/core/time.ts';
import { conversationId, partitionOf, personId, tenantId } from '../../src/core/keys.ts';
import { buttonsOf, cardOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, tenant, type TestService } from '../support/service.ts';
import { begin, colleagues, gather, nth, submits, suitableWriteUp } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const board = { ...channel, id: channel.id.split(';')[0] ?? '' };
const again = 'Bring it again';

/** A session in which Aisha's problem was discussed, and what she does next. */
async function discussed({ action }: { readonly action: string | null }): Promise<{ service: TestService; aisha: Person }> {
  const service = await openService();
  const people = colleagues(service, 2);
  const aisha = nth(people, 0);
  await begin(service, people, { ready: people });
  await service.pass(seconds(8 * 60));
  if (action !== null) await aisha.presses(channel, { title: 'Save my next action', inputs: { action, due: '2026-12-10' } });
  await service.pass(hourMs);
  await aisha.says(aisha.privateChat, 'problem');
  return { service, aisha };
}

/** What the owner says came of it, as the history keeps it. */
async function saysOutcome(service: TestService): Promise<void> {
  const partition = partitionOf(tenantId(tenant), conversationId(board.id));
  const [session] = (await service.service.store.history.page(partition, null, 1)).entries;
  if (session === undefined) throw new Error('no session is kept');
  const owner = { id: personId('id-aisha-khan'), name: 'Aisha Khan' };
  const at = service.now();
  await service.service.store.history.add({ kind: 'outcome', id: 'outcome-1', partition, session: session.session, at, people: [owner.id], turn: 0, owner, outcome: 'partly', line: 'Two classes of three' }, at);
}

const broughtAgain = /Last response: Start each lesson with a quiz\nBy: Thursday 10 December 2026\nWhat came of it: partly done\nSaid of it: Two classes of three/;

describe('Bring it again', () => {
  test('carries the text over with the last response and what came of it: in the form, shared and in the session', async () => {
    const { service, aisha } = await discussed({ action: 'Start each lesson with a quiz' });
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Not saved yet\.[^]*Your last problem was discussed/);
    await saysOutcome(service);
    const brought = await aisha.presses(aisha.privateChat, { title: again });
    expect(answerOf(brought)).toMatch(/Saved as a draft[^]*You bring this problem again/);
    expect(answerOf(brought)).toMatch(broughtAgain);
    expect(untouchedInputsOf(cardOfAnswer(brought.body))).toMatchObject({ problem: suitableWriteUp.problem, why: suitableWriteUp.why });
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Share with the group' });
    await service.pass(seconds(3));
    expect(service.card(board, 'A problem for our session: Aisha Khan').join('\n')).toMatch(broughtAgain);
    await gather(service, [aisha]);
    await aisha.presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Write-ups').join('\n')).toMatch(broughtAgain);
  });

  test('submitted while the session runs, or joined late with, it has what came of it too', async () => {
    const { service, aisha } = await discussed({ action: 'Start each lesson with a quiz' });
    await saysOutcome(service);
    const ben = service.person('Ben Cole');
    await begin(service, [ben, aisha]);
    await aisha.presses(aisha.privateChat, { title: again });
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Submit problem' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Write-ups').join('\n')).toMatch(broughtAgain);
    await ben.says(channel, 'end');
    await ben.presses(channel, { title: 'End session' });
    await begin(service, [ben, service.person('Dev Patel')]);
    const ways = cardOfAnswer((await aisha.presses(channel, { title: 'Join' })).body);
    await aisha.forges(channel, { verb: 'join-owner', data: buttonsOf(ways).find(({ verb }) => verb === 'join-owner')?.data ?? {} });
    await service.pass(seconds(5));
    expect(service.posts(channel).filter(({ lines }) => lines[0] === 'Write-ups').map(({ lines }) => broughtAgain.test(lines.join('\n')))).toEqual([false, true, true]);
  });

  test('without a saved response brings the text alone; pressed twice, or on an old card, it changes nothing that was written', async () => {
    const { service, aisha } = await discussed({ action: null });
    const old = service.connector.visible(aisha.privateChat.id).at(-1)?.id ?? '';
    const brought = await aisha.presses(aisha.privateChat, { title: again });
    expect(answerOf(brought)).not.toMatch(/Last response|bring this problem again/);
    await aisha.says(aisha.privateChat, 'problem');
    expect(buttonsOf(cardOf(service.connector.visible(aisha.privateChat.id).at(-1)?.activity ?? {})).map(({ title }) => title)).not.toContain(again);
    await aisha.presses(aisha.privateChat, { title: 'Save draft', inputs: { problem: 'Written since' } });
    const twice = await aisha.presses(aisha.privateChat, { title: again, messageId: old });
    expect(untouchedInputsOf(cardOfAnswer(twice.body))).toMatchObject({ problem: 'Written since', evidence: suitableWriteUp.evidence });
  });

  test('where nothing was discussed says what to do', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await gather(service, [aisha]);
    expect(answerOf(await aisha.forges(aisha.privateChat, { verb: 'problem-again', data: { community: board.id } }))).toMatch(/no discussed problem of yours to bring again\. Type “problem”/);
  });
});

describe('A file in the 1:1 chat', () => {
  const link = 'https://school-my.sharepoint.example/personal/aisha/Documents/Unit%20plan.docx';
  const content = { downloadUrl: 'https://school-my.sharepoint.example/_layouts/15/download.aspx?tempauth=x', uniqueId: 'u', fileType: 'docx' };
  const fileFrom = (person: Person, chat: Chat, over: Readonly<Record<string, unknown>> = {}) =>
    ({ ...person.saying(chat, ''), attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', contentUrl: link, name: 'Unit plan.docx', content, ...over }, { contentType: 'text/html', content: '<div></div>' }] });

  test('becomes the artefact of the draft, which it begins where there is none', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await gather(service, [aisha]);
    await aisha.send(fileFrom(aisha, aisha.privateChat));
    const form = service.connector.visible(aisha.privateChat.id).at(-1)?.activity ?? {};
    expect(service.last(aisha.privateChat)).toContain('Kept as the artefact of this write-up: Unit plan.docx');
    expect(untouchedInputsOf(cardOf(form))).toMatchObject({ artefactLink: link, artefactDescription: 'Unit plan.docx' });
    expect(JSON.stringify(service.connector.requests)).not.toContain('tempauth');
    await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { ...suitableWriteUp, artefactDescription: 'Our unit plan' } });
    await aisha.presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Write-ups').join('\n')).toContain(`Artefact description: Our unit plan\nArtefact link: ${link}`);
  });

  test('of somebody in several communities waits until they say for which', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await gather(service, [aisha]);
    await gather(service, [aisha], { chat: group });
    await aisha.send(fileFrom(aisha, aisha.privateChat));
    expect(service.last(aisha.privateChat)[0]).toBe('Which community?');
    const kept = await aisha.presses(aisha.privateChat, { title: 'Go on', inputs: { community: board.id } });
    expect(answerOf(kept)).toMatch(/For: Heads[^]*Kept as the artefact of this write-up: Unit plan\.docx/);
    const zoe = await aisha.forges(aisha.privateChat, { verb: 'which', data: { command: '', community: '19:other@thread.v2', file: { name: 'x', link } } });
    expect(answerOf(zoe)).toMatch(/do not belong to a community/);
  });

  test('goes beside a problem that was discussed, which can still be brought again, with the file', async () => {
    const { service, aisha } = await discussed({ action: null });
    await aisha.send(fileFrom(aisha, aisha.privateChat));
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Kept as the artefact[^]*Your last problem was discussed/);
    const brought = await aisha.presses(aisha.privateChat, { title: again });
    expect(untouchedInputsOf(cardOfAnswer(brought.body))).toMatchObject({ problem: suitableWriteUp.problem, artefactLink: link });
  });

  test.each([['without a link', { contentUrl: null }], ['on no safe address', { contentUrl: 'http://school.example/x' }], ['with an endless one', { contentUrl: `https://x.example/${'a'.repeat(2_000)}` }]])('%s is refused with what to do', async (_what, over) => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await gather(service, [aisha]);
    await submits(aisha);
    await aisha.send(fileFrom(aisha, aisha.privateChat, over));
    expect(service.last(aisha.privateChat).join()).toMatch(/could not keep that file[^]*“Artefact link”/);
  });

  test('belongs into no shared chat, and a command that comes with one counts', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await gather(service, [aisha]);
    await aisha.send({ ...fileFrom(aisha, channel), ...aisha.saying(channel, 'our plan for the year') });
    expect(service.last(channel).join()).toMatch(/only in our own chat/);
    await aisha.send({ ...fileFrom(aisha, channel), ...aisha.saying(channel, 'problems') });
    expect(service.last(channel)[0]).toBe('Who has a problem ready?');
  });
});
