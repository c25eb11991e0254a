/**
 * First names frequent among people who apply for jobs in English, from many languages. Left out are those that
 * are as often a word, a place or a product (Will, Grant, May, Paris, Victoria, Jordan, Max, Ruby).
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'aaron abdul abigail adam adriana agnieszka ahmed aisha alan alba alejandra alejandro aleksander alessandra alessandro alexander alexandra ' +
    'alexis ali alice alicia alina alison amanda amelia amina amir amy ana anastasia anders andrea andreas andrew andrzej andy angela ' +
    'aniket anil anita anja anna anne annette annika anthony anton antonio anusha arjun arthur ashley astrid ayesha barbara bartosz beata ' +
    'beatrice ben benjamin bernard bernd bethany birgit bjorn bogdan brenda brian bridget brigitte bruno camilla carla carlos carol carolina ' +
    'caroline catherine cathy cecilia chantal charles charlotte chiara chris christina christine christoph christopher claire clara claudia ' +
    'connor craig cristina cynthia damian dan daniel daniela darren dave david deborah deepak denise dennis derek diana diego dimitri dirk ' +
    'dmitry dominik donald donna dorota doris dorothy douglas dylan edward ekaterina elaine elena eleni elif elisa elisabeth elizabeth ellen emeka ' +
    'emily emma emre eric erica erik ernesto esther ethan eva evelyn fabio farah fatima federico felix ferdinand fernando fiona francesca ' +
    'francesco francisco franziska frederick frieda gabriel gabriela gareth gary gavin geoffrey georg george gerald gerard gita giulia ' +
    'giovanni giuseppe graham greg gregory guillaume gustavo hannah hans harriet harry hassan heather heidi heike heinz helen helena ' +
    'helga henry hiroshi holger howard hugo ian ibrahim ignacio igor ilona imran ines ingrid irene irina isabel isabella ivan jacek jacob ' +
    'jake jakob jakub james jamie jan jana jane janet janine jasmin jason javier jeff jeffrey jennifer jenny jeremy jessica jim joan joanna ' +
    'joanne joao johan johanna john jonas jonathan jorge jose joseph joshua juan judith julia julian julie jurgen justyna kamil karen karin ' +
    'karl karolina katarzyna kate katharina katherine kathleen kathryn katie katja keith kelly ken kenneth kerstin kevin khadija khalid ' +
    'kirsten klaus krzysztof kumar kyle lakshmi lars laura lauren laurent lena leon leonardo leticia liam linda lisa lorenzo louise luca lucia ' +
    'lucy luigi luis lukas lukasz maciej magda magdalena magnus mahmoud malgorzata manfred manuel marcel marcin marco marcus margaret maria ' +
    'mariam mariana marie marina mario marion marius marta martha martin martina mary mateusz matteo matthew matthias maureen mehmet mei ' +
    'melanie melissa michael michal michelle miguel mikael mike miriam mohamed mohammed monica monika muhammad mustafa nadia nadine nancy ' +
    'naomi natalia natalie natasha neha nicholas nicola nicolas nicole nigel niklas nikolai nina nkechi noah nora norbert ola olga oliver olivia ' +
    'olivier omar oscar oskar pablo pamela paola paolo patricia patrick paul paula paulina pawel pedro peter petra philip philipp philippe ' +
    'pierre piotr pooja priya rachel rafael rafal rahul raj rajesh ralf ralph ramon raquel raymond rebecca regina reinhard renata ricardo ' +
    'richard riccardo rita robert roberta roberto robin roger rohan roland ronald rosa rosemary roxana russell ruth ryan sabine sabrina ' +
    'salma samantha samuel sandeep sandra sanjay sara sarah scott sean sebastian sergei sergio shane sharon sheila shirley silke silvia simon ' +
    'simone sofia sonia sonja sophia sophie stefan stefanie stefano stephan stephanie stephen steve steven stuart sunita susan susanne suzanne ' +
    'svetlana sven sylvia tadeusz tamara tanja tania tatiana ted teresa terry theresa thomas thorsten tiago tim timothy tina tobias tom ' +
    'tomas tomasz tony tracy ulrich ulrike umar ursula ute valentina valeria vanessa vera veronica vijay vincent viktor vikram vladimir wei ' +
    'wendy werner wojciech wolfgang xavier yasmin yuki yusuf yvonne zahra zoe zofia zsofia'
  ).split(' '),
);
