// What looks like a person's name in a write-up and is none that needs care: people in books, schools and streets, subjects.
// Lower case, without accents. Data only; privacy.ts reads it.

const set = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Authors, people of history and of stories: by a surname that few pupils have, or as first and second name. */
export const knownPeople: ReadonlySet<string> = new Set([
  ...set(
    'rosenshine wiliam hattie bloom vygotsky piaget dweck sweller willingham lemov christodoulou sherrington kirschner bjork ebbinghaus maslow bruner bandura kotter covey sinek fullan tuckman lencioni montessori froebel',
    'quigley myatt didau mccrea miskin corbett considine morpurgo donaldson shakespeare dickens darwin churchill nightingale seacole brunel pankhurst einstein newton galileo pythagoras steinbeck orwell austen bronte dahl walliams priestley stevenson',
  ),
  'ken robinson', 'viviane robinson', 'brene brown', 'paul black', 'becky allen', 'rob coe', 'paul dix', 'bill rogers', 'tom bennett', 'charlie taylor', 'michael rosen', 'anthony browne', 'anne frank', 'rosa parks', 'martin luther', 'luther king',
  'harry potter', 'oliver twist', 'jane eyre', 'peter rabbit', 'peter pan', 'charlie and', 'henry viii', 'mary rose', 'isaac physics', 'sam learning', 'little wandle', 'read charlotte', 'alex timpson', 'kate greenaway', 'jolly phonics', 'alexander the', 'martin robinson', 'jekyll and', 'romeo and',
]);

/** What follows the name of a school, a street or a programme that is called after somebody. */
export const placeWords = set('school schools academy academies college primary junior infants grammar high trust federation hospital house street road avenue lane park square station bridge university centre cup award library theatre palace day maths phonics scheme programme method');

/** What stands with a capital behind `Miss` or in a title, and is nobody's surname. */
export const schoolWords = set(
  'maths mathematics english science history geography music art drama french german spanish welsh computing design pe re pshe rse reading writing phonics literacy numeracy lessons lesson assembly breaktime lunch school teams word excel office',
  'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december easter christmas autumn spring summer winter year key stage reception nursery',
  'teacher teachers pupil pupils support staff learning scheme schemes book books work',
);

/** Surnames that are words too: alone they say nothing. */
export const wordSurnames = set(
  'white black brown green grey young long short small little great day king page price read marks wood stone hall hill cook baker head bishop church west north south best strong sharp wise good power love bell law case cross rice lamb fox bird may march rose english england scotland wales ireland british holland london york lincoln',
);
