// What each protocol is called in Welsh, what it calls its people, and what its lobby says beside the usual.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

const inRole = (role: string) => (name: string): string => `${name} (${role})`;

export const protocols: Unfinished<Texts['protocols']> = {
  'npq-community': {
    title: 'Sesiwn gymuned NPQ',
    roles: { owner: 'perchennog y broblem', peers: 'cyfoedion' },
    parts: { peers: 'yr holl gyfoedion' },
  },
  'consultancy': {
    title: 'Ymgynghori',
    roles: { presenter: 'cyflwynydd', consultants: 'ymgynghorwyr' },
    parts: { owner: inRole('cyflwynydd'), peers: 'yr holl ymgynghorwyr' },
    noOwners: 'Does neb yn dod â chyfyng-gyngor eto. Heb un, dim ond yr edrych yn ôl sydd.',
  },
  'troika': {
    title: 'Ymgynghori fesul tri (Troika)',
    roles: { client: 'cleient', consultants: 'ymgynghorwyr' },
    parts: { owner: inRole('cleient'), peers: 'yr ymgynghorwyr' },
    early: (length, booked) => `Gyda chynifer â hyn ohonoch mae’n cymryd ${length} o’r ${booked}.`,
    owners: (count) => `Yn cymryd rhan, pob un yn gleient unwaith (${count}), yn nhrefn y troeon:`,
    noOwners: 'Does neb yma eto. Bydd pawb sy’n cymryd rhan yn gleient unwaith, pa fotwm bynnag a bwysir.',
  },
  'action-learning': {
    title: 'Set dysgu gweithredol',
    roles: { holder: 'perchennog y mater', members: 'aelodau’r set' },
    parts: { owner: inRole('perchennog y mater'), peers: 'holl aelodau’r set' },
    note: 'Y cadeirydd yw cynghorydd y set: mae’n cadw’r drefn, ac yn gofalu bod cwestiynau’n aros yn gwestiynau.',
    noOwners: 'Does neb yn dod â mater eto. Heb un, dim ond y gair cyntaf a’r edrych ar sut rydyn ni’n gweithio sydd.',
  },
  'tuning': {
    title: 'Mireinio gwaith',
    roles: { presenter: 'cyflwynydd', colleagues: 'cydweithwyr' },
    parts: { owner: inRole('cyflwynydd'), peers: 'yr holl gydweithwyr' },
    early: (length, booked) => `Mae’n cymryd ${length} o’r ${booked}.`,
    note: 'Mae un person yn cyflwyno darn o waith: dewch ag ef drwy bwyso “Rwy’n cymryd rhan, gyda phroblem”. I agor y ffurf hir, teipiwch: cychwyn tuning 80',
    noOwners: 'Does neb yn dod â gwaith eto. Hebddo does dim i’w fireinio.',
  },
  'case-study': {
    title: 'Trafod achosion',
    roles: { presenter: 'y sawl a ddaeth â’r achos', colleagues: 'cydweithwyr' },
    parts: { peers: 'yr holl gydweithwyr' },
    owners: (count) => `Achosion (${count}), yn nhrefn y troeon:`,
    note: 'Dau achos, neu hyd at bedwar: mae “Rwy’n cymryd rhan, gyda phroblem” yn dod ag un. Os daw llai na dau, y cadeirydd sy’n rhoi’r gweddill.',
    noOwners: 'Does neb yn dod ag achos eto.',
  },
};
