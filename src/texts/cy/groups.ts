// The words about groups in Welsh. Counts stand before `o` or before `grŵp`, where no noun changes.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

const list = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between);

export const groups: Unfinished<Texts['groups']> = {
  line: (number, count) => `Grŵp ${number} o ${count}`,
  headings: {
    offered: (who, count) => `${who}: ${count} grŵp`,
    together: (who) => `${who}: aros gyda’n gilydd`,
    stayed: (who) => `${who} mewn un sesiwn`,
    closed: () => 'Dim sesiwn',
    one: () => 'Un sesiwn',
    started: (_who, count) => `Rydyn ni mewn ${count} grŵp`,
    over: (_who, count) => `Mae pob un o’r ${count} grŵp wedi gorffen`,
  },
  lines: {
    offered: 'Does dim amser i bob un mewn un sesiwn. Mewn grwpiau caiff pawb dro: mae gan bob grŵp ei gadeirydd ei hun a’i gloc ei hun. Mae’r lobi’n dangos pwy sydd ym mha grŵp.',
    together: 'Un sesiwn i bawb, heb grwpiau.',
    one: 'Mae amser i bob problem mewn un sesiwn.',
  },
  places: { threads: 'Mae gan bob grŵp ei edefyn ei hun yn y sianel hon.', chat: 'Mae pob cerdyn yma’n enwi ei grŵp: pwyswch fotymau eich grŵp chi yn unig.' },
  rooms: 'Mewn galwad, mae angen ystafelloedd trafod ar grwpiau. Trefnydd y cyfarfod sy’n eu hagor.',
  members: {
    problems: (count) => `${count} o broblemau`,
    people: (count) => `${count} o bobl`,
    offered: 'Mae’n gweithio orau gyda thri neu bedwar. Mae gan bob grŵp ei gadeirydd ei hun a’i gloc ei hun. Mae’r lobi’n dangos pwy sydd ym mha grŵp.',
    offeredToSome: 'Does dim amser i bob un mewn un sesiwn. Mewn grwpiau caiff mwy ohonoch dro: mae gan bob grŵp ei gadeirydd ei hun a’i gloc ei hun. Mae’r lobi’n dangos pwy sydd ym mha grŵp.',
  },
  carriedOver: (names) => `Dim amser heddiw, yn aros tan gyfarfod arall: ${names}`,
  list: ({ number, chair, others, helpers }) =>
    `Grŵp ${number}: ${list([list([chair === '' ? '' : `${chair} (cadeirydd)`, others], ', '), helpers === '' ? '' : `yn helpu: ${helpers}`], '; ')}`,
  root: { chair: (name) => `Cadeirydd: ${name}`, members: (names) => `Gyda: ${names}`, line: 'Dyma eich edefyn chi: yma y postir popeth ar gyfer y grŵp hwn.' },
  summary: 'Rydyn ni mewn grwpiau',
  offer: 'Grwpiau, neu aros gyda’n gilydd?',
  status: {
    over: (group) => `${group}: wedi gorffen`,
    running: (group, title, left) => `${group}: ${title}, ${left} ar ôl`,
    overtime: (group, title, over) => `${group}: ${title}, ${over} dros yr amser`,
    paused: (group, title, left) => `${group}: wedi oedi (${title}), ${left} ar ôl`,
    chair: (line, chair) => `${line} · cadeirydd: ${chair}`,
    starting: (group) => `${group}: ar fin dechrau`,
  },
};
