"""Number words of English: cardinals, scales, fractions and multiples, as plain tables.

Keys are lower-cased. Indian scales stand beside Western ones. Imports: nothing.
"""

UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
TENS: dict[str, int] = {
    word: (index + 2) * 10 for index, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
} | {"fourty": 40}
CARDINALS: dict[str, int] = UNITS | TENS

# Scales that multiply what stands before them.
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "quadrillion": 1e15, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7,
    "dozen": 12.0, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip

# Letters that multiply only when they touch the digits: "5bn", "20k"; "m" may also be metres.
GLUED_SCALES: dict[str, float] = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12,
    "cr": 1e7, "mil": 1e6, "bil": 1e9,
}  # fmt: skip

# Denominators of fractions, singular and plural.
DENOMINATORS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
DENOMINATORS |= {word + "s": value for word, value in DENOMINATORS.items() if not word.startswith("hal")}

# Signs for fractions: one code point, one value.
FRACTION_SIGNS: dict[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

# Words that are a multiple by themselves.
MULTIPLES: dict[str, float] = {
    "doubled": 2.0, "doubling": 2.0, "doubles": 2.0, "trebled": 3.0, "trebling": 3.0, "tripled": 3.0, "tripling": 3.0,
    "triples": 3.0, "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "twice": 2.0, "thrice": 3.0,
    "halved": 0.5, "halving": 0.5, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0,
    "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "ninefold": 9.0, "tenfold": 10.0, "hundredfold": 100.0,
}  # fmt: skip

# Ordinals as days of a month, quarters and centuries need them.
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}
