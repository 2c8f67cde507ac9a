"""The explorer's only write: a person's judgement, taken from a form of the explorer's own.

The guard has seen that the request comes from this origin; the form's token is checked here.
Imports: records and this room only.
"""

import hmac
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import cast, get_args

from headwater.errors import InputError
from headwater.ledger import Ledger
from headwater.records import Judgement, Verdict, content_id

MAX_FORM_BYTES = 20_000
_MAX_WORDS = 2_000


class Tokens:
    """One secret for each run of the explorer; a form without it is refused."""

    def __init__(self) -> None:
        self._secret = secrets.token_urlsafe(32)

    def token(self) -> str:
        """Return what the form carries."""
        return self._secret

    def holds(self, given: str) -> bool:
        """Tell whether a form carries it."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode())


def judged(form: Mapping[str, str], ledger: Ledger, moment: datetime) -> Judgement:
    """Return the judgement that a form or a command line gives.

    Args:
        form: left, right, verdict, made_by and reason.
        ledger: In which both records must be.
        moment: When it is made, with its zone.

    Raises:
        InputError: A field is missing or too long, or the verdict is none of the three.
        NotFoundError: The ledger does not hold one of the records.
    """
    left, right, verdict = (form.get(name, "").strip() for name in ("left", "right", "verdict"))
    made_by, reason = form.get("made_by", "").strip(), form.get("reason", "").strip()
    if verdict not in get_args(Verdict):
        raise InputError("the judgement", "the verdict is missing", "choose same, different or unsure")
    if not made_by or max(len(made_by), len(reason)) > _MAX_WORDS:
        raise InputError(
            "the judgement", "it does not say who judges, or says too much", "give a name, and a short reason"
        )
    if not left or not right or left == right:
        raise InputError("the judgement", "it does not name two records", "name two different ones")
    for key in (left, right):
        _hold(ledger, key)
    made_at = moment.isoformat(timespec="seconds")
    return Judgement(
        judgement_id=content_id("jud", left, right, verdict, made_by, made_at), left_id=left, right_id=right,
        verdict=cast("Verdict", verdict), made_by=made_by, made_at=made_at, reason=reason or None,
    )  # fmt: skip


def _hold(ledger: Ledger, key: str) -> None:
    if key.startswith("ent"):
        ledger.entity(key)
    elif key.startswith("clm"):
        ledger.claim(key)
    elif key.startswith("st"):
        if all(statement.statement_id != key for statement in ledger.statements()):
            raise InputError(
                "the judgement", f"the ledger holds no statement {key}", "copy the id from the claim's page"
            )
    else:
        ledger.document(key)
