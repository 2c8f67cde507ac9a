"""Which named roots an unnamed source could be, at both ends of the interval."""

import pytest

from headwater.provenance import CountedSource
from headwater.provenance.fit import Fit
from headwater.provenance.mentions import Placed, Sources

PEOPLE = {"mayor": "council", "deputy": "council", "doctor": "hospital"}
DESCRIPTORS = {"aides": ("mayor",), "officials": ("council",), "medics": ("clinic",)}
SOURCES = Sources(
    [
        *(
            CountedSource(key=key, kind="person", name=key, parent=parent, group=None, compatible_with=())
            for key, parent in PEOPLE.items()
        ),
        *(
            CountedSource(key=key, kind="anonymous", name=key, parent=None, group=None, compatible_with=fits)
            for key, fits in DESCRIPTORS.items()
        ),
        CountedSource(key="guards", kind="anonymous", name="guards", parent="council", group=None, compatible_with=()),
    ]
)

# root of the claim on the wire, unnamed source -> fits at the lower end, fits on the wire at the upper end
CASES = {
    "the-person-itself": ("mayor", "aides", True, True),
    "a-colleague": ("deputy", "aides", True, False),
    "the-bare-organisation-of-the-person": ("council", "aides", True, True),
    "anyone-of-the-organisation": ("deputy", "officials", True, True),
    "the-organisation-itself": ("council", "officials", True, True),
    "its-own-organisation": ("mayor", "guards", True, True),
    "somebody-else": ("doctor", "officials", False, False),
    "a-source-that-is-no-root": ("doctor", "medics", False, False),
}


@pytest.mark.parametrize(("root", "unnamed", "lower", "upper"), CASES.values(), ids=CASES)
def test_an_unnamed_source_fits(root: str, unnamed: str, lower: bool, upper: bool) -> None:
    fit = Fit([Placed("m", "d", ("wire",), root, "wire", "d", None)], {root}, SOURCES)
    assert bool(fit.organisations(unnamed)) == lower
    assert bool(fit.places(unnamed, "wire")) == upper
    assert bool(fit.places(unnamed, "d")) == upper
    assert fit.places(unnamed, "elsewhere") == ()
