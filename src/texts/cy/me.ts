// Yr hyn y mae pobl yn ei ddarllen amdanyn nhw eu hunain.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { months } from './notices.ts';
import { within } from './when.ts';

export const me: Unfinished<Texts['me']> = {
  heading: 'Amdanoch chi',
  help: 'Mae’r cyfan yn ddewisol. Mae eich ysgol yn helpu i baru pobl ar draws ysgolion, a’ch pen-blwydd i gynnig cadeirydd; ni ddangosir y ffurflen hon i neb arall.',
  quiet: 'Oriau tawel: y tu allan i’r amseroedd isod dim ond mewn sesiwn neu ychydig cyn cyfarfod y byddaf yn ysgrifennu atoch. Gadewch y gylchfa a’r amseroedd yn wag i ddilyn eich grwpiau.',
  labels: {
    birthday: 'Pen-blwydd', school: 'Ysgol', schoolPhase: 'Cyfnod ysgol', role: 'Rôl', zone: 'Cylchfa amser',
    wakingFrom: 'Ysgrifennu ataf o', wakingTo: 'Ysgrifennu ataf tan', pausedUntil: 'Oedi nodiadau atgoffa tan',
  },
  hints: { birthday: '14 Mawrth', role: 'Dirprwy bennaeth', pausedUntil: '5 Ionawr' },
  phases: {
    'early-years': 'Blynyddoedd cynnar', 'primary': 'Cynradd', 'secondary': 'Uwchradd', 'all-through': 'Pob oed', 'special': 'Arbennig', 'post-16': 'Ôl-16', 'other': 'Arall',
  },
  noPhase: 'Heb ei nodi',
  birthday: (day, month) => `${day} ${months[month - 1] ?? ''}`,
  done: {
    saved: 'Wedi’i gadw. Teipiwch “fi” i’w newid.',
    paused: 'Mae eich nodiadau atgoffa wedi’u hoedi.',
    started: 'Mae eich nodiadau atgoffa wedi ailddechrau.',
    resumed: 'Byddaf yn eich atgoffa yn y grŵp hwnnw eto.',
  },
  none: 'heb ei nodi',
  zoneOfGroups: (zone) => (zone === '' ? 'un pob grŵp' : `${zone}, fel yn eich grwpiau`),
  hours: (from, to) => `rhwng ${from} a ${to}, ar ddiwrnodau ysgol`,
  hoursOfGroups: (from, to) => (from === '' ? 'yn yr oriau y mae pob grŵp wedi’u gosod, ar ddiwrnodau ysgol' : `rhwng ${from} a ${to}, ar ddiwrnodau ysgol, fel yn eich grwpiau`),
  writeToMe: 'Rwy’n ysgrifennu atoch',
  pause: 'Nodiadau atgoffa',
  running: 'ymlaen',
  pausedUntil: (day) => `dim tan ${within(day)}; yna maen nhw’n ailddechrau ohonyn nhw eu hunain. Bydd newyddion a’ch sesiynau yn eich cyrraedd o hyd.`,
  stopped: 'Wedi’u hatal yn',
  unnamed: 'sgwrs heb enw',
  resume: (group) => `Parhau: ${group}`,
  errorHeading: 'Heb ei gadw eto. Edrychwch ar:',
  errors: {
    birthday: 'Pen-blwydd: ysgrifennwch ddiwrnod a mis, fel 14 Mawrth.',
    school: 'Ysgol: mae hynny’n rhy hir, mae lle i 120 o nodau.',
    role: 'Rôl: mae hynny’n rhy hir, mae lle i 120 o nodau.',
    zone: 'Cylchfa amser: nid wyf yn adnabod hon. Ysgrifennwch hi fel Europe/London.',
    waking: 'Ysgrifennu ataf: rhowch ddau amser fel 07:30 a 18:30, yr un hwyrach yn olaf, neu gadewch y ddau yn wag.',
    pausedUntil: 'Oedi: ni allaf ddarllen y dyddiad hwnnw. Ysgrifennwch ef fel 5 Ionawr.',
    pausedPast: 'Oedi: rhowch ddiwrnod o yfory ymlaen, neu gadewch ef yn wag.',
  },
  eitherDate: (dates) => `Oedi: gall y dyddiad hwnnw fod yn ${dates}. Ysgrifennwch yr un rydych yn ei feddwl, fel 12 Mawrth.`,
  summary: 'Amdanoch chi',
};
