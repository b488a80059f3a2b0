// The words, in Welsh, of the phases of the protocols in which people bring a problem, beside the NPQ session.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { workPhases } from './work-phases.ts';

const consultancy: Unfinished<Texts['phases']> = {
  'consultancy-present': {
    title: 'Cyflwyno’r cyfyng-gyngor',
    line: 'Mae’r cyflwynydd yn disgrifio’r cyfyng-gyngor ac yn gorffen gydag un cwestiwn i’r grŵp.',
    rule: 'Dim torri ar draws. Darllenir papurau mewn distawrwydd ar y diwedd.',
    example: '“Fy nghwestiwn i chi yw …”',
  },
  'consultancy-clarify': {
    title: 'Cwestiynau egluro',
    line: 'Mae’r ymgynghorwyr yn gofyn cwestiynau byr am ffeithiau; mae’r cyflwynydd yn ateb mewn llinell.',
    rule: 'Dim ond yr hyn y gellir ei ateb mewn un llinell. Dim cyngor eto.',
    example: '“Faint o staff mae hyn yn effeithio arnyn nhw?”',
  },
  'consultancy-probe': {
    title: 'Cwestiynau treiddgar',
    line: 'Mae’r ymgynghorwyr yn gofyn cwestiynau agored sy’n helpu’r cyflwynydd i feddwl. Ar y diwedd mae’r cyflwynydd yn gofyn y cwestiwn eto.',
    rule: 'Dim cyngor, a dim trafod yr atebion.',
    example: '“Beth fyddai’n rhaid iddo newid er mwyn i hyn fod yn hawdd?”',
  },
  'consultancy-discuss': {
    title: 'Y grŵp yn siarad',
    line: 'Mae’r ymgynghorwyr yn siarad â’i gilydd am y cyfyng-gyngor, nid â’r cyflwynydd, sy’n gwrando ac yn ysgrifennu.',
    rule: 'Mae’r cyflwynydd yn aros yn dawel, beth bynnag a ddywedir.',
    example: '“Yr hyn rwy’n ei glywed y tu ôl i hyn yw …”',
  },
  'consultancy-reflect': {
    title: 'Y cyflwynydd yn myfyrio',
    line: 'Mae’r cyflwynydd yn dweud beth oedd yn ddefnyddiol, ac yn cadw un cam nesaf ar gerdyn y tro hwn.',
    example: '“Yr hyn nad oeddwn wedi meddwl amdano yw … felly yn gyntaf byddaf yn …”',
  },
  'consultancy-debrief': {
    title: 'Edrych yn ôl',
    line: 'Pawb: sut gweithiodd y ffordd hon o siarad i ni? Wedyn ceisiadau am help, a phwy sy’n cadeirio’r cyfarfod nesaf.',
    rule: 'Am y sgwrs, nid am y cyfyng-gyngor bellach.',
    example: '“Roedd yn anodd dal fy nghyngor yn ôl pan …”',
  },
};

const troika: Unfinished<Texts['phases']> = {
  'troika-think': {
    title: 'Meddwl am eich her',
    line: 'Mae pob un ohonoch yn dod o hyd i un her eich hun, a’r help yr hoffech ei gael gyda hi.',
    silent: 'pawb yn meddwl',
    example: '“Fy her i yw … a’r hyn a fyddai’n helpu yw …”',
  },
  'troika-challenge': {
    title: 'Eich her',
    line: 'Mae’r cleient yn sôn am yr her ac yn gofyn am yr help sydd ei angen.',
    rule: 'Dim cwestiynau eto.',
    example: '“Hoffwn gael eich help gyda …”',
  },
  'troika-clarify': {
    title: 'Cwestiynau i’r cleient',
    line: 'Mae’r ymgynghorwyr yn gofyn am yr hyn y mae angen iddyn nhw ei ddeall; mae’r cleient yn ateb yn gryno.',
    rule: 'Dim cyngor eto.',
    example: '“Ar beth ydych chi wedi rhoi cynnig yn barod?”',
  },
  'troika-advise': {
    title: 'Yr ymgynghorwyr yn siarad',
    line: 'Cleient: trowch i ffwrdd, mewn galwad gyda’r camera a’r meicroffon wedi’u diffodd, gwrandewch ac ysgrifennwch. Ymgynghorwyr: dewch o hyd i syniadau gyda’ch gilydd, fel pe na bai’r cleient yno.',
    rule: 'Nid yw’r cleient yn ateb, hyd yn oed drwy nodio.',
    example: '“Yn y lle hwn byddwn i’n gyntaf yn …”',
  },
  'troika-feedback': {
    title: 'Beth helpodd',
    line: 'Mae’r cleient yn troi’n ôl, yn dweud beth oedd fwyaf defnyddiol, ac yn cadw un cam nesaf ar gerdyn y tro hwn.',
    rule: 'Does neb yn esbonio nac yn amddiffyn syniad.',
    example: '“Yr hyn rwy’n ei gymryd gyda mi yw …”',
  },
};

