// The words on cards that tell what was, is, or can be done, in Welsh. Counts stand behind a colon or alone, where no noun changes.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { and, andMore } from './joined.ts';
import { minutesIn, within } from './when.ts';

const writeUps: Unfinished<Texts['records']['writeUps']> = {
  heading: (page, pageCount) => pageCount === 1 ? 'Disgrifiadau' : `Disgrifiadau, tudalen ${page} o ${pageCount}`,
  continued: (name) => `${name} (parhad)`,
  summary: 'Disgrifiadau’r sesiwn hon',
};

const summary: Unfinished<Texts['records']['summary']> = {
  heading: 'Crynodeb',
  privateHeading: 'Eich tro yn y sesiwn',
  held: (date, start, end) => `${date}, ${start} tan ${end}`,
  chair: (name) => `Cadeirydd: ${name}`,
  notHeld: 'Ni chynhaliwyd y tro hwn: bydd y broblem yn aros tan sesiwn arall.',
  unfinished: 'Ni orffennwyd y tro hwn: bydd y broblem yn aros tan sesiwn arall.',
  problem: 'Problem: ',
  moreNotes: (count) => `${and(String(count))} ${count} nodyn arall yn y cofnod llawn`,
  action: 'Cam nesaf: ',
  due: (day) => ` (erbyn ${within(day)})`,
  noAction: 'Ni chadwyd cam nesaf.',
  successes: 'Llwyddiannau',
  reflections: 'Ein myfyrdodau',
  requests: 'Ceisiadau am help',
  more: (count) => `${andMore(count)} yn y cofnod llawn`,
  attendance: (count, names) => `Yma (${count}): ${names}`,
  nextChair: (name) => `Cadeirydd nesaf: ${name}`,
  nextMeeting: (date, time) => `Cyfarfod nesaf: ${within(date)}, ${time}`,
  proposedMeeting: (date, time) => `Cyfarfod nesaf: ${within(date)}, ${time}, yn ôl y rhythm`,
  open: 'Agor y cofnod llawn',
  calendar: 'Ffeil calendr',
  summary: 'Crynodeb o’r sesiwn',
};

const history: Unfinished<Texts['records']['history']> = {
  heading: 'Sesiynau a gynhaliwyd',
  search: 'Chwilio: ',
  by: (name) => `Gyda: ${name}`,
  area: (title) => `Maes NPQ: ${title}`,
  nameUnknown: 'Does neb o’r enw hwnnw wedi cymryd rhan yma, felly chwiliwyd amdano fel geiriau.',
  openOne: (date) => `Agor ${date}`,
  openGroup: (date, number) => `Agor ${date}, grŵp ${number}`,
  none: 'Dim un eto.',
  noneFound: 'Ni chafwyd hyd i ddim. Rhowch gynnig ar eiriau eraill, neu lai ohonynt.',
  led: (chair, count) => `Cadeirydd: ${chair} · yn bresennol: ${count}`,
  noProblem: 'dim disgrifiad',
  record: 'Cofnod llawn',
  more: andMore,
  last: 'Dyna’r cyfan.',
  heldIn: (chat) => `O sgwrs flaenorol y gymuned hon: ${chat}.`,
  unnamed: 'sgwrs heb enw',
  earlier: 'Cynhaliwyd sesiynau cynharach mewn sgwrs arall. Os cymeroch chi ran yno, pwyswch Hŷn: chi yn unig fydd yn eu gweld.',
  summary: 'Sesiynau a gynhaliwyd',
};

const record: Unfinished<Texts['records']['record']> = {
  heading: 'Cofnod o sesiwn',
  page: (page, pageCount) => `Cofnod o sesiwn, tudalen ${page} o ${pageCount}`,
  came: (outcome) => `Beth ddaeth ohono: ${outcome}.`,
  next: 'Tudalen nesaf',
  back: 'Sesiynau a gynhaliwyd',
  summary: 'Cofnod o sesiwn',
};

const status: Unfinished<Texts['records']['status']> = {
  heading: 'Ble rydyn ni',
  now: (time) => `Nawr: ${time}`,
  none: 'Does dim sesiwn nawr. Teipiwch “cychwyn” i agor un.',
  nextMeeting: (date, time) => `Cyfarfod nesaf: ${within(date)}, ${time}`,
  nextChair: (name) => `Cadeirydd nesaf: ${name}`,
  calendar: 'Ffeil calendr',
  lobby: (inCount, ownerCount) => `Heb gychwyn eto. Yn cymryd rhan: ${inCount}; problemau: ${ownerCount}. Mae’r botymau ar y cerdyn “Cyn i ni ddechrau” uchod.`,
  lobbyChair: (name) => `Cadeirydd arfaethedig: ${name}`,
  running: (title, left) => `${title}: ${left} ar ôl`,
  overtime: (title, over) => `${title}: ${over} dros yr amser`,
  paused: (title, left) => `Wedi oedi (${title}): ${left} ar ôl`,
  summary: 'Ble rydyn ni',
};

const help: Unfinished<Texts['records']['help']> = {
  heading: 'Beth gallwch chi ei wneud yma',
  channel: 'Mewn sianel neu sgwrs grŵp, crybwyllwch fi yn gyntaf.',
  summary: 'Beth gallwch chi ei wneud yma',
};

const protocols: Unfinished<Texts['records']['protocols']> = {
  heading: 'Mathau o sesiwn',
  lengths: minutesIn,
  group: (min, max) => `grwpiau o ${min} i ${max}`,
  roles: (roles) => `Rolau: ${roles}`,
  credit: 'Cydnabyddiaeth: ',
  source: 'Ffynhonnell: ',
  start: (id) => `I’w ddewis, teipiwch: cychwyn ${id}`,
  summary: 'Mathau o sesiwn',
};

const problems: Unfinished<Texts['records']['problems']> = {
  heading: 'Pwy sydd â phroblem yn barod?',
  ready: (names) => `Yn barod: ${names}`,
  noneReady: 'Yn barod: neb eto',
  drafting: (names) => `Yn dal i ysgrifennu: ${names}`,
  hint: 'Teipiwch “problem” i ddisgrifio eich un chi.',
  summary: 'Pwy sydd â phroblem yn barod',
};

const calendar: Unfinished<Texts['records']['calendar']> = {
  meeting: (name) => (name === null ? 'Awr datrys problemau' : `Awr datrys problemau: ${name}`),
};

const which: Unfinished<Texts['records']['which']> = {
  heading: 'Pa gymuned?',
  line: 'Rydych chi mewn mwy nag un. Pa un sydd gennych dan sylw y tro hwn?',
  label: 'Cymuned',
  choice: (name, lastUsed) => `${name} · defnyddiwyd ddiwethaf ${within(lastUsed)}`,
  unnamed: 'Sgwrs heb enw',
  summary: 'Pa gymuned sydd gennych dan sylw?',
};

export const records: Unfinished<Texts['records']> = { writeUps, summary, history, record, status, help, protocols, problems, calendar, which };
