"""Letters and signs that write a currency before a number: "Sh500", "Rs 20", "R3,000", "A$5".

Each leads to the canonical name of units.tsv. Letters several countries share ("Sh", "K") lead where the word they
abbreviate does, so that "Sh500" and "500 shillings" stay comparable. Imports: nothing.
"""

SIGNS = frozenset("$ £ € ¥ ₹ ₽ ₴ ₺ ₪ ₩ ฿ ₱ ₫ ₦ ৳ ₵ ₡ ₲ ₸ ₾ ₭ ₮".split())

# Letters that stand right before a dollar sign: "US$5m", "A$20".
DOLLAR_LETTERS = frozenset("us a au c ca can cdn nz hk s sg nt r j tt ec bds b g gy bz fj n z zw l rd mex".split())

# May touch the number or stand apart from it: "Rs500", "Rs 500".
CODES: dict[str, str] = {
    letters: name
    for line in """
        USD usd|EUR eur|GBP gbp|JPY jpy|INR inr rs|PKR pkr|CNY cny rmb|RUB rub|UAH uah|AUD aud|CAD cad|NZD nzd|HKD hkd
        SGD sgd|CHF chf sfr|SEK sek|NOK nok|DKK dkk|PLN pln|CZK czk|HUF huf|KRW krw|THB thb|IDR idr rp|MYR rm myr
        PHP php|VND vnd|ZAR zar|NGN ngn naira|KES ksh kshs kes sh shs|UGX ugx ush ushs|TZS tzs tsh tshs|EGP egp|SAR sar
        AED aed dh dhs|BDT tk bdt|GHS ghs ghc|QAR qar|ETB etb birr|ZMW zmw zk|MWK mwk|CFA cfa fcfa xaf xof|RWF rwf frw
        LKR lkr slr|NPR npr|GMD gmd|SLE sle|MMK mmk|BWP bwp|ILS nis|LBP lbp|IQD iqd|OMR omr|BHD bhd|JOD jod|KWD kwd
        PGK pgk|BRL brl|MXN mxn|TWD twd|ARS ars|CLP clp|MOP mop
    """.replace("\n", "|").split("|")
    if line.strip()
    for name, *found in [line.split()]
    for letters in found
}  # fmt: skip

# Codes that newspapers also write in small letters; the others, as ISO 4217 has them, are capitals throughout, for
# "Try 5" and "Rub 3" are no money.
MIXED_CASE = frozenset("rs rp sh shs ksh kshs ush ushs tsh tshs dh dhs tk sfr php rmb cfa ghc frw birr naira".split())

# Words and initials of their own when they stand apart: they touch the digits, or the number is plainly one of money.
GLUED_CODES: dict[str, str] = {
    "le": "SLE", "mk": "MWK", "bt": "THB", "nu": "BTN", "br": "ETB", "kr": "SEK", "qr": "QAR", "sr": "SAR", "bd": "BHD",
    "kd": "KWD", "jd": "JOD", "ro": "OMR", "rf": "MVR", "fr": "CHF", "dm": "DEM", "tl": "TRY", "bs": "BOB", "ll": "LBP",
}  # fmt: skip

# One letter: roads, vitamins, paper and people have it too, so the number or its neighbours must speak of money.
SINGLE_LETTERS: dict[str, str] = {"r": "ZAR", "n": "NGN", "p": "PHP", "k": "ZMW"}
# The same for letters that few papers use: only a number that is plainly one of money will do.
RARE_LETTERS: dict[str, str] = {"d": "GMD", "e": "SZL", "q": "GTQ"}
