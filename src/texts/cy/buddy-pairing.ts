// Yr hyn y mae’r cydlynydd yn ei ddarllen a’i bwyso wrth baru pobl, a’r hyn y mae’r grŵp a’r rhai heb gyfaill yn ei glywed.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { within } from './when.ts';

type Pairing = Texts['pairing'];

const list: Unfinished<Pairing['list']> = {
  heading: 'Parau cyfeillion',
  summary: 'Parau cyfeillion',
  none: 'Does dim parau eto. Mae Cynnig parau yn dod o hyd i’r rhai gorau ac yn eu dangos i chi cyn neb arall; â llaw y mae Paru pobl.',
  count: (count) => (count === 1 ? 'Mae un pâr.' : `Mae ${count} pâr.`),
  page: (page, pageCount) => `Tudalen ${page} o ${pageCount}`,
  notAgreed: (date) => `heb gytuno ar slot ers ${within(date)}`,
  noMeetings: 'dim cyfarfod hyd yma',
  counts: { met: 'wedi cwrdd', notMet: 'heb ei gynnal', alone: 'wedi ymarfer ar eu pen eu hunain', unanswered: 'dim ateb' },
  lastMet: (date) => `cwrdd ddiwethaf ${within(date)}`,
  next: (date) => `nesaf ${within(date)}`,
  noNext: 'dim cyfarfod i ddod',
  pauses: (name, day) => `mae ${name} yn cael saib tan ${within(day)}`,
  waiting: (name, date) => `Mae ${name} yn aros am gyfaill ers ${within(date)}`,
  out: (names) => `Wedi gofyn am gael eu gadael allan: ${names}.`,
  others: (names) => `Yn y sgwrs, heb gymryd rhan eto: ${names}. Gallwch eu paru â llaw, neu maen nhw’n teipio “cyfaill”.`,
  unreached: (name, date, reason) => `Ni allwn gyrraedd ${name} ${within(date)}: ${reason}`,
  hasProposal: 'Mae cynnig yn aros i chi ei gyhoeddi. Nid oes neb arall wedi’i weld.',
  hint: 'Rydych yn gweld pwy sy’n cwrdd, nid beth maen nhw’n ei ddweud. Â llaw gallwch hefyd deipio “parau Aisha a Ben” neu “parau gwahanu Aisha”.',
  choosePair: 'Pâr i’w wahanu',
  said: {
    'paired': ({ names }, say) => `Mae ${say.names(names)} yn gyfeillion nawr. Caiff pob un air yn breifat.`,
    'broken-up': ({ names }, say) => `Nid yw ${say.names(names)} yn gyfeillion mwyach. Cânt wybod, ac maen nhw’n aros am gyfaill newydd.`,
    'announced': ({ pairCount }) => `${pairCount === 1 ? 'Cyhoeddwyd un pâr' : `Cyhoeddwyd ${pairCount} pâr`}. Caiff pawb air yn breifat.`,
    'discarded': () => 'Mae’r cynnig wedi mynd. Nid oes neb wedi’i weld.',
  },
};

const form: Unfinished<Pairing['form']> = {
  heading: 'Paru pobl â llaw',
  summary: 'Paru pobl â llaw',
  line: 'Dewiswch ddau, neu dri ar gyfer triawd. Caiff ei gyhoeddi ar unwaith. Mae pwy bynnag sydd â chyfaill yn barod yn newid; mae’r un sydd ar ôl yn aros.',
  people: 'Dau neu dri o bobl',
  nobody: 'Nid wyf yn adnabod neb yma eto. Dônt i mewn wrth deipio “cyfaill” neu wrth gymryd rhan mewn sesiwn.',
};

const sure: Unfinished<Pairing['sure']> = {
  heading: 'Gwahanu’r pâr hwn?',
  summary: 'Gwahanu’r pâr hwn?',
  line: (names) => `Ni fyddai ${names} yn gyfeillion mwyach. Daw eu cyfarfodydd i ben, cânt wybod, ac maen nhw’n aros am gyfaill newydd.`,
};

