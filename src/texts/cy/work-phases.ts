// The words, in Welsh, of the phases of the protocols that look at a piece of work: tuning, and the discussion of cases.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

const tuning: Unfinished<Texts['phases']> = {
  'tuning-introduction': {
    title: 'Cyflwyniad',
    line: 'Mae’r cadeirydd yn mynd drwy’r camau; mae’r rhai nad ydynt yn adnabod ei gilydd yn dweud pwy ydyn nhw.',
    example: '“Mae adborth cynnes yn dweud beth sy’n gweithio; mae adborth oer yn gofyn beth nad yw’n gweithio eto.”',
  },
  'tuning-present': {
    title: 'Cyflwyno’r gwaith',
    line: 'Mae’r cyflwynydd yn dangos y gwaith, beth yw ei bwrpas, a pha adborth sydd ei angen.',
    rule: 'Dim torri ar draws.',
    example: '“Drafft yw hwn o … a hoffwn wybod a …”',
  },
  'tuning-clarify': {
    title: 'Cwestiynau am ffeithiau',
    line: 'Mae’r cydweithwyr yn gofyn am yr hyn y mae angen iddyn nhw ei wybod; mae’r cyflwynydd yn ateb mewn llinell.',
    rule: 'Mae adborth ar ffurf cwestiwn yn aros.',
    example: '“Ar gyfer pa grŵp blwyddyn mae hyn?”',
  },
  'tuning-probe': {
    title: 'Cwestiynau sy’n mynd yn ddyfnach',
    line: 'Mae’r cydweithwyr yn gofyn am ddewisiadau a rhesymau; mae’r cyflwynydd yn ateb.',
    rule: 'Dim trafod yr atebion.',
    example: '“Pam dechreuoch chi gyda’r dasg hon?”',
  },
  'tuning-note': {
    title: 'Nodi eich adborth',
    line: 'Ysgrifennwch un pwynt cynnes ac un pwynt oer am y gwaith hwn.',
    silent: 'pawb yn ysgrifennu',
    example: '“Cynnes: … Oer: …”',
  },
  'tuning-feedback': {
    title: 'Adborth cynnes ac oer',
    line: 'Mae’r cydweithwyr yn rhannu â’i gilydd beth sy’n gweithio, yna beth nad yw’n gweithio eto. Mae’r cyflwynydd yn gwrando ac yn ysgrifennu.',
    rule: 'Cynnes yn gyntaf. Mae’r cyflwynydd yn aros yn dawel.',
    example: '“Tybed a …”',
  },
  'tuning-reflect': {
    title: 'Y cyflwynydd yn meddwl yn uchel',
    line: 'Mae’r cyflwynydd yn codi’r pwyntiau sy’n bwysig, ac yn cadw un cam nesaf ar gerdyn y tro hwn.',
    rule: 'Nid amddiffyniad: nid oes angen ateb i bob pwynt. Mae’r cydweithwyr yn gwrando.',
    example: '“Y pwynt sy’n aros gyda mi yw …”',
  },
  'tuning-debrief': {
    title: 'Edrych yn ôl ar y mireinio',
    line: 'Pawb: a helpodd y camau? Wedyn ceisiadau am help, a phwy sy’n cadeirio’r cyfarfod nesaf.',
    rule: 'Am y camau, nid am y gwaith bellach.',
    example: '“Roedd yn haws clywed yr adborth oer am fod …”',
  },
};

const caseStudy: Unfinished<Texts['phases']> = {
  'case-study-opening': {
    title: 'Agor',
    line: 'Mae’r cadeirydd yn dweud pa achosion sydd a ble i’w darllen.',
    example: '“Ein hachos cyntaf yw …”',
  },
  'case-study-read': {
    title: 'Darllen yr achos',
    line: 'Darllenwch ddisgrifiad neu bapurau’r achos hwn, a nodwch beth sy’n eich taro.',
    silent: 'pawb yn darllen',
    example: '“Beth sy’n fy synnu i yma?”',
  },
  'case-study-discuss': {
    title: 'Trafod yr achos',
    line: 'Beth ddigwyddodd yma, pam, a beth gellid bod wedi’i wneud? Os nad oedd dim i’w ddarllen, y sawl a ddaeth â’r achos sy’n ei adrodd yn gyntaf.',
    rule: 'Arhoswch gyda’r achos; eich ysgol eich hun sy’n dod nesaf.',
    example: '“Beth welodd yr athro, yn eich barn chi?”',
  },
  'case-study-compare': {
    title: 'Cymharu â’n harfer ni',
    line: 'Sut mae hi yn ein hysgolion ein hunain, a beth rydyn ni’n ei gymryd o’r achos?',
    example: '“Gyda ni byddai hyn yn …”',
  },
  'case-study-gathering': {
    title: 'Casglu ynghyd',
    line: 'Un peth yr un i fynd ag ef yn ôl i’r ysgol. Wedyn ceisiadau am help, a phwy sy’n cadeirio’r cyfarfod nesaf.',
    example: '“Ddydd Llun byddaf yn …”',
  },
};

export const workPhases: Unfinished<Texts['phases']> = { ...tuning, ...caseStudy };
