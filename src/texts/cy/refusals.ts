// Every polite no in Welsh. Nothing that was typed is quoted.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { groupFaults } from './buddy-pairing.ts';
import { typed } from './typed.ts';
import { within } from './when.ts';

const whats = { note: 'y nodyn', action: 'y cam nesaf', request: 'y cais am help', outcome: 'y llinell', feedback: 'yr adborth', agreement: 'y ffurflen' };

/** Commands come by their English name. */
const commandOf = (name: string): string => Object.entries(typed.commands ?? {}).find(([command]) => command === name)?.[1][0] ?? name;

export const refusals: Unfinished<Texts['refusals']> = {
  'chair-only': ({ chair, also }, say) => `Dim ond y cadeirydd, ${say.name(chair)}, ${also.length === 0 ? '' : `neu ${say.anyOf(also)} `}sy’n cael gwneud hynny. I gadeirio eich hun, pwyswch Cymryd y gadair.`,
  'participants-only': () => 'Dim ond y rhai sy’n cymryd rhan yn y sesiwn sy’n cael gwneud hynny.',
  'opener-only': ({ who }, say) => `Dim ond ${who.length === 0 ? 'y sawl a’i hagorodd, y cadeirydd neu’r cydlynydd' : say.anyOf(who)} sy’n cael gwneud hynny.`,
  'owner-or-chair-only': ({ owner, chair }, say) => `Dim ond ${say.anyOf([owner, chair])} sy’n cael ysgrifennu’r cam nesaf hwn.`,
  'no-session': () => 'Does dim sesiwn yma nawr. Teipiwch “cychwyn” i agor un.',
  'not-running': ({ state }) => ({
    lobby: 'Nid yw’r sesiwn wedi cychwyn eto. Pwyswch Cychwyn y sesiwn yn gyntaf.',
    paused: 'Mae’r sesiwn wedi’i hoedi. Caiff y cadeirydd bwyso Parhau.',
    ended: 'Mae’r sesiwn ar ben. Teipiwch “hanes” i’w gweld.',
  })[state],
  'stale': ({ phase }, say) => phase === null
    ? 'Mae’r cerdyn hwnnw wedi dyddio, felly ni newidiwyd dim. Defnyddiwch yr un diweddaraf.'
    : `Mae’r cerdyn hwnnw wedi dyddio, felly ni newidiwyd dim. Rydyn ni nawr ar: ${say.phase(phase)}.`,
  'already-paused': ({ by }, say) => by === null ? 'Mae’r sesiwn wedi’i hoedi’n barod.' : `Mae ${say.name(by)} wedi oedi’r sesiwn yn barod.`,
  'not-paused': () => 'Nid yw’r sesiwn wedi’i hoedi.',
  'action-too-late': () => 'Mae modd cadw’r cam nesaf hyd at 24 awr ar ôl y sesiwn. Cadwch hwn yn eich nodiadau eich hun.',
  'no-turn-yet': () => 'Nid oes yr un tro wedi dechrau eto. Gallwch gadw cam nesaf pan ddaw eich tro.',
  'name-missing': ({ command }) => `Ychwanegwch enw, fel “${commandOf(command)} Aisha Khan”.`,
  'unknown-name': () => 'Ni allaf ddod o hyd i neb o’r enw hwnnw yma. Defnyddiwch yr enw a welir yn Teams.',
  'ambiguous-name': ({ matches }, say) => `Mae mwy nag un person yn cyfateb: ${say.names(matches)}. Teipiwch yr enw llawn.`,
  'cannot-chair': ({ name }) => name === '' ? 'Dewiswch pwy sy’n cadeirio.' : 'Ni all y person hwnnw gadeirio: rhaid i’r cadeirydd fod yn y sesiwn a gallu pwyso botymau.',
  'not-your-action': ({ owners }, say) => `Dim ond ${say.anyOf(owners)} all ddweud beth ddaeth o hynny. Teipiwch “camau” i weld eich rhai chi.`,
  'which-action': () => 'Ni chadwyd dim eto: mae gennych fwy nag un cam ar agor. Dewiswch pa un, yna pwyswch eto.',
  'action-gone': () => 'Dydw i ddim yn gwybod am gam agored o’r fath bellach. Teipiwch “camau” i weld y rhai sydd.',
  'empty-text': ({ what }) => `Ni chadwyd dim: mae ${whats[what]} yn wag. Ysgrifennwch rywbeth yn gyntaf.`,
  'too-long': ({ what, maxChars, lengthChars }) => `Ni chadwyd dim: mae ${whats[what]} yn rhy hir, ${lengthChars} nod, a lle i ${maxChars}. Ewch ati i’w fyrhau.`,
  'bad-date': ({ example }) => `Ni allaf ddarllen y dyddiad hwnnw. Ysgrifennwch ef fel ${example}.`,
  'ambiguous-date': ({ options }, say) => `Ni chadwyd dim: gallai’r dyddiad hwnnw fod yn ${say.anyOf(options.map((day) => within(say.day(day))))}. Ysgrifennwch yr un rydych yn ei olygu, fel 12 Mawrth.`,
  'past-date': () => 'Mae’r dyddiad hwnnw wedi mynd heibio. Dewiswch heddiw neu wedyn.',
  'bad-meeting': ({ why }) => ({
    past: 'Mae’r amser hwnnw wedi mynd heibio. Dewiswch un diweddarach i’r cyfarfod nesaf.', incomplete: 'Dewiswch ddyddiad ac amser i’r cyfarfod nesaf.',
    time: 'Ni allaf ddarllen yr amser hwnnw. Ysgrifennwch ef fel 16:00.',
  })[why],
  'bad-birthday': () => 'Ni allaf ddarllen y pen-blwydd hwnnw. Teipiwch ddiwrnod a mis, fel “pen-blwydd 14 Mawrth”.',
  'unknown-command': ({ suggestion }) => suggestion === null
    ? 'Dydw i ddim yn adnabod hwnnw. Teipiwch “cymorth” i weld beth gallaf ei wneud.'
    : `Dydw i ddim yn adnabod hwnnw. Ai “${suggestion}” oedd gennych mewn golwg? Teipiwch “cymorth” am y gweddill.`,
  'unknown-protocol': ({ known }) => `Dydw i ddim yn adnabod y math hwnnw o sesiwn. Mae: ${known.join(', ')}.`,
  'unknown-button': () => 'Dydw i ddim yn adnabod y botwm hwnnw. Defnyddiwch gerdyn mwy newydd, neu teipiwch “cymorth”.',
  'bad-form': () => 'Ni allwn ddarllen y ffurflen honno, felly ni chadwyd dim. Agorwch hi eto.',
  'community-only': () => 'Dim ond mewn sianel neu sgwrs grŵp yr ychwanegwyd fi ati y mae hynny’n gweithio.',
  'local-only': () => 'Dim ond pan fyddaf yn rhedeg yn y modd lleol y mae hynny’n gweithio.',
  'no-community': () => 'Nid ydych yn perthyn i gymuned eto. Teipiwch “gosod” neu “cychwyn” yn ei sianel neu ei sgwrs grŵp.',
  'coordinator-only': ({ coordinator }, say) => `Dim ond y cydlynydd, ${say.name(coordinator)}, sy’n cael gwneud hynny.`,
  'continue-too-late': () => 'Mae’r sgwrs hon wedi cynnal sesiwn ei hun, felly ni all barhau â chymuned o sgwrs arall.',
  'unknown-area': ({ areas }, say) => `Dydw i ddim yn adnabod y maes NPQ hwnnw. Dyma nhw: ${areas.map((area) => say.area(area)).join(', ')}. I chwilio am eiriau, gadewch “ar” allan.`,
  'several-areas': ({ areas }, say) => `Mae mwy nag un maes NPQ yn cyfateb: ${areas.map((area) => say.area(area)).join(', ')}. Teipiwch fwy o’i deitl.`,
  'record-gone': () => 'Nid yw’r cofnod hwnnw ar gadw mwyach. Teipiwch “hanes” i weld beth sydd.',
  'history-elsewhere': ({ why }) => why === 'not-a-member'
    ? 'Cynhaliwyd y sesiynau cynharach mewn sgwrs arall. Dim ond y rhai a gymerodd ran yno all eu gweld.'
    : 'Cynhaliwyd y sesiynau cynharach mewn sgwrs arall, a byddai pawb yma’n eu gweld. Teipiwch “hanes” yn eich sgwrs eich hun gyda mi.',
  'guest': () => 'Caiff gwesteion ddarllen ond ni allant bwyso botymau. Gall y cadeirydd deipio “yma” a’ch enw i roi lle i chi.',
  'bad-clock': () => 'Ni allaf ddarllen hynny. Teipiwch “cloc”, “cloc +2d 3h” neu “cloc rate 60”; dim ond ymlaen mae’n symud.',
  'too-late-for-this': () => 'Mae’n rhy hwyr i hynny nawr. Teipiwch “statws” i weld ble rydyn ni.',
  'too-late-to-join': ({ chair }, say) => `Mae’r tro olaf wedi dechrau, felly mae’n rhy hwyr i ymuno ar eich pen eich hun. Gall ${say.name(chair)}, sy’n cadeirio, deipio “yma” a’ch enw.`,
  'in-groups': () => 'Rydyn ni mewn grwpiau nawr. Defnyddiwch gardiau’r grŵp sydd gennych dan sylw; mae “statws” yn dangos pob grŵp.',
  'too-much-waiting': () => 'Mae gormod yn aros i gael ei anfon yma. Rhowch gynnig arall arni ymhen munud.',
  'no-questions': ({ why }) => ({
    'not-shared': 'Nid yw’r broblem honno wedi’i rhannu gyda’r grŵp nawr, felly nid yw’n derbyn cwestiynau.',
    'not-taken': 'Nid yw’r grŵp hwn yn derbyn cwestiynau ymlaen llaw. Gall y cydlynydd eu troi ymlaen gyda “gosod”.',
    'own': 'Eich problem chi eich hun yw honno: y lleill sy’n gofyn.',
    'enough': 'Mae llawer o gwestiynau yn barod. Gofynnwch eich un chi yn y rhan Egluro.',
  })[why],
  'not-yours-to-see': ({ who }) => who === 'members' ? 'Dim ond aelodau’r gymuned honno all weld hyn.' : 'Dim ond cydlynydd y gymuned honno all weld hyn.',
  'start-in-private': () => 'Dim ond mewn sianel neu sgwrs grŵp y mae hynny’n gweithio. I roi cynnig ar sesiwn yma, gyda chydweithwyr dychmygol, teipiwch “ymarfer”.',
  'rehearse-in-private': () => 'I chi yn unig y mae ymarfer. Teipiwch “ymarfer” yn ein sgwrs ein hunain.',
  'no-pair': () => 'Nid yw hwnnw’n bâr i chi, neu ddim mwyach. Teipiwch “cyfaill” i weld eich un chi.',
  'meeting-settled': ({ why }) => ({
    over: 'Mae’r cyfarfod hwnnw ar ben. Teipiwch “cyfaill” i weld y rhai nesaf.', moved: 'Mae amser arall i’r cyfarfod hwnnw bellach. Teipiwch “cyfaill” i’w weld.',
    alone: 'Ar gyfer y cyfarfod hwnnw mae pob un ohonoch yn ymarfer ar ei ben ei hun. Teipiwch “cyfaill” i weld y rhai nesaf.', standing: 'Mae’r cyfarfod hwnnw’n sefyll fel yr oedd. Teipiwch “cyfaill” i’w weld.',
    unsettled: 'Ni all un ohonoch ddod i’r cyfarfod hwnnw, ac nid yw wedi’i setlo eto. Teipiwch “cyfaill” i weld sut mae pethau.',
  })[why],
  'bad-move': ({ why }) => ({
    unreadable: 'Nid oes dyddiad ac amser o’r fath. Ysgrifennwch y dyddiad fel 12 Mawrth a’r amser fel 16:00.', past: 'Mae’r amser hwnnw wedi mynd heibio. Dewiswch un diweddarach.',
    same: 'Mae’r cyfarfod ar yr amser hwnnw’n barod. Dewiswch un arall.', 'too-far': 'Mae hynny’n rhy hwyr: mae ar ôl y cyfarfodydd sy’n dod wedi hwn. Dewiswch amser cynharach.',
    taken: 'Mae gennych gyfarfod arall ar yr amser hwnnw. Dewiswch un arall.', 'no-alternative': 'Nid yw’r slot amgen yn dod cyn eich cyfarfod nesaf. Dewiswch amser arall.',
    incomplete: 'Dewiswch ddyddiad ac amser, yna pwyswch Dewis amser arall.',
    'another-alternative': 'Nid yw eich slot amgen fel y dangosodd y cerdyn hwnnw mwyach. Dewiswch eto.',
  })[why],
  'day-off': ({ dayOff }) => `${dayOff === 'holiday' ? 'Gŵyl banc yw honno.' : 'Mae eich cymuned ar gau y diwrnod hwnnw.'} Os dyna rydych yn ei olygu er hynny, pwyswch Dewis amser arall unwaith eto.`,
  'two-needed': () => 'Mae angen dau ohonoch i gwrdd. Dewiswch amser arall, neu ymarferwch ar eich pen eich hun.',
  'agreement-changed': () => 'Mae eich cyfaill wedi newid hyn yn y cyfamser, felly nid oes dim o’ch eiddo chi wedi’i gadw eto. Edrychwch ar yr hyn sy’n sefyll nawr, yna cadwch eto.',
  'old-proposal': ({ isOver }) => isOver ? 'Mae’r cynnig hwnnw ar ben: fe’i cyhoeddwyd neu fe’i dilëwyd.' : 'Mae’r cynnig wedi newid ers hynny, felly ni wnaed dim. Dyma fe fel y mae.',
  'bad-group': ({ fault }) => groupFaults[fault] ?? '',
  'wants-no-buddy': ({ names }, say) => `Gofynnodd ${say.names(names)} am gael eu gadael allan, felly ni newidiwyd dim. Gallant deipio “cyfaill” i gymryd rhan.`,
  'no-coordinator': () => 'Nid oes neb yn cydlynu’r grŵp hwn eto. Pwy bynnag sy’n teipio “gosod” yn ei sgwrs fydd yn gwneud.',
  'nobody-called': ({ name }, say) => `Nid wyf yn dod o hyd i neb o’r enw ${say.name(name)} yn y grŵp hwnnw. Defnyddiwch yr enw a welir yn Teams.`,
  'nothing-to-bring': () => 'Nid oes problem a drafodwyd gennych i ddod â hi eto. Teipiwch “problem” i ddisgrifio un newydd.',
  'file-elsewhere': () => 'Dim ond yn ein sgwrs ein hunain y gallaf gadw ffeil. Anfonwch hi ataf yno; daw’n ddeunydd eich disgrifiad.',
  'file-unreadable': () => 'Nid oedd modd cadw’r ffeil honno, gan iddi ddod heb ddolen. Copïwch ei dolen i “Dolen i ddeunydd” yn eich disgrifiad: teipiwch “problem”.',
  'newer-release': () => 'Mae fersiwn newydd ohonof yn cymryd drosodd, felly ni allwn orffen hynny. Gwnewch hynny eto ymhen munud.',
};