const proposal: Unfinished<Pairing['proposal']> = {
  heading: 'Parau a gynigir',
  summary: 'Parau a gynigir',
  line: { waiting: 'I’r rhai sy’n aros; mae pob pâr arall yn parhau.', everyone: 'Rownd newydd i bawb. Daw parau nad ydynt ar y rhestr hon i ben.' },
  private: 'Dim ond chi sy’n gweld hyn. Newidiwch yr hyn a fynnwch, yna cyhoeddwch ef.',
  none: 'Ni ellir paru neb nawr.',
  kinds: { joined: 'mae rhywun yn ymuno â phâr', 'as-it-is': 'maen nhw’n parhau gyda’i gilydd' },
  reasons: {
    'never-together': () => 'erioed yn gyfeillion o’r blaen',
    'together-before': ({ until }, date) => `yn gyfeillion o’r blaen, tan ${within(date(until))}`,
    'other-schools': () => 'ysgolion gwahanol',
    'same-school': () => 'yr un ysgol',
    'school-unknown': () => 'ysgol anhysbys',
    'trio': () => 'tri, gan fod y nifer yn odrif',
    'by-hand': () => 'newidiwyd gennych chi',
  },
  leftOut: 'Heb gyfaill',
  whys: {
    'paused': (until) => (until === '' ? 'yn cael saib' : `yn cael saib tan ${within(until)}`),
    'out': () => 'wedi gofyn am gael eu gadael allan',
    'by-hand': () => 'gadawyd allan gennych chi',
    'alone': () => 'nid oes neb ar ôl i’w paru â nhw',
  },
  told: 'Cânt wybod pam pan fyddwch yn cyhoeddi.',
  person: 'Pwy',
  other: 'Gyda phwy i’w cyfnewid neu eu rhoi at ei gilydd',
};

const announced: Unfinished<Pairing['announced']> = {
  heading: { round: 'Parau cyfeillion newydd i bawb', some: 'Parau cyfeillion newydd' },
  by: (name) => `Gan ${name}, sy’n cydlynu’r grŵp hwn:`,
  next: 'Caiff pob un ohonoch air yn breifat. Teipiwch “cyfaill” yn ein sgwrs ein hunain i gytuno ar slot bob pythefnos.',
};

const news: Unfinished<Pairing['news']> = {
  heading: { 'left-out': 'Dim cyfaill y tro hwn', 'back': 'Croeso’n ôl', 'waiting': 'Yn aros am gyfaill' },
  place: (name) => (name === '' ? 'eich grŵp' : name),
  leftOut: {
    'paused': (place, until) => `Cyhoeddwyd parau newydd yn ${place}. Nid ydych mewn un, gan eich bod yn cael saib${until === '' ? '' : ` tan ${within(until)}`}. Teipiwch “fi” i ddod â’r saib i ben; cewch eich paru wedyn.`,
    'alone': (place) => `Cyhoeddwyd parau newydd yn ${place}. Nid oedd neb ar ôl i’ch paru â nhw, felly rydych yn aros am gyfaill; mae’r cydlynydd yn gwybod.`,
    'by-hand': (place) => `Cyhoeddwyd parau newydd yn ${place}. Nid yw’r cydlynydd wedi’ch paru eto. Rydych yn aros am gyfaill; gofynnwch iddyn nhw os ydych yn pendroni pam.`,
    'out': (place) => `Cyhoeddwyd parau newydd yn ${place}. Gofynnoch am gael eich gadael allan. Teipiwch “cyfaill” i gymryd rhan eto.`,
  },
  back: (place) => `Rydych yn ${place} eto ac yn aros am gyfaill newydd. Teipiwch “cyfaill” i weld sut mae pethau, neu i gael eich gadael allan.`,
  waiting: {
    'asked-in': (names, _count, place) => `Mae ${names} yn chwilio am gyfaill yn ${place}.`,
    'left-alone': (names, _count, place) => `Mae ${names} heb gyfaill yn ${place} ac yn aros am un newydd.`,
    'back': (names, _count, place) => `Mae ${names} yn ôl yn ${place} ac yn aros am gyfaill.`,
  },
  pair: 'Teipiwch “parau” i weld pob pâr ac i gynnig rhai newydd.',
  why: { member: 'Rydych yn cael hwn am eich bod yn cymryd rhan yn y parau cyfeillion yno. Teipiwch “cyfaill” i roi’r gorau i hynny.', coordinator: 'Rydych yn cael hwn am eich bod yn cydlynu’r grŵp hwnnw.' },
};

export const groupFaults: Readonly<Record<string, string>> = {
  'same': 'Dewiswch ddau o bobl nad ydynt gyda’i gilydd eto ac sy’n cymryd rhan.',
  'not-in': 'Nid yw’r person hwnnw mewn pâr yn y cynnig hwn. Dewiswch rywun sydd.',
  'too-many': 'Byddai hynny’n fwy na thri. Gadewch rywun allan yn gyntaf.',
  'too-few': 'Dewiswch ddau o bobl, neu dri.',
  'nobody': 'Nid oes pâr i’w gyhoeddi. Rhowch ddau o bobl at ei gilydd yn gyntaf.',
  'together': 'Maen nhw’n gyfeillion yn barod, felly ni newidiwyd dim.',
  'gone': 'Nid yw’r pâr hwnnw’n bâr mwyach.',
  'who': 'Dewiswch bwy yn gyntaf.',
  'with-whom': 'Dewiswch gyda phwy hefyd.',
  'which': 'Dewiswch bâr yn gyntaf.',
};

export const pairing: Unfinished<Pairing> = { list, form, sure, proposal, announced, news };
