// Yr hyn y mae aelodau pâr o gyfeillion yn ei ddarllen am eu cyfarfodydd.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { andMore } from './joined.ts';
import { within } from './when.ts';

type Buddy = Texts['buddy'];

const stop = 'I roi’r gorau iddyn nhw: Atal y nodiadau hyn. Am oriau tawel neu saib, teipiwch “fi”.';

const reminder: Unfinished<Buddy['reminder']> = {
  heading: { prepare: 'Eich cyfarfod cyfaill nesaf', soon: 'Mae eich cyfarfod cyfaill ar fin dechrau' },
  isPrepared: { yes: 'Dywedoch eich bod wedi paratoi.', no: 'Dywedoch: ddim eto. Pwyswch Wedi paratoi pan fyddwch wedi gwneud.' },
  othersPrepared: (names) => `Wedi paratoi’n barod: ${names}.`,
  why: {
    prepare: `Daw hwn tua deuddydd cyn pob cyfarfod o’ch pâr. ${stop}`,
    soon: `Daw hwn 15 munud cyn pob cyfarfod o’ch pâr. ${stop}`,
  },
};

const followUp: Unfinished<Buddy['followUp']> = {
  heading: { first: 'A wnaethoch chi gwrdd â’ch cyfaill?', again: 'A wnaethoch chi gwrdd? Gofynnaf unwaith eto', saved: 'Diolch' },
  feedback: 'Adborth',
  feedbackHint: 'Beth oedd o gymorth? Beth wnewch chi’n wahanol?',
  action: 'Fy ngham nesaf',
  actionHint: 'Enghraifft: rhoi cynnig ar y cwestiynau gyda Blwyddyn 4',
  due: 'Erbyn pryd',
  saved: { met: 'Cadwyd: fe wnaethoch chi gwrdd.', notMet: 'Cadwyd: wnaethoch chi ddim cwrdd.' },
  open: 'Gallwch gwrdd ar amser arall o hyd, neu ymarfer bob un ar ei ben ei hun.',
  actionSaved: (day) => `Cadwyd eich cam nesaf, erbyn ${within(day)}. Mae eich cyfaill yn ei weld hefyd.`,
  next: (date, time) => `Byddwch yn cwrdd nesaf ${within(date)}, ${time}.`,
  why: {
    first: `Daw hwn y diwrnod ar ôl pob cyfarfod; heb ateb, gofynnaf unwaith eto. Dim ond eich pâr sy’n gweld yr hyn a ysgrifennwch. ${stop}`,
    again: `Dyma’r tro olaf i mi ofyn am y cyfarfod hwn. Dim ond eich pâr sy’n gweld yr hyn a ysgrifennwch. ${stop}`,
  },
};

const offer: Unfinished<Buddy['offer']> = {
  heading: {
    'own': 'Rydych yn methu dod: beth yn lle hynny?', 'other-cannot': (name) => `Mae ${name} yn methu dod: beth yn lle hynny?`,
    'declined': (name) => `Nid yw eich amser yn siwtio ${name}: beth yn lle hynny?`, 'clash': 'Mae cyfarfod i ddod ar ddiwrnod rhydd', 'lapsed': 'Ni chynhaliwyd ef: beth yn lle hynny?',
  },
  summary: { 'own': 'Beth yn lle eich cyfarfod cyfaill?', 'other-cannot': 'Mae eich cyfaill yn methu dod: beth yn lle hynny?', 'declined': 'Nid yw eich amser yn siwtio eich cyfaill', 'clash': 'Mae cyfarfod cyfaill i ddod ar ddiwrnod rhydd', 'lapsed': 'Beth yn lle eich cyfarfod cyfaill?' },
  declined: (day, time) => `Roeddech wedi cynnig ${within(day)}, ${time}.`,
  clash: {
    holiday: 'Gŵyl banc yw honno. Oni bai bod rhywun yn dewis fel arall, mae’r cyfarfod yn sefyll.',
    closed: 'Mae eich cymuned ar gau y diwrnod hwnnw. Oni bai bod rhywun yn dewis fel arall, mae’r cyfarfod yn sefyll.',
    paused: (name) => `Mae ${name} yn cael saib bryd hynny. Oni bai bod rhywun yn dewis fel arall, mae’r cyfarfod yn sefyll.`,
  },
  clashHeading: { paused: 'Mae eich cyfaill yn cael saib adeg cyfarfod i ddod' },
  alternative: (date, time) => `Eich slot amgen: ${within(date)}, ${time}.`,
  noAlternative: 'Nid oes slot amgen yn ffitio cyn eich cyfarfod nesaf.',
  alone: 'Neu mae pob un yn gwneud y modiwl cymhwyso ar ei ben ei hun, fel na fydd eich modiwl mewnwelediad nesaf yn gorfod aros.',
  why: `Unwaith y daw hwn, am eich bod yn edrych ymlaen gyda’ch gilydd. ${stop}`,
};

