"""Words that tell nothing about what a text is about, in English, German, French and Spanish."""

COMMON = """
a about all also am an and any are as at be been but by can could do does for from get give had
has have how i if in into is it its just like make many may me more most my need no not of on
one only or our please should so some such than that the their them then there these they this
to too us very want was we were what when where which who will wish with would you your idea
aber alle als am an auch auf aus bei beim bin bis bitte da das dass dem den der des die dies
diese doch durch ein eine einem einen einer eines er es etwas fur gern gerne gibt habe haben
hat hier ich idee ihr im immer in ins ist ja jede jeden kann kein keine konnen konnte man mehr
mein mit mochte nach nicht noch nur ob oder ohne schon sehr sein sich sie sind so soll sollte
um und uns unser unsere unter viel vom von vor war warum was wenn wer werden wie wir wird wo
wunsche zu zum zur wurde wurden hatte
au aux avec c ce ces cette d dans de des du elle en est et etre il ils j je l la le les leur
mais n ne nous on ou par pas plus pour qu que qui s sa se ses son sont sur tout tous tres un une
vous y voudrais
al algo ante como con cuando del donde el ella ellos era esta estas este estos hay la las lo los
mas me mi mucho muy no nos o para pero por porque que quiero se ser si sin sobre su sus tambien
todo todos una unas uno unos y ya
"""
