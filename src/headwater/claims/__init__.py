"""Attributions and the author's own voice into statements, and statements into claims."""

from headwater.claims.find import ClaimSet, find_claims
from headwater.claims.statements import Reading
from headwater.claims.values import values_conflict

__all__ = ["ClaimSet", "Reading", "find_claims", "values_conflict"]