const move: Unfinished<Buddy['move']> = { date: 'Dyddiad newydd', time: 'Amser newydd', open: (count) => (count === 1 ? 'Gofynnir i’ch cyfaill a yw’n addas.' : 'Gofynnir i’r ddau arall a yw’n addas.') };

const proposal: Unfinished<Buddy['proposal']> = {
  heading: (name) => `Mae ${name} yn cynnig amser arall`,
  summary: 'Amser arall i’ch cyfarfod cyfaill',
  instead: (date, time) => `Yn lle ${within(date)}, ${time}:`,
  other: 'Os nad yw’n eich siwtio, dewiswch amser arall:',
};

const reasons: Unfinished<Buddy['reasons']> = {
  'never-together': () => 'Nid ydych wedi bod yn gyfeillion o’r blaen.',
  'together-before': (until) => `Buoch yn gyfeillion o’r blaen, tan ${within(until)}.`,
  'other-schools': () => 'Rydych yn dod o ysgolion gwahanol.',
  'same-school': () => 'Rydych yn dod o’r un ysgol.',
  'trio': () => 'Rydych yn dri, fel na chaiff neb ei adael allan.',
  'by-hand': () => 'Y cydlynydd a’ch rhoddodd gyda’ch gilydd.',
};

const ends: Unfinished<Buddy['ends']> = {
  'broken-up': (by) => (by === '' ? 'Fe’i chwalwyd.' : `${by} a drefnodd hynny.`),
  'member-left': () => 'Mae rhywun wedi gadael sgwrs y grŵp.',
  'new-round': () => 'Mae rownd newydd o barau yn dechrau.',
};

