// First names that are common in UK schools, of pupils and of staff, from many origins: English, Scottish, Irish, Welsh, South
// Asian, Middle Eastern, African, Caribbean, European, East Asian, Jewish. Lower case, without accents. Data only.

const set = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Hardly ever anything but a person's name when written with a capital. */
export const firstNames = set(
  'aaliyah aarav aaron aarush abbas abdi abdul abdullah abdullahi abdulrahman abebe abena abida abigail abimbola abu adam ade adebayo adeel adele adeola adil adnan adrian adwoa afia',
  'afzal agata agnes agnieszka ahmad ahmed aidan aiden ailsa aisha aishah aisling akash akira akosua akram akua alan alana albert alec aleksander aleksandr aleksandra alessandro',
  'alessia alex alexander alexandra alexis alfie alfred ali alice alicia alina alisha alison alistair aliyah ama amaan amadou amanda amar amara ameera amelia amelie amina aminah',
  'aminata amir amira amit amna amrit amrita amy anastasia anaya andrea andreea andrei andrew andrius andrzej angela ania anika anil anisa anish anita anjali ankit anna annabel',
  'annabelle anne annie anoushka anthony antoni antonia anushka archie arif arjun arthur arun aryan asad asha ashleigh ashley ashok asif asim asma atif audrey ava avi avni aya ayaan',
  'ayah ayesha ayisha ayo ayodele ayumi azhar aziz babajide balraj bamidele barbara barnaby barry beata beatrice becky belinda ben benjamin bernadette bernard beth bethan bethany',
  'beverley bianca bilal bogdan bola bolanle bonnie bozena bradley brandon brenda brendan brian bridget bronwen bryony bukola bushra caitlin callum calum cameron camilla camille cara',
  'carl carlos carmen caroline carys catherine cathy catriona cerys chaim charles charlie chaya cheryl chiamaka chiara chidera chidi chika chinedu chioma chloe chris christina',
  'christine christopher chukwuemeka ciara cillian claire clara claudia clive colin colm connor conor corey cosmin courtney craig cristian cynthia dagmara daiki daiva damian daniel',
  'danielle danny daphne darcey darcy dariusz darragh darren dave david dayo debbie deborah declan deepa deepak deepika deirdre delyth denise dennis derek derry deshawn devi devorah',
  'dhruv diana diane dimitri diya dominic donald donna doris dorota dorothy douglas duncan dylan eamon ebele ebony eddie edith edward eesa efa efe eileen eilidh eilish eitan ekow',
  'elaine eleanor elena eleri eliana elijah eliot elis elise elisha eliyahu elizabeth ella ellen ellie elliot elliott ellis eloise elsie elzbieta emeka emil emilia emily emma emmanuel',
  'emmeline eoin eric erin esha eshan esi esther ethan eva evan evelyn evie ewa ewan eze ezekiel ezra fabio fahad faisal faiza faizan farah farhan farida farooq fatema fatima fatimah',
  'fatma fatou fatoumata felicity femi ffion filip finlay finley finn fiona fionn folake frances francesca francis franciszek freddie frederick freya funmi funmilayo gabriel gareth',
  'gary gavin gemma geoff geoffrey george georgie gerald geraldine gerard gillian giovanni giselle gita giulia gladys glenn glenys gordon graeme graham gruffydd grzegorz gurdeep',
  'gurleen gurpreet gustavo gwen gwyneth habib hafsa hafsah hamid hamish hamza hamzah hana hannah hao haris harjit haroon harpreet harriet harrison harry haruki harvey hasan hassan',
  'haya hayden hayley hazel hector helen helena henry hettie hilary hiroshi howard hugh hugo huong hussain hussein iain ian ibrahim idris ieva ife ifeanyi ifeoma ifrah igor ikenna',
  'ikram ilinca imaan iman imogen imran inaaya inaya ioana iona iqra irfan irina isaac isabel isabella isabelle ishaan ishaq isla ismail ivan iwan iwona jackie jacob jacqueline jahmal',
  'jake jakub jamal jamar jameel james jamie jamila jane janet janice janusz jasleen jason jaspreet javed javier jaya jayden jayne jaz jean jeffrey jemima jemma jennifer jenny jeremy',
  'jermaine jerome jess jesse jessica jia jiahao jill jim jimmy jing joan joanna joanne joao jodie joe joel john johnny jolanta jonathan jonny jorge josef joseph josephine josh joshua',
  'juan judith judy julia julian julianna julie junaid justin justyna kabir kacper kaitlyn kamal kamran karan kareem karen karim karl karolina kashif kasia katarzyna kate katherine',
  'kathleen kathryn kathy katie katrina katya kavita kayden kayla kayleigh kehinde keira keisha keith kelechi kelly kemi ken kenji kenneth kenny kenta kerry kevin khadija khadijah',
  'khadra khalid kiera kieran kim kimberley kiran kirsten kirsty kofi kojo krish krishna krystyna krzysztof kulwinder kwabena kwaku kwame kwesi kyle lachlan lakshmi lamar laszlo',
  'latoya laura lauren lawrence layan layla leah leanne leighton leila lena leo leon leonard leonie leroy lesley leslie lewis liam libby lilian lillian lilly linda lindsay linh lisa',
  'liz lizzie llinos lloyd logan lois lottie louis louisa louise lubna luca lucas lucia lucy lukasz luke lydia lynn lynne lynsey mabel maciej madeleine madison magdalena maha mahmood',
  'mahmoud mahnoor maisie makeda malachy malaika malcolm malgorzata malik malka mandeep mandy manish manpreet marcin marco marcus marek margaret maria mariam marian mariana marianne',
  'marie marilyn marion marium marius marjorie martha martin martyn marvin mary maryam maryum mateo mateus mateusz mathew matilda matt matteo matthew maureen maxine maya mbali meena',
  'meera megan mehmet mehreen mei mel melanie melissa menachem meredith mia michael michaela michal michelle mihai mike millie milosz ming minh miriam modupe mohamed mohammad mohammed',
  'mohamud mohsin moira mollie molly monika morag mordechai morgan morwenna moses moshe muhammad muhammed mukesh mumtaz munira muriel musa mustafa mustapha myfanwy nabila nadeem nadia',
  'nadine naeem naftali nana nancy naoko naomi nasir nasreen natalia natalie natasha nathan nathaniel naveed nazia neha neil nell nerys ngozi nguyen nia niall niamh nicholas nicky',
  'nicola nicole nicoletta nigel nikola nikolai nina nisha nkechi nnamdi nneka noah noel noor nora norma norman noura nusrat nyasha obi oisin oksana ola oleksandr olena olga oliver',
  'olivia oliwia oluwadamilola oluwaseun oluwatobi omar omari orla orlaith oscar osman owain owen oyin paige pamela paolo parminder parveen patricia patrick patsy paul paula pauline',
  'pavel pawel pedro percy peter philip philippa phoebe phyllis piotr pippa polly pooja prakash pranav pratik preeti priscilla priya priyanka quan rabia rachael rachel rachelle rachna',
  'radu rafal rahim rahma rahul raj rajesh raju rakesh ralph ramesh rania rashid ravi ravinder raymond rayyan rebecca reece reema reggie rehan rehana renata rhian rhianna rhiannon',
  'rhona rhys richard ricky riley rina rita rivka riya riyaz rizwan robert roberta rodney roger rohan rohit roisin ron ronan ronnie rory rosa rosalind rosanna roshni rosie rosina ross',
  'rowena roxana roy ruhi rukhsana rukia rupert russell ruth ryan ryszard saad sabina sade sadia sadie sadiq safa safiya sahar saif saima saira sajid sakura salim salma salman sam',
  'samantha samir samira samuel sana sandeep sandra sanjay sanjeev saoirse saqib sara sarah satnam scarlett sean sebastian segun seren sergei sergio shabana shafiq shaheen shahid',
  'shaista shakira shamima shanaya shane shanice shaniqua shannon sharif sharon shaun shazia sheila shira shirley shiv shivani shlomo shona shreya sian sienna simon simone simran',
  'simranjit sinead siobhan sioned sipho sita skyla slawomir sofia sohail sonia sophia sophie soraya sorin spencer stacey stanislaw stanley stefan stella stephanie stephen steve',
  'steven stewart stuart sufyan sukhdeep sukhjit sultana sumaiya sunil sunita suraj suresh susan susanna suzanne suzie svetlana sybil syed sylvia szymon tafari tahir tahira taiwo',
  'talha talia tamika tamsin tania tanisha tanya tara tariq tariro tatiana tayyab temitope tendai terence teresa terry tess tessa thabo thandi thandiwe thanh theo theodore theresa',
  'thomas thuy tiffany tilly tim timothy tina tinashe tobi toby tolu tom tomasz tommy tomos tony tracey tracy trevor tristan trudy tunde tyrell tyrone uche umair umar urszula usha',
  'usman uzma valentina vanessa vasile vera verity veronica vicky victor vijay vikram viktor viktoria vincent vinod vishal vivian vivien vlad volodymyr wangari wayne wei wendy wesley',
  'wiktoria wilfred william winifred winston wojciech xiaoming xin yaa yaakov yael yahya yana yaseen yasin yasmeen yasmin yasmine yaw yehuda yevhen yewande yichen yitzchak yosef',
  'yousef youssef yousuf yuki yulia yunus yusra yusuf yuto yvonne zac zach zachary zahra zainab zainabu zakariya zara zaynab zeeshan zehra zeynep zhen zihan zoe zofia zubair zuri',
  'zuzanna',
);

/** Names that are English words too: only a capital tells them apart, so they count nowhere that a word gets one anyway. */
export const wordNames = set(
  'amber angel archer art bailey bill blake bob brook brooke carol carter chance chase christian cliff cooper crystal daisy dale dan dawn dean destiny dot drew earnest ed eden faith',
  'fern flora ford frank gene ginger glen grace grant guy harmony harper heath heather hollie holly honey hope hunter iris ivy jack jade jan jasmine jay jewel jo jon joy kit lance',
  'lane lee lily lou mark martial mason max melody mercy miles nelson nick olive opal parker pat patience pearl penny peony piers pip poppy precious prince princess promise queenie',
  'ray reed rich rick river rob robin rose rosemary rosy rowan ruby rusty sally sandy scarlet skip sky skye sterling storm sue sunny taylor teddy trinity troy tyler violet will willow',
  'woody',
);

/** Names that are places too: not behind a word that leads to a place. */
export const placeNames = set(
  'ashton austin brent brooklyn carlisle charlotte chelsea chester devon florence georgia india israel jordan kingston lincoln lorraine milan paris preston sydney victoria virginia',
);
