"""A generator of one invented story told by any number of articles: wires and their copies, quotations, rising tolls.

Everything is invented: the ferry, the strait, the people and the outlets. Every article takes some of the story's
matters in a wording of its own, quotes people of the story and residents nobody else speaks to, and may print a part
of a wire text, edited. The same seed gives the same articles.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

START = datetime(2031, 5, 12, 5, 0, tzinfo=UTC)
WIRES = ("Halvern News Agency", "Corvane Wire", "Meridian Dispatch Service")
TOWNS = (
    "Osterby Vell Tarnholm Kessing Dunmere Averly Brask Lindhaven Morrow Sundkirk Pellan Ardvik Quenby Holmsund Ravika"
).split()
FIRST = (
    "Ada Bram Carla Dirk Elin Faro Greta Henrik Ines Jonas Karin Lars Mira Nils Olga Piet Runa Sven Tilda Ulf Vera "
    "Willem Ylva Zeno Anouk Basil Cosima Dorian Edda Fabian"
).split()
LAST = (
    "Aldane Borgen Cray Dahlby Esker Falk Grond Haverty Ilves Joost Kestrel Lomond Marrow Nyholm Ostrander Pryce Quill "
    "Rask Selby Thorne Ullman Varga Wexley Yarrow Zander Ambrose Birk Calder Denholm Everly"
).split()
TRADES = "baker nurse teacher carpenter student fisherman pharmacist electrician librarian plumber farmer clerk".split()
PEOPLE = {
    "Ilsa Brandvold": "spokeswoman for the Strait Coastguard",
    "Tomas Reyl": "minister of transport",
    "Captain Oda Fenn": "master of the rescue cutter Skua",
    "Marcus Wendel": "chief executive of Norrin Lines",
    "Dr Petra Holm": "head of emergency medicine at Vell General Hospital",
    "Anton Sorley": "mayor of Osterby",
    "Freya Lund": "chair of the Seafarers' Union",
    "Viktor Aske": "lead inspector of the Marine Accident Board",
}
UNNAMED = (
    "a senior official at the transport ministry, who asked not to be named because the inquiry has begun",
    "two people familiar with the inspection",
    "a crew member who was not authorised to speak to reporters",
    "officials",
)
# Each matter in several wordings; {n} rises as the story goes on.
MATTERS: tuple[tuple[str, ...], ...] = (
    (
        "At least {toll} people died when the ferry Norrin Star ran aground off {town}, the coastguard said.",
        "The coastguard put the number of dead at {toll}.",
        "{toll} passengers are now known to have died, according to the Strait Coastguard.",
        "Rescuers have recovered {toll} bodies from the wreck of the Norrin Star, {who} said.",
    ),
    (
        "The ferry was carrying {aboard} people, Norrin Lines said.",
        "There were {aboard} passengers and crew aboard, the company said in a statement.",
        "Norrin Lines said {aboard} people had been on board, including 41 crew.",
    ),
    (
        "Some {missing} people were still missing on {day}.",
        "{missing} people remained unaccounted for, the coastguard said.",
        "The search went on for {missing} missing passengers, {who} told {outlet}.",
    ),
    (
        "The ship struck the Grey Teeth rocks shortly after 3 a.m. on Monday.",
        "It hit the rocks known as the Grey Teeth a little after three on Monday, the Marine Accident Board said.",
        "The Norrin Star ran onto the Grey Teeth before dawn on Monday.",
    ),
    (
        "Inspectors had found faults in the steering gear in March, {unnamed} said.",
        "An inspection in March found faults in the ferry's steering gear, {unnamed} told {outlet}.",
        "{outlet} reported that the steering gear had failed an inspection in March, citing {unnamed}.",
        "Norrin Lines denied that inspectors had found any fault in the steering gear.",
    ),
    (
        "The transport ministry has grounded the company's {fleet} other ferries.",
        "All {fleet} sister ships were ordered to stay in port, the minister of transport said.",
        "{fleet} other ships of Norrin Lines may not sail until they have been inspected, the ministry said.",
    ),
    (
        "Shares in Norrin Lines fell {share} percent in morning trading.",
        "The company's shares lost {share} percent of their value.",
        "Norrin Lines shares dropped by {share} percent on the Corvane exchange.",
    ),
    (
        "The hospital in Vell treated {hurt} injured survivors, {who} said.",
        "{hurt} survivors were taken to Vell General Hospital, most of them with hypothermia.",
        "Doctors in Vell were treating {hurt} people, the hospital said.",
    ),
    (
        "The Marine Accident Board has opened an investigation.",
        "An investigation by the Marine Accident Board is under way, its lead inspector said.",
        "Investigators of the Marine Accident Board boarded the wreck on {day}.",
    ),
    (
        "The captain was questioned by police in {town} on {day}.",
        "Police in {town} questioned the ferry's captain for {hours} hours, according to {outlet}.",
        "The captain has declined to comment through his lawyer.",
    ),
    (
        "The Seafarers' Union had warned of tired crews for two years.",
        "For two years the Seafarers' Union has complained that crews work too long, its chair said.",
        "Crews worked shifts of up to {hours} hours, the Seafarers' Union said.",
    ),
    (
        "Fuel from the wreck has reached the beaches of {town}, the environment agency said.",
        "About {tonnes} tonnes of fuel have leaked from the wreck, the environment agency estimated.",
        "An oil slick of {tonnes} tonnes was drifting towards {town}.",
    ),
)
# Speaker, what was said in full, and another version of it.
QUOTATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "Ilsa Brandvold",
        "We searched all night with every boat we had, and we will go on until each family has an answer",
        "We searched all night with every boat we had",
    ),
    (
        "Tomas Reyl",
        "Nobody in this ministry was told that the steering gear had failed, and I want to know why",
        "Nobody in this ministry was told that the steering gear had failed",
    ),
    (
        "Captain Oda Fenn",
        "There were people on the upper deck with torches, eleven of them, waving at us in the dark",
        "There were people on the upper deck with torches, waving at us in the dark",
    ),
    (
        "Marcus Wendel",
        "Our ships are safe, and we will show that to anybody who wants to look at the records",
        "Our vessels are safe, and we will show that to anyone who wants to look at the records",
    ),
    (
        "Dr Petra Holm",
        "Most of them came in with a body temperature below thirty-two degrees",
        "Most of them came in with a body temperature below 30 degrees",
    ),
    (
        "Anton Sorley",
        "This harbour has lived from that ferry for sixty years, and this morning nobody knows what to say",
        "This harbour has lived from that ferry for sixty years … nobody knows what to say",
    ),
    (
        "Freya Lund",
        "We told the company in writing, three times, that its crews were falling asleep on the bridge",
        "We told the company in writing that its crews were falling asleep on the bridge",
    ),
    (
        "Viktor Aske",
        "It is too early to say whether the gear, the weather or a human being was the cause",
        "It is too early to say what was the cause",
    ),
)
SEEN = (
    "heard a sound like a door slamming in a church",
    "saw the lights go out one after the other",
    "thought it was thunder until the dogs began to howl",
    "counted nine red flares above the strait",
    "ran down to the pier with blankets from the school",
    "could smell the fuel from the bakery",
    "took four strangers into the kitchen and made tea",
    "stood on the breakwater until it was light",
)
FELT = (
    "I will never take that crossing again",
    "My sister was on board and she rang me from the lifeboat",
    "You do not forget the sound of people calling from the water",
    "They sold more tickets than they had seats, everybody here knows that",
    "The sea was not even rough",
    "We had no idea how many there were",
    "It took the helicopters forty minutes, and that is too long",
    "I have worked on that ship and I would not send my son to sea in her",
)
TRAITS = "red low old narrow wet quiet long steep grey bright crowded empty windy wooden tiled".split()
THINGS = (
    "boathouse chapel staircase harbour shed warehouse schoolyard market ferry-office canteen gangway lighthouse "
    "jetty boatyard church slipway bridge"
).split()
DOINGS = (
    "volunteers were sorting dry clothes", "a choir was practising for Thursday's service", "somebody had lit candles",
    "children were drawing ships on the pavement", "two fishermen were mending a net in silence",
    "the radio was reading out names", "reporters from four countries were waiting for the bus",
    "the flag had been lowered to half-mast", "a priest was handing out soup", "cousins were looking at lists",
)  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday".split()


@dataclass(frozen=True)
class Article:
    """One invented article."""

    record_id: str
    publisher: str
    published_at: str
    headline: str
    text: str

    def as_object(self) -> dict[str, str]:
        """Return it as one line of input."""
        return {
            "id": self.record_id, "publisher": self.publisher, "published_at": self.published_at,
            "headline": self.headline, "text": self.text,
        }  # fmt: skip


def make_story(count: int, *, seed: int = 11) -> list[Article]:
    """Return a story of some number of articles, in order of publication."""
    chance = random.Random(seed)  # noqa: S311 - a fixed seed, for the same articles every time
    outlets = [f"{town} {kind}" for kind in ("Courier", "Standard", "Observer", "Echo", "Tribune") for town in TOWNS]
    wires = [_write(chance, f"wire-{at}", chance.choice(WIRES), hours=4.0 * at, outlets=outlets) for at in range(8)]
    articles = list(wires)
    while len(articles) < count:
        at = len(articles)
        own = _write(chance, f"article-{at}", chance.choice(outlets), hours=72.0 * at / count, outlets=outlets)
        articles.append(_with_wire(chance, own, chance.choice(wires)) if chance.random() < 0.45 else own)
    return sorted(articles[:count], key=lambda article: (article.published_at, article.record_id))


def _write(chance: random.Random, record_id: str, publisher: str, *, hours: float, outlets: list[str]) -> Article:
    facts = _facts(chance, hours)
    told_to = (*WIRES, *outlets[:20])
    paragraphs = [
        chance.choice(matter).format(
            **facts,
            town=chance.choice(TOWNS),
            day=chance.choice(DAYS),
            who=chance.choice(list(PEOPLE)),
            outlet=chance.choice(told_to),
            unnamed=chance.choice(UNNAMED),
        )
        for matter in chance.sample(MATTERS, chance.randint(6, 9))
    ]
    for speaker, full, short in chance.sample(QUOTATIONS, chance.randint(2, 4)):
        words = full if chance.random() < 0.6 else short
        role = chance.choice((f"{speaker}, {PEOPLE[speaker]},", speaker, f"the {PEOPLE[speaker]}"))
        said = chance.choice(("said", "told reporters", f"told {chance.choice(WIRES)}"))
        paragraphs.append(f"“{words},” {role} {said}.")
    paragraphs += [_resident(chance) for _ in range(chance.randint(2, 6))]
    paragraphs += [_scene(chance) for _ in range(chance.randint(3, 9))]
    chance.shuffle(paragraphs)
    headline = chance.choice(
        (
            f"Ferry disaster off {chance.choice(TOWNS)}: {facts['toll']} dead",
            f"{facts['missing']} missing after ferry runs aground",
            "Ferry had failed inspection, sources say",
            "Survivors tell of night on the Grey Teeth",
        )
    )
    moment = START + timedelta(hours=hours, minutes=chance.randint(0, 50))
    return Article(record_id, publisher, moment.isoformat(), headline, "\n".join((headline, *paragraphs)))


def _facts(chance: random.Random, hours: float) -> dict[str, str]:
    return {
        "toll": str(int(9 + hours / 5)),
        "missing": str(max(2, int(60 - hours / 1.5))),
        "aboard": chance.choice(("312", "about 300", "318")),
        "fleet": chance.choice(("six", "seven")),
        "share": chance.choice(("11", "12.5", "14")),
        "hurt": str(int(80 + hours / 3)),
        "hours": chance.choice(("three", "14", "16")),
        "tonnes": chance.choice(("40", "60", "nearly 80")),
    }


def _resident(chance: random.Random) -> str:
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    who = f"{name}, a {chance.randint(19, 83)}-year-old {chance.choice(TRADES)} from {chance.choice(TOWNS)}"
    seen, felt = chance.choice(SEEN), chance.choice(FELT)
    return chance.choice((
        f"{who}, said she {seen}. “{felt},” she said.", f"“{felt},” said {who}, who {seen}.",
        f"{who}, told this newspaper that he {seen} and had not slept since.",
    ))  # fmt: skip


def _scene(chance: random.Random) -> str:
    place = f"the {chance.choice(TRAITS)} {chance.choice(THINGS)} in {chance.choice(TOWNS)}"
    one, other = chance.sample(DOINGS, 2)
    return f"At {place}, {one}; by the {chance.choice(TRAITS)} {chance.choice(THINGS)}, {other}."


def _with_wire(chance: random.Random, own: Article, wire: Article) -> Article:
    """Return an article with some paragraphs of a wire text, a word changed here and there, credited or not."""
    taken = wire.text.split("\n")[1:][: chance.randint(2, 6)]
    edited = [" ".join(w for w in paragraph.split(" ") if chance.random() > 0.03) for paragraph in taken]
    credit = [f"With reporting by {wire.publisher}."] if chance.random() < 0.6 else []
    head, *rest = own.text.split("\n")
    return Article(
        own.record_id,
        own.publisher,
        own.published_at,
        own.headline,
        "\n".join((head, *edited, *rest[: len(rest) // 2 + 2], *credit)),
    )
