// What a write-up is checked for before it is shared: likely names and contact details, and nothing that only looks so
// (domain.md 1.5).

import { describe, expect, test } from '@jest/globals';
import { likelyNames, likelyNamesMax } from '../../../../src/core/problem/privacy.ts';
import { emptyWriteUp } from '../../../../src/core/problem/write-up.ts';

const members = ['Aisha Khan', 'Ben Okafor', 'Chloë White', 'Reading, Zdenka (St Mary\'s)', 'Mark May'];
const found = (evidence: string): readonly string[] => likelyNames({ ...emptyWriteUp, evidence }, members).map((each) => `${each.kind}: ${each.found}`);

describe('found', () => {
  test.each([
    ['Write to j.smith+1@school.sch.uk, please', ['email: j.smith+1@school.sch.uk']],
    ['Ring 020 7946 0958 or 07700 900123', ['phone: 020 7946 0958', 'phone: 07700 900123']],
    ['(0131) 496 0000 after four', ['phone: (0131) 496 0000']],
    ['01632 960001.', ['phone: 01632 960001']],
    ['Mum: +44 (0)20 7946 0958', ['phone: +44 (0)20 7946 0958']],
    ['Father in Lyon, +33 1 99 00 12 34', ['phone: +33 1 99 00 12 34']],
    ['UPN H801200001001 and A80120000100B', ['number: H801200001001', 'number: A80120000100B']],
    ['ULN 1234567890', ['number: 1234567890']],
    ['NHS 943 476 5919', ['number: 943 476 5919']],
    ['NI QQ 12 34 56 C', ['number: QQ 12 34 56 C']],
    ['Mrs Brown and Mr. O’Neill said so', ['title: Mrs Brown', 'title: Mr. O’Neill']],
    ['Then mr smith came in', ['title: mr smith']],
    ['Ask Miss J, Mx Lee or Dr Okonkwo-Jones', ['title: Miss J', 'title: Mx Lee', 'title: Dr Okonkwo-Jones']],
    ['Sir Keith taught it', ['title: Sir Keith']],
    ['Mohammed cannot sit beside Siân', ['first-name: Mohammed', 'first-name: Siân']],
    ['Olivia’s book, Anne-Marie\'s too', ['first-name: Olivia’s', 'first-name: Anne-Marie\'s'].map((each) => each.replace(/[’']s$/, ''))],
    ['oluwaseun and krzysztof never write', ['first-name: oluwaseun', 'first-name: krzysztof']],
    ['I sat with Will and Grace', ['first-name: Will', 'first-name: Grace']],
    ['We met Georgia last week', ['first-name: Georgia']],
    ['AISHA KHAN and ben okafor', ['member: AISHA KHAN', 'member: ben okafor']],
    ['Okafor keeps the list, and Zdenka', ['member: Okafor', 'member: Zdenka']],
    ['I asked Chloe White', ['member: Chloe White']],
  ])('%s', (text, expected) => { expect(found(text)).toEqual(expected); });
});

describe('not found', () => {
  test.each([
    'Rosenshine and Dylan Wiliam say so, and so does Ken Robinson',
    'Professor Becky Allen; Dr Barak Rosenshine; Bloom’s taxonomy; Professor Hattie',
    'We use White Rose, White Rose Maths, Isaac Physics and the Mark Scheme',
    'Mark the books. Will it help? Grace was missing. Hope fades. Joy and Rose. May I?',
    'In May and in June, on a Friday in March; Autumn term, Easter',
    'Visitors from Chelsea, in Jordan and near Florence',
    'St John’s and St Mary’s, Dr Challoner’s Grammar School, Sir Isaac Newton Academy, Victoria Road',
    'Pupils miss Maths; MS Teams; Miss English',
    'White British boys read less, and Reading is a town. English and Welsh',
    'Read Write Inc, Charlie and the Chocolate Factory, Anne Frank, King Charles, the Prophet Muhammad',
    'Of 120 pupils 45 % in 2025-2026, 12/03/2026, 2026-03-12, 09:30-10:15, 0.75, £1,250,000',
    'Year 7, Y10, 7B, KS2, GCSE 9-1, section 3.2.1, 10 000 words, +12 %, 0 to 5',
    'Everyone in the maths team; Key Stage 2; Head of Year; SLT; SENCO; EAL; Ofsted',
    'the will to hope for joy; a rose; an amber light; a frank talk; robin; a jack',
    'HOMEWORK IS NEVER DONE, ERIC says (the database), and ELSA helps',
    'me@ home, @ 9, user@localhost',
    'Scores 01 23 45 67 in a row',
  ])('%s', (text) => { expect(found(text)).toEqual([]); });
});

test('each field is named, in the order of the form, and the same name once a field', () => {
  const writeUp = { ...emptyWriteUp, artefactDescription: 'E-mail to Fatima', problem: 'Oliver and OLIVER and oliver: Oliver!', why: 'Oliver', npqArea: 'headship' as const };
  expect(likelyNames(writeUp, [])).toEqual([
    { field: 'problem', found: 'Oliver', kind: 'first-name' },
    { field: 'why', found: 'Oliver', kind: 'first-name' },
    { field: 'artefactDescription', found: 'Fatima', kind: 'first-name' },
  ]);
});

test('a link is looked through for addresses only', () => {
  const artefactLink = 'https://school.sharepoint.com/personal/Oliver_Smith/07700900123/Mr Brown?to=a.b@school.sch.uk';
  expect(likelyNames({ ...emptyWriteUp, artefactLink }, members)).toEqual([{ field: 'artefactLink', found: 'a.b@school.sch.uk', kind: 'email' }]);
});

test('a name is a member’s where one of that name belongs to the community, else just a name', () => {
  expect(likelyNames({ ...emptyWriteUp, problem: 'I asked Aisha' }, members)).toEqual([{ field: 'problem', found: 'Aisha', kind: 'member' }]);
  expect(likelyNames({ ...emptyWriteUp, problem: 'I asked Aisha' }, [])).toEqual([{ field: 'problem', found: 'Aisha', kind: 'first-name' }]);
});

test('many are not listed without end, and long texts of anything are read quickly', () => {
  const writeUp = { ...emptyWriteUp, problem: 'Oliver. Fatima. Kwame. Siân. Olga. Ravi. Kofi. Eilidh. Mateusz. Zainab.', why: 'Oliver. Fatima. Kwame. Siân. Olga.' };
  expect(likelyNames(writeUp, members)).toHaveLength(likelyNamesMax);
  for (const text of ['a', 'A', '0', '0 ', 'a@', 'Mr ', 'a.', 'A-', '+1', 'Will ', '\n']) {
    const long = text.repeat(10_000 / text.length);
    expect(likelyNames({ ...emptyWriteUp, problem: long, evidence: long, context: long }, members).length).toBeLessThanOrEqual(likelyNamesMax);
  }
});
