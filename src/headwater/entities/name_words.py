"""Words that make, join or rule out names: what the page needs to tell a name from a capital that says nothing.

Imports: nothing.
"""

ARTICLE_INITIALS = frozenset(("A", "I"))  # "A. Roe": an initial written like an article or a pronoun
# Words that open sentences or stand inside titles of works with a capital and are no names by themselves.
NOT_NAMES = frozenset(
    (
        "a about according current after again all also although amid among an and another any anyone are as asked at "
        "be because been before being both but by can citing could despite did do does dozens during each earlier "
        "either even ever every everyone few first following for former from given had has have he her here hers "
        "him his how however i if in including indeed instead into is it its just last late later latest less "
        "like many may me meanwhile might more moreover most much must my neither never no nobody nor not nothing "
        "now of officials on once one only or other others our out over people perhaps quoting recently same say "
        "says several she should since so some someone speaking still such than that the their them then there "
        "these they this those though through thus to today tomorrow tonight too two three four five six seven "
        "eight nine ten under unlike until up upon us very was we well were what when where whether which while "
        "who whose why will with within without would writing yes yet yesterday you your monday tuesday wednesday "
        "thursday friday saturday sunday january february march april may june july august september october "
        "november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec updated "
        "elsewhere published photo image gmt est edt pst utc"
    ).split()
)
# Short words that are names elsewhere: "Naw Paw Say", "Khin Myat Thu", "Than Shwe"; in a headline they say nothing.
NAMES_ELSEWHERE = frozenset("say than so he she her do my may still thu sun mon sat jan mar even are must".split())
OPENING_NAMES = frozenset("Jan June Sun Will".split())
BORN_ON = frozenset("sunday monday tuesday wednesday thursday friday saturday".split())
COURTESIES = frozenset(("Mr", "Mrs", "Ms"))  # "Mr. Barr": no barrister
# Of the words above, the ones that names of organisations and magazines hold.
SOMETIMES_NAMES = frozenset("without first people over under last now".split())
WITHIN_NAMES = frozenset(
    "de del della van von der den bin ibn al el la le di da dos du ben abu ould binti binte bint -".split()
)
ORGANISATION_HEADS = frozenset(
    (
        "ministry department institute university college bank bureau office center centre council committee board "
        "house court federation association society chamber academy organization organisation union league agency "
        "commission federal foundation school hospital church party congress army front movement campaign coalition "
        "alliance fund march secretariat directorate embassy group network corps forces confederation parliament "
        "museum forum guild collective"
    ).split()
)
# "the Women's March", "Children's Hospital": owners inside names that are no offices.
OWNERS = frozenset("women men children people workers teachers farmers veterans students".split())
NUMBERED = frozenset("one two three four five six seven eight nine ten".split())
DETERMINERS = frozenset("the a an this these that those his her its their our".split())
DEMONYM_ENDINGS = ("ian", "ese", "ish", "ean", "andic")
PLURAL_VERBS = frozenset("have are were say want argue believe do think fear hope warn accuse".split())
LINKS = frozenset("of for on in and & the to against".split())
SUFFIXES = frozenset("jr sr ii iii iv jr. sr.".split())
# Matters that "and" joins within one name: "Fire and Rescue", "the Food and Drug Administration".
FIELDS = frozenset(
    "fire rescue food drug health safety science technology trade industry research development parks recreation arts "
    "culture children families alcohol tobacco search education skills immigration customs securities exchange "
    "human urban social services welfare family youth sport sports tourism heritage media planning budget mines "
    "environment climate agriculture fisheries forestry energy water transport works housing labour labor "
    "employment veterans land livestock oceans statistics standards justice security natural".split()
)
# First words of names that "for" or "of" carries on: "Transport for Velm", "Friends of the Fen".
HEADS_BEFORE_OF = frozenset(("Transport", "Friends"))
# Words that end the names of papers and stations.
OUTLET_MARKS = frozenset(
    (
        "times post herald tribune gazette news radio tv television daily journal chronicle magazine newswire "
        "broadcasting newspaper observer telegraph courier mercury dispatch sentinel examiner inquirer ledger "
        "bulletin gazette advertiser argus echo globe star sun record register review standard mirror mail express "
        "guardian messenger enquirer clarion beacon intelligencer wire weekly"
    ).split()
)