const news: Unfinished<Buddy['news']> = {
  heading: {
    'formed': 'Mae gennych gyfaill', 'joined': 'Mae rhywun yn ymuno â chi', 'member-gone': 'Pâr yw eich triawd nawr', 'ended': 'Mae eich pâr ar ben', 'agreed': 'Eich cyfarfodydd cyfaill',
    'moved': 'Mae amser arall i’ch cyfarfod cyfaill', 'alone': 'Rydych yn ymarfer ar eich pen eich hun y tro hwn', 'kept': 'Mae eich cyfarfod cyfaill yn sefyll', 'stands-again': 'Mae eich cyfarfod cyfaill yn sefyll',
    'without': 'Mae eich cyfarfod cyfaill yn sefyll', 'lapsed': 'Ni chynhaliwyd eich cyfarfod cyfaill', 'proposed': 'Gofynnwyd i’ch cyfaill', 'silent': 'Nodiadau atgoffa', 'unsilent': 'Nodiadau atgoffa',
  },
  formed: (names, count) => (count === 1 ? `Eich cyfaill yw ${names}.` : `Eich cyfeillion yw ${names}.`),
  formedNext: 'Nesaf: cytunwch ar amser bob yn ail wythnos, ac ar un arall pan fydd un ohonoch yn methu dod. Gall y naill neu’r llall lenwi’r ffurflen.',
  joined: (name) => `Mae ${name} yn gyfaill i chi hefyd nawr. Rydych yn dri.`,
  memberGone: (name) => `Nid yw ${name} yn rhan ohono mwyach. Mae’r hyn y cytunoch arno yn aros.`,
  ended: (names) => `Nid ydych yn gyfeillion â ${names} mwyach. Daw’r hyn y cytunoch arno i ben hefyd.`,
  endedNext: { waiting: 'Rydych ar y rhestr am gyfaill newydd, ac mae’r cydlynydd yn gwybod. I newid hynny, teipiwch “cyfaill”.', newRound: 'Daw pwy yw eich cyfaill nawr mewn neges arall.' },
  agreed: { first: (by) => `Mae ${by} wedi nodi pryd y byddwch yn cwrdd:`, later: (by) => `Mae ${by} wedi newid yr hyn y cytunoch arno. Byddwch yn cwrdd:` },
  agreedNext: 'Os nad yw’n eich siwtio, newidiwch ef: caiff y llall wybod.',
  moved: (by, from, to) => `${by === '' ? 'Symudwyd' : `Symudodd ${by} y cyfarfod`} o ${within(from)} i ${within(to)}.`,
  alone: (by, when) => `${by === '' ? '' : `Dewis ${by}: `}${within(when)}, mae pob un ohonoch yn gwneud y modiwl cymhwyso ar ei ben ei hun. Mae’n cyfrif fel un a wnaed.`,
  kept: (by, when) => `${by === '' ? 'Rydych yn cadw' : `Mae ${by} yn cadw`} ${within(when)}, er mai diwrnod rhydd ydyw.`,
  standsAgain: (by, when) => `${by === '' ? 'Gallwch chi' : `Gall ${by}`} ddod wedi’r cyfan: ${within(when)}.`,
  without: (by, when) => `${by === '' ? 'Rydych yn colli hwn' : `Mae ${by} yn methu dod`}; mae’r lleill yn cwrdd fel y trefnwyd: ${within(when)}.`,
  lapsed: (when) => `Ni setlwyd dim ar gyfer ${within(when)}. Gallwch gwrdd ar amser arall o hyd, neu ymarfer bob un ar ei ben ei hun.`,
  next: (when) => `Byddwch yn cwrdd nesaf: ${within(when)}.`,
  proposed: { own: (to) => `Rwyf wedi gofyn a yw ${within(to)} yn eu siwtio. Cewch glywed pan fydd pawb wedi ateb.`, other: (to) => `Nodwyd: mae ${within(to)} yn eich siwtio. Rwy’n aros am y lleill.` },
  others: (names) => `Gyda ${names}.`,
  silent: 'Ni fyddaf yn eich atgoffa o gyfarfodydd y pâr hwn mwyach. Cewch glywed o hyd am yr hyn sy’n newid, fel amser.',
  unsilent: 'Byddaf yn eich atgoffa o gyfarfodydd y pâr hwn eto.',
};

export const buddy: Unfinished<Buddy> = {
  meeting: (names, date, time) => `Gyda ${names} ${within(date)}, ${time}.`,
  formats: { 'in-person': 'Rydych yn cwrdd wyneb yn wyneb.', 'teams': 'Rydych yn cwrdd yn Teams. Defnyddiwch gyfrifiadur yn hytrach na ffôn: mae’n haws rhannu enghreifftiau.' },
  noLink: 'Nid oes dolen ymuno wedi’i chadw eto. I ychwanegu un, teipiwch “cyfaill”.',
  join: 'Ymuno',
  module: { insight: (title) => `Ydy’r modiwl mewnwelediad wedi’i wneud? ${title}`, application: (title) => `Gyda’ch gilydd: ${title}` },
  actions: 'Camau ar agor',
  more: andMore,
  reminder, followUp, offer, move, proposal, reasons, ends, news,
};
