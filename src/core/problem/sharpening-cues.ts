// What in a write-up's own words says why it fails a criterion, and what it is about: patterns by name, English with the
// commonest Welsh words. Data only; sharpening.ts reads it, the questions stand in the texts under the same names.

/** Patterns begin at a word; what they match is echoed, so they match words that can stand by themselves. */
type Cues<Name extends string> = Readonly<Record<Name, RegExp>>;

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

/** Too wide to be specific (domain.md 1.5: "easy for the group to understand"). */
export const specificCues = {
  same: word('(?:in)?consisten(?:t|tly|cy)|cyson(?:deb)?'),
  everyone: word('every(?:one|body)|nobody|no one|all (?:our |the |of the )?(?:staff|teachers|pupils|children|students|classes)|(?:most|many) (?:staff|teachers|pupils|children|students)|always|never|whole[- ]school|across the (?:school|trust)|pawb|neb'),
  culture: word('culture|ethos|morale|mindsets?|climate|vision|values|expectations|diwylliant'),
  roles: word('(?:the |my |our )?(?:leadership |senior |support |office )?team|(?:best |right |wrong )?roles|responsibilities|tîm'),
} as const satisfies Cues<string>;

/** Why effort may not seem to lead anywhere. */
export const solvableCues = {
  money: word('fund(?:s|ing|ed)?|budgets?|money|cuts|costs?|afford|financ(?:e|es|ial)|cyllid|arian'),
  roles: word('(?:best |right |wrong )?roles|restructur(?:e|ing)|job descriptions?'),
  far: word('poverty|deprivation|society|social media|home li(?:fe|ves)|generations?|covid|pandemic|closures|the community|tlodi'),
  will: word('attitudes?|buy[- ]in|resistan(?:ce|t)|reluctan(?:ce|t)|refus(?:e|es|al)|motivat(?:ed|ion)|apath(?:y|etic)|cynical|engagement|unwilling|morale|agwedd'),
  time: word('(?:no|not enough|lack of|little|more) time|time pressures?|capacity|too busy|amser'),
} as const satisfies Cues<string>;

/** Whose hands it is in, when not the owner's. */
export const controllableCues = {
  money: word('fund(?:s|ing)?|budgets?|money|cuts|costs?|pay(?! attention)|salar(?:y|ies)|financ(?:e|es)|cyllid|arian'),
  staffing: word('staffing|recruit(?:ment|ing)?|vacanc(?:y|ies)|turnover|staff retention|supply (?:staff|teachers?|cover)|cover lessons|shortages?|understaffed|agency staff|staffio|recriwtio'),
  outside: word('ofsted|estyn|dfe|government|polic(?:y|ies)|local authority|council|exam boards?|inspect(?:ion|ors?)|the trust|our trust|mat|camhs|social services|national tests?|sats|llywodraeth'),
  above: word('slt|head ?teacher|the head(?! of)|senior leaders(?:hip team)?|line manager|governors?|principal|executive|pennaeth'),
  will: word('attitudes?|buy[- ]in|resistan(?:ce|t)|reluctan(?:ce|t)|refus(?:e|es|al)|motivat(?:ed|ion)|apath(?:y|etic)|cynical|unwilling|morale|agwedd'),
} as const satisfies Cues<string>;

/** What a problem is about; a question that fits the subject is worth more than one that fits anything. */
export const topics = {
  memory: word('forget(?:s|ting)?|forgotten|remember(?:ing)?|recall|retain(?:ing)?|long[- ]term memory|anghofio|cofio'),
  behaviour: word('(?:poor |low[- ]level )?behaviours?|(?:low[- ]level )?disruptions?|disrupt(?:ive)?|detentions?|exclusions?|suspensions?|bullying|ymddygiad'),
  attendance: word('(?:persistent )?absen(?:ce|ces|tees|teeism)|attendance|attend|punctuality|lateness|truancy|presenoldeb'),
  reading: word('reading(?: fluency| ages?)?|phonics|fluency|vocabulary|oracy|readers|darllen|ffoneg'),
  writing: word('writing|handwriting|spelling|grammar|punctuation|written work|ysgrifennu|sillafu'),
  maths: word('maths|mathematics|numeracy|times tables|number facts|fractions|arithmetic|mathemateg|rhifedd'),
  assessment: word('(?:formative |teacher )?assessments?|(?:book )?marking|feedback|moderation|data drops?|tests?|quizz(?:es|ing)|asesu|marcio'),
  // In capitals as people write them: to send something is another matter.
  send: /(?<![\p{L}\p{N}])(?:SEND?|SENCO|ALN|ADHD|EHCPs?|TAs?|[Ss]pecial (?:educational )?needs|[Aa]utis(?:m|tic)|[Dd]yslexi[ac]|[Tt]eaching assistants?|[Aa]nghenion arbennig)(?![\p{L}\p{N}])/u,
  workload: word('(?:teacher )?workload|well[- ]?being|burn(?:t|ed)?[- ]?out|stress(?:ed)?|exhaust(?:ed|ion)|paperwork|admin|emails?|llwyth gwaith|lles'),
  parents: word('parents(?:[’\'] evenings?)?|parental|carers|famil(?:y|ies)|homework|rhieni|teuluoedd|gwaith cartref'),
  curriculum: word('curriculum|schemes? of work|sequenc(?:e|ing)|units? of work|knowledge organisers?|cwricwlwm'),
  development: word('cpd|insets?|coaching|mentor(?:s|ing)?|professional development|training|ects?|early career teachers?|trainees|new teachers|hyfforddiant|mentora'),
  leaders: word('middle leaders?|subject leaders?|heads? of (?:department|year|faculty)|phase leaders?|leadership|line management|meetings|delegat(?:e|ing|ion)|arweinwyr'),
  'early-years': word('early years|eyfs|reception|nursery|continuous provision|toddlers?|key persons?|blynyddoedd cynnar|meithrin'),
  disadvantage: word('disadvantaged?|pupil premium|attainment gaps?|the gap|free school meals|fsm|looked[- ]after|difreintiedig'),
  teaching: word('lessons?|teaching(?! assistants?)|questioning|explanations?|modelling|pedagogy|classrooms?|cover work|gwersi?|addysgu'),
} as const satisfies Cues<string>;

/** Too common among schools to say which problem is meant. */
export const everydayWords: ReadonlySet<string> = new Set((
  'about after again always another around because before being between could doing during every everyone first having however their there these thing things think those through under until where which while would ' +
  'child children class classes colleague colleagues getting going issue issues leader leaders learning lesson lessons making needs often people problem problems pupil pupils really school schools should since staff still ' +
  'student students taught teach teacher teachers teaching today using wants whole within without working years'
).split(' '));
