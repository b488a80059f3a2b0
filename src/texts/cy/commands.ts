// One line of help per command in Welsh; the words themselves are in typed.ts.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

export const commands: Unfinished<Texts['commands']> = {
  'help': { usage: 'cymorth', does: 'beth gallwch chi ei wneud yma, nawr' },
  'set up': { usage: 'gosod', does: 'NPQ, cylchfa amser, math o sesiwn, hyd, cyfarfod nesaf, iaith' },
  'start': { usage: 'cychwyn', does: 'agor sesiwn: pwy sydd yma, gan bwy mae problem' },
  'next': { usage: 'nesaf', does: 'mynd i’r rhan nesaf (cadeirydd)' },
  'pause': { usage: 'oedi', does: 'stopio’r cloc; caiff unrhyw un wneud hyn' },
  'resume': { usage: 'parhau', does: 'ailgychwyn y cloc (cadeirydd)' },
  'more time': { usage: 'mwy o amser', does: 'un funud arall i’r rhan hon (cadeirydd)' },
  'end': { usage: 'gorffen', does: 'gorffen y sesiwn; mae’n gofyn unwaith eto (cadeirydd)' },
  'note': { usage: 'nodyn <testun>', does: 'cadw nodyn ar gyfer y rhan hon' },
  'action': { usage: 'cam <testun>', does: 'cadw eich cam nesaf' },
  'status': { usage: 'statws', does: 'y rhan, yr amser sydd ar ôl, pwy sy’n siarad, beth sy’n dod nesaf' },
  'order': { usage: 'trefn <enwau>', does: 'newid trefn y troeon' },
  'absent': { usage: 'absennol <enw>', does: 'nodi nad yw rhywun yma; heb enw, chi eich hun' },
  'here': { usage: 'yma <enw>', does: 'nodi bod rhywun yma, gwestai hefyd; heb enw, chi eich hun; ychwanegwch “gyda phroblem” i gael tro' },
  'chair': { usage: 'cadeirydd <enw>', does: 'trosglwyddo’r gadair' },
  'problem': { usage: 'problem', does: 'disgrifio eich problem; dim ond chi sy’n ei gweld tan y sesiwn' },
  'problems': { usage: 'problemau', does: 'pwy sydd â phroblem yn barod (enwau yn unig)' },
  'history': { usage: 'hanes <geiriau>', does: 'sesiynau a fu, y diweddaraf yn gyntaf; gyda geiriau, gan <enw> neu ar <maes NPQ>, y rhai sy’n cyfateb' },
  'actions': { usage: 'camau', does: 'beth ddywedodd pobl y bydden nhw’n ei wneud; dweud beth ddaeth o’ch un chi' },
  'buddy': { usage: 'cyfaill', does: 'eich pâr: pryd rydych chi’n cwrdd nesaf, beth gytunwyd, eich camau' },
  'pairs': { usage: 'parau <enwau>', does: 'parau cyfeillion: pwy sydd mewn un, pwy sy’n aros; eu cynnig neu eu newid (cydlynydd)' },
  'report': { usage: 'adroddiad', does: 'cyfarfodydd, presenoldeb a beth ddaeth o’r camau, mewn rhifau' },
  'me': { usage: 'fi', does: 'amdanoch chi: ysgol, rôl, pryd y caf ysgrifennu atoch, saib' },
  'birthday': { usage: 'pen-blwydd 14 Mawrth', does: 'diwrnod a mis, i ddewis y cadeirydd cyntaf' },
  'protocols': { usage: 'protocolau', does: 'y mathau o sesiwn sydd ar gael' },
  'rehearse': { usage: 'ymarfer', does: 'rhoi cynnig ar awr mewn tua munud, gyda chydweithwyr dychmygol' },
  'coordinator': { usage: 'cydlynydd <enw>', does: 'trosglwyddo rôl y cydlynydd' },
  'deliveries': { usage: 'cyflwyno', does: 'beth na ellid ei gyflwyno ac i bwy, i’r cydlynydd' },
  'clock': { usage: 'cloc +2d 3h', does: 'dangos neu symud y cloc (modd lleol yn unig)' },
};
