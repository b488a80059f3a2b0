// Forms of English words that no rule of endings brings together: what changes within, and second spellings. Only what
// teachers write, and only where a form is nearly never another word: `found` and `left` stay what they are, and so do
// `sent` and `sat`, since SEND and SATs are no verbs.

const changed =
  'teach taught | learn learnt | forget forgot forgotten | write wrote written | speak spoke spoken | understand understood | think thought | ' +
  'bring brought | give gave given | take took taken | make made | keep kept | know knew known | begin began begun | choose chose chosen | ' +
  'meet met | feel felt | lose lost | hold held | build built | spend spent | spell spelt | tell told | say said | see saw seen | mean meant | ' +
  'go went gone | come came | become became | run ran | lead led | fall fell fallen | grow grew grown | show shown | draw drew drawn | ' +
  'break broke broken | hear heard | buy bought | catch caught | sleep slept | deal dealt | seek sought | win won | drive drove driven | ' +
  'child children | man men | woman women | person people | foot feet | curriculum curricula | criterion criteria | analyse analysis';

const spelled =
  'practice practise | licence license | advice advise | defence defense | offence offense | programme program | centre center | theatre theater | metre meter | ' +
  'mathematics maths | judgement judgment | enrolment enrollment | fulfilment fulfillment | skilful skillful | ageing aging | ' +
  'catalogue catalog | dialogue dialog | grey gray | sceptical skeptical';

/** Words that are found together; the first of each stands for all. */
export const sameWords: readonly (readonly string[])[] = `${changed} | ${spelled}`.split(' | ').map((line) => line.split(' '));
