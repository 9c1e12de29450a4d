"""Words that news English uses for one another: each line is a group, and its first word stands for all.

Titles and articles name the same thing differently ("warplane" and "jet", "acquires" and "buys"). A word that means
something else in other texts costs little: it is one word among several, and weighed by how rare its group is. Groups
were collected from general vocabulary by topic, never from the words of one article; what is missing is no evidence.
"""

from verifier.recovery.stemming import stem

_GROUPS = """
jet warplane aircraft airplane plane mig airliner
helicopter chopper
missile rocket
tank armour armor
soldier troop serviceman trooper
rebel opposition fsa insurgent
fighter militant gunman
isil isis daesh
army military
raid airstrike strike bombardment bombing bombed shelling shelled
explosion blast
battle clash
ceasefire truce armistice
prisoner captive detainee
hostage abducted kidnapped
kill dead death died fatality
wounded injured injury casualty
capture seize seized overrun
recapture retake retook regain
withdraw retreat pullout
town village settlement
hill mountain mountaintop hilltop
ship vessel boat
ferry ferryboat
train railway rail
car vehicle automobile
flood flooding inundation
storm hurricane cyclone typhoon tornado
earthquake quake tremor
fire blaze wildfire
president presidency presidential
minister ministry
election vote poll ballot referendum
parliament legislature congress
lawmaker legislator parliamentarian senator congressman
protest demonstration rally march
arrest detain detained custody
sentence jailed imprisoned
court judge tribunal
lawsuit sued sue litigation
police officer cop
murder homicide slaying
guilty convicted conviction
company firm corporation
buy acquire acquisition purchase bought takeover
sell sale sold divest
merger merge merged
resign step quit resignation
appoint named appointment
job layoff redundancy
profit earning revenue
bankrupt bankruptcy insolvency
launch release released unveil
film movie
song single track
album record
actor actress
author writer
novel book
painter artist
player footballer
coach manager
match game fixture
champion title winner
win victory won beat defeat
doctor physician surgeon
vaccine vaccination jab
epidemic outbreak pandemic
cancer tumour tumor
software programme program application app
computer laptop
phone smartphone handset
website site webpage
study research survey
university college
school academy
child kid children
woman women female
man men male
"""

SYNONYMS = {stem(word): stem(group.split()[0]) for group in _GROUPS.strip().splitlines() for word in group.split()[1:]}
