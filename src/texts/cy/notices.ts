// Short lines in Welsh that are no refusals.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { within } from './when.ts';

export const months = ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'];

const outcomes = { 'done': 'wedi’i wneud', 'partly': 'yn rhannol', 'not-yet': 'ddim eto' };

const lines: Unfinished<Texts['notices']['lines']> = {
  'warning': ({ phase, leftMs }, say) => `${say.length(leftMs)} ar ôl: ${say.phase(phase)}.`,
  'welcome': () => 'Helô, Turnstone ydw i. Rwy’n arwain grŵp o arweinwyr ysgol drwy awr o ddatrys problemau gyda’i gilydd. Mewn sianel neu sgwrs grŵp, crybwyllwch fi a theipiwch “cychwyn”. Teipiwch “cymorth” am y gweddill.',
  'note-saved': () => 'Cadwyd y nodyn.',
  'request-saved': () => 'Cadwyd y cais am help.',
  'action-saved': ({ owner, dueOn }, say) => `Cadwyd y cam nesaf ar gyfer ${say.name(owner)}, erbyn ${within(say.day(dueOn))}.`,
  'outcome-saved': ({ owner, outcome }, say) => `Cadwyd beth ddaeth o gam ${say.name(owner)}: ${outcomes[outcome]}.`,
  'action-written-for': ({ owner, by }, say) => `Ysgrifennodd ${say.name(by)} y cam nesaf dros ${say.name(owner)}. I’w newid, cadwch ef eto ar gerdyn y tro hwnnw.`,
  'done': () => 'Wedi’i wneud.',
  'take-chair-asked': ({ by, chair, chairTeamsId }, say) => `${say.mention(chair, chairTeamsId)}: mae ${say.name(by)} wedi gofyn am gael cadeirio. Bydd y gadair yn newid dwylo ymhen munud oni bai eich bod chi’n pwyso neu’n ysgrifennu rhywbeth.`,
  'chair-stays': ({ chair }, say) => `Mae ${say.name(chair)} yn aros yn y gadair.`,
  'chair-is': ({ chair, by }, say) => by === null || by === chair ? `${say.name(chair)} sydd yn y gadair nawr.` : `Rhoddodd ${say.name(by)} y gadair i ${say.name(chair)}.`,
  'next-chair-is': ({ chair }, say) => `${say.name(chair)} fydd yn cadeirio’r cyfarfod nesaf.`,
  'next-meeting-is': ({ date, at, zone, dayOff }, say) => [
    `Bydd y cyfarfod nesaf ${within(say.day(date))}, ${say.time(at, zone)}.`,
    dayOff === null ? '' : `Sylwch: ${dayOff === 'holiday' ? 'mae’n ŵyl banc' : 'mae’r gymuned ar gau y diwrnod hwnnw'}.`,
  ].filter((part) => part !== '').join(' '),
  'order-is': ({ names }, say) => `Trefn y troeon: ${say.names(names)}.`,
  'marked-absent': ({ name }, say) => `Nodwyd nad yw ${say.name(name)} yma.`,
  'marked-here': ({ name }, say) => `Nodwyd bod ${say.name(name)} yma.`,
  'join-offered': () => 'Dewiswch sut i ymuno.',
  'already-in': () => 'Rydych chi yn y sesiwn hon yn barod.',
  'you-are-in': () => 'Rydych chi wedi ymuno.',
  'owner-joined': ({ name, ownMs, isShared, endsAt, zone }, say) => [
    isShared ? `Mae ${say.name(name)} yn ymuno gyda phroblem, ac yn mynd olaf. Mae’r troeon sydd i ddod nawr yn ${say.length(ownMs)} yr un.`
      : `${say.name(name)} sy’n cael y tro olaf: ${say.length(ownMs)}. Mae’r amserau newydd ar yr agenda.`,
    endsAt === null ? '' : `Bydd y sesiwn nawr yn gorffen am ${say.time(endsAt, zone)}.`,
  ].filter((part) => part !== '').join(' '),
  'problem-carried-over': ({ name, turnMs, endsAt, zone }, say) => [
    `Bydd problem ${say.name(name)} yn aros tan sesiwn arall.`,
    turnMs === null ? '' : `Mae’r troeon sydd i ddod nawr yn ${say.length(turnMs)} yr un.`,
    endsAt === null ? '' : `Bydd y sesiwn nawr yn gorffen am ${say.time(endsAt, zone)}.`,
  ].filter((part) => part !== '').join(' '),
  'turn-moved': ({ name }, say) => `Nid yw ${say.name(name)} yma. Mae’r tro hwnnw’n symud i’r diwedd.`,
  'chair-left': ({ chair }, say) => `Nid yw ${say.name(chair)}, sy’n cadeirio, yma. Pwy wnaiff gymryd y gadair? Pwyswch Cymryd y gadair.`,
  'end-asked': () => 'I orffen y sesiwn nawr i bawb, pwyswch Gorffen y sesiwn unwaith eto ar y cerdyn newydd.',
  'ends-later': ({ endsAt, zone, cause }, say) => `Ni all y rhannau nesaf wneud iawn am yr holl ${cause === 'overtime' ? 'amser ychwanegol' : 'oedi'}. Bydd y sesiwn nawr yn gorffen am ${say.time(endsAt, zone)}.`,
  'time-up': ({ phase, chair, isLast }, say) => isLast
    ? `Mae’r amser ar ben: ${say.phase(phase)}. Bydd y sesiwn yn gorffen pan fydd ${say.name(chair)} yn pwyso Rhan nesaf.`
    : `Mae’r amser ar ben: ${say.phase(phase)}. ${say.name(chair)} sy’n pwyso Rhan nesaf i fynd ymlaen; bydd y rhannau sydd i ddod yn fyrrach o’r herwydd.`,
  'end-would-move': ({ endsAt, zone }, say) => `Ni all yr un rhan arall roi munud. Unwaith eto, a bydd y sesiwn yn gorffen am ${say.time(endsAt, zone)}.`,
  'session-forgotten': ({ chair, chairTeamsId, endsAt, zone }, say) => `${say.mention(chair, chairTeamsId)}: mae’r sesiwn hon ar agor o hyd. Ewch ymlaen neu gorffennwch hi; fel arall byddaf yn ei gorffen am ${say.time(endsAt, zone)}.`,
  'went-on-elsewhere': ({ by, place }, say) => `Mae’r gymuned hon yn parhau ${place === null ? 'mewn sgwrs arall' : `yn y sgwrs “${say.name(place)}”`}: ${say.name(by)} a’i gosododd yno. Gallwch gwrdd yma hefyd o hyd.`,
  'call-began': () => 'Mae’r cyfarfod wedi dechrau, felly dyma’r lobi.',
  'call-ended': ({ chair, chairTeamsId }, say) => `Mae’r alwad wedi gorffen; mae’r sesiwn yn dal i fynd. ${say.mention(chair, chairTeamsId)}, ewch ymlaen mewn galwad newydd, neu pwyswch Gorffen y sesiwn.`,
  'birthday-saved': ({ day, month }) => `Wedi’i gadw: ${day} ${months[month - 1] ?? ''}. Dim ond i gynnig pwy sy’n cadeirio rwy’n ei ddefnyddio.`,
  'coordinator-is': ({ name }, say) => `${say.name(name)} yw’r cydlynydd nawr.`,
  'see-private': ({ name, teamsId }, say) => `${say.mention(name, teamsId)}: rwyf wedi ysgrifennu atoch yn ein sgwrs ein hunain.`,
  'unreachable-privately': ({ name, teamsId }, say) => `${say.mention(name, teamsId)}: mae gennyf rywbeth i chi yn unig ond ni allaf ysgrifennu atoch. Ychwanegwch fi at eich sgyrsiau eich hun.`,
  'chair-called': ({ chair, chairTeamsId, plannedAt, zone }, say) => `${say.mention(chair, chairTeamsId)}: roedd y cyfarfod i fod am ${say.time(plannedAt, zone)}. Gall unrhyw un sydd i mewn bwyso Cychwyn y sesiwn ar y cerdyn “Cyn i ni ddechrau”.`,
  'meeting-not-held': ({ meetingAt, nextMeetingAt, zone }, say) => `Ni chynhaliwyd y cyfarfod oedd i fod ${within(say.date(meetingAt, zone))}. ${nextMeetingAt === null
    ? 'I drefnu un arall, gall y cydlynydd deipio “gosod”.' : `Y nesaf: ${within(say.date(nextMeetingAt, zone))}, ${say.time(nextMeetingAt, zone)}.`}`,
  'question-saved': ({ owner }, say) => `Wedi’i gadw. Caiff ${say.name(owner)} wybod, a bydd yn agor y rhan Egluro.`,
  'clock': ({ now, rate }) => `Yr amser: ${new Date(now).toISOString()}. Cyflymder y cloc: ${rate} gwaith amser go iawn.`,
  'clock-arrived': ({ now, deadlineCount }) => `Yr amser: ${new Date(now).toISOString()}. Terfynau amser ar y ffordd: ${deadlineCount}.`,
  'write-up-saved': ({ isReady, isSuitable, isShared = false }) => [
    isShared ? 'Mae eich problem wedi’i chyflwyno a’i rhannu â’r grŵp.' : isReady ? 'Mae eich problem wedi’i chyflwyno. Bydd y grŵp yn ei gweld pan fydd y sesiwn yn dechrau.' : 'Cadwyd y drafft. Dim ond chi sy’n gallu ei weld.',
    isSuitable === null ? '' : isSuitable ? 'Mae’n edrych yn addas.' : 'Efallai fod angen ei mireinio: gweler y cwestiynau ar y ffurflen.',
  ].filter((part) => part !== '').join(' '),
  'rehearsal-opens': () => 'Ymarfer: daw cydweithwyr dychmygol i mewn, a bydd awr yn cymryd tua munud. Dewiswch sedd ar y cerdyn a phwyswch beth bynnag a hoffwch; os na wnewch chi ddim, byddan nhw’n dechrau ymhen 20 eiliad.',
  'rehearsal-over': () => 'Ymarfer oedd hwnnw: ni chedwir dim ohono yn eich cymuned.',
  'failed': ({ incident }) => `Aeth rhywbeth o’i le ar fy ochr i; rhowch gynnig arall arni ymhen munud, gan efallai na chadwyd yr hyn a anfonwyd yma gynnau. Os bydd yn digwydd eto, rhowch y cod hwn i’ch gweinyddwr: ${incident}.`,
};

export const notices: Unfinished<Texts['notices']> = {
  lines,
  done: 'Wedi’i wneud.',
  notUnderstood: 'Nid oedd modd darllen y botwm hwnnw. Teipiwch “statws” i weld ble rydyn ni.',
  noMeeting: 'Does dim cyfarfod i ddod. Teipiwch “gosod” yn y sgwrs i gynllunio un.',
  linkOver: 'Mae’r ddolen hon wedi dyddio. Teipiwch “hanes” yn eich sgwrs i gael un newydd.',
  calendarOver: 'Mae’r ddolen hon wedi dod i ben. Teipiwch “statws” yn sgwrs eich grŵp, neu “cyfaill” yn eich sgwrs â Turnstone, i gael un newydd.',
  noSlot: 'Nid ydych wedi cytuno ar slot eto. Teipiwch “cyfaill” yn eich sgwrs â Turnstone i gytuno ar un.',
};