const actionLearning: Unfinished<Texts['phases']> = {
  'action-learning-check-in': {
    title: 'Gair cyntaf',
    line: 'Pob un yn ei dro, brawddeg neu ddwy: beth ddaeth o’ch cam diwethaf?',
    rule: 'Dim sylwadau; gwrandewir ar bawb.',
    example: '“Dywedais y byddwn yn … a’r hyn a ddigwyddodd oedd …”',
  },
  'action-learning-present': {
    title: 'Cyflwyno’r mater',
    line: 'Mae perchennog y mater yn dweud beth yw’r mater a pham mae’n bwysig nawr.',
    rule: 'Dim torri ar draws.',
    example: '“Y mater sydd gen i yw …”',
  },
  'action-learning-clarify': {
    title: 'Egluro’r mater',
    line: 'Mae aelodau’r set yn gofyn am y ffeithiau sydd eu hangen; mae perchennog y mater yn ateb yn gryno.',
    rule: 'Cwestiynau am ffeithiau yn unig. Dim cyngor.',
    example: '“Pwy arall sy’n rhan o hyn?”',
  },
  'action-learning-question': {
    title: 'Cwestiynau sy’n helpu',
    line: 'Un cwestiwn agored yr un, yn eu tro. Mae perchennog y mater yn meddwl yn uchel ac yn ateb, yna mae’r nesaf yn gofyn.',
    rule: 'Cwestiynau yn unig: dim cyngor, dim hanesion eich hun.',
    example: '“Beth wnaech chi pe na allai neb wrthwynebu?”',
  },
  'action-learning-summary': {
    title: 'Ble rydw i nawr',
    line: 'Mae perchennog y mater yn dweud beth sydd wedi dod yn gliriach.',
    rule: 'Mae aelodau’r set yn gwrando.',
    example: '“Rwy’n gweld nawr fod …”',
  },
  'action-learning-resources': {
    title: 'Rownd o adnoddau',
    line: 'Pob un yn ei dro yn cynnig un peth a allai helpu: person, testun, rhywbeth a weithiodd. Mae perchennog y mater yn gwrando ac yn ysgrifennu.',
    rule: 'Un cynnig yr un, dim trafod.',
    example: '“Gallech chi siarad â … am …”',
  },
  'action-learning-action': {
    title: 'Fy ngham',
    line: 'Mae perchennog y mater yn dweud beth i’w wneud ac erbyn pryd, ac yn ei gadw ar gerdyn y tro hwn.',
    example: '“Erbyn ein cyfarfod nesaf byddaf yn …”',
  },
  'action-learning-close': {
    title: 'Sut gweithion ni',
    line: 'Pawb: pa gwestiwn helpodd fwyaf? Wedyn ceisiadau am help, a phwy sy’n cadeirio’r cyfarfod nesaf.',
    example: '“Y cwestiwn a wnaeth i ni feddwl oedd …”',
  },
};

export const protocolPhases: Unfinished<Texts['phases']> = { ...consultancy, ...troika, ...actionLearning, ...workPhases };
