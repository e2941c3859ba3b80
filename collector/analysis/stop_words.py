"""Words that say nothing of what a text is about, by language: the little words that join others.

Written for this kit after the closed classes of each language (articles, pronouns, prepositions,
conjunctions, auxiliaries, common adverbs), and what people write around any idea.
"""

from collections.abc import Mapping

from collector.analysis.common_words import COMMON
from collector.words.fold import words_of

WRITTEN = {
    "en": """
a able about above after again against ago all almost alone along already also although always am
among an and another any anybody anyone anything are aren around as ask at away back be became
because become been before being below best better between big both bring but buy by came can cannot
come could couldn d did didn different do does doesn doing don done down during each either else
enough even ever every everybody everyone everything far few find first for from full get gets
getting give given go goes going gone good got great had has hasn have haven having he her here hers
herself him himself his how however i idea ideas if in instead into is isn it its itself just keep
know last least less let like little ll long look lot lots m made make makes making many maybe me
mean might mine more most much must my myself near need needs never new next nice no nobody none nor
not nothing now o of off often ok old on once one ones only onto or other others otherwise ought our
ours ourselves out over own part people per perhaps place please put quite rather re really s said
same say see seem seems shall she should shouldn since so some somebody someone something sometimes
somewhere soon still such suggest suggestion sure t take than thank thanks that the their theirs
them themselves then there these they thing things think this those though through thus till time
times to together too toward towards try two under until up upon us use used useful using usually ve
very via want wants was wasn way we well went were weren what whatever when whenever where whether
which while who whoever whole whom whose why will wish with within without won would wouldn yes yet
you your yours yourself yourselves
""",
    "de": """
ab aber abends alle allem allen aller alles als also alt am an andere anderem anderen anderer
anderes ans auch auf aufs aus ausser bald bei beide beiden beim bereits besonders besser beste
besten bin bis bisher bist bitte bleiben brauchen braucht bringen da dabei dadurch dafur dagegen
daher dahin damals damit danach daneben dank danke dann daran darauf daraus darf darin darum das
dass davon davor dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren des
deshalb dessen desto dich die dies diese diesem diesen dieser dieses dir doch dort du durch durfen
eben ebenso eher eigentlich ein eine einem einen einer eines einfach einige einigen einiger einiges
einmal endlich er erst erste ersten es etwa etwas euch euer eure eurem euren eurer fast finde finden
findet fur fures ganz ganze ganzen gar geben geht gehen gemacht genau genug gerade gern gerne
gewesen gibt ging gross grosse grossen gut gute guten guter gutes hab habe haben halt hat hatte
hatten hattest hattet her hier hin hinter ich idee ideen ihm ihn ihnen ihr ihre ihrem ihren ihrer
ihres im immer in indem ins irgend ist ja je jede jedem jeden jeder jedes jedoch jemand jene jenem
jenen jener jenes jetzt kann kannst kaum kein keine keinem keinen keiner klein kleine kleinen kommen
kommt konnen konnte konnten konntest lange lassen leider leute lieber machen macht mal man manche
manchem manchen mancher manches mehr mein meine meinem meinen meiner meines mich mindestens mir mit
mochte mochten moglich muss mussen musst musste mussten nach nachdem nachher nachste namlich
naturlich neben nehmen nein neu neue neuen neuer neues nicht nichts nie niemand noch nun nur ob oben
oder oft ohne paar per pro schon sehr sei seid sein seine seinem seinen seiner seines seit selbst
selten sich sie sind so sobald sogar solange solch solche solchem solchen solcher soll sollen sollte
sollten sollst somit sondern sonst soviel sowie statt uber uberall um und uns unser unsere unserem
unseren unter unterm usw viel viele vielem vielen vieler vielleicht vom von vor voraus vorher
vorschlag wahrend wann war ware waren warst warum was weder weg wegen weil weiter weitere weiteren
welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden wessen
weshalb wie wieder wieso will wir wird wirklich wo wobei wohl wohin wollen wollt wollte wollten
womit worden worin wozu wunsche wunschen wurde wurden zeit ziemlich zu zum zur zusammen zwar zwei
zwischen
""",
    "fr": """
a afin ai aie ainsi alors apres assez au aucun aucune aujourd aupres aura aurait auraient aussi
aussitot autant autour autre autres aux avaient avait avant avec avez avoir avons ayant beaucoup
besoin bien bon bonne bonnes bons c car ce cela celle celles celui cent cependant certain certaine
certains ces cet cette ceux chacun chacune chaque chez ci combien comme comment contre d dans de
debout dehors deja depuis dernier derriere des desormais dessous dessus deux devant devrait doit
doivent donc dont du durant elle elles en encore enfin ensuite entre envers es est et etaient etais
etait etant ete etes etre eu eux faire fait faites faudrait faut fois font fut grace grand grande
hors hui idee idees il ils j je jusqu jusque l la laquelle le lequel les lesquelles lesquels leur
leurs lors lorsque lui m ma maintenant mais mal malgre me meilleur meilleure meme memes merci mes
mettre mien mieux moi moins mon n ne ni nos notre notamment nous nouveau nouveaux nouvelle nouvelles
on ont or ou oui outre par parce pareil parfois parmi pas pendant petit petite peu peut peuvent
plupart plus plusieurs plutot possible pour pourquoi pourrait pourraient pouvez pouvoir premier
premiere prendre pres presque proposition puis puisque qu quand quant que quel quelle quelles quelqu
quelque quelques quels qui quoi rien s sa sans sauf se selon sera serait seront ses seul seulement
si sien sinon soi soit sommes son sont sous souvent suis sur surtout t ta tandis tant te tel telle
tellement telles tels temps tes toi ton toujours tous tout toute toutefois toutes tres trop tu un
une va vais vers veut via voici voila voir vos votre voudrais voudrait vous vraiment y
""",
    "es": """
a ademas ahi ahora al algo algun alguna algunas alguno algunos alli ante antes aquel aquella
aquellas aquello aquellos aqui asi aun aunque bajo bastante bien buen buena buenas bueno buenos cada
casi cerca cierto como con contra cosa cosas creo cual cuales cualquier cuando cuanto cuatro cuya
cuyo da dar de debe deberia deberian debido decir del demas demasiado dentro desde despues detras
dia dice donde dos durante e el ella ellas ello ellos en encima entonces entre era eran eres es esa
esas ese eso esos esta estaba estan estar estara estas este esto estos estoy fin fue fuera fueron
fui gente gracias gran grande grandes ha haber habia hace hacen hacer hacia han hasta hay he hecho
hemos hizo hoy idea ideas igual incluso ir jamas junto la las le les lo los luego mal manera mas me
mediante mejor mejores menos mi mia mias mientras mio mios mis misma mismas mismo mismos mucha
muchas mucho muchos muy nada nadie ni ningun ninguna ninguno no nos nosotras nosotros nuestra
nuestras nuestro nuestros nueva nuevas nuevo nuevos nunca o os otra otras otro otros para parece
parte pero poca pocas poco pocos podemos poder podria podrian poner por porque posible primer
primera primero propio propuesta pudiera puede pueden pues que quedar querer quien quienes quiere
quiero quiza quizas sea sean segun ser sera seria si sido siempre sin sino sobre sois sola solamente
solo somos son soy su sugerencia sus suya suyo tal tales tambien tampoco tan tanta tanto te tener
tengo tenia tenido ti tiempo tiene tienen toda todas todavia todo todos tras tu tus un una unas uno
unos usted ustedes va van varias varios veces ver vez vosotros voy y ya yo
""",
}

STOP_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words_of(words)) for language, words in WRITTEN.items()
}
"""By language."""

ANY = frozenset(words_of(COMMON))
"""For texts in any other language."""


def stop_words(language: str) -> frozenset[str]:
    """Those of the language; of one without a list what is common in all."""
    return STOP_WORDS.get(language, ANY)
